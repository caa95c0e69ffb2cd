// The sweeper on a real store and storage.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { newTaskId } from '../../src/core/ids.js';
import { taskPrefix } from '../../src/storage/storage.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createSweeper } from '../../src/worker/sweeper.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { createMemoryStorage, type MemoryStorage } from '../support/memory-storage.js';
import { createQuietLog } from '../support/quiet-log.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';

let folder: string;
let clock: ManualClock;
let store: Store;
let storage: MemoryStorage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-sweeper-'));
  clock = createManualClock();
  store = await openSqliteStore(join(folder, 'inkling.db'), clock, 'final', false);
  await store.accounts.put(newAccount('default'));
  storage = createMemoryStorage();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Submits, claims and ends a task whose picture expires `afterMs` from now; returns the picture. */
async function finishTask(afterMs: number) {
  await store.tasks.submit(sampleTask());
  const [task] = await store.tasks.claim({ workerId: 'w', leaseMs: 1000, limit: 1, models: ['kling-v1'] });
  assert.ok(task);
  const picture = samplePicture(task.id, 0, clock.now() + afterMs);
  await storage.put(picture.storageKey, new Uint8Array([1]), 'image/png');
  assert.equal(await store.tasks.succeed(task.id, task.leaseToken, [picture]), true);
  return picture;
}

async function makeSweeper(over: Partial<MemoryStorage> = {}) {
  const { log, lines } = await createQuietLog();
  const sweeper = createSweeper({
    store,
    storage: { ...storage, ...over },
    clock,
    log,
    models: ['kling-v1'],
    intervalMs: 60_000,
  });
  return { sweeper, lines };
}

describe('sweeper', () => {
  it('deletes what is due and nothing else', async () => {
    const due = await finishTask(1000);
    const young = await finishTask(5000);
    const { sweeper } = await makeSweeper();
    assert.deepEqual(await sweeper.sweep(), { expired: 0, withoutModel: 0, orphans: 0 });
    await clock.advance(1000);
    assert.equal((await sweeper.sweep()).expired, 1);
    assert.deepEqual([...storage.objects.keys()], [young.storageKey]);
    assert.notEqual((await store.pictures.find(due.token))?.deletedAtMs, null);
    assert.equal((await store.pictures.find(young.token))?.deletedAtMs, null);
    assert.deepEqual(await sweeper.sweep(), { expired: 0, withoutModel: 0, orphans: 0 });
  });

  it('gets through more than one batch', async () => {
    for (let index = 0; index < 120; index += 1) await finishTask(1);
    await clock.advance(1);
    const { sweeper } = await makeSweeper();
    assert.equal((await sweeper.sweep()).expired, 120);
    assert.equal(storage.objects.size, 0);
  });

  it('leaves a task due whose bytes could not be removed, and tries again at the next interval', async () => {
    const picture = await finishTask(1);
    await clock.advance(1);
    let broken = true;
    const { sweeper, lines } = await makeSweeper({
      removeBelow: async (prefix) => {
        if (broken) throw new Error('disk gone');
        await storage.removeBelow(prefix);
      },
    });
    sweeper.start();
    const settle = async () => {
      for (let turn = 0; turn < 20; turn += 1) await clock.advance(0);
    };
    await settle();
    assert.equal(lines.filter((line) => line.msg === 'sweep failed').length, 1);
    assert.ok(storage.objects.has(picture.storageKey));
    broken = false;
    await clock.advance(60_000);
    await settle();
    assert.equal(storage.objects.size, 0);
    await sweeper.stop();
    await sweeper.stop();
  });
});

