// Completion for bash, 3.2 and newer: nothing is started while somebody types, all words are in the script.
import { flattenTree, type TreeCommand } from './command-tree.js';

/** What can be typed after a command, its options last. */
function wordsOf(command: TreeCommand): string {
  return [
    ...command.commands.map((child) => child.name),
    ...command.words,
    ...command.options.flatMap((option) => option.flags),
  ].join(' ');
}

/** The script; `inkling` is its only command. */
export function writeBashScript(tree: TreeCommand): string {
  const commands = flattenTree(tree);
  const steps = commands.slice(1).map((command) => `      '${command.path}') at='${command.path}' ;;`);
  const values = commands.flatMap((command) =>
    command.options
      .filter((option) => option.value !== 'none')
      .map(({ flags, value }) => {
        const patterns = flags.map((flag) => `'${command.path} ${flag}'`).join(' | ');
        if (value === 'file') return `    ${patterns}) COMPREPLY=($(compgen -f -- "$current")); return ;;`;
        if (typeof value === 'string') return `    ${patterns}) return ;;`;
        return `    ${patterns}) COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$current")); return ;;`;
      }),
  );
  const words = commands.map((command) => `    '${command.path}') words='${wordsOf(command)}' ;;`);
  return `# Completion of inkling for bash. To have it in every shell:
#   inkling completion bash > ~/.local/share/bash-completion/completions/inkling
_inkling() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" at=inkling word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
    case "$at $word" in
${steps.join('\n')}
    esac
  done
  case "$at $previous" in
${values.join('\n')}
  esac
  case "$at" in
${words.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o filenames -F _inkling inkling
`;
}
