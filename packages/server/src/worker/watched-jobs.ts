// Parked tasks whose engine looks after them by itself: keeps them parked while this process lives, hears when there is
// something to resume for, and tells the engine when there is nothing left to look after.
//
// What if it dies here? Nothing is held but time: within `leaseMs` the parked rows become ready, and whoever claims one
// resumes it from its operation.
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import type { Engine } from '../engines/engine.js';
import type { Store } from '../store/store.js';
import type { LeaseOptions } from './lease.js';

export interface WatchedJobs {
  /** Listens to an engine from now on; harmless when repeated, and for engines that watch nothing. */
  attach(engineKey: string, engine: Engine): void;
  /** The task has been parked for `leaseMs`, and the engine watches it. */
  add(engineKey: string, engine: Engine, taskId: string): void;
  /** An attempt ended otherwise: the engine has nothing to watch, whatever it believes. */
  release(engineKey: string, engine: Engine, taskId: string, why: 'ended' | 'lost'): void;
  /** Tasks of an engine that are due to be resumed, at most `limit`, oldest first. They are no longer this part's. */
  takeDue(engineKey: string, limit: number): string[];
  /** Engines with tasks that are due. */
  dueEngines(): string[];
  /** Keeps rows parked from now on. */
  start(): void;
  stop(): Promise<void>;
}

/** Rows per statement: some ten ms of the database's time at most. */
const batchSize = 500;

/** `onDue` is called when some task became due. */
export function createWatchedJobs(
  store: Pick<Store, 'tasks' | 'events'>,
  clock: Clock,
  log: Log,
  { leaseMs, heartbeatMs }: LeaseOptions,
  onDue: () => void,
): WatchedJobs {
  const watched = new Map<string, { engine: Engine; engineKey: string }>();
  /** By engine. May name tasks that are not parked yet: the engine can be faster than the write that parks them. */
  const due = new Map<string, Set<string>>();
  const listening: (() => void)[] = [];
  const stopping = new AbortController();
  let loop: Promise<void> | undefined;

  function forget(taskId: string, why: 'ended' | 'lost'): void {
    const entry = watched.get(taskId);
    if (!entry) return;
    watched.delete(taskId);
    due.get(entry.engineKey)?.delete(taskId);
    entry.engine.watch?.drop(taskId, why);
  }

  /** A row that is no longer parked was cancelled by another process, or claimed because this one was slow. */
  async function postpone(ids: string[]): Promise<void> {
    const parked = new Set(await store.tasks.postpone(ids, leaseMs));
    for (const id of ids) if (!parked.has(id)) forget(id, 'lost');
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(heartbeatMs, stopping.signal);
      const ids = [...watched.keys()];
      for (let at = 0; at < ids.length && !stopping.signal.aborted; at += batchSize) {
        try {
          await postpone(ids.slice(at, at + batchSize).filter((id) => watched.has(id)));
        } catch (error) {
          log.warn({ err: error }, 'watched tasks could not be kept parked');
        }
      }
    }
  }

  const unsubscribe = store.events.onChanged((taskId, change) => {
    if (change === 'ended') forget(taskId, 'ended');
  });

  return {
    attach(engineKey, { watch }) {
      if (!watch || due.has(engineKey)) return;
      const marks = new Set<string>();
      due.set(engineKey, marks);
      listening.push(
        watch.onDue((id) => {
          marks.add(id);
          if (watched.has(id)) onDue();
        }),
      );
    },
    add(engineKey, engine, taskId) {
      watched.set(taskId, { engine, engineKey });
      if (due.get(engineKey)?.has(taskId)) onDue();
    },
    release(engineKey, engine, taskId, why) {
      due.get(engineKey)?.delete(taskId);
      engine.watch?.drop(taskId, why);
    },
    takeDue(engineKey, limit) {
      const taken: string[] = [];
      const marks = due.get(engineKey) ?? new Set();
      for (const id of marks) {
        if (taken.length >= limit) break;
        // Not parked yet: it stays marked, and `add` will say so.
        if (!watched.delete(id)) continue;
        marks.delete(id);
        taken.push(id);
      }
      return taken;
    },
    dueEngines: () => [...due].filter(([, marks]) => [...marks].some((id) => watched.has(id))).map(([key]) => key),
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      unsubscribe();
      for (const stopListening of listening) stopListening();
      await loop;
    },
  };
}
