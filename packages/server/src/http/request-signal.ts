// One AbortSignal per request that needs it: the caller hung up, or the server is closing.
import type { FastifyReply } from 'fastify';
import { AppError } from '../core/errors.js';

/** Aborts when the connection closes before the answer is complete. The reason is an AppError: nobody will read it. */
export function callerGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const response = reply.raw;
  const abort = () => {
    if (!response.writableFinished) controller.abort(new AppError(1200, 'The caller hung up before the answer'));
  };
  if (response.destroyed) abort();
  else response.once('close', abort);
  return controller.signal;
}
