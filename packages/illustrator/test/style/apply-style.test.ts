// What every style owes its painting: the size, the seed's word, the subject, the eyes and the letters.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { styleNames } from '../../src/brief/vocabulary.js';
import { regionNames } from '../../src/paint/painting.js';
import { applyStyle } from '../../src/style/apply-style.js';
import { lumaAt, meanLuma, testPainting, testSubject } from '../support/test-painting.js';

/** Mean absolute difference per channel. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += Math.abs((a[i] as number) - (b[i] as number));
  return sum / a.length;
}

const size = 384;
const painting = testPainting(size, size);
const rendered = new Map(
  await Promise.all(styleNames.map(async (style) => [style, await applyStyle(painting, style, { seed: 5 })] as const)),
);

for (const style of styleNames) {
  describe(`style ${style}`, () => {
    const output = rendered.get(style) as Uint8ClampedArray;

    it('gives a picture of the same size, opaque, and not the painting itself', () => {
      assert.equal(output.length, size * size * 4);
      for (let p = 3; p < output.length; p += 4) if (output[p] !== 255) assert.fail(`pixel ${p >> 2} is not opaque`);
      assert.ok(difference(output, painting.rgba) > 1.5);
    });

    it('gives the same bytes for the same seed and leaves the painting alone', async () => {
      const again = testPainting(size, size);
      assert.deepEqual(await applyStyle(again, style, { seed: 5 }), output);
      assert.deepEqual(again, testPainting(size, size));
    });

    it('keeps letters darker than their board, clearly', () => {
      const box = painting.letteringBoxes[0] as { x0: number; y0: number; x1: number; y1: number };
      const letter = regionNames.indexOf('lettering');
      const isLetter = (x: number, y: number): boolean => painting.regions[y * size + x] === letter;
      const inner = { x0: box.x0 + 3, y0: box.y0 + 3, x1: box.x1 - 3, y1: box.y1 - 3 };
      const letters = meanLuma(output, size, inner, isLetter);
      const board = meanLuma(output, size, inner, (x, y) => !isLetter(x, y));
      // Light letters on a dark board are as legible: neon does that.
      assert.ok(Math.abs(board - letters) > 50, `letters ${letters.toFixed(0)}, board ${board.toFixed(0)}`);
    });

    it('keeps the eyes apart from the face', () => {
      const radius = size * testSubject.radius;
      const [cx, cy] = [size * testSubject.x, size * testSubject.y];
      for (const side of [-1, 1]) {
        const [ex, ey] = [Math.round(cx + side * 0.35 * radius), Math.round(cy - 0.2 * radius)];
        const around = (reach: number, from: number): number =>
          meanLuma(output, size, { x0: ex - 24, y0: ey - 24, x1: ex + 24, y1: ey + 24 }, (x, y) => {
            const d = Math.hypot(x - ex, y - ey);
            return d >= from && d < reach;
          });
        const pupil = around(0.14 * radius, 0);
        const face = around(0.3 * radius, 0.2 * radius);
        assert.ok(Math.abs(face - pupil) > 22, `pupil ${pupil.toFixed(0)}, face ${face.toFixed(0)}`);
      }
    });

    it('keeps the outline of the subject readable', () => {
      // Across the subject's rim the picture must change, on most of its length.
      const [cx, cy, radius] = [size * testSubject.x, size * testSubject.y, size * testSubject.radius];
      let seen = 0;
      const places = 48;
      for (let k = 0; k < places; k += 1) {
        const angle = (k / places) * 2 * Math.PI;
        let low = 255;
        let high = 0;
        let colour = 0;
        const at = (r: number): number =>
          Math.round(cy + Math.sin(angle) * r) * size + Math.round(cx + Math.cos(angle) * r);
        for (let r = radius - 9; r <= radius + 9; r += 1) {
          const i = at(r);
          const value = lumaAt(output, size, i % size, Math.floor(i / size));
          low = Math.min(low, value);
          high = Math.max(high, value);
          const j = at(radius - 9) * 4;
          colour = Math.max(colour, Math.abs((output[i * 4] as number) - (output[j] as number)));
        }
        if (high - low > 18 || colour > 30) seen += 1;
      }
      assert.ok(seen >= places * 0.85, `${seen} of ${places}`);
    });
  });
}

describe('applyStyle', () => {
  it('gives styles that differ from one another', () => {
    for (const [k, one] of styleNames.entries())
      for (const other of styleNames.slice(k + 1)) {
        const far = difference(rendered.get(one) as Uint8ClampedArray, rendered.get(other) as Uint8ClampedArray);
        assert.ok(far > 4, `${one} and ${other} differ by ${far.toFixed(1)} only`);
      }
  });

  it('varies with the seed where chance has a part', async () => {
    for (const style of ['oil', 'van-gogh', 'watercolour', 'pencil', 'low-poly', 'stained-glass'] as const) {
      const other = await applyStyle(painting, style, { seed: 6 });
      assert.ok(difference(other, rendered.get(style) as Uint8ClampedArray) > 0.5, style);
    }
  });

  it('takes any size and shape', async () => {
    for (const [width, height] of [
      [64, 64],
      [65, 190],
      [301, 97],
    ] as const) {
      const small = testPainting(width, height);
      for (const style of styleNames) {
        const output = await applyStyle(small, style, { seed: 1 });
        assert.equal(output.length, width * height * 4, `${style} at ${width}x${height}`);
        assert.ok(
          output.some((value, i) => (i & 3) !== 3 && value > 40),
          `${style} is all black`,
        );
      }
    }
  });

  it('reports progress that never falls and ends at 1', async () => {
    for (const style of styleNames) {
      const seen: number[] = [];
      await applyStyle(testPainting(96, 96), style, { seed: 1, onProgress: (fraction) => seen.push(fraction) });
      assert.deepEqual(
        seen,
        [...seen].sort((a, b) => a - b),
        style,
      );
      assert.equal(seen.at(-1), 1);
      assert.ok(seen.length >= 2 && seen.every((fraction) => fraction >= 0 && fraction <= 1), style);
    }
  });

  it('stops at the next step when aborted, with the reason given', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const seen: number[] = [];
    const work = applyStyle(painting, 'oil', {
      seed: 1,
      signal: controller.signal,
      onProgress: (fraction) => {
        seen.push(fraction);
        controller.abort(reason);
      },
    });
    await assert.rejects(work, reason);
    assert.equal(seen.length, 1);
  });
});
