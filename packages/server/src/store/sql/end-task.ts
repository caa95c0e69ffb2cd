// The writes that end a task. Each is one transaction whose first statement carries the state: it takes the row out of
// every queue and the token out of every worker's hand, and only if it did may anything else be written.
import { sql, type Transaction } from 'kysely';
import type { Picture } from '../../core/task.js';
import type { TaskRows } from '../store.js';
import { toPictureRow, toTask } from './row-mapping.js';
import type { Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import type { StoreNotifier } from './store-notifier.js';

/** `succeed`, `fail` and `cancel` of TaskRows. */
export function endTask(dialect: SqlDialect, notifier: StoreNotifier): Pick<TaskRows, 'succeed' | 'fail' | 'cancel'> {
  const { database } = dialect;

  /** What every end writes. A failed task's bytes (reference, half a set of pictures) are of no use: due at once. */
  const ended = (status: 'succeed' | 'failed', message: string, bytesExpireAtMs: number | null) => sql`
    status = ${status}, status_message = ${message}, lease_token = null, worker_id = null, due_at = null,
    operation = null, progress = ${status === 'succeed' ? 1 : sql`progress`},
    ended_at = ${dialect.nowMs()}, updated_at = ${dialect.nowMs()},
    bytes_expire_at = ${bytesExpireAtMs ?? dialect.nowMs()}`;

  return {
    async succeed(id, leaseToken, pictures) {
      const done = await database.transaction().execute(async (transaction) => {
        const held = await sql<TaskRow>`update tasks set ${ended('succeed', '', earliestExpiry(pictures))}
          where id = ${id} and lease_token = ${leaseToken} and ended_at is null returning *`.execute(transaction);
        if (held.rows.length === 0) return false;
        await insertPictures(transaction, pictures);
        return true;
      });
      if (done) notifier.changed(id, 'ended');
      return done;
    },

    async fail(id, leaseToken, message) {
      const held = await sql<TaskRow>`update tasks set ${ended('failed', message, null)}
        where id = ${id} and lease_token = ${leaseToken} and ended_at is null returning *`.execute(database);
      if (held.rows.length > 0) notifier.changed(id, 'ended');
      return held.rows.length > 0;
    },

    async cancel(accountId, id, message) {
      const held = await sql<TaskRow>`update tasks set ${ended('failed', message, null)}
        where id = ${id} and account_id = ${accountId} and ended_at is null returning *`.execute(database);
      const row = held.rows[0];
      if (row) notifier.changed(id, 'ended');
      return row && toTask(row, []);
    },
  };
}

/** When the bytes of a task may go: all its pictures expire together. */
function earliestExpiry(pictures: readonly Picture[]): number {
  return Math.min(...pictures.map((picture) => picture.expiresAtMs));
}

async function insertPictures(transaction: Transaction<Schema>, pictures: readonly Picture[]): Promise<void> {
  await transaction.insertInto('pictures').values(pictures.map(toPictureRow)).execute();
}
