// The whole service with its pictures in a bucket: life, links, sweeping; and a bucket that fails while it paints.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type S3Server, s3Keys, startS3Server } from '../storage/s3-server.js';
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.js';
import { startReceiver } from '../support/http-receiver.js';
import { type RunningService, sleepingModels, startTestService } from './running-service.js';

let server: S3Server;
let proxy: FaultyProxy;
before(async () => {
  server = await startS3Server();
  proxy = await startFaultyProxy(server.origin);
});
after(async () => {
  await proxy.close();
  await server.close();
});

const submitPath = '/kling/v1/images/generations';
let homes = 0;

/** Runs with a service whose bucket is reached through the proxy. */
async function withService(
  env: Record<string, string>,
  run: (service: RunningService, prefix: string) => Promise<void>,
): Promise<void> {
  const prefix = `service-${++homes}`;
  const url = `s3://${s3Keys.accessKeyId}:${s3Keys.secretAccessKey}@pictures/${prefix}?endpoint=${proxy.origin}`;
  const service = await startTestService(sleepingModels, { INKLING_STORAGE_URL: url, ...env });
  try {
    await run(service, prefix);
  } finally {
    proxy.spoil(() => 'none');
    await service.close();
  }
}

interface TaskData {
  task_id: string;
  task_status: string;
  task_result?: { images: { index: number; url: string }[] };
}

/** Submits and waits up to a minute for the end. */
async function paint(service: RunningService, body: object = {}): Promise<TaskData> {
  const full = { model_name: 'kling-v1', prompt: 'a red fox', ...body };
  const answer = await service.call(submitPath, { body: full, headers: { prefer: 'wait=60' } });
  return answer.json.data as TaskData;
}

describe('a service with its pictures in a bucket', () => {
  it('paints, serves and deletes them', () =>
    withService({}, async (service, prefix) => {
      const task = await paint(service, { n: 2 });
      assert.equal(task.task_status, 'succeed');
      const [first] = task.task_result?.images ?? [];
      assert.ok(first);
      assert.equal(server.names().filter((name) => name.startsWith(`${prefix}/tasks/${task.task_id}/`)).length, 2);
      const whole = Buffer.from(await (await fetch(first.url)).arrayBuffer());
      assert.deepEqual([...whole.subarray(1, 4)], [...Buffer.from('PNG')]);
      const part = await fetch(first.url, { headers: { range: 'bytes=1-3' } });
      assert.equal(part.status, 206);
      assert.equal(await part.text(), 'PNG');
      const head = await fetch(first.url, { method: 'HEAD' });
      assert.equal(head.headers.get('content-length'), String(whole.length));
      const again = await fetch(first.url, { headers: { 'if-none-match': head.headers.get('etag') ?? '' } });
      assert.equal(again.status, 304);
      await service.call(`${submitPath}/${task.task_id}`, { method: 'DELETE' });
      assert.deepEqual(
        server.names().filter((name) => name.startsWith(`${prefix}/tasks/`)),
        [],
      );
    }));

  it('redirects callers to the bucket where it is told to', () =>
    withService({ INKLING_PICTURE_LINKS: 'presigned' }, async (service) => {
      const task = await paint(service, { output_format: 'jpg' });
      const url = task.task_result?.images[0]?.url ?? '';
      assert.ok(url.startsWith(`${service.url}/files/`), 'the link that callers keep is ours');
      const redirect = await fetch(url, { redirect: 'manual' });
      assert.equal(redirect.status, 302);
      const link = new URL(redirect.headers.get('location') ?? '');
      assert.equal(link.origin, proxy.origin);
      assert.equal(link.searchParams.get('X-Amz-Expires'), '900');
      assert.equal(redirect.headers.get('cache-control'), 'private, max-age=450');
      for (const method of ['GET', 'HEAD']) {
        const answer = await fetch(url, { method });
        assert.equal(answer.status, 200, method);
        assert.equal(answer.headers.get('content-type'), 'image/jpeg', method);
        assert.equal(answer.headers.get('content-disposition'), `inline; filename="${task.task_id}-0.jpg"`);
      }
      const part = await fetch(url, { headers: { range: 'bytes=0-1' } });
      assert.deepEqual([...new Uint8Array(await part.arrayBuffer())], [0xff, 0xd8]);
      // Conditions on our tag are ours to answer.
      const conditional = await fetch(url, {
        headers: { range: 'bytes=0-1', 'if-range': '"other"' },
        redirect: 'manual',
      });
      assert.equal(conditional.status, 200);
      await conditional.arrayBuffer();
      await service.call(`${submitPath}/${task.task_id}`, { method: 'DELETE' });
      assert.equal((await fetch(url)).status, 404);
    }));

  it('is not ready while the bucket does not answer, and is again when it does', () =>
    withService({}, async (service) => {
      assert.equal((await service.call('/readyz')).status, 200);
      proxy.spoil(() => 'reset');
      // An answer counts for a second; asking again until it is a new one needs no pause.
      const ask = async (status: number) => {
        while ((await service.call('/readyz')).status !== status);
      };
      await ask(503);
      proxy.spoil(() => 'none');
      await ask(200);
    }));

  it('never starts without its bucket, and says why without its keys', async () => {
    const url = `s3://${s3Keys.accessKeyId}:do-not-show@missing?endpoint=${server.origin}`;
    await assert.rejects(startTestService(sleepingModels, { INKLING_STORAGE_URL: url }), (error: Error) => {
      assert.match(error.message, /s3:\/\/missing at \S+ cannot be used: there is no such bucket\./);
      return !error.message.includes('do-not-show');
    });
  });
});

