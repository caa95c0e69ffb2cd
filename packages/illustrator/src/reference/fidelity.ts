// How close a picture stays to its reference: the one place where fidelity, 0–1, is turned into amounts.
import type { Painting } from '../paint/painting.js';
import { fractalNoise } from '../style/kernels/noise.js';
import { clamp, sampleBilinear, smoothstep } from '../style/kernels/plane.js';
import type { PixelBox } from './analyse-photograph.js';

/**
 * How much of the reference itself shows through the finished style: nearly nothing up to one half, so that the asked style is whole by
 * default (0.5), then rising to 0.96 at 1. Rises strictly.
 */
export function referenceShare(imageFidelity: number): number {
  const low = Math.min(imageFidelity, 0.5) / 0.5;
  const high = Math.max(0, imageFidelity - 0.5) / 0.5;
  return 0.1 * low + 0.86 * high ** 1.25;
}

/** The same for a face, on top of `referenceShare`: a likeness at 0.45, the face itself at 1. Rises strictly. */
export function faceShare(humanFidelity: number): number {
  return 0.95 * humanFidelity ** 1.6;
}

/** How strongly edits (night, snow, …) are made: in full up to 0.6, a quarter at 1, where the reference is barely touched. */
export function editStrength(imageFidelity: number): number {
  return 1 - 0.75 * clamp((imageFidelity - 0.6) / 0.4, 0, 1);
}

/**
 * A free hand below one half: the drawing is redrawn with a wandering line (up to 11 pixels at 1024² for 0) and coarser strokes. Returns
 * a new painting, or the same one when fidelity leaves no freedom.
 */
export function loosen(painting: Painting, imageFidelity: number, seed: number, unit: number): Painting {
  const freedom = 1 - Math.min(imageFidelity, 0.5) / 0.5;
  if (freedom === 0) return painting;
  const { width, height } = painting;
  const detail = painting.detail.map((value) => value * (1 - 0.4 * freedom));
  const step = 8;
  const noiseOf = (salt: number): ReturnType<typeof fractalNoise> =>
    fractalNoise(Math.ceil(width / step) + 1, Math.ceil(height / step) + 1, {
      size: Math.max(2, (130 * unit) / step),
      octaves: 2,
      seed: seed ^ salt,
    });
  const [driftX, driftY] = [noiseOf(0x71), noiseOf(0x72)];
  const reach = 30 * unit * freedom;
  const rgba = new Uint8ClampedArray(painting.rgba.length);
  const regions = new Uint8Array(painting.regions.length);
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      // Nothing is drawn in from beyond the border, and careful places wander less.
      const calm = 1 - 0.6 * ((painting.detail[i] as number) / 255);
      const sx = clamp(x + (sampleBilinear(driftX, x / step, y / step) - 0.5) * reach * calm, 0, width - 1);
      const sy = clamp(y + (sampleBilinear(driftY, x / step, y / step) - 0.5) * reach * calm, 0, height - 1);
      copyBilinear(painting.rgba, width, height, sx, sy, rgba, i);
      regions[i] = painting.regions[Math.round(sy) * width + Math.round(sx)] as number;
    }
  return { ...painting, rgba, regions, detail };
}

function copyBilinear(
  from: Uint8ClampedArray,
  width: number,
  height: number,
  x: number,
  y: number,
  to: Uint8ClampedArray,
  i: number,
): void {
  const x0 = x | 0;
  const y0 = y | 0;
  const fx = x - x0;
  const fy = y - y0;
  const right = x0 + 1 < width ? 4 : 0;
  const down = y0 + 1 < height ? width * 4 : 0;
  const p = (y0 * width + x0) * 4;
  for (let c = 0; c < 3; c += 1) {
    const a = from[p + c] as number;
    const b = from[p + c + right] as number;
    const d = from[p + c + down] as number;
    const e = from[p + c + right + down] as number;
    to[i * 4 + c] = (a + (b - a) * fx) * (1 - fy) + (d + (e - d) * fx) * fy;
  }
  to[i * 4 + 3] = 255;
}

/** How much each pixel belongs to a face, 0–1: ovals around the boxes, soft at the rim. H×W. */
export function faceMask(width: number, height: number, faces: readonly PixelBox[]): Float32Array {
  const mask = new Float32Array(width * height);
  for (const face of faces) {
    const cx = (face.x0 + face.x1) / 2;
    const cy = (face.y0 + face.y1) / 2;
    const rx = Math.max(1, (face.x1 - face.x0) * 0.66);
    const ry = Math.max(1, (face.y1 - face.y0) * 0.72);
    for (let y = Math.max(0, Math.floor(cy - ry)); y < Math.min(height, cy + ry); y += 1)
      for (let x = Math.max(0, Math.floor(cx - rx)); x < Math.min(width, cx + rx); x += 1) {
        const d = Math.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2);
        const i = y * width + x;
        mask[i] = Math.max(mask[i] as number, 1 - smoothstep(0.6, 1, d));
      }
  }
  return mask;
}

/**
 * Mixes `reference` into `styled` in place (both H×W×4): `share` everywhere, and where `mask` is 1 also `share + (1 − share) ·
 * maskShare`.
 */
export function showReference(
  styled: Uint8ClampedArray,
  reference: Uint8ClampedArray,
  share: number,
  mask?: Float32Array,
  maskShare = 0,
): void {
  for (let i = 0, p = 0; p < styled.length; i += 1, p += 4) {
    const keep = mask ? share + (1 - share) * maskShare * (mask[i] as number) : share;
    for (let c = p; c < p + 3; c += 1)
      styled[c] = (styled[c] as number) + ((reference[c] as number) - (styled[c] as number)) * keep;
  }
}
