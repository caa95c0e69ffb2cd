// A thousand people watching, on the whole service: every stream shows its task to the end, the rest of the service goes
// on, and whoever comes back with the last event's id is told what it missed or that there is no more.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { permanentKey, type RunningService, sleepingModels, startTestService } from './running-service.js';

const tasksPath = '/kling/v1/images/generations';
const streamCount = 1000;
const taskCount = 20;

let running: RunningService;
before(async () => {
  running = await startTestService(sleepingModels);
});
after(() => running.close());

interface Stream {
  taskId: string;
  status: number;
  /** Everything so far. */
  text(): string;
  /** Resolves once the text matches; rejects when the stream ends without. */
  shows(pattern: RegExp): Promise<void>;
  ended: Promise<void>;
}

async function open(taskId: string, lastEventId?: string): Promise<Stream> {
  const request = httpRequest(`${running.url}${tasksPath}/${taskId}/events`, {
    headers: { authorization: `Bearer ${permanentKey}`, ...(lastEventId && { 'last-event-id': lastEventId }) },
    agent: false,
  });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = once(response, 'end').then(() => undefined);
  return {
    taskId,
    status: response.statusCode ?? 0,
    text: () => text,
    async shows(pattern) {
      while (!pattern.test(text)) {
        const over = await Promise.race([once(response, 'data').then(() => false), ended.then(() => true)]);
        if (over && !pattern.test(text)) assert.fail(`it ended without ${pattern}:\n${text}`);
      }
    },
    ended,
  };
}

const idsIn = (text: string) => [...text.matchAll(/^id: (.*)$/gm)].map((match) => match[1] ?? '');
const openStreams = async () =>
  Number(/^inkling_http_event_streams (\d+)$/m.exec(await (await fetch(`${running.url}/metrics`)).text())?.[1]);

describe(`${streamCount} open streams`, () => {
  it('each show their task to its end, while the service answers everybody else', async () => {
    const ids: string[] = [];
    for (let index = 0; index < taskCount; index += 1) {
      const { json } = await running.call(tasksPath, { body: { model_name: 'slow', prompt: `fox ${index}` } });
      ids.push((json.data as { task_id: string }).task_id);
    }
    const streams: Stream[] = [];
    // Fifty at a time: a thousand connects in one turn would test the backlog of listen(2), not us.
    while (streams.length < streamCount) {
      const some = Array.from({ length: 50 }, (_, index) => open(ids[index % taskCount] ?? ''));
      streams.push(...(await Promise.all(some)));
    }
    assert.ok(streams.every((stream) => stream.status === 200));
    await Promise.all(streams.map((stream) => stream.shows(/^event: status$/m)));
    assert.equal(await openStreams(), streamCount);
    const done = await running.call(tasksPath, {
      body: { model_name: 'kling-v1', prompt: 'a fox' },
      headers: { prefer: 'wait=30' },
    });
    assert.equal((done.json.data as { task_status: string }).task_status, 'succeed');

    for (const id of ids) await running.call(`${tasksPath}/${id}/cancel`, { method: 'POST' });
    await Promise.all(streams.map((stream) => stream.ended));
    for (const stream of streams) {
      const text = stream.text();
      assert.match(text, /\nevent: end\ndata: .*"task_status":"failed"[^\n]*\n\n$/);
      assert.equal(text.match(/^event: end$/gm)?.length, 1);
      assert.ok(text.includes(`"task_id":"${stream.taskId}"`));
      const seen = idsIn(text);
      assert.equal(new Set(seen).size, seen.length, 'no event twice');
    }
    while ((await openStreams()) > 0);

    // Coming back: after the end there is nothing more, after anything earlier there is the end.
    const [first] = streams;
    const seen = idsIn(first?.text() ?? '');
    assert.equal((await open(first?.taskId ?? '', seen.at(-1))).status, 204);
    const resumed = await open(first?.taskId ?? '', seen[0]);
    await resumed.ended;
    assert.deepEqual(idsIn(resumed.text()), seen.slice(-1));
  });
});

describe('a stream that broke off', () => {
  it('goes on where it was: nothing twice, nothing missed', async () => {
    const { json } = await running.call(tasksPath, { body: { model_name: 'slow', prompt: 'a fox' } });
    const { task_id: id } = json.data as { task_id: string };
    const first = await open(id);
    await first.shows(/"task_status":"processing"/);
    const last = idsIn(first.text()).at(-1);
    const second = await open(id, last);
    await running.call(`${tasksPath}/${id}/cancel`, { method: 'POST' });
    await Promise.all([first.ended, second.ended]);
    const after = idsIn(first.text()).slice(idsIn(first.text()).indexOf(last ?? '') + 1);
    assert.deepEqual(idsIn(second.text()), after);
    assert.match(second.text(), /event: end/);
  });
});
