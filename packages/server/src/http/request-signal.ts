// One AbortSignal per request that needs it: the caller hung up, or the server is closing.
import type { FastifyReply } from 'fastify';
import { AppError } from '../core/errors.js';

/**
 * Aborts when the connection closes before the answer is complete, and, where it is given, when `closing` aborts. The
 * reason is an AppError: nobody will read it. Not AbortSignal.any: in Node 20 each one leaves something behind in a
 * signal that lives as long as the server.
 */
export function requestSignal(reply: FastifyReply, closing?: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const response = reply.raw;
  const onClosing = () => controller.abort(new AppError(5001));
  const onClose = () => {
    closing?.removeEventListener('abort', onClosing);
    if (!response.writableFinished) controller.abort(new AppError(1200, 'The caller hung up before the answer'));
  };
  if (response.destroyed) onClose();
  else {
    response.once('close', onClose);
    closing?.addEventListener('abort', onClosing);
    if (closing?.aborted) onClosing();
  }
  return controller.signal;
}
