// Submits on PostgreSQL: a batch is one transaction of a few statements, however many tasks it carries. The fair queue
// is told of in sql/submit-tasks.ts; here is the same with the batch's accounts locked first and turns counted in hand.
//
// Locks. Every transaction that touches an account's slots or units locks the account row before any task: accounts by
// id, then packs, then tasks. Whoever locks tasks without their account skips those that are locked. So nobody waits in
// a circle, and submits of one account queue up behind its row for the length of a batch, not of a task. The queue's
// virtual time is only read here; claims move it without waiting for each other (claim-batch.ts).
import { sql, type Transaction } from 'kysely';
import { toTask } from '../sql/row-mapping.js';
import type { AccountRow, Schema, TaskRow } from '../sql/schema.js';
import type { SqlDialect } from '../sql/sql-dialect.js';
import { admitTask, findReplay, rememberKey } from '../sql/submit-tasks.js';
import { type Payment, reservePayment } from '../sql/units.js';
import type { NewTask, SubmitOutcome } from '../store.js';

type LockedAccount = AccountRow & { virtual_time: number; now: number };

/** What a task of the batch turned into, and how the account stands after it. */
interface Accepted {
  row: TaskRow;
  payment: Payment;
  task: NewTask;
}

/** Writes a batch of submits in one transaction; outcomes in the order of the tasks. */
export function submitBatch(dialect: SqlDialect, tasks: readonly NewTask[]): Promise<SubmitOutcome[]> {
  return dialect.transact(async (transaction) => {
    const accounts = await lockAccounts(dialect, transaction, tasks);
    const taken = await findTakenExternalIds(transaction, tasks);
    const replays = new Map<string, { digest: string; task: TaskRow }>();
    const accepted: Accepted[] = [];
    const outcomes: SubmitOutcome[] = [];
    let created = 0;
    for (const task of tasks) {
      const outcome = await decide(task);
      if (outcome.kind === 'created') created += 1;
      outcomes.push(outcome);
    }
    await insertTasks(transaction, accepted);
    if (created > 0) await updateAccounts(transaction, [...accounts.values()]);
    return outcomes;

    /** Nothing is written for a task that is refused. */
    async function decide(task: NewTask): Promise<SubmitOutcome> {
      const { idempotency, accountId } = task;
      const account = accounts.get(accountId);
      if (idempotency) {
        // The account's lock is held: whoever used this key before has committed, or is in this batch.
        const here = replays.get(pairKey(accountId, idempotency.key));
        if (here) {
          return here.digest === idempotency.bodyDigest
            ? { kind: 'replayed', task: toTask(here.task, []) }
            : { kind: 'idempotency-conflict' };
        }
        const earlier = account && (await findReplay(dialect, transaction, accountId, idempotency));
        if (earlier) return earlier;
      }
      if (!account) return { kind: 'unknown-account' };
      const admitted = await admitTask(dialect, transaction, account, task);
      if ('kind' in admitted) return admitted;
      const { held, payment } = admitted;
      const external = task.externalTaskId === null ? undefined : pairKey(accountId, task.externalTaskId);
      if (external !== undefined) {
        if (taken.has(external)) return { kind: 'external-id-taken' };
        taken.add(external);
      }
      const row = newRow(task, account, held);
      account.last_turn = row.turn;
      if (!held) account.slots_held += row.n;
      accepted.push({ row, payment, task });
      // Written at once, so that the next task of this account sees what is set aside.
      await reservePayment(transaction, row, payment);
      account.reserved += payment.reduce((sum, share) => sum + share.units, 0);
      // Counted by the next task of this account that has to wait as well.
      if (held) await insertTasks(transaction, accepted.splice(accepted.length - 1, 1));
      if (idempotency) {
        await rememberKey(dialect, transaction, task);
        replays.set(pairKey(accountId, idempotency.key), { digest: idempotency.bodyDigest, task: row });
      }
      return { kind: 'created', task: toTask(row, []), held };
    }
  });
}

