// The small Oklab picture on which the cut is decided.
import { type PicturePyramid, sampleArea } from '../faces/picture-pyramid.js';
import { toOklab } from '../style/kernels/oklab.js';

/** Oklab planes, H×W each. */
export interface LabGrid {
  width: number;
  height: number;
  l: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

/** The whole picture, its longer side `longer` samples (fewer when the picture has fewer pixels). */
export function createLabGrid(pyramid: PicturePyramid, longer: number): LabGrid {
  const scale = Math.min(1, longer / Math.max(pyramid.width, pyramid.height));
  const width = Math.max(1, Math.round(pyramid.width * scale));
  const height = Math.max(1, Math.round(pyramid.height * scale));
  const area = { x0: 0, y0: 0, x1: pyramid.width, y1: pyramid.height };
  const rgb = sampleArea(pyramid, area, width, height);
  const length = width * height;
  const grid = { width, height, l: new Float32Array(length), a: new Float32Array(length), b: new Float32Array(length) };
  for (let index = 0; index < length; index++) {
    const [l, a, b] = toOklab(
      Math.round(rgb[3 * index] as number),
      Math.round(rgb[3 * index + 1] as number),
      Math.round(rgb[3 * index + 2] as number),
    );
    grid.l[index] = l;
    grid.a[index] = a;
    grid.b[index] = b;
  }
  return grid;
}
