// The command line as a tree of what can be typed, read from Commander, for scripts that complete it.
import type { Command, Option } from 'commander';

export interface TreeOption {
  /** As typed, the short one first: `-o`, `--output`. */
  flags: string[];
  description: string;
  /** What follows it: nothing, the name of a file, one of a few words, or anything. */
  value: 'none' | 'file' | 'text' | readonly string[];
}

export interface TreeCommand {
  /** `inkling keys add`. */
  path: string;
  name: string;
  description: string;
  options: TreeOption[];
  /** Words that stand for its argument, where there are only a few. */
  words: readonly string[];
  commands: TreeCommand[];
}

/** `<png|jpg>` names its words, `<file>` and `<file or URL>` take files. */
function valueAfter(option: Option): TreeOption['value'] {
  const [, placeholder] = /[<[](.+?)[>\]]/.exec(option.flags) ?? [];
  if (option.argChoices) return option.argChoices;
  if (placeholder === undefined) return 'none';
  if (/\|/.test(placeholder)) return placeholder.split('|');
  return /\bfile\b/.test(placeholder) ? 'file' : 'text';
}

const helpOption: TreeOption = { flags: ['-h', '--help'], description: 'display help', value: 'none' };

/** The tree below a command. */
export function readCommandTree(command: Command, parentPath = ''): TreeCommand {
  const path = `${parentPath} ${command.name()}`.trim();
  const help = command.createHelp();
  return {
    path,
    name: command.name(),
    description: command.description(),
    options: [
      ...help.visibleOptions(command).flatMap((option): TreeOption[] => {
        if (option.long === '--help') return [];
        const flags = [option.short, option.long].filter((flag) => flag !== undefined);
        return [{ flags, description: option.description, value: valueAfter(option) }];
      }),
      helpOption,
    ],
    words: command.registeredArguments[0]?.argChoices ?? [],
    commands: help.visibleCommands(command).map((child) => readCommandTree(child, path)),
  };
}

/** A command and everything below it, itself first. */
export function flattenTree(command: TreeCommand): TreeCommand[] {
  return [command, ...command.commands.flatMap(flattenTree)];
}
