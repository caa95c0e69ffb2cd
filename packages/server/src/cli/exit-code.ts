// What the exit code of a command says.

export const exitCodes = {
  /** It did what it was asked. */
  done: 0,
  /** It could not; standard error says why. */
  failed: 1,
  /** It was asked wrongly: unknown option, missing argument. */
  usage: 2,
  /** Interrupted by Ctrl-C: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
