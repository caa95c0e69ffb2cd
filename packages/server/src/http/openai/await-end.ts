// Waits for a task with the connection held open, however long it takes, and turns a failure into an error.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, businessCodes } from '../../core/errors.js';
import { gaveUpMessage, isFinal, type Task } from '../../core/task.js';
import { cancelledMessage } from '../../tasks/task-service.js';
import type { HttpParts } from '../parts.js';
import { requestSignal } from '../request-signal.js';
import { TaskFailure } from './openai-failure.js';

/** Longest single wait for a change, ms: then the row is looked at again, in case a wake-up was missed. */
const lookAgainMs = 60_000;

/** Seconds after which somebody whom we left may find the next process. */
const restartRetryAfterS = 10;

export interface AwaitParts extends Pick<HttpParts, 'tasks' | 'log'> {
  /** Aborts when the server closes. */
  closing: AbortSignal;
}

/**
 * The task once it has succeeded. Rejects with a TaskFailure when it failed, AppError 5001 when the server closes first.
 * `resumable`: the caller gave an idempotency key and will come back for it; otherwise nobody could ever see the
 * pictures, and the task is cancelled when the caller hangs up or the server closes.
 */
export async function awaitEnd(
  parts: AwaitParts,
  request: FastifyRequest,
  reply: FastifyReply,
  accepted: Task,
  resumable: boolean,
): Promise<Task> {
  const signal = requestSignal(reply, parts.closing);
  // Nothing moves on the socket until the end: its idle timeout must not end it. Node sets it anew with the next request.
  request.raw.socket.setTimeout(0);
  // A caller that vanished without a word is noticed by TCP.
  request.raw.socket.setKeepAlive(true, 30_000);
  let task: Task | undefined = accepted;
  while (task !== undefined && !isFinal(task.status)) {
    if (signal.aborted) {
      if (!resumable) await parts.tasks.cancel(task.accountId, task.id);
      throw new AppError(5001, undefined, { retryAfterS: restartRetryAfterS, cause: signal.reason });
    }
    task = await parts.tasks.waitForEnd(task.accountId, task.id, lookAgainMs, signal);
  }
  if (task === undefined) throw new TaskFailure(409, 1203, 'task_removed', 'The task was removed before it ended');
  if (task.status === 'failed') throw failureOf(task.statusMessage);
  return task;
}

/** Why a task failed, as an error. All that is left of it is its words; they tell the kinds apart. */
function failureOf(message: string): TaskFailure {
  if (message === cancelledMessage) return new TaskFailure(409, 1201, 'task_cancelled', message);
  if (message === gaveUpMessage) return new TaskFailure(500, 5000, 'image_generation_failed', message);
  if (message.startsWith(businessCodes[1301].message))
    return new TaskFailure(400, 1301, 'content_policy_violation', message);
  return new TaskFailure(400, 1201, 'image_generation_failed', message);
}
