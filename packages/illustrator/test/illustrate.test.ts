// The whole way: a request in, bytes out; what is refused, and how.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { illustrate, planPrompt } from '../src/illustrate.js';
import { type IllustrateRequest, IllustratorError } from '../src/request.js';
import { illustratorVersion } from '../src/version.js';

const request: IllustrateRequest = {
  prompt: 'a red fox in the snow at sunset',
  width: 320,
  height: 200,
  seed: 7,
  format: 'png',
};
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('illustrate', () => {
  it('gives a PNG of the exact size, with the plan of what it shows', async () => {
    const picture = await illustrate(request);
    const { width, height, format, channels } = await sharp(picture.bytes).metadata();
    assert.deepEqual({ width, height, format, channels }, { width: 320, height: 200, format: 'png', channels: 3 });
    assert.equal(picture.contentType, 'image/png');
    assert.equal(picture.seed, 7);
    assert.equal(picture.watermarked, undefined);
    assert.deepEqual(
      picture.plan.subjects.map(({ concept, colour }) => [concept, colour]),
      [['fox', 'red']],
    );
    assert.equal(picture.plan.setting, 'snowfield');
    assert.equal(picture.plan.time, 'sunset');
    assert.equal(picture.brief.subjects[0]?.concept, 'fox');
  });

  it('gives a JPEG when asked', async () => {
    const picture = await illustrate({ ...request, format: 'jpg' });
    assert.equal((await sharp(picture.bytes).metadata()).format, 'jpeg');
    assert.equal(picture.contentType, 'image/jpeg');
  });

  it('gives the same bytes again, others for another seed or index', async () => {
    const first = digest((await illustrate(request)).bytes);
    assert.equal(digest((await illustrate({ ...request })).bytes), first);
    assert.notEqual(digest((await illustrate({ ...request, seed: 8 })).bytes), first);
    assert.notEqual(digest((await illustrate({ ...request, index: 1 })).bytes), first);
    assert.equal(digest((await illustrate({ ...request, index: 0 })).bytes), first);
  });

  it('paints a marked twin when asked', async () => {
    const picture = await illustrate({ ...request, watermark: true });
    assert.ok(picture.watermarked);
    assert.notEqual(digest(picture.watermarked), digest(picture.bytes));
    assert.equal(digest(picture.bytes), digest((await illustrate(request)).bytes));
  });

  it('notes prompt, seed, style and version, unless told not to', async () => {
    const text = Buffer.from((await illustrate(request)).bytes).toString('utf8');
    assert.ok(text.includes('a red fox in the snow at sunset') && text.includes(illustratorVersion));
    const silent = Buffer.from((await illustrate({ ...request, metadata: false })).bytes).toString('utf8');
    assert.ok(!silent.includes('a red fox'));
  });

  it('reports progress that rises to 1', async () => {
    const seen: number[] = [];
    await illustrate(request, { onProgress: (fraction) => seen.push(fraction) });
    assert.equal(seen.at(-1), 1);
    assert.ok(seen.length > 5);
    for (const [i, value] of seen.entries()) assert.ok(value > (seen[i - 1] ?? 0));
  });

  it('stops with the reason of its signal, before and during the work', async () => {
    const reason = new Error('cancelled');
    await assert.rejects(illustrate(request, { signal: AbortSignal.abort(reason) }), reason);
    for (const at of [0.05, 0.3, 0.6, 0.88]) {
      const controller = new AbortController();
      const work = illustrate(request, {
        signal: controller.signal,
        onProgress: (fraction) => {
          if (fraction >= at) controller.abort(reason);
        },
      });
      await assert.rejects(work, reason, `aborted at ${at}`);
    }
  });

  it('paints a prompt that names nothing it knows', async () => {
    const picture = await illustrate({ ...request, prompt: 'qwertzuiop' });
    assert.ok(picture.bytes.length > 2000);
    assert.deepEqual(picture.plan.subjects, []);
  });
});

describe('the plan of a prompt', () => {
  it('is the plan of its picture', async () => {
    const { prompt, width, height, seed } = request;
    assert.deepEqual(await planPrompt(prompt, { width, height, seed }), (await illustrate(request)).plan);
  });

  it('needs no more than the prompt', async () => {
    const plan = await planPrompt('three yellow boats on a blue lake under the moon');
    assert.equal(plan.subjects.length, 3);
    assert.ok(plan.subjects.every(({ concept, colour }) => concept === 'boat' && colour === 'yellow'));
    assert.equal(plan.setting, 'lake');
    assert.equal(plan.time, 'night');
  });

  it('letters what is quoted, in the hands of who holds it', async () => {
    const plan = await planPrompt("生成一张袋鼠的照片，手里拿着一个写着'DMXAPI'的牌子");
    assert.deepEqual(
      plan.lettering.map(({ text }) => text),
      ['DMXAPI'],
    );
    assert.deepEqual(
      plan.subjects.map(({ noun, concept }) => [noun, concept]),
      [['袋鼠', 'kangaroo']],
    );
  });
});

describe('what is refused', () => {
  const cases: [string, Partial<Record<keyof IllustrateRequest, unknown>>, string][] = [
    ['an empty prompt', { prompt: '   ' }, 'prompt'],
    ['a prompt that is no text', { prompt: 12 }, 'prompt'],
    ['a prompt of 2501 characters', { prompt: '龙'.repeat(2501) }, 'prompt'],
    ['a negative prompt of 2501 characters', { negativePrompt: 'x'.repeat(2501) }, 'negativePrompt'],
    ['no width', { width: 0 }, 'width'],
    ['half a pixel', { width: 100.5 }, 'width'],
    ['too high', { height: 4097 }, 'height'],
    ['a size that is no number', { height: Number.NaN }, 'height'],
    ['a negative seed', { seed: -1 }, 'seed'],
    ['a seed of 2^32', { seed: 2 ** 32 }, 'seed'],
    ['an index below 0', { index: -1 }, 'index'],
    ['an unknown format', { format: 'gif' }, 'format'],
    [
      'an empty reference',
      { reference: { bytes: new Uint8Array(), kind: 'whole', imageFidelity: 0.5, humanFidelity: 0.5 } },
      'reference',
    ],
    [
      'a fidelity that is no number',
      { reference: { bytes: new Uint8Array(9), kind: 'whole', imageFidelity: Number.NaN, humanFidelity: 0.5 } },
      'imageFidelity',
    ],
    [
      'a fidelity above 1',
      { reference: { bytes: new Uint8Array(9), kind: 'whole', imageFidelity: 0.5, humanFidelity: 1.01 } },
      'humanFidelity',
    ],
  ];
  for (const [name, parts, field] of cases) {
    it(name, async () => {
      await assert.rejects(illustrate({ ...request, ...parts } as IllustrateRequest), (error) => {
        assert.ok(error instanceof IllustratorError);
        assert.equal(error.reason, 'invalid');
        assert.equal(error.field, field);
        assert.ok(error.message.startsWith(field), error.message);
        return true;
      });
    });
  }

  it('takes the longest prompt there may be', async () => {
    const plan = await planPrompt('龙'.repeat(2500), { width: 64, height: 64 });
    assert.ok(plan.subjects.length >= 1);
  });

  it('counts code points, not code units', async () => {
    await planPrompt('🦊'.repeat(2500), { width: 64, height: 64 });
  });
});

describe('illustratorVersion', () => {
  it('is the version of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    assert.equal(illustratorVersion, manifest.version);
  });
});