describe('a bucket that fails while the service paints', () => {
  for (const fault of ['unavailable', 'reset', 'late-reset'] as const) {
    it(`loses nothing, ends every task once and calls back once: ${fault}`, async () => {
      const receiver = await startReceiver();
      await withService({ INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' }, async (service) => {
        // The first six uploads fail, which is more tries than one operation has: the attempt itself must be made again.
        proxy.spoil((request, index) => (request.method === 'PUT' && index < 6 ? fault : 'none'));
        const task = await paint(service, { callback_url: `${receiver.origin}/hook` });
        assert.equal(task.task_status, 'succeed');
        const answer = await fetch(task.task_result?.images[0]?.url ?? '');
        assert.equal(answer.status, 200);
        assert.ok((await answer.arrayBuffer()).byteLength > 100);
        await receiver.received(1);
        assert.equal(receiver.requests.length, 1);
        assert.equal((JSON.parse(receiver.requests[0]?.body ?? '{}') as TaskData).task_id, task.task_id);
        assert.deepEqual(await service.service.store.tasks.counts(), { waiting: 0, running: 0 });
        assert.equal((await service.service.store.accounts.usage('default'))?.slotsHeld, 0);
        assert.ok(service.lines.some((line) => line.msg === 'attempt failed, will be tried again'));
        assert.ok(!JSON.stringify(service.lines).includes('X-Amz-Signature'));
      });
      await receiver.close();
    });
  }

  it('waits for one that is gone and comes back', () =>
    withService({}, async (service) => {
      await proxy.leave();
      const submitted = await service.call(submitPath, { body: { model_name: 'kling-v1', prompt: 'a red fox' } });
      const { task_id: id } = submitted.json.data as TaskData;
      while (!service.lines.some((line) => line.msg === 'attempt failed, will be tried again'))
        await service.call('/healthz');
      await proxy.comeBack();
      const answer = await service.call(`${submitPath}/${id}`, { headers: { prefer: 'wait=60' } });
      const task = answer.json.data as TaskData;
      assert.equal(task.task_status, 'succeed');
      assert.equal((await fetch(task.task_result?.images[0]?.url ?? '')).status, 200);
    }));
});
