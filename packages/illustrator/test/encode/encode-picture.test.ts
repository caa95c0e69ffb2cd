// Encoding: sizes, profile, notes and equal bytes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { encodePicture } from '../../src/encode/encode-picture.js';

/** A small picture with slow and fast changes, so that filters and chroma matter. */
function testPicture(width: number, height: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) rgba.set([(x * 255) / width, (y * 255) / height, (x * y) % 256, 255], p);
  return rgba;
}

const metadata = { prompt: '一只袋鼠 holding "DMXAPI" \u0000 <b>', seed: 42, style: 'oil', version: '0.1.0' };

/** The chunks of a PNG: type, data, and whether the checksum is right. */
function pngChunks(png: Uint8Array): { type: string; data: Buffer; intact: boolean }[] {
  const bytes = Buffer.from(png);
  const chunks: { type: string; data: Buffer; intact: boolean }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    chunks.push({
      type: body.toString('latin1', 0, 4),
      data: body.subarray(4),
      intact: crc32(body) === bytes.readUInt32BE(at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

/** The text of the first comment segment of a JPEG, or undefined. */
function jpegComment(jpeg: Uint8Array): string | undefined {
  const bytes = Buffer.from(jpeg);
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    const length = bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] === 0xfe) return bytes.toString('utf8', at + 4, at + 2 + length);
    at += 2 + length;
  }
  return undefined;
}

describe('encodePicture', () => {
  for (const format of ['png', 'jpg'] as const) {
    it(`writes ${format} of the exact size, 8-bit, three channels, with an sRGB profile`, async () => {
      const bytes = await encodePicture(testPicture(123, 77), 123, 77, { format });
      const found = await sharp(bytes).metadata();
      assert.equal(found.format, format === 'png' ? 'png' : 'jpeg');
      assert.deepEqual([found.width, found.height, found.channels, found.depth], [123, 77, 3, 'uchar']);
      assert.equal(found.space, 'srgb');
      assert.match(
        Buffer.from(found.icc ?? [])
          .toString('latin1')
          .replaceAll('\0', ''),
        /sRGB/,
      );
    });

    it(`writes the same ${format} bytes twice`, async () => {
      const rgba = testPicture(64, 64);
      const first = await encodePicture(rgba, 64, 64, { format, metadata });
      assert.deepEqual(await encodePicture(rgba, 64, 64, { format, metadata }), first);
    });

    it(`says nothing in ${format} without metadata`, async () => {
      const bytes = await encodePicture(testPicture(64, 64), 64, 64, { format });
      assert.equal(Buffer.from(bytes).includes('Inkling'), false);
    });
  }

  it('keeps every pixel in PNG', async () => {
    const rgba = testPicture(50, 40);
    const bytes = await encodePicture(rgba, 50, 40, { format: 'png', metadata });
    const back = await sharp(bytes).ensureAlpha().raw().toBuffer();
    assert.deepEqual(new Uint8ClampedArray(back), rgba);
  });

  it('notes prompt, seed, style and version in a PNG text chunk with right checksums', async () => {
    const chunks = pngChunks(await encodePicture(testPicture(32, 32), 32, 32, { format: 'png', metadata }));
    assert.ok(chunks.every((chunk) => chunk.intact));
    assert.equal(chunks[0]?.type, 'IHDR');
    const text = chunks.find((chunk) => chunk.type === 'iTXt');
    assert.ok(text);
    const [keyword, ...rest] = text.data.toString('utf8').split('\0');
    assert.equal(keyword, 'Comment');
    assert.deepEqual(JSON.parse(rest.at(-1) ?? ''), { software: 'Inkling', ...metadata });
  });

  it('notes the same in a JPEG comment, and the picture still opens', async () => {
    const bytes = await encodePicture(testPicture(32, 32), 32, 32, { format: 'jpg', metadata });
    assert.deepEqual(JSON.parse(jpegComment(bytes) ?? ''), { software: 'Inkling', ...metadata });
    assert.equal((await sharp(bytes).raw().toBuffer({ resolveWithObject: true })).info.width, 32);
  });

  it('keeps JPEG readable with the longest prompt there can be', async () => {
    const long = { ...metadata, prompt: '😀'.repeat(2500) };
    const bytes = await encodePicture(testPicture(32, 32), 32, 32, { format: 'jpg', metadata: long });
    assert.equal(JSON.parse(jpegComment(bytes) ?? '').prompt, long.prompt);
  });

  it('gives smaller JPEGs for lower quality', async () => {
    const rgba = testPicture(128, 128);
    const fine = await encodePicture(rgba, 128, 128, { format: 'jpg', quality: 95 });
    const rough = await encodePicture(rgba, 128, 128, { format: 'jpg', quality: 40 });
    assert.ok(rough.length < fine.length / 2, `${rough.length} against ${fine.length}`);
  });

  it('refuses pixels that do not fit the size', async () => {
    const rgba = new Uint8ClampedArray(16);
    await assert.rejects(encodePicture(rgba, 3, 2, { format: 'png' }), RangeError);
    await assert.rejects(encodePicture(new Uint8ClampedArray(0), 0, 0, { format: 'png' }), RangeError);
  });
});
