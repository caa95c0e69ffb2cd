// The layout: rules hold, items stay in their bands, obstacles stay free, and what cannot fit still gets a place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { areaOf, type LayoutRequest, type Placeable, perspectiveAt, solveLayout } from '../../src/scene/layout.js';
import { createRandom } from '../../src/scene/random.js';

function itemOf(parts: Partial<Placeable> = {}): Placeable {
  return {
    box: { x0: -0.5, y0: -1, x1: 0.5, y1: 0 },
    band: [0.6, 0.92],
    near: null,
    across: [0, 1],
    perspective: true,
    kind: 'thing',
    tallest: 0.6,
    ...parts,
  };
}

function requestOf(items: Placeable[], parts: Partial<LayoutRequest> = {}): LayoutRequest {
  return {
    items,
    rules: [],
    aspect: 1,
    horizon: 0.5,
    obstacles: [],
    scale: 0.4,
    focus: 0.5,
    random: createRandom(1),
    ...parts,
  };
}

describe('solveLayout', () => {
  it('places nothing for nothing', () => {
    assert.deepEqual(solveLayout(requestOf([])), []);
  });

  it('keeps feet within their bands and boxes within the frame', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.double({ min: 0.5, max: 2.4, noNaN: true }),
        fc.nat(),
        (count, aspect, seed) => {
          const items = Array.from({ length: count }, () => itemOf());
          const placements = solveLayout(requestOf(items, { aspect, random: createRandom(seed) }));
          assert.equal(placements.length, count);
          placements.forEach((placement, i) => {
            assert.ok(placement.y >= 0.6 - 1e-9 && placement.y <= 0.93);
            const area = areaOf(items[i] as Placeable, placement);
            assert.ok(area.x0 >= 0 && area.x1 <= aspect && area.y0 >= 0 && area.y1 <= 1);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps things of one kind apart', () => {
    const items = Array.from({ length: 9 }, () => itemOf());
    const areas = solveLayout(requestOf(items, { aspect: 1.5 })).map((placement, i) =>
      areaOf(items[i] as Placeable, placement),
    );
    areas.forEach((a, i) => {
      for (const b of areas.slice(i + 1)) {
        assert.ok(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0);
      }
    });
  });

  it('does not line things up on a grid', () => {
    const items = Array.from({ length: 9 }, () => itemOf());
    const feet = new Set(solveLayout(requestOf(items, { aspect: 1.5 })).map(({ y }) => Math.round(y * 50)));
    assert.ok(feet.size >= 5, `${feet.size} different heights`);
  });

  it('leaves obstacles free', () => {
    const title = { x0: 0.1, y0: 0.03, x1: 0.9, y1: 0.35 };
    for (let seed = 0; seed < 10; seed += 1) {
      const items = [itemOf({ band: [0.3, 0.92] }), itemOf({ kind: 'other', band: [0.3, 0.92] })];
      solveLayout(requestOf(items, { obstacles: [title], random: createRandom(seed) })).forEach((placement, i) => {
        const area = areaOf(items[i] as Placeable, placement);
        assert.ok(area.y0 >= title.y1 - 0.001 || area.x0 >= title.x1 || area.x1 <= title.x0);
      });
    }
  });

  it('makes far things smaller, and never larger than allowed', () => {
    const [far] = solveLayout(requestOf([itemOf({ near: 0, band: [0.6, 0.62] })]));
    const [near] = solveLayout(requestOf([itemOf({ near: 1, band: [0.9, 0.92] })]));
    assert.ok(far && near && far.scale < near.scale);
    const [tall] = solveLayout(requestOf([itemOf({ tallest: 0.2 })], { scale: 3 }));
    assert.ok(tall && tall.scale <= 0.2);
  });

  it('shrinks everything until it fits', () => {
    const items = Array.from({ length: 12 }, () => itemOf());
    const placements = solveLayout(requestOf(items, { scale: 0.9 }));
    assert.ok(placements.every(({ scale }) => scale < 0.45));
  });

  it('honours sideways wishes', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const [left, right] = solveLayout(
        requestOf([itemOf({ across: [0.05, 0.4] }), itemOf({ across: [0.6, 0.95], kind: 'other' })], {
          random: createRandom(seed),
        }),
      );
      assert.ok(left && right && left.x <= 0.4 && right.x >= 0.6);
    }
  });
});

describe('perspectiveAt', () => {
  it('grows from the horizon to the viewer, within bounds', () => {
    let before = 0;
    for (let y = 0.4; y <= 1; y += 0.02) {
      const size = perspectiveAt(y, 0.5);
      assert.ok(size >= before && size >= 0.6 && size <= 1.1);
      before = size;
    }
  });
});
