// Why a call to the outside failed, in words that may be shown to whoever gave the URL.
import { AppError, quoteValue } from '../core/errors.js';

/**
 * `bad-url`: not an http(s) URL we use. `forbidden`: a private or reserved address. `unresolved`: no such host name.
 * `unreachable`: no connection, or it broke. `timeout`: a cap on time was hit. `too-large`: a cap on bytes was hit.
 * `redirect`: too many redirects, or one that must not be followed. `bad-response`: not the HTTP we can read.
 * `closed`: we are shutting down.
 */
export type OutboundReason =
  | 'bad-url'
  | 'forbidden'
  | 'unresolved'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'redirect'
  | 'bad-response'
  | 'closed';

/** A call to the outside that failed. The message quotes the URL without credentials, query and fragment. */
export class OutboundError extends Error {
  readonly reason: OutboundReason;

  constructor(reason: OutboundReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutboundError';
    this.reason = reason;
  }
}

/** The URL leads to an address that may not be called. The message never says which address a name resolved to. */
export class ForbiddenAddressError extends OutboundError {
  constructor(url: string | URL, options?: ErrorOptions) {
    super('forbidden', `${quoteUrl(url)} points into a private or reserved network, which is not allowed`, options);
    this.name = 'ForbiddenAddressError';
  }
}

/**
 * A URL as it may be quoted: in quotes, scheme, host and path only, cut to 80 characters. Signed URLs carry their secret
 * in the query, some people put passwords before the host; neither is repeated.
 */
export function quoteUrl(url: string | URL): string {
  const parsed = URL.canParse(String(url)) ? new URL(url) : undefined;
  const text =
    parsed && parsed.host !== ''
      ? `${parsed.protocol}//${parsed.host}${parsed.pathname}`
      : String(url)
          .slice(0, 1000)
          .replace(/[?#].*$/s, '')
          .replace(/\/\/[^/]*@/, '//');
  return `'${quoteValue(text)}'`;
}

/** `error` as the answer about one request field: 1300 for a forbidden address, 1201 for every other outbound failure. Other errors come back as they are. */
export function asFieldError(error: unknown, field: string): unknown {
  if (!(error instanceof OutboundError)) return error;
  // A shutdown is our doing, not the caller's.
  if (error.reason === 'closed') return new AppError(5001, undefined, { cause: error });
  const code = error.reason === 'forbidden' ? 1300 : 1201;
  return new AppError(code, `${field}: ${error.message}`, { field, cause: error });
}

/** Codes of Node, undici and zlib, and what they mean for the one who gave the URL. */
const meanings: Record<string, [OutboundReason, string]> = {
  ENOTFOUND: ['unresolved', 'has a host name that cannot be found'],
  EAI_AGAIN: ['unresolved', 'has a host name that cannot be looked up just now'],
  ENODATA: ['unresolved', 'has a host name without an address'],
  ECONNREFUSED: ['unreachable', 'cannot be reached: the connection was refused'],
  ECONNRESET: ['unreachable', 'cannot be read: the connection was reset'],
  EPIPE: ['unreachable', 'cannot be read: the connection was reset'],
  EHOSTUNREACH: ['unreachable', 'cannot be reached: no route to the host'],
  ENETUNREACH: ['unreachable', 'cannot be reached: no route to the host'],
  UND_ERR_SOCKET: ['unreachable', 'cannot be read: the connection was closed too early'],
  ETIMEDOUT: ['timeout', 'did not accept a connection in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'did not accept a connection in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'did not answer in time'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'stopped sending before the end'],
  UND_ERR_HEADERS_OVERFLOW: ['bad-response', 'answers with headers that are too large'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['bad-response', 'sends another length than it promised'],
};

/** Any failure of a call to `url` as an OutboundError; the original stays as its cause. */
export function toOutboundError(error: unknown, url: URL): OutboundError {
  if (error instanceof ForbiddenAddressError) return new ForbiddenAddressError(url, { cause: error });
  if (error instanceof OutboundError) return error;
  const code = errorCode(error);
  const known = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  if (known) return new OutboundError(known[0], `${quoteUrl(url)} ${known[1]}`, { cause: error });
  // zlib's codes start with Z_, brotli's with ERR__ or ERR_BROTLI; the HTTP parser's errors may carry no code at all.
  if ((error instanceof Error && error.name === 'HTTPParserError') || /^(?:Z_|ERR__|ERR_BROTLI)/.test(code))
    return new OutboundError('bad-response', `${quoteUrl(url)} answers with a broken body or headers`, {
      cause: error,
    });
  const tls = /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|UNABLE_TO_/.test(code);
  const why = tls ? 'cannot be reached: its TLS certificate or handshake is not valid' : 'cannot be reached';
  return new OutboundError('unreachable', `${quoteUrl(url)} ${why}`, { cause: error });
}

/** The `code` of an error, or of the first error inside an AggregateError (several addresses were tried). */
function errorCode(error: unknown): string {
  const own = (error as { code?: unknown } | undefined)?.code;
  if (typeof own === 'string') return own;
  return error instanceof AggregateError && error.errors.length > 0 ? errorCode(error.errors[0]) : '';
}
