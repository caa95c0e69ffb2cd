// GET …/images/generations: the caller's tasks, newest first.
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../authentication.js';
import type { Dialect } from '../dialects.js';
import { succeed } from '../envelope.js';
import { publicOrigin } from '../public-origin.js';
import { checkListQuery } from '../wire/list-query.js';
import { renderTask } from '../wire/render-task.js';
import type { QueryParts } from './query.js';

/**
 * Adds the route in one dialect; `data` is a bare array, as Kling has it, so there is no total. A page past the end is
 * empty.
 */
export function addListRoute(app: FastifyInstance, dialect: Dialect, parts: Omit<QueryParts, 'closing'>): void {
  app.route({
    method: 'GET',
    url: `${dialect.prefix}/images/generations`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const { pageNum, pageSize } = checkListQuery(request.query);
      const tasks = await parts.tasks.list(callerOf(request).accountId, pageNum, pageSize);
      const origin = publicOrigin(request, parts.settings.publicUrl);
      return succeed(
        request,
        tasks.map((task) => renderTask(task, origin)),
      );
    },
  });
}
