// Tasks by their ids or by their owners' ids for them: all that are asked for at the same time in one statement.
import { type Kysely, sql } from 'kysely';
import type { Task } from '../../core/task.js';
import { createBatcher } from './batcher.js';
import { pairKey } from './idempotency-rows.js';
import { readPictures } from './read-pictures.js';
import type { Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

interface Wanted {
  accountId: string;
  idOrExternalId: string;
}

/** Most tasks of one statement. */
const maxBatch = 100;

/** By task id, else by external id, within one account. */
export function createTaskFinder(dialect: SqlDialect): (accountId: string, id: string) => Promise<Task | undefined> {
  const reads = createBatcher<Wanted, Task | undefined>((wanted) => findTasks(dialect, wanted), {
    maxItems: maxBatch,
    parallel: dialect.parallelReads,
  });
  return async (accountId, idOrExternalId) =>
    // No id holds a NUL, and PostgreSQL refuses to look for one: it would fail for all that travel with it.
    idOrExternalId.includes('\0') ? undefined : await reads.add({ accountId, idOrExternalId });
}

async function findTasks(dialect: SqlDialect, wanted: readonly Wanted[]): Promise<(Task | undefined)[]> {
  const ids = [...new Set(wanted.map((one) => one.idOrExternalId))];
  const found = await sql<TaskRow>`select * from tasks where id ${dialect.anyOf(ids)}`.execute(dialect.database);
  const byId = new Map(found.rows.map((row) => [row.id, row]));
  const rows = wanted.map(({ accountId, idOrExternalId }) => {
    const row = byId.get(idOrExternalId);
    return row?.account_id === accountId ? row : undefined;
  });
  const others = wanted
    .filter((_one, index) => rows[index] === undefined)
    .map(({ accountId, idOrExternalId }) => ({ accountId, externalTaskId: idOrExternalId }));
  const byExternalId = await findByExternalId(dialect, dialect.database, others);
  const chosen = wanted.map(
    ({ accountId, idOrExternalId }, index) => rows[index] ?? byExternalId.get(pairKey(accountId, idOrExternalId)),
  );
  const distinct = [...new Set(chosen.filter((row) => row !== undefined))];
  const tasks = await readPictures(dialect, dialect.database, distinct);
  const taskOf = new Map(distinct.map((row, index) => [row, tasks[index]]));
  return chosen.map((row) => row && taskOf.get(row));
}

/** The tasks of accounts that bear these external ids, by `pairKey`. */
export async function findByExternalId(
  dialect: SqlDialect,
  database: Kysely<Schema>,
  wanted: readonly { accountId: string; externalTaskId: string }[],
): Promise<Map<string, TaskRow>> {
  if (wanted.length === 0) return new Map();
  const pairs = wanted.map((one) => ({ account_id: one.accountId, external_task_id: one.externalTaskId }));
  const found = await sql<TaskRow>`select t.*
    from ${dialect.rowsOf('tasks', ['account_id', 'external_task_id'], pairs)} wanted
    join tasks t on t.account_id = wanted.account_id and t.external_task_id = wanted.external_task_id`.execute(
    database,
  );
  return new Map(found.rows.map((row) => [pairKey(row.account_id, row.external_task_id ?? ''), row]));
}
