// The contract through a pooler in transaction mode, where nothing outlives a transaction: with the setting, and without
// it by noticing. What falls back: prepared statements, deadlines kept by the server, and notifications (to polling).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { openPostgresStore, type PostgresOptions } from '../../src/store/postgres/open-postgres-store.js';
import type { Store } from '../../src/store/store.js';
import { createManualClock } from '../support/manual-clock.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createQuietLog } from '../support/quiet-log.js';
import { sampleTask } from '../support/task-samples.js';
import { startTransactionPooler, type TransactionPooler } from '../support/transaction-pooler.js';
import { describeAccounts } from './account-contract.js';
import { describeStore, type StoreUnderTest } from './store-contract.js';

describe('PostgreSQL behind a pooler', () => {
  let server: PostgresServer;
  let pooler: TransactionPooler;
  let direct = '';
  let pooled = '';
  before(async () => {
    server = await startPostgres();
    pooler = await startTransactionPooler(server.port, 3);
    direct = await server.createDatabase();
    const url = new URL(direct);
    url.port = String(pooler.port);
    pooled = url.href;
    await (await open()).close();
  });
  after(async () => {
    await pooler.close();
    await server.close();
  });

  async function open(options: Partial<PostgresOptions> = {}): Promise<Store> {
    const { log } = await createQuietLog();
    return openPostgresStore({ url: pooled, pooler: true, log, ...options });
  }

  async function openFresh(): Promise<StoreUnderTest> {
    await server.empty(direct);
    const clock = createManualClock();
    const store = await open({ clock });
    return { store, advance: clock.advance, close: () => store.close() };
  }
  describeStore('postgres through a pooler', openFresh);
  describeAccounts('postgres through a pooler', openFresh);

  describe('a pooler in transaction mode', () => {
    it('really moves statements between connections', async () => {
      const pids = new Set<unknown>();
      for (let index = 0; index < 6; index += 1) {
        const [row] = await server.query('select pg_backend_pid() as pid', pooled);
        pids.add(row?.pid);
      }
      assert.equal(pids.size, 3);
    });

    it('that nobody told us of is noticed: statements are no longer prepared', async () => {
      await server.empty(direct);
      // Listening would be found to be useless after its first probe: not what is tried here.
      const store = await open({ pooler: false, listenUrl: direct, poolSize: 4 });
      await store.accounts.put(newAccount('default'));
      for (let round = 0; round < 12; round += 1) {
        const task = sampleTask();
        assert.equal((await store.tasks.submit(task)).kind, 'created');
        const found = await Promise.all([1, 2, 3, 4].map(() => store.tasks.find('default', task.id)));
        assert.ok(found.every((entry) => entry?.id === task.id));
        await store.tasks.cancel('default', task.id, 'x');
      }
      await store.close();
    });

    it('means polling: whoever waits is told to look', async () => {
      const store = await open();
      await new Promise<void>((resolve) => store.events.onMissed(resolve));
      await store.close();
    });

    it('is passed by where a way to listen is given', async () => {
      await server.empty(direct);
      const [here, there] = [await open(), await open({ listenUrl: direct })];
      await here.accounts.put(newAccount('default'));
      const told = new Promise<void>((resolve) => there.events.onReady(resolve));
      await here.tasks.submit(sampleTask());
      await told;
      await Promise.all([here.close(), there.close()]);
    });
  });
});
