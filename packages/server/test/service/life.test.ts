// The life of a task as callers see it, on the whole service: idempotency, waiting, cancelling, callbacks, removal, costs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { type RunningService, sleepingModels, startTestService } from './running-service.js';

const tasksPath = '/kling/v1/images/generations';
const fox = { model_name: 'kling-v1', prompt: 'a red fox' };
const secret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
const hour = 3_600_000;

let running: RunningService;
let receiver: HttpReceiver;
let receiverStatus = 200;
before(async () => {
  receiver = await startReceiver((_request, response) => {
    response.statusCode = receiverStatus;
    response.end('thank you');
  });
  const pack = { id: 'p1', name: 'trial', quantity: 10, effectiveAt: Date.now() - hour, expiresAt: Date.now() + hour };
  const old = { ...pack, id: 'p0', name: 'old', effectiveAt: Date.now() - 9 * hour, expiresAt: Date.now() - 8 * hour };
  const accounts = [
    { id: 'default', webhookSecret: secret },
    { id: 'prepaid', keys: [{ key: 'sk-prepaid-key' }], billing: 'prepaid', packs: [pack, old] },
  ];
  running = await startTestService({ ...sleepingModels, accounts }, { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' });
});
after(async () => {
  await running.close();
  await receiver.close();
});

interface TaskData {
  task_id: string;
  task_status: string;
  task_status_msg?: string;
  created_at: number;
  updated_at: number;
  task_result?: { images: { index: number; url: string; watermark_url?: string }[] };
}
const submit = async (body: object, headers: object = {}, key?: string) => {
  const answer = await running.call(tasksPath, { body: { ...fox, ...body }, headers, ...(key ? { key } : {}) });
  return { ...answer, data: answer.json.data as TaskData };
};
const done = { prefer: 'wait=30' };

describe('a task', () => {
  it('succeeds with pictures of the size and format asked for, that open', async () => {
    const { data } = await submit({ n: 2, output_format: 'jpg', aspect_ratio: '16:9' }, done);
    assert.equal(data.task_status, 'succeed');
    const images = data.task_result?.images ?? [];
    assert.deepEqual(
      images.map((image) => image.index),
      [0, 1],
    );
    const { default: sharp } = await import('sharp');
    for (const image of images) {
      assert.ok(image.url.startsWith(`${running.url}/files/`));
      const response = await fetch(image.url);
      assert.equal(response.headers.get('content-type'), 'image/jpeg');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      assert.deepEqual([width, height, format], [1360, 768, 'jpeg']);
    }
  });

  it('is the same one for the same idempotency key, whatever its state by then', async () => {
    const headers = { 'idempotency-key': 'order-1' };
    const first = await submit({}, headers);
    await running.call(`${tasksPath}/${first.data.task_id}`, { headers: done });
    const second = await submit({}, headers);
    assert.deepEqual(second.data, first.data);
    assert.equal(second.data.task_status, 'submitted');
    const other = await submit({ prompt: 'another' }, headers);
    assert.equal(other.json.code, 1201);
    assert.match(other.json.message, /Idempotency-Key/);
  });

  it('survives two submits under one key that arrive at once', async () => {
    const headers = { 'idempotency-key': 'order-2' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => submit({}, headers)));
    assert.equal(new Set(answers.map((answer) => answer.data.task_id)).size, 1);
  });

  it('shows its pictures to a replay that waits, however late', async () => {
    const headers = { 'idempotency-key': 'order-3', ...done };
    const first = await submit({}, headers);
    const second = await submit({}, headers);
    assert.equal(first.data.task_result?.images.length, 1);
    assert.deepEqual(second.data, first.data);
  });

  it('ends as failed when it is cancelled, and its engine stops', async () => {
    const { data } = await submit({ model_name: 'slow' });
    const path = `${tasksPath}/${data.task_id}`;
    for (;;) {
      const { json } = await running.call(path);
      if ((json.data as TaskData).task_status === 'processing') break;
    }
    const cancelled = await running.call(`${path}/cancel`, { method: 'POST' });
    const task = cancelled.json.data as TaskData;
    assert.deepEqual([task.task_status, task.task_status_msg], ['failed', 'Cancelled by the caller']);
    const again = await running.call(`${path}/cancel`, { method: 'POST' });
    assert.deepEqual((again.json.data as TaskData).updated_at, task.updated_at);
    // Real turns of the event loop: the store alone would answer without ever letting the worker have one.
    while ((await running.service.store.tasks.counts()).running > 0)
      await new Promise((resolve) => setImmediate(resolve));
  });

  it('tells its states as events, to the end', async () => {
    const { data } = await submit({ model_name: 'slow' });
    const stop = new AbortController();
    const response = await fetch(`${running.url}${tasksPath}/${data.task_id}/events`, {
      headers: { authorization: 'Bearer sk-permanent-key-for-tests' },
      signal: stop.signal,
    });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"task_status":"processing"') && !text.includes('event: end')) {
        await running.call(`${tasksPath}/${data.task_id}/cancel`, { method: 'POST' });
      }
    }
    assert.match(text, /event: end\ndata: .*"task_status":"failed"/);
    stop.abort();
  });

  it('is gone when it is deleted, and so are its pictures', async () => {
    const { data } = await submit({}, done);
    const url = data.task_result?.images[0]?.url ?? '';
    const removed = await running.call(`${tasksPath}/${data.task_id}`, { method: 'DELETE' });
    assert.deepEqual(removed.json.data, { task_id: data.task_id, deleted: true });
    assert.equal((await running.call(`${tasksPath}/${data.task_id}`)).json.code, 1203);
    assert.equal((await fetch(url)).status, 404);
    assert.equal((await running.call(`${tasksPath}/${data.task_id}`, { method: 'DELETE' })).json.code, 1203);
  });

  it('belongs to its account: nobody else sees, cancels or deletes it', async () => {
    const { data } = await submit({ model_name: 'slow' });
    const path = `${tasksPath}/${data.task_id}`;
    for (const [method, suffix] of [
      ['GET', ''],
      ['POST', '/cancel'],
      ['DELETE', ''],
      ['GET', '/callbacks'],
    ] as const) {
      const answer = await running.call(path + suffix, { method, key: 'sk-prepaid-key' });
      assert.equal(answer.json.code, 1203, method);
    }
    assert.equal((await running.call(path)).status, 200);
    await running.call(`${path}/cancel`, { method: 'POST' });
  });
});

