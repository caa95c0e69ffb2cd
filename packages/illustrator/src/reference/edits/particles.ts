// What falls and flies: flakes, streaks and leaves, many small ones far away and a few large soft ones near the lens.
import { createRandom, type Random } from '../../style/kernels/random.js';
import type { EditContext } from './edit-context.js';

/** A shower of like things; lengths in pixels at 1024². */
export interface Shower {
  kind: 'flake' | 'streak' | 'leaf';
  /** At 1024²; follows the picture's area. */
  count: number;
  /** Smallest and largest radius. */
  size: [number, number];
  /** Streaks only: shortest and longest. */
  length: [number, number];
  /** Sideways drift per fall, 0 straight down. */
  slant: number;
  colour: [number, number, number];
  opacity: number;
}

/** Scatters a shower over the picture, in place. */
export function scatterParticles(context: EditContext, shower: Shower): void {
  const { width, height, unit, strength } = context;
  const random = createRandom(context.seed, 62);
  const count = Math.round((shower.count * width * height) / (1024 * 1024 * unit * unit));
  for (let k = 0; k < count; k += 1) {
    // Cubed: few are near.
    const near = random.next() ** 3;
    const size = (shower.size[0] + (shower.size[1] - shower.size[0]) * near) * unit;
    const x = random.between(-0.1, 1.1) * width;
    const y = random.between(-0.1, 1.1) * height;
    const opacity = shower.opacity * strength * random.between(0.45, 1) * (1 - 0.45 * near);
    if (shower.kind === 'streak') {
      const length = (shower.length[0] + (shower.length[1] - shower.length[0]) * near) * unit;
      drawStreak(context, x, y, size, length, shower.slant * random.between(0.9, 1.1), shower.colour, opacity);
    } else if (shower.kind === 'flake')
      drawOval(context, x, y, size, size, 0, shower.colour, opacity, 0.35 + 0.5 * near);
    else drawLeaf(context, x, y, size, shower.colour, opacity, random);
  }
}

function blend(rgba: Uint8ClampedArray, p: number, [r, g, b]: readonly [number, number, number], share: number): void {
  rgba[p] = (rgba[p] as number) + (r - (rgba[p] as number)) * share;
  rgba[p + 1] = (rgba[p + 1] as number) + (g - (rgba[p + 1] as number)) * share;
  rgba[p + 2] = (rgba[p + 2] as number) + (b - (rgba[p + 2] as number)) * share;
}

/** An oval with half axes `rx`, `ry`, turned by `angle`; `soft` 0 hard – 1 fading from the middle. */
function drawOval(
  { width, height, rgba }: EditContext,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  angle: number,
  colour: readonly [number, number, number],
  opacity: number,
  soft: number,
): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reach = Math.max(rx, ry) + 1;
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(height - 1, cy + reach); y += 1)
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(width - 1, cx + reach); x += 1) {
      const u = ((x - cx) * cos + (y - cy) * sin) / rx;
      const v = (-(x - cx) * sin + (y - cy) * cos) / ry;
      const d = Math.sqrt(u * u + v * v);
      // Small ones need a rim of a pixel, large ones fade by choice.
      const fade = Math.max(soft, 1 / Math.max(1, Math.min(rx, ry)));
      const cover = Math.min(1, Math.max(0, (1 + fade / 2 - d) / fade));
      if (cover > 0) blend(rgba, (y * width + x) * 4, colour, opacity * cover);
    }
}

function drawStreak(
  { width, height, rgba }: EditContext,
  x: number,
  y: number,
  half: number,
  length: number,
  slant: number,
  colour: readonly [number, number, number],
  opacity: number,
): void {
  for (let py = Math.max(0, Math.floor(y)); py < Math.min(height, y + length); py += 1) {
    const along = (py - y) / length;
    const cx = x - (py - y) * slant;
    const fade = opacity * Math.sin(Math.PI * Math.min(1, Math.max(0, along)));
    for (let px = Math.max(0, Math.floor(cx - half - 1)); px <= Math.min(width - 1, cx + half + 1); px += 1) {
      const cover = Math.min(1, Math.max(0, half + 0.5 - Math.abs(px - cx)));
      if (cover > 0) blend(rgba, (py * width + px) * 4, colour, fade * cover);
    }
  }
}

function drawLeaf(
  context: EditContext,
  x: number,
  y: number,
  size: number,
  [r, g, b]: readonly [number, number, number],
  opacity: number,
  random: Random,
): void {
  const shade = random.between(0.75, 1.2);
  const green = random.next() < 0.35;
  const colour = [green ? g * 0.85 * shade : r * shade, g * shade, b * shade] as const;
  drawOval(context, x, y, size, size * random.between(0.3, 0.55), random.between(0, Math.PI), colour, opacity, 0.2);
}
