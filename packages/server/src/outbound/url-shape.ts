// What can be said about a URL by looking at it, before anything is resolved or called.
import { isIP } from 'node:net';
import { type AddressPolicy, withoutTrailingDot } from './address-policy.js';
import { ForbiddenAddressError, OutboundError, quoteUrl } from './outbound-error.js';

/** Longest URL that is read, in characters; browsers and servers stop at about the same. */
const maxUrlLength = 8192;

/**
 * Parses a URL that may be called: http or https, a host, no user name or password, no literal address that `policy`
 * forbids (in whatever notation: the URL standard turns decimal, hex, octal and full-width forms into dotted ones), not
 * `localhost`. The result has neither a trailing dot after the host nor a fragment. Throws OutboundError `bad-url` or
 * ForbiddenAddressError. Names are judged once they are resolved, when the connection is made.
 */
export function parseOutboundUrl(url: string, policy: AddressPolicy): URL {
  if (url.length > maxUrlLength)
    throw new OutboundError('bad-url', `${quoteUrl(url)} is longer than ${maxUrlLength} characters`);
  if (!URL.canParse(url)) throw new OutboundError('bad-url', `${quoteUrl(url)} is not a valid URL`);
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw new OutboundError('bad-url', `${quoteUrl(url)} is not an http or https URL`);
  if (parsed.username !== '' || parsed.password !== '')
    throw new OutboundError('bad-url', `${quoteUrl(url)} carries a user name or password, which is not allowed`);
  if (parsed.port === '0') throw new OutboundError('bad-url', `${quoteUrl(url)} names port 0`);
  parsed.hash = '';
  parsed.hostname = withoutTrailingDot(parsed.hostname);
  const host = bareHost(parsed);
  // The standard reserves localhost and all below it for this machine (RFC 6761), so no lookup is needed to know.
  const isLocalhost = host === 'localhost' || host.endsWith('.localhost');
  const literal = isLocalhost ? '127.0.0.1' : isIP(host) === 0 ? undefined : host;
  if (literal !== undefined && !policy.permits(host, literal)) throw new ForbiddenAddressError(parsed);
  return parsed;
}

/** The host of a URL without the brackets of an IPv6 literal. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
