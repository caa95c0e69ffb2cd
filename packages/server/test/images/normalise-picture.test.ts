// Untrusted bytes become trusted pixels, or nothing: every kind of file that decoders meet.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { CheckedPicture } from '../../src/images/checked-picture.js';
import { decodePicture, encodePicture, PictureProblem } from '../../src/images/normalise-picture.js';
import {
  claimJpegSize,
  colourAt,
  exifOrientation,
  flatPng,
  insertPngChunks,
  noisePng,
  pixelBomb,
  pngChunk,
  quarters,
  rawPng,
} from './picture-files.js';

const normalise = async (bytes: Uint8Array) => encodePicture(await decodePicture(bytes));

/** Why a file is refused; fails when it is not, or for a reason that is not about the file. */
async function problemOf(bytes: Uint8Array): Promise<string> {
  try {
    await normalise(bytes);
  } catch (error) {
    assert.ok(error instanceof PictureProblem, String(error));
    return error.message;
  }
  return assert.fail('the file was taken');
}

/** The result holds what was promised: format, three or four channels of 8-bit sRGB, no metadata, the size it says. */
async function assertNormal(picture: CheckedPicture): Promise<void> {
  const facts = await sharp(picture.bytes).metadata();
  assert.equal(`image/${facts.format}`, picture.contentType);
  assert.deepEqual([facts.width, facts.height], [picture.width, picture.height]);
  assert.deepEqual([facts.depth, facts.space], ['uchar', 'srgb']);
  assert.deepEqual([facts.exif, facts.icc, facts.xmp, facts.iptc, facts.orientation], Array(5).fill(undefined));
  assert.equal(facts.hasAlpha, picture.contentType === 'image/png');
}

/** Are two colours the same but for rounding and JPEG? */
function assertColour(actual: number[], expected: number[], tolerance = 6): void {
  const close =
    actual.length === expected.length &&
    actual.every((value, at) => Math.abs(value - (expected[at] ?? 0)) <= tolerance);
  assert.ok(close, `${actual} is not ${expected}`);
}

const corners: [number, number][] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
];
const [red, green, blue, white] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
];

