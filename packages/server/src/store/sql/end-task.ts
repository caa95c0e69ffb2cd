// The writes that end a task. Each is one transaction whose first statement carries the state: it takes the row out of
// every queue and the token out of every worker's hand, and only if it did may anything else be written. What follows
// in the same transaction: pictures, slots, units, and the callback that is owed.
import { sql, type Transaction } from 'kysely';
import type { Picture } from '../../core/task.js';
import type { TaskRows } from '../store.js';
import { oweCallback } from './outbox.js';
import { toPictureRow, toTask } from './row-mapping.js';
import type { AccountRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import type { StoreNotifier } from './store-notifier.js';
import { settleUnits } from './units.js';

/** `succeed`, `fail`, `cancel` and `failOtherModels` of TaskRows. */
export function endTask(
  dialect: SqlDialect,
  notifier: StoreNotifier,
): Pick<TaskRows, 'succeed' | 'fail' | 'cancel' | 'failOtherModels'> {
  const { database } = dialect;

  /** What every end writes. A failed task's bytes (reference, half a set of pictures) are of no use: due at once. */
  const ended = (status: 'succeed' | 'failed', message: string, bytesExpireAtMs: number | null) => sql`
    status = ${status}, status_message = ${message}, lease_token = null, worker_id = null, due_at = null,
    operation = null, progress = ${status === 'succeed' ? 1 : sql`progress`},
    ended_at = ${dialect.nowMs()}, updated_at = ${dialect.nowMs()},
    bytes_expire_at = ${bytesExpireAtMs ?? dialect.nowMs()}`;

  /** Runs the ending update and, only if it ended a row, everything that hangs on it. */
  async function end(
    id: string,
    update: { execute(transaction: Transaction<Schema>): Promise<{ rows: TaskRow[] }> },
    pictures: readonly Picture[] = [],
  ): Promise<TaskRow | undefined> {
    const outcome = await dialect.transact(async (transaction) => {
      // Before the task: whoever lets waiting tasks in holds their account and then wants their rows.
      await dialect.lockAccountOf?.(transaction, id);
      const row = (await update.execute(transaction)).rows[0];
      if (!row) return undefined;
      if (row.n > 1) await sql`delete from picture_progress where task_id = ${id}`.execute(transaction);
      if (pictures.length > 0) await transaction.insertInto('pictures').values(pictures.map(toPictureRow)).execute();
      const released = await freeSlots(dialect, transaction, row);
      await settleUnits(dialect, transaction, row);
      const owed = await oweCallback(dialect, transaction, row);
      return { row, released, owed };
    });
    if (!outcome) return undefined;
    notifier.changed(outcome.row.id, 'ended');
    if (outcome.released > 0) notifier.ready();
    if (outcome.owed) notifier.owed();
    return outcome.row;
  }

  return {
    async succeed(id, leaseToken, pictures) {
      // All pictures of a task expire together.
      const expiry = pictures.length === 0 ? null : Math.min(...pictures.map((picture) => picture.expiresAtMs));
      const row = await end(
        id,
        sql<TaskRow>`update tasks set ${ended('succeed', '', expiry)}
          where id = ${id} and lease_token = ${leaseToken} and ended_at is null returning *`,
        pictures,
      );
      return row !== undefined;
    },

    async fail(id, leaseToken, message) {
      const row = await end(
        id,
        sql<TaskRow>`update tasks set ${ended('failed', message, null)}
        where id = ${id} and lease_token = ${leaseToken} and ended_at is null returning *`,
      );
      return row !== undefined;
    },

    async cancel(accountId, id, message) {
      const row = await end(
        id,
        sql<TaskRow>`update tasks set ${ended('failed', message, null)}
        where id = ${id} and account_id = ${accountId} and ended_at is null returning *`,
      );
      return row && toTask(row, []);
    },

    async failOtherModels({ models, submittedBeforeMs, message, limit }) {
      const others = await sql<{ id: string; model: string }>`select id, model from tasks
        where ended_at is null and due_at is null and created_at < ${submittedBeforeMs}
          and ${models.length === 0 ? sql`1 = 1` : sql`model not in (${sql.join(models)})`}
        order by turn, id limit ${limit}`.execute(database);
      let failed = 0;
      for (const { id, model } of others.rows) {
        // Claimed in between by somebody who knows the model: theirs to end.
        const row = await end(
          id,
          sql<TaskRow>`update tasks set ${ended('failed', message(model), null)}
          where id = ${id} and due_at is null and ended_at is null returning *`,
        );
        if (row) failed += 1;
      }
      return failed;
    },
  };
}

/** Gives an ended task's slots back and lets tasks in that waited for them, oldest first. Returns how many. */
async function freeSlots(dialect: SqlDialect, transaction: Transaction<Schema>, ended: TaskRow): Promise<number> {
  const updated = await sql<AccountRow>`update accounts set slots_held = slots_held - ${ended.held === 1 ? 0 : ended.n}
    where id = ${ended.account_id} returning *`.execute(transaction);
  const account = updated.rows[0];
  if (!account) return 0;
  const waiting = await sql<TaskRow>`select * from tasks
    where account_id = ${account.id} and held = 1 and ended_at is null
    order by turn, id limit 20 ${dialect.forUpdate}`.execute(transaction);
  let slots = account.slots_held;
  let released = 0;
  for (const task of waiting.rows) {
    // In their order: a small one behind a big one waits its turn.
    if (account.concurrency !== null && slots + task.n > account.concurrency) break;
    await sql`update tasks set held = 0 where id = ${task.id}`.execute(transaction);
    slots += task.n;
    released += 1;
  }
  if (released > 0) {
    await sql`update accounts set slots_held = ${slots} where id = ${account.id}`.execute(transaction);
  }
  return released;
}
