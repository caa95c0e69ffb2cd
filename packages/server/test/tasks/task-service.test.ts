// The task service on a real store: refusals, waiting, cancelling.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { AppError, type ErrorCode } from '../../src/core/errors.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createTaskService, type TaskService } from '../../src/tasks/task-service.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { createMemoryStorage, type MemoryStorage } from '../support/memory-storage.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';

let folder: string;
let clock: ManualClock;
let store: Store;
let storage: MemoryStorage;
let tasks: TaskService;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-tasks-'));
  clock = createManualClock();
  store = await openSqliteStore(join(folder, 'inkling.db'), clock, 'final', false);
  await store.accounts.put(newAccount('default'));
  storage = createMemoryStorage();
  tasks = createTaskService({
    store,
    storage,
    clock,
    maxWaiting: 3,
    unitsPerImage: (model) => (model === 'kling-v2' ? 4 : 1),
  });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const refused = (code: ErrorCode, message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof AppError);
  assert.equal(error.code, code);
  assert.match(error.message, message);
  return true;
};

async function claimOne() {
  const [task] = await store.tasks.claim({ workerId: 'w', leaseMs: 1000, limit: 1, models: ['kling-v1'] });
  assert.ok(task);
  return task;
}

describe('submit', () => {
  it('counts units by model and number', async () => {
    const { task } = await tasks.submit(sampleTask({ request: sampleRequest({ model: 'kling-v2', n: 3 }) }));
    assert.equal(task.units, 12);
  });

  it('names the external id that is taken', async () => {
    await tasks.submit(sampleTask({ externalTaskId: 'order-7' }));
    await assert.rejects(
      tasks.submit(sampleTask({ externalTaskId: 'order-7' })),
      refused(1201, /^External_task_id order-7 already exists$/),
    );
  });

  it('replays an idempotency key and refuses it for another request', async () => {
    const first = await tasks.submit(sampleTask({ idempotency: { key: 'k', bodyDigest: 'a' } }));
    const second = await tasks.submit(sampleTask({ idempotency: { key: 'k', bodyDigest: 'a' } }));
    assert.equal(first.replayed, false);
    assert.equal(second.replayed, true);
    assert.equal(second.task.id, first.task.id);
    await assert.rejects(
      tasks.submit(sampleTask({ idempotency: { key: 'k', bodyDigest: 'b' } })),
      refused(1201, /Idempotency-Key/),
    );
  });

  it('refuses with 5002 once the bound is waiting, and takes more when some are through', async () => {
    for (let index = 0; index < 3; index += 1) await tasks.submit(sampleTask());
    await assert.rejects(tasks.submit(sampleTask()), refused(5002, /busy/));
    await claimOne();
    await clock.advance(1000);
    await tasks.submit(sampleTask());
  });

  it('refuses with 5001 and a time to come back while draining', async () => {
    assert.equal(tasks.draining, false);
    tasks.drain();
    assert.equal(tasks.draining, true);
    await assert.rejects(tasks.submit(sampleTask()), (error: AppError) => {
      assert.ok((error.retryAfterS ?? 0) > 0);
      return refused(5001, /maintenance/)(error);
    });
  });

  it('refuses with 5001 in maintenance mode, within half a second of its start and end', async () => {
    await tasks.submit(sampleTask());
    await store.service.setMaintenance(true);
    await clock.advance(501);
    await assert.rejects(tasks.submit(sampleTask()), refused(5001, /maintenance/));
    await store.service.setMaintenance(false);
    await clock.advance(501);
    await tasks.submit(sampleTask());
  });

  it('tells used up slots, packs and credit apart', async () => {
    await store.accounts.put(newAccount('default', { concurrency: 1 }));
    await tasks.submit(sampleTask());
    await assert.rejects(tasks.submit(sampleTask()), refused(1303, /parallel task over resource pack limit/));
    await store.accounts.put(newAccount('default', { billing: 'prepaid' }));
    await assert.rejects(tasks.submit(sampleTask()), refused(1102, /Account balance not enough/));
    await store.accounts.put(newAccount('default', { billing: 'postpaid' }));
    await assert.rejects(tasks.submit(sampleTask()), refused(1101, /arrears/));
    await store.accounts.put(newAccount('default', { enabled: false }));
    await assert.rejects(tasks.submit(sampleTask()), refused(1100, /disabled/));
  });

  it('says that the account is gone', async () => {
    await assert.rejects(tasks.submit(sampleTask({ accountId: 'nobody' })), refused(1100, /disabled/));
  });
});

