// The worker: claims tasks that its engines have room for, one attempt each, and settles what the attempt left.
import { setMaxListeners } from 'node:events';
import { backoffMs } from '../core/backoff.js';
import { createClaimLoop } from '../core/claim-loop.js';
import type { Model } from '../core/model.js';
import { type ClaimedTask, gaveUpMessage } from '../core/task.js';
import { type Engine, TaskEndedError } from '../engines/engine.js';
import type { EngineRegistry } from '../engines/engine-registry.js';
import type { Store } from '../store/store.js';
import { type AttemptEnd, type AttemptParts, attemptTask } from './attempt.js';
import { holdLease, type Lease, type LeaseOptions } from './lease.js';
import { createWatchedJobs } from './watched-jobs.js';

export interface WorkerParts extends AttemptParts {
  store: Store;
  engines: EngineRegistry;
  /** Every model there is. */
  models: readonly Model[];
  workerId: string;
  lease: LeaseOptions;
  /** Faults of ours after which a task fails, instead of being tried again; lost workers count as well. */
  maxFaults: number;
  /**
   * Workers lost with a task in hand after which it is not begun again. Many more than faults: most of them are no fault
   * of the task's, which only happened to be in hand when a machine was switched off or another task took the process down.
   */
  maxLost: number;
  /** Write prompts into the log: off unless the operator switched it on. */
  logPrompts: boolean;
  /** Longest wait between two looks at the queue, ms: wake-ups normally come much sooner. */
  pollMs: number;
}

export interface Worker {
  /** Starts claiming. */
  start(): void;
  /** No new claims from now on; resolves when no task is in hand, at the latest after `graceMs`, aborting what is left. */
  stop(graceMs: number): Promise<void>;
  /** Tasks in hand. */
  readonly running: number;
}

/** From so many faults on a task may be what takes its workers down: no two such tasks are in hand at a time. */
const suspectFaults = 3;
/** A second suspect comes back after one to two of these, ms. */
const suspectPauseMs = 2000;

const retryBackoff = { baseMs: 1000, maxMs: 60_000, jitter: 0.2 };

