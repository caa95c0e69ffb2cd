// What every store must keep, whatever the database. Each implementation runs all of it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import type { ClaimedTask } from '../../src/core/task.js';
import type { Store, TaskChange } from '../../src/store/store.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';
import { describeEnds } from './end-contract.js';
import { describeGallery } from './gallery-contract.js';
import { describeMarks } from './mark-contract.js';
import { describeParkedRows } from './parked-contract.js';
import type { StoreUnderTest } from './store-under-test.js';

export type { StoreUnderTest } from './store-under-test.js';

const leaseMs = 30_000;
const models = ['kling-v1', 'kling-v2'];

/** Runs the whole contract on stores that `open` makes, each with an empty database. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describeEnds(name, open);
  describeGallery(name, open);
  describeParkedRows(name, open);
  describeMarks(name, open);
  describe(`store: ${name}`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      for (const id of ['default', 'other']) await store.accounts.put(newAccount(id));
    });
    afterEach(() => opened.close());

    const claim = (limit = 1) => store.tasks.claim({ workerId: 'w1', leaseMs, limit, models });
    async function claimOne(): Promise<ClaimedTask> {
      const [task] = await claim();
      assert.ok(task, 'nothing to claim');
      return task;
    }

    describe('submit', () => {
      it('keeps every field', async () => {
        const task = sampleTask({
          externalTaskId: 'order-1',
          callbackUrl: 'https://example.com/hook',
          reference: { kind: 'url', url: 'https://example.com/a.png' },
          request: sampleRequest({ prompt: "袋鼠 'DMXAPI' \u0000 😀", n: 3, imageReference: 'face' }),
          units: 3,
        });
        const outcome = await store.tasks.submit(task);
        assert.equal(outcome.kind, 'created');
        const found = await store.tasks.find('default', task.id);
        assert.deepEqual(found?.request, task.request);
        assert.deepEqual(found?.reference, task.reference);
        assert.equal(found?.externalTaskId, 'order-1');
        assert.equal(found?.callbackUrl, 'https://example.com/hook');
        assert.equal(found?.status, 'submitted');
        assert.equal(found?.units, 3);
        assert.equal(found?.progress, 0);
        assert.equal(typeof found?.createdAtMs, 'number');
        assert.equal(found?.createdAtMs, found?.updatedAtMs);
        assert.deepEqual(found?.pictures, []);
      });

      it('finds by external id, within the account only', async () => {
        const task = sampleTask({ externalTaskId: 'order-1' });
        await store.tasks.submit(task);
        assert.equal((await store.tasks.find('default', 'order-1'))?.id, task.id);
        assert.equal(await store.tasks.find('other', 'order-1'), undefined);
        assert.equal(await store.tasks.find('other', task.id), undefined);
      });

      it('refuses an external id twice in an account, allows it in another', async () => {
        assert.equal((await store.tasks.submit(sampleTask({ externalTaskId: 'x' }))).kind, 'created');
        assert.equal((await store.tasks.submit(sampleTask({ externalTaskId: 'x' }))).kind, 'external-id-taken');
        const elsewhere = await store.tasks.submit(sampleTask({ externalTaskId: 'x', accountId: 'other' }));
        assert.equal(elsewhere.kind, 'created');
      });

      it('lets exactly one of many that arrive at once have an external id', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, () => store.tasks.submit(sampleTask({ externalTaskId: 'race' }))),
        );
        assert.equal(outcomes.filter((outcome) => outcome.kind === 'created').length, 1);
        assert.equal(outcomes.filter((outcome) => outcome.kind === 'external-id-taken').length, 19);
        assert.equal((await store.tasks.list('default', 0, 100)).length, 1);
      });

      it('replays an idempotency key, also when two arrive at once', async () => {
        const idempotency = { key: 'k', bodyDigest: 'd' };
        const outcomes = await Promise.all(
          Array.from({ length: 5 }, () => store.tasks.submit(sampleTask({ idempotency }))),
        );
        const ids = new Set(outcomes.map((outcome) => ('task' in outcome ? outcome.task.id : outcome.kind)));
        assert.equal(ids.size, 1);
        assert.equal(outcomes.filter((outcome) => outcome.kind === 'created').length, 1);
        assert.equal(outcomes.filter((outcome) => outcome.kind === 'replayed').length, 4);
      });

      it('finds what an idempotency key stands for before anything is submitted', async () => {
        const mark = { key: 'k', bodyDigest: 'd' };
        assert.equal(await store.tasks.findReplay('default', mark), undefined);
        const task = sampleTask({ idempotency: mark });
        await store.tasks.submit(task);
        const found = await store.tasks.findReplay('default', mark);
        assert.ok(found?.kind === 'replayed' && found.task.id === task.id);
        assert.deepEqual(await store.tasks.findReplay('default', { ...mark, bodyDigest: 'e' }), {
          kind: 'idempotency-conflict',
        });
        assert.equal(await store.tasks.findReplay('other', mark), undefined);
        assert.equal(await store.tasks.findReplay('default', { ...mark, key: 'l' }), undefined);
        await opened.advance(24 * 3_600_000 + 1);
        assert.equal(await store.tasks.findReplay('default', mark), undefined);
      });

      it('tells an idempotency key used for another body, and forgets keys after a day', async () => {
        await store.tasks.submit(sampleTask({ idempotency: { key: 'k', bodyDigest: 'one' } }));
        const other = sampleTask({ idempotency: { key: 'k', bodyDigest: 'two' } });
        assert.equal((await store.tasks.submit(other)).kind, 'idempotency-conflict');
        const stranger = sampleTask({ accountId: 'other', idempotency: { key: 'k', bodyDigest: 'two' } });
        assert.equal((await store.tasks.submit(stranger)).kind, 'created');
        await opened.advance(24 * 3600_000 + 1);
        assert.equal((await store.tasks.submit(other)).kind, 'created');
      });

      it('tells of an account that is not there, and keeps the rest of the batch', async () => {
        const good = sampleTask();
        const [stray, kept] = await Promise.all([
          store.tasks.submit(sampleTask({ accountId: 'nobody', externalTaskId: 'x' })),
          store.tasks.submit(good),
        ]);
        assert.equal(stray.kind, 'unknown-account');
        assert.equal(kept.kind, 'created');
        assert.ok(await store.tasks.find('default', good.id));
      });
    });

    describe('list', () => {
      it('is newest first, in pages, of one account', async () => {
        const ids: string[] = [];
        for (let index = 0; index < 5; index += 1) {
          const task = sampleTask();
          await store.tasks.submit(task);
          await opened.advance(1);
          ids.unshift(task.id);
        }
        await store.tasks.submit(sampleTask({ accountId: 'other' }));
        const page = async (offset: number, limit: number) =>
          (await store.tasks.list('default', offset, limit)).map((task) => task.id);
        assert.deepEqual(await page(0, 10), ids);
        assert.deepEqual(await page(2, 2), ids.slice(2, 4));
        assert.deepEqual(await page(5, 2), []);
      });
    });

    describe('claim', () => {
      it('hands a task to one of many workers', async () => {
        await store.tasks.submit(sampleTask());
        const claims = await Promise.all(Array.from({ length: 8 }, () => claim(3)));
        assert.equal(claims.flat().length, 1);
        const task = claims.flat()[0];
        assert.equal(task?.status, 'processing');
        assert.ok(task?.leaseToken);
        assert.equal((await store.tasks.find('default', task?.id ?? ''))?.status, 'processing');
      });

      it('takes only models with room', async () => {
        await store.tasks.submit(sampleTask({ request: sampleRequest({ model: 'kling-v2' }) }));
        const none = await store.tasks.claim({ workerId: 'w', leaseMs, limit: 5, models: ['kling-v1'] });
        assert.equal(none.length, 0);
        assert.equal((await store.tasks.claim({ workerId: 'w', leaseMs, limit: 5, models: [] })).length, 0);
        assert.equal((await claim(5)).length, 1);
      });

      it('is oldest first within an account', async () => {
        const first = sampleTask();
        const second = sampleTask();
        await store.tasks.submit(first);
        await store.tasks.submit(second);
        assert.equal((await claimOne()).id, first.id);
        assert.equal((await claimOne()).id, second.id);
      });

      it('serves a newcomer next, however much another account has queued', async () => {
        for (let index = 0; index < 30; index += 1) await store.tasks.submit(sampleTask());
        for (let index = 0; index < 5; index += 1) await claimOne();
        const newcomer = sampleTask({ accountId: 'other' });
        await store.tasks.submit(newcomer);
        const nextTwo = [(await claimOne()).id, (await claimOne()).id];
        assert.ok(nextTwo.includes(newcomer.id));
      });

      it('shares by weight', async () => {
        await store.accounts.put(newAccount('other', { weight: 3 }));
        for (let index = 0; index < 40; index += 1) {
          await store.tasks.submit(sampleTask());
          await store.tasks.submit(sampleTask({ accountId: 'other' }));
        }
        const claimed = await claim(40);
        const others = claimed.filter((task) => task.accountId === 'other').length;
        assert.ok(others >= 29 && others <= 31, `3 of 4 belong to the heavier account, got ${others} of 40`);
      });

      it('knows how many stand before a task', async () => {
        const tasks = [sampleTask(), sampleTask(), sampleTask()];
        for (const task of tasks) await store.tasks.submit(task);
        const positions = await Promise.all(tasks.map((task) => store.tasks.queuePosition(task.id)));
        assert.deepEqual(positions, [0, 1, 2]);
        await claimOne();
        assert.equal(await store.tasks.queuePosition(tasks[0]?.id ?? ''), undefined);
        assert.equal(await store.tasks.queuePosition(tasks[2]?.id ?? ''), 1);
        assert.deepEqual(await store.tasks.counts(), { waiting: 2, running: 1 });
        await opened.advance(1500);
        assert.equal(await store.tasks.oldestWaitingMs(), 1500);
      });
    });

    describe('lease', () => {
      it('outlives its time by heartbeats only', async () => {
        await store.tasks.submit(sampleTask());
        const task = await claimOne();
        for (let beat = 0; beat < 5; beat += 1) {
          await opened.advance(leaseMs - 1000);
          assert.equal(await store.tasks.wakeDue(), 0);
          assert.equal(await store.tasks.extend(task.id, task.leaseToken, leaseMs, 0.1 * beat), 'held');
        }
        await opened.advance(leaseMs + 1);
        assert.equal(await store.tasks.wakeDue(), 1);
        const again = await claimOne();
        assert.equal(again.id, task.id);
        assert.notEqual(again.leaseToken, task.leaseToken);
        assert.equal(again.faults, 1);
      });

      it('fences: whoever lost it writes nothing', async () => {
        await store.tasks.submit(sampleTask());
        const stale = await claimOne();
        await opened.advance(leaseMs + 1);
        await store.tasks.wakeDue();
        const fresh = await claimOne();
        const picture = samplePicture(stale.id, 0, 2e12);
        assert.equal(await store.tasks.extend(stale.id, stale.leaseToken, leaseMs, 0.9), 'lost');
        assert.equal(await store.tasks.saveOperation(stale.id, stale.leaseToken, { a: 1 }), 'lost');
        assert.equal(await store.tasks.park(stale.id, stale.leaseToken, 0, true), 'lost');
        assert.equal(await store.tasks.fail(stale.id, stale.leaseToken, 'stale'), false);
        assert.equal(await store.tasks.succeed(stale.id, stale.leaseToken, [picture]), false);
        assert.equal(await store.pictures.find(picture.token), undefined);
        assert.equal(await store.tasks.extend(fresh.id, fresh.leaseToken, leaseMs, 0.2), 'held');
        assert.equal((await store.tasks.find('default', fresh.id))?.progress, 0.2);
      });

      it('never lets progress fall', async () => {
        await store.tasks.submit(sampleTask());
        const task = await claimOne();
        await store.tasks.extend(task.id, task.leaseToken, leaseMs, 0.5);
        await store.tasks.extend(task.id, task.leaseToken, leaseMs, 0.3);
        assert.equal((await store.tasks.find('default', task.id))?.progress, 0.5);
      });

      it('parks: not claimable before its time, still processing, faults counted on request', async () => {
        await store.tasks.submit(sampleTask());
        const task = await claimOne();
        await store.tasks.saveOperation(task.id, task.leaseToken, { upstream: '42' });
        assert.equal(await store.tasks.park(task.id, task.leaseToken, 5000, false), 'held');
        assert.equal((await store.tasks.find('default', task.id))?.status, 'processing');
        assert.equal((await claim()).length, 0);
        assert.equal(await store.tasks.nextDueInMs(), 5000);
        await opened.advance(5000);
        assert.equal(await store.tasks.wakeDue(), 1);
        const again = await claimOne();
        assert.deepEqual(again.operation, { upstream: '42' });
        assert.equal(again.faults, 0);
        await store.tasks.park(again.id, again.leaseToken, 0, true);
        assert.equal((await claimOne()).faults, 1);
        assert.equal(await store.tasks.nextDueInMs(), leaseMs);
      });
    });

    describe('events', () => {
      it('tells of ready tasks and of changes', async () => {
        const changes: [string, TaskChange][] = [];
        let ready = 0;
        const stops = [
          store.events.onReady(() => {
            ready += 1;
          }),
          store.events.onChanged((id, change) => changes.push([id, change])),
        ];
        await store.tasks.submit(sampleTask());
        assert.equal(ready, 1);
        const task = await claimOne();
        await store.tasks.extend(task.id, task.leaseToken, leaseMs, 0.5);
        await store.tasks.fail(task.id, task.leaseToken, 'x');
        assert.deepEqual(
          changes,
          (['status', 'progress', 'ended'] as const).map((change) => [task.id, change]),
        );
        for (const stop of stops) stop();
        await store.tasks.submit(sampleTask());
        assert.equal(ready, 1);
      });
    });

    describe('keys and accounts', () => {
      const key = {
        id: 'k1',
        accountId: 'default',
        hint: 'sk-abc…',
        label: 'l',
        createdAtMs: 0,
        expiresAtMs: null,
        revokedAtMs: null,
        models: ['kling-v1'],
        allowIps: null,
      };

      it('finds a key by its hash until nobody needs it, revoked or not', async () => {
        await store.keys.add(key, 'hash-1');
        await store.keys.add({ ...key, id: 'k2' }, 'hash-1');
        assert.deepEqual((await store.keys.findByHash('hash-1'))?.models, ['kling-v1']);
        assert.equal((await store.keys.findByHash('hash-1'))?.id, 'k1');
        assert.equal(await store.keys.findByHash('hash-2'), undefined);
        assert.equal(await store.keys.revoke('sk-abc…'), true);
        assert.equal(await store.keys.revoke('k1'), false);
        assert.equal(typeof (await store.keys.findByHash('hash-1'))?.revokedAtMs, 'number');
        assert.equal((await store.keys.list('default')).length, 1);
        assert.equal((await store.keys.list('other')).length, 0);
      });

      it('updates an account in place', async () => {
        await store.accounts.put(newAccount('default', { accessKey: 'ak', secretKey: 's', enabled: false }));
        assert.equal((await store.accounts.findByAccessKey('ak'))?.enabled, false);
        assert.equal(await store.accounts.findByAccessKey('none'), undefined);
        assert.equal(await store.accounts.find('nobody'), undefined);
      });
    });

    it('closes twice without harm, and answers checks before', async () => {
      await store.check();
      await store.close();
      await store.close();
    });
  });
}
