// Rows that wait for something outside: parked without a lease until a time. Whoever watches for the outside to happen
// pushes that time ahead, many rows in one statement, and takes a row when there is something to do. When the watcher
// dies, the time passes and the row is ready for anybody.
import { sql } from 'kysely';
import { newToken } from '../../core/ids.js';
import type { TaskRows } from '../store.js';
import { toClaimedTask } from './row-mapping.js';
import type { TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import type { StoreNotifier } from './store-notifier.js';

/** `postpone` and `takeParked` of TaskRows. */
export function parkedRows(
  { anyOf, database, nowMs }: SqlDialect,
  notifier: StoreNotifier,
): Pick<TaskRows, 'postpone' | 'takeParked'> {
  const isParked = sql`lease_token is null and due_at is not null and ended_at is null`;
  return {
    async postpone(ids, delayMs) {
      if (ids.length === 0) return [];
      const parked = await sql<{ id: string }>`update tasks set due_at = ${nowMs()} + ${delayMs}
        where id ${anyOf(ids)} and ${isParked} returning id`.execute(database);
      return parked.rows.map((row) => row.id);
    },

    async takeParked(ids, options) {
      if (ids.length === 0) return [];
      const taken = await database.transaction().execute(async (transaction) => {
        const rows: TaskRow[] = [];
        for (const id of ids) {
          const updated = await sql<TaskRow>`update tasks
            set lease_token = ${newToken()}, worker_id = ${options.workerId},
              due_at = ${nowMs()} + ${options.leaseMs}, updated_at = ${nowMs()}
            where id = ${id} and ${isParked} returning *`.execute(transaction);
          rows.push(...updated.rows);
        }
        return rows;
      });
      for (const row of taken) notifier.changed(row.id, 'status');
      return taken.map(toClaimedTask);
    },
  };
}
