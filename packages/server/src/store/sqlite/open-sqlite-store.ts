// The embedded house: one SQLite file in the data folder, WAL, every commit flushed to disk.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import type { Clock } from '../../core/clock.js';
import { createSqlStore } from '../sql/create-sql-store.js';
import { migrateToLatest } from '../sql/migrations.js';
import type { Schema } from '../sql/schema.js';
import { createLocalNotifier } from '../sql/store-notifier.js';
import type { CallbackEvents, Store } from '../store.js';

/** How long a write waits for another process (the command line beside a server), ms. */
const busyTimeoutMs = 5000;

type SqliteStatement = ReturnType<InstanceType<typeof Database>['prepare']>;

/**
 * The part of the driver that Kysely needs, with two changes: statements are prepared once, and transactions take the
 * write lock at once. A transaction that reads first and writes later would fail, not wait, when another process wrote
 * in between (SQLITE_BUSY_SNAPSHOT).
 */
function wrapDatabase(database: InstanceType<typeof Database>) {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close() {
      prepared.clear();
      database.close();
    },
    prepare(text: string): SqliteStatement {
      const statement = prepared.get(text) ?? database.prepare(text === 'begin' ? 'begin immediate' : text);
      // `in (…)` lists of many lengths make many texts: forget all of them now and then.
      if (prepared.size > 500) prepared.clear();
      prepared.set(text, statement);
      return statement;
    },
  };
}

/** Opens (and creates or upgrades) the tables at `file`. Rejects with a plain sentence when it cannot. */
export async function openSqliteDatabase(file: string): Promise<Kysely<Schema>> {
  await mkdir(dirname(file), { recursive: true });
  const fresh = !existsSync(file);
  const raw = new Database(file);
  raw.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  if (fresh) raw.exec('pragma auto_vacuum = incremental');
  raw.exec('pragma journal_mode = wal');
  // FULL: a commit is on disk before the submit that it carries is answered.
  raw.exec('pragma synchronous = full');
  const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: wrapDatabase(raw) as never }) });
  try {
    // One starter at a time: the others wait here, and then find nothing left to do.
    raw.exec('begin immediate');
    await migrateToLatest(database, true);
    raw.exec('commit');
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

/** The store on it. */
export async function openSqliteStore(
  file: string,
  clock: Clock,
  callbackEvents: CallbackEvents = 'final',
): Promise<Store> {
  const database = await openSqliteDatabase(file);
  return createSqlStore(
    {
      database,
      nowMs: () => sql<number>`${clock.now()}`,
      skipLocked: sql``,
      forUpdate: sql``,
      transact: (job) => database.transaction().execute(job),
    },
    createLocalNotifier(),
    callbackEvents,
  );
}
