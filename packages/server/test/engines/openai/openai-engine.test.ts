// The OpenAI engine against peers that behave like the servers there are: the contract, and each way they differ.
import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import sharp from 'sharp';
import { engineSchema } from '../../../src/config/engine-schemas.js';
import { systemClock } from '../../../src/core/clock.js';
import type { Engine } from '../../../src/engines/engine.js';
import { openOpenAiEngine } from '../../../src/engines/openai/open-openai-engine.js';
import { chooseSize } from '../../../src/engines/openai/openai-request.js';
import { type HttpReceiver, type ReceivedRequest, startReceiver } from '../../support/http-receiver.js';
import { describeEngine } from '../engine-contract.js';
import { lastOperation, recordingContext, runToEnd, sampleJob } from '../engine-jobs.js';

const secret = 'sk-openai-secret-key';
let base64: string;
before(async () => {
  const picture = sharp({
    create: { width: 640, height: 640, channels: 4, background: { r: 9, g: 99, b: 199, alpha: 0.5 } },
  });
  base64 = (await picture.webp().toBuffer()).toString('base64');
});

type Answer = { status?: number; headers?: Record<string, string>; json?: unknown } | 'never';
/** Body of a request, from JSON or from a form. */
function bodyOf({ body, headers }: ReceivedRequest): Record<string, unknown> {
  if (!String(headers['content-type']).startsWith('multipart/'))
    return JSON.parse(body || '{}') as Record<string, unknown>;
  const fields = body.matchAll(/name="([^"]+)"(; filename="[^"]+"\r\ncontent-type: (\S+))?\r\n\r\n([^\r]*)/g);
  return Object.fromEntries([...fields].map(([, name, file, type, text]) => [name, file ? type : text]));
}
const pictures = (n: number) => ({
  json: { created: 1, data: Array.from({ length: n }, () => ({ b64_json: base64 })) },
});
/** As many pictures as were asked for. */
const generous = (request: ReceivedRequest): Answer =>
  request.path === '/v1/models' ? { json: { data: [{ id: 'flux' }] } } : pictures(Number(bodyOf(request).n));

async function startPeer(answer: (request: ReceivedRequest, index: number) => Answer): Promise<HttpReceiver> {
  return startReceiver((request, response, index) => {
    const given = answer(request, index);
    if (given === 'never') return;
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers });
    response.end(JSON.stringify(given.json ?? {}));
  });
}

function openEngine(origin: string, more: object = {}): Engine {
  const declaration = engineSchema.parse({ type: 'openai', baseUrl: `${origin}/v1`, apiKey: secret, ...more });
  assert.ok(declaration.type === 'openai');
  return openOpenAiEngine(declaration, { settings: { allowPrivateUrls: [] }, clock: systemClock });
}

const onPeer = async (answer: (request: ReceivedRequest, index: number) => Answer, more: object = {}) => {
  const peer = await startPeer(answer);
  const reopen = async () => openEngine(peer.origin, more);
  return { engine: await reopen(), reopen, end: () => peer.close(), underWay: peer.received(1) };
};
const refuse = (status: number, error: unknown) => () => onPeer(() => ({ status, json: { error } }));

describeEngine('openai', {
  secrets: [secret],
  make: () => onPeer(generous),
  makeEndless: () => onPeer(() => 'never'),
  faults: [
    {
      title: 'a prompt against its content policy',
      make: refuse(400, { code: 'content_policy_violation', message: 'no' }),
      fault: 'request',
      message: /^Failure to pass the risk control system: /,
    },
    {
      title: 'moderation as gpt-image says it',
      make: refuse(400, { code: 'moderation_blocked', message: 'Your request was rejected by the safety system' }),
      fault: 'request',
      message: /^Failure to pass the risk control system: /,
    },
    {
      title: 'a field it does not like',
      make: refuse(400, { message: 'prompt is too long' }),
      fault: 'request',
      message: /refused the request: prompt is too long$/,
    },
    {
      title: 'validation as FastAPI says it',
      make: () => onPeer(() => ({ status: 422, json: { detail: [{ msg: 'bad' }] } })),
      fault: 'request',
    },
    {
      title: 'a wrong key, which is not repeated',
      make: refuse(401, { message: `Incorrect API key provided: ${secret}` }),
      fault: 'ours',
      message: /refuses our key: Incorrect API key provided: \*\*\*$/,
    },
    { title: 'no such model', make: refuse(404, 'model not found'), fault: 'ours', message: /no such model or route/ },
    { title: 'an empty account', make: refuse(429, { code: 'insufficient_quota', message: 'x' }), fault: 'ours' },
    {
      title: 'a crash',
      make: () => onPeer(() => ({ status: 500, json: 'oops' })),
      fault: 'ours',
      message: /HTTP status 500/,
    },
    {
      title: 'no pictures',
      make: () => onPeer(() => ({ json: { data: [] } })),
      fault: 'ours',
      message: /without a picture/,
    },
    {
      title: 'nonsense for a picture',
      make: () => onPeer(() => ({ json: { data: [{ b64_json: 'AAAA' }] } })),
      fault: 'ours',
      message: /of no use/,
    },
    {
      title: 'a picture on a private address that is not its own',
      make: () => onPeer(() => ({ json: { data: [{ url: 'http://127.0.0.1:1/x.png' }] } })),
      fault: 'ours',
      message: /private|reserved|forbidden/i,
    },
  ],
});

