// The convolutions of a small network: pointwise (a matrix product), general, depthwise and transposed.
// All pictures are H×W×C float32, channels fastest; weights are as TensorFlow Lite stores them.
import type { Operator, Shape } from './network-file.js';

export interface Picture {
  data: Float32Array;
  shape: Shape;
}

/** Zeros before the first pixel so that a window of `size` at `stride` yields `outputs` pixels from `inputs`. */
export function paddingBefore(operator: Operator, inputs: number, outputs: number, size: number, stride: number) {
  return operator.padded ? Math.max(0, (outputs - 1) * stride + size - inputs) >> 1 : 0;
}

/**
 * Convolution with bias. Weights: output channels × height × width × input channels. Windows are first gathered into
 * rows (im2col), so that one matrix product serves every size; a pointwise convolution needs no gathering.
 */
export function convolve(operator: Operator, from: Picture, weights: Picture, bias: Float32Array, to: Picture): void {
  const { height, width } = weights.shape;
  const pointwise = height === 1 && width === 1 && operator.strideX === 1 && operator.strideY === 1;
  const depth = height * width * from.shape.channels;
  const rowPixels = to.shape.width;
  if (pointwise) {
    multiplyRows(from.data, weights.data, bias, to.data, to.shape.height * rowPixels, depth, to.shape.channels, 0);
    return;
  }
  const row = new Float32Array(rowPixels * depth);
  for (let y = 0; y < to.shape.height; y++) {
    gatherRow(operator, from, weights.shape, to.shape, y, row);
    multiplyRows(row, weights.data, bias, to.data, rowPixels, depth, to.shape.channels, y * rowPixels);
  }
}

/** Copies the windows of one output row side by side; what lies outside the picture stays zero. */
function gatherRow(operator: Operator, from: Picture, window: Shape, to: Shape, y: number, row: Float32Array): void {
  const { data, shape } = from;
  const channels = shape.channels;
  const top = y * operator.strideY - paddingBefore(operator, shape.height, to.height, window.height, operator.strideY);
  const before = paddingBefore(operator, shape.width, to.width, window.width, operator.strideX);
  row.fill(0);
  for (let x = 0; x < to.width; x++) {
    const left = x * operator.strideX - before;
    const first = Math.max(0, -left);
    const last = Math.min(window.width, shape.width - left);
    if (last <= first) continue;
    for (let windowY = 0; windowY < window.height; windowY++) {
      const sourceY = top + windowY;
      if (sourceY < 0 || sourceY >= shape.height) continue;
      const source = (sourceY * shape.width + left + first) * channels;
      const target = ((x * window.height + windowY) * window.width + first) * channels;
      row.set(data.subarray(source, source + (last - first) * channels), target);
    }
  }
}

/**
 * to[r, o] = bias[o] + Σ rows[r, d] · weights[o, d], in tiles of 2 rows × 4 outputs: eight sums stay in registers, which
 * is what makes this loop four times as fast as the plain one. Sums are kept in double precision.
 */
function multiplyRows(
  rows: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  to: Float32Array,
  count: number,
  depth: number,
  outputs: number,
  firstRow: number,
): void {
  const tiled = outputs - (outputs % 4);
  for (let row = 0; row < count; row += 2) {
    const a = row * depth;
    // An odd last row is computed twice rather than branched upon.
    const b = row + 1 < count ? a + depth : a;
    const toA = (firstRow + row) * outputs;
    const toB = row + 1 < count ? toA + outputs : toA;
    for (let output = 0; output < tiled; output += 4) {
      const w0 = output * depth;
      const w1 = w0 + depth;
      const w2 = w1 + depth;
      const w3 = w2 + depth;
      let a0 = bias[output] as number;
      let a1 = bias[output + 1] as number;
      let a2 = bias[output + 2] as number;
      let a3 = bias[output + 3] as number;
      let b0 = a0;
      let b1 = a1;
      let b2 = a2;
      let b3 = a3;
      for (let index = 0; index < depth; index++) {
        const valueA = rows[a + index] as number;
        const valueB = rows[b + index] as number;
        const weight0 = weights[w0 + index] as number;
        const weight1 = weights[w1 + index] as number;
        const weight2 = weights[w2 + index] as number;
        const weight3 = weights[w3 + index] as number;
        a0 += valueA * weight0;
        a1 += valueA * weight1;
        a2 += valueA * weight2;
        a3 += valueA * weight3;
        b0 += valueB * weight0;
        b1 += valueB * weight1;
        b2 += valueB * weight2;
        b3 += valueB * weight3;
      }
      to[toA + output] = a0;
      to[toA + output + 1] = a1;
      to[toA + output + 2] = a2;
      to[toA + output + 3] = a3;
      to[toB + output] = b0;
      to[toB + output + 1] = b1;
      to[toB + output + 2] = b2;
      to[toB + output + 3] = b3;
    }
    for (let output = tiled; output < outputs; output++) {
      const w = output * depth;
      let sumA = bias[output] as number;
      let sumB = sumA;
      for (let index = 0; index < depth; index++) {
        const weight = weights[w + index] as number;
        sumA += (rows[a + index] as number) * weight;
        sumB += (rows[b + index] as number) * weight;
      }
      to[toA + output] = sumA;
      to[toB + output] = sumB;
    }
  }
}

