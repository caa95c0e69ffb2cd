// Copies every row of one database into another, in batches, so that it can be stopped and resumed at any point.
//
// What if it dies here? Each batch is one transaction that also notes its last key: either both are there or neither. The
// next run reads on behind that key. The source does not change meanwhile: no server runs on it.
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from '../sql/schema.js';
import { readStep, type StepProgress, writeStep } from './copy-progress.js';
import { type TableName, tableNames, tablePlan } from './table-plan.js';

type Row = Record<string, unknown>;

export interface CopyOptions {
  source: Kysely<Schema>;
  target: Kysely<Schema>;
  /** Rows per transaction; default 500. */
  batchSize?: number;
  /** Called after each batch with rows copied so far and rows there are. */
  onProgress?: (step: string, done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Parameters per statement stay below PostgreSQL's 65,535 with 24 columns. */
const defaultBatchSize = 500;

/** Copies all tables; a move must have begun in the target. */
export async function copyDatabase(options: CopyOptions): Promise<void> {
  for (const table of tableNames) {
    await walkRows(options, {
      step: table,
      table,
      where: sql`1 = 1`,
      async handle(rows, transaction) {
        await insertRows(transaction, table, rows);
      },
    });
  }
}

export interface Walk {
  /** Name under which progress is kept. */
  step: string;
  table: TableName;
  /** Which rows. */
  where: RawBuilder<unknown>;
  /** Does what is to be done with some rows; the transaction is that of the target which notes the progress. */
  handle(rows: Row[], transaction: Transaction<Schema>): Promise<void>;
}

/** Goes through rows of the source by primary key, from where an earlier run stopped. Returns how many there were in all. */
export async function walkRows(options: CopyOptions, walk: Walk): Promise<number> {
  const { source, target, batchSize = defaultBatchSize } = options;
  const counted = await sql<{ total: number }>`select count(*) as total from ${sql.table(walk.table)}
    where ${walk.where}`.execute(source);
  const total = Number(counted.rows[0]?.total ?? 0);
  let progress: StepProgress = await readStep(target, walk.step);
  options.onProgress?.(walk.step, progress.rows, total);
  while (!progress.done) {
    options.signal?.throwIfAborted();
    const rows = await readBatch(source, walk, progress.lastKey, batchSize);
    const last = rows.at(-1);
    const next: StepProgress = {
      lastKey: last === undefined ? progress.lastKey : tablePlan[walk.table].key.map((column) => last[column]),
      rows: progress.rows + rows.length,
      done: rows.length < batchSize,
    };
    await target.transaction().execute(async (transaction) => {
      if (rows.length > 0) await walk.handle(rows, transaction);
      await writeStep(transaction, walk.step, next);
    });
    progress = next;
    options.onProgress?.(walk.step, progress.rows, total);
  }
  return progress.rows;
}

async function readBatch(
  source: Kysely<Schema>,
  walk: Walk,
  lastKey: readonly unknown[] | undefined,
  limit: number,
): Promise<Row[]> {
  const key = sql.join(tablePlan[walk.table].key.map((column) => sql.ref(column)));
  const behind = lastKey === undefined ? sql`1 = 1` : sql`(${key}) > (${sql.join([...lastKey])})`;
  const found = await sql<Row>`select * from ${sql.table(walk.table)}
    where (${walk.where}) and ${behind} order by ${key} limit ${limit}`.execute(source);
  return found.rows;
}

/** Columns of the target that the source does not know take their defaults. */
async function insertRows(transaction: Transaction<Schema>, table: TableName, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const insert = sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`;
  // The one row that every new database has from the start.
  const conflict =
    table === 'service_state'
      ? sql`on conflict (id) do update set virtual_time = excluded.virtual_time, maintenance = excluded.maintenance`
      : sql``;
  await sql`${insert} ${conflict}`.execute(transaction);
}
