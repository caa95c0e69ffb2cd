// The one interface of whoever makes pictures. Small, restartable, cancellable, reports progress.
// `start` either paints here and now, or hands work to a remote server and returns an operation: plain JSON with which
// any worker, after any crash, can `resume`. An engine never sees tasks, accounts or HTTP callers.
import type { Model, ReferenceUse } from '../core/model.js';
import type { ImageRequest } from '../core/task.js';

export interface EngineJob {
  taskId: string;
  request: ImageRequest;
  /** The model that was asked for, with its abilities: what of the request it understands. */
  model: Model;
  /** What the engine's server calls the model: `upstreamModel` of its declaration, else the model's own name. */
  upstreamModel: string;
  /**
   * A name for this job on somebody else's server, the same at every attempt: letters, digits and `-`, 30 characters.
   * An engine that may have bought something already can look for it by this name before it buys again.
   */
  externalId: string;
  /** The checked reference picture, PNG or JPEG bytes, and how the model uses it; null for text-to-image. */
  reference: { bytes: Uint8Array; use: ReferenceUse } | null;
}

export interface EngineContext {
  /**
   * Aborts on cancel, lost lease and shutdown; the engine stops within a second. Its reason is a TaskEndedError when
   * the task is over (cancelled): only then may work that was started elsewhere be cancelled too.
   */
  signal: AbortSignal;
  /** 0–1 of the whole job; `pictures`: of each picture, in their order, where that is known. */
  reportProgress(fraction: number, pictures?: readonly number[]): void;
  /** Saves the operation before (intent) and after (remote id) remote work is started; rejects when the lease is lost. */
  saveOperation(operation: unknown): Promise<void>;
}

export interface EngineImage {
  bytes: Uint8Array;
  contentType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  /** The visibly marked twin, when the request asked for one and the engine makes it. */
  watermarked?: Uint8Array;
}

export type EngineOutcome =
  | { kind: 'done'; images: EngineImage[] }
  /**
   * Not finished: ask again with this operation after `pollInMs`. With `watched` the engine looks after the job itself
   * (see JobWatch) and says when to resume it; `pollInMs` means nothing then. A null operation: nothing was begun.
   */
  | { kind: 'waiting'; operation: unknown; pollInMs: number; progress?: number; watched?: boolean };

/**
 * What an engine offers that watches its waiting jobs by itself, thousands with a few calls, instead of being resumed
 * for every look at each of them. Its jobs stay parked in the store meanwhile; the worker keeps them parked as long as
 * this process lives. When it dies, any worker resumes them from their operations.
 */
export interface JobWatch {
  /** Calls `listener` with the task of each job that has something to resume for. Returns the function that stops it. */
  onDue(listener: (taskId: string) => void): () => void;
  /** Stops watching. `ended`: its task is over and work elsewhere may be cancelled; `lost`: somebody else has it. */
  drop(taskId: string, why: 'ended' | 'lost'): void;
}

/** How an engine feels, for metrics and administration. */
export interface EngineCondition {
  /** `ok`; `degraded`: it works in part (a key or a server is out); `down`: jobs wait for it. */
  state: 'ok' | 'degraded' | 'down';
  /** The last thing that went wrong, in a sentence without secrets and without its caller's data; null: nothing yet. */
  lastError: string | null;
  lastErrorAtMs: number | null;
  /** Jobs that wait for something remote and are looked after by this process. */
  watched: number;
}

export interface Engine {
  readonly name: string;
  /** How many jobs one process runs at a time. */
  readonly concurrency: number;
  start(job: EngineJob, context: EngineContext): Promise<EngineOutcome>;
  /** Goes on from a saved operation. Engines that never return `waiting` or save one need none. */
  resume?(operation: unknown, job: EngineJob, context: EngineContext): Promise<EngineOutcome>;
  /** How many more jobs may be begun right now; absent: as many as `concurrency` lets. 0 leaves them in the queue. */
  room?(): number;
  /** Calls `listener` when `room` may have grown. Returns the function that stops it. */
  onRoom?(listener: () => void): () => void;
  /** Present when it returns `watched` outcomes. */
  watch?: JobWatch;
  /** A server called us back with the token that an engine gave it; false: it is not this engine's. Proves nothing. */
  acceptCallback?(token: string): boolean;
  /** Present when it knows better than from the outcomes of its jobs. */
  condition?(): EngineCondition;
  /** Tries the engine without making a picture; rejects with a sentence for `doctor`. */
  check(): Promise<string>;
  close(): Promise<void>;
}

/** The reason of an EngineContext's signal when the task is over: it was cancelled or has ended elsewhere. */
export class TaskEndedError extends Error {
  constructor() {
    super('the task has ended');
    this.name = 'TaskEndedError';
  }
}

/** Thrown by engines. `request`: the request is at fault, tell the caller, never retry. `ours`: worth another try. */
export class EngineError extends Error {
  readonly fault: 'request' | 'ours';
  /** For `ours`: not before this many ms. */
  readonly retryAfterMs: number | undefined;
  constructor(fault: 'request' | 'ours', message: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'EngineError';
    this.fault = fault;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/**
 * The error as an engine's verdict, or undefined when it is none. By its name and not by its class: engines of the
 * operator's own need not import ours.
 */
export function asEngineError(error: unknown): Pick<EngineError, 'fault' | 'message' | 'retryAfterMs'> | undefined {
  if (error instanceof EngineError) return error;
  if (!(error instanceof Error) || error.name !== 'EngineError' || !('fault' in error)) return undefined;
  const retryAfterMs =
    'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : undefined;
  return { fault: error.fault === 'request' ? 'request' : 'ours', message: error.message, retryAfterMs };
}
