// Mixtures of Gaussians: own colours cost less than strange ones, weights decide whose colours are learnt.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fitColourModel } from '../../src/cutout/colour-model.js';
import { noise, paintGrid } from './grids.js';

/** Left half reddish, right half bluish, both a little noisy. */
const halves = paintGrid(40, 20, (x, y) => [
  0.5 + 0.03 * noise(x, y),
  (x < 20 ? 0.15 : -0.05) + 0.01 * noise(y, x),
  x < 20 ? 0.08 : -0.15,
]);
const leftOnly = Float32Array.from(halves.l, (_, index) => (index % 40 < 20 ? 1 : 0));

describe('fitColourModel', () => {
  it('finds the colours it was fitted to likelier than others', () => {
    const left = fitColourModel(halves, leftOnly);
    const right = fitColourModel(
      halves,
      leftOnly.map((value) => 1 - value),
    );
    assert.ok(left && right);
    assert.ok(left(0.5, 0.15, 0.08) < right(0.5, 0.15, 0.08) - 10);
    assert.ok(right(0.5, -0.05, -0.15) < left(0.5, -0.05, -0.15) - 10);
  });

  it('knows several colours at once', () => {
    const both = fitColourModel(
      halves,
      leftOnly.map(() => 1),
    );
    assert.ok(both);
    const strange = both(0.9, 0, 0.2);
    assert.ok(both(0.5, 0.15, 0.08) < strange - 10 && both(0.5, -0.05, -0.15) < strange - 10);
  });

  it('grows dearer with distance and stays finite on one flat colour', () => {
    const flat = paintGrid(10, 10, () => [0.4, 0, 0]);
    const model = fitColourModel(
      flat,
      flat.l.map(() => 1),
    );
    assert.ok(model);
    const costs = [0.4, 0.42, 0.5, 0.9].map((l) => model(l, 0, 0));
    assert.ok(costs.every(Number.isFinite));
    assert.deepEqual(
      costs,
      costs.toSorted((a, b) => a - b),
    );
  });

  it('is undefined when next to nothing has weight', () => {
    assert.equal(fitColourModel(halves, new Float32Array(800)), undefined);
  });
});
