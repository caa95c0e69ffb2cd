// What an edit of a photograph works with: its pixels, and where sky, distance and greenery are.
import { type Painting, regionNames } from '../../paint/painting.js';
import { toOklab } from '../../style/kernels/oklab.js';
import { boxBlur, clamp, createPlane, gaussianBlur, type Plane, smoothstep } from '../../style/kernels/plane.js';

/** A photograph being edited. */
export interface EditContext {
  width: number;
  height: number;
  /** H×W×4, changed in place. */
  rgba: Uint8ClampedArray;
  /** H×W, 0–1, soft by a pixel at its rim. */
  sky: Float32Array;
  /** 0 near – 1 far, a quarter of the picture's size. */
  depth: Plane;
  /** Whether there is any sky to speak of: snow settles in landscapes, not on the faces of portraits. */
  outdoors: boolean;
  /** Mean lightness of what is not sky, Oklab 0–1. */
  meanLight: number;
  seed: number;
  /** Picture side in units of 1024 pixels. */
  unit: number;
  /** 0 – 1: how strongly edits are made. */
  strength: number;
}

/** Picture pixels per pixel of `depth`. */
export const editShrink = 4;

/** Reads the maps of a photograph; `painting.rgba` is copied. */
export function createEditContext(painting: Painting, seed: number, strength: number): EditContext {
  const { width, height, rgba, regions, detail } = painting;
  const w = Math.ceil(width / editShrink);
  const h = Math.ceil(height / editShrink);
  const coarse = createPlane(w, h);
  const near = createPlane(w, h);
  const skyIndex = regionNames.indexOf('sky');
  const subject = regionNames.indexOf('subject');
  let light = 0;
  let count = 0;
  for (let y = 0, k = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, k += 1) {
      const i = Math.min(height - 1, y * editShrink + 1) * width + Math.min(width - 1, x * editShrink + 1);
      const isSky = regions[i] === skyIndex;
      coarse.data[k] = isSky ? 1 : 0;
      near.data[k] = regions[i] === subject ? 1 : smoothstep(90, 200, detail[i] as number);
      if (isSky) continue;
      light += toOklab(rgba[i * 4] as number, rgba[i * 4 + 1] as number, rgba[i * 4 + 2] as number)[0];
      count += 1;
    }
  const full = createPlane(width, height);
  for (let i = 0; i < regions.length; i += 1) full.data[i] = regions[i] === skyIndex ? 1 : 0;
  const sky = gaussianBlur(full, 0.9).data;
  // Higher in the picture is farther away, except for what stands out: that is near.
  const standing = boxBlur(boxBlur(near, 6), 6);
  const depth = createPlane(w, h);
  for (let y = 0, k = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, k += 1) {
      const up = 1 - (y + 0.5) / h;
      const land = clamp(up * 1.15 - 0.75 * (standing.data[k] as number), 0, 1);
      depth.data[k] = Math.max(land, coarse.data[k] as number);
    }
  return {
    width,
    height,
    rgba: new Uint8ClampedArray(rgba),
    sky,
    depth: gaussianBlur(depth, 2),
    outdoors: count < w * h * 0.97,
    meanLight: count > 0 ? light / count : 0.5,
    seed,
    unit: (width + height) / 2048,
    strength,
  };
}
