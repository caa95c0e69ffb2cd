// What no style may lose: letters, eyes and faces. Gives a rendered picture back just enough of the painting it came from.
import type { Painting } from '../paint/painting.js';
import { smoothstep } from './kernels/plane.js';

/**
 * Mixes the painting back into `target` (H×W×4, in place) inside its lettering boxes, by `amount` 0–1, feathered over
 * `feather` pixels outside them: letters stay crisp, the board they stand on stays painted.
 */
export function keepLettering(target: Uint8ClampedArray, painting: Painting, amount: number, feather: number): void {
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
        for (let c = p; c < p + 3; c += 1)
          target[c] = (target[c] as number) + ((rgba[c] as number) - (target[c] as number)) * keep;
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
