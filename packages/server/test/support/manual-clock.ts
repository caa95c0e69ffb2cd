// A clock that stands still until a test moves it. Sleepers wake when their time has come, in order.
import type { Clock } from '../../src/core/clock.js';

export interface ManualClock extends Clock {
  /** Moves time ahead and wakes who is due; resolves after they had a turn of the event loop. */
  advance(ms: number): Promise<void>;
  /** How many wait. */
  readonly sleepers: number;
}

export function createManualClock(startMs = 1_760_000_000_000): ManualClock {
  let nowMs = startMs;
  const waiting = new Set<{ dueMs: number; wake: () => void }>();
  return {
    now: () => nowMs,
    sleep(ms, signal) {
      if (signal?.aborted || ms <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const entry = { dueMs: nowMs + ms, wake: () => {} };
        entry.wake = () => {
          waiting.delete(entry);
          signal?.removeEventListener('abort', entry.wake);
          resolve();
        };
        waiting.add(entry);
        signal?.addEventListener('abort', entry.wake, { once: true });
      });
    },
    async advance(ms) {
      nowMs += ms;
      for (const entry of [...waiting]) if (entry.dueMs <= nowMs) entry.wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
    get sleepers() {
      return waiting.size;
    },
  };
}
