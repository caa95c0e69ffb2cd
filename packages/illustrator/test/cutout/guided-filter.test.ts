// The guided filter: flat stays flat, and a mask that misses an edge is drawn to it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type EdgeModel, fitToEdges, type Guide } from '../../src/cutout/guided-filter.js';
import type { Plane } from '../../src/style/kernels/plane.js';

const [width, height] = [48, 32];

function plane(value: (x: number, y: number) => number): Plane {
  const data = Float32Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));
  return { width, height, data };
}

function apply(model: EdgeModel, guide: Guide, x: number, y: number): number {
  const at = ({ data }: Plane): number => data[y * width + x] ?? Number.NaN;
  return (
    at(model.red) * at(guide[0]) + at(model.green) * at(guide[1]) + at(model.blue) * at(guide[2]) + at(model.constant)
  );
}

/** Red up to the edge at x = 24, green behind it. */
const guide: Guide = [plane((x) => (x < 24 ? 0.9 : 0.2)), plane((x) => (x < 24 ? 0.2 : 0.7)), plane(() => 0.3)];

describe('fitToEdges', () => {
  it('keeps a flat mask flat', () => {
    for (const value of [0, 0.4, 1]) {
      const model = fitToEdges(
        plane(() => value),
        guide,
        5,
        1e-4,
      );
      for (const x of [0, 23, 24, 47]) assert.ok(Math.abs(apply(model, guide, x, 16) - value) < 1e-3);
    }
  });

  it('draws a mask that ends two samples early to the edge of the picture', () => {
    const early = plane((x) => (x < 22 ? 1 : 0));
    const model = fitToEdges(early, guide, 6, 1e-4);
    const [inside, outside] = [apply(model, guide, 23, 16), apply(model, guide, 24, 16)];
    assert.ok(inside > 0.55 && outside < 0.05, `${inside} inside the edge, ${outside} outside`);
  });

  it('uses hue where lightness does not change', () => {
    const even: Guide = [plane((x) => (x < 24 ? 0.6 : 0.4)), plane((x) => (x < 24 ? 0.4 : 0.6)), plane(() => 0.5)];
    const model = fitToEdges(
      plane((x) => (x < 25 ? 1 : 0)),
      even,
      6,
      1e-4,
    );
    assert.ok(apply(model, even, 23, 16) > 0.9 && apply(model, even, 24, 16) < 0.3);
  });

  it('blurs more the greater the smoothness', () => {
    const mask = plane((x) => (x < 24 ? 1 : 0));
    const sharp = apply(fitToEdges(mask, guide, 6, 1e-4), guide, 24, 16);
    const soft = apply(fitToEdges(mask, guide, 6, 1), guide, 24, 16);
    assert.ok(sharp < 0.05 && soft > 0.3);
  });
});
