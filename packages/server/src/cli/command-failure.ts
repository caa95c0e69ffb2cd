// A command that cannot do what it was asked says why and what to do next; nobody is shown a stack.
import { type ExitCode, exitCodes } from './exit-code.js';

/** Thrown by commands. The message is a sentence without full stop; `hint` is the next step, likewise. */
export class CommandFailure extends Error {
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;
  constructor(message: string, options: ErrorOptions & { hint?: string | undefined; exitCode?: ExitCode } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'CommandFailure';
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? exitCodes.failed;
  }
}

/** What a system call's error means, in words; the error's own message where it is none of the usual ones. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'there is a file where a folder should be';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
