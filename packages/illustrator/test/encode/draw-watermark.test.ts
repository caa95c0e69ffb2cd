// The visible mark: there, legible on any ground, and only in its corner.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawWatermark } from '../../src/encode/draw-watermark.js';

/** A flat grey picture. */
function flat(width: number, height: number, level: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(level);
  for (let p = 3; p < rgba.length; p += 4) rgba[p] = 255;
  return rgba;
}

/** Brightest and darkest red value in the lower right quarter. */
function rangeInCorner(rgba: Uint8ClampedArray, width: number, height: number): [number, number] {
  let low = 255;
  let high = 0;
  for (let y = height >> 1; y < height; y += 1)
    for (let x = width >> 1; x < width; x += 1) {
      const value = rgba[(y * width + x) * 4] as number;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  return [low, high];
}

describe('drawWatermark', () => {
  for (const level of [0, 128, 255]) {
    it(`stands out on a ground of ${level}`, () => {
      const [low, high] = rangeInCorner(drawWatermark(flat(512, 512, level), 512, 512), 512, 512);
      assert.ok(high - low > 100, `${low}–${high}`);
    });
  }

  it('leaves the original alone, and everything outside the corner', () => {
    const rgba = flat(400, 300, 90);
    const marked = drawWatermark(rgba, 400, 300);
    assert.deepEqual(rgba, flat(400, 300, 90));
    assert.deepEqual(marked.subarray(0, 400 * 200 * 4), rgba.subarray(0, 400 * 200 * 4));
    let changed = 0;
    for (let p = 0; p < rgba.length; p += 4) if (marked[p] !== rgba[p]) changed += 1;
    assert.ok(changed > 300 && changed < 400 * 300 * 0.05, String(changed));
  });

  it('fits pictures of any size and keeps them opaque', () => {
    for (const [width, height] of [
      [64, 64],
      [64, 400],
      [1552, 656],
    ] as const) {
      const marked = drawWatermark(flat(width, height, 200), width, height);
      assert.equal(marked.length, width * height * 4);
      for (let p = 3; p < marked.length; p += 4) assert.equal(marked[p], 255);
    }
  });
});
