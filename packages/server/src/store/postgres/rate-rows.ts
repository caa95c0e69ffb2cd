// Token buckets that all processes take from: one row each, in a table that is not logged. Taking costs no flush of the
// disk, and a crash of the database fills every bucket, which harms nobody.
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../sql/schema.js';
import type { SqlDialect } from '../sql/sql-dialect.js';
import type { RateRows } from '../store.js';

/** Made beside the migrations, since SQLite has no use for it: nothing in it needs keeping. */
export async function createRateTable(database: Kysely<Schema>): Promise<void> {
  await sql`create unlogged table if not exists rate_buckets (
    name text primary key,
    tokens double precision not null,
    granted integer not null,
    filled_at bigint not null
  )`.execute(database);
}

/** Buckets that have been full for a day are forgotten now and then, by one take in so many. */
const takesPerCleaning = 10_000;

/** Builds the part of a Store that bounds rates. */
export function createRateRows(dialect: SqlDialect): RateRows {
  let takes = 0;

  async function forgetOld(): Promise<void> {
    await sql`delete from rate_buckets where filled_at < ${dialect.nowMs()} - 86400000`.execute(dialect.database);
  }

  return {
    async take(bucket, perSecond, capacity, wanted) {
      takes += 1;
      if (takes % takesPerCleaning === 0) await forgetOld();
      const now = dialect.nowMs();
      // What is there now; a clock that was set back must not empty a bucket.
      const there = sql`least(${capacity}::double precision,
        b.tokens + greatest(0, ${now} - b.filled_at) * ${perSecond}::double precision / 1000)`;
      const granted = sql`least(${wanted}::integer, floor(${there}))`;
      const first = Math.min(wanted, Math.floor(capacity));
      const taken = await sql<{ granted: number; tokens: number }>`
        insert into rate_buckets as b (name, tokens, granted, filled_at)
        values (${bucket}, ${capacity - first}, ${first}, ${now})
        on conflict (name) do update set tokens = ${there} - ${granted}, granted = ${granted},
          filled_at = greatest(b.filled_at, excluded.filled_at)
        returning granted, tokens`.execute(dialect.database);
      const row = taken.rows[0];
      return { granted: row?.granted ?? 0, left: row?.tokens ?? 0 };
    },
  };
}
