// GET /metrics, in Prometheus' text form. It names routes and counts, never accounts, keys or prompts.
import type { FastifyInstance } from 'fastify';
import type { HttpMetrics } from '../metrics.js';

/** Adds the route. */
export function addMetricsRoute(app: FastifyInstance, metrics: Pick<HttpMetrics, 'render'>): void {
  app.get('/metrics', async (_request, reply) => {
    const { text, contentType } = await metrics.render();
    return reply.type(contentType).header('cache-control', 'no-store').send(text);
  });
}
