// POST …/images/generations/{id}/cancel: ends an unfinished task; one that has ended is left as it is (contract §7).
// Ours, not Kling's. Cancelling twice is no error: the caller gets what it wanted either way.
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../authentication.js';
import { type Dialect, unknownTask } from '../dialects.js';
import { succeed } from '../envelope.js';
import { publicOrigin } from '../public-origin.js';
import { renderTask } from '../wire/render-task.js';
import { findTask, type QueryParts } from './query.js';

/** Adds the route in one dialect. Whatever body comes with it is not read. */
export function addCancelRoute(app: FastifyInstance, dialect: Dialect, parts: Omit<QueryParts, 'closing'>): void {
  app.route({
    method: 'POST',
    url: `${dialect.prefix}/images/generations/:id/cancel`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const { id } = await findTask(parts, dialect, request);
      const task = await parts.tasks.cancel(callerOf(request).accountId, id);
      // Purged between the two.
      if (task === undefined) throw unknownTask(dialect, id);
      return succeed(request, renderTask(task, publicOrigin(request, parts.settings.publicUrl)));
    },
  });
}
