// The ComfyUI engine against a faithful peer: the contract, and what queues, restarts, crashes and cancels do to a job.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import sharp from 'sharp';
import { engineSchema } from '../../../src/config/engine-schemas.js';
import { systemClock } from '../../../src/core/clock.js';
import { builtInModels, type Model } from '../../../src/core/model.js';
import type { ImageRequest } from '../../../src/core/task.js';
import { openComfyUiEngine } from '../../../src/engines/comfyui/open-comfyui-engine.js';
import { type Engine, type EngineJob, TaskEndedError } from '../../../src/engines/engine.js';
import { describeEngine } from '../engine-contract.js';
import { lastOperation, recordingContext, runToEnd, sampleJob } from '../engine-jobs.js';
import { type ComfyUiPeer, startComfyUiPeer } from './comfyui-peer.js';

const secret = 'sk-comfy-proxy-key';
const model = { ...(builtInModels[0] as Model), name: 'sdxl' };

function openEngine(servers: readonly string[], more: object = {}): Engine {
  const workflows = {
    sdxl: { text: 'sdxl-text', image: 'sdxl-image', values: { steps: 4 } },
    ...(more as { workflows?: object }).workflows,
  };
  const declaration = engineSchema.parse({ type: 'comfyui', servers, apiKey: secret, ...more, workflows });
  assert.ok(declaration.type === 'comfyui');
  return openComfyUiEngine(declaration, { settings: { configFile: null }, clock: systemClock });
}

const jobOf = (request: Partial<ImageRequest> = {}, changes: Partial<Omit<EngineJob, 'request'>> = {}) =>
  sampleJob(request, { model, upstreamModel: 'sdxl', ...changes });

async function onPeer(change: (peer: ComfyUiPeer) => unknown = () => {}) {
  const peer = await startComfyUiPeer();
  await change(peer);
  const reopen = async () => openEngine([peer.url]);
  return { engine: await reopen(), reopen, end: () => peer.close() };
}

describeEngine('comfyui', {
  job: jobOf,
  secrets: [secret],
  make: onPeer,
  async makeEndless() {
    const peer = await startComfyUiPeer();
    peer.hold();
    return { engine: openEngine([peer.url]), end: () => peer.close(), underWay: peer.running(1) };
  },
  faults: [
    {
      title: 'a node fails',
      make: () => onPeer((peer) => peer.failOn('fox')),
      fault: 'ours',
      message: /^ComfyUI: node sampler \(KSampler\) failed: RuntimeError: the sampler exploded$/,
    },
    {
      title: 'a checkpoint is missing',
      async make() {
        const peer = await startComfyUiPeer();
        const workflows = { sdxl: { text: 'sdxl-text', values: { checkpoint: 'nope.safetensors' } } };
        return { engine: openEngine([peer.url], { workflows }), end: () => peer.close() };
      },
      fault: 'ours',
      message:
        /node checkpoint \(CheckpointLoaderSimple\): ckpt_name 'nope\.safetensors' is not there; there are: sd_xl_base/,
    },
    {
      title: 'a node class is not installed',
      async make() {
        const peer = await startComfyUiPeer({ nodes: ['CheckpointLoaderSimple', 'CLIPTextEncode'] });
        return { engine: openEngine([peer.url]), end: () => peer.close() };
      },
      fault: 'ours',
      message: /refused the workflow: the node EmptyLatentImage is not installed$/,
    },
    {
      title: 'a picture is gone before it is fetched',
      make: () => onPeer((peer) => peer.instead.set('/view', { status: 404 })),
      fault: 'ours',
      message: /no longer has a picture it made: HTTP status 404$/,
    },
    {
      title: 'a picture is none',
      make: () => onPeer((peer) => peer.instead.set('/view', { status: 200, json: 'no picture' })),
      fault: 'ours',
      message: /of no use/,
    },
  ],
});

/** A peer and an engine that end with the test. */
async function setUp(context: TestContext, more: object = {}, peers = 1) {
  const started = await Promise.all(Array.from({ length: peers }, () => startComfyUiPeer()));
  const engine = openEngine(
    started.map((peer) => peer.url),
    more,
  );
  context.after(async () => {
    await engine.close();
    await Promise.all(started.map((peer) => peer.close()));
  });
  return { engine, peer: started[0] as ComfyUiPeer, peers: started };
}

const colourOf = async (bytes: Uint8Array) => [...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)];

