// Weather before everything: rain, snow, fog, and what drifts in the air; sizes follow depth, so the air gets room.
import { css, type Rgb } from '../scene/colour.js';
import { createRandom, type Random } from '../scene/random.js';
import type { Effect, Scene } from '../scene/scene.js';
import type { Board } from './board.js';
import { ditherAt, sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster, litColour } from './pixels.js';

/** Paints one effect over the whole picture. */
export function paintEffect(board: Board, scene: Scene, effect: Effect): void {
  const random = createRandom(effect.seed, 661);
  switch (effect.kind) {
    case 'rain':
      paintRain(board, scene, effect.amount, random);
      break;
    case 'snow':
      paintSnowfall(board, scene, effect.amount, random);
      break;
    case 'fog':
      paintFog(board, scene, effect.amount, effect.seed);
      break;
    case 'fireflies':
      paintGlows(board, effect.amount, random, [
        [214, 255, 130],
        [255, 236, 140],
      ]);
      break;
    case 'dust':
      paintGlows(board, effect.amount * 0.5, random, [[255, 244, 220]]);
      break;
    case 'bubbles':
      paintBubbles(board, effect.amount, random);
      break;
    default:
      paintFlakes(board, scene, effect, random);
  }
}

function paintRain(board: Board, scene: Scene, amount: number, random: Random): void {
  const { ctx, width, height } = board;
  const unit = Math.min(width, height) / 1024;
  const slant = random.between(0.08, 0.24) * (random.chance(0.5) ? 1 : -1);
  ctx.lineCap = 'round';
  const tone: Rgb = scene.light.dark ? [170, 190, 225] : [225, 234, 244];
  for (const [share, length, thick, alpha] of [
    [0.5, 26, 0.8, 0.2],
    [0.34, 46, 1.2, 0.28],
    [0.16, 86, 1.9, 0.34],
  ] as const) {
    ctx.strokeStyle = css(tone, alpha);
    ctx.lineWidth = thick * unit;
    ctx.beginPath();
    const drops = Math.round(760 * amount * share * Math.sqrt((width * height) / (unit * unit * 1048576)));
    for (let i = 0; i < drops; i += 1) {
      const x = random.between(-0.1, 1.1) * width;
      const y = random.between(-0.05, 1) * height;
      const reach = length * unit * random.between(0.6, 1.3);
      ctx.moveTo(x, y);
      ctx.lineTo(x + reach * slant, y + reach);
    }
    ctx.stroke();
  }
  // Splashes on the ground.
  ctx.strokeStyle = css(tone, 0.35);
  ctx.lineWidth = 1.1 * unit;
  for (let i = 0; i < 150 * amount; i += 1) {
    const y = height * (scene.horizon + (1 - scene.horizon) * random.next());
    const near = (y / height - scene.horizon) / (1 - scene.horizon);
    ctx.beginPath();
    ctx.ellipse(random.next() * width, y, (3 + 9 * near) * unit, (1 + 2.6 * near) * unit, 0, 0, Math.PI * 2);
    ctx.stroke();
  }
}

function paintSnowfall(board: Board, scene: Scene, amount: number, random: Random): void {
  const { ctx, width, height } = board;
  const unit = Math.min(width, height) / 1024;
  const flakes = Math.round(620 * amount);
  const tone: Rgb = scene.light.dark ? [214, 226, 250] : [255, 255, 255];
  for (let i = 0; i < flakes; i += 1) {
    const near = random.next() ** 3.2;
    const size = (1 + near * 8) * unit;
    const x = random.next() * width;
    const y = random.next() * height;
    const alpha = near > 0.55 ? 0.42 : 0.35 + 0.5 * random.next();
    if (near > 0.4) {
      // Flakes near the eye are out of focus.
      const soft = ctx.createRadialGradient(x, y, 0, x, y, size);
      soft.addColorStop(0, css(tone, alpha));
      soft.addColorStop(0.5, css(tone, alpha * 0.7));
      soft.addColorStop(1, css(tone, 0));
      ctx.fillStyle = soft;
      ctx.fillRect(x - size, y - size, size * 2, size * 2);
    } else {
      ctx.fillStyle = css(tone, alpha);
      ctx.beginPath();
      ctx.arc(x, y, size * 0.62, 0, Math.PI * 2);
      ctx.fill();
    }
  }
}