describe('honest pictures', () => {
  it('keep their colours in every PNG form', async () => {
    const source = await quarters(400, 320).png().toBuffer();
    const forms: Record<string, Buffer> = {
      plain: source,
      interlaced: await sharp(source).png({ progressive: true }).toBuffer(),
      palette: await sharp(source).png({ palette: true }).toBuffer(),
      'two colours': await sharp(source).png({ palette: true, colours: 4 }).toBuffer(),
      '16 bit': await sharp(source).toColourspace('rgb16').png().toBuffer(),
      'opaque alpha': await sharp(source).ensureAlpha().png().toBuffer(),
    };
    for (const [name, bytes] of Object.entries(forms)) {
      const picture = await normalise(bytes);
      assert.equal(picture.contentType, 'image/jpeg', name);
      await assertNormal(picture);
      for (const [at, expected] of [red, green, blue, white].entries()) {
        const [x, y] = corners[at] ?? [0, 0];
        assertColour(await colourAt(picture.bytes, x, y), expected);
      }
    }
  });

  it('keep their colours in every JPEG form, CMYK too', async () => {
    const source = quarters(400, 320);
    const forms: [string, Buffer, number][] = [
      ['plain', await source.jpeg({ quality: 95 }).toBuffer(), 6],
      ['progressive', await source.jpeg({ quality: 95, progressive: true }).toBuffer(), 6],
      ['restart markers', await source.jpeg({ quality: 95, optimiseScans: true }).toBuffer(), 6],
    ];
    for (const [name, bytes, tolerance] of forms) {
      const picture = await normalise(bytes);
      await assertNormal(picture);
      assertColour(await colourAt(picture.bytes, 0.25, 0.25), red, tolerance);
      assertColour(await colourAt(picture.bytes, 0.25, 0.75), blue, tolerance);
      assert.ok(name);
    }
    const cmyk = await sharp(await flatPng(400, 320, '#c83232'))
      .toColourspace('cmyk')
      .jpeg({ quality: 95 })
      .toBuffer();
    assert.equal((await sharp(cmyk).metadata()).space, 'cmyk');
    const picture = await normalise(cmyk);
    await assertNormal(picture);
    // The way through ink loses some colour; a red that turned cyan would be an inverted CMYK.
    assertColour(await colourAt(picture.bytes, 0.5, 0.5), [200, 50, 50], 30);
  });

  it('become three channels when they are grey, at 1, 8 and 16 bits', async () => {
    const grey = await sharp({ create: { width: 320, height: 320, channels: 3, background: '#808080' } })
      .greyscale()
      .png()
      .toBuffer();
    const grey16 = await sharp(grey).toColourspace('grey16').png().toBuffer();
    const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(40, 0xff)]);
    const oneBit = rawPng(
      { width: 320, height: 320, bits: 1, colourType: 0 },
      deflateSync(Buffer.concat(Array(320).fill(row))),
    );
    const jpeg = await sharp(grey).jpeg().toBuffer();
    for (const [bytes, level] of [
      [grey, 128],
      [grey16, 128],
      [oneBit, 255],
      [jpeg, 128],
    ] as const) {
      const picture = await normalise(bytes);
      await assertNormal(picture);
      assertColour(await colourAt(picture.bytes, 0.5, 0.5), [level, level, level]);
    }
  });

  it('keep their transparency, and their colour behind it', async () => {
    const half = await sharp({
      create: { width: 320, height: 320, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const greyAlpha = await sharp(half).greyscale().png().toBuffer();
    const deep = await sharp(half).toColourspace('rgb16').png().toBuffer();
    for (const bytes of [half, deep]) {
      const picture = await normalise(bytes);
      assert.equal(picture.contentType, 'image/png');
      await assertNormal(picture);
      assertColour(await colourAt(picture.bytes, 0.5, 0.5), [200, 100, 50, 128], 3);
    }
    assert.equal((await normalise(greyAlpha)).contentType, 'image/png');
    // Transparency of a palette and of one key colour, which PNG keeps in a chunk of its own.
    const keyed = insertPngChunks(await flatPng(320, 320, '#0a0b0c'), [
      pngChunk('tRNS', Buffer.from([0, 10, 0, 11, 0, 12])),
    ]);
    assert.equal((await colourAt((await normalise(keyed)).bytes, 0.5, 0.5))[3], 0);
  });

  it('keep their colour when they are scaled down, transparent ones too', async () => {
    const wide = await sharp({
      create: { width: 4000, height: 2000, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const picture = await normalise(wide);
    assert.deepEqual([picture.width, picture.height], [3072, 1536]);
    assertColour(await colourAt(picture.bytes, 0.5, 0.5), [200, 100, 50, 128], 3);
  });

  it('stand upright, in all eight orientations, JPEG and PNG', async () => {
    // Where the red quarter of the stored picture must appear, by EXIF orientation 1–8.
    const upright: [number, number][] = [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.75, 0.75],
      [0.25, 0.75],
      [0.25, 0.25],
      [0.75, 0.25],
      [0.75, 0.75],
      [0.25, 0.75],
    ];
    const jpeg = await quarters(400, 320).jpeg({ quality: 95 }).toBuffer();
    const png = await quarters(400, 320).png().toBuffer();
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const turned = await sharp(jpeg).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
      const turnedPng = insertPngChunks(png, [pngChunk('eXIf', exifOrientation(orientation))]);
      for (const bytes of [turned, turnedPng]) {
        const picture = await normalise(bytes);
        await assertNormal(picture);
        assert.deepEqual([picture.width, picture.height], orientation < 5 ? [400, 320] : [320, 400]);
        const [x, y] = upright[orientation - 1] ?? [0, 0];
        assertColour(await colourAt(picture.bytes, x, y), red, 10);
      }
    }
  });

  it('give up their first frame, their metadata, and whatever stands behind them', async () => {
    const first = await flatPng(320, 320, '#ff0000');
    const frameControl = Buffer.alloc(26);
    frameControl.writeUInt32BE(320, 4);
    frameControl.writeUInt32BE(320, 8);
    const second = Buffer.concat([Buffer.from([0, 0, 0, 2]), deflateSync(Buffer.alloc(320 * 961, 0x33))]);
    const animated = Buffer.concat([
      insertPngChunks(first.subarray(0, first.length - 12), [
        pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
        pngChunk('fcTL', frameControl),
        pngChunk('tEXt', Buffer.from('Comment\0tell-nobody')),
      ]),
      pngChunk('fcTL', Buffer.concat([Buffer.from([0, 0, 0, 1]), frameControl.subarray(4)])),
      pngChunk('fdAT', second),
      pngChunk('IEND'),
    ]);
    const archive = Buffer.concat([Buffer.from('PK\x03\x04tell-nobody'), Buffer.alloc(5000, 7)]);
    const jpeg = await quarters(400, 320)
      .jpeg()
      .withExif({ IFD0: { Artist: 'tell-nobody' } })
      .toBuffer();
    for (const bytes of [Buffer.concat([animated, archive]), Buffer.concat([jpeg, archive])]) {
      assert.ok(bytes.includes('tell-nobody'));
      const picture = await normalise(bytes);
      await assertNormal(picture);
      assertColour(await colourAt(picture.bytes, 0.25, 0.25), red, 10);
      assert.ok(!Buffer.from(picture.bytes).includes('tell-nobody'));
      assert.ok(!Buffer.from(picture.bytes).includes('PK\x03\x04'));
    }
  });

  it('never come out larger than a file may be, even as transparent noise', async () => {
    const picture = await normalise(await noisePng(2100, 2100, 4));
    assert.equal(picture.contentType, 'image/png');
    assert.deepEqual([picture.width, picture.height], [1536, 1536]);
    assert.ok(picture.bytes.byteLength <= 10 * 1024 * 1024);
  });
});

describe('sizes', () => {
  it('are taken up to the limits and refused beyond, by the upright size', async () => {
    const fine: [number, number][] = [
      [300, 300],
      [750, 300],
      [300, 750],
    ];
    for (const [width, height] of fine) {
      const picture = await normalise(await flatPng(width, height));
      assert.deepEqual([picture.width, picture.height], [width, height]);
    }
    const pixel = (size: string) => `Image pixel is invalid: ${size}, each side must be at least 300 px`;
    const ratio = (size: string) =>
      `Image ratio is invalid: ${size}, the ratio of the sides must be between 1:2.5 and 2.5:1`;
    assert.equal(await problemOf(await flatPng(299, 300)), pixel('299x300'));
    assert.equal(await problemOf(await flatPng(200, 300)), pixel('200x300'));
    assert.equal(await problemOf(await flatPng(1, 1)), pixel('1x1'));
    assert.equal(await problemOf(await flatPng(751, 300)), ratio('751x300'));
    assert.equal(await problemOf(await flatPng(400, 1001)), ratio('400x1001'));
    const lying = await sharp(await flatPng(751, 300))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    assert.equal(await problemOf(lying), ratio('300x751'));
  });

  it('are judged by the header: a bomb is refused before anything is unpacked', async () => {
    await sharp(await flatPng(300, 300))
      .raw()
      .toBuffer();
    const before = process.resourceUsage().maxRSS;
    assert.equal(
      await problemOf(pixelBomb()),
      'Image pixel is invalid: 30000x30000, at most 40 megapixels are allowed',
    );
    assert.match(await problemOf(await flatPng(7000, 6000)), /7000x6000, at most 40 megapixels/);
    const jpeg = await flatPng(320, 320).then((png) => sharp(png).jpeg().toBuffer());
    assert.match(await problemOf(claimJpegSize(jpeg, 65_000, 65_000)), /65000x65000, at most 40 megapixels/);
    // 2.7 GB, had it been unpacked. The 126 MB of the flat picture that is made here are the test's own.
    assert.ok(process.resourceUsage().maxRSS - before < 400 * 1024, 'the bomb was unpacked');
  });
});

describe('hostile files', () => {
  it('are refused by what they are, whatever they are called', async () => {
    const png = await flatPng(320, 320);
    const other = (what: string) => `File format is invalid: it looks like ${what}, allowed formats: PNG, JPEG`;
    assert.equal(await problemOf(await sharp(png).gif().toBuffer()), other('a GIF'));
    assert.equal(await problemOf(await sharp(png).webp().toBuffer()), other('a WebP'));
    assert.equal(await problemOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), other('an SVG'));
    assert.equal(await problemOf(Buffer.from('BM6\0\0\0\0\0')), other('a BMP'));
    assert.equal(await problemOf(new Uint8Array()), other('something else'));
  });

  const broken = 'File is damaged, incomplete or not what it claims to be: it cannot be decoded';

  it('are refused when they only start like a picture', async () => {
    const magic = { png: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) };
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400"/></svg>',
    );
    const gif = await sharp(await flatPng(320, 320))
      .gif()
      .toBuffer();
    for (const start of Object.values(magic))
      for (const rest of [svg, gif, Buffer.alloc(0), Buffer.alloc(1000), Buffer.from('%PDF-1.7')])
        assert.equal(await problemOf(Buffer.concat([start, rest])), broken);
  });

  it('are refused when they are cut off anywhere', async () => {
    const noise = await noisePng(320, 320);
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const progressive = await sharp(noise).jpeg({ progressive: true }).toBuffer();
    for (const whole of [noise, jpeg, progressive])
      for (const share of [0.001, 0.01, 0.3, 0.6, 0.9, 0.99])
        assert.equal(
          await problemOf(whole.subarray(0, Math.max(12, Math.floor(whole.length * share)))),
          broken,
          `${share}`,
        );
  });

  it('are refused when their data do not fill, or do not fit, their header', async () => {
    const short = rawPng({ width: 6000, height: 6000 }, deflateSync(Buffer.alloc(1000)));
    assert.equal(await problemOf(short), broken);
    const garbage = rawPng({ width: 320, height: 320 }, Buffer.alloc(5000, 0x5a));
    assert.equal(await problemOf(garbage), broken);
    const badChecksum = Buffer.from(await flatPng(320, 320));
    badChecksum[badChecksum.length - 20] = (badChecksum[badChecksum.length - 20] ?? 0) ^ 1;
    assert.equal(await problemOf(badChecksum), broken);
    for (const header of [
      { width: 320, height: 320, bits: 3 },
      { width: 320, height: 320, colourType: 5 },
      { width: 320, height: 320, bits: 1, colourType: 2 },
    ])
      assert.equal(await problemOf(rawPng(header, deflateSync(Buffer.alloc(320 * 1000)))), broken);
    const noPalette = rawPng({ width: 320, height: 320, colourType: 3 }, deflateSync(Buffer.alloc(320 * 321)));
    assert.equal(await problemOf(noPalette), broken);
  });

  it('are taken as every viewer shows them when a JPEG ends early, but properly: grey where nothing is', async () => {
    const jpeg = await sharp(await flatPng(320, 320, '#ff0000'))
      .jpeg({ quality: 95 })
      .toBuffer();
    const picture = await normalise(claimJpegSize(jpeg, 320, 640));
    await assertNormal(picture);
    assertColour(await colourAt(picture.bytes, 0.5, 0.2), red);
    const [r, g, b] = await colourAt(picture.bytes, 0.5, 0.9);
    assert.ok(r === g && g === b, `${[r, g, b]} is not grey`);
  });

  it('cannot hide a bomb in their metadata', async () => {
    const zeros = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 });
    const png = await flatPng(320, 320);
    const chunks: Buffer[][] = [
      [pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), zeros]))],
      [pngChunk('iTXt', Buffer.concat([Buffer.from('Comment\0\x01\0\0\0', 'latin1'), zeros]))],
      [pngChunk('iCCP', Buffer.concat([Buffer.from('profile\0\0', 'latin1'), zeros]))],
      Array.from({ length: 20_000 }, (_, index) => pngChunk('tEXt', Buffer.from(`k${index}\0${'v'.repeat(100)}`))),
    ];
    const before = process.resourceUsage().maxRSS;
    for (const extra of chunks) {
      const outcome = await normalise(insertPngChunks(png, extra)).catch((error: Error) => error);
      if (outcome instanceof Error) assert.ok(outcome instanceof PictureProblem, String(outcome));
      else await assertNormal(outcome);
    }
    assert.ok(process.resourceUsage().maxRSS - before < 200 * 1024, 'metadata were unpacked');
  });

  it('are taken or refused, never worse, when any of their bytes are changed', async () => {
    const originals = [
      await quarters(320, 300).png({ palette: true }).toBuffer(),
      await quarters(320, 300).jpeg({ quality: 60 }).toBuffer(),
      await quarters(320, 300).jpeg({ quality: 60, progressive: true }).toBuffer(),
    ];
    let state = 7;
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return state % below;
    };
    let taken = 0;
    for (let turn = 0; turn < 150; turn += 1) {
      const changed = Buffer.from(originals[turn % 3] ?? []);
      for (let flips = 1 + random(4); flips > 0; flips -= 1) changed[8 + random(changed.length - 8)] = random(256);
      const outcome = await normalise(changed).catch((error: Error) => error);
      if (outcome instanceof Error) assert.ok(outcome instanceof PictureProblem, String(outcome.stack));
      else {
        taken += 1;
        await assertNormal(outcome);
      }
    }
    assert.ok(taken > 0 && taken < 150, `${taken} of 150 taken`);
  });
});
