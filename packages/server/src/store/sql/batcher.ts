// Group commit: calls that arrive while a commit is on its way wait together and share the next one.

export interface Batcher<Item, Result> {
  /** Resolves or rejects once the batch that carries the item has been committed or has failed. */
  add(item: Item): Promise<Result>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Bundles items into runs of at most `maxItems`; one run is under way at a time, so an idle caller never waits. */
export function createBatcher<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  maxItems: number,
): Batcher<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let current: Promise<void> | undefined;

  async function runAll(): Promise<void> {
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
    current = undefined;
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        // Started a microtask later: everything that arrives in this turn of the loop shares the first commit.
        current ??= Promise.resolve().then(runAll);
      });
    },
    async idle() {
      while (current) await current;
    },
  };
}
