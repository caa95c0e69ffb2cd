// May an account submit a task now? Slots, the account's own queue and who pays.
import { sql, type Transaction } from 'kysely';
import type { NewTask, SubmitOutcome } from '../store.js';
import type { AccountRow, Schema } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import { type Payment, planPayment } from './units.js';

/** If it may: whether it waits for slots and who pays; else why not. Writes nothing. The account's row is locked. */
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
