// One HTTP call with everything around it: credentials, time limit, retries that obey the service, errors with a code.
import { ConnectionError, createKlingError, InklingError, type KlingError } from './errors.js';
import { readRetryAfterMs, retryDelayMs, sleep } from './retry.js';
import { signToken } from './sign-token.js';
import type { Envelope } from './wire-types.js';

export interface ClientOptions {
  /**
   * Where the API is: origin and prefix. Default `http://127.0.0.1:8790/kling/v1`; Kling itself:
   * `https://api.klingai.com/v1`. An origin alone gets the prefix that is usual there.
   */
  baseUrl?: string;
  /** Bearer key. Either this or both of the next two. */
  apiKey?: string;
  /** Access key and secret key: a short-lived token is signed for every request. */
  accessKey?: string;
  secretKey?: string;
  /**
   * Who answers there. `kling`: only submit, query and list are used, and nothing is sent that Kling does not know
   * (`seed`, `Prefer`, `Idempotency-Key`). Default: `kling` for hosts of klingai.com; elsewhere what a service can do
   * is found out when it matters.
   */
  service?: 'inkling' | 'kling';
  /** Tries after the first one; default 3. */
  maxRetries?: number;
  /** Longest wait for one answer, and longest silence within a stream or a download, ms; default 60,000. */
  timeoutMs?: number;
  /** Replaces the global fetch. */
  fetch?: typeof fetch;
  /** Replaces waiting, for tests. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface CallOptions {
  /** Ends the call, and every wait between its tries; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

export interface Call extends CallOptions {
  method: 'GET' | 'POST' | 'DELETE';
  /** Behind the base URL, with a slash at its front; a whole URL elsewhere. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** May it be sent again when it is unknown whether it arrived? Default: all but POST. */
  repeatable?: boolean;
}

/** The `data` of an answer, and when the service would like to be asked again. */
export interface Answer<Data> {
  data: Data;
  retryAfterMs: number | undefined;
}

export interface Transport {
  readonly baseUrl: string;
  readonly service: ClientOptions['service'];
  readonly maxRetries: number;
  readonly timeoutMs: number;
  /** A successful answer. Throws KlingError or ConnectionError, or the reason of the caller's signal. */
  ask<Data>(call: Call): Promise<Answer<Data>>;
  /** Its `data` alone. */
  call<Data>(call: Call): Promise<Data>;
  /** The response itself, once it is a success; its body is not under any time limit. */
  open(call: Call): Promise<Response>;
  /** Bytes behind a result's URL, without credentials. */
  download(url: string, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
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
  const wait = readRetryAfterMs(response.headers);
  const requestId = envelope.request_id ?? response.headers.get('x-request-id') ?? undefined;
  return createKlingError({
    code: typeof envelope.code === 'number' ? envelope.code : 0,
    status: response.status,
    message: envelope.message ?? `HTTP ${response.status}`,
    ...(requestId === undefined ? {} : { requestId }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** The envelope of a success; some gateways answer errors with HTTP 200. */
async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  const envelope = (await response.json().catch((cause: unknown) => {
    throw new ConnectionError('the answer was cut off or is not JSON', { cause });
  })) as Envelope<Data>;
  const { code, message, request_id: requestId, data } = envelope;
  if (code === 0 && data !== undefined) return { data, retryAfterMs: readRetryAfterMs(response.headers) };
  throw createKlingError({ code, status: response.status, message, requestId });
}

/** Every byte of a body; `touch` is called at each piece. */
async function readBytes(response: Response, touch: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    touch();
    pieces.push(value);
  }
}

/** Builds the transport. Throws a TypeError for options that cannot work. */
export function createTransport(options: ClientOptions): Transport {
  const { origin, hostname, pathname } = new URL(options.baseUrl ?? 'http://127.0.0.1:8790');
  const isKlingHost = /(^|\.)klingai\.com$/.test(hostname);
  const baseUrl = origin + (pathname.replace(/\/+$/, '') || (isKlingHost ? '/v1' : '/kling/v1'));
  const service = options.service ?? (isKlingHost ? 'kling' : undefined);
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const wait = options.sleep ?? sleep;
  const maxRetries = options.maxRetries ?? 3;
  const timeoutMs = options.timeoutMs ?? 60_000;
  const { apiKey, accessKey, secretKey } = options;
  if (apiKey === undefined && (accessKey === undefined || secretKey === undefined)) {
    throw new TypeError('give either apiKey, or both accessKey and secretKey');
  }

  async function credential(): Promise<string> {
    return apiKey ?? signToken({ accessKey: accessKey ?? '', secretKey: secretKey ?? '' });
  }

  /** Sends once and reads what comes, both within the time limit, which `touch` sets anew. */
  async function exchange<Result>(
    url: string,
    init: RequestInit,
    signal: AbortSignal | undefined,
    read: (response: Response, touch: () => void) => Promise<Result>,
  ): Promise<Result> {
    const limit = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => limit.abort(), timeoutMs);
    };
    touch();
    try {
      const response = await send(url, {
        ...init,
        signal: AbortSignal.any([limit.signal, ...(signal ? [signal] : [])]),
      });
      if (!response.ok) throw await readError(response);
      return await read(response, touch);
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (limit.signal.aborted) throw new ConnectionError(`no answer within ${timeoutMs} ms`, { cause });
      if (cause instanceof InklingError) throw cause;
      throw new ConnectionError('the service could not be reached, or broke off', { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  async function withRetries<Result>(call: Pick<Call, 'repeatable' | 'signal'>, attempt: () => Promise<Result>) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        const delayMs = tries < maxRetries ? retryDelayMs(error, call.repeatable === true, tries) : undefined;
        if (delayMs === undefined) throw error;
        await wait(delayMs, call.signal);
      }
    }
  }

  /** One call with its credential, tried as often as it may be. */
  function run<Result>(call: Call, read: (response: Response) => Promise<Result>): Promise<Result> {
    return withRetries({ repeatable: call.method !== 'POST', ...call }, async () => {
      const headers: Record<string, string> = { authorization: `Bearer ${await credential()}`, ...call.headers };
      const init: RequestInit = { method: call.method, headers };
      if (call.body !== undefined) {
        headers['content-type'] = 'application/json';
        init.body = JSON.stringify(call.body);
      }
      const url = call.path.startsWith('/') ? baseUrl + call.path : call.path;
      return exchange(url, init, call.signal, read);
    });
  }

  const ask = <Data>(call: Call) => run(call, (response) => readAnswer<Data>(response));
  return {
    baseUrl,
    service,
    maxRetries,
    timeoutMs,
    sleep: wait,
    ask,
    call: async <Data>(call: Call) => (await ask<Data>(call)).data,
    open: (call) => run(call, async (response) => response),
    download: (url, { signal } = {}) =>
      withRetries({ repeatable: true, signal }, () => exchange(url, {}, signal, readBytes)),
  };
}
