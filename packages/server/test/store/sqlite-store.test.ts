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
import { sampleTask } from '../support/task-samples.js';
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

  it('flushes every commit: write-ahead log, synchronous full', async () => {
    const file = nextFile();
    const store = await openSqliteStore(file, systemClock);
    const raw = new Database(file);
    assert.deepEqual(raw.prepare('pragma journal_mode').all(), [{ journal_mode: 'wal' }]);
    raw.close();
    await store.close();
  });
});
