// The sweeper on a real store and storage.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createSweeper } from '../../src/worker/sweeper.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { createMemoryStorage, type MemoryStorage } from '../support/memory-storage.js';
import { createQuietLog } from '../support/quiet-log.js';
import { samplePicture, sampleTask } from '../support/task-samples.js';

let folder: string;
let clock: ManualClock;
let store: Store;
let storage: MemoryStorage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-sweeper-'));
  clock = createManualClock();
  store = await openSqliteStore(join(folder, 'inkling.db'), clock);
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
  const sweeper = createSweeper({ store, storage: { ...storage, ...over }, clock, log, intervalMs: 60_000 });
  return { sweeper, lines };
}

describe('sweeper', () => {
  it('deletes what is due and nothing else', async () => {
    const due = await finishTask(1000);
    const young = await finishTask(5000);
    const { sweeper } = await makeSweeper();
    assert.equal(await sweeper.sweep(), 0);
    await clock.advance(1000);
    assert.equal(await sweeper.sweep(), 1);
    assert.deepEqual([...storage.objects.keys()], [young.storageKey]);
    assert.notEqual((await store.pictures.find(due.token))?.deletedAtMs, null);
    assert.equal((await store.pictures.find(young.token))?.deletedAtMs, null);
    assert.equal(await sweeper.sweep(), 0);
  });

  it('gets through more than one batch', async () => {
    for (let index = 0; index < 120; index += 1) await finishTask(1);
    await clock.advance(1);
    const { sweeper } = await makeSweeper();
    assert.equal(await sweeper.sweep(), 120);
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
