// A finished picture of another server: kept, written anew, or refused with what it looks like.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { NotAPictureError, readPicture } from '../../../src/engines/upstream/read-picture.js';

const flat = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#789' } });

describe('a picture from elsewhere', () => {
  it('keeps its bytes when it is what was asked for', async () => {
    for (const format of ['png', 'jpg'] as const) {
      const bytes = new Uint8Array(await (format === 'png' ? flat().png() : flat().jpeg()).toBuffer());
      const picture = await readPicture(bytes, format);
      assert.equal(picture.bytes, bytes);
      assert.deepEqual([picture.width, picture.height], [40, 30]);
      assert.equal(picture.contentType, format === 'png' ? 'image/png' : 'image/jpeg');
    }
  });

  it('is written anew from any other format', async () => {
    for (const source of ['webp', 'gif', 'tiff', 'png'] as const) {
      const picture = await readPicture(await flat().toFormat(source).toBuffer(), 'jpg');
      assert.equal((await sharp(picture.bytes).metadata()).format, 'jpeg', source);
    }
  });

  it('is refused when it is none, or not whole', async () => {
    const whole = await flat().resize(800, 600).png().toBuffer();
    for (const [bytes, words] of [
      [Buffer.from('<!doctype html><p>expired'), /an HTML page/],
      [Buffer.from('{"code":1002}'), /JSON/],
      [Buffer.alloc(0), /something else/],
      [whole.subarray(0, whole.length - 200), /a damaged PNG/],
    ] as const)
      await assert.rejects(readPicture(bytes, 'png'), (error: unknown) => {
        assert.ok(error instanceof NotAPictureError);
        assert.match(error.message, words);
        return true;
      });
  });
});
