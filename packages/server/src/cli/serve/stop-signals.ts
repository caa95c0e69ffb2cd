// How a long-running command is told to stop: the first signal asks, the second one does not ask.
import type { CommandWorld, StopSignal } from '../command-world.js';

export interface StopRequest {
  /** Resolves at the first SIGINT or SIGTERM. */
  readonly asked: Promise<StopSignal>;
  /** Stops listening: signals end the process again as they always did. */
  release(): void;
}

/** Exit codes of a process ended by a signal: 128 + its number. */
const codeOfSignal = { SIGINT: 130, SIGTERM: 143 } as const;

/** Listens from now on; a second signal ends the process at once. */
export function listenForStop(world: CommandWorld): StopRequest {
  let first = true;
  let release = (): void => undefined;
  const asked = new Promise<StopSignal>((resolve) => {
    release = world.onSignal((signal) => {
      if (!first) return world.exitNow(codeOfSignal[signal]);
      first = false;
      resolve(signal);
    });
  });
  return { asked, release: () => release() };
}
