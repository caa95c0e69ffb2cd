// The lease of one claimed task: heartbeats push it ahead and carry progress; when it is lost, the signal aborts and
// whoever works under it stops and writes nothing.
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import type { ClaimedTask } from '../core/task.js';
import { TaskEndedError } from '../engines/engine.js';
import type { Store } from '../store/store.js';

export interface LeaseOptions {
  /** How long a lease lives without a heartbeat, ms. */
  leaseMs: number;
  /** Time between heartbeats, ms: a third of the lease leaves room for two that fail. */
  heartbeatMs: number;
  /** Progress is written at most this often, ms. */
  progressMs: number;
}

export const defaultLeaseOptions: LeaseOptions = { leaseMs: 30_000, heartbeatMs: 10_000, progressMs: 400 };

export interface Lease {
  /** Aborts when the lease is lost or the worker stops. */
  readonly signal: AbortSignal;
  /** True once somebody else holds the task or it has ended. */
  readonly lost: boolean;
  /** See EngineContext. */
  reportProgress(fraction: number, pictures?: readonly number[]): void;
  /** Rejects when the lease is lost. */
  saveOperation(operation: unknown): Promise<void>;
  /** Ends the heartbeats; resolves when the last one is through. */
  release(): Promise<void>;
}

/** The higher of each pair, to a thousandth; `before` itself when none is higher. What is no number from 0 to 1 is none. */
function raiseEach(before: readonly number[] | undefined, given: readonly number[]): readonly number[] | undefined {
  const now = given.map((fraction, index) => {
    const known = before?.[index] ?? 0;
    return fraction > known ? Math.min(Math.floor(fraction * 1000) / 1000, 1) : known;
  });
  return now.every((fraction, index) => fraction === (before?.[index] ?? 0)) ? before : now;
}

/** Keeps a freshly claimed task until `release`. `stop` aborts it from outside (shutdown). */
export function holdLease(
  store: Pick<Store, 'tasks' | 'events'>,
  task: ClaimedTask,
  clock: Clock,
  log: Log,
  options: LeaseOptions,
  stop: AbortSignal,
): Lease {
  const work = new AbortController();
  const done = new AbortController();
  let lost = false;
  let progress = task.progress;
  /** Of each picture; a new array whenever one of them moves. Undefined: one picture, or an engine that does not tell. */
  let pictureProgress: readonly number[] | undefined;
  /** Aborts when there is something sooner to do than the next heartbeat: progress to tell, or the end. */
  let wake = new AbortController();

  function lose(reason: Error = new Error('the lease was lost')): void {
    lost = true;
    work.abort(reason);
    done.abort();
    wake.abort();
  }
  const onStop = () => work.abort(new Error('the worker is stopping'));
  if (stop.aborted) onStop();
  stop.addEventListener('abort', onStop);
  // A cancel ends the row: no need to wait for the next heartbeat to find out.
  const unsubscribe = store.events.onChanged((taskId, change) => {
    if (taskId === task.id && change === 'ended' && !done.signal.aborted) lose(new TaskEndedError());
  });

  async function beat(): Promise<void> {
    let heldUntilMs = task.leaseUntilMs;
    let writtenProgress = progress;
    let writtenPictures = pictureProgress;
    let beatAtMs = clock.now();
    while (!done.signal.aborted) {
      // Progress that moved is told sooner than the next heartbeat.
      const moved = progress > writtenProgress || pictureProgress !== writtenPictures;
      const dueInMs = (moved ? options.progressMs : options.heartbeatMs) - (clock.now() - beatAtMs);
      wake = new AbortController();
      if (dueInMs > 0) {
        await clock.sleep(dueInMs, wake.signal);
        continue;
      }
      beatAtMs = clock.now();
      const written = progress;
      const pictures = pictureProgress;
      try {
        const state = await store.tasks.extend(task.id, task.leaseToken, options.leaseMs, written, pictures);
        if (state === 'lost') return lose();
        heldUntilMs = beatAtMs + options.leaseMs;
        writtenProgress = written;
        writtenPictures = pictures;
      } catch (error) {
        log.warn({ err: error, task_id: task.id }, 'heartbeat failed');
        // Nobody answers and the lease has run out by our own clock: another worker may have it.
        if (clock.now() >= heldUntilMs) return lose();
      }
    }
  }
  const beating = beat();

  return {
    signal: work.signal,
    get lost() {
      return lost;
    },
    reportProgress(fraction, pictures) {
      const { n } = task.request;
      const next = n > 1 && pictures?.length === n ? raiseEach(pictureProgress, pictures) : pictureProgress;
      if (!(fraction > progress) && next === pictureProgress) return;
      // 1 is kept for the end.
      if (fraction > progress) progress = Math.min(fraction, 0.99);
      pictureProgress = next;
      wake.abort();
    },
    async saveOperation(operation) {
      const state = await store.tasks.saveOperation(task.id, task.leaseToken, operation);
      if (state === 'held') return;
      lose();
      throw new Error('the lease was lost');
    },
    async release() {
      done.abort();
      wake.abort();
      unsubscribe();
      stop.removeEventListener('abort', onStop);
      await beating;
    },
  };
}
