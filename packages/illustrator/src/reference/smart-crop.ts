// Crops a photograph to another shape around what matters in it.
import { type PixelBox, saliencyMap } from './analyse-photograph.js';
import { cropPhotograph, type Photograph } from './decode-reference.js';

/** A cropped photograph and where it was taken from, in pixels of the original. */
export interface Crop {
  photo: Photograph;
  left: number;
  top: number;
}

/**
 * Where a window of `size` lies best on an axis of `weights` (one number per sample): most weight inside, nearest to the middle among
 * equals. Returns the window's first sample.
 */
export function bestWindow(weights: ArrayLike<number>, size: number): number {
  const room = weights.length - size;
  if (room <= 0) return 0;
  let inside = 0;
  let total = 0;
  for (let k = 0; k < weights.length; k += 1) {
    total += weights[k] as number;
    if (k < size) inside += weights[k] as number;
  }
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let start = 0; start <= room; start += 1) {
    if (start > 0) inside += (weights[start + size - 1] as number) - (weights[start - 1] as number);
    // A crop far off the middle must earn its place: a tenth of all weight at the very edge.
    const score = inside - Math.abs(start / room - 0.5) * 0.2 * total;
    if (score > bestScore + 1e-9) {
      bestScore = score;
      best = start;
    }
  }
  return best;
}

/**
 * Crops `photo` to exactly `width` × `height`, which it must cover (`toCover`). Only one side has room to choose; the window takes in
 * as much saliency as it can, and every face counts half as much again as all the rest together, so that no head is cut.
 */
export function smartCrop(photo: Photograph, width: number, height: number, faces: readonly PixelBox[]): Crop {
  const roomX = photo.width - width;
  const roomY = photo.height - height;
  if (roomX <= 0 && roomY <= 0) return { photo: cropPhotograph(photo, 0, 0, width, height), left: 0, top: 0 };
  const saliency = saliencyMap(photo.rgba, photo.width, photo.height);
  const alongX = roomX >= roomY;
  const samples = alongX ? saliency.width : saliency.height;
  const weights = new Float64Array(samples);
  let total = 0;
  for (let y = 0, i = 0; y < saliency.height; y += 1)
    for (let x = 0; x < saliency.width; x += 1, i += 1) {
      const value = (saliency.data[i] as number) ** 2;
      const k = alongX ? x : y;
      weights[k] = (weights[k] as number) + value;
      total += value;
    }
  const toSample = samples / (alongX ? photo.width : photo.height);
  for (const face of faces) {
    // The whole head counts, not just the face: half a face more on either side.
    const margin = 0.5 * (alongX ? face.x1 - face.x0 : face.y1 - face.y0);
    const from = Math.max(0, Math.floor(((alongX ? face.x0 : face.y0) - margin) * toSample));
    const to = Math.min(samples, Math.ceil(((alongX ? face.x1 : face.y1) + margin) * toSample));
    for (let k = from; k < to; k += 1) weights[k] = (weights[k] as number) + (1.5 * total) / Math.max(1, to - from);
  }
  const start = bestWindow(weights, Math.round((alongX ? width : height) * toSample));
  const offset = Math.round(start / toSample);
  const left = alongX ? Math.min(roomX, offset) : 0;
  const top = alongX ? 0 : Math.min(roomY, offset);
  return { photo: cropPhotograph(photo, left, top, width, height), left, top };
}
