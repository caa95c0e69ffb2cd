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
  /** Aborts on cancel, lost lease and shutdown; the engine stops within a second. */
  signal: AbortSignal;
  /** 0–1 of the whole job. */
  reportProgress(fraction: number): void;
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
  /** Not finished: ask again with this operation after `pollInMs`. */
  | { kind: 'waiting'; operation: unknown; pollInMs: number; progress?: number };

export interface Engine {
  readonly name: string;
  /** How many jobs one process runs at a time. */
  readonly concurrency: number;
  start(job: EngineJob, context: EngineContext): Promise<EngineOutcome>;
  /** Goes on from a saved operation. Engines that never return `waiting` or save one need none. */
  resume?(operation: unknown, job: EngineJob, context: EngineContext): Promise<EngineOutcome>;
  /** Tries the engine without making a picture; rejects with a sentence for `doctor`. */
  check(): Promise<string>;
  close(): Promise<void>;
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
