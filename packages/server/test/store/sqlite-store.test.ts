// The contract on SQLite, and what only SQLite has: a file that survives, and other processes beside it.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'libsql';
import { newAccount } from '../../src/core/account.js';
import { systemClock } from '../../src/core/clock.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import { createManualClock } from '../support/manual-clock.js';
import { sampleRequest, sampleTask } from '../support/task-samples.js';
import { describeAccounts } from './account-contract.js';
import { describeNodes } from './node-contract.js';
import { describeStore, type StoreUnderTest } from './store-contract.js';

let folder = '';
const nextFile = () => join(folder, randomUUID(), 'inkling.db');
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-store-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function openFresh(): Promise<StoreUnderTest> {
  const clock = createManualClock();
  const store = await openSqliteStore(nextFile(), clock);
  return { store, advance: clock.advance, close: () => store.close() };
}
describeStore('sqlite', openFresh);
describeAccounts('sqlite', openFresh);
describeNodes('sqlite', openFresh);

describe('sqlite file', () => {
  it('keeps tasks across a reopen', async () => {
    const file = nextFile();
    const first = await openSqliteStore(file, systemClock);
    await first.accounts.put(newAccount('default'));
    const task = sampleTask();
    await first.tasks.submit(task);
    await first.close();
    const second = await openSqliteStore(file, systemClock);
    assert.equal((await second.tasks.find('default', task.id))?.status, 'submitted');
    await second.close();
  });

  it('keeps no progress of pictures that nobody paints any more', async () => {
    const file = nextFile();
    const store = await openSqliteStore(file, systemClock);
    await store.accounts.put(newAccount('default'));
    const options = { workerId: 'w', leaseMs: 30_000, limit: 2, models: ['kling-v1'] };
    for (const _ of [1, 2]) await store.tasks.submit(sampleTask({ request: sampleRequest({ n: 2 }) }));
    const [failed, cancelled] = await store.tasks.claim(options);
    assert.ok(failed && cancelled);
    for (const { id, leaseToken } of [failed, cancelled]) await store.tasks.extend(id, leaseToken, 30_000, 0.5, [1, 0]);
    await store.tasks.fail(failed.id, failed.leaseToken, 'no');
    await store.tasks.cancel('default', cancelled.id, 'no');
    await store.close();
    const raw = new Database(file);
    assert.deepEqual(raw.prepare('select task_id from picture_progress').all(), []);
    raw.close();
  });

  it('finds the ready tasks of a model by an index, whatever waits for the others', async () => {
    const file = nextFile();
    const store = await openSqliteStore(file, systemClock);
    await store.close();
    const raw = new Database(file);
    const plan = raw
      .prepare(`explain query plan select id, status, turn from tasks
        where due_at is null and ended_at is null and held = 0 and model = ? order by turn, id limit ?`)
      .all('kling-v1', 4) as { detail: string }[];
    raw.close();
    assert.deepEqual(
      plan.map(({ detail }) => detail),
      ['SEARCH tasks USING INDEX tasks_ready_by_model (model=?)'],
    );
  });

  it('claims in fair order across models, of many more than one statement takes too', async () => {
    for (const others of [3, 450]) {
      const store = await openSqliteStore(nextFile(), systemClock);
      await store.accounts.put(newAccount('default'));
      const models = ['first', 'second', 'third'];
      const tasks = models.map((model) => sampleTask({ request: sampleRequest({ model }) }));
      for (const task of tasks) await store.tasks.submit(task);
      const all = [...Array.from({ length: others }, (_, index) => `other-${index}`), 'third', 'second', 'first'];
      const claimed = await store.tasks.claim({ workerId: 'w', leaseMs: 1000, limit: 2, models: all });
      assert.deepEqual(
        claimed.map(({ id }) => id),
        tasks.slice(0, 2).map(({ id }) => id),
      );
      await store.close();
    }
  });

  /** Starts a process that submits `count` tasks (0: without end) and reports each answered id. */
  function submitElsewhere(file: string, count: number) {
    const child = fork(new URL('./submit-process.js', import.meta.url), [file, String(count)]);
    const answered: string[] = [];
    child.on('message', (id) => answered.push(String(id)));
    return { child, answered, exited: once(child, 'exit') };
  }

  it('keeps every answered submit of a process that is killed', async () => {
    const file = nextFile();
    const { child, answered, exited } = submitElsewhere(file, 0);
    child.on('message', () => {
      if (answered.length >= 200) child.kill('SIGKILL');
    });
    await exited;
    const store = await openSqliteStore(file, systemClock);
    const kept = new Set((await store.tasks.list('default', 0, 10_000)).map((task) => task.id));
    await store.close();
    assert.ok(answered.length >= 200);
    assert.deepEqual(
      answered.filter((id) => !kept.has(id)),
      [],
    );
  });

  it('is created, upgraded and written by three processes at once', async () => {
    const file = nextFile();
    const others = [1, 2, 3].map(() => submitElsewhere(file, 40));
    const exits = await Promise.all(others.map((other) => other.exited));
    assert.deepEqual(
      exits.map(([code]) => code),
      [0, 0, 0],
    );
    const store = await openSqliteStore(file, systemClock);
    assert.equal((await store.tasks.list('default', 0, 1000)).length, 120);
    await store.close();
  });

  it('refuses a database that a newer build has changed', async () => {
    const file = nextFile();
    await (await openSqliteStore(file, systemClock)).close();
    const raw = new Database(file);
    raw.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')");
    raw.close();
    await assert.rejects(openSqliteStore(file, systemClock), /newer Inkling/);
  });

  it('keeps a write-ahead log', async () => {
    const file = nextFile();
    const store = await openSqliteStore(file, systemClock);
    const raw = new Database(file);
    assert.deepEqual(raw.prepare('pragma journal_mode').all(), [{ journal_mode: 'wal' }]);
    raw.close();
    await store.close();
  });
});
