// Sums over tasks for charts: how many, how long, why not. Plain SQL that both databases run; days are the caller's,
// since the two do not agree on dates.
import { sql } from 'kysely';
import type { UsageRows } from '../store.js';
import type { SqlDialect } from './sql-dialect.js';

/** Different reasons of failures that are told. */
const maxReasons = 10;

/** Builds the usage part of a Store. */
export function createUsageRows(dialect: SqlDialect): UsageRows {
  const { database } = dialect;
  return {
    async span(fromMs, toMs) {
      // By account first: the index of tasks is one of accounts and times, and the join walks it.
      const within = sql`accounts cross join tasks
        where tasks.account_id = accounts.id and tasks.created_at >= ${fromMs} and tasks.created_at < ${toMs}`;
      const counts = await sql<
        Record<string, string | number>
      >`select tasks.account_id as account, tasks.model as model,
          count(*) as submitted,
          sum(case when status = 'succeed' then 1 else 0 end) as succeeded,
          sum(case when status = 'failed' then 1 else 0 end) as failed,
          sum(case when status = 'succeed' then n else 0 end) as pictures,
          sum(case when status = 'succeed' then units else 0 end) as units
        from ${within} group by tasks.account_id, tasks.model`.execute(database);
      // The smallest value that at least this share of the tasks do not exceed.
      const atLeast = (percent: number) => sql`min(case when place * 100 >= total * ${sql.lit(percent)} then took end)`;
      const latencies = await sql<{ p50: number | null; p95: number | null }>`select
          ${atLeast(50)} as p50, ${atLeast(95)} as p95
        from (
          select ended_at - tasks.created_at as took,
            row_number() over (order by ended_at - tasks.created_at) as place,
            count(*) over () as total
          from ${within} and status = 'succeed'
        ) as ended`.execute(database);
      const failures = await sql<{ message: string; count: number }>`select status_message as message, count(*) as count
        from ${within} and status = 'failed'
        group by status_message order by count(*) desc, status_message limit ${maxReasons}`.execute(database);
      return {
        counts: counts.rows.map((row) => ({
          accountId: String(row.account),
          model: String(row.model),
          submitted: Number(row.submitted),
          succeeded: Number(row.succeeded),
          failed: Number(row.failed),
          pictures: Number(row.pictures),
          units: Number(row.units),
        })),
        p50Ms: toNumber(latencies.rows[0]?.p50),
        p95Ms: toNumber(latencies.rows[0]?.p95),
        failures: failures.rows.map(({ message, count }) => ({ message, count: Number(count) })),
      };
    },
  };
}

/** PostgreSQL gives large integers as text. */
function toNumber(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
