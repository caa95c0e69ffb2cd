// Calls to the servers that the operator named for an engine, and to nobody else.
//
// An engine's server may live on a private address: the operator chose it. What the server answers may not lead the
// engine anywhere else: every URL, and every redirect, must stay on one of the configured origins.
import { createGuardedFetch } from '../../outbound/create-guarded-fetch.js';
import type { GuardedFetch, GuardedFetchOptions } from '../../outbound/guarded-fetch.js';
import { OutboundError, quoteUrl } from '../../outbound/outbound-error.js';

export interface UpstreamFetch extends Pick<GuardedFetch, 'fetch' | 'close'> {
  /** Does this URL lead to one of the configured origins? */
  reaches(url: string): boolean;
}

/**
 * Makes a fetch that reaches only the origins (scheme, host and port) of these addresses, private ones included.
 * Caps on time (15 s) and bytes (10 MiB) are those of GuardedRequest; give larger ones with each call that needs them.
 * It throws OutboundError: `forbidden` for any other origin, `redirect` for a redirect that leaves the origin.
 */
export function createUpstreamFetch(
  addresses: readonly string[],
  options: Omit<GuardedFetchOptions, 'allowPrivate'> = {},
): UpstreamFetch {
  const urls = addresses.map((address) => new URL(address));
  const origins = new Set(urls.map((url) => url.origin));
  const guarded = createGuardedFetch({ ...options, allowPrivate: urls.map((url) => hostOf(url)) });
  const reaches = (url: string) => URL.canParse(url) && origins.has(new URL(url).origin);
  return {
    reaches,
    async fetch(url, request = {}) {
      if (!reaches(url))
        throw new OutboundError('forbidden', `${quoteUrl(url)} is not on a server that this engine is configured for`);
      return guarded.fetch(url, { ...request, sameOrigin: true });
    },
    close: () => guarded.close(),
  };
}

/** The host as an entry of `allowPrivate`: no brackets around IPv6, no trailing dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
