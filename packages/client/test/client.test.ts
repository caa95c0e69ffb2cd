// The SDK against a real HTTP server whose every answer the test decides.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type ClientOptions, ConnectionError, createClient, type KlingError, TaskFailedError } from '../src/index.js';
import { type ApiStub, fail, ok, reset, startApiStub, task } from './api-stub.js';

let api: ApiStub;
let waits: number[];
beforeEach(async () => {
  api = await startApiStub();
  waits = [];
});
afterEach(() => api.close());

function client(options: Partial<ClientOptions> = {}) {
  return createClient({
    baseUrl: `${api.origin}/kling/v1/`,
    apiKey: 'sk-test',
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
    },
    ...options,
  }).images;
}
const models = [{ model_name: 'kling-v1', engine: 'illustrator' }];

describe('create', () => {
  it('posts the parameters with the key and an idempotency key of its own', async () => {
    api.answers = [ok(task('submitted'))];
    const created = await client().create({ prompt: 'a fox', model_name: 'kling-v1', n: 2 });
    assert.equal(created.task_id, 't1');
    const [request] = api.seen;
    assert.deepEqual([request?.method, request?.url], ['POST', '/kling/v1/images/generations']);
    assert.equal(request?.headers.authorization, 'Bearer sk-test');
    assert.equal(request?.headers['content-type'], 'application/json');
    assert.match(String(request?.headers['idempotency-key']), /^[0-9a-f-]{36}$/);
    assert.deepEqual(JSON.parse(request?.body ?? ''), { prompt: 'a fox', model_name: 'kling-v1', n: 2 });
  });

  it('repeats a submit whose answer was lost under the same key, where keys are honoured', async () => {
    api.answers = [reset, ok(models), reset, ok(task('submitted'))];
    await client().create({ prompt: 'a fox' }, { idempotencyKey: 'mine' });
    const submits = api.seen.filter((entry) => entry.method === 'POST');
    assert.deepEqual(
      submits.map((entry) => entry.headers['idempotency-key']),
      ['mine', 'mine', 'mine'],
    );
  });

  it('does not repeat it where keys may mean nothing: that would buy twice', async () => {
    api.answers = [reset, fail(404, 1203)];
    await assert.rejects(client().create({ prompt: 'a fox' }), ConnectionError);
    api.answers = [fail(500, 5000), ok([{ something: 'else' }])];
    await assert.rejects(client().create({ prompt: 'a fox' }), { code: 5000 });
    assert.equal(api.seen.filter((entry) => entry.method === 'POST').length, 2);
  });

  it('repeats what was refused, after as long as the service asks', async () => {
    api.answers = [fail(429, 1303, { 'retry-after': '7' }), fail(503, 5001), ok(task('submitted'))];
    await client().create({ prompt: 'a fox' });
    assert.equal(waits[0], 7000);
    assert.ok((waits[1] ?? 0) >= 500 && (waits[1] ?? 0) <= 1000, `${waits[1]}`);
  });

  it('gives up after its retries', async () => {
    api.answers = [fail(429, 1302), fail(429, 1302), fail(429, 1302)];
    await assert.rejects(client({ maxRetries: 2 }).create({ prompt: 'a' }), { reason: 'RateLimited' });
    assert.equal(api.seen.length, 3);
  });

  const hopeless = [
    [400, 1201, 'ParameterInvalid'],
    [401, 1002, 'AuthorizationInvalid'],
    [429, 1102, 'BalanceNotEnough'],
    [429, 1100, 'AccountDisabled'],
    [400, 1301, 'ContentPolicy'],
  ] as const;
  for (const [status, code, reason] of hopeless) {
    it(`gives up at once at ${code}, by name ${reason}`, async () => {
      api.answers = [fail(status, code)];
      await assert.rejects(client().create({ prompt: 'a' }), (error: KlingError) => {
        assert.deepEqual([error.reason, error.code, error.status, error.requestId], [reason, code, status, 'r2']);
        return true;
      });
      assert.equal(api.seen.length, 1);
    });
  }

  it('passes on a wait that is too long to obey', async () => {
    api.answers = [fail(503, 5001, { 'retry-after': '3600' })];
    const isOnce = { retryAfterMs: 3_600_000 };
    api.answers.push(ok(models), fail(503, 5001, { 'retry-after': '3600' }));
    await assert.rejects(client().create({ prompt: 'a' }), isOnce);
    assert.deepEqual(waits, []);
  });

  it('makes sense of answers that are not the API’s', async () => {
    api.answers = [(_request, response) => void response.writeHead(403).end('<html>blocked</html>')];
    await assert.rejects(client().create({ prompt: 'a' }), { code: 0, reason: 'Unknown', status: 403 });
    api.answers = [(_request, response) => void response.end('{"code":1201,"message":"no","request_id":"x"}')];
    await assert.rejects(client().create({ prompt: 'a' }), { code: 1201, status: 200 });
    api.answers = [(_request, response) => void response.end('{"code":0'), fail(404, 1203)];
    await assert.rejects(client().create({ prompt: 'a' }), ConnectionError);
  });
});

