// What every store must remember of tasks beside their rows: their tries, and how far each picture is.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import type { ClaimedTask } from '../../src/core/task.js';
import type { Store } from '../../src/store/store.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';
import type { StoreUnderTest } from './store-under-test.js';

const leaseMs = 30_000;

/** Runs this part of the contract; `open` as in describeStore, which calls it. */
export function describeMarks(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store marks: ${name}`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.accounts.put(newAccount('default'));
    });
    afterEach(() => opened.close());

    async function claimOne(workerId: string): Promise<ClaimedTask> {
      const [task] = await store.tasks.claim({ workerId, leaseMs, limit: 1, models: ['kling-v1'] });
      assert.ok(task, 'nothing to claim');
      return task;
    }
    const kinds = async (id: string) => (await store.gallery.marks(id)).map(({ kind, workerId }) => [kind, workerId]);

    describe('tries', () => {
      it('are remembered with their workers: the first, a fault, the next, a worker that was lost', async () => {
        const { id } = sampleTask();
        await store.tasks.submit(sampleTask({ id }));
        assert.deepEqual(await store.gallery.marks(id), []);
        const first = await claimOne('w1');
        const [started] = await store.gallery.marks(id);
        assert.equal(started?.atMs, await store.now());
        assert.ok(first.createdAtMs <= (started?.atMs ?? 0));
        await store.tasks.park(id, first.leaseToken, 1000, true);
        await opened.advance(1000);
        assert.equal(await store.tasks.wakeDue(), 1);
        await claimOne('w2');
        await opened.advance(leaseMs + 1);
        assert.equal(await store.tasks.wakeDue(), 1);
        await claimOne('w3');
        const all = [
          ['started', 'w1'],
          ['fault', null],
          ['started', 'w2'],
          ['lost', null],
          ['started', 'w3'],
        ];
        assert.deepEqual(await kinds(id), all);
        const times = (await store.gallery.marks(id)).map((mark) => mark.atMs);
        assert.deepEqual(
          times,
          [...times].sort((one, other) => one - other),
        );
      });

      it('are not counted anew when a wait is over, however often', async () => {
        const { id } = sampleTask();
        await store.tasks.submit(sampleTask({ id }));
        let task = await claimOne('w1');
        await store.tasks.park(id, task.leaseToken, 0, true);
        task = await claimOne('w2');
        for (const worker of ['w3', 'w4']) {
          await store.tasks.park(id, task.leaseToken, 0, false);
          task = await claimOne(worker);
        }
        assert.deepEqual(await kinds(id), [
          ['started', 'w1'],
          ['fault', null],
          ['started', 'w2'],
        ]);
      });

      it('of many tasks are kept apart, and go with the task', async () => {
        const tasks = [sampleTask(), sampleTask(), sampleTask()];
        for (const task of tasks) await store.tasks.submit(task);
        const claimed = await store.tasks.claim({ workerId: 'w1', leaseMs, limit: 9, models: ['kling-v1'] });
        assert.equal(claimed.length, 3);
        for (const { id } of tasks) assert.deepEqual(await kinds(id), [['started', 'w1']]);
        const [gone, kept] = claimed;
        assert.ok(gone && kept);
        await store.tasks.fail(gone.id, gone.leaseToken, 'no');
        assert.equal(await store.admin.deleteTask(gone.id), true);
        assert.deepEqual(await kinds(gone.id), []);
        assert.deepEqual(await kinds(kept.id), [['started', 'w1']]);
      });

      it('that were stopped by somebody who lost the task are not remembered', async () => {
        await store.tasks.submit(sampleTask());
        const { id } = await claimOne('w1');
        assert.equal(await store.tasks.park(id, 'not-its-token', 0, true), 'lost');
        assert.deepEqual(await kinds(id), [['started', 'w1']]);
      });
    });

    describe('progress of each picture', () => {
      it('is kept while the task runs, as it was told last, and gone when it ends', async () => {
        await store.tasks.submit(sampleTask({ request: sampleRequest({ n: 3 }) }));
        const { id, leaseToken } = await claimOne('w1');
        const read = async () => (await store.tasks.find('default', id))?.pictureProgress;
        assert.equal(await read(), undefined);
        assert.equal(await store.tasks.extend(id, leaseToken, leaseMs, 0.1, [0.3, 0, 0]), 'held');
        assert.deepEqual(await read(), [0.3, 0, 0]);
        // A heartbeat without them leaves them.
        assert.equal(await store.tasks.extend(id, leaseToken, leaseMs, 0.5), 'held');
        assert.equal(await store.tasks.extend(id, 'not-its-token', leaseMs, 0.9, [1, 1, 1]), 'lost');
        assert.deepEqual((await store.tasks.list('default', 0, 5))[0]?.pictureProgress, [0.3, 0, 0]);
        await store.tasks.extend(id, leaseToken, leaseMs, 0.6, [1, 0.8, 0.004]);
        const page = await store.gallery.page({ accountId: 'default', limit: 5 });
        assert.deepEqual(page.tasks[0]?.pictureProgress, [1, 0.8, 0.004]);
        assert.equal(page.tasks[0]?.progress, 0.6);
        const pictures = [0, 1, 2].map((index) => samplePicture(id, index, 2e12));
        assert.equal(await store.tasks.succeed(id, leaseToken, pictures), true);
        assert.equal(await read(), undefined);
      });
    });
  });
}
