// Submits: many at a time, one commit.
//
// The fair queue. Every task gets a `turn` when it is written: the later of its account's last turn and the queue's
// virtual time (the highest turn claimed so far), plus n / weight. Workers claim by turn. An account that floods the
// queue pushes only its own turns ahead; one that comes new starts at the virtual time and is served next. This is
// start-time fair queueing (Goyal, Vin and Cheng, 1996), kept in two columns.
import { sql, type Transaction } from 'kysely';
import type { NewTask, SubmitOutcome } from '../store.js';
import { toTask } from './row-mapping.js';
import type { IdempotencyRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** How long an idempotency key stands for the task it made, ms. */
export const idempotencyTtlMs = 24 * 60 * 60 * 1000;

/** Writes a batch of submits in one transaction; outcomes in the order of the tasks. */
export function submitTasks(dialect: SqlDialect, tasks: NewTask[]): Promise<SubmitOutcome[]> {
  return dialect.database.transaction().execute(async (transaction) => {
    const outcomes: SubmitOutcome[] = [];
    for (const task of tasks) outcomes.push(await submitOne(dialect, transaction, task));
    return outcomes;
  });
}

async function submitOne(dialect: SqlDialect, transaction: Transaction<Schema>, task: NewTask): Promise<SubmitOutcome> {
  const earlier = task.idempotency && (await findReplay(dialect, transaction, task));
  if (earlier) return earlier;
  const row = await insertTask(dialect, transaction, task);
  if (!row) {
    const account = await sql`select id from accounts where id = ${task.accountId}`.execute(transaction);
    return { kind: account.rows.length > 0 ? 'external-id-taken' : 'unknown-account' };
  }
  if (task.idempotency) {
    await sql`insert into idempotency (account_id, key, body_digest, task_id, created_at)
      values (${task.accountId}, ${task.idempotency.key}, ${task.idempotency.bodyDigest}, ${task.id}, ${dialect.nowMs()})
      on conflict (account_id, key) do update
      set body_digest = excluded.body_digest, task_id = excluded.task_id, created_at = excluded.created_at`.execute(
      transaction,
    );
  }
  return { kind: 'created', task: toTask(row, []) };
}

/** What an idempotency key that is still alive stands for. */
async function findReplay(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  task: NewTask,
): Promise<SubmitOutcome | undefined> {
  const key = task.idempotency?.key ?? '';
  const found = await sql<IdempotencyRow>`select * from idempotency
    where account_id = ${task.accountId} and key = ${key} and created_at > ${dialect.nowMs()} - ${idempotencyTtlMs}`.execute(
    transaction,
  );
  const entry = found.rows[0];
  if (!entry) return undefined;
  if (entry.body_digest !== task.idempotency?.bodyDigest) return { kind: 'idempotency-conflict' };
  const rows = await sql<TaskRow>`select * from tasks where id = ${entry.task_id}`.execute(transaction);
  const row = rows.rows[0];
  return row && { kind: 'replayed', task: toTask(row, []) };
}

async function insertTask(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  task: NewTask,
): Promise<TaskRow | undefined> {
  const now = dialect.nowMs();
  const inserted = await sql<TaskRow>`insert into tasks
    (id, account_id, external_task_id, status, status_message, model, request, reference, callback_url, public_origin,
     units, turn, faults, progress, created_at, updated_at)
    select ${task.id}, ${task.accountId}, ${task.externalTaskId}, 'submitted', '', ${task.request.model},
      ${JSON.stringify(task.request)}, ${task.reference && JSON.stringify(task.reference)}, ${task.callbackUrl},
      ${task.publicOrigin}, ${task.units},
      case when a.last_turn > q.virtual_time then a.last_turn else q.virtual_time end + ${task.request.n} / a.weight,
      0, 0, ${now}, ${now}
    from accounts a, queue_clock q where a.id = ${task.accountId} and q.id = 1
    on conflict (account_id, external_task_id) where external_task_id is not null do nothing
    returning *`.execute(transaction);
  const row = inserted.rows[0];
  if (!row) return undefined;
  await sql`update accounts set last_turn = ${row.turn} where id = ${task.accountId}`.execute(transaction);
  return row;
}
