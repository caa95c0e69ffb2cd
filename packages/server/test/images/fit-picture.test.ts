// Pictures of other servers become the contract's: exact size and format, nothing but pixels, or words why not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { type FitJob, fitPicture } from '../../src/images/fit-picture.js';
import { createPictureFitter } from '../../src/images/picture-fitter.js';

const flat = (width: number, height: number, background = '#c33') =>
  sharp({ create: { width, height, channels: 3, background } });
const jobOf = async (picture: Sharp, changes: Partial<FitJob> = {}): Promise<FitJob> => ({
  bytes: await picture.toBuffer(),
  width: 128,
  height: 96,
  format: 'png',
  watermark: false,
  ...changes,
});
async function fitted(job: FitJob) {
  const outcome = await fitPicture(job);
  assert.ok('picture' in outcome, JSON.stringify(outcome));
  return outcome.picture;
}

describe('a picture of another server', () => {
  for (const [from, picture] of [
    ['PNG', flat(300, 300).png()],
    ['JPEG', flat(640, 320).jpeg()],
    ['WebP', flat(64, 48).webp()],
  ] as const)
    for (const format of ['png', 'jpg'] as const) {
      it(`becomes ${format} of the right size from ${from}`, async () => {
        const { bytes, contentType, width, height } = await fitted(await jobOf(picture, { format }));
        const seen = await sharp(bytes).metadata();
        assert.equal(seen.format, format === 'png' ? 'png' : 'jpeg');
        assert.equal(contentType, `image/${seen.format}`);
        assert.deepEqual([seen.width, seen.height, width, height], [128, 96, 128, 96]);
      });
    }

  it('of another shape is cut from both ends, never stretched', async () => {
    // Red, green, blue side by side; the middle is what stays.
    const stripes = ['#f00', '#0f0', '#00f'].map((background, index) => ({
      input: { create: { width: 100, height: 100, channels: 3 as const, background } },
      left: index * 100,
      top: 0,
    }));
    const { bytes } = await fitted(await jobOf(flat(300, 100).composite(stripes).png(), { width: 100, height: 100 }));
    const { dominant } = await sharp(bytes).stats();
    assert.ok(dominant.g > 200 && dominant.r < 50 && dominant.b < 50, JSON.stringify(dominant));
  });

  it('brings nothing along but its pixels', async () => {
    const tagged = flat(200, 200)
      .withExif({ IFD0: { ImageDescription: 'the whole prompt' } })
      .png();
    const { bytes } = await fitted(await jobOf(tagged));
    assert.ok(!Buffer.from(bytes).includes('prompt'));
    const { exif, xmp, icc } = await sharp(bytes).metadata();
    assert.deepEqual([exif, xmp, icc], [undefined, undefined, undefined]);
  });

  it('that is transparent is laid on white', async () => {
    const clear = sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    }).png();
    const { bytes } = await fitted(await jobOf(clear));
    const { channels } = await sharp(bytes).stats();
    assert.deepEqual(
      channels.map(({ min, max }) => [min, max]),
      [
        [255, 255],
        [255, 255],
        [255, 255],
      ],
    );
  });

  it('gets a marked twin where one is wanted, and stays unmarked itself', async () => {
    for (const colour of ['#000', '#fff', '#7f7f7f']) {
      const { bytes, watermarked } = await fitted(await jobOf(flat(300, 300, colour).png(), { watermark: true }));
      const [plain, marked] = await Promise.all([bytes, watermarked ?? assert.fail()].map((one) => sharp(one).stats()));
      assert.equal(plain?.channels[0]?.stdev, 0);
      assert.ok((marked?.channels[0]?.stdev ?? 0) > 1, colour);
      const { width, height } = await sharp(watermarked).metadata();
      assert.deepEqual([width, height], [128, 96]);
    }
    assert.equal((await fitted(await jobOf(flat(9, 9).png()))).watermarked, undefined);
  });

  it('that is none is refused in words', async () => {
    const good = await flat(300, 300).png().toBuffer();
    const huge = Buffer.from(good);
    // A header that claims 40,000 by 40,000.
    huge.writeUInt32BE(40_000, 16);
    huge.writeUInt32BE(40_000, 20);
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('<html>'),
      good.subarray(0, 200),
      huge,
      await flat(9, 9).gif().toBuffer(),
    ]) {
      const outcome = await fitPicture({ ...(await jobOf(flat(9, 9).png())), bytes });
      assert.ok('problem' in outcome, `${bytes.length} bytes were taken`);
      assert.match(outcome.problem, /^it (is|cannot)/);
    }
  });
});

describe('the fitter', () => {
  it('works in a process of its own, tells problems, and closes twice', async () => {
    const fitter = createPictureFitter();
    const job = await jobOf(flat(300, 200).jpeg(), { format: 'jpg', watermark: true });
    const { bytes, watermarked } = await fitter.fit(job);
    assert.equal((await sharp(bytes).metadata()).width, 128);
    assert.ok(watermarked);
    await assert.rejects(fitter.fit({ ...job, bytes: Buffer.from('no') }), /^Error: it cannot be decoded$/);
    const stop = new AbortController();
    stop.abort(new Error('not wanted'));
    await assert.rejects(fitter.fit(job, stop.signal), /not wanted/);
    await fitter.close();
    await fitter.close();
  });
});
