// What OpenAI's own client never sends: broken and hostile bodies, every business code, a server that closes.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { AppError, businessCodes, type ErrorCode } from '../../../src/core/errors.js';
import { gaveUpMessage } from '../../../src/core/task.js';
import { openAiShapes } from '../../../src/http/openai/openai-failure.js';
import { fakePicture, fakePolicy, keys } from '../fakes.js';
import { type Answer, startServer, type TestServer } from '../harness.js';

const generations = '/openai/v1/images/generations';
const edits = '/openai/v1/images/edits';
const fox = { model: 'kling-v1', prompt: 'a red fox' };

/** The error inside an answer, after a look at its shape. */
function errorOf(answer: Answer) {
  const { error } = answer.json as { error?: { message: string; type: string; param: string | null; code: string } };
  assert.ok(error, answer.text);
  assert.deepEqual(Object.keys(answer.json), ['error']);
  assert.deepEqual(Object.keys(error), ['message', 'type', 'param', 'code']);
  return error;
}

/** A multipart body of (name, content, file name) rows. */
function form(parts: readonly [name: string, content: string | Buffer, file?: string][], boundary = 'edge') {
  const chunks = parts.flatMap(([name, content, file]) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`,
    file === undefined ? '' : `; filename="${file}"\r\ncontent-type: application/octet-stream`,
    '\r\n\r\n',
    content,
    '\r\n',
  ]);
  return Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)));
}

const postForm = (server: TestServer, body: Buffer, type = 'multipart/form-data; boundary=edge') =>
  server.call(edits, { method: 'POST', body, headers: { 'content-type': type } });

/** Ends the next task that is submitted. */
function endNext(server: TestServer, end: (id: string) => unknown): void {
  const { submit } = server.tasks;
  server.tasks.submit = async (input) => {
    const outcome = await submit(input);
    setImmediate(() => end(outcome.task.id));
    return outcome;
  };
}

async function finish(server: TestServer, id: string): Promise<void> {
  const task = server.tasks.rows.get(id) ?? assert.fail();
  server.tasks.finish(id, [await fakePicture(task, server.storage)]);
}

describe('a form', () => {
  it('is read with its fields and its file', async (context) => {
    const server = await startServer(context);
    endNext(server, (id) => finish(server, id));
    const picture = Buffer.from([0xff, 0xd8, 0x0d, 0x0a, 0x2d, 0x2d, 0x65, 0x00, 0xff]);
    const answer = await postForm(
      server,
      form([
        ['model', 'kling-v1'],
        ['prompt', '一只红狐狸'],
        ['n', '2'],
        ['image', picture, 'a.jpg'],
      ]),
    );
    assert.equal(answer.status, 200, answer.text);
    assert.equal(server.references.seen[0]?.text, picture.toString('base64'));
    const { request } = server.tasks.inputs[0] ?? assert.fail();
    assert.deepEqual([request.prompt, request.n, request.model], ['一只红狐狸', 2, 'kling-v1']);
  });

  const broken: [what: string, body: Buffer, type: string | undefined, message: RegExp][] = [
    ['without a boundary', form([['prompt', 'x']]), 'multipart/form-data', /names no boundary/],
    ['with another boundary', form([['prompt', 'x']]), 'multipart/form-data; boundary=other', /breaks off/],
    ['that breaks off', form([['image', Buffer.alloc(99), 'a']]).subarray(0, 120), undefined, /breaks off/],
    ['of a thousand fields', form(Array.from({ length: 1000 }, (_, i) => [`f${i}`, 'x'])), undefined, /too many parts/],
    [
      'of a hundred files',
      form(Array.from({ length: 100 }, (_, i) => [`f${i}`, 'x', 'a.png'])),
      undefined,
      /too many parts/,
    ],
    ['with an endless field', form([['prompt', 'x'.repeat(100_000)]]), undefined, /too long/],
  ];
  for (const [what, body, type, message] of broken) {
    it(`${what} is refused`, async (context) => {
      const server = await startServer(context);
      const answer = await postForm(server, body, type);
      assert.equal(answer.status, 400, answer.text);
      assert.match(errorOf(answer).message, message);
    });
  }

  it('with too large a picture, or too large altogether, is refused in words', async (context) => {
    const server = await startServer(context);
    const large = await postForm(server, form([['image', Buffer.alloc(10 * 1024 * 1024 + 1), 'a.png']]));
    assert.deepEqual([large.status, errorOf(large).param], [400, 'image']);
    const huge = await postForm(server, form([['image', Buffer.alloc(16 * 1024 * 1024), 'a.png']]));
    assert.equal(huge.status, 413);
    assert.match(errorOf(huge).message, /at most 15728640 bytes/);
  });

  it('never makes fields of objects’ own names', async (context) => {
    const server = await startServer(context);
    const answer = await postForm(
      server,
      form([
        ['__proto__', 'x'],
        ['constructor', 'x'],
        ['prompt', 'a fox'],
        ['image', 'bad'],
      ]),
    );
    assert.match(errorOf(answer).message, /base64/);
  });
});

describe('an edit in JSON', () => {
  const post = (server: TestServer, body: object) => server.call(edits, { method: 'POST', body: { ...fox, ...body } });

  for (const [what, body, kind, text] of [
    ['an address', { image: 'https://pictures.example/a.jpg' }, 'url', 'https://pictures.example/a.jpg'],
    ['base64', { image: 'AAAA' }, 'base64', 'AAAA'],
    ['a data URL', { image: 'data:image/png;base64,AAAA' }, 'base64', 'AAAA'],
    ['a list of one', { images: [{ image_url: 'data:image/png;base64,AAAA' }] }, 'base64', 'AAAA'],
  ] as const) {
    it(`takes ${what}`, async (context) => {
      const server = await startServer(context);
      endNext(server, (id) => finish(server, id));
      assert.equal((await post(server, body)).status, 200);
      assert.deepEqual(server.references.seen, [{ kind, text, face: false }]);
    });
  }

  it('needs one picture, and no mask', async (context) => {
    const server = await startServer(context);
    for (const [body, param] of [
      [{}, 'image'],
      [{ image: null }, 'image'],
      [{ image: 7 }, 'image'],
      [{ images: [] }, 'image'],
      [{ images: ['AAAA', 'AAAA'] }, 'image'],
      [{ image: 'AAAA', mask: 'AAAA' }, 'mask'],
    ] as const) {
      const answer = await post(server, body);
      assert.deepEqual([answer.status, errorOf(answer).param], [400, param], JSON.stringify(body));
    }
  });
});

describe('a failed task', () => {
  const cases = [
    ['content policy', `${businessCodes[1301].message}: a reason`, 400, 'content_policy_violation'],
    ['the request', 'image: File format is invalid', 400, 'image_generation_failed'],
    ['a cancel', 'Cancelled by the caller', 409, 'task_cancelled'],
    ['our own fault', gaveUpMessage, 500, 'image_generation_failed'],
  ] as const;
  for (const [why, statusMessage, status, code] of cases) {
    it(`by ${why} is an error that the client does not repeat`, async (context) => {
      const server = await startServer(context);
      endNext(server, (id) => server.tasks.change(id, { status: 'failed', statusMessage }));
      const answer = await server.call(generations, { method: 'POST', body: fox });
      const error = errorOf(answer);
      assert.deepEqual([answer.status, error.code, error.message], [status, code, statusMessage]);
      assert.equal(answer.headers['x-should-retry'], 'false');
    });
  }

  it('that was removed is told too', async (context) => {
    const server = await startServer(context);
    endNext(server, (id) => {
      server.tasks.rows.delete(id);
      server.tasks.waitForEnd = async () => undefined;
    });
    server.tasks.waitForEnd = async () => undefined;
    const answer = await server.call(generations, { method: 'POST', body: fox });
    assert.deepEqual([answer.status, errorOf(answer).code], [409, 'task_removed']);
  });
});

describe('every business code', () => {
  for (const code of Object.keys(businessCodes).map(Number)) {
    if (code === 0) continue;
    it(`${code} has a shape, and says whether to come back`, async (context) => {
      const policy = {
        ...fakePolicy,
        checkPrompt: async () => {
          throw new AppError(code as ErrorCode);
        },
      };
      const server = await startServer(context, {}, { policy });
      const answer = await server.call(generations, { method: 'POST', body: fox });
      const shape = openAiShapes[code as ErrorCode];
      const error = errorOf(answer);
      assert.deepEqual([answer.status, error.type, error.code], [shape.status, shape.type, shape.code]);
      assert.equal(error.message, businessCodes[code as ErrorCode].message);
      const { retryable } = businessCodes[code as ErrorCode];
      assert.equal(answer.headers['x-should-retry'], retryable ? undefined : 'false');
      if (retryable && [429, 503].includes(answer.status)) assert.match(String(answer.headers['retry-after']), /^\d+$/);
    });
  }
});

describe('pictures inside the answer', () => {
  it('are whole, whatever the pieces in which they are read', async (context) => {
    const server = await startServer(context);
    const bytes = Buffer.from(Array.from({ length: 10_007 }, (_, index) => (index * 31) % 256));
    endNext(server, async (id) => {
      const task = server.tasks.rows.get(id) ?? assert.fail();
      const pictures = [1, 0].map((index) => fakePicture(task, server.storage, { index }, bytes.subarray(index)));
      server.tasks.finish(id, await Promise.all(pictures));
    });
    const body = { ...fox, n: 2, response_format: 'b64_json' };
    const answer = await server.call(generations, { method: 'POST', body });
    const { data } = answer.json as unknown as { data: { b64_json: string }[] };
    assert.deepEqual(
      data.map((one) => one.b64_json),
      [bytes.toString('base64'), bytes.subarray(1).toString('base64')],
    );
  });

  it('that are gone are an error, not a broken answer', async (context) => {
    const server = await startServer(context);
    endNext(server, async (id) => {
      const task = server.tasks.rows.get(id) ?? assert.fail();
      server.tasks.finish(id, [await fakePicture(task, server.storage, { deletedAtMs: 1 })]);
    });
    const body = { ...fox, response_format: 'b64_json' };
    const answer = await server.call(generations, { method: 'POST', body });
    assert.deepEqual([answer.status, errorOf(answer).code], [404, 'not_found']);
  });
});

/** A request whose answer does not come; resolves once its task is there. */
async function startWaiting(context: TestContext, server: TestServer, headers: Record<string, string> = {}) {
  const accepted = new Promise<string>((resolve) => {
    const { submit } = server.tasks;
    server.tasks.submit = async (input) => {
      const outcome = await submit(input);
      resolve(outcome.task.id);
      return outcome;
    };
  });
  const agent = new Agent({ keepAlive: true });
  const options = { port: server.port, path: generations, method: 'POST', agent };
  const request = httpRequest({ ...options, headers: { authorization: `Bearer ${keys.alice}`, ...headers } });
  request.on('error', () => undefined);
  context.after(() => agent.destroy());
  request.end(JSON.stringify(fox));
  return { request, id: await accepted };
}

describe('a long wait', () => {
  it('outlives the idle timeout of the socket', { timeout: 30_000 }, async (context) => {
    const server = await startServer(context);
    const connected = once(server.app.server, 'connection') as Promise<[Socket]>;
    const { request, id } = await startWaiting(context, server);
    const response = once(request, 'response');
    const [socket] = await connected;
    // Node closes a socket that is silent for longer than its timeout; none is left while the task goes on.
    while (socket.timeout !== 0) await new Promise((resolve) => setImmediate(resolve));
    await finish(server, id);
    const [answer] = await response;
    assert.equal(answer.statusCode, 200);
    for await (const _ of answer);
    assert.ok(socket.timeout, 'a socket that is kept may not be silent for ever');
  });

  it('ends with 503 when the server closes, and the task is not left to nobody', async (context) => {
    const server = await startServer(context);
    const { request, id } = await startWaiting(context, server);
    const response = once(request, 'response');
    const closed = server.app.close();
    const [{ statusCode, headers }] = await response;
    assert.deepEqual([statusCode, headers['retry-after']], [503, '10']);
    await closed;
    assert.equal(server.tasks.rows.get(id)?.statusMessage, 'Cancelled by the caller');
  });

  it('leaves the task alone at a close when the caller has a key to come back with', async (context) => {
    const server = await startServer(context);
    const { request, id } = await startWaiting(context, server, { 'idempotency-key': 'k' });
    const response = once(request, 'response');
    const closed = server.app.close();
    assert.equal((await response)[0].statusCode, 503);
    await closed;
    assert.equal(server.tasks.rows.get(id)?.status, 'submitted');
  });
});
