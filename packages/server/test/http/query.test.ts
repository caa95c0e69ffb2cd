// Query, list, cancel and models: what callers see of tasks, and of whose.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../src/core/task.js';
import { fakePicture, keys } from './fakes.js';
import { goodBody, startServer, type TestServer } from './harness.js';

const gateway = '/kling/v1/images/generations';
const vendor = '/v1/images/generations';

/** Submits and returns the row. */
async function submitTask(server: TestServer, body: object = {}, key = keys.alice): Promise<Task> {
  const answer = await server.submit({ ...goodBody, ...body }, { key });
  const id = String(answer.json.data?.task_id);
  return server.tasks.rows.get(id) ?? assert.fail(answer.text);
}

for (const path of [gateway, vendor]) {
  test(`${path}: a waiting task, by either id`, async (context) => {
    const server = await startServer(context);
    const task = await submitTask(server, { external_task_id: 'my fox/1?é' });
    for (const id of [task.id, encodeURIComponent('my fox/1?é')]) {
      const answer = await server.call(`${path}/${id}`);
      assert.equal(answer.status, 200, answer.text);
      assert.deepEqual(answer.json.data, {
        task_id: task.id,
        task_status: 'submitted',
        task_status_msg: '',
        task_info: { external_task_id: 'my fox/1?é' },
        created_at: task.createdAtMs,
        updated_at: task.updatedAtMs,
      });
      assert.equal(answer.headers['retry-after'], '1');
    }
  });

  test(`${path}: a task that succeeded`, async (context) => {
    const server = await startServer(context);
    const task = await submitTask(server, { n: 2, watermark_info: { enabled: true } });
    const pictures = [
      await fakePicture(task, server.storage, { index: 1 }),
      await fakePicture(task, server.storage, { index: 0, contentType: 'image/jpeg' }),
      await fakePicture(task, server.storage, { index: 0, variant: 'watermarked' }),
    ];
    server.tasks.finish(task.id, pictures);
    const answer = await server.call(`${path}/${task.id}`);
    const url = (at: number, extension: string) => `${server.origin}/files/${pictures[at]?.token}.${extension}`;
    assert.deepEqual(answer.json.data, {
      task_id: task.id,
      task_status: 'succeed',
      task_status_msg: '',
      created_at: task.createdAtMs,
      updated_at: task.updatedAtMs + 1,
      task_result: {
        images: [
          { index: 0, url: url(1, 'jpg'), watermark_url: url(2, 'png') },
          { index: 1, url: url(0, 'png') },
        ],
      },
      final_unit_deduction: '2',
    });
    assert.equal(answer.headers['retry-after'], undefined);
  });

  test(`${path}: a task that failed has no result`, async (context) => {
    const server = await startServer(context);
    const task = await submitTask(server);
    server.tasks.change(task.id, { status: 'failed', statusMessage: 'image: Image pixel is invalid' });
    const { data } = (await server.call(`${path}/${task.id}`)).json;
    assert.deepEqual(Object.keys(data ?? {}).sort(), [
      'created_at',
      'task_id',
      'task_status',
      'task_status_msg',
      'updated_at',
    ]);
    assert.equal(data?.task_status_msg, 'image: Image pixel is invalid');
  });
}

const unknown: [path: string, status: number, code: number][] = [
  [gateway, 404, 1203],
  [vendor, 400, 1201],
];
for (const [path, status, code] of unknown) {
  for (const id of ['nothing', 'a%2Fb', '%00', 'x'.repeat(255), '%F0%9F%A6%8A', 'events', '..%2F..%2Fetc', '%25']) {
    test(`${path}: no task called ${id.slice(0, 20)}`, async (context) => {
      const server = await startServer(context);
      const answer = await server.call(`${path}/${id}`);
      assert.equal(answer.status, status);
      assert.equal(answer.json.code, code);
      assert.match(String(answer.json.message), /^Task not found by id\/external id: /);
      assert.ok(!('data' in answer.json));
    });
  }

  test(`${path}: a stranger's task is not there, whatever is done with it`, async (context) => {
    const server = await startServer(context);
    const task = await submitTask(server, { external_task_id: 'mine' });
    for (const id of [task.id, 'mine']) {
      const calls = await Promise.all([
        server.call(`${path}/${id}`, { key: keys.bob }),
        server.call(`${path}/${id}/cancel`, { method: 'POST', key: keys.bob }),
        server.call(`${path}/${id}/events`, { key: keys.bob }),
      ]);
      for (const answer of calls) {
        assert.deepEqual([answer.status, answer.json.code], [status, code]);
        assert.equal(answer.json.message, `Task not found by id/external id: ${id}`);
      }
    }
    assert.equal(server.tasks.rows.get(task.id)?.status, 'submitted');
  });
}