describe('waiting for the end', () => {
  it('answers when the task ends', async () => {
    const { task } = await tasks.submit(sampleTask());
    const waiting = tasks.waitForEnd('default', task.id, 60_000);
    const claimed = await claimOne();
    await store.tasks.succeed(claimed.id, claimed.leaseToken, [samplePicture(task.id, 0, 2e12)]);
    assert.equal((await waiting)?.status, 'succeed');
    assert.equal(clock.sleepers, 0);
  });

  it('answers with the task as it is when the time is up or the caller has gone', async () => {
    const { task } = await tasks.submit(sampleTask());
    const waiting = tasks.waitForEnd('default', task.id, 1000);
    while (clock.sleepers === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(1000);
    assert.equal((await waiting)?.status, 'submitted');
    const gone = new AbortController();
    const second = tasks.waitForEnd('default', task.id, 1000, gone.signal);
    gone.abort();
    assert.equal((await second)?.status, 'submitted');
    assert.equal(clock.sleepers, 0);
  });

  it('answers at once for an ended task, no time, or no task', async () => {
    const { task } = await tasks.submit(sampleTask());
    assert.equal((await tasks.waitForEnd('default', task.id, 0))?.status, 'submitted');
    await tasks.cancel('default', task.id);
    assert.equal((await tasks.waitForEnd('default', task.id, 60_000))?.status, 'failed');
    assert.equal(await tasks.waitForEnd('default', 'nothing', 60_000), undefined);
  });
});

describe('cancel', () => {
  it('works by either id, once; the end of an ended task stands', async () => {
    const { task } = await tasks.submit(sampleTask({ externalTaskId: 'mine' }));
    assert.equal((await tasks.cancel('default', 'mine'))?.statusMessage, 'Cancelled by the caller');
    assert.equal((await tasks.cancel('default', task.id))?.status, 'failed');
    const { task: second } = await tasks.submit(sampleTask());
    const claimed = await claimOne();
    await store.tasks.succeed(claimed.id, claimed.leaseToken, [samplePicture(second.id, 0, 2e12)]);
    assert.equal((await tasks.cancel('default', second.id))?.status, 'succeed');
    assert.equal(await tasks.cancel('default', 'nothing'), undefined);
    assert.equal(await tasks.cancel('other', second.id), undefined);
  });
});

describe('remove', () => {
  it('takes the row, the pictures and the callbacks, ending a task in work first', async () => {
    const { task } = await tasks.submit(sampleTask({ externalTaskId: 'mine', callbackUrl: 'https://example.com/' }));
    const claimed = await claimOne();
    await storage.put(`tasks/${task.id}/0-x.png`, new Uint8Array([1]), 'image/png');
    assert.equal(await tasks.remove('other', task.id), false);
    assert.equal(await tasks.remove('default', 'mine'), true);
    assert.equal(storage.objects.size, 0);
    assert.equal(await tasks.find('default', task.id), undefined);
    assert.equal(await store.tasks.extend(task.id, claimed.leaseToken, 1000, 0.5), 'lost');
    assert.deepEqual(await store.deliveries.listOfTask(task.id), []);
    assert.equal(await tasks.remove('default', task.id), false);
    assert.equal((await tasks.submit(sampleTask({ externalTaskId: 'mine' }))).replayed, false);
  });
});

describe('callbacks', () => {
  it('are listed and made again for their owner only', async () => {
    const { task } = await tasks.submit(sampleTask({ callbackUrl: 'https://example.com/' }));
    assert.deepEqual(await tasks.callbacks('default', task.id), []);
    await tasks.cancel('default', task.id);
    const [delivery] = (await tasks.callbacks('default', task.id)) ?? [];
    assert.equal(delivery?.taskStatus, 'failed');
    assert.equal(await tasks.callbacks('other', task.id), undefined);
    assert.equal(await tasks.redeliver('default', task.id, delivery?.id ?? ''), true);
    assert.equal(await tasks.redeliver('other', task.id, delivery?.id ?? ''), false);
    assert.equal(await tasks.redeliver('default', task.id, 'msg_other'), false);
  });
});

describe('list', () => {
  it('counts pages from 1', async () => {
    const { task } = await tasks.submit(sampleTask());
    assert.deepEqual(
      (await tasks.list('default', 1, 1)).map((entry) => entry.id),
      [task.id],
    );
    assert.deepEqual(await tasks.list('default', 2, 1), []);
  });
});
