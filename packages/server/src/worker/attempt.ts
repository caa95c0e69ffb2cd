// One attempt at one claimed task: reference, engine, storage, the write that ends it. Heartbeats run beside it.
//
// What if it dies here? Before the engine starts: the lease runs out, the next claim starts afresh. While it paints:
// the same; a remote engine's saved operation is resumed instead. After the bytes are stored, before the row is
// written: the bytes lie under the task's prefix and go with it; the next attempt stores its own. After the row is
// written: the task has ended, nothing is owed here.
import { webcrypto } from 'node:crypto';
import type { ContentPolicy } from '../accounts/policy/content-policy.js';
import type { Clock } from '../core/clock.js';
import { AppError } from '../core/errors.js';
import { newToken } from '../core/ids.js';
import type { Log } from '../core/log.js';
import type { Model, ReferenceUse } from '../core/model.js';
import type { ClaimedTask, Picture, Task } from '../core/task.js';
import {
  asEngineError,
  type Engine,
  EngineError,
  type EngineImage,
  type EngineJob,
  type EngineOutcome,
} from '../engines/engine.js';
import type { ReferenceChecker } from '../images/checked-picture.js';
import { type Storage, taskPrefix } from '../storage/storage.js';
import type { Store } from '../store/store.js';
import type { Lease } from './lease.js';

export interface AttemptParts {
  store: Pick<Store, 'tasks'>;
  storage: Storage;
  references: Pick<ReferenceChecker, 'checkUrl'>;
  clock: Clock;
  log: Log;
  /** Looks at finished pictures where the operator wants it; AppError 1301 fails the task. */
  policy: Pick<ContentPolicy, 'checkPicture'>;
  /** How long an account's results live, ms. */
  retentionMsOf: (accountId: string) => Promise<number>;
}

/** How the attempt left the task. */
export type AttemptEnd =
  | { kind: 'succeeded' }
  | { kind: 'failed'; message: string }
  /** Not finished: park it for `delayMs`, or (`watched`) until its engine says so; `fault` counts one more fault of ours. */
  | { kind: 'parked'; delayMs: number | undefined; fault: boolean; watched?: boolean; cause?: unknown }
  /** The lease is gone: whoever has it now decides. */
  | { kind: 'lost' };

/** Makes the pictures of a claimed task. Never rejects; writes success itself, leaves failing and parking to the caller. */
export async function attemptTask(
  parts: AttemptParts,
  engine: Engine,
  model: Model,
  task: ClaimedTask,
  lease: Lease,
): Promise<AttemptEnd> {
  try {
    const reference = await loadReference(parts, model, task, lease.signal);
    // An engine that listens for the abort would never hear one that is already past.
    lease.signal.throwIfAborted();
    const job: EngineJob = {
      taskId: task.id,
      request: task.request,
      model,
      upstreamModel: model.upstreamModel ?? model.name,
      externalId: `inkling-${task.id}`,
      reference,
    };
    const outcome = await runEngine(engine, job, task, lease);
    if (outcome.kind === 'waiting') {
      await lease.saveOperation(outcome.operation);
      if (outcome.progress !== undefined) lease.reportProgress(outcome.progress);
      return { kind: 'parked', delayMs: outcome.pollInMs, fault: false, watched: outcome.watched === true };
    }
    if (outcome.images.length !== task.request.n) {
      throw new EngineError('ours', `engine made ${outcome.images.length} pictures, not ${task.request.n}`);
    }
    for (const image of outcome.images) {
      await parts.policy.checkPicture({ accountId: task.accountId, taskId: task.id, ...image }, lease.signal);
    }
    const pictures = await storePictures(parts, task, outcome.images, lease.signal);
    lease.signal.throwIfAborted();
    return (await parts.store.tasks.succeed(task.id, task.leaseToken, pictures))
      ? { kind: 'succeeded' }
      : { kind: 'lost' };
  } catch (error) {
    return endOf(error, lease);
  }
}

/** What an error means for the task. */
function endOf(error: unknown, lease: Lease): AttemptEnd {
  if (lease.lost) return { kind: 'lost' };
  // Stopped by us, not by a fault: whoever claims it next starts at once.
  if (lease.signal.aborted) return { kind: 'parked', delayMs: 0, fault: false };
  // Only what is wrong with the request; a database that does not answer (5002) is no fault of the caller's.
  if (error instanceof AppError && error.status < 500) return { kind: 'failed', message: error.message };
  const verdict = asEngineError(error);
  if (verdict?.fault === 'request') return { kind: 'failed', message: verdict.message };
  if (verdict) return { kind: 'parked', delayMs: verdict.retryAfterMs, fault: true, cause: error };
  return { kind: 'parked', delayMs: undefined, fault: true, cause: error };
}

function runEngine(engine: Engine, job: EngineJob, task: ClaimedTask, lease: Lease): Promise<EngineOutcome> {
  const context = {
    signal: lease.signal,
    reportProgress: lease.reportProgress,
    saveOperation: lease.saveOperation,
  };
  if (task.operation !== null && engine.resume) return engine.resume(task.operation, job, context);
  return engine.start(job, context);
}

/** How this model uses the reference picture of this request. */
function referenceUse(model: Model, task: Pick<Task, 'request'>): ReferenceUse {
  const asked = task.request.imageReference;
  if (asked !== null && model.referenceUses.includes(asked)) return asked;
  return model.referenceUses[0] ?? 'whole';
}

/** The reference's bytes; one that came as a URL too slow for the submit is fetched and checked now. */
async function loadReference(
  parts: AttemptParts,
  model: Model,
  task: ClaimedTask,
  signal: AbortSignal,
): Promise<EngineJob['reference']> {
  const { reference } = task;
  if (!reference) return null;
  const use = referenceUse(model, task);
  if (reference.kind === 'url') {
    const checked = await parts.references.checkUrl(reference.url, { face: use === 'face', signal });
    return { bytes: checked.bytes, use };
  }
  const bytes = await parts.storage.read(reference.storageKey);
  if (!bytes) throw new EngineError('ours', 'the stored reference picture is missing');
  return { bytes, use };
}

/** 160 bits of SHA-256, base64url; computed off the event loop. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await webcrypto.subtle.digest('SHA-256', bytes);
  return Buffer.from(hash, 0, 20).toString('base64url');
}

/** Puts the bytes under names of this attempt's own, so that two attempts never overwrite each other. */
async function storePictures(
  parts: AttemptParts,
  task: ClaimedTask,
  images: EngineImage[],
  signal: AbortSignal,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const retentionMs = await parts.retentionMsOf(task.accountId);
  for (const [index, image] of images.entries()) {
    const variants = [{ variant: 'plain' as const, bytes: image.bytes }];
    const twin = image.watermarked ? [{ variant: 'watermarked' as const, bytes: image.watermarked }] : [];
    for (const { variant, bytes } of [...variants, ...twin]) {
      signal.throwIfAborted();
      const token = newToken();
      const extension = image.contentType === 'image/png' ? 'png' : 'jpg';
      const storageKey = `${taskPrefix(task.id)}/${index}-${token}.${extension}`;
      await parts.storage.put(storageKey, bytes, image.contentType);
      const nowMs = parts.clock.now();
      pictures.push({
        token,
        taskId: task.id,
        index,
        variant,
        storageKey,
        contentType: image.contentType,
        width: image.width,
        height: image.height,
        byteLength: bytes.byteLength,
        etag: await digest(bytes),
        createdAtMs: nowMs,
        expiresAtMs: nowMs + retentionMs,
        deletedAtMs: null,
      });
    }
  }
  return pictures;
}
