// A world for commands under test: streams that keep what was written, and signals sent by hand.
import type { CommandWorld, StopSignal } from '../../../src/cli/command-world.js';

export interface FakeWorld extends CommandWorld {
  /** Everything written to standard output, as text. */
  output(): string;
  /** Everything written to standard error, as text. */
  errors(): string;
  /** Sends a signal to whoever listens; how many do. */
  send(signal: StopSignal): number;
  /** Exit codes that exitNow was called with. */
  readonly exits: number[];
}

export interface FakeWorldOptions {
  env?: Record<string, string>;
  /** Both outputs are terminals of this many columns. */
  columns?: number;
  stdin?: string;
}

export function createFakeWorld(options: FakeWorldOptions = {}): FakeWorld {
  const written = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  const listeners = new Set<(signal: StopSignal) => void>();
  const exits: number[] = [];
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (chunk: string | Uint8Array) => written[name].push(Buffer.from(chunk)),
    isTTY: options.columns !== undefined,
    columns: options.columns,
  });
  async function* stdin() {
    if (options.stdin !== undefined) yield options.stdin;
  }
  return {
    env: options.env ?? {},
    stdin: stdin(),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    onSignal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exitNow: (code) => void exits.push(code),
    output: () => Buffer.concat(written.stdout).toString('utf8'),
    errors: () => Buffer.concat(written.stderr).toString('utf8'),
    send(signal) {
      for (const listener of [...listeners]) listener(signal);
      return listeners.size;
    },
    exits,
  };
}
