// Whether to try again, and when: what the service asks for, else a backoff that spreads callers out.
import { ConnectionError, KlingError } from './errors.js';

/** First wait of the backoff, ms, doubled at each try. */
const baseDelayMs = 500;
const maxDelayMs = 20_000;
/** A service that asks for a longer wait than this gets its error passed on instead, ms. */
const maxObeyedDelayMs = 120_000;

/** Waits, or rejects with the signal's reason. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
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

/** Wait before try `attempt` + 1, ms: half of it fixed, half random, so that callers refused together come back apart. */
export function backoffMs(attempt: number): number {
  return Math.min(maxDelayMs, baseDelayMs * 2 ** attempt) * (0.5 + Math.random() / 2);
}

/** `Retry-After` in ms: seconds or a date. */
export function readRetryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/**
 * How long to wait before another try, or undefined when there must be none. `repeatable`: the call may be sent again
 * when it is unknown whether it was acted upon; a refusal (429, 503) was not, so that is repeated in any case.
 */
export function retryDelayMs(error: unknown, repeatable: boolean, attempt: number): number | undefined {
  if (error instanceof ConnectionError) return repeatable ? backoffMs(attempt) : undefined;
  if (!(error instanceof KlingError && error.retryable)) return undefined;
  const refused = error.status === 429 || error.status === 503;
  if (!(refused || repeatable)) return undefined;
  const delayMs = error.retryAfterMs ?? backoffMs(attempt);
  return delayMs <= maxObeyedDelayMs ? delayMs : undefined;
}
