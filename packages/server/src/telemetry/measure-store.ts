// A store that counts what goes through it. Every step of a task's life is one call of the store, so this one place sees
// submits, claims, ends, lost leases and callbacks, whoever makes the calls.
import type { Clock } from '../core/clock.js';
import type { Metrics } from '../core/metrics.js';
import type { ClaimedTask } from '../core/task.js';
import type { Store } from '../store/store.js';

export interface MeasureStoreParts {
  metrics: Metrics;
  clock: Clock;
  /** Key of the engine that serves a model; 'none' for a model that is no longer configured. */
  engineOf: (model: string) => string;
}

/** A task in this process's hands. */
interface Held {
  task: ClaimedTask;
  claimedAtMs: number;
  engine: string;
  /** Its own end is being written: news of the end are no loss. */
  settling: boolean;
}

/** The same store, counting. */
export function measureStore(store: Store, parts: MeasureStoreParts): Store {
  const { metrics, clock, engineOf } = parts;
  const held = new Map<string, Held>();
  const timed = timeEverything(store, metrics);

  function hold(task: ClaimedTask): void {
    const engine = engineOf(task.request.model);
    held.set(task.leaseToken, { task, claimedAtMs: clock.now(), engine, settling: false });
  }

  /** The claim is over; undefined when this process does not hold it, or it was counted already. */
  function release(leaseToken: string, outcome: 'succeed' | 'failed' | 'fault' | 'parked' | 'lost'): Held | undefined {
    const found = held.get(leaseToken);
    if (found === undefined) return undefined;
    held.delete(leaseToken);
    metrics.observe(
      'inkling_attempt_duration_seconds',
      [found.engine, outcome],
      (clock.now() - found.claimedAtMs) / 1000,
    );
    if (outcome === 'lost') metrics.count('inkling_lease_losses_total', [found.engine]);
    return found;
  }

  /** Writes the end of a held task; undefined when that missed, or the task was not held here. */
  async function end(
    leaseToken: string,
    result: 'succeed' | 'failed',
    write: () => Promise<boolean>,
  ): Promise<{ written: boolean; found: Held | undefined }> {
    const entry = held.get(leaseToken);
    if (entry) entry.settling = true;
    const written = await write().catch((error: unknown) => {
      // Nobody tries this write again: the lease will run out.
      release(leaseToken, 'lost');
      throw error;
    });
    const found = release(leaseToken, written ? result : 'lost');
    if (found === undefined || !written) return { written, found: undefined };
    const { model } = found.task.request;
    metrics.count('inkling_tasks_ended_total', [result, model, found.engine]);
    const seconds = Math.max(0, clock.now() - found.task.createdAtMs) / 1000;
    metrics.observe('inkling_task_duration_seconds', [model, result], seconds);
    return { written, found };
  }

  // A cancel, here or on another machine, ends a task under its worker's hands.
  store.events.onChanged((taskId, change) => {
    if (change !== 'ended') return;
    for (const [leaseToken, entry] of held)
      if (entry.task.id === taskId && !entry.settling) release(leaseToken, 'lost');
  });

  metrics.read('inkling_tasks', async () => {
    const { waiting, running } = await store.tasks.counts();
    return [
      [['waiting'], waiting],
      [['running'], running],
    ];
  });
  metrics.read('inkling_tasks_oldest_waiting_seconds', async () => ((await store.tasks.oldestWaitingMs()) ?? 0) / 1000);
  metrics.read('inkling_callbacks_pending', () => store.deliveries.pending());
  metrics.read('inkling_maintenance', async () => ((await store.service.maintenance()) ? 1 : 0));

  return {
    ...timed,
    tasks: {
      ...timed.tasks,
      async submit(task) {
        const outcome = await timed.tasks.submit(task);
        metrics.count('inkling_tasks_submitted_total', [task.request.model, outcome.kind]);
        return outcome;
      },
      async claim(options) {
        const tasks = await timed.tasks.claim(options);
        for (const task of tasks) {
          hold(task);
          // Neither tried nor handed to a remote engine before: this is its first claim.
          if (task.faults > 0 || task.operation !== null) continue;
          // By the database's clock, which wrote both times.
          const waitedMs = task.leaseUntilMs - options.leaseMs - task.createdAtMs;
          metrics.observe('inkling_task_queue_seconds', [task.request.model], Math.max(0, waitedMs) / 1000);
        }
        return tasks;
      },
      async takeParked(ids, options) {
        const tasks = await timed.tasks.takeParked(ids, options);
        tasks.forEach(hold);
        return tasks;
      },
      async extend(id, leaseToken, ...rest) {
        const state = await timed.tasks.extend(id, leaseToken, ...rest);
        if (state === 'lost') release(leaseToken, 'lost');
        return state;
      },
      async park(id, leaseToken, delayMs, fault) {
        const state = await timed.tasks.park(id, leaseToken, delayMs, fault);
        release(leaseToken, state === 'lost' ? 'lost' : fault ? 'fault' : 'parked');
        return state;
      },
      async succeed(id, leaseToken, pictures) {
        const write = () => timed.tasks.succeed(id, leaseToken, pictures);
        const { written, found } = await end(leaseToken, 'succeed', write);
        if (found) {
          const plain = pictures.filter((picture) => picture.variant === 'plain').length;
          metrics.count('inkling_pictures_total', [found.task.request.model, found.engine], plain);
        }
        return written;
      },
      async fail(id, leaseToken, message) {
        return (await end(leaseToken, 'failed', () => timed.tasks.fail(id, leaseToken, message))).written;
      },
      async cancel(accountId, id, message) {
        const task = await timed.tasks.cancel(accountId, id, message);
        if (task) {
          const { model } = task.request;
          metrics.count('inkling_tasks_ended_total', ['cancelled', model, engineOf(model)]);
        }
        return task;
      },
    },
    deliveries: {
      ...timed.deliveries,
      async settle(id, leaseToken, attempt, next) {
        const settled = await timed.deliveries.settle(id, leaseToken, attempt, next);
        if (settled) {
          metrics.count('inkling_callback_attempts_total', [next.kind]);
          metrics.observe('inkling_callback_duration_seconds', [], attempt.durationMs / 1000);
        }
        return settled;
      },
    },
  };
}

/** Every operation of every part, timed under `part.operation`. */
function timeEverything(store: Store, metrics: Metrics): Store {
  const part = <Part extends object>(name: string, methods: Part): Part =>
    Object.fromEntries(
      Object.entries(methods).map(([operation, method]) => [
        operation,
        timeCall(metrics, `${name}.${operation}`, method as Operation),
      ]),
    ) as Part;
  return {
    ...store,
    tasks: part('tasks', store.tasks),
    pictures: part('pictures', store.pictures),
    keys: part('keys', store.keys),
    accounts: part('accounts', store.accounts),
    deliveries: part('deliveries', store.deliveries),
    service: part('service', store.service),
    nodes: part('nodes', store.nodes),
    admin: part('admin', store.admin),
    check: timeCall(metrics, 'check', store.check as Operation) as Store['check'],
  };
}

type Operation = (...args: unknown[]) => Promise<unknown>;

function timeCall(metrics: Metrics, name: string, operation: Operation): Operation {
  return async (...args) => {
    const startedMs = performance.now();
    try {
      return await operation(...args);
    } catch (error) {
      metrics.count('inkling_store_errors_total', [name]);
      throw error;
    } finally {
      metrics.observe('inkling_store_duration_seconds', [name], (performance.now() - startedMs) / 1000);
    }
  };
}
