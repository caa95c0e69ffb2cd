// One log line per request, and one per fault. No URL (ids aside, it is the caller's text), no header, no body: route,
// status and ids say enough, and keys, prompts and pictures cannot leak.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../core/log.js';
import type { Failure } from './failure.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The task that the request is about, once it is known. */
    taskId: string | null;
    /** Business code of the answer when it is an error. */
    failureCode: number | null;
  }
}

/** What ties a line to a request, a task and an account. */
function idsOf(request: FastifyRequest) {
  return {
    request_id: request.id,
    ...(request.taskId === null ? {} : { task_id: request.taskId }),
    ...(request.caller === null ? {} : { account_id: request.caller.accountId }),
  };
}

/** Successful reads are `debug`: clients poll. Whatever changes something or fails is `info`. */
export function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode, elapsedTime } = reply;
  const isRead = request.method !== 'POST' && statusCode < 400;
  if (isRead && !log.isLevelEnabled('debug')) return;
  const line = {
    ...idsOf(request),
    method: request.method,
    route: request.route?.url ?? null,
    status: statusCode,
    ...(request.failureCode === null ? {} : { code: request.failureCode }),
    ms: Math.round(elapsedTime * 10) / 10,
  };
  if (isRead) log.debug(line, 'request');
  else log.info(line, 'request');
}

/** A fault of ours, with what caused it; a caller's error is told by its request line. */
export function logFailure(log: Log, request: FastifyRequest, error: unknown, failure: Failure): void {
  request.failureCode = failure.code;
  if (failure.code === 5000) log.error({ ...idsOf(request), err: error }, 'a request failed');
}
