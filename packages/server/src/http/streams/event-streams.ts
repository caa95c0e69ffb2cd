// All open event streams of this process: counted, kept alive by one timer, ended together.
import type { EventStream } from './event-stream.js';

/** The set of open streams. */
export interface EventStreams {
  /** How many are open. */
  readonly size: number;
  /** From now on it gets heartbeats and ends with the others. */
  add(stream: EventStream): void;
  /** It has ended by itself. */
  delete(stream: EventStream): void;
  /** Ends every stream and stops the timer. */
  close(): void;
}

/** A comment goes out on every stream each `heartbeatMs`. */
export function createEventStreams(heartbeatMs: number): EventStreams {
  const open = new Set<EventStream>();
  const timer = setInterval(() => {
    for (const stream of open) stream.beat();
  }, heartbeatMs).unref();
  return {
    get size() {
      return open.size;
    },
    add: (stream) => void open.add(stream),
    delete: (stream) => void open.delete(stream),
    close() {
      clearInterval(timer);
      for (const stream of [...open]) stream.end();
    },
  };
}
