// The HTTP application: one Fastify instance made of the parts it is given. It does not listen; `main` does.
import { setMaxListeners } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, quoteValue } from '../core/errors.js';
import { plainLog } from '../core/log.js';
import { addAdminRoutes } from './admin/admin-routes.js';
import { createAuthentication } from './authentication.js';
import { createBodyBudget } from './body/body-budget.js';
import { lingerOverBody } from './connection.js';
import { dialects } from './dialects.js';
import { sendFailure } from './envelope.js';
import { toFailure } from './failure.js';
import { type KnownRoutes, watchRoutes } from './known-routes.js';
import { createHttpMetrics, type HttpMetrics } from './metrics.js';
import { sendOpenAiFailure, speaksOpenAi } from './openai/openai-failure.js';
import { addOpenAiRoutes } from './openai/openai-routes.js';
import type { HttpParts } from './parts.js';
import { logFailure, logRequest } from './request-log.js';
import { addRequestTrace } from './request-trace.js';
import { sendOptions, setResponseHeaders } from './response-headers.js';
import { addCallbackRoutes } from './routes/callbacks.js';
import { addCancelRoute } from './routes/cancel.js';
import { addCostsRoute } from './routes/costs.js';
import { addEventsRoute } from './routes/events.js';
import { addFilesRoute } from './routes/files.js';
import { addHealthRoutes } from './routes/health.js';
import { addListRoute } from './routes/list.js';
import { addMetricsRoute } from './routes/metrics.js';
import { addModelsRoute } from './routes/models.js';
import { addOpenApiRoutes } from './routes/openapi.js';
import { addQueryRoute } from './routes/query.js';
import { addRemoveRoute } from './routes/remove.js';
import { addStudioRoutes } from './routes/studio.js';
import { addSubmitRoute } from './routes/submit.js';
import { addThumbnailsRoute } from './routes/thumbnails.js';
import { addUpstreamCallbackRoute } from './routes/upstream-callback.js';
import { createServer } from './server.js';
import { createEventStreams } from './streams/event-streams.js';
import { createTaskWatch } from './streams/task-watch.js';
import { addFacesRoute } from './studio-api/faces-route.js';
import { addStudioApiRoutes } from './studio-api/studio-routes.js';

/** The type that every body is taken for. */
const bodyType = 'application/json';
/** Longest wait of an upload for memory, ms. */
const uploadPatienceMs = 10_000;

/**
 * The application. `listen` starts it; `close` answers whoever waits, ends event streams, lets running answers finish
 * within `closeTimeoutMs` and cuts the rest.
 */
export function createApp(parts: HttpParts): FastifyInstance {
  const { settings } = parts;
  const app = createServer(settings, parts.log);
  const routes = watchRoutes(app);
  const closing = new AbortController();
  // Every open stream and every wait listens to it.
  setMaxListeners(0, closing.signal);
  const streams = createEventStreams(settings.heartbeatMs);
  const watch = createTaskWatch(parts);
  const metrics = createHttpMetrics({ ...parts, streams });

  addHooks(app, parts, routes, metrics);
  addRequestTrace(app, parts.tracer);
  if (parts.probesOnly !== true) addCallerRoutes(app, { ...parts, closing: closing.signal, watch, streams });
  addHealthRoutes(app, parts);
  addMetricsRoute(app, metrics);

  // Closing: tell whoever waits, then Fastify closes the server, then (at the latest) the rest is cut.
  let cut: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    closing.abort();
    cut = setTimeout(() => app.server.closeAllConnections(), settings.closeTimeoutMs);
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    // A socket kept alive would keep `close` waiting for its idle timeout.
    if (closing.signal.aborted) reply.header('connection', 'close');
    // Refused before the body was read: the sender must still get to see the answer.
    lingerOverBody(request.raw);
    done();
  });
  app.addHook('onClose', async () => {
    clearTimeout(cut);
    streams.close();
    watch.close();
    metrics.close();
  });
  return app;
}

