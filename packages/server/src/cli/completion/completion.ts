// `inkling completion`: a script that lets a shell complete commands and options.
import type { Command } from 'commander';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { writeBashScript } from './bash-script.js';
import { readCommandTree } from './command-tree.js';
import { writeFishScript } from './fish-script.js';
import { writeZshScript } from './zsh-script.js';

/** Shells there is a script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

const writers = { bash: writeBashScript, zsh: writeZshScript, fish: writeFishScript };

/** Prints the script of a shell for the commands of `program`. */
export function printCompletion(shell: (typeof shells)[number], program: Command, world: CommandWorld): ExitCode {
  world.stdout.write(writers[shell](readCommandTree(program)));
  return exitCodes.done;
}
