// A checked submit becomes a task: policy, reference picture, row. Every front that takes submits goes through here.
//
// A reference picture is stored before the row is written, because the row must not promise what is not there; when the
// row is not written after all, the picture goes again. A crash between the two leaves a picture that no row names,
// and the sweeper takes it (worker/orphan-sweep.ts).
import type { FastifyRequest } from 'fastify';
import type { Task } from '../core/task.js';
import { taskPrefix } from '../storage/storage.js';
import { callerOf } from './authentication.js';
import { idempotencyOf } from './idempotency.js';
import type { HttpParts } from './parts.js';
import { publicOrigin } from './public-origin.js';
import { takeReference } from './take-reference.js';
import type { CheckedSubmit } from './wire/check-submit.js';

/** What accepting a submit needs of the house. */
export type AcceptParts = Pick<HttpParts, 'tasks' | 'policy' | 'references' | 'storage' | 'clock' | 'log' | 'settings'>;

/**
 * Resolves to the task once its row is on disk: a new one, or the one that an earlier request with the same idempotency
 * key made. Rejects with AppError 1101, 1102, 1201, 1300, 1301, 1303, 5001 or 5002, and then leaves nothing behind.
 * `gone` is asked for the signal of a caller who hung up only where there may be something to wait for.
 */
export type AcceptSubmit = (
  request: FastifyRequest,
  checked: CheckedSubmit,
  idempotencyKey: string | null,
  gone: () => AbortSignal,
) => Promise<Task>;

/** Makes the one way in. */
export function createSubmitAcceptance(parts: AcceptParts): AcceptSubmit {
  const { tasks, references, settings } = parts;

  /** Removes what was stored for an id that became no task; the caller's answer does not depend on it. */
  async function forget(id: string): Promise<void> {
    try {
      await parts.storage.removeBelow(taskPrefix(id));
    } catch (error) {
      parts.log.warn({ err: error, task_id: id }, 'a reference picture that is not needed could not be removed');
    }
  }

  return async function acceptSubmit(request, checked, idempotencyKey, gone) {
    const { accountId } = callerOf(request);
    if (checked.callbackUrl !== null) references.checkUrlShape(checked.callbackUrl, 'callback_url');
    await parts.policy.checkPrompt({ accountId, ...checked.request });
    const id = tasks.newId();
    const idempotency = await idempotencyOf(idempotencyKey, checked);
    // Known already: the picture was taken then, and its URL may be dead by now.
    const earlier = checked.image === null ? undefined : await tasks.findReplay(accountId, idempotency);
    if (earlier !== undefined) {
      request.taskId = earlier.id;
      return earlier;
    }
    let accepted: Task | undefined;
    try {
      const face = checked.request.imageReference === 'face';
      const reference =
        checked.image &&
        (await takeReference({ ...parts, deadlineMs: settings.referenceDeadlineMs }, checked.image, id, {
          face,
          signal: gone(),
        }));
      ({ task: accepted } = await tasks.submit({
        id,
        accountId,
        externalTaskId: checked.externalTaskId,
        request: checked.request,
        reference,
        callbackUrl: checked.callbackUrl,
        publicOrigin: publicOrigin(request, settings.publicUrl),
        idempotency,
        ...(request.span === null ? {} : { traceParent: request.span.traceparent }),
      }));
      request.taskId = accepted.id;
      return accepted;
    } finally {
      // Refused, or a replay that already has its own reference: what was stored for the new id belongs to nobody.
      if (checked.image !== null && accepted?.id !== id) await forget(id);
    }
  };
}