/** Drifting banks, thickest at the horizon, thin before the nearest things. */
function paintFog(board: Board, scene: Scene, amount: number, seed: number): void {
  const w = Math.ceil(board.width / 4);
  const h = Math.ceil(board.height / 4);
  const raster = createRaster(w, h);
  const noise = softNoise();
  const [r, g, b] = scene.light.haze;
  const horizon = scene.horizon * h;
  const offset = seed % 500;
  for (let y = 0; y < h; y += 1) {
    const d = y < horizon ? (horizon - y) / Math.max(1, horizon) : (y - horizon) / Math.max(1, h - horizon);
    const thick = y < horizon ? 0.82 - 0.5 * d : 0.82 * (1 - smooth(0, 1.15, d));
    for (let x = 0; x < w; x += 1) {
      const bank =
        0.72 + 0.42 * sample(noise, x * 0.5 + offset, y * 1.3) + 0.2 * sample(noise, x * 1.4, y * 2.6 + offset);
      const at = (y * w + x) * 4;
      raster.data[at] = r;
      raster.data[at + 1] = g;
      raster.data[at + 2] = b;
      raster.data[at + 3] = 255 * Math.min(0.92, Math.max(0, thick * bank * amount)) + ditherAt(x, y);
    }
  }
  drawRaster(board.ctx, raster, 0, 0, board.width, board.height);
}

function paintGlows(board: Board, amount: number, random: Random, tones: Rgb[]): void {
  const { ctx, width, height } = board;
  const unit = Math.min(width, height) / 1024;
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  for (let i = 0; i < 70 * amount; i += 1) {
    const x = random.next() * width;
    const y = height * random.between(0.34, 0.98);
    const size = random.between(5, 17) * unit;
    const glow = ctx.createRadialGradient(x, y, 0, x, y, size);
    const tone = random.pick(tones);
    glow.addColorStop(0, 'rgba(255,255,236,0.95)');
    glow.addColorStop(0.22, css(tone, 0.6));
    glow.addColorStop(1, css(tone, 0));
    ctx.fillStyle = glow;
    ctx.fillRect(x - size, y - size, size * 2, size * 2);
  }
  ctx.restore();
}

function paintBubbles(board: Board, amount: number, random: Random): void {
  const { ctx, width, height } = board;
  const unit = Math.min(width, height) / 1024;
  for (let column = 0; column < 7; column += 1) {
    let x = random.next() * width;
    for (let y = height * random.between(0.6, 0.95); y > height * 0.14; y -= random.between(26, 80) * unit) {
      x += random.bell() * 16 * unit;
      const size = random.between(2.5, 9) * unit * amount * 2;
      ctx.strokeStyle = 'rgba(225,248,255,0.5)';
      ctx.lineWidth = 1.1 * unit;
      ctx.beginPath();
      ctx.arc(x, y, size, 0, Math.PI * 2);
      ctx.stroke();
      ctx.fillStyle = 'rgba(255,255,255,0.55)';
      ctx.beginPath();
      ctx.arc(x - size * 0.35, y - size * 0.35, size * 0.22, 0, Math.PI * 2);
      ctx.fill();
    }
  }
}

const driftTones: Record<'petals' | 'leaves' | 'confetti', Rgb[]> = {
  petals: [
    [250, 196, 210],
    [255, 226, 232],
    [240, 160, 186],
  ],
  leaves: [
    [214, 126, 44],
    [196, 78, 38],
    [232, 184, 70],
  ],
  confetti: [
    [236, 70, 90],
    [250, 200, 60],
    [70, 160, 230],
    [90, 200, 120],
    [180, 100, 220],
  ],
};

function paintFlakes(board: Board, scene: Scene, effect: Effect, random: Random): void {
  const { ctx, width, height } = board;
  const kind = effect.kind === 'petals' || effect.kind === 'leaves' ? effect.kind : 'confetti';
  const unit = Math.min(width, height) / 1024;
  for (let i = 0; i < 90 * effect.amount; i += 1) {
    const near = random.next() ** 2;
    const size = (4 + near * 11) * unit;
    ctx.save();
    ctx.translate(random.next() * width, random.next() * height);
    ctx.rotate(random.between(0, Math.PI * 2));
    ctx.fillStyle = css(litColour(random.pick(driftTones[kind]), scene.light, random.between(0.5, 1)), 0.9);
    ctx.beginPath();
    ctx.moveTo(-size, 0);
    ctx.quadraticCurveTo(0, -size * random.between(0.3, 0.7), size, 0);
    ctx.quadraticCurveTo(0, size * random.between(0.2, 0.6), -size, 0);
    ctx.fill();
    ctx.restore();
  }
}
