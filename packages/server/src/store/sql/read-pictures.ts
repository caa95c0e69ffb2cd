// Tasks with their pictures, or how far these are, in a few queries however many tasks there are.
import { type Kysely, sql } from 'kysely';
import type { Picture, Task } from '../../core/task.js';
import { toPicture, toTask } from './row-mapping.js';
import type { PictureProgressRow, PictureRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

type Listing = Pick<SqlDialect, 'anyOf'>;

/** How far each picture of the running ones is, where there are several. */
async function readProgress(
  dialect: Listing,
  database: Kysely<Schema>,
  rows: readonly TaskRow[],
): Promise<Map<string, number[]>> {
  const running = rows.filter((row) => row.status === 'processing' && row.n > 1).map((row) => row.id);
  if (running.length === 0) return new Map();
  const found = await sql<PictureProgressRow>`select * from picture_progress
    where task_id ${dialect.anyOf(running)}`.execute(database);
  return new Map(found.rows.map((row) => [row.task_id, JSON.parse(row.fractions) as number[]]));
}

/** Reads the pictures of those that succeeded, and the progress of those that run; the order of the rows is kept. */
export async function readPictures(
  dialect: Listing,
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
  const progress = await readProgress(dialect, database, rows);
  return rows.map((row) => {
    const pictureProgress = progress.get(row.id);
    return { ...toTask(row, byTask.get(row.id) ?? []), ...(pictureProgress && { pictureProgress }) };
  });
}
