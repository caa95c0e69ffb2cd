// The only way out of the house.
//
// A call is a chain of hops. Each hop is checked twice: its URL by shape, before anything happens, and its addresses by
// the agent, when the socket connects. One timer covers the whole chain and the reading of the body.
import type { Readable } from 'node:stream';
import { request as send } from 'undici';
import { createAddressPolicy } from './address-policy.js';
import { type CallLifetime, startCall } from './call-lifetime.js';
import { createGuardedAgent } from './guarded-agent.js';
import type { GuardedFetch, GuardedFetchOptions, GuardedRequest, GuardedResponse } from './guarded-fetch.js';
import { OutboundError, quoteUrl } from './outbound-error.js';
import { followRedirect, type Hop, isRedirect } from './redirect.js';
import { readBody } from './response-body.js';
import { proveGuard } from './self-test.js';
import { parseOutboundUrl } from './url-shape.js';

const defaultMaxBytes = 10 * 1024 * 1024;
const defaultTimeoutMs = 15_000;
const defaultIdleTimeoutMs = 5_000;
const defaultConnectTimeoutMs = 5_000;
const defaultMaxRedirects = 3;

/** Makes a guarded fetch with its own connections. Throws a plain Error when `allowPrivate` cannot be read. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const policy = createAddressPolicy(options.allowPrivate);
  const connectTimeoutMs = options.connectTimeoutMs ?? defaultConnectTimeoutMs;
  const agent = createGuardedAgent({ ...options, policy, connectTimeoutMs });
  const underWay = new Set<CallLifetime>();
  let closing: Promise<void> | undefined;

  /** Sends one hop; the answer's body is still to be read. */
  async function sendHop(hop: Hop, call: CallLifetime, request: GuardedRequest, timeoutMs: number) {
    const sent = send(hop.url, {
      dispatcher: agent.dispatcher,
      method: hop.method,
      headers: hop.headers,
      body: hop.body,
      signal: call.signal,
      headersTimeout: request.headersTimeoutMs ?? timeoutMs,
      bodyTimeout: request.idleTimeoutMs ?? Math.min(timeoutMs, defaultIdleTimeoutMs),
    });
    const { statusCode, headers, body } = await call.orAbort(sent);
    // A body that breaks while nobody reads it would otherwise end the process.
    body.on('error', () => undefined);
    return { status: statusCode, headers: joinHeaders(headers), body };
  }

  async function fetch(url: string, request: GuardedRequest = {}): Promise<GuardedResponse> {
    if (closing) throw closedError();
    request.signal?.throwIfAborted();
    let hop = firstHop(parseOutboundUrl(url, policy), request);
    const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
    const maxRedirects = request.maxRedirects ?? defaultMaxRedirects;
    const call = startCall(url, timeoutMs, request.signal, (ended) => underWay.delete(ended));
    underWay.add(call);
    try {
      for (let redirects = 0; ; redirects += 1) {
        const { status, headers, body } = await sendHop(hop, call, request, timeoutMs);
        const { location } = headers;
        if (maxRedirects === 0 || !isRedirect(status, location))
          return respond(status, headers, body, hop, call, request.maxBytes ?? defaultMaxBytes);
        body.destroy();
        if (redirects >= maxRedirects)
          throw new OutboundError('redirect', `${quoteUrl(url)} redirects more than ${maxRedirects} times`);
        if (!URL.canParse(location, hop.url.href))
          throw new OutboundError('redirect', `${quoteUrl(hop.url)} redirects to something that is not a URL`);
        const target = parseOutboundUrl(new URL(location, hop.url).href, policy);
        if (request.sameOrigin === true && target.origin !== hop.url.origin)
          throw new OutboundError('redirect', `${quoteUrl(hop.url)} redirects to another origin, ${target.origin}`);
        hop = followRedirect(hop, status, target);
      }
    } catch (error) {
      const explained = call.explain(error, hop.url);
      call.finish();
      throw explained;
    }
  }

  return {
    fetch,
    checkUrlShape: (url) => parseOutboundUrl(url, policy),
    selfTest: () => proveGuard(createGuardedFetch),
    close() {
      closing ??= agent.destroy();
      for (const call of underWay) call.abort(closedError());
      return closing;
    },
  };
}

function closedError(): OutboundError {
  return new OutboundError('closed', 'the call was not made: the service is stopping');
}

/** The request as asked for. Plain bytes are asked for, so that a small answer is small on the way too. */
function firstHop(url: URL, request: GuardedRequest): Hop {
  const headers = { 'accept-encoding': 'identity', 'user-agent': 'Inkling', ...request.headers };
  return {
    url,
    method: request.method ?? 'GET',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: request.body ?? null,
  };
}

/** Wraps an answer so that reading it is bounded and its end, however it comes, ends the call. */
function respond(
  status: number,
  headers: Record<string, string>,
  source: Readable,
  hop: Hop,
  call: CallLifetime,
  maxBytes: number,
): GuardedResponse {
  // HTTP says that these have none, whatever their headers announce.
  const bodiless = hop.method === 'HEAD' || status === 204 || status === 304;
  const announced = headers['content-length'];
  const contentLength = announced !== undefined && /^\d+$/.test(announced) ? Number(announced) : undefined;
  async function* read() {
    try {
      yield* readBody(source, {
        contentEncoding: headers['content-encoding'] ?? '',
        contentLength: bodiless ? 0 : contentLength,
        maxBytes,
        url: hop.url,
      });
    } catch (error) {
      throw call.explain(error, hop.url);
    } finally {
      call.finish();
    }
  }
  const body = read();
  return {
    status,
    headers,
    url: hop.url,
    body,
    async bytes() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      // A copy with its own memory: it can be handed to another thread without what else is in Node's pool.
      return new Uint8Array(Buffer.concat(chunks));
    },
    discard() {
      source.destroy();
      call.finish();
    },
  };
}

/** Lower-case names, repeated headers joined. */
function joinHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const joined: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  return joined;
}
