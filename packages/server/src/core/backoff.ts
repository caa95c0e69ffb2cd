// How long to wait before trying again.

export interface BackoffOptions {
  /** Wait before the first retry, ms. */
  baseMs: number;
  /** Longest wait, ms. */
  maxMs: number;
  /** Share of the wait that is random, 0–1, so that many clients do not return at once. */
  jitter: number;
}

/** Exponential backoff with jitter: `attempt` 1 waits about `baseMs`, each further one twice as long, at most `maxMs`. */
export function backoffMs(attempt: number, options: BackoffOptions, random: () => number = Math.random): number {
  const full = Math.min(options.maxMs, options.baseMs * 2 ** Math.min(Math.max(attempt, 1) - 1, 30));
  return Math.round(full * (1 - options.jitter * random()));
}
