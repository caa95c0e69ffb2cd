// Headers that every answer carries: the request id, what keeps browsers from guessing, and cross-origin access for
// the API. Keys travel in `Authorization` and never in cookies, so any web page may call it with a key it holds.
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** May pages of other origins read the answer? */
    crossOrigin?: boolean;
    /** Answers are streams that stay open: their duration says nothing. */
    stream?: boolean;
  }
}

/** An answer of the API is never a page: whatever it quotes, a browser must not run it. Pages set a policy of their own. */
const baseHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** `*` and no credentials: there are none to send. */
const crossOriginHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'x-request-id, retry-after, preference-applied, etag, content-length, content-range, content-disposition',
} as const;

/** Sets them; call it before anything can fail. */
export function setResponseHeaders(request: FastifyRequest, reply: FastifyReply, crossOrigin: boolean): void {
  reply.header('x-request-id', request.id).headers(baseHeaders);
  if (crossOrigin) reply.headers(crossOriginHeaders);
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
      .header('vary', 'access-control-request-headers');
  }
  void reply.send();
}
