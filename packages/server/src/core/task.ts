// The task: one accepted submit, from the row that promises it to the pictures or the reason that end it.
//
// Its life, told once. A submit writes the row as `submitted`; from then on the row is the queue. A worker claims it:
// `processing`, with a lease token and the time the lease runs out. While the engine works, heartbeats push that time
// ahead. The worker ends the task with one write that carries the lease token: `succeed` with pictures, or `failed` with
// a message. A fault of ours parks the row until a later time, still `processing` (a caller never sees a task go back).
// A worker that dies stops its heartbeats; once the lease has run out the row is ready again and the next claim gets a
// new token, so that whatever the first worker still writes misses: its token is no longer there. A cancel takes the
// token away and ends the task in the same write. `succeed` and `failed` are final; no write ever leaves them.

export const taskStatuses = ['submitted', 'processing', 'succeed', 'failed'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

const nextStatuses: Record<TaskStatus, readonly TaskStatus[]> = {
  submitted: ['processing', 'failed'],
  processing: ['processing', 'succeed', 'failed'],
  succeed: [],
  failed: [],
};

/** May a task go from one status to the other? */
export function canBecome(from: TaskStatus, to: TaskStatus): boolean {
  return nextStatuses[from].includes(to);
}

/** Has the task ended? */
export function isFinal(status: TaskStatus): boolean {
  return nextStatuses[status].length === 0;
}

/** What a caller is told of a task that we gave up; the log knows why. */
export const gaveUpMessage = 'The picture could not be made because of an internal error, please try again';

export type ImageReferenceKind = 'subject' | 'face';
export type OutputFormat = 'png' | 'jpg';

/** What was asked for, checked and with every default filled in. Kept in the task's row as JSON. */
export interface ImageRequest {
  model: string;
  prompt: string;
  negativePrompt: string | null;
  imageReference: ImageReferenceKind | null;
  /** [0,1]. */
  imageFidelity: number;
  /** [0,1]. */
  humanFidelity: number;
  /** 1–9. */
  n: number;
  aspectRatio: string;
  resolution: '1k' | '2k';
  /** Pixels of each picture. */
  width: number;
  height: number;
  outputFormat: OutputFormat;
  /** [0, 2^32): given by the caller or drawn at submit, so that every attempt paints the same. */
  seed: number;
  /** A second, visibly marked picture of each is wanted. */
  watermark: boolean;
}

/**
 * The reference picture of image-to-image. `stored`: checked and kept under a storage key (normalised bytes).
 * `url`: accepted before its check was done in time; the worker fetches and checks it before the engine starts.
 */
export type TaskReference =
  | { kind: 'stored'; storageKey: string; contentType: 'image/png' | 'image/jpeg'; width: number; height: number }
  | { kind: 'url'; url: string };

/** One finished picture. */
export interface Picture {
  /** 22 random characters: its name in public URLs. */
  token: string;
  taskId: string;
  /** 0-based. */
  index: number;
  variant: 'plain' | 'watermarked';
  storageKey: string;
  contentType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  byteLength: number;
  /** Strong validator of the bytes, without quotes. */
  etag: string;
  createdAtMs: number;
  /** When the sweeper may delete the bytes, Unix ms. */
  expiresAtMs: number;
  /** Set once the bytes are gone: the URL then answers 410. */
  deletedAtMs: number | null;
}

export interface Task {
  id: string;
  accountId: string;
  externalTaskId: string | null;
  status: TaskStatus;
  /** Why it failed, in words for the caller; empty while all is well. */
  statusMessage: string;
  request: ImageRequest;
  reference: TaskReference | null;
  callbackUrl: string | null;
  /** Origin that the submitter used, for absolute URLs where no request is at hand: `http://127.0.0.1:8790`. */
  publicOrigin: string;
  /** 0–1, rising; 1 exactly when it succeeded. */
  progress: number;
  /** The same for each picture, in their order: while it runs, where there are several and the engine tells. */
  pictureProgress?: readonly number[];
  /** Faults of ours so far: crashed workers and engine errors that were worth another try. */
  faults: number;
  /** Billing units reserved at submit and deducted on success. */
  units: number;
  createdAtMs: number;
  updatedAtMs: number;
  endedAtMs: number | null;
  /** Empty until it succeeds. */
  pictures: Picture[];
  /** `traceparent` of the request that submitted it, where that was traced: every step that follows belongs under it. */
  traceParent?: string;
}

/**
 * A moment of a task that is remembered for people. `started`: a worker took it, for the first time or after a fault;
 * `fault`: a try failed for no fault of the request; `lost`: the worker was not heard of any more.
 */
export interface TaskMark {
  kind: 'started' | 'fault' | 'lost';
  /** Name of the process that took it (host, process id, random letters); null where it does not matter. */
  workerId: string | null;
  atMs: number;
}

/** A task in a worker's hands. */
export interface ClaimedTask extends Task {
  leaseToken: string;
  leaseUntilMs: number;
  /** What the engine saved to be able to go on elsewhere; null on the first try. */
  operation: unknown;
}
