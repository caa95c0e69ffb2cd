// Directions: which way things run in a picture, so that strokes, hatching and lines can follow the form.
import { createPlane, gaussianBlur, type Plane } from './plane.js';

/**
 * Second-moment matrix of the gradient at each pixel: [[xx, xy], [xy, yy]]. Sums of tensors are meaningful where sums of
 * directions are not (a line and its opposite are the same line).
 */
export interface TensorField {
  xx: Plane;
  xy: Plane;
  yy: Plane;
}

/** Unit tangents along edges (sign arbitrary) and how sure they are, 0 (none) – 1 (a clean edge). */
export interface FlowField {
  width: number;
  height: number;
  /** Picture pixels per field pixel. */
  scale: number;
  tx: Float32Array;
  ty: Float32Array;
  coherence: Float32Array;
}

/**
 * The structure tensor of a luma plane, blurred with deviation `sigma` pixels (Förstner 1986; as used for image
 * abstraction by Kyprianidis and Döllner, "Image Abstraction by Structure Adaptive Filtering", 2008).
 */
export function structureTensor(luma: Plane, sigma: number): TensorField {
  const { width, height, data } = luma;
  const xx = createPlane(width, height);
  const xy = createPlane(width, height);
  const yy = createPlane(width, height);
  for (let y = 0; y < height; y += 1) {
    const up = Math.max(0, y - 1) * width;
    const row = y * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x += 1) {
      const l = x > 0 ? x - 1 : 0;
      const r = x < width - 1 ? x + 1 : x;
      const ul = data[up + l] as number;
      const ur = data[up + r] as number;
      const dl = data[down + l] as number;
      const dr = data[down + r] as number;
      // Scharr's weights: the least rotation error of any 3×3 gradient.
      const gx = (3 * (ur - ul + dr - dl) + 10 * ((data[row + r] as number) - (data[row + l] as number))) / 16;
      const gy = (3 * (dl - ul + dr - ur) + 10 * ((data[down + x] as number) - (data[up + x] as number))) / 16;
      xx.data[row + x] = gx * gx;
      xy.data[row + x] = gx * gy;
      yy.data[row + x] = gy * gy;
    }
  }
  return { xx: gaussianBlur(xx, sigma), xy: gaussianBlur(xy, sigma), yy: gaussianBlur(yy, sigma) };
}

/** Adds `weight` × the same-sized `other` to `field`, in place: fills quiet places from a broader view. */
export function addTensors(field: TensorField, other: TensorField, weight: number): void {
  for (const key of ['xx', 'xy', 'yy'] as const) {
    const into = field[key].data;
    const from = other[key].data;
    for (let i = 0; i < into.length; i += 1) into[i] = (into[i] as number) + weight * (from[i] as number);
  }
}

/** Adds at pixel `i` a wish that strokes there run at `angle` radians; `weight` in squared-gradient units. */
export function addDirection(field: TensorField, i: number, angle: number, weight: number): void {
  // The gradient of a line that runs at `angle` points along its normal.
  const nx = -Math.sin(angle);
  const ny = Math.cos(angle);
  field.xx.data[i] = (field.xx.data[i] as number) + weight * nx * nx;
  field.xy.data[i] = (field.xy.data[i] as number) + weight * nx * ny;
  field.yy.data[i] = (field.yy.data[i] as number) + weight * ny * ny;
}

/** Tangents from tensors: the eigenvector of the smaller eigenvalue, in closed form. `scale`: picture pixels per pixel. */
export function tangentFlow(field: TensorField, scale: number): FlowField {
  const { width, height } = field.xx;
  const tx = new Float32Array(width * height);
  const ty = new Float32Array(width * height);
  const coherence = new Float32Array(width * height);
  for (let i = 0; i < tx.length; i += 1) {
    const e = field.xx.data[i] as number;
    const f = field.xy.data[i] as number;
    const g = field.yy.data[i] as number;
    const spread = Math.sqrt((e - g) * (e - g) + 4 * f * f);
    const larger = (e + g + spread) / 2;
    // (larger − e, −f) is a tangent unless both vanish, then the gradient runs along x and the tangent along y.
    let x = larger - e;
    let y = -f;
    const length = Math.sqrt(x * x + y * y);
    if (length > 1e-12) {
      x /= length;
      y /= length;
    } else {
      x = e > g ? 0 : 1;
      y = e > g ? 1 : 0;
    }
    tx[i] = x;
    ty[i] = y;
    coherence[i] = e + g > 1e-9 ? spread / (e + g) : 0;
  }
  return { width, height, scale, tx, ty, coherence };
}