export function createWorker(parts: WorkerParts): Worker {
  const { store, clock, log } = parts;
  /** Engine of every task in hand. */
  const inHand = new Map<string, string>();
  /** The task in hand that may take this process down. */
  let suspect: string | undefined;
  const loop = createClaimLoop({
    clock,
    claim: async () => (await claimOnce()) > 0,
    nextDueInMs: () => store.tasks.nextDueInMs(),
    onWork: store.events.onReady,
    pollMs: parts.pollMs,
    onError: (error) => log.error({ err: error }, 'claiming failed'),
  });
  // Every task in hand listens to it.
  setMaxListeners(0, loop.dropped);
  const watched = createWatchedJobs(store, clock, log, parts.lease, loop.wake);
  /** Engines that were used, with what stops listening to each. */
  const attached = new Map<Engine, (() => void) | undefined>();

  /** The engine under a key, listened to from its first use on. */
  async function getEngine(key: string): Promise<Engine> {
    const engine = await parts.engines.get(key);
    if (!attached.has(engine)) attached.set(engine, engine.onRoom?.(loop.wake));
    watched.attach(key, engine);
    return engine;
  }

  function countBusy(): Map<string, number> {
    const busy = new Map<string, number>();
    for (const engine of inHand.values()) busy.set(engine, (busy.get(engine) ?? 0) + 1);
    return busy;
  }

  /** Models whose engines have room, and how many tasks fit in all. */
  async function findRoom(): Promise<{ models: string[]; limit: number }> {
    const busy = countBusy();
    let limit = Number.POSITIVE_INFINITY;
    const models: string[] = [];
    for (const model of parts.models) {
      const engine = await getEngine(model.engine).catch((error: unknown) => {
        log.error({ err: error, engine: model.engine }, 'engine could not be started');
        return undefined;
      });
      const places = engine ? engine.concurrency - (busy.get(model.engine) ?? 0) : 0;
      const room = Math.min(places, engine?.room?.() ?? places);
      if (room <= 0) continue;
      models.push(model.name);
      // The smallest room bounds a claim: its tasks might all be for one engine.
      limit = Math.min(limit, room);
    }
    return { models, limit: models.length === 0 ? 0 : limit };
  }

  async function work(task: ClaimedTask, model: Model): Promise<void> {
    const startedMs = clock.now();
    const lease = holdLease(store, task, clock, log, parts.lease, loop.dropped);
    let end: AttemptEnd;
    let engine: Engine | undefined;
    try {
      engine = await getEngine(model.engine);
      end = await attemptTask(parts, engine, model, task, lease);
    } catch (error) {
      end = { kind: 'parked', delayMs: undefined, fault: true, cause: error };
    }
    await lease.release();
    const settled = await settle(task, end);
    if (engine?.watch) handToWatch(engine, model.engine, task, end, settled, lease);
    const fields = {
      task_id: task.id,
      account_id: task.accountId,
      model: model.name,
      ms: clock.now() - startedMs,
      ...(parts.logPrompts ? { prompt: task.request.prompt } : {}),
    };
    if (end.kind === 'parked' && end.fault)
      log.error({ ...fields, err: end.cause }, 'attempt failed, will be tried again');
    else log.info({ ...fields, end: end.kind }, 'attempt ended');
  }

  /** An engine that watches its jobs keeps this one only if the row is parked for it. */
  function handToWatch(
    engine: Engine,
    key: string,
    task: ClaimedTask,
    end: AttemptEnd,
    settled: boolean,
    lease: Lease,
  ): void {
    if (settled && end.kind === 'parked' && end.watched === true) watched.add(key, engine, task.id);
    else {
      // The end that this attempt wrote itself is no reason to cancel anything.
      const cancelled = end.kind === 'lost' && lease.signal.reason instanceof TaskEndedError;
      watched.release(key, engine, task.id, cancelled ? 'ended' : 'lost');
    }
  }

  /**
   * Writes what the attempt left; false when somebody else has the task. A write that fails leaves the lease to run
   * out, and the task to the next claim.
   */
  async function settle(task: ClaimedTask, end: AttemptEnd): Promise<boolean> {
    try {
      if (end.kind === 'failed') return await store.tasks.fail(task.id, task.leaseToken, end.message);
      if (end.kind !== 'parked') return end.kind === 'succeeded';
      const faults = task.faults + (end.fault ? 1 : 0);
      if (end.fault && faults >= parts.maxFaults)
        return await store.tasks.fail(task.id, task.leaseToken, gaveUpMessage);
      const watchedMs = end.watched === true ? parts.lease.leaseMs : undefined;
      const delayMs = watchedMs ?? end.delayMs ?? backoffMs(faults, retryBackoff);
      return (await store.tasks.park(task.id, task.leaseToken, delayMs, end.fault)) === 'held';
    } catch (error) {
      log.error({ err: error, task_id: task.id }, 'the end of an attempt could not be written');
      return false;
    }
  }

  /** Takes watched tasks that their engines want to go on with; they come before new ones. */
  async function claimDue(): Promise<ClaimedTask[]> {
    const tasks: ClaimedTask[] = [];
    const busy = countBusy();
    for (const key of watched.dueEngines()) {
      const engine = await getEngine(key);
      const ids = watched.takeDue(key, engine.concurrency - (busy.get(key) ?? 0));
      const taken = await store.tasks.takeParked(ids, { workerId: parts.workerId, leaseMs: parts.lease.leaseMs });
      const held = new Set(taken.map((task) => task.id));
      for (const id of ids) if (!held.has(id)) engine.watch?.drop(id, 'lost');
      tasks.push(...taken);
    }
    return tasks;
  }

  async function claimOnce(): Promise<number> {
    await store.tasks.wakeDue();
    const due = await claimDue();
    for (const task of due) await begin(task);
    const room = await findRoom();
    if (loop.stopping) return 0;
    const tasks = await store.tasks.claim({
      workerId: parts.workerId,
      leaseMs: parts.lease.leaseMs,
      limit: room.limit,
      models: room.models,
    });
    for (const task of tasks) await begin(task);
    return due.length + tasks.length;
  }

  /** Works on a claimed task from now on. */
  async function begin(task: ClaimedTask): Promise<void> {
    const model = parts.models.find((candidate) => candidate.name === task.request.model);
    if (!model) return;
    if (task.faults >= parts.maxLost) {
      // It took its workers down with it, again and again: end it before it takes this one.
      await settle(task, { kind: 'failed', message: gaveUpMessage });
      log.error({ task_id: task.id, faults: task.faults }, 'gave up on a task');
      return;
    }
    const isSuspect = task.faults >= suspectFaults;
    if (isSuspect && suspect !== undefined) {
      await settle(task, { kind: 'parked', delayMs: suspectPauseMs * (1 + Math.random()), fault: false });
      return;
    }
    if (isSuspect) suspect = task.id;
    inHand.set(task.id, model.engine);
    const settled = work(task, model).finally(() => {
      inHand.delete(task.id);
      if (suspect === task.id) suspect = undefined;
    });
    loop.hold(settled);
  }

  /** Nothing is heard and nothing is kept parked any more: whoever comes next resumes what was watched. */
  async function stopListening(): Promise<void> {
    await watched.stop();
    for (const stop of attached.values()) stop?.();
  }

  return {
    start() {
      watched.start();
      loop.start();
    },
    async stop(graceMs) {
      await loop.stop(graceMs);
      await stopListening();
    },
    get running() {
      return inHand.size;
    },
  };
}
