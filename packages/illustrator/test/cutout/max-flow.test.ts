// The cut against every possible labelling on small grids, and against every single change on larger ones.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cut, type FlowGrid } from '../../src/cutout/max-flow.js';

const steps = [
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 1],
] as const;

/** What a labelling costs: the definition that the cut minimises. */
function energy(grid: FlowGrid, labels: ArrayLike<number>): number {
  const { width, height, terminal, links } = grid;
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const value = terminal[at] ?? 0;
      if (value > 0 && labels[at] === 0) sum += value;
      if (value < 0 && labels[at] === 1) sum -= value;
      steps.forEach(([dx, dy], direction) => {
        if (x + dx < 0 || x + dx >= width || y + dy >= height) return;
        if (labels[at] !== labels[at + dy * width + dx]) sum += links[direction]?.[at] ?? 0;
      });
    }
  }
  return sum;
}

function randomGrid(width: number, height: number, seed: number, linkScale: number): FlowGrid {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 2 ** 24;
  };
  const plane = (): Float32Array => Float32Array.from({ length: width * height }, () => Math.round(next() * linkScale));
  return {
    width,
    height,
    terminal: Float32Array.from({ length: width * height }, () => Math.round((next() - 0.5) * 20)),
    links: [plane(), plane(), plane(), plane()],
  };
}

describe('cut', () => {
  it('costs as little as the best of all labellings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer(),
        fc.integer({ min: 0, max: 12 }),
        (width, height, seed, linkScale) => {
          const grid = randomGrid(width, height, seed, linkScale);
          const count = width * height;
          let least = Number.POSITIVE_INFINITY;
          for (let bits = 0; bits < 2 ** count; bits++) {
            const labels = Array.from({ length: count }, (_, index) => (bits >> index) & 1);
            least = Math.min(least, energy(grid, labels));
          }
          assert.equal(energy(grid, cut(grid)), least);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('cannot be bettered by changing a rectangle of a larger grid', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, linkScale) => {
        const grid = randomGrid(17, 13, seed, linkScale);
        const labels = cut(grid);
        const least = energy(grid, labels);
        for (let size = 1; size <= 4; size++) {
          for (let y = 0; y + size <= 13; y += 2) {
            for (let x = 0; x + size <= 17; x += 2) {
              for (const label of [0, 1]) {
                const changed = labels.slice();
                for (let dy = 0; dy < size; dy++) changed.fill(label, (y + dy) * 17 + x, (y + dy) * 17 + x + size);
                assert.ok(energy(grid, changed) >= least - 1e-3);
              }
            }
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('follows the votes where links are free, and calls a tie background', () => {
    const grid = randomGrid(6, 5, 3, 0);
    assert.deepEqual(
      [...cut(grid)],
      [...grid.terminal].map((value) => (value > 0 ? 1 : 0)),
    );
  });

  it('lets strong links outvote a lone node', () => {
    const grid = randomGrid(5, 5, 1, 0);
    grid.terminal.fill(-2);
    grid.terminal[12] = 5;
    for (const plane of grid.links) plane.fill(4);
    assert.deepEqual(
      [...cut(grid)],
      Array.from({ length: 25 }, () => 0),
    );
  });
});
