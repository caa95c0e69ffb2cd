// Single marks of a dry point on a plane of darkness.
import type { Plane } from '../kernels/plane.js';
import { type Bristles, bristleLength, bristleWidth } from './bristles.js';

/** Where a mark runs; as in `Stroke`. */
interface Mark {
  x: number;
  y: number;
  cos: number;
  sin: number;
  reach: number;
  half: number;
  bend: number;
}

/**
 * Adds one mark to `deposit` (0 bare – 1 black), in place. Marks multiply what is left of the paper, so that crossing them darkens
 * and never burns through.
 */
export function layMarks(deposit: Plane, mark: Mark, strength: number, bristles: Bristles): void {
  const { width, height, data } = deposit;
  const { cos, sin, reach, bend } = mark;
  // A line thinner than a pixel and a half is drawn that wide and fainter.
  const half = Math.max(0.9, mark.half);
  const force = (strength * Math.min(1, mark.half / half)) / 255;
  const sag = -bend * reach * reach;
  const low = Math.min(0, sag) - half;
  const high = Math.max(0, sag) + half;
  const spanX = Math.abs(cos) * reach + Math.abs(sin) * Math.max(-low, high);
  const spanY = Math.abs(sin) * reach + Math.abs(cos) * Math.max(-low, high);
  const y0 = Math.max(0, Math.ceil(mark.y - spanY));
  const y1 = Math.min(height - 1, Math.floor(mark.y + spanY));
  const x0 = Math.max(0, Math.ceil(mark.x - spanX));
  const x1 = Math.min(width - 1, Math.floor(mark.x + spanX));
  const uScale = bristleLength / (2 * reach);
  const vScale = bristleWidth / (2 * half);
  for (let y = y0; y <= y1; y += 1) {
    const dy = y - mark.y;
    let left = x0;
    let right = x1;
    // Narrow the row to where the mark's band crosses it.
    if (sin > 0.02 || sin < -0.02) {
      const a = mark.x + (dy * cos - low) / sin;
      const b = mark.x + (dy * cos - high) / sin;
      left = Math.max(left, Math.ceil(Math.min(a, b)));
      right = Math.min(right, Math.floor(Math.max(a, b)));
    }
    for (let x = left; x <= right; x += 1) {
      const dx = x - mark.x;
      const u = dx * cos + dy * sin;
      if (u <= -reach || u >= reach) continue;
      const v = -dx * sin + dy * cos - bend * u * u - sag + half;
      if (v < 0) continue;
      const tv = (v * vScale) | 0;
      if (tv >= bristleWidth) continue;
      const alpha = (bristles.alpha[tv * bristleLength + (((u + reach) * uScale) | 0)] as number) * force;
      const i = y * width + x;
      const here = data[i] as number;
      data[i] = here + (1 - here) * alpha;
    }
  }
}
