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
  units: number;
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
}

export interface AccountRow {
  id: string;
  enabled: number;
  /** Share of the workers relative to other accounts, > 0. */
  weight: number;
  access_key: string | null;
  secret_key: string | null;
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

export interface QueueClockRow {
  id: number;
  /** The highest turn ever claimed. */
  virtual_time: number;
}

export interface Schema {
  tasks: TaskRow;
  pictures: PictureRow;
  api_keys: KeyRow;
  accounts: AccountRow;
  idempotency: IdempotencyRow;
  queue_clock: QueueClockRow;
}
