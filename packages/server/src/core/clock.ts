// Time as a part one can replace. Everything that waits or compares times asks a Clock, so that tests need not sleep.
import { setTimeout as delay } from 'node:timers/promises';

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts; it never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    // Node's timers overflow above 2^31-1 ms and would then fire at once.
    await delay(Math.min(Math.max(ms, 0), 0x7fffffff), undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
