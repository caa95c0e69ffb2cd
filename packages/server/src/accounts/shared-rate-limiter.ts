// Rates across processes: tokens come out of one bucket in the database, some at a time.
//
// A process takes as many as a tenth of a second is worth, one at least, and hands them out by itself; what it has not
// used after a second is void. So a busy key costs ten statements a second and process, not one a request. Exactness:
// all processes together never let more through than the bucket holds; up to a tenth of a second's worth for each
// process may be refused early. Limits of up to ten a second are exact.
import type { Clock } from '../core/clock.js';
import type { RateRows } from '../store/store.js';
import type { RateLimiter } from './rate-limiter.js';

/** What is taken at once, in seconds of the rate. */
const blockS = 0.1;
/** How long tokens that were taken may be handed out, ms. */
const voidAfterMs = 1000;
/** Buckets known at most. */
const maxBuckets = 10_000;

interface Allowance {
  left: number;
  voidAtMs: number;
  /** Nothing to be had before; asking again would only cost. */
  emptyUntilMs: number;
  taking: Promise<void> | undefined;
}

export function createSharedRateLimiter(rates: RateRows, clock: Pick<Clock, 'now'>): RateLimiter {
  const allowances = new Map<string, Allowance>();

  async function refill(allowance: Allowance, bucket: string, perSecond: number, capacity: number): Promise<void> {
    const wanted = Math.max(1, Math.min(Math.floor(perSecond * blockS), Math.floor(capacity)));
    const { granted, left } = await rates.take(bucket, perSecond, capacity, wanted);
    const nowMs = clock.now();
    allowance.left = granted;
    allowance.voidAtMs = nowMs + voidAfterMs;
    if (granted === 0) allowance.emptyUntilMs = nowMs + Math.max(1, Math.ceil(((1 - left) / perSecond) * 1000));
  }

  return {
    async take(bucket, perSecond, burst) {
      const capacity = burst ?? Math.max(1, Math.ceil(perSecond));
      if (allowances.size >= maxBuckets) allowances.clear();
      const allowance = allowances.get(bucket) ?? { left: 0, voidAtMs: 0, emptyUntilMs: 0, taking: undefined };
      allowances.set(bucket, allowance);
      for (;;) {
        const nowMs = clock.now();
        if (allowance.left > 0 && nowMs < allowance.voidAtMs) {
          allowance.left -= 1;
          return 0;
        }
        if (nowMs < allowance.emptyUntilMs) return allowance.emptyUntilMs - nowMs;
        // Those who come meanwhile wait for the same tokens.
        allowance.taking ??= refill(allowance, bucket, perSecond, capacity).finally(() => {
          allowance.taking = undefined;
        });
        await allowance.taking;
      }
    },
  };
}
