// Event streams over real HTTP: what is sent when, resuming, ending, slow readers, many of them.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type TestContext, test } from 'node:test';
import { fakePicture, keys } from './fakes.js';
import { goodBody, startServer, type TestServer } from './harness.js';

interface SeenEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

interface Reader {
  response: IncomingMessage;
  /** The next event; undefined once the stream has ended. */
  next(): Promise<SeenEvent | undefined>;
  /** The next comment or field that is no event. */
  nextNote(): Promise<string | undefined>;
  close(): void;
}

/** Opens a stream and reads it block by block. */
async function follow(server: TestServer, id: string, headers: Record<string, string> = {}): Promise<Reader> {
  const request = httpRequest({
    host: '127.0.0.1',
    port: server.port,
    path: `/v1/images/generations/${id}/events`,
    headers: { authorization: `Bearer ${keys.alice}`, ...headers },
    agent: false,
  });
  request.on('error', () => undefined);
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  const blocks = readBlocks(response);
  const read = async (isWanted: (block: string) => boolean): Promise<string | undefined> => {
    for (;;) {
      const { value, done } = await blocks.next();
      if (done) return undefined;
      if (isWanted(value)) return value;
    }
  };
  return {
    response,
    async next() {
      const block = await read((text) => text.startsWith('id: '));
      const [, eventId, name, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block ?? '') ?? [];
      return block === undefined ? undefined : { id: eventId ?? '', name: name ?? '', data: JSON.parse(data ?? '') };
    },
    nextNote: () => read((text) => !text.startsWith('id: ')),
    close: () => request.destroy(),
  };
}

async function* readBlocks(response: IncomingMessage): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of response) {
    rest += chunk;
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    yield* blocks;
  }
  return undefined;
}

/** A server with one submitted task. */
async function serverWithTask(context: TestContext, settings: Parameters<typeof startServer>[1] = {}) {
  const server = await startServer(context, settings);
  const answer = await server.submit(goodBody);
  const task = server.tasks.rows.get(String(answer.json.data?.task_id)) ?? assert.fail(answer.text);
  return { server, task };
}

test('shows every state of a task until it ends', async (context) => {
  const { server, task } = await serverWithTask(context);
  const reader = await follow(server, task.id);
  assert.equal(reader.response.statusCode, 200);
  assert.equal(reader.response.headers['content-type'], 'text/event-stream; charset=utf-8');
  assert.equal(reader.response.headers['cache-control'], 'no-store');
  assert.equal(reader.response.headers['access-control-allow-origin'], '*');
  assert.match(String(reader.response.headers['x-request-id']), /^[\w-]{22}$/);

  const waiting = await reader.next();
  assert.equal(waiting?.name, 'status');
  assert.deepEqual(waiting?.data, {
    task_id: task.id,
    task_status: 'submitted',
    task_status_msg: '',
    created_at: task.createdAtMs,
    updated_at: task.updatedAtMs,
    progress: 0,
    queue_position: 0,
  });

  server.tasks.change(task.id, { status: 'processing', progress: 0.25 });
  const running = await reader.next();
  assert.deepEqual([running?.data.task_status, running?.data.progress], ['processing', 0.25]);
  assert.equal(running?.data.queue_position, undefined);

  assert.ok(!('progress_per_image' in (running?.data ?? {})));

  server.tasks.change(task.id, { pictureProgress: [0.5, 0] });
  const first = await reader.next();
  assert.deepEqual(first?.data.progress_per_image, [0.5, 0]);
  // Another picture moved while the whole stayed what it was, within the same millisecond: that is news too.
  server.tasks.change(task.id, { pictureProgress: [0.25, 0.25], updatedAtMs: Number(first?.data.updated_at) });
  const second = await reader.next();
  assert.deepEqual([second?.data.progress, second?.data.progress_per_image], [0.25, [0.25, 0.25]]);

  server.tasks.finish(task.id, [await fakePicture(task, server.storage)]);
  const end = await reader.next();
  assert.equal(end?.name, 'end');
  assert.deepEqual([end?.data.task_status, end?.data.progress], ['succeed', 1]);
  assert.match(JSON.stringify(end?.data.task_result), new RegExp(`"url":"${server.origin}/files/`));
  assert.equal(await reader.next(), undefined);
  assert.equal(new Set([waiting?.id, running?.id, end?.id]).size, 3);
});

test('a task that has ended is shown once', async (context) => {
  const { server, task } = await serverWithTask(context);
  server.tasks.change(task.id, { status: 'failed', statusMessage: 'no luck' });
  const reader = await follow(server, task.id);
  const end = await reader.next();
  assert.deepEqual([end?.name, end?.data.task_status_msg], ['end', 'no luck']);
  assert.equal(await reader.next(), undefined);
});

test('whoever has seen the end is told that there is no more', async (context) => {
  const { server, task } = await serverWithTask(context);
  server.tasks.change(task.id, { status: 'failed' });
  const first = await follow(server, task.id);
  const end = await first.next();
  const path = `/kling/v1/images/generations/${task.id}/events`;
  const answer = await server.call(path, { headers: { 'last-event-id': end?.id ?? '' } });
  assert.deepEqual([answer.status, answer.text], [204, '']);
});

