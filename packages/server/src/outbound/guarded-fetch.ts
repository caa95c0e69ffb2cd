// What the only way out of the house offers: HTTP calls with a guard on addresses and caps on time, bytes and redirects.
import type { Lookup } from './guarded-agent.js';

export interface GuardedFetchOptions {
  /** Hosts, addresses and CIDR ranges that are open although they are private. */
  allowPrivate: readonly string[];
  /** Resolves host names; default the operating system's resolver. */
  lookup?: Lookup;
  /** Longest wait for TCP and TLS, ms; default 5,000. */
  connectTimeoutMs?: number;
  /** Certificates of authorities to trust instead of Node's own, PEM. */
  trustedAuthorities?: string;
}

export interface GuardedRequest {
  /** Default GET. */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
  /** Most bytes of body, decoded; default 10 MiB. */
  maxBytes?: number;
  /** Cap on everything from the first lookup to the last byte, ms; default 15,000. */
  timeoutMs?: number;
  /** Longest wait for the response headers of one hop, ms; default `timeoutMs`. */
  headersTimeoutMs?: number;
  /** Longest pause between two pieces of body, ms; default 5,000 or `timeoutMs`, whichever is less. */
  idleTimeoutMs?: number;
  /** Default 3. With 0 a redirect is handed back as the response it is. */
  maxRedirects?: number;
  /** Refuses redirects that leave the origin of the URL (scheme, host and port); default false. */
  sameOrigin?: boolean;
}

/** A response whose body is read once, by `body` or by `bytes()`; one that is not wanted is given up with `discard()`. */
export interface GuardedResponse {
  status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  headers: Readonly<Record<string, string>>;
  /** Where the answer came from, after redirects. */
  url: URL;
  /** Decoded, never more than `maxBytes`; throws OutboundError. */
  body: AsyncIterable<Uint8Array>;
  bytes(): Promise<Uint8Array>;
  discard(): void;
}

export interface GuardedFetch {
  /** Throws OutboundError; or the reason of `signal` when that ended the call. */
  fetch(url: string, request?: GuardedRequest): Promise<GuardedResponse>;
  /** Refuses what can be refused by looking at the URL alone; returns it parsed. Throws OutboundError. */
  checkUrlShape(url: string): URL;
  /** Proves against a listener on loopback that the guard holds; rejects with a sentence when it does not. */
  selfTest(): Promise<void>;
  /** Ends what is under way and frees the sockets. */
  close(): Promise<void>;
}
