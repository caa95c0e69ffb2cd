// How far a move has come, kept in the target itself, in the transactions that carry the rows: after a kill the next run
// finds exactly what was written, and goes on behind it.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../sql/schema.js';

export interface StepProgress {
  /** Key of the last row that was copied; undefined before the first. */
  lastKey: readonly unknown[] | undefined;
  rows: number;
  done: boolean;
}

interface ProgressRow {
  step: string;
  last_key: string | null;
  rows: string | number;
  done: number;
}

/** Name of the table that is there while a move is under way, and only then. */
const progressTable = sql.table('inkling_move');

/** Is a move into this database under way? Of what, if so. */
export async function findMove(target: Kysely<Schema>): Promise<{ source: string } | undefined> {
  const tables = await target.introspection.getTables();
  if (!tables.some((table) => table.name === 'inkling_move')) return undefined;
  const found = await sql<{ last_key: string }>`select last_key from ${progressTable} where step = ''`.execute(target);
  return { source: found.rows[0]?.last_key ?? '' };
}

/** Begins a move: from now on it can be resumed. `source` tells this source from others and from its own later state. */
export async function beginMove(target: Kysely<Schema>, source: string): Promise<void> {
  await target.transaction().execute(async (transaction) => {
    await sql`create table ${progressTable}
      (step text primary key, last_key text, rows bigint not null, done integer not null)`.execute(transaction);
    await sql`insert into ${progressTable} (step, last_key, rows, done) values ('', ${source}, 0, 0)`.execute(
      transaction,
    );
  });
}

/** How far a step has come. */
export async function readStep(target: Kysely<Schema>, step: string): Promise<StepProgress> {
  const found = await sql<ProgressRow>`select * from ${progressTable} where step = ${step}`.execute(target);
  const row = found.rows[0];
  return {
    lastKey: row?.last_key == null ? undefined : (JSON.parse(row.last_key) as unknown[]),
    rows: Number(row?.rows ?? 0),
    done: row?.done === 1,
  };
}

/** Notes progress, in the transaction that made it. */
export async function writeStep(transaction: Transaction<Schema>, step: string, progress: StepProgress): Promise<void> {
  const lastKey = progress.lastKey === undefined ? null : JSON.stringify(progress.lastKey);
  const done = progress.done ? 1 : 0;
  await sql`insert into ${progressTable} (step, last_key, rows, done)
    values (${step}, ${lastKey}, ${progress.rows}, ${done})
    on conflict (step) do update set last_key = excluded.last_key, rows = excluded.rows, done = excluded.done`.execute(
    transaction,
  );
}

/** The move is over and verified. */
export async function endMove(target: Kysely<Schema>): Promise<void> {
  await sql`drop table ${progressTable}`.execute(target);
}
