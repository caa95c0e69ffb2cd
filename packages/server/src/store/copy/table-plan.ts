// What a move from one database to another takes along: every table, in an order that can be stopped anywhere, with the
// key that rows are read by and the columns whose sums must come out the same.
import type { Schema } from '../sql/schema.js';

/** Processes that were alive, and how far pictures were that nobody paints now, are not taken along. */
type MovedTable = Exclude<keyof Schema, 'nodes' | 'picture_progress'>;

type TablePlan = {
  readonly [Table in MovedTable]: {
    /** Columns of the primary key, in its order. */
    readonly key: readonly (keyof Schema[Table] & string)[];
    /** Numbers that mean money, slots or bytes. */
    readonly sums: readonly (keyof Schema[Table] & string)[];
  };
};

export const tablePlan: TablePlan = {
  accounts: { key: ['id'], sums: ['slots_held', 'owed', 'reserved', 'last_turn'] },
  api_keys: { key: ['id'], sums: ['created_at'] },
  packs: { key: ['account_id', 'id'], sums: ['quantity', 'remaining', 'reserved'] },
  tasks: { key: ['id'], sums: ['n', 'units', 'faults', 'held', 'progress', 'updated_at'] },
  task_marks: { key: ['task_id', 'place'], sums: ['place'] },
  pictures: { key: ['token'], sums: ['byte_length', 'expires_at'] },
  idempotency: { key: ['account_id', 'key'], sums: ['created_at'] },
  reservations: { key: ['task_id', 'pack_id'], sums: ['units'] },
  ledger: { key: ['task_id', 'pack_id'], sums: ['units'] },
  deliveries: { key: ['id'], sums: ['attempts', 'created_at'] },
  delivery_attempts: { key: ['delivery_id', 'attempt'], sums: ['duration_ms'] },
  audit: { key: ['id'], sums: ['created_at'] },
  service_state: { key: ['id'], sums: ['virtual_time', 'maintenance'] },
};

export type TableName = MovedTable;

/** In the order in which they are copied. */
export const tableNames = Object.keys(tablePlan) as TableName[];
