// The SDK against a real HTTP server whose every answer the test decides.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type ClientOptions, ConnectionError, createClient, type KlingError } from '../src/index.js';
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
    assert.match(String(request?.headers['idempotency-key']), /^[0-9a-f]{32}$/);
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
    await assert.rejects(client().create({ prompt: 'a' }), { retryAfterMs: 3_600_000 });
    assert.deepEqual(waits, []);
    assert.equal(api.seen.length, 1, 'maintenance is no reason to ask whether the task was made');
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

describe('create, with little patience', () => {
  it('sends once where no retries are wanted', async () => {
    api.answers = [reset];
    await assert.rejects(client({ maxRetries: 0 }).create({ prompt: 'a' }), ConnectionError);
    assert.equal(api.seen.length, 1);
  });

  it('does not ask a service that is known to be Inkling whether it is', async () => {
    api.answers = [reset, ok(task('submitted'))];
    await client({ service: 'inkling' }).create({ prompt: 'a' });
    assert.deepEqual(
      api.seen.map((entry) => entry.method),
      ['POST', 'POST'],
    );
  });

  it('ends with the caller’s reason while it waits for its next try', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    api.answers = [
      (request, response) => {
        fail(429, 1302)(request, response);
        stop.abort(reason);
      },
    ];
    await assert.rejects(client().create({ prompt: 'a' }, { signal: stop.signal }), reason);
    assert.equal(api.seen.length, 1);
  });
});

describe('reference pictures', () => {
  const pictures = {
    'an address': ['https://example.com/a.png', 'https://example.com/a.png'],
    base64: ['AQID', 'AQID'],
    'a data URL': ['data:image/png;base64,AQID', 'AQID'],
    bytes: [new Uint8Array([1, 2, 3]), 'AQID'],
    'a file': [new Blob([new Uint8Array([1, 2, 3])]), 'AQID'],
  } as const;
  for (const [kind, [given, sent]] of Object.entries(pictures)) {
    it(`may be ${kind}`, async () => {
      api.answers = [ok(task('submitted'))];
      await client().create({ prompt: 'a', image: given });
      assert.equal(JSON.parse(api.seen[0]?.body ?? '').image, sent);
    });
  }

  it('of ten megabytes arrive whole', async () => {
    api.answers = [ok(task('submitted'))];
    const bytes = new Uint8Array(10 * 1024 * 1024).map((_, index) => index % 251);
    await client().create({ prompt: 'a', image: bytes });
    assert.ok(Buffer.from(JSON.parse(api.seen[0]?.body ?? '').image, 'base64').equals(bytes));
  });
});

describe('download', () => {
  it('may take longer than the time limit as long as something comes', async () => {
    let pieces = 0;
    const slow = (signal?: AbortSignal | null) =>
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          pieces += 1;
          // As a connection is cut by the signal of its fetch.
          if (signal?.aborted) controller.error(signal.reason);
          else if (pieces > 12) controller.close();
          else controller.enqueue(Uint8Array.of(pieces));
        },
      });
    // Twelve times 10 ms against a limit of 60: a busy machine is late for both, and in the same order.
    const images = client({
      timeoutMs: 60,
      maxRetries: 0,
      fetch: async (_url, init) => new Response(slow(init?.signal)),
    });
    assert.equal((await images.download({ url: 'http://127.0.0.1/a.png' })).length, 12);
  });

  it('that breaks off is begun again, and one that is refused is told', async () => {
    api.answers = [
      (_request, response) => {
        response.writeHead(200, { 'content-length': '10' });
        response.write('half', () => response.socket?.destroy());
      },
      (_request, response) => void response.end('whole'),
      fail(410, 1203),
    ];
    const url = `${api.origin}/files/a.png`;
    assert.equal(new TextDecoder().decode(await client().download({ url })), 'whole');
    await assert.rejects(client().download({ url }), { code: 1203, status: 410 });
  });
});

describe('credentials', () => {
  it('must be given, and an address that is one', () => {
    assert.throws(() => createClient({}), TypeError);
    assert.throws(() => createClient({ apiKey: 'a', baseUrl: 'example.com' }), TypeError);
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

describe('the address', () => {
  const addresses = [
    [undefined, 'http://127.0.0.1:8790/kling/v1'],
    ['https://images.example.com', 'https://images.example.com/kling/v1'],
    ['https://images.example.com/', 'https://images.example.com/kling/v1'],
    ['https://images.example.com/v1//', 'https://images.example.com/v1'],
    ['https://api.klingai.com', 'https://api.klingai.com/v1'],
    ['https://api-singapore.klingai.com/v1', 'https://api-singapore.klingai.com/v1'],
    ['https://klingai.com.example.com', 'https://klingai.com.example.com/kling/v1'],
    ['http://127.0.0.1:8790/behind/a/proxy', 'http://127.0.0.1:8790/behind/a/proxy'],
  ] as const;
  for (const [given, used] of addresses) {
    it(`${given ?? 'that is not given'} is ${used}`, async () => {
      const called: string[] = [];
      const take: typeof fetch = async (input) => {
        called.push(String(input));
        return Response.json({ code: 0, message: 'SUCCEED', request_id: 'r', data: [] });
      };
      const address = given === undefined ? {} : { baseUrl: given };
      await createClient({ ...address, apiKey: 'k', fetch: take }).images.list();
      assert.deepEqual(called, [`${used}/images/generations?pageNum=1&pageSize=30`]);
    });
  }
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

describe('remove, callbacks, redeliver, costs', () => {
  it('call what they are named after', async () => {
    const pack = { resource_pack_id: 'p1', remaining_quantity: 3 };
    api.answers = [
      ok({ task_id: 't1', deleted: true }),
      ok([{ webhook_id: 'w/1', state: 'dead' }]),
      ok({ webhook_id: 'w/1', state: 'pending' }),
    ];
    await client().remove('t1');
    assert.equal((await client().callbacks('t1'))[0]?.state, 'dead');
    await client().redeliver('t1', 'w/1');
    for (const prefix of ['/kling/v1', '/v1', '/behind/kling/v1', '']) {
      api.answers = [ok({ code: 0, msg: 'SUCCEED', resource_pack_subscribe_infos: [pack] })];
      const { account } = createClient({ baseUrl: api.origin + prefix, apiKey: 'k' });
      assert.deepEqual(await account.costs({ fromMs: 1, toMs: 2, packName: 'a b' }), [pack]);
    }
    assert.deepEqual(
      api.seen.map((entry) => `${entry.method} ${entry.url}`),
      [
        'DELETE /kling/v1/images/generations/t1',
        'GET /kling/v1/images/generations/t1/callbacks',
        'POST /kling/v1/images/generations/t1/callbacks/w%2F1/redeliver',
        'GET /account/costs?start_time=1&end_time=2&resource_pack_name=a+b',
        'GET /account/costs?start_time=1&end_time=2&resource_pack_name=a+b',
        'GET /behind/account/costs?start_time=1&end_time=2&resource_pack_name=a+b',
        'GET /account/costs?start_time=1&end_time=2&resource_pack_name=a+b',
      ],
    );
  });

  it('costs look back thirty days where nothing else is said', async () => {
    api.answers = [ok({ code: 0, msg: 'SUCCEED' })];
    assert.deepEqual(await createClient({ baseUrl: api.origin, apiKey: 'k' }).account.costs(), []);
    const query = new URL(api.seen[0]?.url ?? '', api.origin).searchParams;
    assert.equal(Number(query.get('end_time')) - Number(query.get('start_time')), 30 * 86_400_000);
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
