// The engine for Stable Diffusion web UIs against a peer with their routes: the contract, progress, interrupts.
import assert from 'node:assert/strict';
import { before, describe, it, type TestContext } from 'node:test';
import sharp from 'sharp';
import { engineSchema } from '../../../src/config/engine-schemas.js';
import { systemClock } from '../../../src/core/clock.js';
import { builtInModels, type Model } from '../../../src/core/model.js';
import { openA1111Engine } from '../../../src/engines/a1111/open-a1111-engine.js';
import { type ReceivedRequest, startReceiver } from '../../support/http-receiver.js';
import { describeEngine } from '../engine-contract.js';
import { recordingContext, runToEnd, sampleJob } from '../engine-jobs.js';

const auth = 'artist:secret-password';
let base64: string;
before(async () => {
  const picture = sharp({ create: { width: 512, height: 512, channels: 3, background: '#369' } });
  base64 = (await picture.png().toBuffer()).toString('base64');
});

interface PeerOptions {
  /** Status and body of txt2img and img2img; `hold`: no answer until `finish`. */
  answer?: { status: number; json: unknown } | 'hold';
  /** What `current_task` says; undefined: the server is too old to say. */
  current?: (forced: string) => string | undefined;
}

/** The routes of a web UI that the engine uses. */
async function startPeer(options: PeerOptions = {}) {
  let forced = '';
  let finish = () => {};
  let asked = 0;
  const bodyOf = (request: ReceivedRequest) => JSON.parse(request.body) as Record<string, unknown>;
  const receiver = await startReceiver((request, response) => {
    const path = request.path.replace(/\?.*/, '');
    const send = (status: number, json: unknown) => {
      response.statusCode = status;
      response.end(JSON.stringify(json));
    };
    if (path === '/sdapi/v1/sd-models') return send(200, [{ title: 'sdxl.safetensors [abc]' }]);
    if (path === '/sdapi/v1/progress') {
      asked += 1;
      const current = options.current ? options.current(forced) : forced;
      return send(200, {
        progress: Math.min(0.3 * asked, 0.9),
        ...(current === undefined ? {} : { current_task: current }),
      });
    }
    if (path === '/sdapi/v1/interrupt') return send(200, {});
    if (path !== '/sdapi/v1/txt2img' && path !== '/sdapi/v1/img2img') return send(404, { detail: 'Not Found' });
    const body = bodyOf(request);
    forced = String(body.force_task_id);
    const { answer } = options;
    // A grid comes after the pictures on servers that make one.
    const images = [...Array.from({ length: Number(body.batch_size) }, () => base64), 'grid'];
    if (answer === 'hold') {
      finish = () => send(200, { images, info: '{}' });
      return undefined;
    }
    return answer ? send(answer.status, answer.json) : send(200, { images, info: '{}' });
  });
  return { ...receiver, bodyOf, finish: () => finish(), progressAsked: () => asked };
}

function openEngine(origin: string, more: object = {}) {
  const declaration = engineSchema.parse({ type: 'a1111', baseUrl: origin, auth, ...more });
  assert.ok(declaration.type === 'a1111');
  return openA1111Engine(declaration, { clock: systemClock });
}

const onPeer = async (options: PeerOptions = {}) => {
  const peer = await startPeer(options);
  return { engine: openEngine(peer.origin), end: () => peer.close(), underWay: peer.received(1) };
};

describeEngine('a1111', {
  secrets: [auth, 'secret-password', Buffer.from(auth).toString('base64')],
  make: () => onPeer(),
  makeEndless: () => onPeer({ answer: 'hold' }),
  faults: [
    {
      title: 'a field it does not take',
      make: () => onPeer({ answer: { status: 422, json: { detail: [{ msg: 'not a valid sampler' }] } } }),
      fault: 'request',
      message: /refused the request: .*not a valid sampler/,
    },
    {
      title: 'a crash',
      make: () =>
        onPeer({ answer: { status: 500, json: { error: 'OutOfMemoryError', errors: 'CUDA out of memory' } } }),
      fault: 'ours',
      message: /HTTP status 500: CUDA out of memory$/,
    },
    {
      title: 'a wrong password',
      make: () => onPeer({ answer: { status: 401, json: { detail: 'x' } } }),
      fault: 'ours',
      message: /user name and password/,
    },
    {
      title: 'no API',
      make: () => onPeer({ answer: { status: 404, json: { detail: 'Not Found' } } }),
      fault: 'ours',
      message: /start it with --api/,
    },
    {
      title: 'too few pictures',
      make: () => onPeer({ answer: { status: 200, json: { images: [] } } }),
      fault: 'ours',
      message: /made 0 pictures/,
    },
  ],
});

