// The keys of one upstream: which one takes the next job, and which must rest.
//
// A key is `well`, `busy` (it was told to wait: 1302, 1303) or `sick` (it cannot pay, or is not let in: 1000–1004,
// 1100–1103, 1304). A busy key rests as long as the upstream says, and learns how many jobs it may have at a time. A
// sick key rests a minute, then twice as long each time, and is tried again by itself. Jobs go to the key that has the
// fewest for its weight.
import { backoffMs } from '../../core/backoff.js';
import type { Clock } from '../../core/clock.js';

export interface RingKey {
  /** Stable and not secret: saved with every job. */
  id: string;
  /** Share of the jobs, relative to the other keys. */
  weight: number;
  /** Most jobs under way at a time. */
  concurrency: number;
}

interface KeyState {
  key: RingKey;
  /** Tasks that occupy a place. */
  tasks: Set<string>;
  /** Found out from 1303; grows back by one every `learnMs`. */
  limit: number;
  limitAtMs: number;
  busyUntilMs: number;
  sickUntilMs: number;
  /** Times it was found sick in a row. */
  sickTimes: number;
  reason: string;
}

/** Which key, or why none: `waitMs` until one may have a place, or `sick` with the last key's reason. */
export type KeyChoice = { keyId: string } | { waitMs: number } | { sick: string };

export interface KeyRing {
  /** Gives a place to a task. `except`: keys that have refused this very job. `prefer`: the key that had it before. */
  take(taskId: string, except: ReadonlySet<string>, prefer?: string): KeyChoice;
  /** Counts a task that this key has already, place or not. */
  occupy(taskId: string, keyId: string): void;
  vacate(taskId: string): void;
  has(keyId: string): boolean;
  /** It was told to wait. `parallel`: by 1303, which says that it has enough jobs as it is. */
  rest(keyId: string, retryAfterMs: number | undefined, parallel: boolean): void;
  sicken(keyId: string, reason: string): void;
  /** A call with it went well. */
  recover(keyId: string): void;
  /** Places that are free right now. */
  room(): number;
  /** Called when a place may have become free. */
  onRoom(listener: () => void): () => void;
  /** For people: `well`, `busy` or `sick` by key id, with how many jobs each has. */
  describe(): { id: string; state: 'well' | 'busy' | 'sick'; jobs: number; reason: string }[];
}

/** How long a key rests that was told to wait without being told how long, ms. */
const restMs = 1000;
/** A learnt limit is tried one higher after this long, ms. */
const learnMs = 30_000;
const sickBackoff = { baseMs: 60_000, maxMs: 600_000, jitter: 0.1 };

export function createKeyRing(keys: readonly RingKey[], clock: Pick<Clock, 'now'>): KeyRing {
  const states = new Map<string, KeyState>(keys.map((key) => [key.id, fresh(key)]));
  const keyOf = new Map<string, KeyState>();
  const listeners = new Set<() => void>();

  function limitOf(state: KeyState): number {
    const grown = state.limit + Math.floor((clock.now() - state.limitAtMs) / learnMs);
    return Math.min(state.key.concurrency, grown);
  }
  const isSick = (state: KeyState) => state.sickUntilMs > clock.now();
  function placesOf(state: KeyState): number {
    if (isSick(state) || state.busyUntilMs > clock.now()) return 0;
    const free = Math.max(0, limitOf(state) - state.tasks.size);
    // One that was sick shows with one job whether it is well.
    return state.sickTimes > 0 ? Math.min(free, 1) : free;
  }
  function vacate(taskId: string): void {
    const state = keyOf.get(taskId);
    if (!state) return;
    keyOf.delete(taskId);
    state.tasks.delete(taskId);
    for (const listener of listeners) listener();
  }
  function occupy(taskId: string, state: KeyState): void {
    if (keyOf.get(taskId) === state) return;
    vacate(taskId);
    keyOf.set(taskId, state);
    state.tasks.add(taskId);
  }

  return {
    take(taskId, except, prefer) {
      const candidates = [...states.values()].filter((state) => !except.has(state.key.id));
      const load = (state: KeyState) => (state.tasks.size + 1) / state.key.weight;
      const free = candidates.filter((state) => placesOf(state) > 0).sort((one, other) => load(one) - load(other));
      const best = free.find((state) => state.key.id === prefer) ?? free[0];
      if (best) {
        occupy(taskId, best);
        return { keyId: best.key.id };
      }
      const well = candidates.filter((state) => !isSick(state));
      if (well.length === 0) return { sick: [...states.values()].map((state) => state.reason).find(Boolean) ?? '' };
      const waits = well.map((state) => Math.max(0, state.busyUntilMs - clock.now()));
      return { waitMs: Math.max(Math.min(...waits), 250) };
    },
    occupy(taskId, keyId) {
      const state = states.get(keyId);
      if (state) occupy(taskId, state);
    },
    vacate,
    has: (keyId) => states.has(keyId),
    rest(keyId, retryAfterMs, parallel) {
      const state = states.get(keyId);
      if (!state) return;
      state.busyUntilMs = Math.max(state.busyUntilMs, clock.now() + (retryAfterMs ?? restMs));
      if (!parallel) return;
      // The one that was refused counts among its tasks still.
      state.limit = Math.max(1, state.tasks.size - 1);
      state.limitAtMs = clock.now();
    },
    sicken(keyId, reason) {
      const state = states.get(keyId);
      if (!state) return;
      state.reason = reason;
      if (isSick(state)) return;
      state.sickTimes += 1;
      state.sickUntilMs = clock.now() + backoffMs(state.sickTimes, sickBackoff);
    },
    recover(keyId) {
      const state = states.get(keyId);
      if (state && !isSick(state)) state.sickTimes = 0;
    },
    room() {
      const all = [...states.values()];
      // Nothing to wait for: tasks come and are told so.
      if (all.every(isSick)) return Number.POSITIVE_INFINITY;
      return all.reduce((sum, state) => sum + placesOf(state), 0);
    },
    onRoom(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    describe: () =>
      [...states.values()].map((state) => ({
        id: state.key.id,
        state: isSick(state)
          ? ('sick' as const)
          : state.busyUntilMs > clock.now()
            ? ('busy' as const)
            : ('well' as const),
        jobs: state.tasks.size,
        reason: isSick(state) ? state.reason : '',
      })),
  };
}

function fresh(key: RingKey): KeyState {
  return {
    key,
    tasks: new Set(),
    limit: key.concurrency,
    limitAtMs: 0,
    busyUntilMs: 0,
    sickUntilMs: 0,
    sickTimes: 0,
    reason: '',
  };
}
