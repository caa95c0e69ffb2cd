// How many tasks wait, without counting rows at every submit: the count is read now and then and kept up in between.
import type { Clock } from '../core/clock.js';
import type { Store } from '../store/store.js';

/** Age at which the count is read again, ms. The bound on waiting tasks is exact to what this time lets in. */
const maxAgeMs = 500;

export interface BacklogGauge {
  /** Waiting tasks, at most `maxAgeMs` old. */
  waiting(): Promise<number>;
  /** One more was submitted here. */
  added(): void;
}

export function createBacklogGauge(store: Store, clock: Clock): BacklogGauge {
  let waiting = 0;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    try {
      waiting = (await store.tasks.counts()).waiting;
      readAtMs = clock.now();
    } finally {
      reading = undefined;
    }
  }

  return {
    async waiting() {
      if (clock.now() - readAtMs > maxAgeMs) {
        reading ??= read();
        await reading;
      }
      return waiting;
    },
    added() {
      waiting += 1;
    },
  };
}
