// Painters: a pool of worker threads that paint, so that the event loop of whoever asks stays free.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type IllustrateOptions, type IllustrateRequest, type Illustration, IllustratorError } from '../request.js';
import type { PaintJob, PaintReply } from './paint-worker.js';

/** How many threads, and how long they live. */
export interface PaintersOptions {
  /** Pictures painted at a time; default: one for each core. */
  threads?: number;
  /** An idle thread ends after this time; default 15 s. Its artwork and tables (about 150 MB) go with it. */
  idleMs?: number;
}

/** Paints requests in worker threads. */
export interface Painters {
  /**
   * Paints one picture. An abort ends the thread in the middle of its work and rejects at once with the signal's reason;
   * IllustratorError as thrown by `illustrate`.
   */
  paint(request: IllustrateRequest, options?: IllustrateOptions): Promise<Illustration>;
  /** Ends all threads; what is being painted is rejected. Calling it again is harmless. */
  close(): Promise<void>;
}

/** V8 heap of one thread; pixels live outside of it. */
const heapMb = 512;

/** Makes a pool. Threads start with the first pictures, none before. */
export function createPainters(options: PaintersOptions = {}): Painters {
  const threads = options.threads ?? availableParallelism();
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`threads value ${threads} is invalid, allowed: 1 or more`);
  const pool = new Piscina<PaintJob, PaintReply>({
    filename: fileURLToPath(new URL('./paint-worker.js', import.meta.url)),
    name: 'paintJob',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: options.idleMs ?? 15_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    recordTiming: false,
  });
  let closing: Promise<void> | undefined;
  return {
    async paint(request, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const channel = onProgress ? new MessageChannel() : null;
      let over = false;
      channel?.port1.on('message', (fraction: number) => {
        if (!over) onProgress?.(fraction);
      });
      // A caller that ends must not be kept alive by a listening port.
      channel?.port1.unref();
      try {
        const reply = await pool.run(
          { request, port: channel?.port2 ?? null },
          { signal: signal ?? null, ...(channel && { transferList: [channel.port2] }) },
        );
        if ('refused' in reply)
          throw new IllustratorError(reply.refused.reason, reply.refused.field, reply.refused.message);
        return reply.painted;
      } catch (error) {
        // Piscina rejects with an AbortError of its own; callers wait for the reason they gave.
        signal?.throwIfAborted();
        throw error;
      } finally {
        over = true;
        channel?.port1.close();
      }
    },
    close() {
      closing ??= pool.destroy();
      return closing;
    },
  };
}
