// Tasks with their pictures, in two queries however many tasks there are.
import { type Kysely, sql } from 'kysely';
import type { Picture, Task } from '../../core/task.js';
import { toPicture, toTask } from './row-mapping.js';
import type { PictureRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Reads the pictures of those that succeeded; the order of the rows is kept. */
export async function readPictures(
  dialect: Pick<SqlDialect, 'anyOf'>,
  database: Kysely<Schema>,
  rows: readonly TaskRow[],
): Promise<Task[]> {
  const succeeded = rows.filter((row) => row.status === 'succeed').map((row) => row.id);
  const byTask = new Map<string, Picture[]>();
  if (succeeded.length > 0) {
    const found = await sql<PictureRow>`select * from pictures where task_id ${dialect.anyOf(succeeded)}
      order by task_id, picture_index, variant`.execute(database);
    for (const row of found.rows) {
      const list = byTask.get(row.task_id) ?? [];
      list.push(toPicture(row));
      byTask.set(row.task_id, list);
    }
  }
  return rows.map((row) => toTask(row, byTask.get(row.id) ?? []));
}
