// Token buckets of one process, one per key: a bucket holds `burst` requests and fills at `perSecond`.
import type { Clock } from '../core/clock.js';

export interface RateLimiter {
  /**
   * Takes one request out of a bucket. Returns 0 when it may go ahead, else the ms until the next one may.
   * `burst` null: as many as come in a second, at least one.
   */
  take(bucket: string, perSecond: number, burst: number | null): number | Promise<number>;
}

/** Buckets kept at most; full ones are forgotten first, which costs nobody anything. */
const maxBuckets = 10_000;

export function createRateLimiter(clock: Pick<Clock, 'now'>) {
  const buckets = new Map<string, { tokens: number; atMs: number; fullAtMs: number }>();

  function forgetFull(nowMs: number): void {
    for (const [name, bucket] of buckets) if (bucket.fullAtMs <= nowMs) buckets.delete(name);
    // All in use: the oldest go, so that memory is bounded whatever happens.
    for (const name of buckets.keys()) {
      if (buckets.size < maxBuckets) break;
      buckets.delete(name);
    }
  }

  const limiter = {
    take(name: string, perSecond: number, burst: number | null): number {
      const capacity = burst ?? Math.max(1, Math.ceil(perSecond));
      const nowMs = clock.now();
      if (buckets.size >= maxBuckets) forgetFull(nowMs);
      const known = buckets.get(name);
      // A clock that was set back must not empty a bucket.
      const passedMs = known ? Math.max(0, nowMs - known.atMs) : 0;
      const tokens = known ? Math.min(capacity, known.tokens + (passedMs * perSecond) / 1000) : capacity;
      const allowed = tokens >= 1;
      const left = allowed ? tokens - 1 : tokens;
      buckets.set(name, { tokens: left, atMs: nowMs, fullAtMs: nowMs + ((capacity - left) / perSecond) * 1000 });
      return allowed ? 0 : Math.max(1, Math.ceil(((1 - left) / perSecond) * 1000));
    },
  };
  return limiter satisfies RateLimiter;
}
