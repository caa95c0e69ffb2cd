// Sums, activations, pooling, padding and resizing on pictures small enough to work out by hand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { combine, hardSwish, logistic, pad, pool, rectify, resizeBilinear } from '../../src/network/elementwise.js';
import { operator, shapeOf } from './pictures.js';

const f32 = (...values: number[]): Float32Array => Float32Array.from(values);

describe('combine', () => {
  it('adds and multiplies element by element', () => {
    const to = new Float32Array(3);
    combine('add', f32(1, 2, 3), f32(10, 20, 30), to);
    assert.deepEqual([...to], [11, 22, 33]);
    combine('multiply', f32(1, 2, 3), f32(10, 20, 30), to);
    assert.deepEqual([...to], [10, 40, 90]);
  });

  it('repeats the smaller operand, whichever side it is on', () => {
    const to = new Float32Array(6);
    combine('multiply', f32(1, 2, 3, 4, 5, 6), f32(1, 10), to);
    assert.deepEqual([...to], [1, 20, 3, 40, 5, 60]);
    combine('add', f32(100), f32(1, 2, 3, 4, 5, 6), to);
    assert.deepEqual([...to], [101, 102, 103, 104, 105, 106]);
  });
});

describe('activations', () => {
  const from = f32(-4, -1, 0, 1, 8);
  const to = new Float32Array(5);

  it('cuts below zero, and above six where asked', () => {
    rectify(from, to);
    assert.deepEqual([...to], [0, 0, 0, 1, 8]);
    rectify(from, to, 6);
    assert.deepEqual([...to], [0, 0, 0, 1, 6]);
  });

  it('swishes', () => {
    hardSwish(from, to);
    assert.ok([0, -2 / 6, 0, 4 / 6, 8].every((value, index) => Math.abs((to[index] ?? 9) - value) < 1e-6));
  });

  it('squashes symmetrically about one half', () => {
    logistic(from, to);
    assert.equal(to[2], 0.5);
    assert.ok(Math.abs((to[1] ?? 0) + (to[3] ?? 0) - 1) < 1e-6);
    assert.ok(Math.abs((to[3] ?? 0) - 0.7310586) < 1e-6);
  });
});

describe('pool', () => {
  const from = { data: f32(1, 2, 3, 4, 5, 6, 7, 8, 9), shape: shapeOf(3, 3, 1) };

  it('takes the largest of each window, the edge windows being smaller', () => {
    const to = { data: new Float32Array(4), shape: shapeOf(2, 2, 1) };
    pool(operator({ windowX: 2, windowY: 2, strideX: 2, strideY: 2, padded: true }), 'max', from, to);
    assert.deepEqual([...to.data], [5, 6, 8, 9]);
  });

  it('does not count what lies outside in a mean', () => {
    const to = { data: new Float32Array(4), shape: shapeOf(2, 2, 1) };
    pool(operator({ windowX: 2, windowY: 2, strideX: 2, strideY: 2, padded: true }), 'average', from, to);
    assert.deepEqual([...to.data], [3, 4.5, 7.5, 9]);
  });

  it('keeps channels apart', () => {
    const two = { data: f32(1, -1, 2, -2, 3, -3, 4, -4), shape: shapeOf(2, 2, 2) };
    const to = { data: new Float32Array(2), shape: shapeOf(1, 1, 2) };
    pool(operator({ windowX: 2, windowY: 2 }), 'average', two, to);
    assert.deepEqual([...to.data], [2.5, -2.5]);
  });
});

describe('pad', () => {
  it('puts zeros around the picture and behind the channels', () => {
    const from = { data: f32(1, 2), shape: shapeOf(1, 2, 1) };
    const to = { data: new Float32Array(16).fill(9), shape: shapeOf(2, 4, 2) };
    pad(from, Int32Array.of(0, 0, 1, 0, 1, 1, 0, 1), to);
    assert.deepEqual([...to.data], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0]);
  });
});

describe('resizeBilinear', () => {
  const from = { data: f32(0, 10), shape: shapeOf(1, 2, 1) };
  const resized = (conventions: object): number[] => {
    const to = { data: new Float32Array(4), shape: shapeOf(1, 4, 1) };
    resizeBilinear(operator(conventions), from, to);
    return [...to.data];
  };

  it('knows three places for the middle of a pixel', () => {
    assert.deepEqual(resized({}), [0, 5, 10, 10]);
    assert.deepEqual(resized({ halfPixelCentres: true }), [0, 2.5, 7.5, 10]);
    const aligned = resized({ alignCorners: true });
    assert.ok([0, 10 / 3, 20 / 3, 10].every((value, index) => Math.abs((aligned[index] ?? 99) - value) < 1e-5));
  });

  it('goes both ways at once', () => {
    const square = { data: f32(0, 1, 2, 3), shape: shapeOf(2, 2, 1) };
    const to = { data: new Float32Array(9), shape: shapeOf(3, 3, 1) };
    resizeBilinear(operator({ alignCorners: true }), square, to);
    assert.deepEqual([...to.data], [0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3]);
  });
});
