// One child process that does one job at a time, and can be killed in the middle of it.
import { fork } from 'node:child_process';

/** `busy`: too many wait. `slow`: killed at the time limit. `crashed`: the job took its process down. `closed`: stopping. */
export class ProcessError extends Error {
  readonly reason: 'busy' | 'slow' | 'crashed' | 'closed';

  constructor(reason: ProcessError['reason'], options?: ErrorOptions) {
    super(`job process: ${reason}`, options);
    this.name = 'ProcessError';
    this.reason = reason;
  }
}

export interface JobProcessOptions {
  /** The child's module: sends `{ ready: true }` once it can work, then answers each message with `{ result }` or `{ fault }`. */
  entry: URL;
  /** Longest time a job may run, ms. */
  timeLimitMs: number;
  /** Most memory for JavaScript objects, MiB. */
  maxHeapMb: number;
}

/** What a child sends. `fault`: something of ours went wrong, in words for the log. */
export type ChildMessage<Result> = { ready: true } | { result: Result } | { fault: string };

export interface JobProcess<Job, Result> {
  /** Rejects with a ProcessError, the reason of `signal`, or a fault of ours; the process must then be ended. */
  run(job: Job, signal: AbortSignal | undefined): Promise<Result>;
  /** While it rests, the child does not keep this process alive. */
  rest(): void;
  /** Ends the job with `error`; the child itself is ended by `end()`. */
  fail(error: Error): void;
  /** Kills the child; resolves once it is gone, and its memory with it. */
  end(): Promise<void>;
}

/** Starts a child. `onExit` runs once, when it is gone, for whatever reason. */
export function startJobProcess<Job, Result>(options: JobProcessOptions, onExit: () => void): JobProcess<Job, Result> {
  const child = fork(options.entry, {
    // Structured clone: bytes stay bytes.
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${options.maxHeapMb}`],
    // It reads hostile bytes, so it gets none of our secrets.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let ready = false;
  let current: { resolve(result: Result): void; reject(error: unknown): void } | undefined;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      const how = new Error(`the child process ended with ${signal ?? `code ${code}`}`);
      // Before it could work, no job can be to blame.
      current?.reject(ready ? new ProcessError('crashed', { cause: how }) : how);
      onExit();
      resolve();
    });
    // The child could not be started at all: there will be no exit.
    child.once('error', (error) => {
      current?.reject(error);
      if (child.pid !== undefined) return;
      onExit();
      resolve();
    });
  });
  child.on('message', (message: ChildMessage<Result>) => {
    if ('ready' in message) ready = true;
    else if ('result' in message) current?.resolve(message.result);
    else current?.reject(new Error(message.fault));
  });

  return {
    async run(job, signal) {
      signal?.throwIfAborted();
      child.ref();
      child.channel?.ref();
      const abort = () => current?.reject(signal?.reason);
      const timer = setTimeout(() => current?.reject(new ProcessError('slow')), options.timeLimitMs);
      try {
        return await new Promise<Result>((resolve, reject) => {
          current = { resolve, reject };
          signal?.addEventListener('abort', abort);
          // A child that is already gone is told by its exit.
          child.send({ job }, () => undefined);
        });
      } finally {
        current = undefined;
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
    rest() {
      child.unref();
      child.channel?.unref();
    },
    fail: (error) => current?.reject(error),
    end() {
      // Whoever waits for the end must see it, even if the child was at rest.
      child.ref();
      child.kill('SIGKILL');
      return gone;
    },
  };
}
