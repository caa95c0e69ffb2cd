// Pieces, holes, growing and shrinking, on masks drawn in letters.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fillHoles, grow, keepMainPieces, type Mask } from '../../src/cutout/components.js';

/** A mask from rows of `#` and `.`. */
function draw(...rows: string[]): Mask {
  return {
    width: rows[0]?.length ?? 0,
    height: rows.length,
    data: Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0)),
  };
}

function rows({ width, height, data }: Mask): string[] {
  return Array.from({ length: height }, (_, y) =>
    [...data.subarray(y * width, (y + 1) * width)].map((value) => (value ? '#' : '.')).join(''),
  );
}

const ones = (mask: Mask): Float32Array => new Float32Array(mask.data.length).fill(1);

describe('keepMainPieces', () => {
  const mask = draw('##...#', '##...#', '......', '#..#..');

  it('keeps the largest and what is large enough beside it', () => {
    assert.deepEqual(rows(keepMainPieces(mask, ones(mask), 0.6)), ['##....', '##....', '......', '......']);
    assert.deepEqual(rows(keepMainPieces(mask, ones(mask), 0.5)), ['##...#', '##...#', '......', '......']);
  });

  it('goes by weight, not by size', () => {
    const weights = ones(mask);
    weights[18] = 100;
    assert.deepEqual(rows(keepMainPieces(mask, weights, 0.5)), ['......', '......', '......', '#.....']);
  });

  it('counts corners as touching, and leaves an empty mask empty', () => {
    const diagonal = draw('#..', '.#.', '..#');
    assert.deepEqual(keepMainPieces(diagonal, ones(diagonal), 1), diagonal);
    const empty = draw('...', '...');
    assert.deepEqual(keepMainPieces(empty, ones(empty), 0.5), empty);
  });
});

describe('fillHoles', () => {
  const ring = draw('######', '#.####', '##..##', '##..##', '######');

  it('closes small holes and leaves large ones', () => {
    assert.deepEqual(rows(fillHoles(ring, 1 / 25)), ['######', '######', '##..##', '##..##', '######']);
    assert.deepEqual(rows(fillHoles(ring, 0.5)), ['######', '######', '######', '######', '######']);
  });

  it('does not take a bay at the border for a hole', () => {
    const bay = draw('#.#', '#.#', '###');
    assert.deepEqual(fillHoles(bay, 1), bay);
  });
});

describe('grow', () => {
  const masks = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .chain(([width, height]) =>
      fc
        .array(fc.integer({ min: 0, max: 1 }), { minLength: width * height, maxLength: width * height })
        .map((data) => ({ width, height, data: Uint8Array.from(data) })),
    );

  /** The definition: is there a sample of `value` within `radius` along both axes? */
  const near = (mask: Mask, index: number, radius: number, value: number): boolean => {
    const [x, y] = [index % mask.width, Math.floor(index / mask.width)];
    for (let v = Math.max(0, y - radius); v <= Math.min(mask.height - 1, y + radius); v++)
      for (let u = Math.max(0, x - radius); u <= Math.min(mask.width - 1, x + radius); u++)
        if (mask.data[v * mask.width + u] === value) return true;
    return false;
  };

  it('takes in every sample within reach', () => {
    fc.assert(
      fc.property(masks, fc.integer({ min: 0, max: 3 }), (mask, radius) => {
        const expected = mask.data.map((_, index) => (near(mask, index, radius, 1) ? 1 : 0));
        assert.deepEqual(grow(mask, radius).data, expected);
      }),
    );
  });

  it('shrinks by growing what is outside, and not from the edge of the picture', () => {
    fc.assert(
      fc.property(masks, fc.integer({ min: 1, max: 3 }), (mask, radius) => {
        const expected = mask.data.map((_, index) => (near(mask, index, radius, 0) ? 0 : 1));
        assert.deepEqual(grow(mask, -radius).data, expected);
      }),
    );
  });
});
