// `--timeout`, for every command that waits for a task.
import { CommandFailure } from './command-failure.js';
import { exitCodes } from './exit-code.js';

/** Longest wait for a task unless `--timeout` says otherwise, s. */
const defaultTimeoutS = 600;

/** In ms; at most a day. Throws CommandFailure for what is no such number. */
export function readTimeout(text: string | undefined): number {
  const seconds = text === undefined ? defaultTimeoutS : Number(text);
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
  throw new CommandFailure(`--timeout takes seconds up to 86400, not '${text}'`, { exitCode: exitCodes.usage });
}