describe('a job on ComfyUI', () => {
  it('fills the workflow with what was asked for', async (context) => {
    const { engine, peer } = await setUp(context);
    const request = { prompt: 'a fox {{seed}}', negativePrompt: 'dogs', seed: 4_294_967_295, n: 3, aspectRatio: '3:2' };
    const { images } = await runToEnd(engine, jobOf(request), recordingContext());
    const { nodes } = peer.submitted[0] ?? assert.fail();
    assert.equal(peer.submitted.length, 1, 'one batch');
    assert.equal(nodes.positive?.inputs.text, 'a fox {{seed}}');
    assert.equal(nodes.negative?.inputs.text, 'dogs');
    assert.deepEqual(nodes.canvas?.inputs, { width: 1248, height: 832, batch_size: 3 });
    assert.deepEqual([nodes.sampler?.inputs.seed, nodes.sampler?.inputs.steps], [4_294_967_295, 4]);
    // In the order in which they were made.
    assert.deepEqual(await Promise.all(images.map(async ({ bytes }) => (await colourOf(bytes))[2])), [0, 20, 40]);
  });

  it('tells its steps as progress', async (context) => {
    const { engine } = await setUp(context);
    const recording = recordingContext();
    await runToEnd(engine, jobOf(), recording);
    // Seven nodes, of which one takes four steps: ten parts, and the last bit is for fetching.
    const tenths = new Set(recording.progress.map((fraction) => Math.round((fraction / 0.97) * 10)));
    assert.ok(tenths.size >= 8, `${recording.progress}`);
    assert.equal(recording.progress.at(-1), 0.97);
  });

  it('brings its reference along, once for the same bytes', async (context) => {
    const { engine, peer } = await setUp(context);
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const job = () => jobOf({ imageFidelity: 0.3, n: 2 }, { reference: { bytes, use: 'whole' } });
    await runToEnd(engine, job(), recordingContext());
    await runToEnd(engine, job(), recordingContext());
    assert.deepEqual(peer.uploads[0]?.bytes, bytes);
    assert.equal(peer.uploads[0]?.name, peer.uploads[1]?.name);
    const { nodes } = peer.submitted[0] ?? assert.fail();
    assert.match(String(nodes.reference?.inputs.image), /^inkling\/[0-9a-f]{32}\.jpg$/);
    assert.equal(nodes.sampler?.inputs.denoise, 0.7);
    assert.equal(nodes.batch?.inputs.amount, 2);
  });

  it('takes one prompt per picture where the workflow has no batch', async (context) => {
    const text = JSON.stringify({
      a: { class_type: 'EmptyLatentImage', inputs: { width: '{{width}}', height: '{{height}}', seed: '{{seed}}' } },
      b: { class_type: 'SaveImage', inputs: { images: ['a', 0], filename_prefix: '{{task}}' } },
    });
    const { engine, peer } = await setUp(context, { workflows: { sdxl: { text } } });
    const recording = recordingContext();
    const { images } = await runToEnd(engine, jobOf({ n: 3, seed: 7 }), recording);
    assert.equal(images.length, 3);
    // Only then it is known which picture the steps are of.
    assert.deepEqual(recording.pictureProgress.at(-1), [1, 1, 1]);
    assert.ok(recording.pictureProgress.some((fractions) => new Set(fractions).size > 1));
    assert.deepEqual(
      peer.submitted.map(({ nodes }) => nodes.a?.inputs.seed),
      [7, 8, 9],
    );
  });

  it('goes on with ids of the server’s own where it is too old to take ours', async (context) => {
    const { engine, peer } = await setUp(context);
    peer.ignoreIds = true;
    const recording = recordingContext();
    await runToEnd(engine, jobOf(), recording);
    assert.deepEqual((lastOperation(recording) as { promptIds: string[] }).promptIds, ['own-0']);
  });
});

