// The one interface to rows. Two houses implement it (sqlite/, postgres/); one contract suite runs on both.
// Every method is one transaction. Nothing here knows HTTP, engines or files; conditions carry the state, so that a
// write by somebody who lost the right to write changes nothing and says so.
import type { Account, AccountUsage, ApiKey, ResourcePack } from '../core/account.js';
import type { ClaimedTask, ImageRequest, Picture, Task, TaskMark, TaskReference, TaskStatus } from '../core/task.js';

export interface NewTask {
  id: string;
  accountId: string;
  externalTaskId: string | null;
  request: ImageRequest;
  reference: TaskReference | null;
  callbackUrl: string | null;
  publicOrigin: string;
  units: number;
  /** Present when the caller sent `Idempotency-Key`. */
  idempotency: IdempotencyMark | null;
  /** `traceparent` of the request, while tracing is on. */
  traceParent?: string;
}

/** An idempotency key and a digest of the request it stands for. */
export interface IdempotencyMark {
  key: string;
  bodyDigest: string;
}

/** What a submit with a known idempotency key comes to. */
export type Replay =
  /** Same key, same body: the task it made. */
  | { kind: 'replayed'; task: Task }
  /** Same key, other body. */
  | { kind: 'idempotency-conflict' };

export type SubmitOutcome =
  /** `held`: accepted, but it waits for slots of its account. */
  | { kind: 'created'; task: Task; held: boolean }
  | Replay
  /** The account already has a task with this external id. */
  | { kind: 'external-id-taken' }
  /** The account was removed meanwhile. */
  | { kind: 'unknown-account' }
  | { kind: 'account-disabled' }
  /** The account's concurrency is used up, and it does not queue (or its queue is full). */
  | { kind: 'no-slots' }
  /** It wants more slots than the account has in all: waiting does not help. */
  | { kind: 'too-many-slots'; concurrency: number }
  /** Prepaid: no pack, or packs that do not cover the units. */
  | { kind: 'no-balance' }
  /** Post-paid: the units would go over the credit limit. */
  | { kind: 'arrears' };

/** What a heartbeat learns. `lost`: the lease is somebody else's or the task has ended; stop and write nothing. */
export type LeaseState = 'held' | 'lost';

export interface ClaimOptions {
  /** Who claims, for logs and `nodes`. */
  workerId: string;
  leaseMs: number;
  /** At most this many tasks. */
  limit: number;
  /** Only tasks of these models: those whose engines have room. */
  models: readonly string[];
}