describe('callbacks', () => {
  it('bring the task, signed, and are listed with their tries', async () => {
    const { data } = await submit({ callback_url: `${receiver.origin}/done` }, done);
    const path = `${tasksPath}/${data.task_id}/callbacks`;
    interface Callback {
      webhook_id: string;
      state: string;
      log: { http_status: number; reply: string }[];
    }
    let callback: Callback | undefined;
    while (callback?.state !== 'delivered') [callback] = (await running.call(path)).json.data as Callback[];
    const request = receiver.requests.find((entry) => entry.headers['webhook-id'] === callback?.webhook_id);
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, `${value}`]),
    );
    const sent = new Webhook(secret).verify(request?.body ?? '', headers) as TaskData;
    const queried = (await running.call(`${tasksPath}/${data.task_id}`)).json.data;
    assert.deepEqual(sent, queried);
    assert.deepEqual(
      callback.log.map((attempt) => [attempt.http_status, attempt.reply]),
      [[200, 'thank you']],
    );
    const before = receiver.requests.length;
    const again = await running.call(`${path}/${callback.webhook_id}/redeliver`, { method: 'POST' });
    assert.deepEqual(again.json.data, { webhook_id: callback.webhook_id, state: 'pending' });
    await receiver.received(before + 1);
    assert.equal(receiver.requests.at(-1)?.headers['webhook-id'], callback.webhook_id);
    const none = await running.call(`${path}/msg_none/redeliver`, { method: 'POST' });
    assert.equal(none.json.code, 1203);
  });

  it('of a receiver that fails stay owed', async () => {
    receiverStatus = 500;
    const { data } = await submit({ callback_url: receiver.origin }, done);
    const path = `${tasksPath}/${data.task_id}/callbacks`;
    let callback: { attempts: number; state: string; next_attempt_at: number } | undefined;
    while (callback?.attempts !== 1)
      [callback] = (await running.call(path)).json.data as NonNullable<typeof callback>[];
    receiverStatus = 200;
    assert.equal(callback.state, 'pending');
    assert.ok(callback.next_attempt_at > Date.now());
  });
});

describe('account costs', () => {
  const costs = async (query = '') => {
    const { json } = await running.call(`/account/costs${query}`, { key: 'sk-prepaid-key' });
    return json;
  };
  it('tell every pack, what is left of it, and its state', async () => {
    await submit({ n: 3 }, done, 'sk-prepaid-key');
    const { data } = (await costs()) as { data: Record<string, unknown> };
    assert.deepEqual([data.code, data.msg], [0, 'SUCCEED']);
    const infos = data.resource_pack_subscribe_infos as Record<string, unknown>[];
    assert.deepEqual(
      infos.map((info) => [info.resource_pack_id, info.status, info.total_quantity, info.remaining_quantity]).sort(),
      [
        ['p0', 'expired', 10, 10],
        ['p1', 'online', 10, 7],
      ],
    );
  });

  it('can be narrowed by time and name', async () => {
    const ids = async (query: string) => {
      const { data } = (await costs(query)) as {
        data: { resource_pack_subscribe_infos: { resource_pack_id: string }[] };
      };
      return data.resource_pack_subscribe_infos.map((info) => info.resource_pack_id);
    };
    assert.deepEqual(await ids(`?start_time=${Date.now() - hour / 2}&end_time=${Date.now()}`), ['p1']);
    assert.deepEqual(await ids('?resource_pack_name=old'), ['p0']);
    assert.deepEqual(await ids('?resource_pack_name=none'), []);
    assert.equal((await costs('?start_time=soon')).code, 1201);
    assert.equal((await costs('?start_time=5&end_time=4')).code, 1201);
  });
});

describe('what is promised', () => {
  it('outlives a stop: a task in work goes on at the next start', async () => {
    const first = await startTestService(sleepingModels);
    const answer = await first.call(tasksPath, { body: { ...fox, model_name: 'slow' } });
    const { task_id: id } = answer.json.data as TaskData;
    await first.service.close();
    const models = { ...sleepingModels.models, slow: { engine: 'sleeper' } };
    const second = await startTestService({ ...sleepingModels, models }, {}, first.folder);
    const { json } = await second.call(`${tasksPath}/${id}`, { headers: done });
    assert.equal((json.data as TaskData).task_status, 'succeed');
    await second.close();
    await first.close();
  });
});
