// A task's callbacks: every delivery with every try, and one more try on request.
import type { FastifyInstance } from 'fastify';
import { AppError, quoteValue } from '../../core/errors.js';
import { callerOf } from '../authentication.js';
import type { Dialect } from '../dialects.js';
import { succeed } from '../envelope.js';
import { renderCallback } from '../wire/render-callback.js';
import { findTask, type QueryParts } from './query.js';

/** Adds both routes in one dialect. */
export function addCallbackRoutes(app: FastifyInstance, dialect: Dialect, parts: Omit<QueryParts, 'closing'>): void {
  const url = `${dialect.prefix}/images/generations/:id/callbacks`;
  app.route({
    method: 'GET',
    url,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const { id } = await findTask(parts, dialect, request);
      const callbacks = await parts.tasks.callbacks(callerOf(request).accountId, id);
      return succeed(request, (callbacks ?? []).map(renderCallback));
    },
  });
  app.route({
    method: 'POST',
    url: `${url}/:deliveryId/redeliver`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const { id } = await findTask(parts, dialect, request);
      const { deliveryId } = request.params as { deliveryId: string };
      const known = !deliveryId.includes('\0');
      if (!known || !(await parts.tasks.redeliver(callerOf(request).accountId, id, deliveryId))) {
        throw new AppError(1203, `No callback ${quoteValue(deliveryId)} of this task that could be made again now`);
      }
      return succeed(request, { webhook_id: deliveryId, state: 'pending' });
    },
  });
}