async function setUp(
  context: TestContext,
  answer: (request: ReceivedRequest, index: number) => Answer,
  more: object = {},
) {
  const peer = await startPeer(answer);
  const engine = openEngine(peer.origin, more);
  context.after(() => Promise.all([engine.close(), peer.close()]));
  return { peer, engine };
}

describe('a request to an OpenAI-style server', () => {
  it('says what was asked for, with a key and a name for the attempt', async (context) => {
    const { peer, engine } = await setUp(context, generous, { parameters: { quality: 'high', n: 1 } });
    const job = sampleJob(
      { prompt: 'a fox', negativePrompt: 'dogs', seed: 7, aspectRatio: '3:2' },
      { upstreamModel: 'flux' },
    );
    await runToEnd(engine, job, recordingContext());
    const [request = assert.fail()] = peer.requests;
    assert.equal(request.path, '/v1/images/generations');
    assert.equal(request.headers.authorization, `Bearer ${secret}`);
    assert.match(String(request.headers['idempotency-key']), /^[0-9a-f-]{36}-0x1$/);
    const rest = { response_format: 'b64_json', seed: 7, negative_prompt: 'dogs', quality: 'high' };
    assert.deepEqual(bodyOf(request), { model: 'flux', prompt: 'a fox', n: 1, size: '1248x832', ...rest });
  });

  it('is an edit with a form where there is a reference', async (context) => {
    const { peer, engine } = await setUp(context, generous);
    const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const job = sampleJob({ imageFidelity: 0.8 }, { reference: { bytes, use: 'whole' } });
    await runToEnd(engine, job, recordingContext());
    const [request = assert.fail()] = peer.requests;
    assert.equal(request.path, '/v1/images/edits');
    const { image, image_fidelity, strength, size } = bodyOf(request);
    assert.deepEqual([image, image_fidelity, strength, size], ['image/png', '0.8', '0.2', '1024x1024']);
  });

  it('asks for the nearest of the sizes a server has, and no extras where it takes none', async (context) => {
    const manners = { sizes: ['1024x1024', '1536x1024', '1024x1536'], responseFormat: 'none', extensions: false };
    const { peer, engine } = await setUp(context, generous, manners);
    const { images } = await runToEnd(engine, sampleJob({ aspectRatio: '9:16' }), recordingContext());
    assert.deepEqual(Object.keys(bodyOf(peer.requests[0] ?? assert.fail())), ['model', 'prompt', 'n', 'size']);
    assert.equal(bodyOf(peer.requests[0] ?? assert.fail()).size, '1024x1536');
    assert.deepEqual([images[0]?.width, images[0]?.height], [768, 1360]);
  });

  it('chooses by shape, then by pixels', () => {
    assert.equal(chooseSize(['512x512', '1024x1024', '1792x1024'], 1024, 1024), '1024x1024');
    assert.equal(chooseSize(['512x512', '1024x1024', '1792x1024'], 1360, 768), '1792x1024');
    assert.equal(chooseSize([], 1360, 768), '1360x768');
  });
});

