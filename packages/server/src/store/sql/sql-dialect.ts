// What the two databases do differently, and nothing else.
import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { ClaimOptions } from '../store.js';
import type { Schema, TaskRow } from './schema.js';

export interface SqlDialect {
  readonly database: Kysely<Schema>;
  /** SQL for the database's clock, Unix ms. */
  nowMs(): RawBuilder<number>;
  /** Goes behind the select of a claim, so that two workers never wait for each other: `for update skip locked`. */
  readonly skipLocked: RawBuilder<unknown>;
  /** Goes behind a select whose rows stay locked to the end of the transaction. */
  readonly forUpdate: RawBuilder<unknown>;
  /** The condition `= any of these`, of one text however many there are, so that the statement is prepared once. */
  anyOf(texts: readonly string[]): RawBuilder<unknown>;
  /**
   * Rows as a table to select from, of one text however many there are: `columns` are columns of `table`, with its types.
   */
  rowsOf(table: keyof Schema & string, columns: readonly string[], rows: readonly object[]): RawBuilder<unknown>;
  /** Inserts rows into `table`, in whatever way is cheapest for many. */
  insertRows(
    transaction: Transaction<Schema>,
    table: keyof Schema & string,
    columns: readonly string[],
    rows: readonly object[],
  ): Promise<void>;
  /** One transaction; may run `job` again after one that wrote nothing, so what it does elsewhere must bear repeating. */
  transact<Result>(job: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /** Locks the account of a task until the end of the transaction, where rows are locked one by one. */
  lockAccountOf?(transaction: Transaction<Schema>, taskId: string): Promise<void>;
  /** Batches of reads under way at a time. */
  readonly parallelReads: number;
  /** Batches of submits under way at a time. */
  readonly parallelSubmits: number;
  /** A claim in one statement; absent: one after the other, where a statement costs no journey. */
  claimTasks?(options: ClaimOptions): Promise<TaskRow[]>;
  /**
   * A value that is another one whenever somebody else may have changed keys or accounts: what was read while it was the
   * same is still true.
   */
  callersVersion(): unknown;
  /** Tells other processes that keys or accounts were changed here. */
  callersChanged?(): void;
}
