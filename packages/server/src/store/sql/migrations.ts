// Every change the tables ever went through, oldest first; a released one is never edited. Run by Kysely's Migrator,
// which keeps racing starters apart and refuses a database that a newer build has changed.
import { type Kysely, type Migration, Migrator, SqliteAdapter, sql } from 'kysely';
import type { Schema } from './schema.js';

const firstTables = [
  sql`create table accounts (
    id text primary key,
    enabled integer not null,
    weight double precision not null,
    retention_days integer,
    policy integer not null,
    access_key text,
    secret_key text,
    requests_per_second double precision,
    burst integer,
    concurrency integer,
    when_busy text not null,
    billing text not null,
    credit_limit double precision not null,
    webhook_secrets text not null,
    slots_held integer not null,
    owed double precision not null,
    reserved double precision not null,
    last_turn double precision not null,
    created_at bigint not null
  )`,
  sql`create unique index accounts_by_access_key on accounts (access_key) where access_key is not null`,
  sql`create table api_keys (
    id text primary key,
    account_id text not null,
    hash text not null unique,
    hint text not null,
    label text not null,
    created_at bigint not null,
    expires_at bigint,
    revoked_at bigint,
    models text,
    allow_ips text
  )`,
  sql`create table tasks (
    id text primary key,
    account_id text not null,
    external_task_id text,
    status text not null,
    status_message text not null,
    model text not null,
    request text not null,
    reference text,
    callback_url text,
    public_origin text not null,
    n integer not null,
    units double precision not null,
    held integer not null,
    turn double precision not null,
    faults integer not null,
    progress double precision not null,
    worker_id text,
    lease_token text,
    due_at bigint,
    operation text,
    created_at bigint not null,
    updated_at bigint not null,
    ended_at bigint,
    bytes_expire_at bigint
  )`,
  sql`create unique index tasks_by_external_id on tasks (account_id, external_task_id) where external_task_id is not null`,
  sql`create index tasks_newest_first on tasks (account_id, created_at, id)`,
  sql`create index tasks_ready on tasks (turn, id) where due_at is null and ended_at is null and held = 0`,
  sql`create index tasks_held on tasks (account_id, turn, id) where held = 1 and ended_at is null`,
  sql`create index tasks_due on tasks (due_at) where due_at is not null and ended_at is null`,
  sql`create index tasks_expiring on tasks (bytes_expire_at) where bytes_expire_at is not null`,
  sql`create table pictures (
    token text primary key,
    task_id text not null,
    picture_index integer not null,
    variant text not null,
    storage_key text not null,
    content_type text not null,
    width integer not null,
    height integer not null,
    byte_length bigint not null,
    etag text not null,
    created_at bigint not null,
    expires_at bigint not null,
    deleted_at bigint
  )`,
  sql`create index pictures_by_task on pictures (task_id)`,
  sql`create table idempotency (
    account_id text not null,
    key text not null,
    body_digest text not null,
    task_id text not null,
    created_at bigint not null,
    primary key (account_id, key)
  )`,
  sql`create index idempotency_by_age on idempotency (created_at)`,
  sql`create table packs (
    account_id text not null,
    id text not null,
    name text not null,
    quantity double precision not null,
    remaining double precision not null,
    reserved double precision not null,
    purchased_at bigint not null,
    effective_at bigint not null,
    expires_at bigint not null,
    primary key (account_id, id)
  )`,
  sql`create table reservations (
    task_id text not null,
    account_id text not null,
    pack_id text not null,
    units double precision not null,
    primary key (task_id, pack_id)
  )`,
  sql`create table ledger (
    task_id text not null,
    account_id text not null,
    pack_id text not null,
    units double precision not null,
    created_at bigint not null,
    primary key (task_id, pack_id)
  )`,
  sql`create index ledger_by_account on ledger (account_id, created_at)`,
  sql`create table deliveries (
    id text primary key,
    task_id text not null,
    account_id text not null,
    url text not null,
    host text not null,
    task_status text not null,
    task_updated_at bigint not null,
    state text not null,
    attempts integer not null,
    due_at bigint,
    lease_token text,
    created_at bigint not null,
    ended_at bigint
  )`,
  sql`create index deliveries_due on deliveries (due_at) where due_at is not null`,
  sql`create index deliveries_by_task on deliveries (task_id)`,
  sql`create table delivery_attempts (
    delivery_id text not null,
    attempt integer not null,
    started_at bigint not null,
    duration_ms integer not null,
    http_status integer,
    error text,
    reply text,
    primary key (delivery_id, attempt)
  )`,
  sql`create table audit (
    id text primary key,
    created_at bigint not null,
    actor text not null,
    action text not null,
    subject text not null,
    detail text not null
  )`,
  sql`create index audit_by_age on audit (created_at, id)`,
  sql`create table service_state (
    id integer primary key,
    virtual_time double precision not null,
    maintenance integer not null
  )`,
  sql`insert into service_state (id, virtual_time, maintenance) values (1, 0, 0)`,
];

const nodesTable = [
  sql`create table nodes (
    id text primary key,
    role text not null,
    host text not null,
    pid integer not null,
    version text not null,
    started_at bigint not null,
    running integer not null,
    seen_at bigint not null
  )`,
];

/** A migration made of plain statements, run in order. There is no way down: restore the backup instead. */
function statements(list: readonly { execute(database: Kysely<Schema>): Promise<unknown> }[]): Migration {
  return {
    async up(database: Kysely<Schema>) {
      for (const statement of list) await statement.execute(database);
    },
  };
}

/** The W3C `traceparent` of the request that submitted a task; null while tracing is off. */
const traceParent = [sql`alter table tasks add column trace_parent text`];

/**
 * For claims of some models while the engines of others are full: without it each would walk past all that wait for those.
 * SQLite only, whose claim asks model by model; PostgreSQL's does not, and would keep an index for nothing.
 */
const readyByModel: Migration = {
  async up(database: Kysely<Schema>) {
    if (!(database.getExecutor().adapter instanceof SqliteAdapter)) return;
    await sql`create index tasks_ready_by_model on tasks (model, turn, id)
      where due_at is null and ended_at is null and held = 0`.execute(database);
  },
};

/**
 * What is told of tasks beside their rows. Tables of their own: a column added to `tasks` would change what `select *`
 * gives, and PostgreSQL then refuses the prepared statements of older processes that still run.
 */
const taskMarks = [
  sql`create table task_marks (
    task_id text not null,
    place integer not null,
    kind text not null,
    worker_id text,
    created_at bigint not null,
    primary key (task_id, place)
  )`,
  sql`create table picture_progress (task_id text primary key, fractions text not null)`,
];

const migrations: Record<string, Migration> = {
  '0001-first-tables': statements(firstTables),
  '0002-nodes': statements(nodesTable),
  '0003-trace-parent': statements(traceParent),
  '0004-ready-by-model': readyByModel,
  '0005-task-marks': statements(taskMarks),
};

/**
 * Brings the database up to this build's tables. Rejects when a newer build has already changed them.
 * `inTransaction`: the caller holds one that shuts other starters out (SQLite, which has no advisory locks).
 */
export async function migrateToLatest(database: Kysely<Schema>, inTransaction: boolean): Promise<void> {
  const provider = { getMigrations: async () => migrations };
  const migrator = new Migrator({ db: database, provider, disableTransactions: inTransaction });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const newer = error instanceof Error && error.message.includes('corrupted migrations');
  throw new Error(
    newer
      ? 'the database was changed by a newer Inkling: start that version, or restore the backup made before the upgrade'
      : 'the database could not be brought up to date',
    { cause: error },
  );
}