/** Account ids hold no NUL. */
const pairKey = (accountId: string, name: string) => `${accountId}\u0000${name}`;

async function lockAccounts(dialect: SqlDialect, transaction: Transaction<Schema>, tasks: readonly NewTask[]) {
  const ids = [...new Set(tasks.map((task) => task.accountId))];
  const locked = await sql<LockedAccount>`select a.*, s.virtual_time, ${dialect.nowMs()} as now
    from accounts a, service_state s where a.id = any(${ids}::text[]) and s.id = 1
    order by a.id for update of a`.execute(transaction);
  return new Map(locked.rows.map((row) => [row.id, row]));
}

/** External ids of the batch that its accounts have used before: exact, since their rows are locked. */
async function findTakenExternalIds(transaction: Transaction<Schema>, tasks: readonly NewTask[]): Promise<Set<string>> {
  const named = tasks.filter((task) => task.externalTaskId !== null);
  if (named.length === 0) return new Set();
  const accountIds = named.map((task) => task.accountId);
  const externalIds = named.map((task) => task.externalTaskId);
  const found = await sql<{ account_id: string; external_task_id: string }>`
    select t.account_id, t.external_task_id
    from unnest(${accountIds}::text[], ${externalIds}::text[]) as wanted (account_id, external_task_id)
    join tasks t on t.account_id = wanted.account_id and t.external_task_id = wanted.external_task_id`.execute(
    transaction,
  );
  return new Set(found.rows.map((row) => pairKey(row.account_id, row.external_task_id)));
}

/** The row of a task as it is written. */
function newRow(task: NewTask, account: LockedAccount, held: boolean): TaskRow {
  const { request } = task;
  return {
    id: task.id,
    account_id: task.accountId,
    external_task_id: task.externalTaskId,
    status: 'submitted',
    status_message: '',
    model: request.model,
    request: JSON.stringify(request),
    reference: task.reference && JSON.stringify(task.reference),
    callback_url: task.callbackUrl,
    public_origin: task.publicOrigin,
    n: request.n,
    units: task.units,
    held: held ? 1 : 0,
    turn: Math.max(account.last_turn, account.virtual_time) + request.n / account.weight,
    faults: 0,
    progress: 0,
    worker_id: null,
    lease_token: null,
    due_at: null,
    operation: null,
    created_at: account.now,
    updated_at: account.now,
    ended_at: null,
    bytes_expire_at: null,
    trace_parent: task.traceParent ?? null,
  };
}

/** Columns by name: a newer build may have added others, with defaults. */
const writtenColumns = sql.raw(`id, account_id, external_task_id, status, status_message, model, request, reference,
  callback_url, public_origin, n, units, held, turn, faults, progress, created_at, updated_at,
  trace_parent`);

/** One statement of one text, whatever the number of rows. */
async function insertTasks(transaction: Transaction<Schema>, accepted: readonly Accepted[]): Promise<void> {
  if (accepted.length === 0) return;
  const rows = JSON.stringify(accepted.map(({ row }) => row));
  await sql`insert into tasks (${writtenColumns})
    select ${writtenColumns} from json_populate_recordset(null::tasks, ${rows}::json)`.execute(transaction);
}

/** Turns and slots of every account of the batch; what is reserved has been written already. */
async function updateAccounts(transaction: Transaction<Schema>, accounts: readonly LockedAccount[]): Promise<void> {
  await sql`update accounts set last_turn = v.last_turn, slots_held = v.slots_held
    from unnest(${accounts.map((account) => account.id)}::text[],
      ${accounts.map((account) => account.last_turn)}::double precision[],
      ${accounts.map((account) => account.slots_held)}::integer[]) as v (id, last_turn, slots_held)
    where accounts.id = v.id and accounts.last_turn <> v.last_turn`.execute(transaction);
}
