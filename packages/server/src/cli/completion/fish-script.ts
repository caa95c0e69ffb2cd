// Completion for fish, with descriptions beside the words.
import { flattenTree, type TreeCommand, type TreeOption } from './command-tree.js';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** When a command's words are offered: all of its path was typed, and none of its commands yet. */
function condition(command: TreeCommand): string {
  const path = command.path.split(' ').slice(1);
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const below = command.commands.map((child) => child.name).join(' ');
  const all = [...seen, ...(below === '' ? [] : [`not __fish_seen_subcommand_from ${below}`])];
  return all.length === 0 ? 'true' : all.join('; and ');
}

function optionLine(when: string, { flags, description, value }: TreeOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const takes = value === 'none' ? '' : value === 'file' ? ' -r -F' : ' -x';
  const words = typeof value === 'string' ? '' : ` -a ${quote(value.join(' '))}`;
  return `complete -c inkling -n ${quote(when)} ${names.join(' ')}${takes}${words} -d ${quote(description)}`;
}

/** The script: one line for each thing that can be typed. */
export function writeFishScript(tree: TreeCommand): string {
  const lines = flattenTree(tree).flatMap((command) => {
    const when = condition(command);
    const child = (name: string, description: string) =>
      `complete -c inkling -n ${quote(when)} -a ${quote(name)} -d ${quote(description)}`;
    return [
      ...command.commands.map(({ name, description }) => child(name, description)),
      ...command.words.map((word) => child(word, '')),
      ...command.options.map((option) => optionLine(when, option)),
    ];
  });
  return `# Completion of inkling for fish. To have it in every shell:
#   inkling completion fish > ~/.config/fish/completions/inkling.fish
complete -c inkling -f
${lines.join('\n')}
`;
}
