// POST /callbacks/upstream/{token}: a server that an engine handed work to says that something happened. The token was
// given out by us and cannot be guessed. Nothing else is believed: the body is not read, the engine only asks sooner.
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/errors.js';
import type { HttpParts } from '../parts.js';

/** Adds the route. A token that is not ours is a route that is not there. */
export function addUpstreamCallbackRoute(app: FastifyInstance, { engines }: Pick<HttpParts, 'engines'>): void {
  app.post('/callbacks/upstream/:token', async (request) => {
    const { token = '' } = request.params as { token?: string };
    if (engines?.acceptCallback(token) !== true) throw new AppError(1203, 'No such callback');
    return { status: 'ok' };
  });
}
