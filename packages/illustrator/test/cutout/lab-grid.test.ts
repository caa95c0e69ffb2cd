// The grid on which a cut is decided: its size and its colours.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLabGrid } from '../../src/cutout/lab-grid.js';
import { createPicturePyramid, type DecodedPicture } from '../../src/faces/picture-pyramid.js';

/** One colour on the left half, another on the right. */
function halves(width: number, height: number, left: number[], right: number[]): DecodedPicture {
  const rgba = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index++)
    rgba.set([...(index % width < width / 2 ? left : right), 255], 4 * index);
  return { rgba, width, height };
}

describe('createLabGrid', () => {
  it('keeps the shape of the picture and never enlarges it', () => {
    const size = (width: number, height: number): [number, number] => {
      const grid = createLabGrid(createPicturePyramid(halves(width, height, [0, 0, 0], [9, 9, 9])), 100);
      return [grid.width, grid.height];
    };
    assert.deepEqual(size(400, 200), [100, 50]);
    assert.deepEqual(size(200, 500), [40, 100]);
    assert.deepEqual(size(30, 20), [30, 20]);
    assert.deepEqual(size(900, 1), [100, 1]);
  });

  it('speaks Oklab: white is light, red and green lie on either side of grey', () => {
    const white = createLabGrid(createPicturePyramid(halves(8, 8, [255, 255, 255], [0, 0, 0])), 8);
    assert.ok(Math.abs((white.l[0] ?? 0) - 1) < 1e-3 && Math.abs(white.l[7] ?? 1) < 1e-3);
    assert.ok(Math.abs(white.a[0] ?? 1) < 1e-3 && Math.abs(white.b[0] ?? 1) < 1e-3);
    const colours = createLabGrid(createPicturePyramid(halves(8, 8, [220, 30, 30], [30, 200, 30])), 8);
    assert.ok((colours.a[0] ?? 0) > 0.1 && (colours.a[7] ?? 0) < -0.1);
  });
});
