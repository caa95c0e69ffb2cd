// API nodes and workers as processes would be: services that share nothing but PostgreSQL and the folder of pictures.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { permanentKey, type RunningService, sleepingModels, startTestService } from './running-service.js';

describe('several nodes', () => {
  let server: PostgresServer;
  let folder: string;
  let api: RunningService;
  let otherApi: RunningService;
  let worker: RunningService;
  const adminKey = 'the-key-of-administration';

  const configuration = {
    ...sleepingModels,
    accounts: [
      {
        id: 'limited',
        keys: [{ key: 'sk-limited-key-for-tests' }],
        limits: { requestsPerSecond: 0.001, burst: 6, concurrency: 2 },
      },
      { id: 'narrow', keys: [{ key: 'sk-narrow-key-for-tests' }], limits: { concurrency: 3 } },
    ],
  };

  before(async () => {
    server = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'inkling-roles-'));
    const shared = { INKLING_DATABASE_URL: await server.createDatabase(), INKLING_ADMIN_KEY: adminKey };
    const start = (role: string) => startTestService(configuration, { ...shared, INKLING_ROLE: role }, folder);
    [api, otherApi, worker] = [await start('api'), await start('api'), await start('worker')];
  });
  after(async () => {
    for (const service of [api, otherApi, worker]) await service.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const images = '/kling/v1/images/generations';
  interface ShownTask {
    task_id: string;
    task_status: string;
    task_result?: { images: { url: string }[] };
  }
  const submit = async (at: RunningService, options: { model?: string; key?: string; headers?: object } = {}) => {
    const answer = await at.call(images, {
      body: { model_name: options.model ?? 'kling-v1', prompt: 'x' },
      headers: options.headers ?? {},
      ...(options.key === undefined ? {} : { key: options.key }),
    });
    return { ...answer, task: answer.json.data as ShownTask };
  };

  describe('roles', () => {
    it('a picture is asked of one node, painted by another, and served by a third', async () => {
      const { status, task } = await submit(api, { headers: { prefer: 'wait=60' } });
      assert.equal(status, 200);
      assert.equal(task.task_status, 'succeed');
      const path = new URL(task.task_result?.images[0]?.url ?? '').pathname;
      const picture = await fetch(otherApi.url + path);
      assert.equal(picture.status, 200);
      assert.equal(picture.headers.get('content-type'), 'image/png');
      await picture.arrayBuffer();
      assert.ok(worker.lines.some((line) => line.task_id === task.task_id && line.end === 'succeeded'));
      assert.ok(!api.lines.some((line) => line.end !== undefined));
    });

    it('events are told by a node that neither took the task nor paints it', async () => {
      const { task } = await submit(api, { model: 'slow' });
      const stream = await fetch(`${otherApi.url}${images}/${task.task_id}/events`, {
        headers: { authorization: `Bearer ${permanentKey}` },
      });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      let told = '';
      const heard = async (word: string) => {
        while (!told.includes(word)) told += (await reader?.read())?.value ?? assert.fail('the stream ended');
      };
      await heard('"task_status":"processing"');
      await api.call(`${images}/${task.task_id}/cancel`, { method: 'POST' });
      await heard('"task_status":"failed"');
      await reader?.cancel();
    });

    it('a cancel on an API node reaches the engine of a worker long before its next heartbeat', async () => {
      const { task } = await submit(api, { model: 'slow' });
      const running = () => worker.lines.filter((line) => line.task_id === task.task_id && line.end !== undefined);
      while ((await status(api, task.task_id)) !== 'processing') await turn();
      const cancelledAtMs = performance.now();
      await otherApi.call(`${images}/${task.task_id}/cancel`, { method: 'POST' });
      while (running().length === 0) await turn();
      assert.equal(running()[0]?.end, 'lost');
      // Heartbeats are 10 s apart.
      assert.ok(performance.now() - cancelledAtMs < 9000);
    });

    it('a worker answers probes and nothing else', async () => {
      for (const path of ['/healthz', '/readyz', '/metrics']) {
        const answer = await fetch(worker.url + path);
        assert.equal(answer.status, 200, path);
        await answer.text();
      }
      assert.equal((await submit(worker)).json.code, 1203);
      assert.equal((await worker.call('/admin/v1/nodes', { key: adminKey })).json.code, 1203);
    });

    it('every node is on the list, in the metrics, and off both once it stops', async () => {
      const roles = async () => {
        const { json } = await api.call('/admin/v1/nodes', { key: adminKey });
        return (json.data as { role: string; state: string; version: string }[]).map(
          ({ role, state, version }) => `${role} ${state} ${version.split('.').length}`,
        );
      };
      const three = ['api up 3', 'api up 3', 'worker up 3'];
      while ((await roles()).length < 3) await turn();
      assert.deepEqual((await roles()).sort(), three);
      const metrics = await (await fetch(`${worker.url}/metrics`)).text();
      assert.match(metrics, /inkling_nodes\{role="api",state="up"\} 2/);
      assert.match(metrics, /inkling_nodes\{role="worker",state="up"\} 1/);
      await worker.close();
      assert.deepEqual((await roles()).sort(), three.slice(0, 2));
    });

    it('a rate holds across nodes', async () => {
      const key = 'sk-limited-key-for-tests';
      const codes: number[] = [];
      for (let index = 0; index < 12; index += 1) {
        const answer = await (index % 2 === 0 ? api : otherApi).call(images, { key });
        codes.push(answer.json.code);
      }
      assert.equal(codes.filter((code) => code === 0).length, 6);
      assert.equal(codes.filter((code) => code === 1302).length, 6);
    });

    it('concurrency holds across nodes', async () => {
      const key = 'sk-narrow-key-for-tests';
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => submit(index % 2 === 0 ? api : otherApi, { key, model: 'slow' })),
      );
      const codes = answers.map((answer) => answer.json.code);
      assert.equal(codes.filter((code) => code === 0).length, 3);
      assert.equal(codes.filter((code) => code === 1303).length, 7);
    });
  });

  async function status(at: RunningService, id: string): Promise<string> {
    return ((await at.call(`${images}/${id}`)).json.data as ShownTask).task_status;
  }

  /** Lets the rest of the process have a turn. */
  const turn = () => new Promise((resolve) => setImmediate(resolve));
});
