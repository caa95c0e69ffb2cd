// The operators of a small network that are not convolutions: sums, activations, pooling, padding, resizing.
import { type Picture, paddingBefore } from './convolution.js';
import type { Operator } from './network-file.js';

/** Element by element; `b` may be one pixel (1×1×C) or one value, which is then repeated over the picture. */
export function combine(kind: 'add' | 'multiply', a: Float32Array, b: Float32Array, to: Float32Array): void {
  const [large, small] = a.length >= b.length ? [a, b] : [b, a];
  const period = small.length;
  for (let index = 0, inner = 0; index < large.length; index++) {
    const x = large[index] as number;
    const y = small[inner] as number;
    to[index] = kind === 'add' ? x + y : x * y;
    inner += 1;
    if (inner === period) inner = 0;
  }
}

/** max(0, x); `upper` is 6 for relu6. */
export function rectify(from: Float32Array, to: Float32Array, upper = Number.POSITIVE_INFINITY): void {
  for (let index = 0; index < from.length; index++) {
    to[index] = Math.min(upper, Math.max(0, from[index] as number));
  }
}

/** x · min(6, max(0, x + 3)) / 6 (MobileNetV3, Howard 2019). */
export function hardSwish(from: Float32Array, to: Float32Array): void {
  for (let index = 0; index < from.length; index++) {
    const value = from[index] as number;
    to[index] = (value * Math.min(6, Math.max(0, value + 3))) / 6;
  }
}

/** 1 / (1 + e^−x). */
export function logistic(from: Float32Array, to: Float32Array): void {
  for (let index = 0; index < from.length; index++) to[index] = 1 / (1 + Math.exp(-(from[index] as number)));
}

/** Largest or mean value of each window, per channel; pixels outside the picture do not count. */
export function pool(operator: Operator, kind: 'max' | 'average', from: Picture, to: Picture): void {
  const { data, shape } = from;
  const channels = shape.channels;
  const top = paddingBefore(operator, shape.height, to.shape.height, operator.windowY, operator.strideY);
  const left = paddingBefore(operator, shape.width, to.shape.width, operator.windowX, operator.strideX);
  for (let y = 0; y < to.shape.height; y++) {
    const firstY = Math.max(0, y * operator.strideY - top);
    const lastY = Math.min(shape.height, y * operator.strideY - top + operator.windowY);
    for (let x = 0; x < to.shape.width; x++) {
      const firstX = Math.max(0, x * operator.strideX - left);
      const lastX = Math.min(shape.width, x * operator.strideX - left + operator.windowX);
      for (let channel = 0; channel < channels; channel++) {
        let most = Number.NEGATIVE_INFINITY;
        let sum = 0;
        for (let sourceY = firstY; sourceY < lastY; sourceY++) {
          for (let sourceX = firstX; sourceX < lastX; sourceX++) {
            const value = data[(sourceY * shape.width + sourceX) * channels + channel] as number;
            sum += value;
            if (value > most) most = value;
          }
        }
        const target = (y * to.shape.width + x) * channels + channel;
        to.data[target] = kind === 'max' ? most : sum / ((lastY - firstY) * (lastX - firstX));
      }
    }
  }
}

/** Zeros around the picture. `paddings` holds a pair (before, after) for batch, height, width and channels. */
export function pad(from: Picture, paddings: Float32Array | Int32Array, to: Picture): void {
  const [, , top = 0, , left = 0, , front = 0] = paddings;
  const { height, width, channels } = from.shape;
  to.data.fill(0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const source = (y * width + x) * channels;
      const target = ((y + top) * to.shape.width + x + left) * to.shape.channels + front;
      for (let channel = 0; channel < channels; channel++)
        to.data[target + channel] = from.data[source + channel] as number;
    }
  }
}

/** Bilinear resize to the shape of `to`, with TensorFlow's three conventions for where pixel centres lie. */
export function resizeBilinear(operator: Operator, from: Picture, to: Picture): void {
  const { data, shape } = from;
  const channels = shape.channels;
  const across = sampler(operator, shape.width, to.shape.width);
  const down = sampler(operator, shape.height, to.shape.height);
  for (let y = 0; y < to.shape.height; y++) {
    const rows = down(y);
    for (let x = 0; x < to.shape.width; x++) {
      const columns = across(x);
      const topLeft = (rows.first * shape.width + columns.first) * channels;
      const topRight = (rows.first * shape.width + columns.second) * channels;
      const bottomLeft = (rows.second * shape.width + columns.first) * channels;
      const bottomRight = (rows.second * shape.width + columns.second) * channels;
      const target = (y * to.shape.width + x) * channels;
      for (let channel = 0; channel < channels; channel++) {
        const top = mix(data[topLeft + channel] as number, data[topRight + channel] as number, columns.share);
        const bottom = mix(data[bottomLeft + channel] as number, data[bottomRight + channel] as number, columns.share);
        to.data[target + channel] = mix(top, bottom, rows.share);
      }
    }
  }
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** For one axis: the two source pixels of a target pixel, and the share of the second. */
function sampler(operator: Operator, inputs: number, outputs: number) {
  const scale = operator.alignCorners && outputs > 1 ? (inputs - 1) / (outputs - 1) : inputs / outputs;
  const shift = operator.halfPixelCentres ? 0.5 : 0;
  return (index: number): { first: number; second: number; share: number } => {
    const at = Math.max(0, (index + shift) * scale - shift);
    const first = Math.min(inputs - 1, Math.floor(at));
    return { first, second: Math.min(inputs - 1, first + 1), share: at - first };
  };
}
