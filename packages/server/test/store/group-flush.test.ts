// Answers wait for the disk, the event loop does not, and nobody is answered by a flush that began before he wrote.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Generated, Kysely, sql } from 'kysely';
import Database from 'libsql';
import { createGroupFlush } from '../../src/store/sqlite/group-flush.js';
import { createSqliteDriver } from '../../src/store/sqlite/sqlite-driver.js';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-flush-'));
  await writeFile(join(folder, 'log'), 'x');
});
after(() => rm(folder, { recursive: true, force: true }));

type Done = (error: NodeJS.ErrnoException | null) => void;

/** A flush whose calls of the system end when they are told to. */
function createHeldFlush() {
  const calls: Done[] = [];
  const held = ((_descriptor: number, done: Done) => void calls.push(done)) as never;
  return { calls, log: createGroupFlush(join(folder, 'log'), held) };
}

/** Notes when a promise has settled. */
function watch(promise: Promise<unknown>) {
  const state = { settled: false };
  promise.then(
    () => (state.settled = true),
    () => (state.settled = true),
  );
  return state;
}

describe('group flush', () => {
  it('flushes a real file', async () => {
    const log = createGroupFlush(join(folder, 'log'));
    await Promise.all([log.flush(), log.flush(), log.flush()]);
    await log.close();
  });

  it('gives those who come during a flush the next one, together', async () => {
    const { calls, log } = createHeldFlush();
    const first = watch(log.flush());
    const second = watch(log.flush());
    const third = watch(log.flush());
    assert.equal(calls.length, 1);
    calls[0]?.(null);
    await nextTurn();
    assert.deepEqual([first.settled, second.settled, third.settled], [true, false, false]);
    assert.equal(calls.length, 2);
    calls[1]?.(null);
    await nextTurn();
    assert.deepEqual([second.settled, third.settled], [true, true]);
    assert.equal(calls.length, 2);
    await log.close();
  });

  it('tells of a disk that fails, and tries again for the next', async () => {
    const { calls, log } = createHeldFlush();
    const lost = log.flush();
    const later = log.flush();
    calls[0]?.(Object.assign(new Error('input/output error'), { code: 'EIO' }));
    await assert.rejects(lost, { code: 'EIO' });
    await nextTurn();
    calls[1]?.(null);
    await later;
    await log.close();
  });
});

interface Tables {
  notes: { id: Generated<number>; text: string };
}

describe('SQLite driver', () => {
  /** A database of its own with a flush that waits to be told. */
  async function open() {
    const { calls, log } = createHeldFlush();
    const { dialect } = createSqliteDriver(new Database(':memory:'), log);
    const database = new Kysely<Tables>({ dialect });
    const made = sql`create table notes (id integer primary key, text text not null)`.execute(database);
    await nextTurn();
    calls.shift()?.(null);
    await made;
    return { calls, database };
  }

  it('answers a write only after the flush, and a read at once', async () => {
    const { calls, database } = await open();
    const writing = database.insertInto('notes').values({ text: 'a' }).returning('id').execute();
    const written = watch(writing);
    await nextTurn();
    assert.equal(written.settled, false);
    assert.deepEqual(await database.selectFrom('notes').select('text').execute(), [{ text: 'a' }]);
    calls.shift()?.(null);
    assert.deepEqual(await writing, [{ id: 1 }]);
    assert.equal(calls.length, 0, 'reading flushes nothing');
    await database.destroy();
  });

  it('answers a transaction after one flush, and rejects when that fails', async () => {
    const { calls, database } = await open();
    const writing = database.transaction().execute(async (transaction) => {
      for (const text of ['a', 'b', 'c']) await transaction.insertInto('notes').values({ text }).execute();
    });
    const written = watch(writing);
    await nextTurn();
    assert.equal(written.settled, false);
    assert.equal(calls.length, 1);
    calls.shift()?.(Object.assign(new Error('disk is gone'), { code: 'EIO' }));
    await assert.rejects(writing, /disk is gone/);
    await database.destroy();
  });

  it('lets nobody into the pauses of a transaction, and undoes one that fails', async () => {
    const { calls, database } = await open();
    const writing = database.transaction().execute(async (transaction) => {
      await transaction.insertInto('notes').values({ text: 'never' }).execute();
      await nextTurn();
      throw new Error('changed my mind');
    });
    const reading = database.selectFrom('notes').select('text').execute();
    const refused = assert.rejects(writing, /changed my mind/);
    assert.deepEqual(await reading, []);
    await nextTurn();
    calls.shift()?.(null);
    await refused;
    await database.destroy();
  });
});