export interface TaskRows {
  /** Writes the promise; concurrent calls share one commit, and it resolves only once the rows are on disk. */
  submit(task: NewTask): Promise<SubmitOutcome>;
  /** What an idempotency key that is still alive stands for; undefined for a new one. */
  findReplay(accountId: string, idempotency: IdempotencyMark): Promise<Replay | undefined>;
  /** By task id, else by external id, within one account. */
  find(accountId: string, idOrExternalId: string): Promise<Task | undefined>;
  /** Newest first; `offset` and `limit` in tasks. */
  list(accountId: string, offset: number, limit: number): Promise<Task[]>;
  /** Makes rows ready whose lease or parking time has passed; a crashed lease counts as a fault. Returns how many. */
  wakeDue(): Promise<number>;
  /** Takes ready tasks in fair order, oldest first within an account; each gets a fresh lease token. */
  claim(options: ClaimOptions): Promise<ClaimedTask[]>;
  /**
   * Heartbeat: pushes the lease ahead and stores progress (never backwards), and that of each picture where it is known
   * (as it is given: a new try starts anew).
   */
  extend(
    id: string,
    leaseToken: string,
    leaseMs: number,
    progress: number,
    pictureProgress?: readonly number[],
  ): Promise<LeaseState>;
  /** Stores what the engine needs to go on elsewhere. */
  saveOperation(id: string, leaseToken: string, operation: unknown): Promise<LeaseState>;
  /** Gives the row back until `delayMs` from now; `fault` counts one more fault of ours. */
  park(id: string, leaseToken: string, delayMs: number, fault: boolean): Promise<LeaseState>;
  /** Pushes the time of parked rows to `delayMs` from now; returns the ids that were still parked. At most 500 ids. */
  postpone(ids: readonly string[], delayMs: number): Promise<string[]>;
  /** Takes these parked rows before their time, each with a fresh lease token; rows that are not parked are left out. */
  takeParked(ids: readonly string[], options: Pick<ClaimOptions, 'workerId' | 'leaseMs'>): Promise<ClaimedTask[]>;
  /** Ends the task with its pictures, at least one. Resolves to false when the lease was lost: nothing was written. */
  succeed(id: string, leaseToken: string, pictures: Picture[]): Promise<boolean>;
  /** Ends the task with a message for the caller. False: the lease was lost, nothing was written. */
  fail(id: string, leaseToken: string, message: string): Promise<boolean>;
  /** Ends an unfinished task of this account, whoever holds it; a task already ended is returned as it is. */
  cancel(accountId: string, id: string, message: string): Promise<Task | undefined>;
  /**
   * Ends as failed, at most `limit` at a time, tasks in nobody's hands that were submitted before `submittedBeforeMs`
   * for none of these models. Returns how many.
   */
  failOtherModels(options: {
    models: readonly string[];
    submittedBeforeMs: number;
    message: (model: string) => string;
    limit: number;
  }): Promise<number>;
  /** Milliseconds until the next parked or leased row is due, or undefined when none is. */
  nextDueInMs(): Promise<number | undefined>;
  /** Unfinished tasks: ready ones and those in somebody's hands or parked. */
  counts(): Promise<{ waiting: number; running: number }>;
  /** Age of the oldest task that waits for a worker or for slots, ms by the database's clock; undefined when none does. */
  oldestWaitingMs(): Promise<number | undefined>;
  /** How many ready tasks stand before this one, 0-based; undefined when it is not waiting. */
  queuePosition(id: string): Promise<number | undefined>;
}

export interface PictureRows {
  /** By the token in its URL, deleted ones too. */
  find(token: string): Promise<Picture | undefined>;
  /** Ids of ended tasks, at most `limit`, with bytes (pictures or references) whose time is over. */
  expiredTasks(limit: number): Promise<string[]>;
  /** Marks the bytes of a task's pictures and reference as gone. */
  markDeleted(taskId: string): Promise<void>;
}

export interface KeyRows {
  /** `hash`: SHA-256 of the key, hex. */
  add(key: ApiKey, hash: string): Promise<void>;
  findByHash(hash: string): Promise<ApiKey | undefined>;
  list(accountId?: string): Promise<ApiKey[]>;
  /** By id or hint; false when there is none that is not revoked already. */
  revoke(idOrHint: string): Promise<boolean>;
}

export interface AccountRows {
  /** Creates or updates an account; what it has in use stays. */
  put(account: Account): Promise<void>;
  find(id: string): Promise<Account | undefined>;
  findByAccessKey(accessKey: string): Promise<Account | undefined>;
  list(): Promise<Account[]>;
  usage(id: string): Promise<AccountUsage | undefined>;
  /** Creates a pack, or updates its name and times; a changed quantity moves what remains by the difference. */
  putPack(pack: Omit<ResourcePack, 'remaining' | 'reserved' | 'purchasedAtMs'>): Promise<void>;
  listPacks(accountId: string): Promise<ResourcePack[]>;
  /** Units deducted for tasks that ended in [fromMs, toMs). */
  unitsSpent(accountId: string, fromMs: number, toMs: number): Promise<number>;
}

/** A callback that is owed, was delivered or was given up. */
export interface Delivery {
  /** The `webhook-id` of every try. */
  id: string;
  taskId: string;
  accountId: string;
  url: string;
  host: string;
  /** The status it tells of, and when the task got it. */
  taskStatus: TaskStatus;
  taskUpdatedAtMs: number;
  state: 'pending' | 'delivered' | 'dead';
  /** Tries made. */
  attempts: number;
  nextAttemptAtMs: number | null;
  createdAtMs: number;
  endedAtMs: number | null;
}

