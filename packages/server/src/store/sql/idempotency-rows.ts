// Idempotency keys: which task each stands for, for a day.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Task } from '../../core/task.js';
import type { IdempotencyMark, NewTask, Replay } from '../store.js';
import { readPictures } from './read-pictures.js';
import type { IdempotencyRow, Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** How long an idempotency key stands for the task it made, ms. */
const idempotencyTtlMs = 24 * 60 * 60 * 1000;

/** A key of one account, as a name. Account ids hold no NUL. */
export const pairKey = (accountId: string, name: string) => `${accountId}\u0000${name}`;

/** What a key stands for: a task, and a digest of the request that made it. */
export interface KnownKey {
  bodyDigest: string;
  task: Task;
}

/** What a request with a known key comes to. */
export function replayOf(known: KnownKey, { bodyDigest }: IdempotencyMark): Replay {
  return known.bodyDigest === bodyDigest ? { kind: 'replayed', task: known.task } : { kind: 'idempotency-conflict' };
}

/** The keys among these that are alive, by `pairKey`. */
export async function findKeys(
  dialect: SqlDialect,
  database: Kysely<Schema>,
  wanted: readonly { accountId: string; key: string }[],
): Promise<Map<string, KnownKey>> {
  if (wanted.length === 0) return new Map();
  const pairs = wanted.map(({ accountId, key }) => ({ account_id: accountId, key }));
  const entries = await sql<IdempotencyRow>`select i.*
    from ${dialect.rowsOf('idempotency', ['account_id', 'key'], pairs)} wanted
    join idempotency i on i.account_id = wanted.account_id and i.key = wanted.key
    where i.created_at > ${dialect.nowMs()} - ${idempotencyTtlMs}`.execute(database);
  if (entries.rows.length === 0) return new Map();
  const ids = entries.rows.map((entry) => entry.task_id);
  const rows = await sql<TaskRow>`select * from tasks where id ${dialect.anyOf(ids)}`.execute(database);
  // With their pictures: whoever waits for the end may find it there already.
  const tasks = new Map((await readPictures(dialect, database, rows.rows)).map((task) => [task.id, task]));
  const known = new Map<string, KnownKey>();
  for (const entry of entries.rows) {
    const task = tasks.get(entry.task_id);
    if (task) known.set(pairKey(entry.account_id, entry.key), { bodyDigest: entry.body_digest, task });
  }
  return known;
}

/** From now on the keys of these tasks stand for them. */
export async function rememberKeys(
  dialect: SqlDialect,
  transaction: Transaction<Schema>,
  tasks: readonly NewTask[],
): Promise<void> {
  const rows = tasks.flatMap(({ accountId, id, idempotency }) =>
    idempotency
      ? [{ account_id: accountId, key: idempotency.key, body_digest: idempotency.bodyDigest, task_id: id }]
      : [],
  );
  if (rows.length === 0) return;
  const columns = ['account_id', 'key', 'body_digest', 'task_id'];
  // `where true`: else SQLite takes `on` for that of a join.
  await sql`insert into idempotency (account_id, key, body_digest, task_id, created_at)
    select account_id, key, body_digest, task_id, ${dialect.nowMs()}
    from ${dialect.rowsOf('idempotency', columns, rows)} fresh where true
    on conflict (account_id, key) do update
    set body_digest = excluded.body_digest, task_id = excluded.task_id, created_at = excluded.created_at`.execute(
    transaction,
  );
}
