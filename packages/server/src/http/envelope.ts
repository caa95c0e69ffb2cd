// The one shape of every answer (contract §3).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { businessCodes } from '../core/errors.js';
import { type Failure, failureBody } from './failure.js';

/** Wraps `data` as a success. */
export function succeed(request: FastifyRequest, data: unknown) {
  return { code: 0, message: businessCodes[0].message, request_id: request.id, data };
}

/** Sends a failure; whatever was being sent before is dropped. */
export function sendFailure(reply: FastifyReply, failure: Failure): void {
  reply.code(failure.status).header('cache-control', 'no-store').type('application/json; charset=utf-8');
  if (failure.retryAfterS !== undefined)
    reply.header('retry-after', String(Math.max(1, Math.ceil(failure.retryAfterS))));
  void reply.send(failureBody(failure, reply.request.id));
}