/** A delivery in a sender's hands, with the task it tells of. */
export interface ClaimedDelivery extends Delivery {
  leaseToken: string;
  task: Task;
}

/** One try. */
export interface DeliveryAttempt {
  /** 1-based. */
  attempt: number;
  startedAtMs: number;
  durationMs: number;
  /** Null when no answer came. */
  httpStatus: number | null;
  error: string | null;
  /** First kilobyte of the answer. */
  reply: string | null;
}

export interface DeliveryRows {
  /** Takes due deliveries whose receivers are not busy, longest due first; nobody else may try them for `leaseMs`. */
  claim(options: { limit: number; leaseMs: number; busyHosts: readonly string[] }): Promise<ClaimedDelivery[]>;
  /** Writes one try and what comes next; false when the lease was lost and nothing was written. */
  settle(
    id: string,
    leaseToken: string,
    attempt: Omit<DeliveryAttempt, 'attempt'>,
    next: { kind: 'delivered' } | { kind: 'dead' } | { kind: 'retry'; inMs: number },
  ): Promise<boolean>;
  /** Of one task, oldest first, with every try. */
  listOfTask(taskId: string): Promise<(Delivery & { log: DeliveryAttempt[] })[]>;
  /** Newest first. */
  list(state: Delivery['state'] | undefined, limit: number): Promise<Delivery[]>;
  /** Makes a delivery due now; false when there is none, or a try is under way. */
  redeliver(id: string): Promise<boolean>;
  /** How many are owed: due now, later, or under way. */
  pending(): Promise<number>;
  /** Milliseconds until the next delivery is due, or undefined when none is. */
  nextDueInMs(): Promise<number | undefined>;
}

/** One change made by administration. */
export interface AuditEntry {
  id: string;
  atMs: number;
  /** Who: `api` for the admin key, `cli:<user>` for the command line. */
  actor: string;
  /** What was done: `account.put`, `key.revoke`, … */
  action: string;
  /** To what: an account, key, pack, task or delivery id. */
  subject: string;
  /** The new values; never a secret. */
  detail: Record<string, unknown>;
}

/** Rows across accounts, for administration only. */
export interface AdminRows {
  /** Newest first. */
  listTasks(filter: { accountId?: string; status?: TaskStatus; limit: number; offset: number }): Promise<Task[]>;
  /** By task id, whoever owns it. */
  findTask(id: string): Promise<Task | undefined>;
  /** Which of these ids no task has. */
  unknownTasks(ids: readonly string[]): Promise<string[]>;
  /** Removes an ended task with its pictures, callbacks and idempotency key; what was paid stays in the ledger. False: none, or not ended. */
  deleteTask(id: string): Promise<boolean>;
  /** Removes an account without tasks: its keys and packs too; its ledger stays. False: none, or it still has tasks. */
  deleteAccount(id: string): Promise<boolean>;
  addAudit(entry: Omit<AuditEntry, 'id' | 'atMs'>): Promise<void>;
  /** Newest first. */
  listAudit(limit: number): Promise<AuditEntry[]>;
}

/** A place in an account's tasks, newest first. */
export interface GalleryCursor {
  createdAtMs: number;
  id: string;
}

/** What a gallery wants to see of an account. */
export interface GalleryFilter {
  accountId: string;
  /** Only tasks older than this one; absent: from the newest. */
  before?: GalleryCursor;
  limit: number;
  /** Part of the prompt; ASCII letters (PostgreSQL: all letters) in either case. */
  search?: string;
  statuses?: readonly TaskStatus[];
  model?: string;
}

/** An account's tasks as its gallery shows them. */
export interface GalleryRows {
  /**
   * Newest first. `next`: where the next page starts; undefined when there is nothing older. A filtered page looks at a
   * bounded number of tasks, so it may hold fewer than `limit` (or none) and still have a next one.
   */
  page(filter: GalleryFilter): Promise<{ tasks: Task[]; next: GalleryCursor | undefined }>;
  /** What is remembered of a task's tries, oldest first; nothing of tries of builds that did not remember. */
  marks(taskId: string): Promise<TaskMark[]>;
}

