// Headers that every answer carries: the request id, what keeps browsers from guessing, and cross-origin access for
// the API. Keys travel in `Authorization` and never in cookies, so any web page may call it with a key it holds; who
// wants it narrower names the pages' origins (INKLING_CORS_ORIGINS).
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** May pages of other origins read the answer? */
    crossOrigin?: boolean;
    /** Answers are streams that stay open: their duration says nothing. */
    stream?: boolean;
  }
  interface FastifyRequest {
    /** The route it came to; null before that is known, and where there is none. */
    route: FastifyRequest['routeOptions'] | null;
  }
}

/** An answer of the API is never a page: whatever it quotes, a browser must not run it. Pages set a policy of their own. */
const baseHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

const exposedHeaders =
  'x-request-id, retry-after, preference-applied, etag, content-length, content-range, content-disposition';

/** `*` and no credentials: there are none to send. */
const openHeaders = { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposedHeaders } as const;

/** Sets them; call it before anything can fail. `origins`: whose pages may read a `crossOrigin` answer, `*` is everybody's. */
export function setResponseHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  crossOrigin: boolean,
  origins: readonly string[],
): void {
  reply.header('x-request-id', request.id).headers(baseHeaders);
  if (!crossOrigin) return;
  if (origins.includes('*')) {
    reply.headers(openHeaders);
    return;
  }
  // Caches must not hand one page's answer to another.
  reply.header('vary', 'origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return;
  reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', exposedHeaders);
}

/** A list of header names, as a preflight asks for them. */
const headerList = /^[\w!#$%&'*+.^`|~-]+(?:\s*,\s*[\w!#$%&'*+.^`|~-]+)*$/;

/** Answers OPTIONS on a route that exists: a browser's preflight, or somebody who asks what it takes. */
export function sendOptions(request: FastifyRequest, reply: FastifyReply, methods: readonly string[]): void {
  const allowed = [...methods, 'OPTIONS'].join(', ');
  reply.code(204).header('allow', allowed);
  if (request.headers['access-control-request-method'] !== undefined) {
    const wanted = request.headers['access-control-request-headers'];
    reply
      .header('access-control-allow-methods', allowed)
      .header(
        'access-control-allow-headers',
        wanted !== undefined && headerList.test(wanted) ? wanted : 'authorization',
      )
      .header('access-control-max-age', '86400')
      .header('vary', 'origin, access-control-request-headers');
  }
  void reply.send();
}
