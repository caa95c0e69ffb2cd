// What PostgreSQL does when it is not well, and what becomes of it here: an answer in time, never a dead process.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { AppError } from '../../src/core/errors.js';
import { openPostgresStore, type PostgresOptions } from '../../src/store/postgres/open-postgres-store.js';
import { lostRace } from '../../src/store/postgres/postgres-failure.js';
import type { Store } from '../../src/store/store.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createQuietLog } from '../support/quiet-log.js';
import { startSilentProxy } from '../support/silent-proxy.js';
import { sampleTask } from '../support/task-samples.js';

describe('PostgreSQL with faults', () => {
  let server: PostgresServer;
  let url = '';
  before(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  });
  after(() => server.close());

  async function open(address: string, options: Partial<PostgresOptions> = {}): Promise<Store> {
    const { log } = await createQuietLog();
    const store = await openPostgresStore({ url: address, log, timeoutMs: 400, probeMs: 50, ...options });
    await store.accounts.put(newAccount('default'));
    return store;
  }

  /** The address of the database by another port. */
  function through(port: number): string {
    const address = new URL(url);
    address.port = String(port);
    return address.href;
  }

  const isTooLate = (error: unknown) => error instanceof AppError && error.code === 5002 && error.retryAfterS === 2;

  /** Tries until it works: how long a database takes to come back is no promise of ours. */
  async function untilItWorks<Result>(job: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await job();
      } catch (error) {
        assert.ok(isTooLate(error), String(error));
      }
    }
  }

  describe('a PostgreSQL that is not well', () => {
    it('stopped: 5002 at once; started again: goes on, wake-ups too', async () => {
      const [store, other] = [await open(url), await open(url)];
      await server.stop('immediate');
      await assert.rejects(store.tasks.find('default', 'x'), isTooLate);
      await assert.rejects(store.tasks.submit(sampleTask()), isTooLate);
      await assert.rejects(store.check(), isTooLate);
      await server.start();
      const told = new Promise<void>((resolve) => other.events.onReady(resolve));
      assert.equal((await untilItWorks(() => store.tasks.submit(sampleTask()))).kind, 'created');
      // By notification or, if that one was lost, by what follows the way back.
      await told;
      await Promise.all([store.close(), other.close()]);
    });

    it('answers nothing any more: 5002 after the deadline, and the next connection works', async () => {
      const proxy = await startSilentProxy(server.port);
      const store = await open(through(proxy.port), { poolSize: 2 });
      await store.check();
      proxy.silence();
      await assert.rejects(store.check(), isTooLate);
      await assert.rejects(store.tasks.submit(sampleTask()), isTooLate);
      proxy.speak();
      const outcome = await untilItWorks(() => store.tasks.submit(sampleTask()));
      assert.equal(outcome.kind, 'created');
      await store.close();
      await proxy.close();
    });

    it('swallows notifications: whoever waits is told to look', async () => {
      const proxy = await startSilentProxy(server.port);
      const store = await open(url, { listenUrl: through(proxy.port) });
      proxy.silence();
      await new Promise<void>((resolve) => store.events.onMissed(resolve));
      proxy.speak();
      const ready = new Promise<void>((resolve) => store.events.onReady(resolve));
      await ready;
      await store.close();
      await proxy.close();
    });

    it('terminates every connection, again and again: nothing dies, work goes on', async () => {
      const store = await open(url);
      const database = new URL(url).pathname.slice(1);
      for (let round = 0; round < 8; round += 1) {
        const work = Array.from({ length: 10 }, () => untilItWorks(() => store.tasks.submit(sampleTask())));
        await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
        const outcomes = await Promise.all(work);
        assert.ok(outcomes.every((outcome) => outcome.kind === 'created'));
      }
      await store.close();
    });

    it('has a lock held by somebody else: 5002 instead of waiting for ever', async () => {
      const store = await open(url);
      const holding = server.query('begin; lock table accounts; select pg_sleep(1.5); commit', url);
      const held = async () =>
        (await server.query(`select 1 from pg_locks where mode = 'AccessExclusiveLock'`)).length > 0;
      while (!(await held()));
      await assert.rejects(store.tasks.submit(sampleTask()), isTooLate);
      await holding;
      assert.equal((await untilItWorks(() => store.tasks.submit(sampleTask()))).kind, 'created');
      await store.close();
    });

    it('has no connection left in the pool: 5002, and the next caller is served', async () => {
      const store = await open(url, { poolSize: 1 });
      const holding = server.query('begin; lock table pictures; select pg_sleep(1); commit', url);
      const held = async () =>
        (await server.query(`select 1 from pg_locks where mode = 'AccessExclusiveLock'`)).length > 0;
      while (!(await held()));
      const outcomes = await Promise.allSettled([store.pictures.find('x'), store.check(), store.check()]);
      assert.ok(outcomes.some((outcome) => outcome.status === 'rejected' && isTooLate(outcome.reason)));
      await holding;
      await untilItWorks(() => store.check());
      await store.close();
    });

    it('is not there yet when we start: waited for; not at all: one sentence, without the password', async () => {
      await server.stop();
      const opening = open(url, { startPatienceMs: 120_000 });
      const secretive = new URL(url);
      secretive.password = 'very-secret';
      await assert.rejects(open(secretive.href), (error: Error) => {
        assert.match(error.message, /^PostgreSQL at 127\.0\.0\.1:\d+\/test_1 does not answer: /);
        return !error.message.includes('very-secret');
      });
      await server.start();
      const store = await opening;
      await store.check();
      await store.close();
    });

    it('an error that lost a race is known as one, others are not', () => {
      const withCode = (code: string) => Object.assign(new Error('x'), { code });
      assert.ok(lostRace(withCode('40P01')) && lostRace(withCode('40001')) && lostRace(withCode('26000')));
      assert.equal(lostRace(withCode('23505')), false);
      assert.equal(lostRace(new Error('40P01')), false);
    });
  });
});
