// POST …/images/generations: a checked request becomes a row, and the row is the promise.
//
// The order is the contract's: who is calling, and whether submits are taken at all, before a byte of the body is read;
// then the body's shape, the model, the parameters, the picture, and last (in tasks/) the limits of the account. A
// reference picture is stored before the row is written, because the row must not promise what is not there; when the row
// is not written after all, the picture goes again. A crash between the two leaves a picture that no row names.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../core/errors.js';
import type { Task } from '../../core/task.js';
import { taskPrefix } from '../../storage/storage.js';
import { type AuthenticationHook, callerOf } from '../authentication.js';
import type { BodyBudget } from '../body/body-budget.js';
import { parseJsonObject } from '../body/parse-json-object.js';
import { maxSubmitBytes, readBody } from '../body/read-body.js';
import type { Dialect } from '../dialects.js';
import { succeed } from '../envelope.js';
import { idempotencyOf, readIdempotencyKey } from '../idempotency.js';
import type { HttpParts } from '../parts.js';
import { preferredWaitS } from '../prefer-wait.js';
import { publicOrigin } from '../public-origin.js';
import { requestSignal } from '../request-signal.js';
import { takeReference } from '../take-reference.js';
import { type CheckedSubmit, createSubmitCheck } from '../wire/check-submit.js';
import { renderSubmitted } from '../wire/render-task.js';
import { answerTask, type QueryParts } from './query.js';

/** What a submit needs of the house. */
export type SubmitParts = QueryParts &
  Pick<HttpParts, 'policy' | 'references' | 'storage' | 'models' | 'clock' | 'log'> & {
    /** Memory of all large bodies together. */
    budget: BodyBudget;
    /** The hook that sets `request.caller`. */
    authenticate: AuthenticationHook;
  };

/** Adds the route in one dialect. */
export function addSubmitRoute(app: FastifyInstance, dialect: Dialect, parts: SubmitParts): void {
  const checkSubmit = createSubmitCheck(parts.models);
  const { tasks, references, settings } = parts;

  app.route({
    method: 'POST',
    url: `${dialect.prefix}/images/generations`,
    config: { crossOrigin: true },
    onRequest: [parts.authenticate, (_request, _reply, done) => done(tasks.draining ? new AppError(5001) : undefined)],
    handler: async (request, reply) => {
      let signal: AbortSignal | undefined;
      // Made when it is first needed: most submits are done before anybody could hang up.
      const gone = () => {
        signal ??= requestSignal(reply);
        return signal;
      };
      const limits = { maxBytes: maxSubmitBytes, budget: parts.budget };
      const body = await readBody(request.raw, reply.raw, limits, gone);
      let task: Task;
      try {
        const checked = checkSubmit(parseJsonObject(body.bytes), dialect, callerOf(request));
        const idempotencyKey = readIdempotencyKey(request.headers['idempotency-key']);
        if (checked.callbackUrl !== null) references.checkUrlShape(checked.callbackUrl, 'callback_url');
        await parts.policy.checkPrompt({ accountId: callerOf(request).accountId, ...checked.request });
        // From here on the bytes live in `checked`; the budget keeps counting them until the picture is stored.
        task = await submit(request, checked, idempotencyKey, gone);
      } finally {
        body.release();
      }
      // Without a wish to wait the answer is the same at every replay, whatever has become of the task.
      if (preferredWaitS(request.headers.prefer) === undefined) return succeed(request, renderSubmitted(task));
      return answerTask(parts, dialect, request, reply, task);
    },
  });

  /** Stores the reference, then the row. Whichever fails, nothing stays that belongs to no task. */
  async function submit(
    request: FastifyRequest,
    checked: CheckedSubmit,
    idempotencyKey: string | null,
    gone: () => AbortSignal,
  ): Promise<Task> {
    const id = tasks.newId();
    const idempotency = await idempotencyOf(idempotencyKey, checked);
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
        accountId: callerOf(request).accountId,
        externalTaskId: checked.externalTaskId,
        request: checked.request,
        reference,
        callbackUrl: checked.callbackUrl,
        publicOrigin: publicOrigin(request, settings.publicUrl),
        idempotency,
      }));
      request.taskId = accepted.id;
      return accepted;
    } finally {
      // Refused, or a replay that already has its own reference: what was stored for the new id belongs to nobody.
      if (checked.image !== null && accepted?.id !== id) await forget(id);
    }
  }

  /** Removes what was stored for an id that became no task; the caller's answer does not depend on it. */
  async function forget(id: string): Promise<void> {
    try {
      await parts.storage.removeBelow(taskPrefix(id));
    } catch (error) {
      parts.log.warn({ err: error, task_id: id }, 'a reference picture that is not needed could not be removed');
    }
  }
}
