// Time as a part one can replace. Everything that waits or compares times asks a Clock, so that tests need not sleep.

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts; it never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Node's timers overflow above 2^31-1 ms and would then fire at once. */
const longestMs = 0x7fffffff;

export const systemClock: Clock = {
  now: () => Date.now(),
  // Not the one of `node:timers/promises`: it makes an error with a stack whenever it is woken, which is often.
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(Math.max(ms, 0), longestMs));
      signal?.addEventListener('abort', wake);
    }),
};
