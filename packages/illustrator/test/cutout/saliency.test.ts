// Saliency: what differs from the border and cannot be reached from it stands out.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSaliency } from '../../src/cutout/saliency.js';
import { disc, noise, paintGrid } from './grids.js';

const [width, height] = [60, 40];

function meanWhere(values: Float32Array, mask: Uint8Array, wanted: number): number {
  let [sum, count] = [0, 0];
  values.forEach((value, index) => {
    if (mask[index] !== wanted) return;
    sum += value;
    count += 1;
  });
  return sum / count;
}

describe('findSaliency', () => {
  it('marks a disc of another colour on a textured ground', () => {
    const mask = disc(width, height, 25, 20, 9);
    const grid = paintGrid(width, height, (x, y) => {
      const inside = mask[y * width + x] === 1;
      return [0.5 + 0.05 * noise(x, y), inside ? 0.15 : -0.03, inside ? 0.1 : 0.02];
    });
    const { data } = findSaliency(grid);
    assert.ok(meanWhere(data, mask, 1) > 0.7);
    assert.ok(meanWhere(data, mask, 0) < 0.2);
    assert.equal(Math.max(...data), 1);
  });

  it('does not mark a stripe that runs out of the picture as much as an island', () => {
    const grid = paintGrid(width, height, (x, y) => {
      const island = Math.hypot(x - 20, y - 20) < 7;
      const stripe = x > 38 && x < 48;
      return [island || stripe ? 0.8 : 0.4, 0, 0];
    });
    const { data } = findSaliency(grid);
    assert.ok((data[20 * width + 20] ?? 0) > (data[20 * width + 43] ?? 0) + 0.3);
  });

  it('finds nothing in a flat picture and in a single sample', () => {
    assert.ok(
      findSaliency(paintGrid(width, height, () => [0.6, 0.1, 0])).data.every((value) => value < 1e-6 || value === 1),
    );
    assert.equal(findSaliency(paintGrid(1, 1, () => [0.6, 0, 0])).data.length, 1);
  });

  it('prefers the middle of two equal discs', () => {
    const grid = paintGrid(width, height, (x, y) => [
      Math.hypot(x - 30, y - 20) < 5 || Math.hypot(x - 8, y - 32) < 5 ? 0.9 : 0.3,
      0,
      0,
    ]);
    const { data } = findSaliency(grid);
    assert.ok((data[20 * width + 30] ?? 0) > (data[32 * width + 8] ?? 0));
  });
});
