// The contract on a real PostgreSQL, and what only PostgreSQL has: many processes, connections that break, its clock.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { openPostgresStore, type PostgresOptions } from '../../src/store/postgres/open-postgres-store.js';
import type { Store } from '../../src/store/store.js';
import { createManualClock } from '../support/manual-clock.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createQuietLog } from '../support/quiet-log.js';
import { samplePicture, sampleTask } from '../support/task-samples.js';
import { describeAccounts } from './account-contract.js';
import { describeNodes } from './node-contract.js';
import { describeStore, type StoreUnderTest } from './store-contract.js';

describe('PostgreSQL', () => {
  let server: PostgresServer;
  /** The database that the tests share, one after the other. */
  let url = '';
  before(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
    await (await open(url)).close();
  });
  after(() => server.close());

  async function open(url: string, options: Partial<PostgresOptions> = {}): Promise<Store> {
    const { log } = await createQuietLog();
    return openPostgresStore({ url, log, ...options });
  }

  async function openFresh(): Promise<StoreUnderTest> {
    await server.empty(url);
    const clock = createManualClock();
    const store = await open(url, { clock });
    return { store, advance: clock.advance, close: () => store.close() };
  }
  describeStore('postgres', openFresh);
  describeAccounts('postgres', openFresh);
  describeNodes('postgres', openFresh);

  describe('postgres tables', () => {
    it('are made once by starters that race', async () => {
      const fresh = await server.createDatabase();
      const stores = await Promise.all([1, 2, 3, 4].map(() => open(fresh)));
      await Promise.all(stores.map((store) => store.close()));
      const made = 'select count(*)::int as many, count(distinct name)::int as different from kysely_migration';
      const [{ many, different } = {}] = await server.query(made, fresh);
      assert.ok(Number(many) > 0);
      assert.equal(many, different);
    });

    it('of a newer build are refused, in a sentence', async () => {
      const newer = await server.createDatabase();
      await (await open(newer)).close();
      await server.query("insert into kysely_migration values ('9999-from-the-future', '2030-01-01')", newer);
      await assert.rejects(open(newer), /changed by a newer Inkling: start that version, or restore the backup/);
    });

    it('are used with the database’s own clock', async () => {
      const store = await open(url);
      const [row] = await server.query('select (extract(epoch from now()) * 1000)::float8 as now');
      const now = await store.now();
      await store.close();
      assert.ok(Number.isInteger(now) && now >= Number(row?.now) - 1);
    });
  });

  describe('several processes on one PostgreSQL', () => {
    /** Stores on one database, as several processes would have them. */
    async function openSeveral(count: number): Promise<Store[]> {
      await server.empty(url);
      const stores = await Promise.all(Array.from({ length: count }, () => open(url)));
      await stores[0]?.accounts.put(newAccount('default'));
      return stores;
    }
    const closeAll = (stores: Store[]) => Promise.all(stores.map((store) => store.close()));
    const claimed = (store: Store | undefined, limit = 1) =>
      store?.tasks.claim({ workerId: 'w', leaseMs: 30_000, limit, models: ['kling-v1'] }) ?? Promise.resolve([]);

    it('goes on with its prepared statements when a newer build adds a column', async () => {
      const [store] = await openSeveral(1);
      const task = sampleTask();
      await store?.tasks.submit(task);
      // Often enough on every connection to be prepared there.
      for (let round = 0; round < 10; round += 1)
        await Promise.all(Array.from({ length: 20 }, () => store?.tasks.find('default', task.id)));
      await server.query('alter table tasks add column of_a_newer_build text', url);
      try {
        assert.equal((await store?.tasks.find('default', task.id))?.id, task.id);
        const [taken] = await claimed(store);
        assert.equal(await store?.tasks.fail(task.id, taken?.leaseToken ?? '', 'done'), true);
        assert.equal((await store?.tasks.find('default', task.id))?.status, 'failed');
      } finally {
        await server.query('alter table tasks drop column of_a_newer_build', url);
        await store?.close();
      }
    });

    it('tell each other that a key was revoked', async () => {
      const stores = await openSeveral(2);
      const [here, there] = stores;
      const times = { createdAtMs: 0, expiresAtMs: null, revokedAtMs: null };
      const key = {
        id: 'k1',
        accountId: 'default',
        hint: 'sk-abc…',
        label: '',
        models: null,
        allowIps: null,
        ...times,
      };
      await here?.keys.add(key, 'hash');
      assert.equal((await there?.keys.findByHash('hash'))?.revokedAtMs, null);
      await here?.keys.revoke('k1');
      const seen = async () => typeof (await there?.keys.findByHash('hash'))?.revokedAtMs === 'number';
      while (!(await seen())) await new Promise(setImmediate);
      await closeAll(stores);
    });

    it('tell each other of ready tasks, changes and callbacks', async () => {
      const stores = await openSeveral(2);
      const [here, there] = stores;
      const heard: string[] = [];
      const told = (what: string) => new Promise<void>((resolve) => waiters.set(what, resolve));
      const waiters = new Map<string, () => void>();
      const hear = (what: string) => {
        heard.push(what);
        waiters.get(what)?.();
      };
      there?.events.onReady(() => hear('ready'));
      there?.events.onOwed(() => hear('owed'));
      there?.events.onChanged((_id, change) => hear(change));
      const all = Promise.all(['ready', 'status', 'progress', 'ended', 'owed'].map(told));
      const task = sampleTask({ callbackUrl: 'https://example.com/hook' });
      await here?.tasks.submit(task);
      await waitFor(() => heard.includes('ready'));
      const [taken] = await claimed(here);
      await waitFor(() => heard.includes('status'));
      await here?.tasks.extend(task.id, taken?.leaseToken ?? '', 30_000, 0.5);
      await waitFor(() => heard.includes('progress'));
      await here?.tasks.fail(task.id, taken?.leaseToken ?? '', 'x');
      await all;
      await closeAll(stores);
    });

    it('tell of more changes than fit into one notification', async () => {
      const stores = await openSeveral(2);
      const [here, there] = stores;
      const heard = new Set<string>();
      there?.events.onChanged((id) => heard.add(id));
      const tasks = Array.from({ length: 600 }, () => sampleTask());
      await Promise.all(tasks.map((task) => here?.tasks.submit(task)));
      let left = tasks.length;
      while (left > 0) left -= (await claimed(here, 100)).length;
      await waitFor(() => heard.size === tasks.length);
      await closeAll(stores);
    });

    it('let one of many have an external id or an idempotency key', async () => {
      const stores = await openSeveral(3);
      const everywhere = (make: () => ReturnType<typeof sampleTask>) =>
        Promise.all(stores.flatMap((store) => [1, 2, 3, 4].map(() => store.tasks.submit(make()))));
      const external = await everywhere(() => sampleTask({ externalTaskId: 'race' }));
      assert.deepEqual(
        external.map((outcome) => outcome.kind).filter((kind) => kind !== 'external-id-taken'),
        ['created'],
      );
      const keyed = await everywhere(() => sampleTask({ idempotency: { key: 'k', bodyDigest: 'd' } }));
      assert.equal(keyed.filter((outcome) => outcome.kind === 'created').length, 1);
      assert.equal(new Set(keyed.map((outcome) => 'task' in outcome && outcome.task.id)).size, 1);
      await closeAll(stores);
    });

    it('keep an account’s slots across all of them', async () => {
      const stores = await openSeveral(3);
      await stores[0]?.accounts.put(newAccount('default', { concurrency: 5 }));
      const outcomes = await Promise.all(
        stores.flatMap((store) => Array.from({ length: 6 }, () => store.tasks.submit(sampleTask()))),
      );
      assert.equal(outcomes.filter((outcome) => outcome.kind === 'created').length, 5);
      assert.equal(outcomes.filter((outcome) => outcome.kind === 'no-slots').length, 13);
      await closeAll(stores);
    });

    it('submit, claim, end and cancel all at once without a deadlock, and everything sums', async () => {
      const stores = await openSeveral(3);
      const [first] = stores;
      const accounts = ['a', 'b', 'c'];
      for (const id of accounts) {
        await first?.accounts.put(newAccount(id, { billing: 'prepaid', concurrency: 4, whenBusy: 'queue' }));
        for (const pack of ['p', 'q']) {
          const times = { effectiveAtMs: 0, expiresAtMs: 9e12 };
          await first?.accounts.putPack({ accountId: id, id: pack, name: pack, quantity: 30, ...times });
        }
      }
      const before = await deadlocks();
      const submitted: { id: string; accountId: string }[] = [];
      await Promise.all(
        stores.map(async (store, index) => {
          for (let round = 0; round < 25; round += 1) {
            const tasks = accounts.map((accountId) => sampleTask({ accountId, units: 1 }));
            await Promise.all(
              tasks.map(async (task) => {
                if ((await store.tasks.submit(task)).kind === 'created') submitted.push(task);
              }),
            );
            const taken = await claimed(store, 3);
            await store.tasks.wakeDue();
            await Promise.all([
              ...taken.map((task, place) =>
                (place + index) % 2 === 0
                  ? store.tasks.succeed(task.id, task.leaseToken, [samplePicture(task.id, 0, 2e12)])
                  : store.tasks.fail(task.id, task.leaseToken, 'x'),
              ),
              ...submitted.slice(-2).map((task) => store.tasks.cancel(task.accountId, task.id, 'x')),
            ]);
          }
        }),
      );
      for (const { id, accountId } of submitted) await first?.tasks.cancel(accountId, id, 'x');
      let spent = 0;
      for (const id of accounts) {
        assert.deepEqual(await first?.accounts.usage(id), { slotsHeld: 0, owedUnits: 0, reservedUnits: 0 });
        const packs = (await first?.accounts.listPacks(id)) ?? [];
        assert.ok(packs.every((pack) => pack.reserved === 0));
        spent += packs.reduce((sum, pack) => sum + pack.quantity - pack.remaining, 0);
      }
      const ended = await Promise.all(submitted.map(({ id, accountId }) => first?.tasks.find(accountId, id)));
      assert.equal(ended.filter((task) => task?.status === 'succeed').length, spent);
      assert.ok(spent > 0 && ended.every((task) => task?.endedAtMs !== null));
      assert.equal(await deadlocks(), before);
      await closeAll(stores);
    });

    async function deadlocks(): Promise<unknown> {
      return (await server.query('select sum(deadlocks)::int as many from pg_stat_database'))[0]?.many;
    }
  });

  /** Looks until it is so; the test's own time-out ends it otherwise. */
  async function waitFor(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve));
  }
});
