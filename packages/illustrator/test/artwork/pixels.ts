// Looks at rendered artwork the way a test wants to: which colour leads, how much of it there is, where the ink lies.
import type { Canvas } from '@napi-rs/canvas';
import { nameColour } from '../../src/artwork/colour-targets.js';
import { rgbToOklab } from '../../src/artwork/oklab.js';

/** Share of each basic colour name among the opaque pixels, largest first; `box` limits it to fractions of the canvas. */
export function coloursOf(
  canvas: Canvas,
  box: readonly [number, number, number, number] = [0, 0, 1, 1],
): Map<string, number> {
  const pixels = canvas.data();
  const counts = new Map<string, number>();
  let total = 0;
  for (let y = Math.floor(box[1] * canvas.height); y < box[3] * canvas.height; y++)
    for (let x = Math.floor(box[0] * canvas.width); x < box[2] * canvas.width; x++) {
      const at = (y * canvas.width + x) * 4;
      if ((pixels[at + 3] ?? 0) < 200) continue;
      const name = nameColour(rgbToOklab(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0));
      counts.set(name, (counts.get(name) ?? 0) + 1);
      total += 1;
    }
  return new Map(
    [...counts].map(([name, count]) => [name, count / total] as const).sort((one, other) => other[1] - one[1]),
  );
}

/** The colour name that most opaque pixels have. */
export function leadingColour(canvas: Canvas): string {
  return [...coloursOf(canvas).keys()][0] ?? 'none';
}

/** Bounds of the pixels with alpha above 40, exclusive at the far side: `[x0, y0, x1, y1]`. */
export function inkOf(canvas: Canvas): [number, number, number, number] {
  const pixels = canvas.data();
  const box: [number, number, number, number] = [canvas.width, canvas.height, 0, 0];
  for (let y = 0; y < canvas.height; y++)
    for (let x = 0; x < canvas.width; x++) {
      if ((pixels[(y * canvas.width + x) * 4 + 3] ?? 0) <= 40) continue;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x + 1);
      box[3] = Math.max(box[3], y + 1);
    }
  return box;
}

/** Share of the canvas that is drawn on. */
export function coverage(canvas: Canvas): number {
  const pixels = canvas.data();
  let drawn = 0;
  for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 40) drawn += 1;
  return drawn / (canvas.width * canvas.height);
}

/** Number of pixels in which two canvases of one size differ by more than 12 of 255 in some channel. */
export function differingPixels(one: Canvas, other: Canvas): number {
  const [a, b] = [one.data(), other.data()];
  let count = 0;
  for (let at = 0; at < a.length; at += 4)
    if ([0, 1, 2, 3].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > 12)) count += 1;
  return count;
}

/** 64-bit difference hash of a canvas over mid grey, as 16 hex digits: near pictures have near hashes. */
export function perceptualHash(canvas: Canvas): string {
  const pixels = canvas.data();
  const level = (column: number, row: number) => {
    let sum = 0;
    let count = 0;
    for (let y = Math.floor((row * canvas.height) / 8); y < ((row + 1) * canvas.height) / 8; y++)
      for (let x = Math.floor((column * canvas.width) / 9); x < ((column + 1) * canvas.width) / 9; x++) {
        const at = (y * canvas.width + x) * 4;
        const alpha = (pixels[at + 3] ?? 0) / 255;
        const light = 0.3 * (pixels[at] ?? 0) + 0.59 * (pixels[at + 1] ?? 0) + 0.11 * (pixels[at + 2] ?? 0);
        sum += light * alpha + 128 * (1 - alpha);
        count += 1;
      }
    return sum / Math.max(1, count);
  };
  let bits = '';
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 8; column++) bits += level(column, row) > level(column + 1, row) ? '1' : '0';
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

/** Bits in which two perceptual hashes differ, 0–64. */
export function hashDistance(one: string, other: string): number {
  return (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length;
}
