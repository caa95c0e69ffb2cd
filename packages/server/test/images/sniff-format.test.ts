// What bytes look like, from the real encoders where there are any.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { sniffFormat } from '../../src/images/sniff-format.js';
import { flatPng } from './picture-files.js';

const looks = (bytes: Uint8Array | string) => {
  const sniffed = sniffFormat(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  return 'format' in sniffed ? sniffed.format : sniffed.looksLike;
};

describe('sniffed format', () => {
  it('knows what real encoders write', async () => {
    const picture = sharp(await flatPng(32, 32));
    assert.equal(looks(await picture.png().toBuffer()), 'png');
    assert.equal(looks(await picture.jpeg().toBuffer()), 'jpeg');
    assert.equal(looks(await picture.gif().toBuffer()), 'a GIF');
    assert.equal(looks(await picture.webp().toBuffer()), 'a WebP');
    assert.equal(looks(await picture.tiff().toBuffer()), 'a TIFF');
    assert.equal(looks(await picture.avif().toBuffer()), 'an AVIF');
    assert.equal(looks(gzipSync('x')), 'a gzip archive');
  });

  it('knows what people send by mistake', () => {
    const cases: [string, string][] = [
      ['BM\x36\0', 'a BMP'],
      ['%PDF-1.7', 'a PDF'],
      ['PK\x03\x04', 'a ZIP archive'],
      ['\0\0\0\x18ftypheic', 'a HEIC'],
      ['\0\0\0\x18ftypisom', 'a video'],
      ['<svg xmlns="x">', 'an SVG'],
      ['\xef\xbb\xbf <?xml version="1.0"?><!-- c --><svg>', 'an SVG'],
      ['\n<!DOCTYPE html><p>', 'an HTML page'],
      ['<?xml version="1.0"?><Error/>', 'an XML document'],
      ['{"error":"expired"}', 'JSON'],
      ['https://pictures.example/a.png', 'a URL'],
      ['data:image/png;base64,', 'a data URL'],
      ['just some text', 'something else'],
      ['', 'something else'],
    ];
    for (const [bytes, expected] of cases) assert.equal(looks(bytes), expected, bytes);
  });

  it('takes nothing whose signature is not whole, nor one that stands later', () => {
    for (const bytes of [
      '\x89PNG',
      '\x89PNG\n\x1a\n',
      '\xff\xd8',
      ' \x89PNG\r\n\x1a\n',
      'x\xff\xd8\xff',
      'PNG\r\n\x1a\n',
    ])
      assert.doesNotMatch(looks(bytes), /^(?:png|jpeg)$/, bytes);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => looks(bytes).length > 0));
  });
});
