// The analysis of photographs: skies, faces, and where the eye goes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { regionNames } from '../../src/paint/painting.js';
import { analysePhotograph, saliencyMap } from '../../src/reference/analyse-photograph.js';
import { photo } from './fixtures.js';

const sky = regionNames.indexOf('sky');
const subject = regionNames.indexOf('subject');

/** Share of a box (fractions) that is sky. */
function skyShare(
  regions: Uint8Array,
  width: number,
  height: number,
  box: readonly [number, number, number, number],
): number {
  let inside = 0;
  let count = 0;
  for (let y = Math.floor(box[1] * height); y < box[3] * height; y += 1)
    for (let x = Math.floor(box[0] * width); x < box[2] * width; x += 1) {
      if (regions[y * width + x] === sky) inside += 1;
      count += 1;
    }
  return inside / count;
}

describe('analysePhotograph', () => {
  it('finds the evening sky behind the rocket, and not the platform below', async () => {
    const { rgba, width, height } = await photo('rocket', 480, 320);
    const { regions, photograph } = analysePhotograph(rgba, width, height);
    assert.equal(photograph, true);
    assert.ok(skyShare(regions, width, height, [0.2, 0.05, 0.45, 0.6]) > 0.95);
    assert.ok(skyShare(regions, width, height, [0.43, 0.94, 0.57, 1]) < 0.25);
  });

  for (const name of ['chelsea', 'coffee'] as const) {
    it(`finds no sky in ${name}`, async () => {
      const { rgba, width, height } = await photo(name, 480, 320);
      assert.equal(analysePhotograph(rgba, width, height).regions.includes(sky), false);
    });
  }

  it('grows the sky up to the outline of things', () => {
    // A dark disc in a flat sky: no rim of unknown around it.
    const size = 128;
    const rgba = new Uint8ClampedArray(size * size * 4);
    for (let y = 0, p = 0; y < size; y += 1)
      for (let x = 0; x < size; x += 1, p += 4)
        rgba.set(
          Math.hypot(x - 64, y - 64) < 30 ? [60, 40, 30, 255] : y < 110 ? [150, 190, 235, 255] : [90, 90, 60, 255],
          p,
        );
    const { regions } = analysePhotograph(rgba, size, size);
    for (let k = 0; k < 32; k += 1) {
      const angle = (k / 32) * 2 * Math.PI;
      const at = (r: number): number =>
        Math.round(64 + Math.sin(angle) * r) * size + Math.round(64 + Math.cos(angle) * r);
      assert.equal(regions[at(33)], sky, `outside at ${k}`);
      assert.notEqual(regions[at(27)], sky, `inside at ${k}`);
    }
  });

  it('raises detail over faces to where every feature is kept', async () => {
    const { rgba, width, height } = await photo('astronaut', 320, 320);
    const face = { x0: 115, y0: 45, x1: 165, y1: 110 };
    const plain = analysePhotograph(rgba, width, height).detail;
    const { detail } = analysePhotograph(rgba, width, height, { faces: [face] });
    const middle = 78 * width + 140;
    assert.ok((detail[middle] as number) > 235 && (detail[middle] as number) > (plain[middle] as number));
    assert.equal(detail[300 * width + 20], plain[300 * width + 20]);
  });

  it('gives quiet walls less detail than the figure before them', async () => {
    const { rgba, width, height } = await photo('astronaut', 320, 320);
    const { detail } = analysePhotograph(rgba, width, height);
    const mean = (x0: number, y0: number, x1: number, y1: number): number => {
      let sum = 0;
      for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) sum += detail[y * width + x] as number;
      return sum / ((x1 - x0) * (y1 - y0));
    };
    assert.ok(mean(200, 20, 235, 70) + 25 < mean(110, 130, 190, 180));
  });

  it('marks a subject that is known, and lets the rest sink', async () => {
    const { rgba, width, height } = await photo('coffee', 300, 200);
    const mask = new Uint8Array(width * height);
    for (let y = 50; y < 150; y += 1) mask.fill(255, y * width + 100, y * width + 200);
    const plain = analysePhotograph(rgba, width, height);
    const known = analysePhotograph(rgba, width, height, { subject: mask });
    assert.equal(known.regions[100 * width + 150], subject);
    assert.ok((known.detail[100 * width + 150] as number) >= 110);
    assert.ok((known.detail[20 * width + 20] as number) <= (plain.detail[20 * width + 20] as number));
  });

  it('takes the smallest pictures', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 9],
      [64, 5],
    ] as const) {
      const painting = analysePhotograph(new Uint8ClampedArray(width * height * 4).fill(200), width, height);
      assert.equal(painting.detail.length, width * height);
    }
  });
});

describe('saliencyMap', () => {
  it('sees the odd colour, wherever it is', () => {
    const [width, height] = [160, 96];
    for (const cx of [50, 110]) {
      const rgba = new Uint8ClampedArray(width * height * 4);
      for (let y = 0, p = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1, p += 4)
          rgba.set(Math.hypot(x - cx, y - 48) < 14 ? [230, 60, 40, 255] : [110, 120, 110, 255], p);
      const map = saliencyMap(rgba, width, height);
      let best = 0;
      for (let i = 0; i < map.data.length; i += 1) if ((map.data[i] as number) > (map.data[best] as number)) best = i;
      assert.ok(Math.abs((best % map.width) * 8 - cx) <= 16, `found at ${(best % map.width) * 8}, is at ${cx}`);
      assert.ok(map.data.every((value) => value >= 0 && value <= 1));
    }
  });
});
