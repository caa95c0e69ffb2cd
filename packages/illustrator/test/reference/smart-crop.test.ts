// Cropping around what matters.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Photograph } from '../../src/reference/decode-reference.js';
import { bestWindow, smartCrop } from '../../src/reference/smart-crop.js';

/** A dull grey picture with one bright orange disc. */
function discAt(width: number, height: number, cx: number, cy: number, radius: number): Photograph {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4)
      rgba.set(Math.hypot(x - cx, y - cy) < radius ? [250, 140, 20, 255] : [96, 100, 104, 255], p);
  return { width, height, rgba };
}

describe('bestWindow', () => {
  it('takes in the one thing there is, wherever it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 5, max: 60 }), (at, size) => {
        const weights = new Float64Array(100);
        weights[at] = 1;
        const start = bestWindow(weights, size);
        assert.ok(start <= at && at < start + size, `${start}…${start + size} misses ${at}`);
      }),
    );
  });

  it('stays in the middle when all is equal', () => {
    assert.equal(bestWindow(new Float64Array(101).fill(1), 51), 25);
  });

  it('stays inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 100 }),
        (weights, size) => {
          const start = bestWindow(weights, size);
          assert.ok(start >= 0 && start <= Math.max(0, weights.length - size));
        },
      ),
    );
  });
});

describe('smartCrop', () => {
  for (const cx of [40, 200, 360]) {
    it(`keeps a thing at ${cx} of 400 in a square crop`, () => {
      const { photo, left, top } = smartCrop(discAt(400, 160, cx, 80, 34), 160, 160, []);
      assert.deepEqual([photo.width, photo.height, top], [160, 160, 0]);
      assert.ok(left <= cx - 30 && left + 160 >= Math.min(400, cx + 30), `left ${left}`);
    });
  }

  it('crops tall pictures up and down', () => {
    const { photo, left, top } = smartCrop(discAt(160, 480, 80, 400, 40), 160, 160, []);
    assert.deepEqual([photo.width, photo.height, left], [160, 160, 0]);
    assert.ok(top <= 360 && top + 160 >= 440, `top ${top}`);
  });

  it('would rather keep a face than a brighter thing', () => {
    const face = { x0: 330, y0: 50, x1: 370, y1: 100 };
    const { left } = smartCrop(discAt(400, 160, 60, 80, 34), 160, 160, [face]);
    assert.ok(left <= 330 && left + 160 >= 370, `left ${left}`);
  });

  it('copies a picture that fits already', () => {
    const photo = discAt(120, 90, 60, 45, 20);
    const crop = smartCrop(photo, 120, 90, []);
    assert.deepEqual(crop, { photo, left: 0, top: 0 });
    assert.notEqual(crop.photo.rgba, photo.rgba);
  });
});
