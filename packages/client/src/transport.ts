// One HTTP call with everything around it: credentials, time limit, retries that obey the service, errors with a code.
import { ConnectionError, KlingError, retryableCodes } from './errors.js';
import { signToken } from './sign-token.js';
import type { Envelope } from './wire-types.js';

export interface ClientOptions {
  /** Where the API is: origin and prefix. Default `http://127.0.0.1:8790/kling/v1`; Kling itself: `https://api.klingai.com/v1`. */
  baseUrl?: string;
  /** Bearer key. Either this or both of the next two. */
  apiKey?: string;
  /** Access key and secret key: a short-lived token is signed for every request. */
  accessKey?: string;
  secretKey?: string;
  /** Tries after the first one; default 3. */
  maxRetries?: number;
  /** Longest wait for one answer, ms; default 60,000. */
  timeoutMs?: number;
  /** Replaces the global fetch. */
  fetch?: typeof fetch;
  /** Replaces waiting, for tests. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface CallOptions {
  signal?: AbortSignal;
}

export interface Call extends CallOptions {
  method: 'GET' | 'POST' | 'DELETE';
  /** Behind the base URL, with a slash at its front. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** May it be sent again when it is unknown whether it arrived? */
  repeatable: boolean;
}

/** First wait of the backoff, ms, doubled at each try. */
const baseDelayMs = 500;
const maxDelayMs = 20_000;
/** A service that asks for a longer wait than this gets its error passed on instead, ms. */
const maxObeyedDelayMs = 120_000;

/** Waits, or rejects with the signal's reason. */
function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** `Retry-After` in ms: seconds or a date. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** The error in an answer that is not a success. */
async function readError(response: Response): Promise<KlingError> {
  const text = await response.text().catch(() => '');
  let envelope: Partial<Envelope<never>> = {};
  try {
    envelope = JSON.parse(text) as Partial<Envelope<never>>;
  } catch {
    // A proxy's page, not the service's answer.
  }
  const wait = retryAfterMs(response.headers);
  const requestId = envelope.request_id ?? response.headers.get('x-request-id') ?? undefined;
  return new KlingError({
    code: typeof envelope.code === 'number' ? envelope.code : 0,
    status: response.status,
    message: envelope.message ?? `HTTP ${response.status}`,
    ...(requestId === undefined ? {} : { requestId }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

export interface Transport {
  /** The `data` of a successful answer. Throws KlingError or ConnectionError, or the reason of the caller's signal. */
  call<Data>(call: Call): Promise<Data>;
  /** The response itself, once it is a success; for streams. */
  open(call: Call): Promise<Response>;
  /** Bytes behind a result's URL, without credentials. */
  download(url: string, options?: CallOptions): Promise<Uint8Array>;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Builds the transport. Throws a TypeError for options that cannot work. */
export function createTransport(options: ClientOptions): Transport {
  const baseUrl = (options.baseUrl ?? 'http://127.0.0.1:8790/kling/v1').replace(/\/+$/, '');
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const wait = options.sleep ?? sleep;
  const maxRetries = options.maxRetries ?? 3;
  const timeoutMs = options.timeoutMs ?? 60_000;
  const { apiKey, accessKey, secretKey } = options;
  if (apiKey === undefined && (accessKey === undefined || secretKey === undefined)) {
    throw new TypeError('give either apiKey, or both accessKey and secretKey');
  }

  async function credential(): Promise<string> {
    if (apiKey !== undefined) return apiKey;
    return signToken({ accessKey: accessKey ?? '', secretKey: secretKey ?? '' });
  }

  async function sendOnce(url: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await send(url, { ...init, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      const why = timeout.aborted ? `no answer within ${timeoutMs} ms` : 'the service could not be reached';
      throw new ConnectionError(why, { cause });
    }
  }

  /** How long to wait before another try, or undefined when there must be none. */
  function nextDelayMs(error: unknown, call: Pick<Call, 'repeatable'>, attempt: number): number | undefined {
    if (attempt >= maxRetries) return undefined;
    const backoff = Math.min(maxDelayMs, baseDelayMs * 2 ** attempt) * (0.5 + Math.random() / 2);
    if (error instanceof ConnectionError) return call.repeatable ? backoff : undefined;
    if (!(error instanceof KlingError)) return undefined;
    const refused = error.status === 429 || error.status === 503;
    const again = retryableCodes.includes(error.code) || (error.code === 0 && (refused || error.status >= 500));
    // A refusal was not acted upon; a fault may have been.
    if (!again || !(refused || call.repeatable)) return undefined;
    const delayMs = error.retryAfterMs ?? backoff;
    return delayMs <= maxObeyedDelayMs ? delayMs : undefined;
  }

  async function withRetries<Result>(call: Pick<Call, 'repeatable' | 'signal'>, attempt: () => Promise<Result>) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        const delayMs = nextDelayMs(error, call, tries);
        if (delayMs === undefined) throw error;
        await wait(delayMs, call.signal);
      }
    }
  }

  async function openOnce(call: Call): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${await credential()}`, ...call.headers };
    const init: RequestInit = { method: call.method, headers };
    if (call.body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(call.body);
    }
    const response = await sendOnce(baseUrl + call.path, init, call.signal);
    if (!response.ok) throw await readError(response);
    return response;
  }

  return {
    sleep: wait,
    open: (call) => withRetries(call, () => openOnce(call)),
    call: <Data>(call: Call) =>
      withRetries(call, async () => {
        const response = await openOnce(call);
        const envelope = (await response.json().catch((cause: unknown) => {
          throw new ConnectionError('the answer was cut off or is not JSON', { cause });
        })) as Envelope<Data>;
        if (envelope.code === 0 && envelope.data !== undefined) return envelope.data;
        // Some gateways answer errors with HTTP 200.
        const { code, message, request_id: requestId } = envelope;
        throw new KlingError({ code, status: response.status, message, requestId });
      }),
    download: (url, { signal } = {}) =>
      withRetries({ repeatable: true, ...(signal ? { signal } : {}) }, async () => {
        const response = await sendOnce(url, {}, signal);
        if (!response.ok) throw await readError(response);
        try {
          return new Uint8Array(await response.arrayBuffer());
        } catch (cause) {
          throw new ConnectionError('the download was cut off', { cause });
        }
      }),
  };
}