test('resumes after the event that was seen last', async (context) => {
  const { server, task } = await serverWithTask(context);
  const first = await follow(server, task.id);
  const seen = await first.next();
  first.close();
  const second = await follow(server, task.id, { 'last-event-id': seen?.id ?? '' });
  // The present state is the one that was seen: the next event is the next change.
  assert.equal(await second.nextNote(), 'retry: 1000');
  server.tasks.change(task.id, { status: 'processing', progress: 0.5 });
  assert.equal((await second.next())?.data.progress, 0.5);
  second.close();
  const third = await follow(server, task.id, { 'last-event-id': seen?.id ?? '' });
  assert.equal((await third.next())?.data.progress, 0.5);
});

test('an unknown event id gets the present state', async (context) => {
  const { server, task } = await serverWithTask(context);
  const reader = await follow(server, task.id, { 'last-event-id': 'from another world' });
  assert.equal((await reader.next())?.data.task_status, 'submitted');
});

test('a change that changes nothing visible is not sent', async (context) => {
  const { server, task } = await serverWithTask(context);
  const reader = await follow(server, task.id);
  await reader.next();
  const find = server.tasks.find;
  let readings = 0;
  server.tasks.find = async (...args) => {
    readings += 1;
    return find(...args);
  };
  server.tasks.change(task.id, { updatedAtMs: task.updatedAtMs });
  while (readings === 0) await new Promise(setImmediate);
  await new Promise(setImmediate);
  server.tasks.change(task.id, { status: 'processing', progress: 0.1 });
  assert.equal((await reader.next())?.data.progress, 0.1);
});

test('a silent stream is kept open by comments', async (context) => {
  const { server, task } = await serverWithTask(context, { heartbeatMs: 20 });
  const reader = await follow(server, task.id);
  assert.equal(await reader.nextNote(), 'retry: 1000');
  assert.equal(await reader.nextNote(), ': still here');
  assert.equal(await reader.nextNote(), ': still here');
});

test('the end of the server ends its streams', async (context) => {
  const { server, task } = await serverWithTask(context, { closeTimeoutMs: 60_000 });
  const reader = await follow(server, task.id);
  await reader.next();
  const closed = server.app.close();
  assert.equal(await reader.next(), undefined);
  await closed;
});

test('a reader that hangs up is forgotten', async (context) => {
  const { server, task } = await serverWithTask(context);
  const reader = await follow(server, task.id);
  await reader.next();
  const metric = async () => /inkling_http_event_streams (\d+)/.exec((await server.call('/metrics')).text)?.[1];
  assert.equal(await metric(), '1');
  reader.close();
  while ((await metric()) !== '0') await new Promise(setImmediate);
});

test('a task that is gone ends its streams', async (context) => {
  const { server, task } = await serverWithTask(context);
  const reader = await follow(server, task.id);
  await reader.next();
  const change = server.tasks.change;
  const { rows } = server.tasks;
  // Told of a change, the watch finds nothing.
  const find = server.tasks.find;
  server.tasks.find = async (account, id) => (id === task.id ? undefined : find(account, id));
  change(task.id, {});
  assert.ok(rows.has(task.id));
  assert.equal(await reader.next(), undefined);
});

test('a store that fails for a moment does not end the stream', async (context) => {
  const { server, task } = await serverWithTask(context);
  const reader = await follow(server, task.id);
  await reader.next();
  const find = server.tasks.find;
  let failures = 0;
  server.tasks.find = (...args) => {
    failures += 1;
    return failures === 1 ? Promise.reject(new Error('busy')) : find(...args);
  };
  server.tasks.change(task.id, { progress: 0.1 });
  while (!server.logLines.some((line) => line.msg === 'a watched task could not be read'))
    await new Promise(setImmediate);
  server.tasks.change(task.id, { status: 'processing', progress: 0.2 });
  assert.equal((await reader.next())?.data.progress, 0.2);
});

test('many streams of one task cost one reading per change', async (context) => {
  const { server, task } = await serverWithTask(context);
  const readers: Reader[] = [];
  for (let index = 0; index < 200; index += 1) readers.push(await follow(server, task.id));
  for (const reader of readers) await reader.next();
  // Each stream reads once more after it began to watch; from here on only changes count.
  await new Promise(setImmediate);
  const find = server.tasks.find;
  let readings = 0;
  server.tasks.find = (...args) => {
    readings += 1;
    return find(...args);
  };
  server.tasks.change(task.id, { status: 'processing', progress: 0.5 });
  for (const reader of readers) assert.equal((await reader.next())?.data.progress, 0.5);
  // One for the change; a round of the watch may add another.
  assert.ok(readings <= 2, `${readings} readings`);
  server.tasks.finish(task.id, []);
  for (const reader of readers) assert.equal((await reader.next())?.name, 'end');
});
