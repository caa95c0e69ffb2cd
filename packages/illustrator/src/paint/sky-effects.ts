// Rare guests of the sky: rainbow, aurora, lightning, fireworks. All are light, so all are screened onto what is there.
import { css, fromOklab, type Rgb } from '../scene/colour.js';
import { createRandom, type Random } from '../scene/random.js';
import type { Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import { sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster } from './pixels.js';

/** A bow of seven soft colours opposite to the sun, fading into the ground. */
export function paintRainbow(board: Board, scene: Scene): void {
  const { ctx, width, height } = board;
  const random = createRandom(scene.seed, scene.index, 511);
  const horizon = scene.horizon * height;
  const radius = Math.max(width * 0.42, horizon * 0.82) * random.between(0.94, 1.1);
  const x = width * (scene.light.from.x > 0.5 ? random.between(0.36, 0.48) : random.between(0.52, 0.64));
  const y = Math.max(horizon * 1.02, radius * 0.86 + height * 0.05);
  const band = radius * 0.13;
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  ctx.beginPath();
  ctx.rect(0, 0, width, horizon + 2);
  ctx.clip();
  const arc = ctx.createRadialGradient(x, y, radius - band * 1.4, x, y, radius + band * 0.4);
  const hues: [number, Rgb][] = [
    [0.12, [126, 60, 190]],
    [0.26, [60, 80, 220]],
    [0.4, [40, 160, 220]],
    [0.52, [60, 200, 90]],
    [0.64, [240, 220, 60]],
    [0.76, [250, 150, 50]],
    [0.88, [240, 60, 60]],
  ];
  arc.addColorStop(0, 'rgba(126,60,190,0)');
  for (const [at, colour] of hues) arc.addColorStop(at, css(colour, 0.5));
  arc.addColorStop(1, 'rgba(240,60,60,0)');
  ctx.fillStyle = arc;
  ctx.fillRect(0, 0, width, horizon + 2);
  ctx.restore();
}

/** Curtains of light: columns of noise that hang from waving hems. */
export function paintAurora(board: Board, scene: Scene): void {
  const random = createRandom(scene.seed, scene.index, 512);
  const w = Math.ceil(board.width / 3);
  const h = Math.ceil((scene.horizon * board.height) / 3);
  const raster = createRaster(w, h);
  const noise = softNoise();
  const curtains = [0, 1, 2].map((i) => ({
    base: h * random.between(0.5, 0.86) - i * h * 0.1,
    sway: h * random.between(0.1, 0.22),
    reach: h * random.between(0.4, 0.7),
    hue: random.between(0, 1),
    offset: random.between(0, 500),
    strength: i === 0 ? 1 : 0.6,
  }));
  const green: Rgb = [70, 255, 170];
  const violet: Rgb = random.chance(0.5) ? [170, 90, 255] : [90, 140, 255];
  for (let x = 0; x < w; x += 1) {
    for (const { base, sway, reach, offset, strength } of curtains) {
      const fold = sample(noise, x * 0.42 + offset, 12);
      const hem = base + fold * sway + sample(noise, x * 1.3 + offset, 90) * sway * 0.22;
      const rays = 0.5 + 0.5 * sample(noise, x * 3.1 + offset, 140) + 0.35 * sample(noise, x * 0.7 + offset, 200);
      const top = Math.max(0, Math.floor(hem - reach * (0.7 + 0.5 * rays)));
      const low = Math.min(h - 1, Math.ceil(hem + 6));
      for (let y = top; y <= low; y += 1) {
        const up = (hem - y) / reach;
        const glow = up < 0 ? smooth(-6 / reach, 0, up) : Math.max(0, 1 - up / (0.7 + 0.5 * rays)) ** 1.6;
        const power = glow * Math.max(0, rays) * strength * 0.92;
        if (power <= 0.004) continue;
        const tone = smooth(0.12, 0.75, up);
        const at = (y * w + x) * 4;
        raster.data[at] = (raster.data[at] as number) + (green[0] + (violet[0] - green[0]) * tone) * power;
        raster.data[at + 1] = (raster.data[at + 1] as number) + (green[1] + (violet[1] - green[1]) * tone) * power;
        raster.data[at + 2] = (raster.data[at + 2] as number) + (green[2] + (violet[2] - green[2]) * tone) * power;
        raster.data[at + 3] = 255;
      }
    }
  }
  board.ctx.save();
  board.ctx.globalCompositeOperation = 'screen';
  drawRaster(board.ctx, raster, 0, 0, board.width, scene.horizon * board.height);
  board.ctx.restore();
}

/** One forked bolt with its glow. */
export function paintLightning(board: Board, scene: Scene): void {
  const random = createRandom(scene.seed, scene.index, 513);
  const { ctx, width, height } = board;
  const horizon = scene.horizon * height;
  const x = width * (scene.light.from.x > 0.5 ? random.between(0.12, 0.34) : random.between(0.66, 0.88));
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  const flash = ctx.createRadialGradient(x, horizon * 0.25, 0, x, horizon * 0.25, width * 0.4);
  flash.addColorStop(0, 'rgba(190,200,255,0.5)');
  flash.addColorStop(1, 'rgba(190,200,255,0)');
  ctx.fillStyle = flash;
  ctx.fillRect(0, 0, width, horizon);
  const unit = Math.min(width, height) / 1024;
  const strike = (fromX: number, fromY: number, toY: number, thick: number): void => {
    let px = fromX;
    let py = fromY;
    ctx.beginPath();
    ctx.moveTo(px, py);
    while (py < toY) {
      px += random.between(-26, 26) * unit * 1.2;
      py += random.between(14, 34) * unit * 1.2;
      ctx.lineTo(px, Math.min(py, toY));
      if (thick > 2.4 && random.chance(0.18)) branches.push([px, py, py + random.between(40, 150) * unit]);
    }
    ctx.shadowColor = 'rgba(180,190,255,0.9)';
    ctx.shadowBlur = 18 * unit;
    ctx.strokeStyle = 'rgba(245,246,255,0.95)';
    ctx.lineWidth = thick * unit;
    ctx.stroke();
  };
  const branches: [number, number, number][] = [];
  strike(x, horizon * 0.04, horizon * 0.98, 3.4);
  for (const [bx, by, to] of branches) strike(bx, by, Math.min(to, horizon), 1.5);
  ctx.restore();
}

/** Bursts of glowing trails in two or three colours. */
export function paintFireworks(board: Board, scene: Scene): void {
  const random = createRandom(scene.seed, scene.index, 514);
  const horizon = scene.horizon * board.height;
  const count = random.whole(4, 6);
  for (let i = 0; i < count; i += 1) {
    const x = board.width * ((i + random.between(0.25, 0.75)) / count);
    const y = horizon * random.between(0.16, 0.58);
    burst(board, random, x, y, Math.min(board.width, horizon) * random.between(0.12, 0.24));
  }
}

function burst(board: Board, random: Random, x: number, y: number, radius: number): void {
  const { ctx } = board;
  const hue = random.between(0, Math.PI * 2);
  const main = fromOklab(0.78, Math.cos(hue) * 0.16, Math.sin(hue) * 0.16);
  const other = fromOklab(0.86, Math.cos(hue + 1.2) * 0.12, Math.sin(hue + 1.2) * 0.12);
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  const halo = ctx.createRadialGradient(x, y, 0, x, y, radius * 1.3);
  halo.addColorStop(0, css(main, 0.4));
  halo.addColorStop(1, css(main, 0));
  ctx.fillStyle = halo;
  ctx.fillRect(x - radius * 1.3, y - radius * 1.3, radius * 2.6, radius * 2.6);
  const rays = random.whole(38, 60);
  ctx.lineCap = 'round';
  for (let i = 0; i < rays; i += 1) {
    const angle = (i / rays) * Math.PI * 2 + random.between(-0.06, 0.06);
    const reach = radius * (i % 3 === 0 ? random.between(0.5, 0.7) : random.between(0.85, 1.05));
    const droop = radius * 0.16;
    const ex = x + Math.cos(angle) * reach;
    const ey = y + Math.sin(angle) * reach + droop;
    const colour = i % 3 === 0 ? other : main;
    const trail = ctx.createLinearGradient(x, y, ex, ey);
    trail.addColorStop(0.1, css(colour, 0));
    trail.addColorStop(0.75, css(colour, 0.75));
    trail.addColorStop(1, 'rgba(255,255,255,0.95)');
    ctx.strokeStyle = trail;
    ctx.lineWidth = Math.max(1, radius * 0.014);
    ctx.beginPath();
    ctx.moveTo(x + Math.cos(angle) * radius * 0.1, y + Math.sin(angle) * radius * 0.1);
    ctx.quadraticCurveTo(x + Math.cos(angle) * reach * 0.7, y + Math.sin(angle) * reach * 0.7, ex, ey);
    ctx.stroke();
    ctx.fillStyle = 'rgba(255,255,255,0.9)';
    ctx.beginPath();
    ctx.arc(ex, ey, Math.max(0.8, radius * 0.012), 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.restore();
  mark(board, 'sky', 90, (map) => {
    map.beginPath();
    map.arc(x, y, radius, 0, Math.PI * 2);
    map.fill();
  });
}