async function setUp(context: TestContext, options: PeerOptions = {}, more: object = {}) {
  const peer = await startPeer(options);
  const engine = openEngine(peer.origin, more);
  context.after(() => Promise.all([engine.close(), peer.close()]));
  return { peer, engine };
}
const paths = (requests: readonly ReceivedRequest[]) => requests.map((request) => request.path.replace(/\?.*/, ''));

describe('a request to a web UI', () => {
  it('says what was asked for', async (context) => {
    const { peer, engine } = await setUp(context, {}, { parameters: { steps: 12, sampler_name: 'Euler a' } });
    const job = sampleJob({ prompt: 'a fox', negativePrompt: 'dogs', seed: 4_000_000_000, n: 3, aspectRatio: '16:9' });
    const { images } = await runToEnd(engine, job, recordingContext());
    assert.equal(images.length, 3);
    const [request = assert.fail()] = peer.requests;
    assert.equal(request.path, '/sdapi/v1/txt2img');
    assert.equal(request.headers.authorization, `Basic ${Buffer.from(auth).toString('base64')}`);
    const body = peer.bodyOf(request);
    const expected = {
      prompt: 'a fox',
      negative_prompt: 'dogs',
      seed: 4_000_000_000,
      width: 1360,
      height: 768,
      batch_size: 3,
    };
    assert.deepEqual(body, { ...body, ...expected, steps: 12, sampler_name: 'Euler a', force_task_id: job.externalId });
    assert.ok(!('override_settings' in body) && !('init_images' in body));
  });

  it('brings its reference along, and names a checkpoint where one is configured', async (context) => {
    const { peer, engine } = await setUp(context);
    const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const model = { ...(builtInModels[0] as Model), upstreamModel: 'sdxl.safetensors' };
    const job = sampleJob({ imageFidelity: 0.25 }, { model, reference: { bytes, use: 'whole' } });
    await runToEnd(engine, job, recordingContext());
    const [request = assert.fail()] = peer.requests;
    assert.equal(request.path, '/sdapi/v1/img2img');
    const { init_images, denoising_strength, override_settings } = peer.bodyOf(request);
    assert.deepEqual(init_images, [bytes.toString('base64')]);
    assert.equal(denoising_strength, 0.75);
    assert.deepEqual(override_settings, { sd_model_checkpoint: 'sdxl.safetensors' });
  });
});

describe('progress', () => {
  it('is asked for while the server paints', { timeout: 60_000 }, async (context) => {
    const { peer, engine } = await setUp(context, { answer: 'hold' });
    const recording = recordingContext();
    const running = engine.start(sampleJob(), recording);
    while (recording.progress.length < 2) await new Promise((resolve) => setImmediate(resolve));
    peer.finish();
    assert.equal((await running).kind, 'done');
    assert.deepEqual(recording.progress.slice(0, 2), [0.3, 0.6]);
  });

  it('of somebody else’s job is not ours', { timeout: 60_000 }, async (context) => {
    const { peer, engine } = await setUp(context, { answer: 'hold', current: () => 'task(of-somebody-else)' });
    const recording = recordingContext();
    const running = engine.start(sampleJob(), recording);
    while (peer.progressAsked() < 2) await new Promise((resolve) => setImmediate(resolve));
    peer.finish();
    await running;
    assert.deepEqual(recording.progress, []);
  });
});

describe('a job that is cut off', () => {
  const abortUnderWay = async (context: TestContext, options: PeerOptions) => {
    const { peer, engine } = await setUp(context, { answer: 'hold', ...options });
    const recording = recordingContext();
    const running = engine.start(sampleJob(), recording);
    await peer.received(1);
    recording.abort();
    await assert.rejects(running, /aborted by the test/);
    return paths(peer.requests);
  };

  it('is interrupted', async (context) => {
    assert.ok((await abortUnderWay(context, {})).includes('/sdapi/v1/interrupt'));
    // Also where the server is too old to say whose turn it is.
    assert.ok((await abortUnderWay(context, { current: () => undefined })).includes('/sdapi/v1/interrupt'));
  });

  it('does not interrupt somebody else’s', async (context) => {
    const asked = await abortUnderWay(context, { current: () => 'task(of-somebody-else)' });
    assert.ok(!asked.includes('/sdapi/v1/interrupt'), `${asked}`);
  });
});

describe('what the doctor hears', () => {
  it('names the checkpoints', async (context) => {
    const { engine } = await setUp(context);
    assert.match(await engine.check(), /answers and has 1 checkpoints: sdxl\.safetensors \[abc\]$/);
  });
});
