// Oklab: known values, the way there and back, and what lies outside sRGB.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  chromaOf,
  distance,
  fromPolar,
  hexToOklab,
  hueOf,
  hueTurn,
  oklabToHex,
  oklabToRgb,
  rgbToOklab,
} from '../../src/artwork/oklab.js';

const byte = fc.integer({ min: 0, max: 255 });
const near = (actual: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);

test('white is 1, black is 0, both without chroma', () => {
  near(rgbToOklab(255, 255, 255).l, 1, 1e-6);
  near(rgbToOklab(0, 0, 0).l, 0, 1e-9);
  near(chromaOf(rgbToOklab(255, 255, 255)), 0, 1e-6);
});

test('pure red has the published coordinates', () => {
  const red = rgbToOklab(255, 0, 0);
  near(red.l, 0.628, 1e-3);
  near(red.a, 0.2249, 1e-3);
  near(red.b, 0.1258, 1e-3);
});

test('every sRGB colour survives the way there and back', () => {
  fc.assert(
    fc.property(byte, byte, byte, (red, green, blue) => {
      const back = oklabToRgb(rgbToOklab(red, green, blue));
      for (const [index, value] of [red, green, blue].entries()) near(back[index] ?? -1, value, 1);
    }),
  );
});

test('a colour outside sRGB keeps lightness and hue, and loses chroma', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.25, max: 0.9, noNaN: true }),
      fc.double({ min: -3.1, max: 3.1, noNaN: true }),
      (l, hue) => {
        const [red, green, blue] = oklabToRgb(fromPolar(l, 0.4, hue));
        const back = rgbToOklab(red, green, blue);
        near(back.l, l, 0.02);
        assert.ok(chromaOf(back) < 0.4);
        assert.ok(Math.abs(hueTurn(hue, hueOf(back))) < 0.12);
      },
    ),
  );
});

test('short and long hex mean the same', () => {
  assert.deepEqual(hexToOklab('#fa3'), hexToOklab('#ffaa33'));
  assert.equal(oklabToHex(hexToOklab('#3fa648')), '#3fa648');
});

test('a turn between hues is the short way round', () => {
  near(hueTurn(3, -3), 2 * Math.PI - 6, 1e-9);
  near(hueTurn(-3, 3), 6 - 2 * Math.PI, 1e-9);
  near(hueTurn(0.2, 0.5), 0.3, 1e-9);
});

test('distance grows from a neighbour to a stranger', () => {
  const red = hexToOklab('#d92a2a');
  assert.equal(distance(red, red), 0);
  assert.ok(distance(red, hexToOklab('#d93a2a')) < distance(red, hexToOklab('#2a4ad9')));
});
