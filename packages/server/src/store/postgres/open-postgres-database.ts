// The tables of PostgreSQL without a store around them, for who reads and writes whole tables.
import { Kysely, PostgresDialect } from 'kysely';
import type { Schema } from '../sql/schema.js';
import { createConnectionPool } from './connection-pool.js';
import { makePostgresTables } from './open-postgres-store.js';

/** Longest wait for a connection, ms. */
const connectTimeoutMs = 5000;
/** Longest wait for an answer, ms: sums over millions of rows take their time. */
const answerTimeoutMs = 10 * 60_000;

/** Opens the database, making or upgrading its tables if told to. Rejects with a plain sentence when it cannot. */
export async function openPostgresDatabase(url: string, options: { makeTables: boolean }): Promise<Kysely<Schema>> {
  if (options.makeTables) await makePostgresTables(url, connectTimeoutMs);
  const pool = createConnectionPool({
    url,
    size: 2,
    pooler: false,
    timeoutMs: answerTimeoutMs,
    onLost: () => undefined,
  });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as never }) });
}
