// Moments in a task's life that its row does not keep, for whoever asks what happened to it.
//
// The queue does not hang on them: they are written beside the statement that moves the row, and one that is lost with a
// process, or was never written by an older build, is a gap in a story and no more.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { TaskMark } from '../../core/task.js';
import type { Schema, TaskMarkRow, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Where a statement runs and what time it is there. */
interface MarkParts extends Pick<SqlDialect, 'nowMs' | 'anyOf'> {
  database: Kysely<Schema>;
}

/** Place of a task's next mark. */
const nextPlace = sql`coalesce((select max(place) from task_marks m where m.task_id = tasks.id), 0) + 1`;
const lastKind = sql`(select kind from task_marks m where m.task_id = tasks.id order by place desc limit 1)`;

/** The mark of a first claim, as columns of `task_marks`; what a select of such tasks begins with. */
export const firstStart = (workerId: string, nowMs: RawBuilder<number>) => sql`id, 1, 'started', ${workerId}, ${nowMs}`;

/** Remembers that these tasks were taken for the first time. */
export async function markStarts(
  { database, nowMs, anyOf }: MarkParts,
  taskIds: readonly string[],
  workerId: string,
): Promise<void> {
  if (taskIds.length === 0) return;
  await sql`insert into task_marks (task_id, place, kind, worker_id, created_at)
    select ${firstStart(workerId, nowMs())} from tasks where id ${anyOf(taskIds)}
    on conflict do nothing`.execute(database);
}

/** Remembers that these tasks were taken again after a fault; other claims of them (a wait that is over) are no news. */
export async function markRestarts({ database, nowMs, anyOf }: MarkParts, rows: readonly TaskRow[]): Promise<void> {
  const tried = rows.filter((row) => row.faults > 0);
  if (tried.length === 0) return;
  await sql`insert into task_marks (task_id, place, kind, worker_id, created_at)
    select id, ${nextPlace}, 'started', worker_id, ${nowMs()} from tasks
    where id ${anyOf(tried.map((row) => row.id))} and ${lastKind} <> 'started'
    on conflict do nothing`.execute(database);
}

/** Remembers that a try of these tasks came to nothing. */
export async function markFaults(
  { database, nowMs, anyOf }: MarkParts,
  taskIds: readonly string[],
  kind: 'fault' | 'lost',
): Promise<void> {
  if (taskIds.length === 0) return;
  await sql`insert into task_marks (task_id, place, kind, worker_id, created_at)
    select id, ${nextPlace}, ${kind}, null, ${nowMs()} from tasks where id ${anyOf(taskIds)}
    on conflict do nothing`.execute(database);
}

/** Oldest first. */
export async function readMarks(database: Kysely<Schema>, taskId: string): Promise<TaskMark[]> {
  const found = await sql<TaskMarkRow>`select * from task_marks where task_id = ${taskId} order by place`.execute(
    database,
  );
  return found.rows.map((row) => ({
    kind: row.kind as TaskMark['kind'],
    workerId: row.worker_id,
    atMs: row.created_at,
  }));
}
