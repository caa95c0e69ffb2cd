// Fastify with the bounds on connections, heads and slowness that keep one hostile client from harming the others.
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { newToken } from '../core/ids.js';
import type { Log } from '../core/log.js';
import { createClientErrorHandler, maxHeaderBytes, routeExpectations } from './connection.js';
import { sendFailure } from './envelope.js';
import { toFailure } from './failure.js';
import type { HttpSettings } from './parts.js';
import { setResponseHeaders } from './response-headers.js';
import { normalizeUrl } from './tolerant-url.js';

/** Most requests one socket may carry before it is closed: a socket never becomes anybody's for ever. */
const maxRequestsPerSocket = 10_000;

/** Called for a route that declares a schema of Fastify's: bodies are checked with zod, so none may. */
function refuseSchema(): never {
  throw new Error('routes check what they are sent themselves: no schema may be given to Fastify');
}

/**
 * An instance without routes. Fastify's own log is off: it would write URLs and headers, and request-log.ts writes what
 * is wanted. Node checks slow requests every `checkIntervalMs`; its default, 30 s, would let a slow head live for 40.
 */
export function createServer(settings: HttpSettings, log: Log): FastifyInstance {
  const serverOptions = {
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: settings.headersTimeoutMs,
    requestTimeout: settings.requestTimeoutMs,
    connectionsCheckingInterval: settings.checkIntervalMs,
    // A request without Host gets the envelope too, and URLs with our own address.
    requireHostHeader: false,
  };
  const options: FastifyServerOptions = {
    logger: false,
    // Never called; without them Fastify loads compilers of its own, a tenth of the time that the process takes to start.
    schemaController: { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } },
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: newToken,
    rewriteUrl: ({ url }) => normalizeUrl(url ?? '/'),
    // An external id of 255 characters is 3 kB when it is escaped; the head is bounded anyway.
    routerOptions: { maxParamLength: maxHeaderBytes },
    requestTimeout: settings.requestTimeoutMs,
    connectionTimeout: settings.idleTimeoutMs,
    keepAliveTimeout: settings.idleTimeoutMs,
    maxRequestsPerSocket,
    // Its 503 is not in our envelope; while we close, requests on open sockets are simply answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: createClientErrorHandler(log),
    frameworkErrors(error, request, reply) {
      setResponseHeaders(request, reply, true, settings.corsOrigins);
      sendFailure(reply, toFailure(error));
    },
  };
  // HTTPS takes the same bounds beside its certificate.
  const transport = settings.tls ? { https: { ...serverOptions, ...settings.tls } } : { http: serverOptions };
  const app: FastifyInstance = Fastify({ ...options, ...transport } as FastifyServerOptions);
  app.server.maxConnections = settings.maxConnections;
  routeExpectations(app.server);
  return app;
}