describe('credentials', () => {
  it('must be given', () => {
    assert.throws(() => createClient({}), TypeError);
    assert.throws(() => createClient({ accessKey: 'a' }), TypeError);
  });

  it('are a fresh token when there is an access key', async () => {
    api.answers = [ok([])];
    await createClient({ baseUrl: api.origin, accessKey: 'ak', secretKey: 'sk' }).images.list();
    const parts = (api.seen[0]?.headers.authorization ?? '').replace('Bearer ', '').split('.');
    const read = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    assert.deepEqual(read(parts[0]), { alg: 'HS256', typ: 'JWT' });
    const claims = read(parts[1]);
    assert.equal(claims.iss, 'ak');
    assert.equal(Number(claims.exp) - Number(claims.nbf), 1805);
    assert.equal(parts[2]?.length, 43);
  });
});

describe('get, list, cancel, models', () => {
  it('escape ids, page, and repeat what was lost', async () => {
    api.answers = [reset, ok(task('processing')), ok([task('succeed')]), ok(task('failed')), ok(models)];
    assert.equal((await client().get('a/b ä')).task_status, 'processing');
    assert.equal((await client().list({ pageNum: 2, pageSize: 5 })).length, 1);
    await client().cancel('t1');
    assert.equal((await client().models())[0]?.engine, 'illustrator');
    assert.deepEqual(
      api.seen.slice(1).map((entry) => `${entry.method} ${entry.url.replace('/kling/v1', '')}`),
      [
        'GET /images/generations/a%2Fb%20%C3%A4',
        'GET /images/generations?pageNum=2&pageSize=5',
        'POST /images/generations/t1/cancel',
        'GET /models',
      ],
    );
  });
});

describe('wait', () => {
  it('asks until the task has succeeded, and tells every state', async () => {
    api.answers = [ok(task('submitted')), fail(500, 5000), ok(task('processing')), ok(task('succeed'))];
    const states: string[] = [];
    const done = await client().wait('t1', { onState: (state) => states.push(state.task_status) });
    assert.equal(done.task_status, 'succeed');
    assert.deepEqual(states, ['submitted', 'processing', 'succeed']);
    assert.equal(api.seen[0]?.headers.prefer, 'wait=20');
  });

  it('throws what the service said about a failure', async () => {
    api.answers = [ok(task('failed', { task_status_msg: 'image: no face was found' }))];
    await assert.rejects(client().wait('t1'), (error: Error) => {
      assert.match(error.message, /no face/);
      return error instanceof TaskFailedError;
    });
  });

  it('ends when time is up or the caller has had enough', async () => {
    api.answers = [ok(task('processing'))];
    await assert.rejects(client().wait('t1', { timeoutMs: 0 }), ConnectionError);
    const stop = new AbortController();
    api.answers = [ok(task('processing'))];
    const reason = new Error('enough');
    await assert.rejects(client().wait('t1', { signal: stop.signal, onState: () => stop.abort(reason) }), reason);
  });
});

describe('events', () => {
  const event = (id: string, state: object) => `id: ${id}\nevent: status\ndata: ${JSON.stringify(state)}\n\n`;

  it('yields states, and goes on behind the last one when the connection breaks', async () => {
    api.answers = [
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const text = `retry: 1000\n\n: hello\n\n${event('1', { ...task('processing'), progress: 0.4 })}data: {"cut`;
        response.write(text, () => response.socket?.destroy());
      },
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(event('2', { ...task('succeed'), progress: 1 }));
      },
    ];
    const states: [string, number | undefined][] = [];
    for await (const state of client().events('t1')) states.push([state.task_status, state.progress]);
    assert.deepEqual(states, [
      ['processing', 0.4],
      ['succeed', 1],
    ]);
    assert.equal(api.seen[1]?.headers['last-event-id'], '1');
  });

  it('ends at 204, and throws for a task that is not there', async () => {
    api.answers = [(_request, response) => void response.writeHead(204).end()];
    for await (const _state of client().events('t1')) assert.fail('nothing was to come');
    api.answers = [fail(404, 1203)];
    await assert.rejects(client().events('t2').next(), { code: 1203 });
  });
});

describe('generate', () => {
  it('submits, waits and downloads, without showing the key to the file host', async () => {
    api.answers = [
      ok(task('submitted')),
      ok(task('succeed', { task_result: { images: [{ index: 0, url: `${api.origin}/files/a.png` }] } })),
      (_request, response) => void response.end(Buffer.from([1, 2, 3])),
    ];
    const result = await client().generate({ prompt: 'a fox' });
    assert.deepEqual([...(result.images[0]?.bytes ?? [])], [1, 2, 3]);
    assert.equal(api.seen[2]?.url, '/files/a.png');
    assert.equal(api.seen[2]?.headers.authorization, undefined);
  });
});
