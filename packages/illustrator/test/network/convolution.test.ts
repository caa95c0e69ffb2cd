// The convolutions against their definitions, written out plainly, over random shapes, strides and paddings.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { convolve, convolveDepthwise, convolveTransposed, type Picture } from '../../src/network/convolution.js';
import type { Operator, Shape } from '../../src/network/network-file.js';
import { at, operator, randomPicture, shapeOf } from './pictures.js';

const geometry = fc.record({
  height: fc.integer({ min: 1, max: 9 }),
  width: fc.integer({ min: 1, max: 9 }),
  inputs: fc.integer({ min: 1, max: 6 }),
  outputs: fc.integer({ min: 1, max: 9 }),
  window: fc.constantFrom(1, 2, 3, 5),
  stride: fc.integer({ min: 1, max: 2 }),
  padded: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

/** TensorFlow's output size: ⌈n/stride⌉ padded, ⌈(n − window + 1)/stride⌉ otherwise. */
function outputSize(size: number, window: number, stride: number, padded: boolean): number {
  return Math.ceil((padded ? size : size - window + 1) / stride);
}

/** TensorFlow's padding in front: half of what is missing, rounded down. */
function front(size: number, window: number, stride: number, padded: boolean): number {
  if (!padded) return 0;
  return Math.floor(Math.max(0, (outputSize(size, window, stride, padded) - 1) * stride + window - size) / 2);
}

function assertClose(actual: Float32Array, expected: (index: number) => number): void {
  actual.forEach((value, index) => {
    assert.ok(Math.abs(value - expected(index)) < 1e-4, `value ${index}: ${value}, expected ${expected(index)}`);
  });
}

type Geometry = ReturnType<typeof geometry.generate> extends { value: infer G } ? G : never;

/** Everything one run needs: operator, pictures and the place of the first window. */
function prepare(g: Geometry, outputs: number): { op: Operator; from: Picture; out: Shape; top: number; left: number } {
  const op = operator({ strideX: g.stride, strideY: g.stride, padded: g.padded });
  const from = randomPicture(shapeOf(g.height, g.width, g.inputs), g.seed);
  const out = shapeOf(
    outputSize(g.height, g.window, g.stride, g.padded),
    outputSize(g.width, g.window, g.stride, g.padded),
    outputs,
  );
  const top = front(g.height, g.window, g.stride, g.padded);
  const left = front(g.width, g.window, g.stride, g.padded);
  return { op, from, out, top, left };
}

const fits = (g: Geometry): boolean => g.padded || (g.height >= g.window && g.width >= g.window);

describe('convolve', () => {
  it('is the sum over window and channels plus the bias', () => {
    fc.assert(
      fc.property(geometry.filter(fits), (g) => {
        const { op, from, out, top, left } = prepare(g, g.outputs);
        const weights = randomPicture(shapeOf(g.window, g.window, g.inputs, g.outputs), g.seed + 1);
        const bias = randomPicture(shapeOf(1, 1, g.outputs), g.seed + 2).data;
        const to = { data: new Float32Array(out.height * out.width * g.outputs).fill(7), shape: out };
        convolve(op, from, weights, bias, to);
        assertClose(to.data, (index) => {
          const output = index % g.outputs;
          const x = Math.floor(index / g.outputs) % out.width;
          const y = Math.floor(index / g.outputs / out.width);
          let sum = bias[output] ?? 0;
          for (let v = 0; v < g.window; v++)
            for (let u = 0; u < g.window; u++)
              for (let channel = 0; channel < g.inputs; channel++)
                sum +=
                  at(from, y * g.stride - top + v, x * g.stride - left + u, channel) *
                  (weights.data[((output * g.window + v) * g.window + u) * g.inputs + channel] ?? 0);
          return sum;
        });
      }),
    );
  });
});

describe('convolveDepthwise', () => {
  it('filters every channel by itself', () => {
    fc.assert(
      fc.property(geometry.filter(fits), (g) => {
        const { op, from, out, top, left } = prepare(g, g.inputs);
        const weights = randomPicture(shapeOf(g.window, g.window, g.inputs), g.seed + 1);
        const bias = randomPicture(shapeOf(1, 1, g.inputs), g.seed + 2).data;
        const to = { data: new Float32Array(out.height * out.width * g.inputs).fill(7), shape: out };
        convolveDepthwise(op, from, weights, bias, to);
        assertClose(to.data, (index) => {
          const channel = index % g.inputs;
          const x = Math.floor(index / g.inputs) % out.width;
          const y = Math.floor(index / g.inputs / out.width);
          let sum = bias[channel] ?? 0;
          for (let v = 0; v < g.window; v++)
            for (let u = 0; u < g.window; u++)
              sum += at(from, y * g.stride - top + v, x * g.stride - left + u, channel) * at(weights, v, u, channel);
          return sum;
        });
      }),
    );
  });
});

describe('convolveTransposed', () => {
  it('is the adjoint of a convolution: ⟨conv x, y⟩ = ⟨x, transposed y⟩', () => {
    fc.assert(
      fc.property(geometry.filter(fits), (g) => {
        const { op, from, out } = prepare(g, g.outputs);
        const weights = randomPicture(shapeOf(g.window, g.window, g.inputs, g.outputs), g.seed + 1);
        const forward = { data: new Float32Array(out.height * out.width * g.outputs), shape: out };
        convolve(op, from, weights, new Float32Array(g.outputs), forward);
        const other = randomPicture(out, g.seed + 3);
        const back = { data: new Float32Array(from.data.length), shape: from.shape };
        convolveTransposed(op, other, swapEnds(weights), new Float32Array(g.inputs), back);
        const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);
        assert.ok(Math.abs(dot(forward.data, other.data) - dot(from.data, back.data)) < 1e-2);
      }),
    );
  });

  it('adds the bias once to every pixel', () => {
    const op = operator({ strideX: 2, strideY: 2, padded: true });
    const from = { data: new Float32Array(4), shape: shapeOf(2, 2, 1) };
    const weights = randomPicture(shapeOf(2, 2, 1, 3), 5);
    const to = { data: new Float32Array(48), shape: shapeOf(4, 4, 3) };
    convolveTransposed(op, from, weights, Float32Array.of(1, 2, 3), to);
    assert.deepEqual([...to.data.subarray(0, 6)], [1, 2, 3, 1, 2, 3]);
    assert.deepEqual([...to.data.subarray(45)], [1, 2, 3]);
  });
});

/** outputs × h × w × inputs → inputs × h × w × outputs: the layout that the transposed convolution reads. */
function swapEnds({ data, shape }: Picture): Picture {
  const { batch: outputs, height, width, channels: inputs } = shape;
  const swapped = new Float32Array(data.length);
  for (let output = 0; output < outputs; output++)
    for (let place = 0; place < height * width; place++)
      for (let input = 0; input < inputs; input++)
        swapped[(input * height * width + place) * outputs + output] =
          data[(output * height * width + place) * inputs + input] ?? 0;
  return { data: swapped, shape: { batch: inputs, height, width, channels: outputs } };
}