/** What outlives a single request. */
interface Lasting {
  closing: AbortSignal;
  watch: ReturnType<typeof createTaskWatch>;
  streams: ReturnType<typeof createEventStreams>;
}

/** Everything that callers and administration may ask. */
function addCallerRoutes(app: FastifyInstance, parts: HttpParts & Lasting): void {
  const authenticate = createAuthentication(parts.accounts);
  const budget = createBodyBudget({ totalBytes: parts.settings.uploadMemoryBytes, patienceMs: uploadPatienceMs });
  const shared = { ...parts, authenticate, budget };
  for (const dialect of dialects) {
    addSubmitRoute(app, dialect, shared);
    addQueryRoute(app, dialect, shared);
    addListRoute(app, dialect, shared);
    addCancelRoute(app, dialect, shared);
    addRemoveRoute(app, dialect, shared);
    addCallbackRoutes(app, dialect, shared);
    addEventsRoute(app, dialect, shared);
    addModelsRoute(app, dialect, shared);
  }
  addOpenAiRoutes(app, shared);
  addCostsRoute(app, shared);
  if (parts.admin) addAdminRoutes(app, { ...parts.admin, settings: parts.settings, clock: parts.clock });
  addUpstreamCallbackRoute(app, parts);
  addFilesRoute(app, parts);
  addThumbnailsRoute(app, parts);
  addStudioApiRoutes(app, shared);
  addFacesRoute(app, shared);
  addOpenApiRoutes(app, parts);
  addStudioRoutes(app, parts);
}

/**
 * What happens to every request, whatever its route. Unknown routes and wrong methods are refused in the first hook, as
 * errors: a handler for them would run only after the body had been looked at. Hooks take callbacks, not promises: they
 * run for every request, and a promise costs more than what they do.
 */
function addHooks(app: FastifyInstance, parts: HttpParts, routes: KnownRoutes, metrics: HttpMetrics): void {
  const { corsOrigins } = parts.settings;
  // Ids, numbers and names of routes.
  const lines = plainLog(parts.log);
  // Bodies are JSON whatever their Content-Type says, and only routes that want them read them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(bodyType, (_request, _payload, done) => done(null));
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.decorateRequest('caller', null);
  app.decorateRequest('route', null);
  app.decorateRequest('taskId', null);
  app.decorateRequest('failureCode', null);

  app.addHook('onRequest', (request, reply, done) => {
    if (request.raw.headers['content-type'] !== undefined) request.raw.headers['content-type'] = bodyType;
    if (request.is404) {
      refuseUnknown(request, reply);
      return;
    }
    // Fastify makes this object anew whenever it is asked for.
    request.route = request.routeOptions;
    setResponseHeaders(request, reply, request.route.config.crossOrigin === true, corsOrigins);
    done();
  });
  /** Answers a request that has no route; the hooks after this one do not run. */
  function refuseUnknown(request: FastifyRequest, reply: FastifyReply): void {
    const path = request.url.replace(/[?#].*$/s, '');
    const methods = routes.methodsOf(path);
    setResponseHeaders(request, reply, methods === undefined || routes.isCrossOrigin(path), corsOrigins);
    if (methods === undefined) {
      reply.send(new AppError(1203, `No such route: ${request.method} ${quoteValue(path)}`));
    } else if (request.method === 'OPTIONS') sendOptions(request, reply, methods);
    else {
      const allowed = methods.join(', ');
      const error = new AppError(1202, `Method ${request.method} is not available here, allowed: ${allowed}`);
      reply.header('allow', allowed).send(error);
    }
  }
  app.setErrorHandler((error, request, reply) => {
    const failure = toFailure(error);
    logFailure(parts.log, request, error, failure);
    if (speaksOpenAi(request)) sendOpenAiFailure(reply, error, failure);
    else sendFailure(reply, failure);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { url = 'unknown', config } = request.route ?? {};
    const seconds = reply.elapsedTime / 1000;
    if (config?.stream !== true)
      metrics.observe({ method: request.method, route: url, status: reply.statusCode }, seconds);
    logRequest(lines, request, reply);
    done();
  });
}
