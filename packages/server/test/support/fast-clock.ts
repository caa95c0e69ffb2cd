// A clock that runs faster than real time: pauses of seconds pass in milliseconds, and nothing else changes.
import type { Clock } from '../../src/core/clock.js';
import { systemClock } from '../../src/core/clock.js';

/** `factor`: seconds of this clock per second. */
export function createFastClock(factor = 200): Clock {
  const startMs = Date.now();
  return {
    now: () => Math.round(startMs + (Date.now() - startMs) * factor),
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
  };
}
