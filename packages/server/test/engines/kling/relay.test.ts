// What the relay passes on and what it brings back; cancels, callbacks, and an upstream that is away for a while.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { builtInModels, type Model } from '../../../src/core/model.js';
import { lastOperation, recordingContext, runToEnd, sampleJob } from '../engine-jobs.js';
import { hangUp, refuse } from './fake-kling.js';
import { setUpKling, withKling } from './kling-setup.js';

const modelNamed = (name: string) => builtInModels.find((model) => model.name === name) as Model;
const flat = () => sharp({ create: { width: 400, height: 300, channels: 3, background: '#789' } });

describe('what is asked for', () => {
  it(
    'goes upstream field by field',
    withKling({}, async ({ engine, fake }) => {
      const model = { ...modelNamed('kling-v2'), upstreamModel: 'kling-v2-upstream' };
      const request = {
        model: 'kling-v2',
        prompt: '一只 "fox" 🦊',
        negativePrompt: 'rain',
        n: 2,
        aspectRatio: '3:4',
        resolution: '2k' as const,
        outputFormat: 'jpg' as const,
        watermark: true,
      };
      const job = sampleJob(request, { model });
      await runToEnd(engine, job, recordingContext());
      assert.deepEqual(JSON.parse(fake.calls[0]?.body ?? ''), {
        model_name: 'kling-v2-upstream',
        prompt: '一只 "fox" 🦊',
        negative_prompt: 'rain',
        n: 2,
        aspect_ratio: '3:4',
        resolution: '2k',
        output_format: 'jpg',
        watermark_info: { enabled: true },
        external_task_id: job.externalId,
      });
    }),
  );

  it(
    'carries the reference as bare base64, with its use and fidelities',
    withKling({}, async ({ engine, fake }) => {
      const bytes = new Uint8Array(await flat().png().toBuffer());
      const request = {
        model: 'kling-v1-5',
        imageReference: 'face' as const,
        imageFidelity: 0.2,
        humanFidelity: 0.9,
        negativePrompt: 'rain',
      };
      // A view into a larger buffer is the view.
      const padded = new Uint8Array([1, 2, ...bytes, 3]).subarray(2, 2 + bytes.length);
      await runToEnd(engine, sampleJob(request, { reference: { bytes: padded, use: 'face' } }), recordingContext());
      const body = JSON.parse(fake.calls[0]?.body ?? '');
      assert.deepEqual(Buffer.from(body.image, 'base64'), Buffer.from(bytes));
      assert.deepEqual([body.image_reference, body.image_fidelity, body.human_fidelity], ['face', 0.2, 0.9]);
      assert.equal('negative_prompt' in body, false);
      assert.equal('resolution' in body, false, 'the model has one resolution only');
    }),
  );

  it('has a seed only for another Inkling', async () => {
    for (const [upstream, seed] of [
      ['kling', undefined],
      ['inkling', 7],
    ] as const)
      await withKling({ declaration: { upstream } }, async ({ engine, fake }) => {
        await runToEnd(engine, sampleJob({ seed: 7 }), recordingContext());
        assert.equal(JSON.parse(fake.calls[0]?.body ?? '').seed, seed);
      })();
  });
});

describe('what comes back', () => {
  it(
    'has its marked twin where one was asked for',
    withKling({}, async ({ engine }) => {
      const { images } = await runToEnd(engine, sampleJob({ n: 2, watermark: true }), recordingContext());
      for (const image of images) assert.equal((await sharp(image.watermarked).metadata()).format, 'png');
    }),
  );

  it('is written anew when it is another format than was asked for', async () => {
    for (const format of ['webp', 'jpeg', 'png'] as const)
      await withKling(
        { fake: { picture: async () => ({ bytes: await flat().toFormat(format).toBuffer() }) } },
        async ({ engine }) => {
          const { images } = await runToEnd(engine, sampleJob({ outputFormat: 'jpg' }), recordingContext());
          assert.deepEqual([images[0]?.contentType, images[0]?.width, images[0]?.height], ['image/jpeg', 400, 300]);
          assert.equal((await sharp(images[0]?.bytes).metadata()).format, 'jpeg');
        },
      )();
  });

  it(
    'is fetched again when a link fails, with fresh links, and never bought again',
    withKling({}, async ({ engine, fake }) => {
      fake.next(
        'picture',
        hangUp,
        refuse(403, 0, 'expired'),
        (response) => void response.writeHead(200).end('half a pic'),
      );
      await runToEnd(engine, sampleJob(), recordingContext());
      assert.equal(fake.tasks.size, 1);
      assert.equal(fake.calls.filter((call) => call.kind === 'picture').length, 4);
    }),
  );
});

