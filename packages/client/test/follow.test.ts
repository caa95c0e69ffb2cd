// Waiting for a task and following its states, by stream and by asking, against a server whose answers the test decides.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type ClientOptions, ConnectionError, createClient, TaskFailedError, WaitTimeoutError } from '../src/index.js';
import { type Answer, type ApiStub, fail, ok, startApiStub, task } from './api-stub.js';

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
const event = (id: string, state: object) => `id: ${id}\nevent: status\ndata: ${JSON.stringify(state)}\n\n`;

/** A stream that says `text` and then ends, breaks, or stays open. */
const stream =
  (text: string, then: 'end' | 'break' | 'stay' = 'end'): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: 1000\n\n: hello\n\n${text}`, () => {
      if (then === 'end') response.end();
      if (then === 'break') response.socket?.destroy();
    });
  };

async function collect(states: AsyncIterable<{ task_status: string; progress?: number }>) {
  const seen: [string, number | undefined][] = [];
  for await (const state of states) seen.push([state.task_status, state.progress]);
  return seen;
}
const paths = () => api.seen.map((entry) => entry.url.replace('/kling/v1/images/generations/', ''));

describe('wait', () => {
  it('asks until the task has succeeded, each question held open by a service that can', async () => {
    api.answers = [ok(task('submitted')), fail(500, 5000), ok(task('processing')), ok(task('succeed'))];
    const done = await client().wait('t1');
    assert.equal(done.task_status, 'succeed');
    assert.deepEqual(
      api.seen.map((entry) => entry.headers.prefer),
      ['wait=20', 'wait=20', 'wait=20', 'wait=20'],
    );
  });

  it('holds no question open for longer than it waits for an answer', async () => {
    api.answers = [ok(task('succeed'))];
    await client({ timeoutMs: 10_000 }).wait('t1');
    assert.equal(api.seen[0]?.headers.prefer, 'wait=5');
  });

  it('asks again when the service says, else after a second', async () => {
    const later: Answer = (request, response) => {
      response.setHeader('retry-after', '7');
      ok(task('processing'))(request, response);
    };
    api.answers = [later, ok(task('processing')), ok(task('succeed'))];
    await client().wait('t1');
    assert.equal(waits.length, 2);
    assert.ok((waits[0] ?? 0) > 5000 && (waits[0] ?? 0) <= 7000, `${waits[0]}`);
    assert.ok((waits[1] ?? 0) <= 1000, `${waits[1]}`);
  });

  it('tells every state that is seen, from the stream', async () => {
    const states = [
      { ...task('submitted'), queue_position: 2 },
      { ...task('processing'), progress: 0.5 },
      task('succeed'),
    ];
    api.answers = [stream(states.map((state, index) => event(String(index), state)).join(''))];
    const seen: string[] = [];
    await client().wait('t1', { onState: (state) => seen.push(`${state.task_status} ${state.queue_position ?? ''}`) });
    assert.deepEqual(seen, ['submitted 2', 'processing ', 'succeed ']);
  });

  it('throws what the service said about a failure', async () => {
    api.answers = [ok(task('failed', { task_status_msg: 'image: no face was found' }))];
    await assert.rejects(client().wait('t1'), (error: Error) => {
      assert.match(error.message, /no face/);
      return error instanceof TaskFailedError && error.task.task_id === 't1' && !error.retryable;
    });
  });

  it('ends when time is up, also in the middle of an answer', async () => {
    api.answers = [() => undefined];
    await assert.rejects(client().wait('t1', { timeoutMs: 20 }), (error: unknown) => {
      return error instanceof WaitTimeoutError && error.taskId === 't1' && error.retryable;
    });
  });

  it('ends when the caller has had enough', async () => {
    const stop = new AbortController();
    api.answers = [ok(task('processing'))];
    const reason = new Error('enough');
    const onState = () => stop.abort(reason);
    api.answers = [stream(event('1', task('processing')), 'stay')];
    await assert.rejects(client().wait('t1', { signal: stop.signal, onState }), reason);
  });

  it('gives up on a service that does not answer', async () => {
    let calls = 0;
    // No network, so that the short limit says nothing about how busy this machine is.
    const silent: typeof fetch = (_input, init) => {
      calls += 1;
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    };
    await assert.rejects(client({ timeoutMs: 20, maxRetries: 1, fetch: silent }).wait('t1'), (error: unknown) => {
      return error instanceof ConnectionError && /no answer within 20 ms/.test(error.message);
    });
    assert.equal(calls, 2);
  });
});

describe('events', () => {
  it('yields states, and goes on behind the last one when the connection breaks', async () => {
    api.answers = [
      stream(`${event('1', { ...task('processing'), progress: 0.4 })}data: {"cut`, 'break'),
      stream(event('2', { ...task('succeed'), progress: 1 })),
    ];
    assert.deepEqual(await collect(client().events('t1')), [
      ['processing', 0.4],
      ['succeed', 1],
    ]);
    assert.equal(api.seen[1]?.headers['last-event-id'], '1');
  });

  it('reads streams whatever their line ends and however they are cut into pieces', async () => {
    const text = `${event('1', task('processing'))}${event('2', task('succeed'))}`.replaceAll('\n', '\r\n');
    api.answers = [
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const send = (at: number): void => {
          if (at >= text.length) response.end();
          else response.write(text.slice(at, at + 7), () => send(at + 7));
        };
        send(0);
      },
    ];
    assert.deepEqual(
      (await collect(client().events('t1'))).map(([status]) => status),
      ['processing', 'succeed'],
    );
  });

  it('opens a stream again that has fallen silent', async () => {
    const headers = { 'content-type': 'text/event-stream' };
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(event('1', task('processing')))),
    });
    const answers = [new Response(silent, { headers }), new Response(event('2', task('succeed')), { headers })];
    const take: typeof fetch = async () => answers.shift() ?? assert.fail('a third stream');
    const states = await collect(client({ timeoutMs: 20, fetch: take }).events('t1'));
    assert.deepEqual(
      states.map(([status]) => status),
      ['processing', 'succeed'],
    );
  });

  for (const [service, answer] of [
    ['says there is no such route', fail(404, 1203)],
    ['says so with another status', fail(405, 1202)],
    ['answers with a page', (_request, response) => void response.end('<html>')],
    ['answers with nothing', (_request, response) => void response.writeHead(204).end()],
  ] as [string, Answer][]) {
    it(`asks where a service ${service}, and tells what differs`, async () => {
      api.answers = [answer, ok(task('processing')), ok(task('processing')), ok(task('succeed'))];
      assert.deepEqual(
        (await collect(client().events('t1'))).map(([status]) => status),
        ['processing', 'succeed'],
      );
      assert.deepEqual(paths(), ['t1/events', 't1', 't1', 't1']);
    });
  }

  it('asks when streams are lost again and again', async () => {
    const lost = stream('data: {"no', 'break');
    api.answers = [lost, lost, lost, lost, ok(task('succeed'))];
    assert.deepEqual(
      (await collect(client().events('t1'))).map(([status]) => status),
      ['succeed'],
    );
  });

  it('throws for whoever wants a stream or nothing', async () => {
    api.answers = [fail(404, 1203)];
    await assert.rejects(client().events('t1', { poll: false }).next(), ConnectionError);
  });

  it('throws for a task that is not there', async () => {
    api.answers = [fail(404, 1203), fail(404, 1203)];
    await assert.rejects(client().events('t2').next(), { code: 1203 });
  });

  it('closes its connection when nobody wants more', async () => {
    let closed: Promise<unknown> | undefined;
    api.answers = [
      (request, response) => {
        closed = new Promise((resolve) => response.once('close', resolve));
        stream(event('1', task('processing')), 'stay')(request, response);
      },
    ];
    for await (const _state of client().events('t1')) break;
    await closed;
  });
});