describe('a job that is cut off', () => {
  it('is interrupted on the server when its task was cancelled, and nobody else’s is', async (context) => {
    const { engine, peer } = await setUp(context);
    peer.hold();
    const controller = new AbortController();
    const recording = { ...recordingContext(), signal: controller.signal };
    const first = engine.start(jobOf(), recording);
    const behind = new AbortController();
    await peer.running(1);
    const second = engine.start(jobOf(), { ...recordingContext(), signal: behind.signal });
    const third = engine.start(jobOf(), recordingContext());
    while (peer.submitted.length < 3) await new Promise((resolve) => setImmediate(resolve));
    const ids = peer.submitted.map(({ id }) => id);
    behind.abort(new TaskEndedError());
    await assert.rejects(second, { name: 'TaskEndedError' });
    controller.abort(new TaskEndedError());
    await assert.rejects(first, { name: 'TaskEndedError' });
    // The first was running or waiting, whichever came first: two are gone, the third goes on to its end.
    peer.release();
    assert.equal((await third).kind, 'done');
    const survivor = ids.filter((id) => !peer.deleted.includes(id) && !peer.interrupted.includes(id));
    assert.equal(survivor.length, 1, `${peer.deleted} ${peer.interrupted}`);
    assert.equal(peer.interrupted.length, 1);
  });

  it('is left alone when the worker only stops, and is gone on with, never queued twice', async (context) => {
    const { engine, peer } = await setUp(context);
    peer.hold();
    const recording = recordingContext();
    const job = jobOf({ n: 2 });
    const first = engine.start(job, recording);
    await peer.running(1);
    recording.abort();
    await assert.rejects(first, /aborted by the test/);
    assert.deepEqual([peer.interrupted, peer.deleted], [[], []]);
    const other = openEngine([peer.url]);
    context.after(() => other.close());
    const again = recordingContext();
    const resumed = other.resume?.(lastOperation(recording), job, again);
    peer.release();
    assert.equal((await resumed)?.kind, 'done');
    assert.equal(peer.submitted.length, 1);
  });

  it('is queued when its submit never arrived', async (context) => {
    const { engine, peer } = await setUp(context);
    peer.instead.set('/prompt', { status: 200, json: { exec_info: { queue_remaining: 0 } } });
    const recording = recordingContext();
    const job = jobOf();
    await assert.rejects(engine.start(job, recording), /queued a prompt without an id/);
    peer.instead.clear();
    const [operation] = recording.operations;
    await runToEnd(engine, job, recordingContext(), operation);
    assert.equal(peer.submitted[0]?.id, (operation as { promptIds: string[] }).promptIds[0]);
  });

  it('starts afresh when the server was restarted and knows nothing of it', async (context) => {
    const { engine, peer } = await setUp(context);
    peer.hold();
    const recording = recordingContext();
    const job = jobOf();
    const running = engine.start(job, recording);
    await peer.running(1);
    peer.restart();
    await assert.rejects(running, { name: 'PromptLost' });
    assert.equal(lastOperation(recording), null, 'nothing to go on with');
  });

  it('waits for a server that is away, and is no fault', async (context) => {
    const { engine, peer } = await setUp(context);
    for (const path of ['/prompt', '/queue']) peer.instead.set(path, null);
    const job = jobOf();
    const outcome = await engine.start(job, recordingContext());
    assert.ok(outcome.kind === 'waiting' && 'waitingSinceMs' in (outcome.operation as object));
    const elsewhere = { server: peer.url, clientId: 'c', image: null, promptIds: ['p'], startedAtMs: Date.now() };
    const resumed = await engine.resume?.(elsewhere, job, recordingContext());
    assert.ok(resumed?.kind === 'waiting' && 'silentSinceMs' in (resumed.operation as object));
    // Gone for longer than a restart takes: somewhere else, of which there is nowhere yet.
    const longSince = { ...elsewhere, silentSinceMs: Date.now() - 61_000 };
    const given = await engine.resume?.(longSince, job, recordingContext());
    assert.ok(given?.kind === 'waiting' && 'waitingSinceMs' in (given.operation as object));
    const tooLong = engine.resume?.({ waitingSinceMs: Date.now() - 601_000 }, job, recordingContext());
    await assert.rejects(tooLong ?? Promise.resolve(), /no ComfyUI server has answered/);
  });
});

describe('several servers', () => {
  it('share the jobs: the one with the least to do gets the next', async (context) => {
    const { engine, peers } = await setUp(context, {}, 3);
    for (const peer of peers) peer.hold();
    const running = Array.from({ length: 6 }, () => engine.start(jobOf(), recordingContext()));
    for (;;) {
      if (peers.reduce((sum, peer) => sum + peer.submitted.length, 0) === 6) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const peer of peers) peer.release();
    await Promise.all(running);
    assert.deepEqual(
      peers.map((peer) => peer.submitted.length),
      [2, 2, 2],
    );
    assert.equal(engine.concurrency, 6);
  });

  it('do without one that does not answer', async (context) => {
    const { engine, peers } = await setUp(context, {}, 2);
    peers[0]?.instead.set('/prompt', null);
    await Promise.all([1, 2].map(() => runToEnd(engine, jobOf(), recordingContext())));
    assert.deepEqual(
      peers.map((peer) => peer.submitted.length),
      [0, 2],
    );
    // It rests: not every job asks it anew.
    assert.ok((peers[0]?.paths.length ?? 0) <= 2);
  });
});

describe('what the doctor hears', () => {
  it('names every node and file that is missing, on every server', async (context) => {
    const good = await startComfyUiPeer();
    const bare = await startComfyUiPeer({ nodes: ['CheckpointLoaderSimple', 'KSampler', 'VAEDecode', 'SaveImage'] });
    const values = { checkpoint: 'flux.safetensors', sampler: 'magic' };
    const engine = openEngine([good.url, bare.url], { workflows: { sdxl: { text: 'sdxl-text', values } } });
    context.after(() => Promise.all([engine.close(), good.close(), bare.close()]));
    await assert.rejects(engine.check(), (error: Error) => {
      const [goodHost, bareHost] = [good.url, bare.url].map((url) => new URL(url).host);
      assert.match(
        error.message,
        new RegExp(`${goodHost}: .*ckpt_name 'flux.safetensors' is not there; there are: sd_xl`),
      );
      assert.match(error.message, new RegExp(`${goodHost}: .*sampler_name 'magic' is not there; there are: euler`));
      assert.match(error.message, new RegExp(`${bareHost}: .*needs the node CLIPTextEncode, which is not installed`));
      return true;
    });
  });

  it('says which version answers', async (context) => {
    const { engine } = await setUp(context);
    assert.match(await engine.check(), /: ComfyUI 0\.3\.64 on cpu; all 2 workflows fit$/);
  });
});
