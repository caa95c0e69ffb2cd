// Decoding: upright, opaque, at the size that is needed, and a plain refusal of everything else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { cropPhotograph, decodeReference, toCover, toFitWithin } from '../../src/reference/decode-reference.js';
import { IllustratorError } from '../../src/request.js';

/** A 60×40 picture, red on the left, blue on the right. */
function twoHalves(): Sharp {
  const raw = Buffer.alloc(60 * 40 * 3);
  for (let y = 0; y < 40; y += 1)
    for (let x = 0; x < 60; x += 1) raw.set(x < 30 ? [220, 20, 20] : [20, 20, 220], (y * 60 + x) * 3);
  return sharp(raw, { raw: { width: 60, height: 40, channels: 3 } });
}

/** The pixel at (x, y). */
function at(photo: { rgba: Uint8ClampedArray; width: number }, x: number, y: number): number[] {
  return [...photo.rgba.subarray((y * photo.width + x) * 4, (y * photo.width + x) * 4 + 4)];
}

describe('decodeReference', () => {
  it('scales to cover a frame, keeping proportions', async () => {
    const photo = await decodeReference(await twoHalves().png().toBuffer(), toCover(100, 100));
    assert.deepEqual([photo.width, photo.height], [150, 100]);
    assert.equal(photo.rgba.length, 150 * 100 * 4);
  });

  it('scales to a longer side', async () => {
    const photo = await decodeReference(await twoHalves().png().toBuffer(), toFitWithin(30));
    assert.deepEqual([photo.width, photo.height], [30, 20]);
  });

  it('keeps colours of PNG exactly when nothing is scaled', async () => {
    const photo = await decodeReference(await twoHalves().png().toBuffer(), () => 1);
    assert.deepEqual(at(photo, 2, 2), [220, 20, 20, 255]);
    assert.deepEqual(at(photo, 57, 37), [20, 20, 220, 255]);
  });

  it('turns pictures upright by their EXIF orientation', async () => {
    // Orientation 6: the camera was held so that the picture must be turned a quarter clockwise.
    const bytes = await twoHalves().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
    const photo = await decodeReference(bytes, () => 1);
    assert.deepEqual([photo.width, photo.height], [40, 60]);
    const [top, low] = [at(photo, 20, 5), at(photo, 20, 55)];
    assert.ok((top[0] as number) > 180 && (top[2] as number) < 80, `top is ${top}`);
    assert.ok((low[2] as number) > 180 && (low[0] as number) < 80, `bottom is ${low}`);
  });

  it('shows white where a picture is transparent', async () => {
    const bytes = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    assert.deepEqual(at(await decodeReference(bytes, () => 1), 10, 10), [255, 255, 255, 255]);
  });

  it('reads grey and CMYK pictures as sRGB', async () => {
    const grey = await twoHalves().greyscale().png().toBuffer();
    const cmyk = await twoHalves().toColourspace('cmyk').jpeg().toBuffer();
    for (const bytes of [grey, cmyk]) {
      const photo = await decodeReference(bytes, () => 1);
      assert.equal(photo.rgba.length, 60 * 40 * 4);
      assert.equal(at(photo, 5, 5)[3], 255);
    }
  });

  for (const [name, spoil] of [
    ['no picture at all', async () => Buffer.from('GIF89a, or so it says')],
    ['an empty file', async () => Buffer.alloc(0)],
    ['a truncated PNG', async () => (await twoHalves().resize(600).png().toBuffer()).subarray(0, 900)],
    [
      'a bomb of more than 40 megapixels',
      () =>
        sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
    ],
  ] as const) {
    it(`refuses ${name}`, async () => {
      await assert.rejects(
        decodeReference(await spoil(), () => 0.1),
        (error: unknown) => {
          assert.ok(error instanceof IllustratorError);
          assert.equal(error.reason, 'undecodable');
          assert.equal(error.field, 'reference');
          return true;
        },
      );
    });
  }
});

describe('cropPhotograph', () => {
  it('copies exactly the box', async () => {
    const photo = await decodeReference(await twoHalves().png().toBuffer(), () => 1);
    const crop = cropPhotograph(photo, 25, 10, 10, 5);
    assert.deepEqual([crop.width, crop.height, crop.rgba.length], [10, 5, 200]);
    assert.deepEqual(at(crop, 4, 0), [220, 20, 20, 255]);
    assert.deepEqual(at(crop, 5, 0), [20, 20, 220, 255]);
    crop.rgba.fill(0);
    assert.deepEqual(at(photo, 27, 11), [220, 20, 20, 255]);
  });
});