describe('several pictures', () => {
  const askedFor = (peer: HttpReceiver) => peer.requests.map((request) => Number(bodyOf(request).n));

  it('come from one request where the server makes several', async (context) => {
    const { peer, engine } = await setUp(context, generous);
    assert.equal((await runToEnd(engine, sampleJob({ n: 9 }), recordingContext())).images.length, 9);
    assert.deepEqual(askedFor(peer), [9]);
  });

  it('come one by one where it makes one whatever it is asked, each with a seed of its own', async (context) => {
    const { peer, engine } = await setUp(context, () => pictures(1));
    const recording = recordingContext();
    assert.equal((await runToEnd(engine, sampleJob({ n: 4, seed: 10 }), recording)).images.length, 4);
    assert.deepEqual(askedFor(peer), [4, 1, 1, 1]);
    const seeds = peer.requests.map((request) => bodyOf(request).seed);
    assert.equal(new Set(seeds).size, 4, `${seeds}`);
    // It is remembered.
    await runToEnd(engine, sampleJob({ n: 2 }), recordingContext());
    assert.deepEqual(askedFor(peer).slice(4), [1, 1]);
  });

  it('come one by one where it refuses several, as dall-e-3 does', async (context) => {
    const { peer, engine } = await setUp(context, (request) =>
      Number(bodyOf(request).n) > 1 ? { status: 400, json: { error: { message: 'n must be 1' } } } : pictures(1),
    );
    assert.equal((await runToEnd(engine, sampleJob({ n: 3 }), recordingContext())).images.length, 3);
    assert.deepEqual(askedFor(peer), [3, 1, 1, 1]);
  });

  it('come in the portions that are configured', async (context) => {
    const { peer, engine } = await setUp(context, generous, { picturesPerRequest: 2 });
    assert.equal((await runToEnd(engine, sampleJob({ n: 5 }), recordingContext())).images.length, 5);
    assert.deepEqual(askedFor(peer), [2, 2, 1]);
  });
});

describe('pictures by address', () => {
  it('are fetched from the server itself, relative and absolute', async (context) => {
    let origin = '';
    const { peer, engine } = await setUp(context, (request) => {
      if (request.path.startsWith('/v1/')) return { json: { data: [{ url: '/made/1' }, { url: `${origin}/made/2` }] } };
      return { status: 404 };
    });
    ({ origin } = peer);
    const failing = runToEnd(engine, sampleJob({ n: 2 }), recordingContext());
    await assert.rejects(failing, /could not be fetched: HTTP status 404/);
    assert.ok(peer.requests.some((request) => request.path === '/made/1'));
    // The key is for the API, not for whoever keeps its pictures.
    assert.equal(peer.requests.find((request) => request.path === '/made/1')?.headers.authorization, undefined);
  });

  it('may be data URLs', async (context) => {
    const { engine } = await setUp(context, () => ({ json: { data: [{ url: `data:image/webp;base64,${base64}` }] } }));
    assert.equal((await runToEnd(engine, sampleJob(), recordingContext())).images.length, 1);
  });
});

describe('an attempt that is cut off', () => {
  let peer: HttpReceiver;
  after(() => peer.close());

  it('is repeated under the same key; one that was refused gets a new one', async (context) => {
    let answer: Answer = 'never';
    peer = await startPeer(() => answer);
    const engine = openEngine(peer.origin);
    context.after(() => engine.close());
    const recording = recordingContext();
    const job = sampleJob();
    const running = engine.start(job, recording);
    await peer.received(1);
    recording.abort();
    await assert.rejects(running);
    answer = { status: 503, headers: { 'retry-after': '7' }, json: {} };
    const again = recordingContext();
    const refused = engine.resume?.(lastOperation(recording), job, again);
    await assert.rejects(refused ?? Promise.resolve(), { retryAfterMs: 7000, fault: 'ours' });
    answer = pictures(1);
    await runToEnd(engine, job, recordingContext(), lastOperation(again));
    const [first, second, third] = peer.requests.map((request) => request.headers['idempotency-key']);
    assert.equal(second, first);
    assert.notEqual(third, first);
  });
});

describe('a server that has had enough', () => {
  it('is waited for as long as it says, and that is no fault', async (context) => {
    const { engine } = await setUp(context, () => ({
      status: 429,
      headers: { 'retry-after': '12' },
      json: { error: 'slow down' },
    }));
    const job = sampleJob();
    const outcome = await engine.start(job, recordingContext());
    assert.ok(outcome.kind === 'waiting');
    assert.equal(outcome.pollInMs, 12_000);
    const again = await engine.resume?.(outcome.operation, job, recordingContext());
    assert.equal(again?.kind, 'waiting');
    // But not for ever.
    const long = engine.resume?.({ key: 'k', limitedSinceMs: Date.now() - 3_700_000 }, job, recordingContext());
    await assert.rejects(long ?? Promise.resolve(), { fault: 'ours' });
  });
});

describe('what the doctor hears', () => {
  it('names the models, or says that they are not listed', async (context) => {
    const listed = await setUp(context, generous);
    assert.match(await listed.engine.check(), /answers and has 1 models: flux$/);
    const bare = await setUp(context, () => ({ status: 404 }));
    assert.match(await bare.engine.check(), /answers; it does not list its models$/);
    const locked = await setUp(context, () => ({ status: 401, json: { error: { message: 'bad key' } } }));
    await assert.rejects(locked.engine.check(), /refuses our key: bad key/);
  });
});
