// Our PNG writer: whatever the pixels, another decoder reads the same ones back; and it is worth having.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { writePng } from '../../../src/encode/png/write-png.js';

/** RGB as sharp reads it back. */
async function decoded(png: Uint8Array): Promise<{ rgb: Buffer; width: number; height: number; channels: number }> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return { rgb: data, width: info.width, height: info.height, channels: info.channels };
}

function withoutAlpha(rgba: Uint8ClampedArray): Buffer {
  return Buffer.from(rgba.filter((_, i) => i % 4 !== 3));
}

async function assertKept(rgba: Uint8ClampedArray, width: number, height: number): Promise<Buffer> {
  const png = writePng(rgba, width, height, []);
  const back = await decoded(png);
  assert.deepEqual([back.width, back.height, back.channels], [width, height, 3]);
  assert.ok(back.rgb.equals(withoutAlpha(rgba)), `${width}x${height}: other pixels came back`);
  return png;
}

/** Every pixel by a function of its place. */
function picture(width: number, height: number, at: (x: number, y: number) => [number, number, number]) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, p = 0; y < height; y += 1) for (let x = 0; x < width; x += 1, p += 4) rgba.set([...at(x, y), 255], p);
  return rgba;
}

/** Numbers 0–255 that repeat in no short cycle. */
function noise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

describe('writePng', () => {
  const roll = noise(7);
  const kinds: Record<string, (x: number, y: number) => [number, number, number]> = {
    white: () => [255, 255, 255],
    black: () => [0, 0, 0],
    noise: () => [roll(), roll(), roll()],
    'a gradient': (x, y) => [x & 255, y & 255, (x + y) >> 1],
    'a dithered gradient': (x, y) => [(x + (roll() & 3)) & 255, (y + (roll() & 3)) & 255, 128 + (roll() & 1)],
    stripes: (x) => (x % 9 < 4 ? [250, 3, 7] : [0, 128, 255]),
    'one dot on white': (x, y) => (x === 11 && y === 5 ? [0, 0, 0] : [255, 255, 255]),
    blocks: (x, y) => [((x >> 4) * 37) & 255, ((y >> 4) * 91) & 255, ((x >> 4) ^ (y >> 4)) & 255],
  };
  for (const [name, at] of Object.entries(kinds))
    it(`keeps every pixel of ${name}`, async () => {
      for (const [width, height] of [
        [64, 48],
        [1, 1],
        [1, 300],
        [700, 1],
        [257, 211],
      ] as const)
        await assertKept(picture(width, height, at), width, height);
    });

  it('keeps every pixel over many blocks', async () => {
    await assertKept(
      picture(900, 700, (x, y) => [(x ^ y) & 255, (x * y) & 255, roll() & 15]),
      900,
      700,
    );
  });

  it('keeps any pixels of any shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 400 }),
        async (width, height, values, repeat) => {
          // Values drawn out: runs of every length come up, and so do patterns.
          const rgba = new Uint8ClampedArray(width * height * 4).map(
            (_, i) => values[Math.floor(i / repeat) % values.length] as number,
          );
          await assertKept(rgba, width, height);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('writes codes of any skew within the longest length', async () => {
    // Counts that double from one value to the next would give Huffman's codes of 20 bits and more.
    const values = Array.from({ length: 21 }, (_, k) => Array<number>(2 ** Math.min(k, 15)).fill(k * 12)).flat();
    const width = 300;
    const height = Math.floor(values.length / width);
    let order = 1;
    await assertKept(
      picture(width, height, () => {
        order = (order * 48271) % 2147483647;
        const value = values[order % values.length] as number;
        return [value, value, value];
      }),
      width,
      height,
    );
  });

  it('reads pixels that do not begin at a word', async () => {
    const width = 20;
    const height = 10;
    const shifted = new Uint8ClampedArray(width * height * 4 + 3).subarray(3);
    shifted.set(picture(width, height, (x, y) => [x * 9, y * 20, 77]));
    await assertKept(shifted, width, height);
  });

  it('ignores alpha', () => {
    const opaque = picture(33, 21, (x, y) => [x, y, 9]);
    const clear = opaque.map((value, i) => (i % 4 === 3 ? i % 251 : value));
    assert.deepEqual(writePng(clear, 33, 21, []), writePng(opaque, 33, 21, []));
  });

  it('writes less than libpng does with its usual settings, for dithered gradients, and little for flat colour', async () => {
    const sky = picture(512, 512, (x, y) => {
      const grain = (): number => roll() / 64;
      return [40 + y / 4 + grain(), 90 + y / 5 + x / 60 + grain(), 220 - y / 9 + grain()];
    });
    for (const [rgba, most] of [
      [sky, 0.9],
      [picture(512, 512, () => [250, 240, 230]), 2],
    ] as const) {
      const png = await assertKept(rgba, 512, 512);
      const usual = await sharp(withoutAlpha(rgba), { raw: { width: 512, height: 512, channels: 3 } })
        .png()
        .toBuffer();
      assert.ok(png.length < usual.length * most, `${png.length} bytes against ${usual.length}`);
    }
  });
});
