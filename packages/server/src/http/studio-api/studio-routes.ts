// `/studio/v1`: what the page at `/` needs beyond Kling's routes, for the account of the key that calls. Kling's list
// stays as the contract says; here a task says what was asked for, and pages go by cursor, words, state and model.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { AppError, quoteValue } from '../../core/errors.js';
import type { Store } from '../../store/store.js';
import { callerOf } from '../authentication.js';
import { succeed } from '../envelope.js';
import type { HttpParts } from '../parts.js';
import { publicOrigin } from '../public-origin.js';
import type { QueryParts, TaskParams } from '../routes/query.js';
import { renderHistory, renderStudioTask } from './studio-answers.js';
import { checkStudioQuery, writeCursor } from './studio-query.js';

/** What the routes need of the house. */
export type StudioParts = Pick<QueryParts, 'tasks' | 'settings' | 'authenticate'> &
  Pick<HttpParts, 'storage'> & {
    gallery: Pick<Store['gallery'], 'page' | 'marks'>;
  };

/** Adds the routes that read. */
export function addStudioApiRoutes(app: FastifyInstance, parts: StudioParts): void {
  /** The caller's task by either id; AppError 1203 when there is none. */
  async function findTask(accountId: string, id: string) {
    const task = id.includes('\0') ? undefined : await parts.tasks.find(accountId, id);
    if (task === undefined) throw new AppError(1203, `There is no task '${quoteValue(id)}'`);
    return task;
  }

  app.route({
    method: 'GET',
    url: '/studio/v1/tasks',
    onRequest: parts.authenticate,
    handler: async (request) => {
      const filter = checkStudioQuery(request.query);
      const { tasks, next } = await parts.gallery.page({ accountId: callerOf(request).accountId, ...filter });
      const origin = publicOrigin(request, parts.settings.publicUrl);
      return succeed(request, {
        tasks: tasks.map((task) => renderStudioTask(task, origin)),
        next: next ? writeCursor(next) : null,
      });
    },
  });

  app.route({
    method: 'GET',
    url: '/studio/v1/tasks/:id',
    onRequest: parts.authenticate,
    handler: async (request) => {
      const task = await findTask(callerOf(request).accountId, (request.params as TaskParams).id);
      request.taskId = task.id;
      const shown = renderStudioTask(task, publicOrigin(request, parts.settings.publicUrl));
      return succeed(request, { ...shown, history: renderHistory(await parts.gallery.marks(task.id)) });
    },
  });

  // Unlike finished pictures it has no name that may be passed on: it takes the key, every time.
  app.route({
    method: 'GET',
    url: '/studio/v1/tasks/:id/reference',
    onRequest: parts.authenticate,
    handler: async (request, reply) => {
      const task = await findTask(callerOf(request).accountId, (request.params as TaskParams).id);
      request.taskId = task.id;
      const { reference } = task;
      const object = reference?.kind === 'stored' ? await parts.storage.get(reference.storageKey) : undefined;
      if (reference?.kind !== 'stored' || object === undefined)
        throw new AppError(1203, 'The task has no reference picture that is still kept');
      return reply
        .type(reference.contentType)
        .headers({ 'content-length': object.byteLength, 'cache-control': 'private, max-age=3600' })
        .send(Readable.from(object.open(), { objectMode: false }));
    },
  });
}