describe('tasks whose model is gone', () => {
  const submitFor = async (model: string) => {
    const outcome = await store.tasks.submit(
      sampleTask({ request: sampleRequest({ model }), callbackUrl: 'https://hooks.example.com/' }),
    );
    assert.ok(outcome.kind === 'created');
    return outcome.task.id;
  };
  const statusOf = async (id: string) => (await store.tasks.find('default', id))?.status;

  it('fail with the reason and owe their callback; others go on', async () => {
    const [gone, known] = [await submitFor('old-model'), await submitFor('kling-v1')];
    await clock.advance(1);
    const { sweeper, lines } = await makeSweeper();
    assert.equal((await sweeper.sweep()).withoutModel, 1);
    const task = await store.tasks.find('default', gone);
    assert.equal(task?.status, 'failed');
    assert.match(task?.statusMessage ?? '', /^model_name 'old-model' is no longer configured/);
    assert.equal((await store.deliveries.listOfTask(gone)).length, 1);
    assert.equal(await statusOf(known), 'submitted');
    assert.ok(lines.some((line) => /no longer configured/.test(String(line.msg))));
    assert.equal((await sweeper.sweep()).withoutModel, 0);
  });

  it('are left to whoever has them in hand, and to processes that know more models', async () => {
    const leased = await submitFor('old-model');
    await store.tasks.claim({ workerId: 'w', leaseMs: 1000, limit: 1, models: ['old-model'] });
    await clock.advance(1);
    const { sweeper } = await makeSweeper();
    const submittedLater = await submitFor('model-of-a-newer-process');
    assert.equal((await sweeper.sweep()).withoutModel, 0);
    // The worker that had it died, and nobody else can go on.
    await clock.advance(1000);
    await store.tasks.wakeDue();
    assert.equal((await sweeper.sweep()).withoutModel, 1);
    assert.deepEqual([await statusOf(leased), await statusOf(submittedLater)], ['failed', 'submitted']);
  });

  it('are more than fit into one batch, some of them waiting for slots', async () => {
    await store.accounts.put(newAccount('default', { concurrency: 3, whenBusy: 'queue' }));
    for (let index = 0; index < 120; index += 1) await submitFor('old-model');
    await clock.advance(1);
    const { sweeper } = await makeSweeper();
    assert.equal((await sweeper.sweep()).withoutModel, 120);
    assert.equal((await store.accounts.usage('default'))?.slotsHeld, 0);
  });
});

describe('reference pictures without a row', () => {
  const hourMs = 3_600_000;
  const put = (id: string, name: string) => storage.put(`${taskPrefix(id)}/${name}`, new Uint8Array([1]), 'image/png');

  it('go once no submit can be under way any more; those of tasks stay', async () => {
    const kept = sampleTask({ id: newTaskId(clock.now()) });
    await store.tasks.submit(kept);
    await put(kept.id, 'reference.png');
    const orphan = newTaskId(clock.now());
    await put(orphan, 'reference.jpg');
    const { sweeper, lines } = await makeSweeper();
    assert.equal((await sweeper.sweep()).orphans, 0);
    await clock.advance(hourMs - 1);
    assert.equal((await sweeper.sweep()).orphans, 0);
    await clock.advance(2);
    assert.equal((await sweeper.sweep()).orphans, 1);
    assert.deepEqual([...storage.objects.keys()], [`${taskPrefix(kept.id)}/reference.png`]);
    assert.ok(lines.some((line) => line.tasks === 1 && line.level === 'warn'));
  });

  it('never take pictures with them: a swapped database must cost nobody anything', async () => {
    const id = newTaskId(clock.now());
    await put(id, 'reference.png');
    await put(id, '0-abc.png');
    await clock.advance(2 * hourMs);
    const { sweeper } = await makeSweeper();
    assert.equal((await sweeper.sweep()).orphans, 0);
    assert.equal(storage.objects.size, 2);
  });

  it('are found among many, each folder looked up once', async () => {
    for (let index = 0; index < 250; index += 1) await put(newTaskId(clock.now() + index), 'reference.png');
    await clock.advance(2 * hourMs);
    const pages: number[] = [];
    const { sweeper } = await makeSweeper({
      listBelow: async (prefix, options) => {
        const names = await storage.listBelow(prefix, options);
        if (prefix === 'tasks') pages.push(names.length);
        return names;
      },
    });
    assert.equal((await sweeper.sweep()).orphans, 250);
    assert.equal((await sweeper.sweep()).orphans, 0);
    assert.deepEqual(pages, [100, 100, 50]);
    await put(newTaskId(clock.now()), 'reference.png');
    await clock.advance(hourMs + 1);
    assert.equal((await sweeper.sweep()).orphans, 1);
  });
});