/** Tasks of one account and model that were submitted in a span of time. */
export interface UsageCount {
  accountId: string;
  model: string;
  submitted: number;
  succeeded: number;
  failed: number;
  /** Of those that succeeded. */
  pictures: number;
  units: number;
}

/** What was submitted in a span of time and became of it. */
export interface UsageSpan {
  counts: UsageCount[];
  /** From submit to success, ms: half of the tasks took at most `p50`, 19 of 20 at most `p95`; null: none succeeded. */
  p50Ms: number | null;
  p95Ms: number | null;
  /** Why tasks failed, most frequent first, at most ten. */
  failures: { message: string; count: number }[];
}

/** Sums over tasks of all accounts. */
export interface UsageRows {
  /** Of tasks submitted in [fromMs, toMs). Cost: two reads of the span; callers ask for a day at a time. */
  span(fromMs: number, toMs: number): Promise<UsageSpan>;
}

/** What all processes of the service share. */
export interface ServiceRows {
  maintenance(): Promise<boolean>;
  setMaintenance(on: boolean): Promise<void>;
}

/** One process of the service. */
export interface ServiceNode {
  /** Random, made at the start of the process; also the worker's name in logs. */
  id: string;
  role: 'all' | 'api' | 'worker';
  host: string;
  pid: number;
  /** Of the server's package: `0.1.0`. */
  version: string;
  startedAtMs: number;
  /** Tasks in hand. */
  running: number;
}

/** Processes that say they are there. */
export interface NodeRows {
  /** Says so; those that have said nothing for a day are forgotten. */
  beat(node: ServiceNode): Promise<void>;
  /** Stops saying so. */
  leave(id: string): Promise<void>;
  /** Oldest first; `silentMs`: since it was last heard of, by the database's clock. */
  list(): Promise<(ServiceNode & { silentMs: number })[]>;
}

/** Token buckets that all processes take from. A bucket holds `capacity` tokens and fills at `perSecond`. */
export interface RateRows {
  /** Takes up to `wanted` whole tokens; `left` is what remains, with its fraction. */
  take(bucket: string, perSecond: number, capacity: number, wanted: number): Promise<{ granted: number; left: number }>;
}

/** `final`: callbacks tell of the end; `all`: of every change of status. */
export type CallbackEvents = 'final' | 'all';

/** `status`: it was claimed. `progress`: its lease or progress moved. `ended`: it is final now. */
export type TaskChange = 'status' | 'progress' | 'ended';

/** What happened to rows, from this process or (PostgreSQL) any other. Listeners must not throw. */
export interface StoreEvents {
  /** A task became ready: workers may claim. Returns the function that stops listening. */
  onReady(listener: () => void): () => void;
  /** A task's status, progress or lease changed. */
  onChanged(listener: (taskId: string, change: TaskChange) => void): () => void;
  /** A callback became owed. */
  onOwed(listener: () => void): () => void;
  /**
   * What other processes did may have been missed, since the way on which they tell of it is cut: whoever waits for
   * something should look at its row. Called about once a second until the way is open again; never with SQLite.
   */
  onMissed(listener: () => void): () => void;
}

export interface Store {
  readonly tasks: TaskRows;
  readonly pictures: PictureRows;
  readonly keys: KeyRows;
  readonly accounts: AccountRows;
  readonly deliveries: DeliveryRows;
  readonly service: ServiceRows;
  readonly admin: AdminRows;
  readonly gallery: GalleryRows;
  readonly usage: UsageRows;
  readonly events: StoreEvents;
  readonly nodes: NodeRows;
  /** Where several processes share the database; absent: this one keeps its buckets itself. */
  readonly rates?: RateRows;
  /** The database's clock, Unix ms. */
  now(): Promise<number>;
  /** Rejects when the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}
