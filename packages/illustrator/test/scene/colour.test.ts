// Colours: the conversions agree with published values and with each other.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { colourNames } from '../../src/brief/vocabulary.js';
import { adjust, css, fromOklab, hex, mix, type Rgb, toLinear, toOklab, toSrgb } from '../../src/scene/colour.js';
import { colourOf } from '../../src/scene/colour-names.js';

const colours = fc.tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }), fc.nat({ max: 255 }));

function near(actual: Rgb, expected: Rgb, by: number): void {
  for (const channel of [0, 1, 2] as const) {
    assert.ok(Math.abs(actual[channel] - expected[channel]) <= by, `${actual} is not ${expected} within ${by}`);
  }
}

describe('sRGB and linear light', () => {
  it('knows the ends, the middle grey and the knee', () => {
    assert.equal(toLinear(0), 0);
    assert.equal(toLinear(255), 1);
    assert.ok(Math.abs(toLinear(118) - 0.181) < 0.001);
    assert.ok(Math.abs(toSrgb(0.5) - 187.5) < 0.2);
    assert.equal(toSrgb(-1), 0);
    assert.ok(Math.abs(toSrgb(2) - 255) < 1e-9);
  });

  it('goes there and back', () => {
    for (let c = 0; c < 256; c += 1) assert.ok(Math.abs(toSrgb(toLinear(c)) - c) < 0.01);
  });
});

describe('Oklab', () => {
  it('agrees with the published values of the primaries', () => {
    for (const [rgb, l, a, b] of [
      [[255, 255, 255], 1, 0, 0],
      [[255, 0, 0], 0.628, 0.225, 0.126],
      [[0, 255, 0], 0.866, -0.234, 0.179],
      [[0, 0, 255], 0.452, -0.032, -0.312],
    ] as const) {
      const lab = toOklab(rgb);
      assert.ok(Math.abs(lab[0] - l) < 0.002);
      assert.ok(Math.abs(lab[1] - a) < 0.002);
      assert.ok(Math.abs(lab[2] - b) < 0.002);
    }
  });

  it('goes there and back for every colour', () => {
    fc.assert(fc.property(colours, (rgb) => near(fromOklab(...toOklab(rgb)), rgb, 0.05)));
  });
});

describe('mix', () => {
  it('starts at one colour and ends at the other', () => {
    fc.assert(
      fc.property(colours, colours, (a, b) => {
        assert.deepEqual(mix(a, b, 0), a);
        assert.deepEqual(mix(a, b, 1), b);
        assert.deepEqual(mix(a, b, -1), a);
        assert.deepEqual(mix(a, b, 7), b);
      }),
    );
  });

  it('keeps lightness between the two', () => {
    fc.assert(
      fc.property(colours, colours, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        const [low, high] = [toOklab(a)[0], toOklab(b)[0]].sort((x, y) => x - y) as [number, number];
        const l = toOklab(mix(a, b, t))[0];
        assert.ok(l >= low - 0.06 && l <= high + 0.06);
      }),
    );
  });
});

describe('adjust, hex, css', () => {
  it('lifts and greys', () => {
    assert.ok(toOklab(adjust([100, 120, 140], 0.1))[0] > toOklab([100, 120, 140])[0] + 0.09);
    const [, a, b] = toOklab(adjust([200, 40, 40], 0, 0));
    assert.ok(Math.hypot(a, b) < 0.003);
  });

  it('reads and writes', () => {
    assert.deepEqual(hex('#0a80ff'), [10, 128, 255]);
    assert.equal(css([10.4, 128, 255]), 'rgba(10,128,255,1)');
    assert.equal(css([0, 0, 0], 0.12345), 'rgba(0,0,0,0.123)');
  });

  it('knows every colour word, and no two look the same', () => {
    const seen = colourNames.filter((name) => name !== 'rainbow').map((name) => toOklab(colourOf(name)));
    seen.forEach((one, i) => {
      for (const other of seen.slice(i + 1)) {
        assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]) > 0.03);
      }
    });
    assert.deepEqual(colourOf('rainbow'), colourOf('purple'));
  });
});
