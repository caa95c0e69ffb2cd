// Fidelity: monotone in every part, and measured on pictures.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StyleName } from '../../src/brief/vocabulary.js';
import {
  editStrength,
  faceMask,
  faceShare,
  loosen,
  referenceShare,
  showReference,
} from '../../src/reference/fidelity.js';
import { ssim } from '../support/ssim.js';
import { testPainting } from '../support/test-painting.js';
import { photo, photoBytes, repaint } from './fixtures.js';

const steps = Array.from({ length: 11 }, (_, k) => k / 10);

describe('amounts of fidelity', () => {
  it('rise strictly from nothing to nearly all', () => {
    for (const share of [referenceShare, faceShare]) {
      assert.equal(share(0), 0);
      assert.ok(share(1) > 0.9 && share(1) <= 1);
      for (let k = 1; k <= 100; k += 1) assert.ok(share(k / 100) > share((k - 1) / 100));
    }
  });

  it('leave the asked style nearly whole at the default of one half', () => {
    assert.ok(referenceShare(0.5) <= 0.12);
  });

  it('weaken edits only when the reference is to stay', () => {
    assert.equal(editStrength(0), 1);
    assert.equal(editStrength(0.5), 1);
    assert.ok(editStrength(1) < 0.3 && editStrength(1) > 0);
    for (const value of steps) assert.ok(editStrength(value) >= editStrength(Math.min(1, value + 0.1)));
  });
});

describe('loosen', () => {
  const painting = testPainting(160, 160);

  it('hands back the same painting from one half on', () => {
    assert.equal(loosen(painting, 0.5, 1, 0.16), painting);
    assert.equal(loosen(painting, 1, 1, 0.16), painting);
  });

  it('moves less the higher fidelity is', () => {
    const similarity = [0, 0.1, 0.2, 0.3, 0.4].map((value) =>
      ssim(loosen(painting, value, 1, 0.5).rgba, painting.rgba, 160, 160),
    );
    assert.deepEqual(
      similarity,
      [...similarity].sort((a, b) => a - b),
    );
    assert.ok((similarity[0] as number) < 0.97);
  });

  it('keeps maps in step with pixels, and the original as it is', () => {
    const loose = loosen(painting, 0, 1, 0.16);
    assert.equal(loose.regions.length, painting.regions.length);
    assert.notDeepEqual(loose.regions, painting.regions);
    assert.deepEqual(painting, testPainting(160, 160));
  });
});

describe('faceMask and showReference', () => {
  it('cover the face and fade before the picture around it', () => {
    const mask = faceMask(100, 100, [{ x0: 40, y0: 40, x1: 60, y1: 64 }]);
    assert.equal(mask[52 * 100 + 50], 1);
    assert.equal(mask[10 * 100 + 10], 0);
    assert.ok(mask.every((value) => value >= 0 && value <= 1));
  });

  it('mix by share and mask', () => {
    const styled = new Uint8ClampedArray([0, 0, 0, 255, 0, 0, 0, 255]);
    const reference = new Uint8ClampedArray([200, 100, 50, 255, 200, 100, 50, 255]);
    showReference(styled, reference, 0.5, Float32Array.from([0, 1]), 0.5);
    assert.deepEqual([...styled], [100, 50, 25, 255, 150, 75, 38, 255]);
  });
});

describe('image fidelity, measured', () => {
  const cases: [Parameters<typeof photoBytes>[0], StyleName][] = [
    ['astronaut', 'van-gogh'],
    ['coffee', 'ink-wash'],
    ['rocket', 'soft-light'],
  ];
  for (const [name, style] of cases) {
    it(`never moves away from ${name} as it rises, in ${style}`, async () => {
      const bytes = await photoBytes(name);
      const size = 256;
      const { rgba: reference } = await repaint(bytes, {
        style: 'soft-light',
        imageFidelity: 1,
        humanFidelity: 1,
        width: size,
        height: size,
      });
      const measured: number[] = [];
      for (const imageFidelity of steps) {
        const { rgba } = await repaint(bytes, { style, imageFidelity, width: size, height: size });
        measured.push(ssim(rgba, reference, size, size));
      }
      for (let k = 1; k < measured.length; k += 1)
        assert.ok(
          (measured[k] as number) >= (measured[k - 1] as number),
          measured.map((value) => value.toFixed(3)).join(' '),
        );
      assert.ok((measured.at(-1) as number) - (measured[0] as number) > 0.08, `${measured[0]} – ${measured.at(-1)}`);
    });
  }

  it('is the photograph itself at 1', async () => {
    const size = 256;
    const { rgba } = await repaint(await photoBytes('astronaut'), {
      style: 'oil',
      imageFidelity: 1,
      humanFidelity: 1,
      width: size,
      height: size,
    });
    const original = await photo('astronaut', size, size);
    assert.ok(ssim(rgba, original.rgba, size, size) > 0.97);
  });
});

describe('human fidelity, measured', () => {
  it('brings the face nearer, never farther, and leaves the rest alone', async () => {
    const size = 320;
    const bytes = await photoBytes('astronaut');
    const { rgba: reference } = await repaint(bytes, {
      style: 'soft-light',
      imageFidelity: 1,
      humanFidelity: 1,
      width: size,
      height: size,
    });
    // The face of the photograph, as fractions of it.
    const face = {
      x0: Math.round(size * 0.36),
      y0: Math.round(size * 0.14),
      x1: Math.round(size * 0.52),
      y1: Math.round(size * 0.34),
    };
    const rest = { x0: 0, y0: Math.round(size * 0.6), x1: size, y1: size };
    const inFace: number[] = [];
    const elsewhere: number[] = [];
    for (const humanFidelity of steps) {
      const { rgba } = await repaint(bytes, { style: 'van-gogh', humanFidelity, width: size, height: size });
      inFace.push(ssim(rgba, reference, size, size, face));
      elsewhere.push(ssim(rgba, reference, size, size, rest));
    }
    for (let k = 1; k < inFace.length; k += 1)
      assert.ok((inFace[k] as number) >= (inFace[k - 1] as number), inFace.join(' '));
    assert.ok((inFace.at(-1) as number) - (inFace[0] as number) > 0.1, inFace.join(' '));
    assert.equal(new Set(elsewhere).size, 1);
  });
});
