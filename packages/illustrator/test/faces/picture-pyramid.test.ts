// Sampling views: sizes, positions, angles, edges and transparency.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPicturePyramid, type DecodedPicture, sampleView } from '../../src/faces/picture-pyramid.js';

/** A picture painted by a function of the pixel: red, green, blue, alpha. */
function paint(
  width: number,
  height: number,
  colour: (x: number, y: number) => [number, number, number, number],
): DecodedPicture {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba.set(colour(x, y), (y * width + x) * 4);
  return { rgba, width, height };
}

function pixel(view: Float32Array, size: number, x: number, y: number): number[] {
  return [...view.subarray((y * size + x) * 3, (y * size + x) * 3 + 3)];
}

const upright = { angle: 0 };

describe('createPicturePyramid', () => {
  it('halves until the longer side is under twice the smallest', () => {
    const pyramid = createPicturePyramid(
      paint(1000, 400, () => [1, 2, 3, 255]),
      192,
    );
    assert.deepEqual(
      pyramid.levels.map(({ width, height }) => [width, height]),
      [
        [1000, 400],
        [500, 200],
        [250, 100],
      ],
    );
  });

  it('takes the mean of four pixels', () => {
    const pyramid = createPicturePyramid(
      paint(4, 4, (x, y) => [x < 2 && y < 2 ? (x + y) * 40 : 0, 0, 0, 255]),
      2,
    );
    assert.equal(pyramid.levels[1]?.rgb[0], 40); // (0 + 40 + 40 + 80) / 4
  });

  it('lays transparent pixels on white', () => {
    const { levels } = createPicturePyramid(paint(1, 1, () => [0, 100, 200, 51]));
    assert.deepEqual([...(levels[0]?.rgb ?? [])], [204, 224, 244]);
  });

  it('stops at one pixel of a very flat picture', () => {
    const { levels } = createPicturePyramid(
      paint(600, 1, () => [7, 7, 7, 255]),
      10,
    );
    assert.equal(levels.length, 1);
  });
});

describe('sampleView', () => {
  const gradient = createPicturePyramid(paint(16, 16, (x, y) => [x * 10, y * 10, 0, 255]));

  it('returns the picture itself at its own size', () => {
    const view = sampleView(gradient, { centreX: 8, centreY: 8, side: 16, ...upright }, 16);
    for (const [x, y] of [
      [0, 0],
      [15, 3],
      [7, 15],
    ] as const)
      assert.deepEqual(pixel(view, 16, x, y), [x * 10, y * 10, 0]);
  });

  it('mixes neighbours between pixel centres', () => {
    const view = sampleView(gradient, { centreX: 8.5, centreY: 8, side: 16, ...upright }, 16);
    assert.deepEqual(pixel(view, 16, 3, 3), [35, 30, 0]);
  });

  it('turns clockwise: the right of the view is down in the picture at 90 degrees', () => {
    const view = sampleView(gradient, { centreX: 8, centreY: 8, side: 16, angle: Math.PI / 2 }, 16);
    const [red = 0, green = 0] = pixel(view, 16, 12, 4);
    assert.ok(Math.abs(green - 120) < 1e-3 && Math.abs(red - 110) < 1e-3, `${red} ${green}`);
  });

  it('is black outside the picture', () => {
    const view = sampleView(gradient, { centreX: 0, centreY: 8, side: 16, ...upright }, 16);
    assert.deepEqual(pixel(view, 16, 2, 8), [0, 0, 0]);
    assert.deepEqual(pixel(view, 16, 10, 8), [20, 80, 0]);
  });

  it('does not alias: fine stripes become their mean', () => {
    const stripes = createPicturePyramid(
      paint(512, 512, (x) => (x % 2 === 0 ? [0, 0, 0, 255] : [200, 200, 200, 255])),
      32,
    );
    const view = sampleView(stripes, { centreX: 256, centreY: 256, side: 512, ...upright }, 64);
    for (const value of view) assert.ok(Math.abs(value - 100) <= 1);
  });
});
