// The pictures table, and the bookkeeping of bytes whose time is over.
import { sql } from 'kysely';
import type { PictureRows } from '../store.js';
import { toPicture } from './row-mapping.js';
import type { PictureRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Builds the picture half of a Store. */
export function createPictureRows(dialect: SqlDialect): PictureRows {
  const { database } = dialect;
  return {
    async find(token) {
      const found = await sql<PictureRow>`select * from pictures where token = ${token}`.execute(database);
      return found.rows[0] && toPicture(found.rows[0]);
    },

    async expiredTasks(limit) {
      const found = await sql<{ id: string }>`select id from tasks
        where bytes_expire_at is not null and bytes_expire_at <= ${dialect.nowMs()}
        order by bytes_expire_at limit ${limit}`.execute(database);
      return found.rows.map((row) => row.id);
    },

    async markDeleted(taskId) {
      await dialect.transact(async (transaction) => {
        await sql`update pictures set deleted_at = ${dialect.nowMs()}
          where task_id = ${taskId} and deleted_at is null`.execute(transaction);
        await sql`update tasks set bytes_expire_at = null where id = ${taskId}`.execute(transaction);
      });
    },
  };
}
