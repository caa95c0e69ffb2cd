// Flushes a file to disk off the event loop; whoever asks while a flush is on its way shares the next one.
import { closeSync, fdatasync, openSync } from 'node:fs';

export interface GroupFlush {
  /** Resolves once everything that was written before the call is on disk; rejects with the system's error. */
  flush(): Promise<void>;
  /** Waits for the flush under way and lets the file go. */
  close(): Promise<void>;
}

/** `file` must exist by the first flush. `sync` stands for the system's call in tests. */
export function createGroupFlush(file: string, sync = fdatasync): GroupFlush {
  let descriptor: number | undefined;
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function start(): Promise<void> {
    const flushed = new Promise<void>((resolve, reject) => {
      // Opened to write: Windows flushes no other.
      descriptor ??= openSync(file, 'r+');
      sync(descriptor, (error) => (error ? reject(error) : resolve()));
    }).finally(() => {
      if (current === flushed) current = undefined;
    });
    current = flushed;
    return flushed;
  }

  return {
    flush() {
      if (current === undefined) return start();
      // The one under way may have begun before the caller wrote.
      next ??= current
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return start();
        });
      return next;
    },
    async close() {
      while (current !== undefined || next !== undefined) await (next ?? current)?.catch(() => undefined);
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}