/** One filter per channel (multiplier 1). Weights: 1 × height × width × channels. */
export function convolveDepthwise(
  operator: Operator,
  from: Picture,
  weights: Picture,
  bias: Float32Array,
  to: Picture,
): void {
  const { shape } = from;
  const { height, width } = weights.shape;
  const top = paddingBefore(operator, shape.height, to.shape.height, height, operator.strideY);
  const left = paddingBefore(operator, shape.width, to.shape.width, width, operator.strideX);
  for (let y = 0; y < to.shape.height; y++) {
    const sourceY = y * operator.strideY - top;
    const rowsInside = sourceY >= 0 && sourceY + 3 <= shape.height;
    for (let x = 0; x < to.shape.width; x++) {
      const sourceX = x * operator.strideX - left;
      const target = (y * to.shape.width + x) * shape.channels;
      const inside = rowsInside && sourceX >= 0 && sourceX + 3 <= shape.width;
      if (inside && height === 3 && width === 3)
        filterNine(from, (sourceY * shape.width + sourceX) * shape.channels, weights.data, bias, to.data, target);
      else filterAny(from, sourceY, sourceX, weights, bias, to.data, target);
    }
  }
}

/** The 3×3 window wholly inside the picture, which is nearly every window there is: unrolled, thrice as fast. */
function filterNine(
  from: Picture,
  source: number,
  filter: Float32Array,
  bias: Float32Array,
  out: Float32Array,
  target: number,
): void {
  const { data, shape } = from;
  const channels = shape.channels;
  const row = shape.width * channels;
  const second = source + row;
  const third = second + row;
  const two = 2 * channels;
  for (let channel = 0; channel < channels; channel++) {
    const a = source + channel;
    const b = second + channel;
    const c = third + channel;
    out[target + channel] =
      (bias[channel] as number) +
      (data[a] as number) * (filter[channel] as number) +
      (data[a + channels] as number) * (filter[channel + channels] as number) +
      (data[a + two] as number) * (filter[channel + two] as number) +
      (data[b] as number) * (filter[channel + 3 * channels] as number) +
      (data[b + channels] as number) * (filter[channel + 4 * channels] as number) +
      (data[b + two] as number) * (filter[channel + 5 * channels] as number) +
      (data[c] as number) * (filter[channel + 6 * channels] as number) +
      (data[c + channels] as number) * (filter[channel + 7 * channels] as number) +
      (data[c + two] as number) * (filter[channel + 8 * channels] as number);
  }
}

/** A window of any size; taps outside the picture count as zero. */
function filterAny(
  from: Picture,
  sourceY: number,
  sourceX: number,
  weights: Picture,
  bias: Float32Array,
  out: Float32Array,
  target: number,
): void {
  const { data, shape } = from;
  const channels = shape.channels;
  const { height, width } = weights.shape;
  const filter = weights.data;
  for (let channel = 0; channel < channels; channel++) out[target + channel] = bias[channel] as number;
  for (let y = Math.max(0, -sourceY); y < Math.min(height, shape.height - sourceY); y++) {
    for (let x = Math.max(0, -sourceX); x < Math.min(width, shape.width - sourceX); x++) {
      const source = ((sourceY + y) * shape.width + sourceX + x) * channels;
      const tap = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) {
        out[target + channel] =
          (out[target + channel] as number) + (data[source + channel] as number) * (filter[tap + channel] as number);
      }
    }
  }
}

/** Transposed convolution with bias: every input pixel spreads its filter. Weights: outputs × height × width × inputs. */
export function convolveTransposed(
  operator: Operator,
  from: Picture,
  weights: Picture,
  bias: Float32Array,
  to: Picture,
): void {
  const { height, width, channels: depth } = weights.shape;
  const outputs = to.shape.channels;
  // Roles swap: the output is the picture that a forward convolution of this stride would have read.
  const top = paddingBefore(operator, to.shape.height, from.shape.height, height, operator.strideY);
  const left = paddingBefore(operator, to.shape.width, from.shape.width, width, operator.strideX);
  for (let index = 0; index < to.data.length; index++) to.data[index] = bias[index % outputs] as number;
  for (let y = 0; y < from.shape.height; y++) {
    for (let x = 0; x < from.shape.width; x++) {
      const source = (y * from.shape.width + x) * depth;
      for (let windowY = 0; windowY < height; windowY++) {
        const targetY = y * operator.strideY - top + windowY;
        if (targetY < 0 || targetY >= to.shape.height) continue;
        for (let windowX = 0; windowX < width; windowX++) {
          const targetX = x * operator.strideX - left + windowX;
          if (targetX < 0 || targetX >= to.shape.width) continue;
          for (let output = 0; output < outputs; output++) {
            const tap = ((output * height + windowY) * width + windowX) * depth;
            let sum = 0;
            for (let index = 0; index < depth; index++)
              sum += (from.data[source + index] as number) * (weights.data[tap + index] as number);
            const target = (targetY * to.shape.width + targetX) * outputs + output;
            to.data[target] = (to.data[target] as number) + sum;
          }
        }
      }
    }
  }
}
