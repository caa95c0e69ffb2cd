// Units: set aside at submit, deducted once on success, released on failure; always inside the transaction that moves
// the task. A pack's `remaining` falls only by what the ledger gains, its `reserved` is the sum of its reservations.
import { sql, type Transaction } from 'kysely';
import type { AccountRow, PackRow, ReservationRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Which packs pay how much; an empty `packId` is the account's own debt. */
export type Payment = { packId: string; units: number }[];

/** Units are sums of small decimals: smaller differences are rounding. */
const roundingUnits = 1e-9;

/** Finds who pays for `units`, without writing. `no-balance`: packs do not cover it; `arrears`: over the credit limit. */
export async function planPayment(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  account: AccountRow,
  units: number,
): Promise<Payment | 'no-balance' | 'arrears'> {
  if (account.billing === 'unlimited') return [];
  if (account.billing === 'postpaid') {
    const after = account.owed + account.reserved + units;
    return after > account.credit_limit + roundingUnits ? 'arrears' : [{ packId: '', units }];
  }
  // First what is lost first.
  const packs = await sql<PackRow>`select * from packs
    where account_id = ${account.id} and effective_at <= ${dialect.nowMs()} and expires_at > ${dialect.nowMs()}
      and remaining > reserved
    order by expires_at, id ${dialect.forUpdate}`.execute(transaction);
  const payment: Payment = [];
  let missing = units;
  for (const pack of packs.rows) {
    if (missing <= roundingUnits) break;
    const share = Math.min(missing, pack.remaining - pack.reserved);
    payment.push({ packId: pack.id, units: share });
    missing -= share;
  }
  // A free task still needs a pack that is valid: an account whose packs are all gone may not paint.
  return missing > roundingUnits || packs.rows.length === 0 ? 'no-balance' : payment;
}

/** Sets a planned payment aside for a task. */
export async function reservePayment(transaction: Transaction<Schema>, task: TaskRow, payment: Payment): Promise<void> {
  for (const share of payment) {
    await sql`insert into reservations (task_id, account_id, pack_id, units)
      values (${task.id}, ${task.account_id}, ${share.packId}, ${share.units})`.execute(transaction);
    await moveReserved(transaction, task.account_id, share.packId, share.units);
  }
}

/** Ends the reservations of a task that has just ended: deducted when it succeeded, released when not. */
export async function settleUnits(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  task: Pick<TaskRow, 'id' | 'account_id' | 'status'>,
): Promise<void> {
  const freed = await sql<ReservationRow>`delete from reservations where task_id = ${task.id} returning *`.execute(
    transaction,
  );
  for (const share of freed.rows) {
    await moveReserved(transaction, task.account_id, share.pack_id, -share.units);
    if (task.status !== 'succeed') continue;
    await sql`insert into ledger (task_id, account_id, pack_id, units, created_at)
      values (${task.id}, ${task.account_id}, ${share.pack_id}, ${share.units}, ${dialect.nowMs()})`.execute(
      transaction,
    );
    if (share.pack_id === '') {
      await sql`update accounts set owed = owed + ${share.units} where id = ${task.account_id}`.execute(transaction);
    } else {
      await sql`update packs set remaining = remaining - ${share.units}
        where account_id = ${task.account_id} and id = ${share.pack_id}`.execute(transaction);
    }
  }
}

/** Moves the reserved units of an account and, if a pack pays, of the pack. */
async function moveReserved(
  transaction: Transaction<Schema>,
  accountId: string,
  packId: string,
  units: number,
): Promise<void> {
  await sql`update accounts set reserved = reserved + ${units} where id = ${accountId}`.execute(transaction);
  if (packId === '') return;
  await sql`update packs set reserved = reserved + ${units}
    where account_id = ${accountId} and id = ${packId}`.execute(transaction);
}
