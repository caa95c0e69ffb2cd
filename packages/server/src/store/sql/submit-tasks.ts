// Submits: many at a time, one commit.
//
// The fair queue. Every task gets a `turn` when it is written: the later of its account's last turn and the queue's
// virtual time (the highest turn claimed so far), plus n / weight. Workers claim by turn. An account that floods the
// queue pushes only its own turns ahead; one that comes new starts at the virtual time and is served next. This is
// start-time fair queueing (Goyal, Vin and Cheng, 1996), kept in two columns.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { IdempotencyMark, NewTask, Replay, SubmitOutcome } from '../store.js';
import { readPictures } from './read-pictures.js';
import { toTask } from './row-mapping.js';
import type { AccountRow, IdempotencyRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import { type Payment, planPayment, reservePayment } from './units.js';

/** How long an idempotency key stands for the task it made, ms. */
const idempotencyTtlMs = 24 * 60 * 60 * 1000;

/** Writes a batch of submits in one transaction; outcomes in the order of the tasks. */
export function submitTasks(dialect: SqlDialect, tasks: NewTask[]): Promise<SubmitOutcome[]> {
  return dialect.transact(async (transaction) => {
    const outcomes: SubmitOutcome[] = [];
    for (const task of tasks) outcomes.push(await submitOne(dialect, transaction, task));
    return outcomes;
  });
}

/** Nothing is written unless the outcome is `created`: the other tasks of the batch share the transaction. */
async function submitOne(dialect: SqlDialect, transaction: Transaction<Schema>, task: NewTask): Promise<SubmitOutcome> {
  const earlier = task.idempotency && (await findReplay(dialect, transaction, task.accountId, task.idempotency));
  if (earlier) return earlier;
  // The row stays locked to the end of the transaction (PostgreSQL): slots and units are counted one submit at a time.
  const accounts = await sql<AccountRow>`select * from accounts
    where id = ${task.accountId} ${dialect.forUpdate}`.execute(transaction);
  const account = accounts.rows[0];
  if (!account) return { kind: 'unknown-account' };
  const admitted = await admitTask(dialect, transaction, account, task);
  if ('kind' in admitted) return admitted;
  const { held, payment } = admitted;
  const row = await insertTask(dialect, transaction, task, held);
  if (!row) return { kind: 'external-id-taken' };
  await sql`update accounts set last_turn = ${row.turn}, slots_held = slots_held + ${held ? 0 : row.n}
    where id = ${task.accountId}`.execute(transaction);
  await reservePayment(transaction, row, payment);
  if (task.idempotency) await rememberKey(dialect, transaction, task);
  return { kind: 'created', task: toTask(row, []), held };
}

/** May this account submit the task now? If so, whether it waits for slots and who pays; else why not. Writes nothing. */
export async function admitTask(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  account: AccountRow,
  task: NewTask,
): Promise<{ held: boolean; payment: Payment } | SubmitOutcome> {
  if (account.enabled !== 1) return { kind: 'account-disabled' };
  const { concurrency } = account;
  if (concurrency !== null && task.request.n > concurrency) return { kind: 'too-many-slots', concurrency };
  const held = await mustWaitForSlots(transaction, account, task.request.n);
  if (held === 'refuse') return { kind: 'no-slots' };
  const payment = await planPayment(dialect, transaction, account, task.units);
  return typeof payment === 'string' ? { kind: payment } : { held, payment };
}

/** From now on the task's idempotency key stands for it. */
export async function rememberKey(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  { idempotency, accountId, id }: NewTask,
): Promise<void> {
  await sql`insert into idempotency (account_id, key, body_digest, task_id, created_at)
    values (${accountId}, ${idempotency?.key}, ${idempotency?.bodyDigest}, ${id}, ${dialect.nowMs()})
    on conflict (account_id, key) do update
    set body_digest = excluded.body_digest, task_id = excluded.task_id, created_at = excluded.created_at`.execute(
    transaction,
  );
}

/** What an idempotency key that is still alive stands for. */
export async function findReplay(
  dialect: SqlDialect,
  database: Kysely<Schema>,
  accountId: string,
  { key, bodyDigest }: IdempotencyMark,
): Promise<Replay | undefined> {
  const found = await sql<IdempotencyRow>`select * from idempotency
    where account_id = ${accountId} and key = ${key} and created_at > ${dialect.nowMs()} - ${idempotencyTtlMs}`.execute(
    database,
  );
  const entry = found.rows[0];
  if (!entry) return undefined;
  if (entry.body_digest !== bodyDigest) return { kind: 'idempotency-conflict' };
  const rows = await sql<TaskRow>`select * from tasks where id = ${entry.task_id}`.execute(database);
  // With its pictures: whoever waits for the end may find it there already.
  const [replayed] = await readPictures(database, rows.rows);
  return replayed && { kind: 'replayed', task: replayed };
}

/** Most tasks of one account that may wait for its own slots (`whenBusy: queue`). */
const maxHeldPerAccount = 1000;

/** Does a task of `n` slots fit (false), wait for its account's slots (true), or get refused? */
async function mustWaitForSlots(
  transaction: Transaction<Schema>,
  account: AccountRow,
  n: number,
): Promise<boolean | 'refuse'> {
  if (account.concurrency === null) return false;
  const fits = account.slots_held + n <= account.concurrency;
  if (account.when_busy !== 'queue') return fits ? false : 'refuse';
  const waiting = await sql<{ held: number }>`select count(*) as held from tasks
    where account_id = ${account.id} and held = 1 and ended_at is null`.execute(transaction);
  const held = Number(waiting.rows[0]?.held ?? 0);
  if (held >= maxHeldPerAccount) return 'refuse';
  // Behind those that wait already, also when it is small enough to slip past them.
  return held > 0 || !fits;
}

async function insertTask(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  task: NewTask,
  held: boolean,
): Promise<TaskRow | undefined> {
  const now = dialect.nowMs();
  const inserted = await sql<TaskRow>`insert into tasks
    (id, account_id, external_task_id, status, status_message, model, request, reference, callback_url, public_origin,
     n, units, held, turn, faults, progress, created_at, updated_at, trace_parent)
    select ${task.id}, ${task.accountId}, ${task.externalTaskId}, 'submitted', '', ${task.request.model},
      ${JSON.stringify(task.request)}, ${task.reference && JSON.stringify(task.reference)}, ${task.callbackUrl},
      ${task.publicOrigin}, ${task.request.n}, ${task.units}, ${held ? 1 : 0},
      case when a.last_turn > s.virtual_time then a.last_turn else s.virtual_time end + ${task.request.n} / a.weight,
      0, 0, ${now}, ${now}, ${task.traceParent ?? null}
    from accounts a, service_state s where a.id = ${task.accountId} and s.id = 1
    on conflict (account_id, external_task_id) where external_task_id is not null do nothing
    returning *`.execute(transaction);
  return inserted.rows[0];
}
