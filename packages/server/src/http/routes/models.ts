// GET …/models: what there is to choose from, and what each model takes. Pages build their forms from it.
import type { FastifyInstance } from 'fastify';
import type { AuthenticationHook } from '../authentication.js';
import type { Dialect } from '../dialects.js';
import { succeed } from '../envelope.js';
import type { HttpParts } from '../parts.js';
import { renderModel } from '../wire/render-task.js';

type ModelsParts = Pick<HttpParts, 'models' | 'engines'> & { authenticate: AuthenticationHook };

/** Adds the route in one dialect. */
export function addModelsRoute(app: FastifyInstance, dialect: Dialect, parts: ModelsParts): void {
  app.route({
    method: 'GET',
    url: `${dialect.prefix}/models`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const down = new Set(
        (parts.engines?.health() ?? []).filter(({ state }) => state === 'down').map(({ key }) => key),
      );
      return succeed(
        request,
        parts.models.map((model) => renderModel(model, !down.has(model.engine))),
      );
    },
  });
}
