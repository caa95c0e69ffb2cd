// The outbox: callbacks owed, written in the transaction that owes them, and the bookkeeping of tries.
import { sql, type Transaction } from 'kysely';
import { newToken } from '../../core/ids.js';
import type { TaskStatus } from '../../core/task.js';
import type { ClaimedDelivery, Delivery, DeliveryAttempt, DeliveryRows } from '../store.js';
import { readPictures } from './read-pictures.js';
import type { DeliveryAttemptRow, DeliveryRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import type { StoreNotifier } from './store-notifier.js';

/** Writes the callback that a change of this task's status owes; false when its submitter wanted none. */
export async function oweCallback(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  task: TaskRow,
): Promise<boolean> {
  if (task.callback_url === null) return false;
  await sql`insert into deliveries
    (id, task_id, account_id, url, host, task_status, task_updated_at, state, attempts, due_at, created_at)
    values (${`msg_${newToken()}`}, ${task.id}, ${task.account_id}, ${task.callback_url}, ${new URL(task.callback_url).host},
      ${task.status}, ${task.updated_at}, 'pending', 0, ${dialect.nowMs()}, ${dialect.nowMs()})`.execute(transaction);
  return true;
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    taskId: row.task_id,
    accountId: row.account_id,
    url: row.url,
    host: row.host,
    taskStatus: row.task_status as TaskStatus,
    taskUpdatedAtMs: row.task_updated_at,
    state: row.state as Delivery['state'],
    attempts: row.attempts,
    nextAttemptAtMs: row.due_at,
    createdAtMs: row.created_at,
    endedAtMs: row.ended_at,
  };
}

function toAttempt(row: DeliveryAttemptRow): DeliveryAttempt {
  return {
    attempt: row.attempt,
    startedAtMs: row.started_at,
    durationMs: row.duration_ms,
    httpStatus: row.http_status,
    error: row.error,
    reply: row.reply,
  };
}

/** Builds the delivery half of a Store. */
export function createDeliveryRows(dialect: SqlDialect, notifier: StoreNotifier): DeliveryRows {
  const { database } = dialect;

  async function claimRows(transaction: Transaction<Schema>, options: Parameters<DeliveryRows['claim']>[0]) {
    const notBusy = options.busyHosts.length === 0 ? sql`` : sql`and host not in (${sql.join(options.busyHosts)})`;
    const due = await sql<DeliveryRow>`select * from deliveries
      where due_at is not null and due_at <= ${dialect.nowMs()} ${notBusy}
      order by due_at limit ${options.limit} ${dialect.skipLocked}`.execute(transaction);
    const claimed: ClaimedDelivery[] = [];
    for (const row of due.rows) {
      const leaseToken = newToken();
      await sql`update deliveries set lease_token = ${leaseToken}, due_at = ${dialect.nowMs()} + ${options.leaseMs}
        where id = ${row.id}`.execute(transaction);
      const tasks = await sql<TaskRow>`select * from tasks where id = ${row.task_id}`.execute(transaction);
      const [task] = await readPictures(dialect, transaction, tasks.rows);
      // Purged meanwhile: there is nothing left to tell.
      if (!task) await sql`delete from deliveries where id = ${row.id}`.execute(transaction);
      else claimed.push({ ...toDelivery(row), leaseToken, task });
    }
    return claimed;
  }

  return {
    claim: (options) => dialect.transact((transaction) => claimRows(transaction, options)),

    async settle(id, leaseToken, attempt, next) {
      const state = next.kind === 'retry' ? 'pending' : next.kind;
      const dueAt = next.kind === 'retry' ? sql`${dialect.nowMs()} + ${next.inMs}` : sql`null`;
      return dialect.transact(async (transaction) => {
        const held = await sql`update deliveries
          set state = ${state}, attempts = attempts + 1, due_at = ${dueAt}, lease_token = null,
            ended_at = ${next.kind === 'retry' ? sql`null` : dialect.nowMs()}
          where id = ${id} and lease_token = ${leaseToken} returning id`.execute(transaction);
        if (held.rows.length === 0) return false;
        await sql`insert into delivery_attempts
          (delivery_id, attempt, started_at, duration_ms, http_status, error, reply)
          values (${id}, (select attempts from deliveries where id = ${id}), ${attempt.startedAtMs}, ${attempt.durationMs},
            ${attempt.httpStatus}, ${attempt.error}, ${attempt.reply})`.execute(transaction);
        return true;
      });
    },

    async listOfTask(taskId) {
      const rows = await sql<DeliveryRow>`select * from deliveries
        where task_id = ${taskId} order by created_at, id`.execute(database);
      const listed: (Delivery & { log: DeliveryAttempt[] })[] = [];
      for (const row of rows.rows) {
        const tries = await sql<DeliveryAttemptRow>`select * from delivery_attempts
          where delivery_id = ${row.id} order by attempt`.execute(database);
        listed.push({ ...toDelivery(row), log: tries.rows.map(toAttempt) });
      }
      return listed;
    },

    async list(state, limit) {
      const rows = await sql<DeliveryRow>`select * from deliveries
        ${state === undefined ? sql`` : sql`where state = ${state}`}
        order by created_at desc, id desc limit ${limit}`.execute(database);
      return rows.rows.map(toDelivery);
    },

    async redeliver(id) {
      // One that is under way or waiting is only hurried; its number of tries goes on.
      const revived = await sql`update deliveries
        set state = 'pending', due_at = ${dialect.nowMs()}, ended_at = null
        where id = ${id} and lease_token is null returning id`.execute(database);
      if (revived.rows.length > 0) notifier.owed();
      return revived.rows.length > 0;
    },

    async pending() {
      const found = await sql<{ pending: number }>`select count(*) as pending from deliveries
        where due_at is not null`.execute(database);
      return Number(found.rows[0]?.pending ?? 0);
    },

    async nextDueInMs() {
      const found = await sql<{ due: number | null; now: number }>`select min(due_at) as due, ${dialect.nowMs()} as now
        from deliveries where due_at is not null`.execute(database);
      const row = found.rows[0];
      return row && row.due !== null ? Math.max(0, row.due - row.now) : undefined;
    },
  };
}
