// The tables as TypeScript sees them. Both databases use the same names and types: text, bigint (Unix ms), double
// precision, integer; JSON is kept as text, truth as 0/1.

export interface TaskRow {
  id: string;
  account_id: string;
  external_task_id: string | null;
  status: string;
  status_message: string;
  model: string;
  /** JSON: ImageRequest. */
  request: string;
  /** JSON: TaskReference. */
  reference: string | null;
  callback_url: string | null;
  public_origin: string;
  /** Pictures asked for: the concurrency slots it holds. */
  n: number;
  units: number;
  /** 1: accepted, but waits for slots of its account before it may be claimed. */
  held: number;
  /** Place in the fair queue: virtual finish time, see submit. */
  turn: number;
  faults: number;
  progress: number;
  worker_id: string | null;
  lease_token: string | null;
  /** Null: ready to be claimed. Else when the lease (token set) or the parking (no token) ends. */
  due_at: number | null;
  /** JSON: the engine's own. */
  operation: string | null;
  created_at: number;
  updated_at: number;
  ended_at: number | null;
  /** When pictures and reference may be deleted; null before the end and after the deletion. */
  bytes_expire_at: number | null;
  /** `traceparent` of the request that submitted it; null while tracing is off. */
  trace_parent: string | null;
}

export interface PictureRow {
  token: string;
  task_id: string;
  picture_index: number;
  variant: string;
  storage_key: string;
  content_type: string;
  width: number;
  height: number;
  byte_length: number;
  etag: string;
  created_at: number;
  expires_at: number;
  deleted_at: number | null;
}

export interface KeyRow {
  id: string;
  account_id: string;
  /** SHA-256 of the key, hex: keys carry 192 random bits, so a slow hash would add nothing. */
  hash: string;
  hint: string;
  label: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  /** JSON lists, null for all. */
  models: string | null;
  allow_ips: string | null;
}

export interface AccountRow {
  id: string;
  enabled: number;
  /** Share of the workers relative to other accounts, > 0. */
  weight: number;
  retention_days: number | null;
  policy: number;
  access_key: string | null;
  secret_key: string | null;
  requests_per_second: number | null;
  burst: number | null;
  concurrency: number | null;
  when_busy: string;
  billing: string;
  credit_limit: number;
  /** JSON list. */
  webhook_secrets: string;
  /** Concurrency slots of its unfinished tasks that are not held back. */
  slots_held: number;
  owed: number;
  reserved: number;
  /** Virtual finish time of the account's newest task. */
  last_turn: number;
  created_at: number;
}

export interface IdempotencyRow {
  account_id: string;
  key: string;
  body_digest: string;
  task_id: string;
  created_at: number;
}

export interface PackRow {
  account_id: string;
  id: string;
  name: string;
  quantity: number;
  remaining: number;
  reserved: number;
  purchased_at: number;
  effective_at: number;
  expires_at: number;
}

/** Units that an unfinished task has set aside. `pack_id` is empty for post-paid accounts. */
export interface ReservationRow {
  task_id: string;
  account_id: string;
  pack_id: string;
  units: number;
}

/** Units deducted for a task that succeeded: written once, never changed. */
export interface LedgerRow {
  task_id: string;
  account_id: string;
  pack_id: string;
  units: number;
  created_at: number;
}

/** The outbox: a callback that is owed, or was. */
export interface DeliveryRow {
  /** The `webhook-id` of every try. */
  id: string;
  task_id: string;
  account_id: string;
  url: string;
  /** Host and port of the URL, for the bound per receiver. */
  host: string;
  /** The status it tells of. */
  task_status: string;
  /** `updated_at` of that moment. */
  task_updated_at: number;
  /** `pending`, `delivered` or `dead`. */
  state: string;
  attempts: number;
  /** When the next try is due; null when none is. While a try runs: when another process may take over. */
  due_at: number | null;
  lease_token: string | null;
  created_at: number;
  ended_at: number | null;
}

export interface DeliveryAttemptRow {
  delivery_id: string;
  attempt: number;
  started_at: number;
  duration_ms: number;
  /** HTTP status, null when there was no answer. */
  http_status: number | null;
  error: string | null;
  /** First kilobyte of the answer. */
  reply: string | null;
}

/** Who changed what by administration; never changed, never a secret in it. */
export interface AuditRow {
  id: string;
  created_at: number;
  actor: string;
  action: string;
  subject: string;
  /** JSON. */
  detail: string;
}

/** One row: what all processes of the service share. */
export interface ServiceStateRow {
  id: number;
  /** The highest turn ever claimed. */
  virtual_time: number;
  /** 1: submits are refused with 5001. */
  maintenance: number;
}

/** A process of the service. */
export interface NodeRow {
  id: string;
  role: string;
  host: string;
  pid: number;
  version: string;
  started_at: number;
  running: number;
  seen_at: number;
}

/** A moment in a task's life that its row does not keep. */
export interface TaskMarkRow {
  task_id: string;
  /** 1, 2, …: the order in which they were made. */
  place: number;
  /** `started`, `fault` or `lost`. */
  kind: string;
  /** Who started it; null for the other kinds. */
  worker_id: string | null;
  created_at: number;
}

/** How far each picture of a running task is; gone when the task ends. */
export interface PictureProgressRow {
  task_id: string;
  /** JSON: list of 0–1. */
  fractions: string;
}

export interface Schema {
  tasks: TaskRow;
  pictures: PictureRow;
  api_keys: KeyRow;
  accounts: AccountRow;
  idempotency: IdempotencyRow;
  packs: PackRow;
  reservations: ReservationRow;
  ledger: LedgerRow;
  deliveries: DeliveryRow;
  delivery_attempts: DeliveryAttemptRow;
  service_state: ServiceStateRow;
  audit: AuditRow;
  nodes: NodeRow;
  task_marks: TaskMarkRow;
  picture_progress: PictureProgressRow;
}
