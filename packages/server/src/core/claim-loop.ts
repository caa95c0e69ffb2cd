// The loop of whoever takes work from rows (worker, callback sender): look, take, sleep until there may be more; and
// stop without losing what is in hand.
import type { Clock } from './clock.js';

export interface ClaimLoopParts {
  clock: Clock;
  /** Takes what there is room for; true when it took something, and there may be more at once. */
  claim(): Promise<boolean>;
  /** Milliseconds until something is due; undefined: nothing is, or what is due must wait for room. */
  nextDueInMs(): Promise<number | undefined>;
  /** Calls the listener whenever there may be something to take; returns the way to stop. */
  onWork(listener: () => void): () => void;
  /** Longest sleep between two looks, ms: wake-ups normally come much sooner. */
  pollMs: number;
  onError(error: unknown): void;
}

export interface ClaimLoop {
  start(): void;
  /** Looks again now: there may be room, or more to take. */
  wake(): void;
  /** Something taken, until it is settled; the loop wakes when it is. `settled` must not reject. */
  hold(settled: Promise<void>): void;
  /** True from `stop` on: nothing more is taken. */
  readonly stopping: boolean;
  /** Aborts when what is in hand must be dropped: `graceMs` after the stop began. */
  readonly dropped: AbortSignal;
  /** Takes nothing more; resolves when nothing is in hand any more, dropping after `graceMs` what is left. */
  stop(graceMs: number): Promise<void>;
}

/** Why a sleep ends. Given to `abort`, which otherwise makes an error with a stack, for every task that is submitted. */
const woken = 'woken';

/** Makes the loop; it does nothing before `start`. */
export function createClaimLoop(parts: ClaimLoopParts): ClaimLoop {
  const { clock, pollMs } = parts;
  const stopping = new AbortController();
  const dropping = new AbortController();
  const inHand = new Set<Promise<void>>();
  let wakeUp = new AbortController();
  let loop: Promise<void> | undefined;

  async function run(): Promise<void> {
    const unsubscribe = parts.onWork(() => wakeUp.abort(woken));
    while (!stopping.signal.aborted) {
      // Made before the look: a wake-up during the look is not lost. A stop wakes too; one signal does for both, because
      // in Node 20 every AbortSignal.any leaves something behind in a signal that lives as long as the process.
      wakeUp = new AbortController();
      try {
        if (await parts.claim()) continue;
        const dueInMs = (await parts.nextDueInMs()) ?? pollMs;
        await clock.sleep(Math.min(dueInMs, pollMs), wakeUp.signal);
      } catch (error) {
        parts.onError(error);
        await clock.sleep(pollMs, stopping.signal);
      }
    }
    unsubscribe();
  }

  return {
    start() {
      loop ??= run();
    },
    wake: () => wakeUp.abort(woken),
    hold(settled) {
      const held = settled.finally(() => {
        inHand.delete(held);
        wakeUp.abort(woken);
      });
      inHand.add(held);
    },
    get stopping() {
      return stopping.signal.aborted;
    },
    dropped: dropping.signal,
    async stop(graceMs) {
      stopping.abort();
      wakeUp.abort(woken);
      const finished = new AbortController();
      const allSettled = async () => {
        await loop;
        await Promise.all(inHand);
      };
      const settled = allSettled().finally(() => finished.abort());
      await clock.sleep(graceMs, finished.signal);
      dropping.abort();
      await settled;
    },
  };
}
