// POST …/images/generations: a checked request becomes a row, and the row is the promise.
//
// The order is the contract's: who is calling, and whether submits are taken at all, before a byte of the body is read;
// then the body's shape, the model, the parameters, the picture, and last (in tasks/) the limits of the account.
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/errors.js';
import type { Task } from '../../core/task.js';
import { createSubmitAcceptance } from '../accept-submit.js';
import { type AuthenticationHook, callerOf } from '../authentication.js';
import type { BodyBudget } from '../body/body-budget.js';
import { parseJsonObject } from '../body/parse-json-object.js';
import { maxSubmitBytes, readBody } from '../body/read-body.js';
import type { Dialect } from '../dialects.js';
import { succeed } from '../envelope.js';
import { readIdempotencyKey } from '../idempotency.js';
import type { HttpParts } from '../parts.js';
import { preferredWaitS } from '../prefer-wait.js';
import { requestSignal } from '../request-signal.js';
import { createSubmitCheck } from '../wire/check-submit.js';
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
  const acceptSubmit = createSubmitAcceptance(parts);
  const { tasks } = parts;

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
        // From here on the bytes live in `checked`; the budget keeps counting them until the picture is stored.
        task = await acceptSubmit(request, checked, idempotencyKey, gone);
      } finally {
        body.release();
      }
      // Without a wish to wait the answer is the same at every replay, whatever has become of the task.
      if (preferredWaitS(request.headers.prefer) === undefined) return succeed(request, renderSubmitted(task));
      return answerTask(parts, dialect, request, reply, task);
    },
  });
}
