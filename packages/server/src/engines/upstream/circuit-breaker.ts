// A circuit breaker: after several failures in a row nobody calls for a while; then one call finds out whether it works
// again. Closed (calls go through) → open (none do) → half-open (one does) → closed or open again, for longer.
import { backoffMs } from '../../core/backoff.js';
import type { Clock } from '../../core/clock.js';

export interface CircuitBreakerOptions {
  /** Failures in a row that open it; default 5. */
  threshold?: number;
  /** How long it stays open the first time, ms; default 1,000. Twice as long each further time. */
  baseMs?: number;
  /** Longest time it stays open, ms; default 30,000. */
  maxMs?: number;
}

export interface CircuitBreaker {
  /** `half-open` when its time is up and no call has told yet how it went. */
  readonly state: 'closed' | 'open' | 'half-open';
  /** Time until it is half-open, ms; 0 unless it is open. */
  readonly opensInMs: number;
  /** A call went through: all is well. */
  succeeded(): void;
  /** A call failed in a way that says something about the server, not about the request. */
  failed(): void;
}

export function createCircuitBreaker(clock: Pick<Clock, 'now'>, options: CircuitBreakerOptions = {}): CircuitBreaker {
  const { threshold = 5, baseMs = 1000, maxMs = 30_000 } = options;
  let failures = 0;
  let openUntilMs = 0;
  const isTripped = () => failures >= threshold;
  return {
    get state() {
      if (!isTripped()) return 'closed';
      return clock.now() < openUntilMs ? 'open' : 'half-open';
    },
    get opensInMs() {
      return isTripped() ? Math.max(0, openUntilMs - clock.now()) : 0;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      // Calls that were under way when it opened say nothing new.
      if (isTripped() && clock.now() < openUntilMs) return;
      failures += 1;
      if (!isTripped()) return;
      openUntilMs = clock.now() + backoffMs(failures - threshold + 1, { baseMs, maxMs, jitter: 0.2 });
    },
  };
}
