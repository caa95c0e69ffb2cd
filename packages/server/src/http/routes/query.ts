// GET …/images/generations/{id} and what other routes share with it: finding a task by either id, waiting for its end,
// answering with it as it stands.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFinal, type Task } from '../../core/task.js';
import { type AuthenticationHook, callerOf } from '../authentication.js';
import { type Dialect, unknownTask } from '../dialects.js';
import { succeed } from '../envelope.js';
import type { HttpParts } from '../parts.js';
import { preferredWaitS } from '../prefer-wait.js';
import { publicOrigin } from '../public-origin.js';
import { requestSignal } from '../request-signal.js';
import { renderTask } from '../wire/render-task.js';

/** After how many seconds asking again makes sense. */
const retryAfterS = 1;

/** What looking at a task needs of the house. */
export type QueryParts = Pick<HttpParts, 'tasks' | 'settings'> & {
  /** The hook that sets `request.caller`. */
  authenticate: AuthenticationHook;
  /** Aborts when the server closes: whoever waits is answered at once. */
  closing: AbortSignal;
};

/** Id or external id in a route's path. */
export interface TaskParams {
  id: string;
}

/** The caller's task, or the dialect's answer that there is none. */
export async function findTask(
  parts: Pick<QueryParts, 'tasks'>,
  dialect: Dialect,
  request: FastifyRequest,
): Promise<Task> {
  const { id } = request.params as TaskParams;
  const task = await parts.tasks.find(callerOf(request).accountId, id);
  if (task === undefined) throw unknownTask(dialect, id);
  request.taskId = task.id;
  return task;
}

/** Answers with the task, after waiting as long as the caller prefers to; `Retry-After` while it is unfinished. */
export async function answerTask(
  parts: QueryParts,
  dialect: Dialect,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Task,
) {
  let task: Task | undefined = found;
  const waitS = preferredWaitS(request.headers.prefer);
  if (waitS !== undefined) {
    reply.header('preference-applied', `wait=${waitS}`);
    const signal = requestSignal(reply, parts.closing);
    if (!isFinal(task.status) && waitS > 0)
      task = await parts.tasks.waitForEnd(task.accountId, task.id, waitS * 1000, signal);
    // Purged while we waited.
    if (task === undefined) throw unknownTask(dialect, found.id);
  }
  if (!isFinal(task.status)) reply.header('retry-after', String(retryAfterS));
  return succeed(request, renderTask(task, publicOrigin(request, parts.settings.publicUrl)));
}

/** Adds the route in one dialect. */
export function addQueryRoute(app: FastifyInstance, dialect: Dialect, parts: QueryParts): void {
  app.route({
    method: 'GET',
    url: `${dialect.prefix}/images/generations/:id`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request, reply) =>
      answerTask(parts, dialect, request, reply, await findTask(parts, dialect, request)),
  });
}
