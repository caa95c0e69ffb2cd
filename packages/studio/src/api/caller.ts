// One call of this server's API with one key: the envelope opened, refusals thrown as the SDK throws them.
import { type Envelope, KlingError } from '@inkling/client';

/** Calls a path of this server. Rejects with KlingError when the server refuses, TypeError when nobody answers. */
export interface Caller {
  <Data>(method: string, path: string, options?: { body?: unknown; signal?: AbortSignal }): Promise<Data>;
  /** The bytes of a picture that takes the key. */
  bytes(path: string): Promise<Blob>;
}

/** The refusal that an answer is. */
async function toError(response: Response): Promise<KlingError> {
  const answer = (await response.json().catch(() => ({}))) as Partial<Envelope<unknown>>;
  const retryAfterS = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new KlingError({
    code: answer.code ?? 0,
    status: response.status,
    message: answer.message ?? `HTTP ${response.status}`,
    ...(answer.request_id === undefined ? {} : { requestId: answer.request_id }),
    ...(Number.isFinite(retryAfterS) ? { retryAfterMs: retryAfterS * 1000 } : {}),
  });
}

/** `key`: an account's key, or the admin key. */
export function createCaller(key: string): Caller {
  async function send(method: string, path: string, options: { body?: unknown; signal?: AbortSignal } = {}) {
    const response = await fetch(path, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (!response.ok) throw await toError(response);
    return response;
  }
  async function call<Data>(method: string, path: string, options?: { body?: unknown; signal?: AbortSignal }) {
    const response = await send(method, path, options);
    return ((await response.json()) as Envelope<Data>).data as Data;
  }
  return Object.assign(call, { bytes: async (path: string) => (await send('GET', path)).blob() });
}
