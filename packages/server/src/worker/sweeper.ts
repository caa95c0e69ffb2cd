// The sweeper: deletes bytes whose time is over (rows stay, so that their URLs can answer 410), ends tasks that nobody
// will ever claim, and removes reference pictures that a crash left without a row.
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import { type Storage, taskPrefix } from '../storage/storage.js';
import type { Store } from '../store/store.js';
import { createOrphanSweep } from './orphan-sweep.js';

export interface SweeperParts {
  store: Pick<Store, 'pictures' | 'tasks' | 'admin'>;
  storage: Pick<Storage, 'removeBelow' | 'listBelow'>;
  clock: Clock;
  log: Log;
  /** Names of every model there is: tasks of others, submitted before this sweeper was made, fail. */
  models: readonly string[];
  /** Time between two sweeps, ms. */
  intervalMs: number;
}

/** What one sweep did, in tasks. */
export interface Sweep {
  /** Their bytes went because their time was over. */
  expired: number;
  /** They failed because their model is no longer configured. */
  withoutModel: number;
  /** Their reference lay there without a row. */
  orphans: number;
}

export interface Sweeper {
  start(): void;
  /** One sweep now. */
  sweep(): Promise<Sweep>;
  stop(): Promise<void>;
}

/** Most tasks per query, so that a big backlog does not hold the database. */
const batchSize = 100;

/** What `task_status_msg` says of a task whose model was taken out of the configuration. */
const modelGoneMessage = (model: string) =>
  `model_name '${model}' is no longer configured on this service, submit the task again with another model`;

export function createSweeper(parts: SweeperParts): Sweeper {
  const { store, clock, log } = parts;
  const stopping = new AbortController();
  // A process with a newer configuration may take tasks of models that are unknown here: only older ones are judged.
  const madeAtMs = clock.now();
  const removeOrphans = createOrphanSweep({ ...parts, batchSize });
  let loop: Promise<void> | undefined;

  /** Goes on as long as batches come full; returns the sum. */
  async function drain(batch: () => Promise<number>): Promise<number> {
    let total = 0;
    while (!stopping.signal.aborted) {
      const done = await batch();
      total += done;
      if (done < batchSize) break;
    }
    return total;
  }

  async function removeExpired(): Promise<number> {
    const ids = await store.pictures.expiredTasks(batchSize);
    for (const id of ids) {
      // Bytes first: a crash in between leaves the row due, and removing nothing is no error.
      await parts.storage.removeBelow(taskPrefix(id));
      await store.pictures.markDeleted(id);
    }
    return ids.length;
  }

  async function sweep(): Promise<Sweep> {
    const withoutModel = await drain(() =>
      store.tasks.failOtherModels({
        models: parts.models,
        submittedBeforeMs: madeAtMs,
        message: modelGoneMessage,
        limit: batchSize,
      }),
    );
    if (withoutModel > 0) log.warn({ tasks: withoutModel }, 'tasks failed: their model is no longer configured');
    const expired = await drain(removeExpired);
    if (expired > 0) log.info({ tasks: expired }, 'expired pictures deleted');
    const orphans = await removeOrphans(stopping.signal);
    if (orphans > 0) log.warn({ tasks: orphans }, 'reference pictures without a task deleted');
    return { expired, withoutModel, orphans };
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await sweep();
      } catch (error) {
        log.error({ err: error }, 'sweep failed');
      }
      await clock.sleep(parts.intervalMs, stopping.signal);
    }
  }

  return {
    start() {
      loop ??= run();
    },
    sweep,
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
