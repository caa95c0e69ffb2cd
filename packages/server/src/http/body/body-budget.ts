// A bound on the bytes of large request bodies in memory. Whoever would go over it waits with the body still unread in
// the sockets, where it costs the sender's memory and not ours; first come, first served.
import { AppError } from '../../core/errors.js';

/** One budget for all uploads of a process. */
export interface BodyBudget {
  /**
   * Resolves to the function that gives the bytes back (calling it again does nothing) once they fit.
   * AppError 5002 when they do not within the patience; rejects with the signal's reason when it aborts.
   */
  reserve(bytes: number, signal: AbortSignal): Promise<() => void>;
}

/** How much and how long. */
export interface BodyBudgetOptions {
  /** Bytes of all bodies together. */
  totalBytes: number;
  /** Longest wait for room, ms. */
  patienceMs: number;
}

/** An upload in the queue. */
interface Waiting {
  bytes: number;
  admit(): void;
}

/** Makes a budget of which everything is free. It holds no timer while nobody waits. */
export function createBodyBudget(options: BodyBudgetOptions): BodyBudget {
  let freeBytes = options.totalBytes;
  const queue: Waiting[] = [];

  /** Takes the bytes now; the function returned gives them back once. */
  function take(bytes: number): () => void {
    freeBytes -= bytes;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      freeBytes += bytes;
      admitWaiting();
    };
  }

  /** Lets in whoever waits, in the order of arrival: a small body does not pass a large one, which would starve it. */
  function admitWaiting(): void {
    for (let first = queue[0]; first !== undefined && first.bytes <= freeBytes; first = queue[0]) {
      queue.shift();
      first.admit();
    }
  }

  return {
    async reserve(wanted, signal) {
      signal.throwIfAborted();
      // More than everything can never fit: such a body is admitted alone.
      const bytes = Math.min(wanted, options.totalBytes);
      if (queue.length === 0 && bytes <= freeBytes) return take(bytes);
      return new Promise<() => void>((resolve, reject) => {
        /** Gives up: the queue closes the gap, and whoever stood behind may fit now. */
        const leave = (reason: unknown) => {
          const index = queue.indexOf(waiting);
          if (index >= 0) queue.splice(index, 1);
          stopWaiting();
          reject(reason);
          admitWaiting();
        };
        const onAbort = () => leave(signal.reason);
        const timer = setTimeout(
          () => leave(new AppError(5002, 'Too many uploads at the same time, try again later')),
          options.patienceMs,
        );
        const stopWaiting = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
        };
        const waiting: Waiting = {
          bytes,
          admit() {
            stopWaiting();
            resolve(take(bytes));
          },
        };
        signal.addEventListener('abort', onAbort, { once: true });
        queue.push(waiting);
      });
    },
  };
}
