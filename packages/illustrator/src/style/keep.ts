// What no style may lose: letters, eyes and faces. Gives a rendered picture back just enough of the painting it came from.
import type { Painting } from '../paint/painting.js';
import { createRowReader, gaussianBlur, lumaPlane, smoothstep } from './kernels/plane.js';

/** Turns a colour of the painting (8-bit sRGB) into the style's own. */
export type Recolour = (r: number, g: number, b: number) => readonly [number, number, number];

/**
 * Mixes the painting back into `target` (H×W×4, in place) inside its lettering boxes, by `amount` 0–1, feathered over
 * `feather` pixels outside them: letters stay crisp, the board they stand on stays painted. `recolour` fits the painting's colours
 * to a style that does not keep them.
 */
export function keepLettering(
  target: Uint8ClampedArray,
  painting: Painting,
  amount: number,
  feather: number,
  recolour: Recolour = (r, g, b) => [r, g, b],
): void {
  const { width, height, rgba } = painting;
  for (const box of painting.letteringBoxes) {
    const x0 = Math.max(0, Math.floor(box.x0 - feather));
    const x1 = Math.min(width, Math.ceil(box.x1 + feather));
    const y0 = Math.max(0, Math.floor(box.y0 - feather));
    const y1 = Math.min(height, Math.ceil(box.y1 + feather));
    for (let y = y0; y < y1; y += 1) {
      const outY = Math.max(box.y0 - y, y - box.y1, 0);
      for (let x = x0; x < x1; x += 1) {
        const outX = Math.max(box.x0 - x, x - box.x1, 0);
        const outside = Math.sqrt(outX * outX + outY * outY);
        const keep = amount * (1 - smoothstep(0, Math.max(1, feather), outside));
        const p = (y * width + x) * 4;
        const [r, g, b] = recolour(rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number);
        target[p] = (target[p] as number) + (r - (target[p] as number)) * keep;
        target[p + 1] = (target[p + 1] as number) + (g - (target[p + 1] as number)) * keep;
        target[p + 2] = (target[p + 2] as number) + (b - (target[p + 2] as number)) * keep;
      }
    }
  }
}

/**
 * Mixes the painting back into `target` (in place) where its detail map is above `from`: nothing at `from`, `amount` (0–1)
 * at 255. Keeps the look of an eye without giving up the stroke around it.
 */
export function keepDetail(target: Uint8ClampedArray, painting: Painting, from: number, amount: number): void {
  const { rgba, detail } = painting;
  const table = Float32Array.from({ length: 256 }, (_, value) => amount * smoothstep(from, 255, value));
  for (let i = 0; i < detail.length; i += 1) {
    const keep = table[detail[i] as number] as number;
    if (keep === 0) continue;
    const p = i * 4;
    for (let c = p; c < p + 3; c += 1)
      target[c] = (target[c] as number) + ((rgba[c] as number) - (target[c] as number)) * keep;
  }
}

/**
 * Gives back small lights (stars, lit windows, white flowers) that simplifying has put out, in place: where the painting is brighter than its
 * surroundings by a fifth or more, `target` takes its colour by up to `amount`.
 */
export function keepLights(target: Uint8ClampedArray, painting: Painting, amount: number): void {
  const { width, height, rgba } = painting;
  const luma = lumaPlane(rgba, width, height, 2);
  const around = gaussianBlur(luma, (width + height) / 340);
  for (let i = 0; i < luma.data.length; i += 1) luma.data[i] = (luma.data[i] as number) - (around.data[i] as number);
  const sparkRow = createRowReader(luma, width, height);
  for (let y = 0, p = 0; y < height; y += 1) {
    const sparks = sparkRow(y);
    for (let x = 0; x < width; x += 1, p += 4) {
      const keep = amount * smoothstep(0.12, 0.3, sparks[x] as number);
      if (keep === 0) continue;
      for (let c = p; c < p + 3; c += 1)
        target[c] = (target[c] as number) + Math.max(0, (rgba[c] as number) - (target[c] as number)) * keep;
    }
  }
}

/**
 * For styles of one colour: `keepLettering` with the lightest ground of each box as `light` and its darkest letters as `dark` (8-bit
 * sRGB), whatever colours the painting had, so that a grey board does not swallow grey letters.
 */
export function keepLetteringInTwoTones(
  target: Uint8ClampedArray,
  painting: Painting,
  amount: number,
  feather: number,
  dark: readonly [number, number, number],
  light: readonly [number, number, number],
): void {
  for (const box of painting.letteringBoxes) {
    const [low, high] = lightRange(painting, box);
    const span = Math.max(12, high - low);
    keepLettering(target, { ...painting, letteringBoxes: [box] }, amount, feather, (r, g, b) => {
      const t = smoothstep(0.12, 0.85, (luma(r, g, b) - low) / span);
      return [
        dark[0] + (light[0] - dark[0]) * t,
        dark[1] + (light[1] - dark[1]) * t,
        dark[2] + (light[2] - dark[2]) * t,
      ];
    });
  }
}

/** Rough luma of 8-bit sRGB, 0–255. */
function luma(r: number, g: number, b: number): number {
  return 0.3 * r + 0.59 * g + 0.11 * b;
}

/** Luma of the darkest and the lightest twentieth of a box. */
function lightRange({ width, height, rgba }: Painting, box: Painting['letteringBoxes'][number]): [number, number] {
  const values: number[] = [];
  for (let y = Math.max(0, Math.floor(box.y0)); y < Math.min(height, box.y1); y += 2)
    for (let x = Math.max(0, Math.floor(box.x0)); x < Math.min(width, box.x1); x += 2) {
      const p = (y * width + x) * 4;
      values.push(luma(rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number));
    }
  values.sort((a, b) => a - b);
  return [values[Math.floor(values.length * 0.05)] ?? 0, values[Math.floor(values.length * 0.95)] ?? 255];
}
