// Calls that arrive together share one statement, or one commit.

export interface Batcher<Item, Result> {
  /** Resolves or rejects once the batch that carries the item has been run or has failed. */
  add(item: Item): Promise<Result>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

export interface BatchLimits {
  /** Items of one run at most. */
  maxItems: number;
  /** Runs under way at a time; with one, whoever comes during a run waits for it. */
  parallel: number;
}

/**
 * Bundles items into runs. A run starts at the end of the turn of the event loop in which its first item came
 * (`setImmediate`): all requests that were read from sockets in one turn travel together, and a caller who is alone waits
 * for nobody. A microtask would not do: microtasks run between one socket's data and the next one's.
 */
export function createBatcher<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { maxItems, parallel }: BatchLimits,
): Batcher<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let active = 0;
  let whenIdle: (() => void)[] = [];

  async function runWaiting(): Promise<void> {
    active += 1;
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      try {
        const results = await run(batch.map((entry) => entry.item));
        batch.forEach((entry, index) => {
          entry.resolve(results[index] as Result);
        });
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    // In one step with the last look at `waiting`: what comes from now on starts a run of its own.
    active -= 1;
    if (active > 0) return;
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (active < parallel) void runWaiting();
      });
    },
    async idle() {
      if (active > 0) await new Promise<void>((resolve) => whenIdle.push(resolve));
    },
  };
}
