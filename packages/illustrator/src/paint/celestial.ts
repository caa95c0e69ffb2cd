// Sun and moon: a disc with its halo; the moon has its dark plains and, as a crescent, a soft terminator.
import { css, mix } from '../scene/colour.js';
import type { Scene, Sky } from '../scene/scene.js';
import type { Board } from './board.js';
import { mark } from './board.js';
import { sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster } from './pixels.js';

/** Paints the sun or the moon of a sky, whichever it has. */
export function paintDisc(board: Board, scene: Scene, sky: Sky): void {
  const disc = sky.sun ?? sky.moon;
  if (!disc) return;
  const x = disc.x * board.width;
  const y = disc.y * board.height;
  const radius = disc.size * Math.min(board.width, board.height);
  const { ctx } = board;
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  for (const [reach, strength] of [
    [1.7, 0.42],
    [3.6, 0.24],
    [7, 0.13],
  ] as const) {
    const halo = ctx.createRadialGradient(x, y, radius * 0.6, x, y, radius * reach);
    halo.addColorStop(0, css(sky.glow.colour, strength * (0.5 + sky.glow.strength)));
    halo.addColorStop(0.5, css(sky.glow.colour, strength * 0.3 * (0.5 + sky.glow.strength)));
    halo.addColorStop(1, css(sky.glow.colour, 0));
    ctx.fillStyle = halo;
    ctx.fillRect(x - radius * reach, y - radius * reach, radius * reach * 2, radius * reach * 2);
  }
  ctx.restore();
  if (sky.sun) {
    const warm = mix(sky.glow.colour, [255, 255, 255], 0.72);
    const face = ctx.createRadialGradient(x, y, 0, x, y, radius);
    face.addColorStop(0, css(mix(warm, [255, 255, 255], 0.7)));
    face.addColorStop(0.72, css(warm));
    face.addColorStop(0.94, css(mix(warm, sky.glow.colour, 0.55)));
    face.addColorStop(1, css(sky.glow.colour, 0));
    ctx.fillStyle = face;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, Math.PI * 2);
    ctx.fill();
  } else if (sky.moon) {
    paintMoon(board, x, y, radius, sky.moon.phase, scene.index % 2 === 0 ? 1 : -1);
  }
  mark(board, 'sky', 60, (map) => {
    map.beginPath();
    map.arc(x, y, radius * 1.05, 0, Math.PI * 2);
    map.fill();
  });
}

function paintMoon(board: Board, x: number, y: number, radius: number, phase: 'full' | 'crescent', side: number): void {
  const size = Math.ceil(radius * 2) + 4;
  const raster = createRaster(size, size);
  const noise = softNoise();
  const middle = size / 2;
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      const dx = (px + 0.5 - middle) / radius;
      const dy = (py + 0.5 - middle) / radius;
      const r2 = dx * dx + dy * dy;
      const edge = smooth(1, 1 - 1.6 / radius, Math.sqrt(r2));
      if (edge <= 0) continue;
      const plains = smooth(0.02, 0.5, sample(noise, dx * 60 + 310, dy * 60 + 90));
      const craters = sample(noise, dx * 170 + 40, dy * 170 + 300);
      let value = 1 - plains * 0.2 + craters * 0.05 - r2 * 0.1;
      let alpha = edge;
      if (phase === 'crescent') {
        // The lit part lies outside a second disc that is shifted aside.
        const sx = dx * 0.94 - side * 0.46;
        const sy = dy * 0.94 + 0.16;
        const lit = smooth(0.82, 0.98, Math.sqrt(sx * sx + sy * sy));
        alpha *= 0.07 + 0.93 * lit;
        value = 0.5 + 0.5 * value * lit + 0.5 * lit * 0.1;
      }
      const at = (py * size + px) * 4;
      raster.data[at] = 255 * value;
      raster.data[at + 1] = 250 * value;
      raster.data[at + 2] = 232 * value + 6;
      raster.data[at + 3] = 255 * alpha;
    }
  }
  drawRaster(board.ctx, raster, x - middle, y - middle);
}
