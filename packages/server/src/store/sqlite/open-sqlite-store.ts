// The embedded house: one SQLite file in the data folder, WAL, every commit flushed to disk.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import type { Clock } from '../../core/clock.js';
import { createSqlStore } from '../sql/create-sql-store.js';
import { migrateToLatest } from '../sql/migrations.js';
import type { Schema } from '../sql/schema.js';
import { createLocalNotifier } from '../sql/store-notifier.js';
import type { CallbackEvents, Store } from '../store.js';
import { createGroupFlush, type GroupFlush } from './group-flush.js';
import { createSqliteDriver } from './sqlite-driver.js';

/** How long a write waits for another process (the command line beside a server), ms. */
const busyTimeoutMs = 5000;

/** Opens (and creates or upgrades) the tables at `file`. Rejects with a plain sentence when it cannot. */
export async function openSqliteDatabase(file: string): Promise<Kysely<Schema>> {
  return (await openFile(file)).database;
}

async function openFile(file: string, durable = true) {
  await mkdir(dirname(file), { recursive: true });
  const fresh = !existsSync(file);
  const raw = new Database(file);
  raw.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  if (fresh) raw.exec('pragma auto_vacuum = incremental');
  raw.exec('pragma journal_mode = wal');
  raw.exec('pragma synchronous = full');
  const { dialect, prepare } = createSqliteDriver(raw, durable ? createGroupFlush(`${file}-wal`) : noFlush);
  const database = new Kysely<Schema>({ dialect });
  try {
    // One starter at a time: the others wait here, and then find nothing left to do.
    raw.exec('begin immediate');
    await migrateToLatest(database, true);
    raw.exec('commit');
  } catch (error) {
    await database.destroy();
    throw error;
  }
  // From here on the driver flushes every commit before it is answered.
  raw.exec('pragma synchronous = normal');
  return { prepare, database };
}

/** Asks once in a turn of the event loop: requests that were read from sockets together get the same answer. */
function oncePerTurn<Value>(ask: () => Value): () => Value {
  let answer: { value: Value } | undefined;
  return () => {
    if (answer === undefined) {
      answer = { value: ask() };
      setImmediate(() => {
        answer = undefined;
      });
    }
    return answer.value;
  };
}

/** A column read out of an element of a JSON array, as text or number. */
const columnOfJson = (name: string) => `value ->> '${name}' as ${name}`;

/** Leaves it to the system when the log reaches the disk. */
const noFlush: GroupFlush = { flush: () => Promise.resolve(), close: () => Promise.resolve() };

/** The store on it. `durable` false: for tests whose clock stands still, since a disk takes its time. */
export async function openSqliteStore(
  file: string,
  clock: Clock,
  callbackEvents: CallbackEvents = 'final',
  durable = true,
): Promise<Store> {
  const { prepare, database } = await openFile(file, durable);
  const askVersion = prepare('pragma data_version').raw();
  const dataVersion = oncePerTurn(() => (askVersion.get([]) as [number])[0]);
  return createSqlStore(
    {
      database,
      nowMs: () => sql<number>`${clock.now()}`,
      skipLocked: sql``,
      forUpdate: sql``,
      anyOf: (texts) => sql`in (select value from json_each(${JSON.stringify(texts)}))`,
      rowsOf: (_table, columns, rows) => sql`(select ${sql.raw(columns.map(columnOfJson).join(', '))}
        from json_each(${JSON.stringify(rows)}))`,
      // Bound one by one on the only connection, the transaction's too: half of what reading them out of JSON costs.
      async insertRows(_transaction, table, columns, rows) {
        const names = columns.join(', ');
        const statement = prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`);
        for (const row of rows) statement.run(columns.map((name) => (row as Record<string, unknown>)[name]));
      },
      parallelReads: 1,
      // One is written while another is flushed.
      parallelSubmits: 2,
      transact: (job) => database.transaction().execute(job),
      // Another one after every commit of another process (the command line beside a server), and only then.
      callersVersion: dataVersion,
    },
    createLocalNotifier(),
    callbackEvents,
  );
}
