// Ctrl-C, for commands that wait for something.
import { CommandFailure } from './command-failure.js';
import type { CommandWorld } from './command-world.js';
import { exitCodes } from './exit-code.js';

export interface Interruption {
  /** Aborts at SIGINT and SIGTERM; its reason is a CommandFailure with exit code 130. */
  readonly signal: AbortSignal;
  /** Leaves the signals to the process again. */
  release(): void;
}

/** Listens from now on. */
export function listenForInterruption(world: CommandWorld): Interruption {
  const controller = new AbortController();
  const release = world.onSignal(() =>
    controller.abort(new CommandFailure('Interrupted', { exitCode: exitCodes.interrupted })),
  );
  return { signal: controller.signal, release };
}
