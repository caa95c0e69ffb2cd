// The house to scale out: any number of processes on one PostgreSQL.
import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { backoffMs } from '../../core/backoff.js';
import { type Clock, systemClock } from '../../core/clock.js';
import type { Log } from '../../core/log.js';
import { createSqlStore } from '../sql/create-sql-store.js';
import { migrateToLatest } from '../sql/migrations.js';
import type { Schema } from '../sql/schema.js';
import type { SqlDialect } from '../sql/sql-dialect.js';
import type { CallbackEvents, Store } from '../store.js';
import { claimBatch } from './claim-batch.js';
import { connectionConfig, createConnectionPool, numberTypes } from './connection-pool.js';
import { isUnavailable } from './postgres-failure.js';
import { createSharedNotifier } from './postgres-notifier.js';
import { createRateRows, createRateTable } from './rate-rows.js';
import { transact } from './transact.js';
import { wakeUpChannel } from './wake-up.js';
import { createWakeUpListener } from './wake-up-listener.js';
import { createWakeUpSender } from './wake-up-sender.js';

export interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  url: string;
  log: Log;
  callbackEvents?: CallbackEvents;
  /** Connections at most, beside the one that listens; default 10. */
  poolSize?: number;
  /** A transaction-mode pooler stands in between: no prepared statements, no server-side deadlines, no listening. */
  pooler?: boolean;
  /** Where to listen past the pooler; without it a pooler means polling. */
  listenUrl?: string | null;
  /** Longest wait for a connection or an answer, ms; default 5,000. */
  timeoutMs?: number;
  /** How long to wait for a database that is not there yet, ms; default 0. */
  startPatienceMs?: number;
  /** Time between proofs that wake-ups arrive, ms; default 10,000. */
  probeMs?: number;
  /** For tests: instead of the database's own. */
  clock?: Pick<Clock, 'now'>;
}

/** Opens the database, making or upgrading its tables. Rejects with a plain sentence when it cannot. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, log, clock, pooler = false, timeoutMs = 5000 } = options;
  await migrateOncePresent(url, timeoutMs, options.startPatienceMs ?? 0);
  const pool = createConnectionPool({
    url,
    size: options.poolSize ?? 10,
    pooler,
    timeoutMs,
    onLost: (error) => log.warn({ err: error }, 'a connection to PostgreSQL was lost'),
  });
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as never }) });
  const origin = randomBytes(6).toString('base64url');
  const sender = createWakeUpSender(origin, async (payloads) => {
    try {
      await sql`select pg_notify(${wakeUpChannel}, payload) from unnest(${payloads}::text[]) payload`.execute(database);
    } catch (error) {
      log.debug({ err: error }, 'a wake-up was lost');
    }
  });
  const shared = createSharedNotifier(sender);
  const listenUrl = options.listenUrl ?? (pooler ? undefined : url);
  const listener = createWakeUpListener({
    url: listenUrl ?? url,
    origin,
    onWakeUp: shared.hear,
    onGap: () => shared.notifier.missed(),
    onBack: shared.catchUp,
    log,
    timeoutMs,
    probeMs: options.probeMs ?? 10_000,
  });
  await listener.start(listenUrl !== undefined);
  const dialect: SqlDialect = {
    database,
    // Not clock_timestamp(): the time of the statement stands still while it runs, so indexes can be used with it.
    nowMs: () =>
      clock
        ? sql<number>`${clock.now()}::bigint`
        : sql<number>`(extract(epoch from statement_timestamp()) * 1000)::bigint`,
    skipLocked: sql`for update skip locked`,
    forUpdate: sql`for update`,
    anyOf: (texts) => sql`= any(${[...texts]}::text[])`,
    rowsOf: (table, _columns, rows) =>
      sql`json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`,
    async insertRows(transaction, table, columns, rows) {
      if (rows.length === 0) return;
      const list = sql.raw(columns.join(', '));
      await sql`insert into ${sql.table(table)} (${list})
        select ${list} from ${dialect.rowsOf(table, columns, rows)} fresh`.execute(transaction);
    },
    parallelReads: 2,
    // A second one would wait for the first one's lock on their account.
    parallelSubmits: 1,
    callersVersion: shared.callersVersion,
    callersChanged: () => sender.callers(),
    transact: (job) => transact(database, job),
    async lockAccountOf(transaction, taskId) {
      await sql`select id from accounts where id = (select account_id from tasks where id = ${taskId})
        for update`.execute(transaction);
    },
    claimTasks: (claim) => claimBatch(dialect, claim, options.callbackEvents ?? 'final'),
  };
  const store = createSqlStore(dialect, shared.notifier, options.callbackEvents ?? 'final');
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    await sender.close();
    await listener.close();
    await store.close();
  }
  return {
    ...store,
    rates: createRateRows(dialect),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Makes the tables; while the database does not answer, again and again for as long as the patience lasts. */
async function migrateOncePresent(url: string, timeoutMs: number, patienceMs: number): Promise<void> {
  const givesUpAtMs = Date.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await makePostgresTables(url, timeoutMs);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (Date.now() < givesUpAtMs)
        await systemClock.sleep(backoffMs(attempt, { baseMs: 200, maxMs: 2000, jitter: 0.5 }));
      else {
        const { host, pathname } = new URL(url);
        const reason = error instanceof Error && error.message !== '' ? error.message : 'no connection';
        throw new Error(`PostgreSQL at ${host}${pathname} does not answer: ${reason}`, { cause: error });
      }
    }
  }
}

/** Any number will do, as long as nobody else's advisory locks in this database use it. */
const migrationLock = 7_140_905_203;

/**
 * Makes or upgrades the tables, one starter at a time: the others wait for the lock and then find nothing left to do. All
 * of it is one transaction on one connection, so that it works through a pooler, and so that a start that is cut off
 * leaves nothing half done. No deadline: an index on a big table takes its time.
 */
export async function makePostgresTables(url: string, timeoutMs: number): Promise<void> {
  const client = new pg.Client({ ...connectionConfig(url, 'inkling migrate', timeoutMs), types: numberTypes });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const connection = { query: client.query.bind(client), release: () => undefined };
    const pool = { connect: async () => connection, end: async () => undefined };
    const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as never }) });
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await migrateToLatest(database, true);
    await createRateTable(database);
    await client.query('commit');
  } finally {
    await client.end().catch(() => undefined);
  }
}
