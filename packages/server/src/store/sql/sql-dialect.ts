// What the two databases do differently, and nothing else.
import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { ClaimOptions, NewTask, SubmitOutcome } from '../store.js';
import type { Schema, TaskRow } from './schema.js';

export interface SqlDialect {
  readonly database: Kysely<Schema>;
  /** SQL for the database's clock, Unix ms. */
  nowMs(): RawBuilder<number>;
  /** Goes behind the select of a claim, so that two workers never wait for each other: `for update skip locked`. */
  readonly skipLocked: RawBuilder<unknown>;
  /** Goes behind a select whose rows stay locked to the end of the transaction. */
  readonly forUpdate: RawBuilder<unknown>;
  /** One transaction; may run `job` again after one that wrote nothing, so what it does elsewhere must bear repeating. */
  transact<Result>(job: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /** Locks the account of a task until the end of the transaction, where rows are locked one by one. */
  lockAccountOf?(transaction: Transaction<Schema>, taskId: string): Promise<void>;
  /** A batch of submits in few statements; absent: one after the other, where a statement costs no journey. */
  submitTasks?(tasks: NewTask[]): Promise<SubmitOutcome[]>;
  /** A claim in one statement, likewise. */
  claimTasks?(options: ClaimOptions): Promise<TaskRow[]>;
}
