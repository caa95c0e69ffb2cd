// What a redirect may change about a call: where it goes, how, and what it may still carry.
import { OutboundError, quoteUrl } from './outbound-error.js';

/** One request as it goes out. */
export interface Hop {
  url: URL;
  method: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Headers that say nothing about who is calling and may follow to another origin; all others stay behind. */
const harmlessHeaders = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'user-agent',
  'content-type',
  'range',
]);

/** Is it a redirect that leads somewhere? */
export function isRedirect(status: number, location: string | undefined): location is string {
  return redirectStatuses.has(status) && location !== undefined;
}

/**
 * The request after a redirect. `url` is the target, already checked. 303, and 301 or 302 to a POST, go on as GET without
 * the body (what every browser does). To another origin only harmless headers follow; a body never does, since it may
 * be a secret meant for the first receiver. Throws OutboundError `redirect` when that leaves nothing sensible to send.
 */
export function followRedirect(hop: Hop, status: number, url: URL): Hop {
  const becomesGet = hop.method !== 'HEAD' && (status === 303 || (status < 303 && hop.method === 'POST'));
  const method = becomesGet ? 'GET' : hop.method;
  const body = becomesGet ? null : hop.body;
  const sameOrigin = url.origin === hop.url.origin;
  if (!sameOrigin && body !== null)
    throw new OutboundError('redirect', `${quoteUrl(hop.url)} redirects a request with a body to another origin`);
  const headers = Object.fromEntries(
    Object.entries(hop.headers).filter(([name]) => {
      if (body === null && name.startsWith('content-')) return false;
      return sameOrigin || harmlessHeaders.has(name);
    }),
  );
  return { url, method, headers, body };
}
