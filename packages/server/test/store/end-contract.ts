// What every store must keep about the end of a task: once, by whoever holds it; and what becomes of its bytes.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import type { ClaimedTask } from '../../src/core/task.js';
import type { Store } from '../../src/store/store.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';
import type { StoreUnderTest } from './store-under-test.js';

const leaseMs = 30_000;

/** Runs this part of the contract; `open` as in describeStore, which calls it. */
export function describeEnds(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store ends: ${name}`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.accounts.put(newAccount('default'));
    });
    afterEach(() => opened.close());

    const claim = () => store.tasks.claim({ workerId: 'w1', leaseMs, limit: 1, models: ['kling-v1'] });
    async function claimOne(): Promise<ClaimedTask> {
      const [task] = await claim();
      assert.ok(task, 'nothing to claim');
      return task;
    }

    describe('end', () => {
      it('succeeds once, with pictures', async () => {
        await store.tasks.submit(sampleTask({ request: sampleRequest({ n: 2 }) }));
        const task = await claimOne();
        const pictures = [samplePicture(task.id, 0, 2e12), samplePicture(task.id, 1, 2e12)];
        assert.equal(await store.tasks.succeed(task.id, task.leaseToken, pictures), true);
        assert.equal(await store.tasks.succeed(task.id, task.leaseToken, pictures), false);
        assert.equal(await store.tasks.fail(task.id, task.leaseToken, 'late'), false);
        const found = await store.tasks.find('default', task.id);
        assert.equal(found?.status, 'succeed');
        assert.equal(found?.progress, 1);
        assert.deepEqual(found?.pictures, pictures);
        assert.deepEqual((await store.tasks.list('default', 0, 5))[0]?.pictures, pictures);
        assert.deepEqual(await store.tasks.counts(), { waiting: 0, running: 0 });
        assert.equal(await store.tasks.oldestWaitingMs(), undefined);
      });

      it('fails once, with a message', async () => {
        await store.tasks.submit(sampleTask());
        const task = await claimOne();
        assert.equal(await store.tasks.fail(task.id, task.leaseToken, 'image: too small'), true);
        assert.equal(await store.tasks.succeed(task.id, task.leaseToken, []), false);
        const found = await store.tasks.find('default', task.id);
        assert.equal(found?.status, 'failed');
        assert.equal(found?.statusMessage, 'image: too small');
        assert.equal(await store.tasks.wakeDue(), 0);
        assert.equal((await claim()).length, 0);
      });

      it('cancels a waiting task and one in work, never an ended one or a stranger’s', async () => {
        const waiting = sampleTask();
        await store.tasks.submit(waiting);
        assert.equal(await store.tasks.cancel('other', waiting.id, 'no'), undefined);
        assert.equal((await store.tasks.cancel('default', waiting.id, 'Cancelled'))?.status, 'failed');
        assert.equal(await store.tasks.cancel('default', waiting.id, 'again'), undefined);
        assert.equal((await claim()).length, 0);

        await store.tasks.submit(sampleTask());
        const working = await claimOne();
        assert.equal((await store.tasks.cancel('default', working.id, 'Cancelled'))?.statusMessage, 'Cancelled');
        assert.equal(await store.tasks.extend(working.id, working.leaseToken, leaseMs, 0.5), 'lost');
        assert.equal(await store.tasks.succeed(working.id, working.leaseToken, []), false);
      });
    });

    describe('tasks of other models', () => {
      const failOthers = (models: string[], limit = 10, submittedBeforeMs = 9e12) =>
        store.tasks.failOtherModels({ models, submittedBeforeMs, message: (model) => `no ${model}`, limit });

      it('fail unless somebody has them in hand or they came later, each once', async () => {
        const others = ['b', 'b', 'c'].map((model) => sampleTask({ request: sampleRequest({ model }) }));
        for (const task of [sampleTask(), ...others]) await store.tasks.submit(task);
        assert.equal(await failOthers(['kling-v1'], 10, await store.now()), 0);
        const [held] = await store.tasks.claim({ workerId: 'w', leaseMs, limit: 1, models: ['b'] });
        assert.equal(await failOthers(['kling-v1'], 1), 1);
        assert.equal(await failOthers(['kling-v1']), 1);
        assert.equal(await failOthers(['kling-v1']), 0);
        const ended = await Promise.all(others.map((task) => store.tasks.find('default', task.id)));
        const messages = ended.map((task) => task?.statusMessage);
        assert.deepEqual(messages, [
          held?.id === others[0]?.id ? '' : 'no b',
          held?.id === others[0]?.id ? 'no b' : '',
          'no c',
        ]);
        assert.equal(await failOthers([]), 1);
        assert.deepEqual(await store.tasks.counts(), { waiting: 0, running: 1 });
      });
    });

    describe('retention', () => {
      it('names ended tasks whose bytes are due, and marks them gone', async () => {
        await store.tasks.submit(sampleTask());
        const task = await claimOne();
        const now = await store.now();
        const picture = samplePicture(task.id, 0, now + 1000);
        await store.tasks.succeed(task.id, task.leaseToken, [picture]);
        assert.deepEqual(await store.pictures.expiredTasks(10), []);
        await opened.advance(1000);
        assert.deepEqual(await store.pictures.expiredTasks(10), [task.id]);
        await store.pictures.markDeleted(task.id);
        assert.deepEqual(await store.pictures.expiredTasks(10), []);
        assert.equal((await store.pictures.find(picture.token))?.deletedAtMs, now + 1000);
        assert.equal((await store.tasks.find('default', task.id))?.status, 'succeed');
      });
    });
  });
}
