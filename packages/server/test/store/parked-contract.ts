// What every store must keep about parked rows that somebody watches; part of the store's contract.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import type { Store } from '../../src/store/store.js';
import { sampleTask } from '../support/task-samples.js';

const leaseMs = 30_000;

/** As in store-contract.ts. */
interface Opened {
  store: Store;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Runs this part of the contract on stores that `open` makes. */
export function describeParkedRows(name: string, open: () => Promise<Opened>): void {
  describe(`store: ${name}: parked rows`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.accounts.put(newAccount('default'));
    });
    afterEach(() => opened.close());

    it('keeps parked rows parked, and hands them out before their time', async () => {
      await store.tasks.submit(sampleTask());
      await store.tasks.submit(sampleTask());
      await store.tasks.submit(sampleTask());
      const [parked, held] = await store.tasks.claim({ workerId: 'w1', leaseMs, limit: 2, models: ['kling-v1'] });
      assert.ok(parked && held);
      const waiting = (await store.tasks.list('default', 0, 9)).find((task) => task.status === 'submitted');
      assert.ok(waiting);
      await store.tasks.park(parked.id, parked.leaseToken, 5000, false);
      await opened.advance(4000);
      const all = [parked.id, held.id, waiting.id, 'nobody'];
      assert.deepEqual(await store.tasks.postpone(all, 5000), [parked.id], 'neither leased nor waiting ones');
      await opened.advance(4000);
      assert.equal(await store.tasks.wakeDue(), 0);
      const taken = await store.tasks.takeParked(all, { workerId: 'w2', leaseMs });
      assert.deepEqual(
        taken.map((task) => task.id),
        [parked.id],
      );
      assert.notEqual(taken[0]?.leaseToken, parked.leaseToken);
      assert.equal(await store.tasks.extend(parked.id, taken[0]?.leaseToken ?? '', leaseMs, 0), 'held');
      assert.deepEqual(await store.tasks.postpone([parked.id], 5000), [], 'it is held now');
      assert.deepEqual(await store.tasks.takeParked([parked.id], { workerId: 'w2', leaseMs }), []);
      await store.tasks.cancel('default', parked.id, 'no');
      assert.deepEqual(await store.tasks.takeParked([parked.id], { workerId: 'w2', leaseMs }), []);
      assert.deepEqual(await store.tasks.postpone([], 1), []);
      assert.deepEqual(await store.tasks.takeParked([], { workerId: 'w2', leaseMs }), []);
    });
  });
}
