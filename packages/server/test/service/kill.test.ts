// kill -9 under load, again and again, with a receiver and a ledger watching: every task that was accepted ends exactly
// once, its picture opens, its callback arrives under one id, and slots and units return to zero.
// INKLING_TEST_KILLS sets how many kills (default 6: a real run takes hundreds).
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../../src/core/clock.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';

const kills = Number(process.env.INKLING_TEST_KILLS ?? 6);
const key = 'sk-of-the-account-under-fire';
const unitsPerImage = 1.5;
const quantity = 1_000_000;

let folder: string;
let receiver: HttpReceiver;
let environment: Record<string, string>;
/** Set while a server is up. */
let origin: string | undefined;

interface Submitted {
  externalId: string;
  /** The answer arrived: the task was promised. */
  accepted: boolean;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-kill-'));
  receiver = await startReceiver();
  const packTimes = { effectiveAt: Date.now() - 1000, expiresAt: Date.now() + 3_600_000 };
  const configuration = {
    engines: { sleeper: { type: 'sleep', sleepMs: 20 } },
    models: { 'kling-v1': { engine: 'sleeper', unitsPerImage } },
    accounts: [
      { id: 'fire', keys: [{ key }], billing: 'prepaid', packs: [{ id: 'p', name: 'p', quantity, ...packTimes }] },
    ],
  };
  await writeFile(join(folder, 'inkling.json'), JSON.stringify(configuration));
  environment = {
    PORT: '0',
    INKLING_DATA_DIR: join(folder, 'data'),
    INKLING_CONFIG: join(folder, 'inkling.json'),
    INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1',
    INKLING_LOG_LEVEL: 'silent',
  };
});
after(async () => {
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

async function startServer(): Promise<ChildProcess> {
  const child = fork(new URL('./serve-process.js', import.meta.url), { env: { ...process.env, ...environment } });
  const [message] = (await once(child, 'message')) as [{ url: string }];
  origin = message.url;
  return child;
}

async function api(path: string, body?: object): Promise<{ data?: Record<string, unknown> }> {
  const response = await fetch(`${origin}/kling/v1/images/generations${path}`, {
    headers: { authorization: `Bearer ${key}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  assert.equal(response.status, 200);
  return (await response.json()) as { data?: Record<string, unknown> };
}

/** Submits one task after the other until told to stop; a submit whose answer is lost is not promised. */
async function submitUntil(stop: AbortSignal, submitted: Submitted[]): Promise<void> {
  while (!stop.aborted) {
    const externalId = `task-${submitted.length}`;
    const entry = { externalId, accepted: false };
    submitted.push(entry);
    try {
      const request = {
        model_name: 'kling-v1',
        prompt: 'x',
        external_task_id: externalId,
        callback_url: receiver.origin,
      };
      await api('', request);
      entry.accepted = true;
    } catch {
      // Down: wait for the next server rather than spin.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

describe('kill -9 under load', () => {
  it(`loses nothing, ends nothing twice, and pays once (${kills} kills)`, {
    timeout: 60_000 + kills * 20_000,
  }, async (context) => {
    const submitted: Submitted[] = [];
    const stop = new AbortController();
    const load = [1, 2, 3].map(() => submitUntil(stop.signal, submitted));
    for (let kill = 0; kill < kills; kill += 1) {
      const server = await startServer();
      // Two lives of three last until something has ended in them: a slow machine would only ever be starting.
      if (kill % 3 !== 0) await receiver.received(receiver.requests.length + 1);
      // At another moment of the work each time; the moment matters, not its length.
      await new Promise((resolve) => setTimeout(resolve, 30 + ((kill * 97) % 400)));
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    stop.abort();
    const server = await startServer();
    await Promise.all(load);

    const accepted = submitted.filter((entry) => entry.accepted);
    assert.ok(accepted.length > kills, `only ${accepted.length} tasks were accepted`);
    const ended: Record<string, unknown>[] = [];
    for (const { externalId } of accepted) {
      for (;;) {
        const { data = {} } = await api(`/${externalId}`);
        if (data.task_status === 'succeed' || data.task_status === 'failed') {
          ended.push(data);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    assert.deepEqual([...new Set(ended.map((task) => task.task_status))], ['succeed']);
    const sample = ended.at(-1)?.task_result as { images: { url: string }[] };
    const picture = await fetch(new URL(new URL(sample.images[0]?.url ?? '').pathname, origin));
    assert.equal(picture.status, 200);
    assert.ok((await picture.arrayBuffer()).byteLength > 100);

    // Tasks whose answer was lost may exist as well: all that exist must have been called back.
    const all: string[] = [];
    for (let page = 1; ; page += 1) {
      const { data } = await api(`?pageSize=500&pageNum=${page}`);
      const tasks = data as unknown as { task_id: string; task_status: string }[];
      all.push(...tasks.map((task) => task.task_id));
      assert.ok(
        tasks.every(
          (task) =>
            task.task_status === 'succeed' || task.task_status === 'submitted' || task.task_status === 'processing',
        ),
      );
      if (tasks.length < 500) break;
    }
    const callbacks = new Map<string, { ids: Set<unknown>; statuses: Set<unknown> }>();
    let read = 0;
    const readCallbacks = () => {
      const fresh = receiver.requests.slice(read);
      read += fresh.length;
      for (const { headers, body } of fresh) {
        const told = JSON.parse(body) as { task_id: string; task_status: string };
        const known = callbacks.get(told.task_id) ?? { ids: new Set(), statuses: new Set() };
        known.ids.add(headers['webhook-id']);
        known.statuses.add(told.task_status);
        callbacks.set(told.task_id, known);
      }
    };
    for (const id of all) {
      for (readCallbacks(); !callbacks.has(id); readCallbacks())
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.ok(
      [...callbacks.values()].every((told) => told.ids.size === 1),
      'one webhook-id for each task',
    );
    assert.ok(
      [...callbacks.values()].every((told) => told.statuses.size === 1),
      'one end for each task',
    );
    server.kill('SIGTERM');
    await once(server, 'exit');

    const store = await openSqliteStore(join(folder, 'data', 'inkling.db'), systemClock);
    assert.deepEqual(await store.tasks.counts(), { waiting: 0, running: 0 });
    assert.deepEqual(await store.accounts.usage('fire'), { slotsHeld: 0, owedUnits: 0, reservedUnits: 0 });
    const [pack] = await store.accounts.listPacks('fire');
    assert.equal(pack?.remaining, quantity - all.length * unitsPerImage);
    assert.equal(pack?.reserved, 0);
    assert.equal(new Set(all).size, all.length);
    // Each task was paid for once: the ledger has one line for each, and they sum to what the pack lost.
    const spent = await store.accounts.unitsSpent('fire', 0, Number.MAX_SAFE_INTEGER);
    assert.equal(spent, all.length * unitsPerImage);
    await store.close();
    context.diagnostic(
      `${kills} kills: ${submitted.length} submits sent, ${accepted.length} answered, ${all.length} tasks, all of them ` +
        `succeeded and called back by ${receiver.requests.length} requests; ${spent} units paid, none astray`,
    );
  });
});
