// `inkling watch`, against a gateway on loopback and a clock that the test moves.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { GatewayRefusal, GatewayUnreachable } from '../../src/cli/generate/gateway-failure.js';
import type { TaskView } from '../../src/cli/generate/task-answer.js';
import { type WatchOptions, watch } from '../../src/cli/watch/watch.js';
import { watchAll } from '../../src/cli/watch/watch-all.js';
import { systemClock } from '../../src/core/clock.js';
import { createFakeWorld } from './support/fake-world.js';
import { type KlingPeer, sendJson, startKlingPeer, success } from './support/kling-peer.js';

const peers: KlingPeer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

const url = 'http://127.0.0.1:1/files/a.png';
const ended = { task_id: 't1', task_status: 'succeed', progress: 1, task_result: { images: [{ index: 0, url }] } };
const failed = { task_id: 't1', task_status: 'failed', task_status_msg: 'Cancelled by the caller' };

/** A gateway whose task is waiting, painted at 40 %, and then `last`. */
async function startPeer(last: object = ended): Promise<KlingPeer> {
  const peer = await startKlingPeer((request, response) => {
    if (request.path.endsWith('/missing')) return sendJson(response, 404, { code: 1203, message: 'Task not found' });
    if (!request.path.endsWith('/events')) {
      return sendJson(response, 200, success({ task_id: 't1', task_status: 'submitted' }));
    }
    const states = [
      { task_id: 't1', task_status: 'submitted', progress: 0, queue_position: 2 },
      { task_id: 't1', task_status: 'processing', progress: 0.4 },
      { task_id: 't1', task_status: 'processing', progress: 0.4 },
      last,
    ];
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(states.map((state, index) => `id: ${index}\ndata: ${JSON.stringify(state)}\n\n`).join(''));
  });
  peers.push(peer);
  return peer;
}

async function run(id: string | undefined, options: WatchOptions, world = createFakeWorld()) {
  const code = await watch(id, options, { world, clock: systemClock });
  return { code, output: world.output(), errors: world.errors() };
}

describe('inkling watch', () => {
  it('prints a line for each state that differs, and the pictures', async () => {
    const peer = await startPeer();
    const { code, output, errors } = await run('t1', { baseUrl: peer.origin, key: 'k' });
    assert.equal(code, 0);
    assert.equal(output, `submitted\nsubmitted, 2 before it\nprocessing 40 %\nsucceed\n${url}\n`);
    assert.equal(errors, '');
  });

  it('prints a JSON object for each state', async () => {
    const peer = await startPeer();
    const { output } = await run('t1', { baseUrl: peer.origin, key: 'k', json: true });
    const states = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(states.at(-1), { task_id: 't1', task_status: 'succeed', progress: 1, urls: [url] });
    assert.deepEqual(states[1], { task_id: 't1', task_status: 'submitted', progress: 0, queue_position: 2 });
    assert.equal(states.length, 4);
  });

  it('draws a bar on a terminal, and only the pictures remain', async () => {
    const peer = await startPeer();
    const world = createFakeWorld({ columns: 100, env: { NO_COLOR: '1' } });
    const { output, errors } = await run('t1', { baseUrl: peer.origin, key: 'k' }, world);
    assert.equal(output, `${url}\n`);
    assert.match(errors, /2 before .*painting .* 40 %/s);
    assert.ok(errors.endsWith('\r\u001b[2K'));
  });

  it('fails with a task that failed', async () => {
    const peer = await startPeer(failed);
    await assert.rejects(run('t1', { baseUrl: peer.origin, key: 'k' }), /The task failed: Cancelled by the caller/);
  });

  it('says that there is no such task', async () => {
    const peer = await startPeer();
    await assert.rejects(run('missing', { baseUrl: peer.origin, key: 'k' }), GatewayRefusal);
  });

  for (const [id, options] of [
    [undefined, {}],
    ['t1', { all: true }],
  ] as const) {
    it(`${id ?? 'nothing'} with ${JSON.stringify(options)} is asked wrongly`, async () => {
      await assert.rejects(
        run(id, options),
        (error: unknown) => error instanceof CommandFailure && error.exitCode === 2,
      );
    });
  }
});

describe('inkling watch --all', () => {
  const task = (id: string, status: string, more: Partial<TaskView> = {}): TaskView => ({
    id,
    status,
    statusMessage: '',
    progress: undefined,
    queuePosition: undefined,
    imageUrls: [],
    ...more,
  });

  /** Runs it over these looks at the list; Ctrl-C follows the last one. */
  async function watchLooks(looks: (TaskView[] | Error)[], json = false) {
    const world = createFakeWorld();
    const stop = new AbortController();
    const code = await watchAll({
      gateway: {
        async list() {
          const look = looks.shift() ?? [];
          if (looks.length === 0) stop.abort();
          if (look instanceof Error) throw look;
          return look;
        },
      },
      world,
      // No wait is waited for.
      clock: { ...systemClock, now: () => 0, sleep: async () => undefined },
      signal: stop.signal,
      json,
    });
    const lines = world.output().trimEnd().split('\n');
    return { code, lines: lines.map((line) => line.replace(/^\S+ {2}/, '')), errors: world.errors() };
  }

  it('prints each change once, oldest first', async () => {
    const { code, lines } = await watchLooks([
      [task('b', 'submitted'), task('a', 'processing')],
      [task('b', 'submitted'), task('a', 'processing')],
      [task('c', 'submitted'), task('b', 'processing'), task('a', 'succeed', { imageUrls: [url] })],
      [task('b', 'failed', { statusMessage: 'image: too small' })],
    ]);
    assert.equal(code, 130);
    assert.deepEqual(lines, [
      'a  processing',
      'b  submitted',
      `a  succeed     ${url}`,
      'b  processing',
      'c  submitted',
      'b  failed      image: too small',
    ]);
  });

  it('begins with what runs, and a few that ended', async () => {
    const tasks = Array.from({ length: 30 }, (_, index) => task(`t${index}`, index === 20 ? 'processing' : 'succeed'));
    const { lines } = await watchLooks([tasks]);
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['t20', 't4', 't3', 't2', 't1', 't0'],
    );
  });

  it('waits for a server that goes away, and says so once', async () => {
    const gone = new GatewayUnreachable('http://x cannot be reached: nothing listens there');
    const { lines, errors } = await watchLooks([[task('a', 'submitted')], gone, gone, [task('a', 'succeed')]]);
    assert.deepEqual(lines, ['a  submitted', 'a  succeed']);
    assert.equal(errors, 'http://x cannot be reached: nothing listens there. Waiting for it.\nThe server is back.\n');
  });

  it('does not wait for one that was never there, nor for a refusal', async () => {
    const gone = new GatewayUnreachable('nobody');
    await assert.rejects(watchLooks([gone, []]), GatewayUnreachable);
    const no = new GatewayRefusal({ code: 1002, status: 401, message: 'no', retryAfterS: undefined });
    await assert.rejects(watchLooks([[], no, []]), GatewayRefusal);
  });

  it('prints JSON, a line each', async () => {
    const { lines } = await watchLooks([[task('a', 'succeed', { imageUrls: [url] })]], true);
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      [{ task_id: 'a', task_status: 'succeed', urls: [url] }],
    );
  });

  it('lets no task drive the terminal', async () => {
    const { lines } = await watchLooks([[task('a\u001b[2J', 'failed', { statusMessage: '\u001b]0;owned\u0007' })]]);
    assert.equal(lines.join('').includes('\u001b'), false);
  });
});
