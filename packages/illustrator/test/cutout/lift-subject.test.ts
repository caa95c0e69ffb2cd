// Lifting: a mixture of two known colours gives the subject's own back.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { liftSubject } from '../../src/cutout/lift-subject.js';

const [width, height] = [40, 20];
const subject = [220, 40, 30] as const;
const background = [20, 160, 60] as const;

/** Subject on the left, background on the right, ten columns of ramp between: the picture such an alpha would make. */
function mixed(): { rgba: Uint8Array; alpha: Uint8Array } {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  const alpha = new Uint8Array(width * height);
  for (let index = 0; index < alpha.length; index++) {
    const part = Math.min(1, Math.max(0, (25 - (index % width)) / 10));
    alpha[index] = Math.round(255 * part);
    for (let channel = 0; channel < 3; channel++)
      rgba[4 * index + channel] = Math.round(part * (subject[channel] ?? 0) + (1 - part) * (background[channel] ?? 0));
  }
  return { rgba, alpha };
}

describe('liftSubject', () => {
  it('gives soft pixels the colour of the subject, not of the mixture', () => {
    const { rgba, alpha } = mixed();
    const lifted = liftSubject({ rgba, width, height }, alpha, 12);
    for (let x = 17; x < 24; x++) {
      const at = 4 * (10 * width + x);
      const error = (pixels: ArrayLike<number>): number =>
        subject.reduce((sum, value, channel) => sum + Math.abs((pixels[at + channel] ?? 0) - value), 0);
      assert.ok(error(lifted) < 0.45 * error(rgba), `column ${x}: ${error(lifted)} against ${error(rgba)}`);
    }
  });

  it('keeps alpha, leaves opaque pixels alone and clears the rest', () => {
    const { rgba, alpha } = mixed();
    const lifted = liftSubject({ rgba, width, height }, alpha);
    alpha.forEach((value, index) => {
      assert.equal(lifted[4 * index + 3], value);
      const colour = [...lifted.subarray(4 * index, 4 * index + 3)];
      if (value === 255) assert.deepEqual(colour, [...subject]);
      if (value === 0) assert.deepEqual(colour, [0, 0, 0]);
    });
  });

  it('refuses an alpha of another size', () => {
    const { rgba } = mixed();
    assert.throws(() => liftSubject({ rgba, width, height }, new Uint8Array(3)), RangeError);
  });
});
