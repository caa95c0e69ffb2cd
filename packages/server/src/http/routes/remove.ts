// DELETE …/images/generations/{id}: the task, its pictures and its callbacks go now, not when their time is over.
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../authentication.js';
import { type Dialect, unknownTask } from '../dialects.js';
import { succeed } from '../envelope.js';
import { findTask, type QueryParts } from './query.js';

/** Adds the route in one dialect. An unfinished task is ended first. */
export function addRemoveRoute(app: FastifyInstance, dialect: Dialect, parts: Omit<QueryParts, 'closing'>): void {
  app.route({
    method: 'DELETE',
    url: `${dialect.prefix}/images/generations/:id`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const { id } = await findTask(parts, dialect, request);
      if (!(await parts.tasks.remove(callerOf(request).accountId, id))) throw unknownTask(dialect, id);
      return succeed(request, { task_id: id, deleted: true });
    },
  });
}
