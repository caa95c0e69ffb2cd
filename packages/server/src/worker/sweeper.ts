// The sweeper: deletes bytes whose time is over. Rows stay, so that their URLs can answer 410.
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import { type Storage, taskPrefix } from '../storage/storage.js';
import type { Store } from '../store/store.js';

export interface SweeperParts {
  store: Pick<Store, 'pictures'>;
  storage: Pick<Storage, 'removeBelow'>;
  clock: Clock;
  log: Log;
  /** Time between two sweeps, ms. */
  intervalMs: number;
}

export interface Sweeper {
  start(): void;
  /** One sweep now; resolves to the number of tasks whose bytes went. */
  sweep(): Promise<number>;
  stop(): Promise<void>;
}

/** Most tasks per query, so that a big backlog does not hold the database. */
const batchSize = 100;

export function createSweeper(parts: SweeperParts): Sweeper {
  const stopping = new AbortController();
  let loop: Promise<void> | undefined;

  async function sweep(): Promise<number> {
    let swept = 0;
    while (!stopping.signal.aborted) {
      const ids = await parts.store.pictures.expiredTasks(batchSize);
      for (const id of ids) {
        // Bytes first: a crash in between leaves the row due, and removing nothing is no error.
        await parts.storage.removeBelow(taskPrefix(id));
        await parts.store.pictures.markDeleted(id);
        swept += 1;
      }
      if (ids.length < batchSize) break;
    }
    return swept;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const swept = await sweep();
        if (swept > 0) parts.log.info({ tasks: swept }, 'expired pictures deleted');
      } catch (error) {
        parts.log.error({ err: error }, 'sweep failed');
      }
      await parts.clock.sleep(parts.intervalMs, stopping.signal);
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
