// What every store must keep about accounts: slots, units and the callbacks that are owed.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { newAccount } from '../../src/core/account.js';
import type { ClaimedTask } from '../../src/core/task.js';
import type { Store } from '../../src/store/store.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';
import type { StoreUnderTest } from './store-under-test.js';

const hour = 3_600_000;

/** Runs the account half of the contract; `open` as in describeStore. */
export function describeAccounts(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store accounts: ${name}`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.accounts.put(newAccount('default'));
    });
    afterEach(() => opened.close());

    const submit = (n = 1, units = n, accountId = 'default') =>
      store.tasks.submit(sampleTask({ accountId, units, request: sampleRequest({ n }) }));
    const kindOf = async (n?: number, units?: number) => (await submit(n, units)).kind;
    const slots = async () => (await store.accounts.usage('default'))?.slotsHeld;
    async function claimOne(): Promise<ClaimedTask> {
      const [task] = await store.tasks.claim({ workerId: 'w', leaseMs: 1000, limit: 1, models: ['kling-v1'] });
      assert.ok(task, 'nothing to claim');
      return task;
    }
    const succeed = async (task: ClaimedTask) =>
      store.tasks.succeed(task.id, task.leaseToken, [samplePicture(task.id, 0, 2e12)]);

    it('refuses a disabled account', async () => {
      await store.accounts.put(newAccount('default', { enabled: false }));
      assert.equal(await kindOf(), 'account-disabled');
    });

    describe('slots', () => {
      it('are held by n from submit to end, whatever the end', async () => {
        await store.accounts.put(newAccount('default', { concurrency: 5 }));
        assert.equal(await kindOf(3), 'created');
        assert.equal(await kindOf(3), 'no-slots');
        assert.equal(await kindOf(2), 'created');
        assert.equal(await kindOf(1), 'no-slots');
        await succeed(await claimOne());
        assert.equal(await slots(), 2);
        const second = await claimOne();
        await store.tasks.fail(second.id, second.leaseToken, 'x');
        assert.equal(await slots(), 0);
        assert.deepEqual(await submit(6), { kind: 'too-many-slots', concurrency: 5 });
        const third = await submit(5);
        assert.ok(third.kind === 'created');
        await store.tasks.cancel('default', third.task.id, 'x');
        assert.equal(await slots(), 0);
      });

      it('stay held through crashes and retries', async () => {
        await submit(4);
        const task = await claimOne();
        await store.tasks.park(task.id, task.leaseToken, 0, true);
        await claimOne();
        await opened.advance(2000);
        await store.tasks.wakeDue();
        assert.equal(await slots(), 4);
      });

      it('are waited for in order when the account queues', async () => {
        await store.accounts.put(newAccount('default', { concurrency: 2, whenBusy: 'queue' }));
        const outcomes = [await submit(2), await submit(2), await submit(1)];
        assert.deepEqual(
          outcomes.map((outcome) => outcome.kind === 'created' && outcome.held),
          [false, true, true],
        );
        assert.equal(await kindOf(3), 'too-many-slots');
        const first = await claimOne();
        const more = () => store.tasks.claim({ workerId: 'w', leaseMs: 1000, limit: 9, models: ['kling-v1'] });
        assert.deepEqual(await more(), []);
        await succeed(first);
        const second = await claimOne();
        assert.equal(second.request.n, 2);
        assert.deepEqual(await more(), []);
        await succeed(second);
        assert.equal((await claimOne()).request.n, 1);
      });

      it('a held task that is cancelled holds nothing and lets the next one through', async () => {
        await store.accounts.put(newAccount('default', { concurrency: 2, whenBusy: 'queue' }));
        await submit(1);
        const big = await submit(2);
        const small = await submit(1);
        assert.ok(big.kind === 'created' && small.kind === 'created');
        await store.tasks.cancel('default', big.task.id, 'x');
        assert.equal(await slots(), 2);
        assert.equal(
          (await store.tasks.claim({ workerId: 'w', leaseMs: 1, limit: 9, models: ['kling-v1'] })).length,
          2,
        );
      });
    });

    describe('packs', () => {
      const pack = (id: string, quantity: number, fromMs: number, toMs: number) =>
        store.accounts.putPack({
          accountId: 'default',
          id,
          name: id,
          quantity,
          effectiveAtMs: fromMs,
          expiresAtMs: toMs,
        });
      let now = 0;
      beforeEach(async () => {
        now = await store.now();
        await store.accounts.put(newAccount('default', { billing: 'prepaid' }));
      });
      const left = async () =>
        Object.fromEntries((await store.accounts.listPacks('default')).map((p) => [p.id, [p.remaining, p.reserved]]));

      it('pay for what succeeds, first those that are lost first', async () => {
        await pack('late', 10, now, now + 2 * hour);
        await pack('soon', 3, now, now + hour);
        await pack('future', 50, now + hour, now + 9 * hour);
        assert.equal(await kindOf(1, 5), 'created');
        assert.deepEqual(await left(), { late: [10, 2], soon: [3, 3], future: [50, 0] });
        assert.equal(await kindOf(1, 9), 'no-balance');
        await succeed(await claimOne());
        assert.deepEqual(await left(), { late: [8, 0], soon: [0, 0], future: [50, 0] });
        assert.equal(await store.accounts.unitsSpent('default', now, now + 1), 5);
      });

      it('are released by a failure, a cancel, and paid once after a crash', async () => {
        await pack('p', 10, now, now + hour);
        await submit(1, 4);
        const task = await claimOne();
        await store.tasks.fail(task.id, task.leaseToken, 'x');
        assert.deepEqual(await left(), { p: [10, 0] });
        await submit(1, 4);
        const crashed = await claimOne();
        await opened.advance(1001);
        await store.tasks.wakeDue();
        const retried = await claimOne();
        assert.equal(await succeed(crashed), false);
        assert.equal(await succeed(retried), true);
        assert.deepEqual(await left(), { p: [6, 0] });
      });

      it('must be valid: none, used up or expired refuse', async () => {
        assert.equal(await kindOf(1, 0), 'no-balance');
        await pack('p', 1, now, now + hour);
        assert.equal(await kindOf(1, 2), 'no-balance');
        assert.equal(await kindOf(1, 1), 'created');
        assert.equal(await kindOf(1, 1), 'no-balance');
        await pack('q', 5, now, now + hour);
        await opened.advance(hour);
        assert.equal(await kindOf(1, 1), 'no-balance');
      });

      it('keep what was spent when their quantity is changed', async () => {
        await pack('p', 10, now, now + hour);
        await submit(1, 4);
        await succeed(await claimOne());
        await pack('p', 20, now, now + hour);
        assert.deepEqual(await left(), { p: [16, 0] });
      });

      it('post-paid accounts owe up to their limit', async () => {
        await store.accounts.put(newAccount('default', { billing: 'postpaid', creditLimit: 5 }));
        assert.equal(await kindOf(1, 3), 'created');
        assert.equal(await kindOf(1, 3), 'arrears');
        await succeed(await claimOne());
        assert.deepEqual(await store.accounts.usage('default'), { slotsHeld: 0, owedUnits: 3, reservedUnits: 0 });
        assert.equal(await kindOf(1, 2), 'created');
        assert.equal(await kindOf(1, 0.5), 'arrears');
      });

      it('always sum, whatever happens in whatever order', async () => {
        const step = fc.record({
          what: fc.constantFrom('submit', 'claim', 'succeed', 'fail', 'cancel', 'park', 'crash', 'pack'),
          n: fc.integer({ min: 1, max: 4 }),
          pick: fc.nat(20),
        });
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
            const account = `a${(await store.accounts.list()).length}`;
            const options = { billing: 'prepaid', concurrency: 6, whenBusy: 'queue' } as const;
            await store.accounts.put(newAccount(account, options));
            let bought = 0;
            const open = new Map<string, { n: number; units: number }>();
            const hands: ClaimedTask[] = [];
            let spent = 0;
            const ended = (task: ClaimedTask) => {
              open.delete(task.id);
              hands.splice(hands.indexOf(task), 1);
            };
            for (const { what, n, pick } of steps) {
              const hand = hands[pick % Math.max(1, hands.length)];
              if (what === 'pack') {
                const times = { effectiveAtMs: 0, expiresAtMs: 9e12 };
                await store.accounts.putPack({
                  accountId: account,
                  id: `${bought}`,
                  name: 'p',
                  quantity: n * 3,
                  ...times,
                });
                bought += n * 3;
              } else if (what === 'submit') {
                const outcome = await submit(n, n * 1.5, account);
                if (outcome.kind === 'created') open.set(outcome.task.id, { n, units: n * 1.5 });
              } else if (what === 'claim') {
                hands.push(
                  ...(await store.tasks.claim({ workerId: 'w', leaseMs: 1000, limit: 2, models: ['kling-v1'] })),
                );
              } else if (what === 'crash') {
                await opened.advance(1001);
                await store.tasks.wakeDue();
                hands.length = 0;
              } else if (what === 'cancel') {
                const id = [...open.keys()][pick % Math.max(1, open.size)];
                if (id && (await store.tasks.cancel(account, id, 'x'))) {
                  open.delete(id);
                  const held = hands.findIndex((task) => task.id === id);
                  if (held >= 0) hands.splice(held, 1);
                }
              } else if (hand && what === 'succeed' && (await succeed(hand))) {
                spent += open.get(hand.id)?.units ?? 0;
                ended(hand);
              } else if (hand && what === 'fail' && (await store.tasks.fail(hand.id, hand.leaseToken, 'x'))) {
                ended(hand);
              } else if (hand && what === 'park') {
                await store.tasks.park(hand.id, hand.leaseToken, 0, true);
                hands.splice(hands.indexOf(hand), 1);
              }
            }
            const packs = await store.accounts.listPacks(account);
            const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
            const openUnits = sum([...open.values()].map((task) => task.units));
            assert.ok(Math.abs(sum(packs.map((p) => p.remaining)) - (bought - spent)) < 1e-6);
            assert.ok(Math.abs(sum(packs.map((p) => p.reserved)) - openUnits) < 1e-6);
            assert.ok(packs.every((p) => p.reserved > -1e-6 && p.remaining + 1e-6 >= p.reserved));
            const usage = await store.accounts.usage(account);
            assert.ok((usage?.slotsHeld ?? 99) <= 6);
            // Nothing is left behind: end what is open, and everything returns to zero.
            for (const id of open.keys()) await store.tasks.cancel(account, id, 'x');
            const after = await store.accounts.usage(account);
            assert.equal(after?.slotsHeld, 0);
            assert.ok(Math.abs(after?.reservedUnits ?? 1) < 1e-6);
          }),
          { numRuns: 40 },
        );
      });
    });

    describe('outbox', () => {
      const hook = 'https://hooks.example.com:8443/done';
      const claimDelivery = (busyHosts: string[] = [], limit = 5) =>
        store.deliveries.claim({ limit, leaseMs: 30_000, busyHosts });
      const attempt = { startedAtMs: 5, durationMs: 12, httpStatus: 500, error: null, reply: 'oops' };

      async function endTask(callbackUrl: string | null = hook, end: 'succeed' | 'fail' | 'cancel' = 'fail') {
        const outcome = await store.tasks.submit(sampleTask({ callbackUrl }));
        assert.ok(outcome.kind === 'created');
        if (end === 'cancel') await store.tasks.cancel('default', outcome.task.id, 'x');
        else {
          const task = await claimOne();
          if (end === 'succeed') await succeed(task);
          else await store.tasks.fail(task.id, task.leaseToken, 'x');
        }
        return outcome.task.id;
      }

      it('owes a callback for every end that was asked to tell, and for no other', async () => {
        let owed = 0;
        store.events.onOwed(() => {
          owed += 1;
        });
        const ids = [await endTask(hook, 'succeed'), await endTask(hook, 'fail'), await endTask(hook, 'cancel')];
        await endTask(null, 'succeed');
        assert.equal(owed, 3);
        const claimed = await claimDelivery();
        assert.deepEqual(claimed.map((delivery) => delivery.taskId).sort(), [...ids].sort());
        assert.equal(claimed[0]?.host, 'hooks.example.com:8443');
        assert.equal(claimed[0]?.task.id, claimed[0]?.taskId);
        const succeeded = claimed.find((delivery) => delivery.taskStatus === 'succeed');
        assert.equal(succeeded?.task.pictures.length, 1);
        assert.equal(new Set(claimed.map((delivery) => delivery.id)).size, 3);
      });

      it('hands a delivery to one sender at a time, again after its lease, under the same id', async () => {
        await endTask();
        const [first] = await claimDelivery();
        assert.ok(first);
        assert.deepEqual(await claimDelivery(), []);
        await opened.advance(30_001);
        const [second] = await claimDelivery();
        assert.equal(second?.id, first.id);
        assert.equal(await store.deliveries.settle(first.id, first.leaseToken, attempt, { kind: 'delivered' }), false);
        assert.equal(
          await store.deliveries.settle(first.id, second?.leaseToken ?? '', attempt, { kind: 'dead' }),
          true,
        );
        assert.equal((await store.deliveries.listOfTask(first.taskId))[0]?.log.length, 1);
      });

      it('waits between tries, keeps a log, and skips receivers that are busy', async () => {
        const taskId = await endTask();
        assert.deepEqual(await claimDelivery(['hooks.example.com:8443']), []);
        const [first] = await claimDelivery(['elsewhere.example.com']);
        await store.deliveries.settle(first?.id ?? '', first?.leaseToken ?? '', attempt, { kind: 'retry', inMs: 5000 });
        assert.deepEqual(await claimDelivery(), []);
        assert.equal(await store.deliveries.nextDueInMs(), 5000);
        assert.equal(await store.deliveries.pending(), 1);
        await opened.advance(5000);
        const [second] = await claimDelivery();
        assert.equal(second?.attempts, 1);
        const good = { ...attempt, httpStatus: 200 };
        await store.deliveries.settle(second?.id ?? '', second?.leaseToken ?? '', good, { kind: 'delivered' });
        const [delivery] = await store.deliveries.listOfTask(taskId);
        assert.equal(delivery?.state, 'delivered');
        assert.deepEqual(
          delivery?.log.map((entry) => [entry.attempt, entry.httpStatus, entry.reply]),
          [
            [1, 500, 'oops'],
            [2, 200, 'oops'],
          ],
        );
        assert.equal(await store.deliveries.nextDueInMs(), undefined);
        assert.equal(await store.deliveries.pending(), 0);
      });

      it('delivers again on request, not while a try is under way', async () => {
        await endTask();
        const [first] = await claimDelivery();
        assert.equal(await store.deliveries.redeliver(first?.id ?? ''), false);
        await store.deliveries.settle(first?.id ?? '', first?.leaseToken ?? '', attempt, { kind: 'dead' });
        assert.equal((await store.deliveries.list('dead', 10)).length, 1);
        assert.equal(await store.deliveries.redeliver(first?.id ?? ''), true);
        assert.equal((await claimDelivery())[0]?.id, first?.id);
        assert.equal(await store.deliveries.redeliver('msg_none'), false);
        assert.equal((await store.deliveries.list(undefined, 10)).length, 1);
      });
    });

    it('remembers maintenance mode', async () => {
      assert.equal(await store.service.maintenance(), false);
      await store.service.setMaintenance(true);
      assert.equal(await store.service.maintenance(), true);
    });
  });
}
