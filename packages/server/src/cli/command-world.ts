// The world as a command sees it: environment, streams and signals. Tests hand in one of their own.
import { type Environment, processEnvironment } from '../config/environment.js';

/** A stream that takes text or bytes. */
export interface Output {
  write(chunk: string | Uint8Array): unknown;
  /** True on a terminal. */
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal in characters. */
  readonly columns?: number | undefined;
}

export type StopSignal = 'SIGINT' | 'SIGTERM';

export interface CommandWorld {
  readonly env: Environment;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /** Results: what one would pipe on. */
  readonly stdout: Output;
  /** Everything said to a person. */
  readonly stderr: Output;
  /** Calls back on every SIGINT and SIGTERM, which then no longer end the process. Returns the function that undoes it. */
  onSignal(listener: (signal: StopSignal) => void): () => void;
  /** Ends the process now, whatever is open. */
  exitNow(code: number): void;
}

/** The world of this process. */
export function processWorld(): CommandWorld {
  // A reader that has seen enough (`| head -1`) is no fault of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    env: processEnvironment(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    onSignal(listener) {
      const signals: StopSignal[] = ['SIGINT', 'SIGTERM'];
      for (const signal of signals) process.on(signal, listener);
      return () => {
        for (const signal of signals) process.off(signal, listener);
      };
    },
    exitNow: (code) => process.exit(code),
  };
}