describe('a cancel', () => {
  it('reaches another Inkling, and only that', async () => {
    for (const [upstream, cancels] of [
      ['inkling', 1],
      ['kling', 0],
    ] as const) {
      const { engine, fake, end } = await setUpKling({ declaration: { upstream } });
      fake.looksUntilDone = Number.POSITIVE_INFINITY;
      const job = sampleJob();
      const outcome = await engine.start(job, recordingContext());
      assert.equal(outcome.kind === 'waiting' && outcome.watched, true);
      engine.watch?.drop(job.taskId, 'ended');
      assert.equal(engine.condition?.().watched, 0);
      if (cancels > 0) await fake.called('cancel');
      await engine.close();
      assert.deepEqual(
        fake.calls.filter((call) => call.kind === 'cancel').map((call) => call.url),
        cancels === 0 ? [] : [`/v1/images/generations/${job.externalId}/cancel`],
      );
      await end();
    }
  });

  it(
    'is not sent for a job that somebody else goes on with',
    withKling({ declaration: { upstream: 'inkling' } }, async ({ engine, fake }) => {
      const job = sampleJob();
      await engine.start(job, recordingContext());
      engine.watch?.drop(job.taskId, 'lost');
      await engine.close();
      assert.equal(fake.calls.filter((call) => call.kind === 'cancel').length, 0);
    }),
  );
});

describe('callbacks of the upstream', () => {
  const publicUrl = 'https://images.example.com';
  const tokenIn = (body: string) => String(JSON.parse(body).callback_url).split('/').at(-1) ?? '';

  it(
    'make us look at once, and prove nothing',
    withKling({ publicUrl }, async ({ engine, fake }) => {
      fake.looksUntilDone = Number.POSITIVE_INFINITY;
      const job = sampleJob();
      const running = runToEnd(engine, job, recordingContext());
      await fake.called('find');
      const url = String(JSON.parse(fake.calls[0]?.body ?? '').callback_url);
      assert.match(url, /^https:\/\/images\.example\.com\/callbacks\/upstream\/[\w-]{22}\.\w+$/);
      const token = tokenIn(fake.calls[0]?.body ?? '');
      for (const wrong of ['', 'x', token.slice(1), `${'A'.repeat(22)}.${job.taskId}`, `${token}x`])
        assert.equal(engine.acceptCallback?.(wrong), false, wrong);
      assert.equal(engine.acceptCallback?.(token), true);
      const [task] = fake.tasks.values();
      assert.equal(task?.status, 'processing', 'a callback alone ends nothing');
      if (task) fake.finish(task);
      assert.equal(engine.acceptCallback?.(token), true);
      assert.equal((await running).images.length, 1);
    }),
  );

  it('are not asked for where nobody could call', async () => {
    for (const url of [null, 'http://127.0.0.1:8790', 'http://localhost:8790', 'http://10.1.2.3', 'http://[::1]:8790'])
      await withKling({ publicUrl: url }, async ({ engine, fake }) => {
        await engine.start(sampleJob(), recordingContext());
        assert.equal('callback_url' in JSON.parse(fake.calls[0]?.body ?? ''), false, String(url));
      })();
  });

  it(
    'are given up when the upstream refuses their URL: the job is not',
    withKling({ publicUrl }, async ({ engine, fake }) => {
      fake.next('submit', refuse(400, 1300, 'callback_url: points into a private network'));
      await runToEnd(engine, sampleJob(), recordingContext());
      assert.equal(fake.tasks.size, 1);
      await engine.start(sampleJob(), recordingContext());
      assert.equal(
        'callback_url' in JSON.parse(fake.calls.filter((call) => call.kind === 'submit').at(-1)?.body ?? ''),
        false,
      );
    }),
  );
});

describe('an upstream that is away', () => {
  it(
    'gets no new jobs, loses none, and is found again',
    withKling({}, async ({ engine, fake }) => {
      fake.always('submit', hangUp);
      fake.always('find', hangUp);
      const jobs = [1, 2, 3, 4, 5].map(() => sampleJob());
      const contexts = jobs.map(() => recordingContext());
      const running = jobs.map((job, index) => runToEnd(engine, job, contexts[index] ?? recordingContext()));
      await fake.called('find', 5);
      for (let looks = 0; engine.condition?.().state === 'ok' && looks < 1000; looks += 1)
        await fake.called('find', looks);
      assert.notEqual(engine.condition?.().state, 'ok');
      assert.ok((engine.room?.() ?? 0) <= 1);
      fake.always('submit', undefined);
      fake.always('find', undefined);
      await Promise.all(running);
      assert.equal(engine.condition?.().state, 'ok');
      assert.deepEqual([...fake.bought().values()], [1, 1, 1, 1, 1]);
      assert.ok(contexts.every((context) => lastOperation(context) !== null));
    }),
  );
});
