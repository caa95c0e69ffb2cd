// Submits: a batch is one transaction of a few statements, however many tasks it carries.
//
// The fair queue. Every task gets a `turn` when it is written: the later of its account's last turn and the queue's
// virtual time (the highest turn claimed so far), plus n / weight. Workers claim by turn. An account that floods the
// queue pushes only its own turns ahead; one that comes new starts at the virtual time and is served next. This is
// start-time fair queueing (Goyal, Vin and Cheng, 1996), kept in two columns.
//
// Locks (PostgreSQL; SQLite has one writer). Every transaction that touches an account's slots or units locks the account
// row before any task: accounts by id, then packs, then tasks. Whoever locks tasks without their account skips those that
// are locked. So nobody waits in a circle, and submits of one account queue up behind its row for the length of a batch,
// not of a task. The queue's virtual time is only read here; claims move it without waiting for each other.
import { sql, type Transaction } from 'kysely';
import type { NewTask, SubmitOutcome } from '../store.js';
import { admitTask } from './admit-task.js';
import { findByExternalId } from './find-tasks.js';
import { findKeys, pairKey, rememberKeys, replayOf } from './idempotency-rows.js';
import { toTask } from './row-mapping.js';
import type { AccountRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import { reservePayment } from './units.js';

type LockedAccount = AccountRow & { virtual_time: number; now: number };

/** Writes a batch of submits in one transaction; outcomes in the order of the tasks. */
export function submitTasks(dialect: SqlDialect, tasks: readonly NewTask[]): Promise<SubmitOutcome[]> {
  return dialect.transact(async (transaction) => {
    const accounts = await lockAccounts(dialect, transaction, tasks);
    const taken = await findTakenExternalIds(dialect, transaction, tasks);
    // The accounts' locks are held: whoever used a key before has committed, or is in this batch.
    const keys = await findKeys(
      dialect,
      transaction,
      tasks.flatMap(({ accountId, idempotency }) => (idempotency ? [{ accountId, key: idempotency.key }] : [])),
    );
    const unwritten: TaskRow[] = [];
    const created: NewTask[] = [];
    const outcomes: SubmitOutcome[] = [];
    for (const task of tasks) outcomes.push(await decide(task));
    await dialect.insertRows(transaction, 'tasks', writtenColumns, unwritten);
    await rememberKeys(dialect, transaction, created);
    if (created.length > 0) await updateAccounts(dialect, transaction, [...accounts.values()]);
    return outcomes;

    /** Nothing is written for a task that is refused. */
    async function decide(task: NewTask): Promise<SubmitOutcome> {
      const { idempotency, accountId } = task;
      const keyName = idempotency && pairKey(accountId, idempotency.key);
      const known = keyName === null ? undefined : keys.get(keyName);
      if (idempotency && known) return replayOf(known, idempotency);
      const account = accounts.get(accountId);
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
      unwritten.push(row);
      created.push(task);
      // Written at once, so that the next task of this account sees what is set aside.
      await reservePayment(transaction, row, payment);
      account.reserved += payment.reduce((sum, share) => sum + share.units, 0);
      // Counted by the next task of this account that has to wait as well.
      if (held)
        await dialect.insertRows(transaction, 'tasks', writtenColumns, unwritten.splice(unwritten.length - 1, 1));
      const written = toTask(row, []);
      if (idempotency && keyName !== null) keys.set(keyName, { bodyDigest: idempotency.bodyDigest, task: written });
      return { kind: 'created', task: written, held };
    }
  });
}

async function lockAccounts(dialect: SqlDialect, transaction: Transaction<Schema>, tasks: readonly NewTask[]) {
  const ids = [...new Set(tasks.map((task) => task.accountId))];
  const locked =
    await sql<LockedAccount>`select *, (select virtual_time from service_state where id = 1) as virtual_time,
      ${dialect.nowMs()} as now
    from accounts where id ${dialect.anyOf(ids)} order by id ${dialect.forUpdate}`.execute(transaction);
  return new Map(locked.rows.map((row) => [row.id, row]));
}

/** External ids of the batch that its accounts have used before: exact, since their rows are locked. */
async function findTakenExternalIds(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  tasks: readonly NewTask[],
): Promise<Set<string>> {
  const named = tasks.flatMap(({ accountId, externalTaskId }) =>
    externalTaskId === null ? [] : [{ accountId, externalTaskId }],
  );
  return new Set((await findByExternalId(dialect, transaction, named)).keys());
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
const writtenColumns = [
  'id account_id external_task_id status status_message model request reference callback_url public_origin',
  'n units held turn faults progress created_at updated_at trace_parent',
].flatMap((names) => names.split(' '));

/** Turns and slots of every account of the batch; what is reserved has been written already. */
async function updateAccounts(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  accounts: readonly LockedAccount[],
): Promise<void> {
  const columns = ['id', 'last_turn', 'slots_held'] as const;
  const rows = accounts.map(({ id, last_turn, slots_held }) => ({ id, last_turn, slots_held }));
  await sql`update accounts set last_turn = v.last_turn, slots_held = v.slots_held
    from ${dialect.rowsOf('accounts', columns, rows)} v
    where accounts.id = v.id and accounts.last_turn <> v.last_turn`.execute(transaction);
}
