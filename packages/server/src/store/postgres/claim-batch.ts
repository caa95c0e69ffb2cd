// Claims on PostgreSQL: one statement takes tasks in their order, skipping those that somebody else is taking, and gives
// each its lease token.
import { type Kysely, sql } from 'kysely';
import { newToken } from '../../core/ids.js';
import { oweCallback } from '../sql/outbox.js';
import type { Schema, TaskRow } from '../sql/schema.js';
import type { SqlDialect } from '../sql/sql-dialect.js';
import { firstStart, markRestarts } from '../sql/task-marks.js';
import type { CallbackEvents, ClaimOptions } from '../store.js';

/** Most tasks of one claim, whatever room there is: an engine without a bound must not empty the queue. */
const maxClaim = 100;

type ClaimedRow = TaskRow & { was: string };

/** Takes ready tasks; rows in their order. */
export async function claimBatch(
  dialect: SqlDialect,
  options: ClaimOptions,
  callbackEvents: CallbackEvents,
): Promise<TaskRow[]> {
  if (callbackEvents === 'final') {
    const rows = await take(dialect, dialect.database, options);
    await follow(dialect, rows);
    return rows;
  }
  const rows = await dialect.transact(async (transaction) => {
    const taken = await take(dialect, transaction, options);
    for (const row of taken) if (row.was === 'submitted') await oweCallback(dialect, transaction, row);
    return taken;
  });
  await follow(dialect, rows);
  return rows;
}

/** What comes behind a claim. The tasks are in hand already: what fails here must not lose them. */
async function follow(dialect: SqlDialect, rows: readonly TaskRow[]): Promise<void> {
  await markRestarts(dialect, rows).catch(() => undefined);
  await moveVirtualTime(dialect.database, rows).catch(() => undefined);
}

async function take(dialect: SqlDialect, database: Kysely<Schema>, options: ClaimOptions): Promise<ClaimedRow[]> {
  const limit = Math.min(options.limit, maxClaim);
  const tokens = Array.from({ length: limit }, newToken);
  const taken = await sql<ClaimedRow>`with ready as (
      select id, status, turn from tasks
      where due_at is null and ended_at is null and held = 0 and model = any(${[...options.models]}::text[])
      order by turn, id limit ${limit} for update skip locked
    ), numbered as (
      select id, status, row_number() over (order by turn, id) as place from ready
    ), taken as (
      update tasks t set status = 'processing', lease_token = (${tokens}::text[])[numbered.place],
        worker_id = ${options.workerId}, due_at = ${dialect.nowMs()} + ${options.leaseMs}::bigint,
        updated_at = ${dialect.nowMs()}
      from numbered where t.id = numbered.id returning t.*, numbered.status as was
    ), marked as (
      insert into task_marks (task_id, place, kind, worker_id, created_at)
      select ${firstStart(options.workerId, dialect.nowMs())} from numbered where status = 'submitted'
      on conflict do nothing
    ) select * from taken order by turn, id`.execute(database);
  return taken.rows;
}

/**
 * The queue's virtual time follows the highest turn claimed. Whoever finds the row locked leaves it to the other: claims
 * never wait for each other, and a newcomer is at most one claim too early. A crash in between costs no more than that.
 */
async function moveVirtualTime(database: Kysely<Schema>, rows: readonly TaskRow[]): Promise<void> {
  const turn = rows.at(-1)?.turn;
  if (turn === undefined) return;
  await sql`update service_state set virtual_time = ${turn}
    where id = (select id from service_state where id = 1 and virtual_time < ${turn} for update skip locked)`.execute(
    database,
  );
}
