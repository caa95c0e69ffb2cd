// The tasks table: every statement that moves a task along. See core/task.ts for the life they write down.
import { type Kysely, sql } from 'kysely';
import { newToken } from '../../core/ids.js';
import type { CallbackEvents, ClaimOptions, LeaseState, NewTask, SubmitOutcome, TaskRows } from '../store.js';
import { createBatcher } from './batcher.js';
import { endTask } from './end-task.js';
import { createTaskFinder } from './find-tasks.js';
import { findKeys, replayOf } from './idempotency-rows.js';
import { oweCallback } from './outbox.js';
import { parkedRows } from './parked-rows.js';
import { readPictures } from './read-pictures.js';
import { toClaimedTask } from './row-mapping.js';
import type { Schema, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import type { StoreNotifier } from './store-notifier.js';
import { submitTasks } from './submit-tasks.js';
import { markFaults, markRestarts, markStarts } from './task-marks.js';

/** Most submits that share one commit. */
const maxBatch = 200;

/** Most selects in one statement: SQLite takes 500. */
const maxSelects = 400;

/**
 * Ready tasks in no order: the first of each model, found by the model's index, so that a long queue for an engine that is
 * full costs the others nothing. For more models than a statement takes, all ready tasks of theirs.
 */
function readyTasks({ models, limit }: ClaimOptions) {
  const ready = sql`select id, status, turn from tasks where due_at is null and ended_at is null and held = 0`;
  if (models.length > maxSelects) return sql`${ready} and model in (${sql.join(models)})`;
  const firsts = models.map(
    (model) => sql`select * from (${ready} and model = ${model} order by turn, id limit ${limit})`,
  );
  return sql.join(firsts, sql` union all `);
}

/** Builds the task half of a Store on one database. */
export function createTaskRows(
  dialect: SqlDialect,
  notifier: StoreNotifier,
  callbackEvents: CallbackEvents,
): TaskRows & { idle(): Promise<void> } {
  const { database } = dialect;
  // Few at a time: those that come while a commit is on its way share the next one.
  const submits = createBatcher<NewTask, SubmitOutcome>(submitBatch, {
    maxItems: maxBatch,
    parallel: dialect.parallelSubmits,
  });
  const ends = endTask(dialect, notifier);

  async function submitBatch(tasks: NewTask[]): Promise<SubmitOutcome[]> {
    const outcomes = await submitTasks(dialect, tasks);
    if (outcomes.some((outcome) => outcome.kind === 'created' && !outcome.held)) notifier.ready();
    return outcomes;
  }

  const withPictures = (rows: TaskRow[]) => readPictures(dialect, database, rows);

  /** A claim where statements cost no journey. */
  function claimOneByOne(options: ClaimOptions): Promise<TaskRow[]> {
    return dialect.transact(async (transaction) => {
      const ready = await sql<{ id: string; status: string }>`${readyTasks(options)}
        order by turn, id limit ${options.limit}`.execute(transaction);
      const rows: TaskRow[] = [];
      const starts: string[] = [];
      for (const { id, status } of ready.rows) {
        const taken = await sql<TaskRow>`update tasks
        set status = 'processing', lease_token = ${newToken()}, worker_id = ${options.workerId},
          due_at = ${dialect.nowMs()} + ${options.leaseMs}, updated_at = ${dialect.nowMs()}
        where id = ${id} returning *`.execute(transaction);
        rows.push(...taken.rows);
        const started = status === 'submitted' ? taken.rows[0] : undefined;
        if (started) starts.push(id);
        if (callbackEvents === 'all' && started) await oweCallback(dialect, transaction, started);
      }
      const marking = { ...dialect, database: transaction };
      await markStarts(marking, starts, options.workerId);
      await markRestarts(marking, rows);
      const lastTurn = rows.at(-1)?.turn;
      if (lastTurn !== undefined) {
        await sql`update service_state set virtual_time = ${lastTurn}
        where id = 1 and virtual_time < ${lastTurn}`.execute(transaction);
      }
      return rows;
    });
  }

  return {
    submit: (task) => submits.add(task),

    async findReplay(accountId, mark) {
      const [known] = (await findKeys(dialect, database, [{ accountId, key: mark.key }])).values();
      return known && replayOf(known, mark);
    },

    find: createTaskFinder(dialect),

    async list(accountId, offset, limit) {
      const found = await sql<TaskRow>`select * from tasks where account_id = ${accountId}
        order by created_at desc, id desc limit ${limit} offset ${offset}`.execute(database);
      return withPictures(found.rows);
    },

    async wakeDue() {
      // Asked first: most times nothing is due, and on SQLite a write that finds nothing still waits for its turn.
      const due = await sql<{ id: string; lease_token: string | null }>`select id, lease_token from tasks
        where due_at <= ${dialect.nowMs()} and due_at is not null and ended_at is null`.execute(database);
      if (due.rows.length === 0) return 0;
      // A lease that ran out (token still there) is a crash: one more fault. A parked row is just due.
      const woken = await sql<{ id: string }>`update tasks
        set due_at = null, worker_id = null, faults = faults + case when lease_token is null then 0 else 1 end, lease_token = null
        where id in (select id from tasks
          where due_at <= ${dialect.nowMs()} and due_at is not null and ended_at is null ${dialect.skipLocked})
        returning id`.execute(database);
      const leased = new Set(due.rows.filter((row) => row.lease_token !== null).map((row) => row.id));
      const lost = woken.rows.map((row) => row.id).filter((id) => leased.has(id));
      await markFaults(dialect, lost, 'lost').catch(() => undefined);
      if (woken.rows.length > 0) notifier.ready();
      return woken.rows.length;
    },

    async claim(options: ClaimOptions) {
      if (options.limit <= 0 || options.models.length === 0) return [];
      const claimed = await (dialect.claimTasks?.(options) ?? claimOneByOne(options));
      for (const row of claimed) notifier.changed(row.id, 'status');
      if (callbackEvents === 'all' && claimed.length > 0) notifier.owed();
      return claimed.map(toClaimedTask);
    },

    async extend(id, leaseToken, leaseMs, progress, pictureProgress) {
      const push = (on: Kysely<Schema>) =>
        sql`update tasks
        set due_at = ${dialect.nowMs()} + ${leaseMs}, updated_at = ${dialect.nowMs()},
          progress = case when progress < ${progress} then ${progress} else progress end
        where id = ${id} and lease_token = ${leaseToken} returning id`.execute(on);
      const held = pictureProgress
        ? await dialect.transact(async (transaction) => {
            const pushed = await push(transaction);
            if (pushed.rows.length > 0) await keepProgress(transaction, id, pictureProgress);
            return pushed;
          })
        : await push(database);
      if (held.rows.length > 0) notifier.changed(id, 'progress');
      return leaseState(held.rows);
    },

    async saveOperation(id, leaseToken, operation) {
      const held = await sql`update tasks set operation = ${JSON.stringify(operation)}
        where id = ${id} and lease_token = ${leaseToken} returning id`.execute(database);
      return leaseState(held.rows);
    },

    async park(id, leaseToken, delayMs, fault) {
      const due = delayMs > 0 ? sql`${dialect.nowMs()} + ${Math.ceil(delayMs)}` : sql`null`;
      const held = await sql`update tasks
        set lease_token = null, worker_id = null, due_at = ${due}, faults = faults + ${fault ? 1 : 0}
        where id = ${id} and lease_token = ${leaseToken} returning id`.execute(database);
      if (held.rows.length > 0) {
        if (fault) await markFaults(dialect, [id], 'fault').catch(() => undefined);
        notifier.ready();
      }
      return leaseState(held.rows);
    },

    ...ends,
    ...parkedRows(dialect, notifier),

    async nextDueInMs() {
      const found = await sql<{ due: number | null; now: number }>`select min(due_at) as due, ${dialect.nowMs()} as now
        from tasks where due_at is not null and ended_at is null`.execute(database);
      const row = found.rows[0];
      return row && row.due !== null ? Math.max(0, row.due - row.now) : undefined;
    },

    async counts() {
      const found = await sql<{ waiting: number; running: number }>`select
        (select count(*) from tasks where due_at is null and ended_at is null and held = 0)
          + (select count(*) from tasks where held = 1 and ended_at is null) as waiting,
        (select count(*) from tasks where due_at is not null and ended_at is null) as running`.execute(database);
      return { waiting: Number(found.rows[0]?.waiting ?? 0), running: Number(found.rows[0]?.running ?? 0) };
    },

    async oldestWaitingMs() {
      const found = await sql<{ oldest: number | null; now: number }>`select min(created_at) as oldest,
        ${dialect.nowMs()} as now from tasks where ended_at is null and due_at is null`.execute(database);
      const row = found.rows[0];
      return row && row.oldest !== null ? Math.max(0, row.now - row.oldest) : undefined;
    },

    async queuePosition(id) {
      const found = await sql<{ ahead: number }>`select
        (select count(*) from tasks o where o.due_at is null and o.ended_at is null and o.held = 0
          and (o.turn < t.turn or (o.turn = t.turn and o.id < t.id))) as ahead
        from tasks t where t.id = ${id} and t.due_at is null and t.ended_at is null`.execute(database);
      const row = found.rows[0];
      return row && Number(row.ahead);
    },

    idle: () => submits.idle(),
  };
}

/** Keeps how far each picture of a task is, for whoever watches it from another process. */
async function keepProgress(database: Kysely<Schema>, id: string, fractions: readonly number[]): Promise<void> {
  await sql`insert into picture_progress (task_id, fractions) values (${id}, ${JSON.stringify(fractions)})
    on conflict (task_id) do update set fractions = excluded.fractions`.execute(database);
}

/** A conditional write that touched the row still held the lease. */
function leaseState(rows: readonly unknown[]): LeaseState {
  return rows.length > 0 ? 'held' : 'lost';
}
