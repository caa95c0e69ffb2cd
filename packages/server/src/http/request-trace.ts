// The span of a request, while tracing is on: of every submit, since a trace begins there, and of whatever else comes with
// a `traceparent` of its caller's. Polls that nobody traces make no spans.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isTraceparent, type Span, type Tracer } from '../core/tracing.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null for requests that are not traced. */
    span: Span | null;
  }
}

/** Decorates requests; with a tracer, adds the hooks that begin and end their spans. */
export function addRequestTrace(app: FastifyInstance, tracer: Pick<Tracer, 'start'> | undefined): void {
  app.decorateRequest('span', null);
  if (tracer === undefined) return;
  app.addHook('onRequest', (request, _reply, done) => {
    const { url: route, config } = request.route ?? {};
    const { traceparent } = request.headers;
    const parent = typeof traceparent === 'string' && isTraceparent(traceparent) ? traceparent : undefined;
    // A stream lasts for as long as its reader wants.
    if (route !== undefined && config?.stream !== true && (parent !== undefined || beginsTrace(request)))
      request.span = tracer.start(`${request.method} ${route}`, {
        kind: 'server',
        parent,
        attributes: { 'http.request.method': request.method, 'http.route': route },
      });
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { span, taskId } = request;
    if (span !== null) {
      span.set({
        'http.response.status_code': reply.statusCode,
        ...(taskId === null ? {} : { 'inkling.task_id': taskId }),
      });
      span.end(reply.statusCode >= 500 ? new Error('fault') : undefined);
    }
    done();
  });
}

function beginsTrace({ method, route }: FastifyRequest): boolean {
  return method === 'POST' && /\/images\/(?:generations|edits)$/.test(route?.url ?? '');
}