test('a long id is quoted in part', async (context) => {
  const server = await startServer(context);
  const answer = await server.call(`${gateway}/${'x'.repeat(300)}`);
  assert.equal(answer.json.message, `Task not found by id/external id: ${'x'.repeat(80)}…`);
});

test('pictures are linked by the host that the caller used', async (context) => {
  const server = await startServer(context);
  const task = await submitTask(server);
  server.tasks.finish(task.id, [await fakePicture(task, server.storage)]);
  const linkFor = async (headers: Record<string, string>) => {
    const answer = await server.call(`${gateway}/${task.id}`, { headers });
    return /"url":"(.*?)\/files/.exec(answer.text)?.[1];
  };
  assert.equal(await linkFor({ host: 'pictures.example:8443' }), 'http://pictures.example:8443');
  assert.equal(await linkFor({ host: '[::1]:80' }), 'http://[::1]:80');
  for (const host of ['evil.example/x?', 'a b', '"><script>', 'x@y', 'host:99999', 'é', '..', ''])
    assert.equal(await linkFor({ host }), server.origin, host);
  const forwarded = { host: 'a.example', 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' };
  assert.equal(await linkFor(forwarded), 'http://a.example');
});

test('a trusted proxy says what host the caller used', async (context) => {
  const server = await startServer(context, { trustedProxies: ['127.0.0.1'] });
  const task = await submitTask(server);
  server.tasks.finish(task.id, [await fakePicture(task, server.storage)]);
  const headers = { host: 'a.example', 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' };
  assert.match((await server.call(`${gateway}/${task.id}`, { headers })).text, /"url":"https:\/\/b\.example\/files\//);
  const hostile = { host: 'a.example', 'x-forwarded-host': 'b/c"', 'x-forwarded-proto': 'javascript' };
  const answer = await server.call(`${gateway}/${task.id}`, { headers: hostile });
  assert.match(answer.text, new RegExp(`"url":"${server.origin}/files/`));
});

test('the configured public URL comes before any host', async (context) => {
  const server = await startServer(context, { publicUrl: 'https://images.example.com/kling' });
  const task = await submitTask(server);
  server.tasks.finish(task.id, [await fakePicture(task, server.storage)]);
  const answer = await server.call(`${gateway}/${task.id}`, { headers: { host: 'other.example' } });
  assert.match(answer.text, /"url":"https:\/\/images\.example\.com\/kling\/files\//);
});

test('a query may wait', async (context) => {
  const server = await startServer(context);
  const task = await submitTask(server);
  const before = server.tasks.listeners;
  const waiting = server.call(`${gateway}/${task.id}`, { headers: { prefer: 'wait=60' } });
  while (server.tasks.listeners === before) await new Promise(setImmediate);
  server.tasks.finish(task.id, [await fakePicture(task, server.storage)]);
  assert.equal((await waiting).json.data?.task_status, 'succeed');
});

test('a query of an ended task does not wait', async (context) => {
  const server = await startServer(context);
  const task = await submitTask(server);
  server.tasks.change(task.id, { status: 'failed' });
  const answer = await server.call(`${gateway}/${task.id}`, { headers: { prefer: 'wait=60' } });
  assert.equal(answer.json.data?.task_status, 'failed');
});

test('the list is a bare array, newest first, of one account', async (context) => {
  const server = await startServer(context);
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { id } = await submitTask(server, { prompt: `fox ${index}` });
    ids.push(id);
  }
  await submitTask(server, {}, keys.bob);
  const idsOf = async (query: string) => {
    const answer = await server.call(`${vendor}${query}`);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(Array.isArray(answer.json.data));
    return (answer.json.data as { task_id: string }[]).map((task) => task.task_id);
  };
  const newestFirst = ids.toSorted().reverse();
  assert.deepEqual(await idsOf(''), newestFirst);
  assert.deepEqual(await idsOf('?pageNum=1&pageSize=2'), newestFirst.slice(0, 2));
  assert.deepEqual(await idsOf('?pageNum=3&pageSize=2'), newestFirst.slice(4));
  assert.deepEqual(await idsOf('?pageNum=4&pageSize=2'), []);
  assert.deepEqual(await idsOf('?pageNum=&pageSize='), newestFirst);
  assert.deepEqual(await idsOf('?pageNum=2&pageNum=1&pageSize=4'), newestFirst.slice(4));
  assert.deepEqual(await idsOf('?=null&junk=1'), newestFirst);
  assert.deepEqual(await idsOf('?pageNum=1000&pageSize=500'), []);
});

const badPages: [query: string, message: string][] = [
  ['pageNum=0', "pageNum value '0' is invalid, allowed: integers from 1 to 1000"],
  ['pageNum=1001', "pageNum value '1001' is invalid, allowed: integers from 1 to 1000"],
  ['pageNum=-1', "pageNum value '-1' is invalid, allowed: integers from 1 to 1000"],
  ['pageNum=1.5', "pageNum value '1.5' is invalid, allowed: integers from 1 to 1000"],
  ['pageNum=two', "pageNum value 'two' is invalid, allowed: integers from 1 to 1000"],
  ['pageSize=0', "pageSize value '0' is invalid, allowed: integers from 1 to 500"],
  ['pageSize=501', "pageSize value '501' is invalid, allowed: integers from 1 to 500"],
  ['pageSize=1e9', "pageSize value '1000000000' is invalid, allowed: integers from 1 to 500"],
];
for (const [query, message] of badPages) {
  test(`refuses the page ${query}`, async (context) => {
    const server = await startServer(context);
    const answer = await server.call(`${gateway}?${query}`);
    assert.deepEqual([answer.status, answer.json.code, answer.json.message], [400, 1201, message]);
  });
}

test('a cancelled task has failed in the caller’s words, and stays so', async (context) => {
  const server = await startServer(context);
  const task = await submitTask(server, { external_task_id: 'mine' });
  const first = await server.call(`${gateway}/mine/cancel`, { method: 'POST' });
  assert.equal(first.status, 200);
  assert.equal(first.json.data?.task_status, 'failed');
  assert.equal(first.json.data?.task_status_msg, 'Cancelled by the caller');
  const second = await server.call(`${vendor}/${task.id}/cancel`, { method: 'POST', body: 'no json {' });
  assert.deepEqual(second.json.data, first.json.data);
});

test('a cancel leaves an ended task alone', async (context) => {
  const server = await startServer(context);
  const task = await submitTask(server);
  server.tasks.finish(task.id, [await fakePicture(task, server.storage)]);
  const answer = await server.call(`${gateway}/${task.id}/cancel`, { method: 'POST' });
  assert.equal(answer.json.data?.task_status, 'succeed');
});

test('the models say what each can do', async (context) => {
  const server = await startServer(context);
  for (const path of ['/kling/v1/models', '/v1/models/']) {
    const answer = await server.call(path);
    assert.equal(answer.status, 200);
    const models = answer.json.data as unknown as Record<string, unknown>[];
    assert.equal(models.length, 6);
    const face = models.find((model) => model.model_name === 'kling-v1-5');
    assert.deepEqual(face?.image_to_image, ['subject', 'face']);
    assert.equal(face?.image_reference_required, true);
    const wide = models.find((model) => model.model_name === 'kling-v3');
    assert.match(JSON.stringify(wide?.sizes), /"width":3104,"height":1312/);
  }
});
