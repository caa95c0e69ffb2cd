// One trace follows a request from its submit to its callback: in one process, across a crash into another, and as far as
// the receiver. Real processes, and a collector of the test's own that takes OTLP over HTTP.
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from '../support/otlp-receiver.js';
import { permanentKey, sleepingModels, startTestService } from './running-service.js';

const submitPath = '/kling/v1/images/generations';
/** What a caller that traces sends. */
const callerTrace = '0af7651916cd43dd8448eb211c80319c';
const callerParent = `00-${callerTrace}-b7ad6b7169203331-01`;

let collector: OtlpReceiver;
let receiver: HttpReceiver;
before(async () => {
  collector = await startOtlpReceiver();
  receiver = await startReceiver();
});
after(async () => {
  await collector.close();
  await receiver.close();
});

const named = (spans: readonly ReceivedSpan[], name: string) => spans.filter((span) => span.name === name);
function only(spans: readonly ReceivedSpan[], name: string): ReceivedSpan {
  const found = named(spans, name);
  assert.equal(found.length, 1, `${name}: ${found.length}`);
  return found[0] ?? assert.fail();
}

describe('a trace', () => {
  it('goes from the caller through submit, queue, attempt, engine, storage and commit to the callback', async () => {
    const env = { INKLING_OTEL_ENDPOINT: collector.origin, INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' };
    const service = await startTestService(sleepingModels, env);
    const sent = receiver.requests.length;
    const submitted = await service.call(submitPath, {
      body: { model_name: 'kling-v1', prompt: 'a secret', callback_url: `${receiver.origin}/hook` },
      headers: { traceparent: callerParent, prefer: 'wait=60' },
    });
    const { task_id: id } = submitted.json.data as { task_id: string };
    await receiver.received(sent + 1);
    // A poll that nobody traces makes no span.
    await service.call(`${submitPath}/${id}`);
    await service.close();
    const spans = collector.spans().filter((span) => span.traceId === callerTrace);
    const request = only(spans, `POST ${submitPath}`);
    assert.equal(request.parentSpanId, 'b7ad6b7169203331');
    assert.equal(request.attributes['http.response.status_code'], 200);
    assert.equal(request.attributes['inkling.task_id'], id);
    const attempt = only(spans, 'task.attempt');
    for (const name of ['task.store', 'task.queue', 'task.attempt', 'callback'])
      assert.equal(only(spans, name).parentSpanId, request.spanId, name);
    for (const name of ['engine', 'storage.put', 'task.commit'])
      assert.equal(only(spans, name).parentSpanId, attempt.spanId, name);
    assert.equal(attempt.attributes['inkling.outcome'], 'succeed');
    assert.equal(only(spans, 'engine').attributes['inkling.engine'], 'sleeper');
    const callback = only(spans, 'callback');
    assert.equal(callback.attributes['inkling.verdict'], 'delivered');
    assert.equal(receiver.requests[sent]?.headers.traceparent, `00-${callerTrace}-${callback.spanId}-01`);
    const queue = only(spans, 'task.queue');
    assert.ok(queue.startMs <= queue.endMs && queue.endMs <= attempt.endMs);
    assert.ok(spans.every((span) => !span.isError));
    assert.equal(collector.spans().filter((span) => span.name.startsWith('GET')).length, 0);
    assert.ok(!JSON.stringify(spans).includes('a secret'), 'no prompt in a trace');
    assert.ok(!JSON.stringify(spans).includes(permanentKey));
    for (const { path, type } of collector.posts) assert.deepEqual([path, type], ['/v1/traces', 'application/json']);
  });

  it('begins with a submit whose caller does not trace, or sends nonsense', async () => {
    const service = await startTestService(sleepingModels, { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.origin}/` });
    const before = new Set(collector.spans().map((span) => span.traceId));
    for (const traceparent of ['', 'nonsense', `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`])
      await service.call(submitPath, {
        body: { model_name: 'kling-v1', prompt: 'x' },
        headers: { ...(traceparent === '' ? {} : { traceparent }), prefer: 'wait=60' },
      });
    await service.close();
    const roots = named(collector.spans(), `POST ${submitPath}`).filter((span) => !before.has(span.traceId));
    assert.equal(new Set(roots.map((span) => span.traceId)).size, 3);
    assert.ok(roots.every((span) => span.parentSpanId === ''));
  });

  it('tells of a task that is cancelled in its worker’s hands', async () => {
    const service = await startTestService(sleepingModels, { INKLING_OTEL_ENDPOINT: collector.origin });
    const submitted = await service.call(submitPath, { body: { model_name: 'slow', prompt: 'x' } });
    const { task_id: id } = submitted.json.data as { task_id: string };
    const read = async () => (await service.call(`${submitPath}/${id}`)).json.data as { task_status: string };
    while ((await read()).task_status !== 'processing');
    await service.call(`${submitPath}/${id}/cancel`, { method: 'POST' });
    await service.close();
    const attempt = only(
      collector.spans().filter((span) => span.attributes['inkling.task_id'] === id),
      'task.attempt',
    );
    assert.equal(attempt.attributes['inkling.outcome'], 'lost');
    assert.equal(attempt.isError, true);
  });

  it('costs no work when nobody collects it', async () => {
    const service = await startTestService(sleepingModels, { INKLING_OTEL_ENDPOINT: 'http://127.0.0.1:1' });
    const answer = await service.call(submitPath, {
      body: { model_name: 'kling-v1', prompt: 'x' },
      headers: { prefer: 'wait=60' },
    });
    assert.equal((answer.json.data as { task_status: string }).task_status, 'succeed');
    await service.close();
  });
});

describe('a trace across processes', () => {
  it('goes on in the process that takes a task over from one that was killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'inkling-trace-'));
    const start = async (sleepMs: number): Promise<{ child: ChildProcess; url: string }> => {
      const configuration = {
        engines: { sleeper: { type: 'sleep', sleepMs } },
        models: { 'kling-v1': { engine: 'sleeper' } },
      };
      await writeFile(join(folder, 'inkling.json'), JSON.stringify(configuration));
      const env = {
        ...process.env,
        PORT: '0',
        INKLING_API_KEY: permanentKey,
        INKLING_DATA_DIR: join(folder, 'data'),
        INKLING_CONFIG: join(folder, 'inkling.json'),
        INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1',
        INKLING_LOG_LEVEL: 'silent',
        INKLING_OTEL_ENDPOINT: collector.origin,
      };
      const child = fork(new URL('./serve-process.js', import.meta.url), { env });
      const [{ url }] = (await once(child, 'message')) as [{ url: string }];
      return { child, url };
    };
    const sent = receiver.requests.length;
    const first = await start(3_600_000);
    const response = await fetch(first.url + submitPath, {
      method: 'POST',
      headers: { authorization: `Bearer ${permanentKey}` },
      body: JSON.stringify({ model_name: 'kling-v1', prompt: 'x', callback_url: `${receiver.origin}/hook` }),
    });
    const { data } = (await response.json()) as { data: { task_id: string } };
    const isRoot = (span: ReceivedSpan) => span.attributes['inkling.task_id'] === data.task_id;
    // Its request's span is there, and its queueing has ended: the task is in the first process's hands.
    await collector.until(
      (spans) => named(spans, `POST ${submitPath}`).some(isRoot) && named(spans, 'task.queue').some(isRoot),
    );
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await start(0);
    await receiver.received(sent + 1);
    second.child.kill('SIGTERM');
    await once(second.child, 'exit');

    const root = only(collector.spans().filter(isRoot), `POST ${submitPath}`);
    const spans = collector.spans().filter((span) => span.traceId === root.traceId);
    const attempt = only(spans, 'task.attempt');
    assert.equal(attempt.parentSpanId, root.spanId);
    assert.equal(attempt.attributes['inkling.faults'], 1);
    const callback = only(spans, 'callback');
    assert.equal(callback.parentSpanId, root.spanId);
    assert.notEqual(attempt.instance, root.instance, 'two processes, one trace');
    assert.equal(callback.instance, attempt.instance);
    assert.ok(String(receiver.requests[sent]?.headers.traceparent).includes(root.traceId));
    await rm(folder, { recursive: true, force: true });
  });
});
