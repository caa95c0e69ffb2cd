// A few child processes for work on untrusted bytes: started when needed, killed when they take too long, gone when idle.
//
// Processes, not threads: native code in a thread cannot be stopped, a crash of it ends the server, and the memory it
// used for one large picture stays with the server for good (docs/decisions/2026-11-22-decoder-processes.md).
import { type JobProcess, type JobProcessOptions, ProcessError, startJobProcess } from './job-process.js';

export interface ProcessPoolOptions extends JobProcessOptions {
  /** Most processes at once. */
  processes: number;
  /** Most jobs that wait for a process. */
  maxWaiting: number;
  /** A process without work ends after this, ms. */
  idleMs: number;
}

export interface ProcessPool<Job, Result> {
  /** Runs a job alone in a process; rejects as JobProcess.run does, and with `busy` when too many wait. */
  run(job: Job, signal?: AbortSignal): Promise<Result>;
  /** Processes alive. */
  processCount(): number;
  /** Kills every process; what runs or waits fails with `closed`. */
  close(): Promise<void>;
}

/** Makes a pool; no process is started before the first job. */
export function createProcessPool<Job, Result>(options: ProcessPoolOptions): ProcessPool<Job, Result> {
  const alive = new Set<JobProcess<Job, Result>>();
  /** Processes without work, and the timers that end them. */
  const resting = new Map<JobProcess<Job, Result>, NodeJS.Timeout>();
  const waiting: { start(): void; fail(error: unknown): void }[] = [];
  /** Places held: by a job, or by a process that is being ended. */
  let held = 0;
  let closing: Promise<void> | undefined;

  /** A rested process, the last to go to rest first, or a new one. */
  function wake(): JobProcess<Job, Result> {
    const rested = [...resting].pop();
    if (rested) {
      clearTimeout(rested[1]);
      resting.delete(rested[0]);
      return rested[0];
    }
    const started = startJobProcess<Job, Result>(options, () => {
      clearTimeout(resting.get(started));
      resting.delete(started);
      alive.delete(started);
    });
    alive.add(started);
    return started;
  }

  function rest(process: JobProcess<Job, Result>): void {
    process.rest();
    const timer = setTimeout(() => {
      resting.delete(process);
      void process.end();
    }, options.idleMs);
    resting.set(process, timer.unref());
  }

  /** Rejects when too many wait already, or when the caller leaves. */
  function takePlace(signal: AbortSignal | undefined): Promise<void> {
    if (held < options.processes) {
      held += 1;
      return Promise.resolve();
    }
    if (waiting.length >= options.maxWaiting) return Promise.reject(new ProcessError('busy'));
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(place), 1);
        place.fail(signal?.reason);
      };
      const place = {
        start() {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        fail(error: unknown) {
          signal?.removeEventListener('abort', leave);
          reject(error);
        },
      };
      signal?.addEventListener('abort', leave);
      waiting.push(place);
    });
  }

  /** The place goes to the next who waits, so that nobody can slip in between. */
  function passPlaceOn(): void {
    const next = waiting.shift();
    if (next) next.start();
    else held -= 1;
  }

  return {
    async run(job, signal) {
      signal?.throwIfAborted();
      if (closing) throw new ProcessError('closed');
      await takePlace(signal);
      if (closing) throw new ProcessError('closed');
      const process = wake();
      try {
        const result = await process.run(job, signal);
        if (!closing) rest(process);
        passPlaceOn();
        return result;
      } catch (error) {
        // The place is free once the memory is.
        void process.end().then(passPlaceOn);
        throw error;
      }
    },
    processCount: () => alive.size,
    close() {
      closing ??= (async () => {
        for (const place of waiting.splice(0)) place.fail(new ProcessError('closed'));
        for (const process of alive) process.fail(new ProcessError('closed'));
        await Promise.all([...alive].map((process) => process.end()));
      })();
      return closing;
    },
  };
}
