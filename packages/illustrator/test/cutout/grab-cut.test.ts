// GrabCut on made-up grids whose true shape is known.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grabCut } from '../../src/cutout/grab-cut.js';
import { disc, likeness, noise, paintGrid } from './grids.js';

const [width, height] = [64, 48];
const truth = disc(width, height, 34, 24, 14);
const grid = paintGrid(width, height, (x, y) => {
  const inside = truth[y * width + x] === 1;
  return [0.55 + 0.06 * noise(x, y), inside ? 0.12 : -0.06, inside ? 0.06 : 0.02 + 0.02 * noise(y, x)];
});
const open = new Uint8Array(width * height).fill(1);
const weights = { trust: 1.6, colourVotes: 5, strictness: 1 };

/** A vague idea of the disc: too far to the left, too small, and never sure. */
const vague = Float32Array.from(disc(width, height, 28, 22, 11), (value) => (value ? 0.7 : 0.2));

describe('grabCut', () => {
  it('turns a vague idea into the shape that the colours show', () => {
    assert.ok(
      likeness(
        Float32Array.from(vague, (value) => (value > 0.5 ? 1 : 0)),
        truth,
      ) < 0.6,
    );
    assert.ok(likeness(grabCut(grid, vague, open, weights), truth) > 0.97);
  });

  it('leaves alone what is certain', () => {
    const certainty = open.slice();
    certainty.fill(2, 0, width); // the top row is subject, whatever its colour
    certainty.fill(0, 24 * width, 25 * width); // the middle row is background
    const mask = grabCut(grid, vague, certainty, weights);
    assert.ok(mask.subarray(0, width).every((value) => value === 1));
    assert.ok(mask.subarray(24 * width, 25 * width).every((value) => value === 0));
  });

  it('follows the map where colours have no vote', () => {
    const sure = Float32Array.from(disc(width, height, 28, 22, 11), (value) => (value ? 0.98 : 0.02));
    const mask = grabCut(grid, sure, open, { trust: 8, colourVotes: 0, strictness: 1 });
    assert.ok(likeness(mask, disc(width, height, 28, 22, 11)) > 0.97);
  });

  it('gives the map back when one side has nothing to learn from', () => {
    const all = new Float32Array(width * height).fill(1);
    assert.ok(grabCut(grid, all, open, weights).every((value) => value === 1));
  });
});
