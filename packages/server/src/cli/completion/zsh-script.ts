// Completion for zsh, with descriptions beside the words.
import { flattenTree, type TreeCommand } from './command-tree.js';

/** `'word:what it does'`: colons and quotes of its own are escaped. */
function entry(word: string, description: string): string {
  const quoted = `${word.replaceAll(':', '\\:')}:${description}`.replaceAll("'", "'\\''");
  return `'${quoted}'`;
}

/** The script; it works from a file on \$fpath and when it is sourced. */
export function writeZshScript(tree: TreeCommand): string {
  const commands = flattenTree(tree);
  const steps = commands.slice(1).map((command) => `      '${command.path}') at='${command.path}' ;;`);
  const values = commands.flatMap((command) =>
    command.options
      .filter((option) => option.value !== 'none')
      .map(({ flags, value }) => {
        const patterns = flags.map((flag) => `'${command.path} ${flag}'`).join(' | ');
        if (value === 'file') return `    ${patterns}) _files; return ;;`;
        if (typeof value === 'string') return `    ${patterns}) return ;;`;
        return `    ${patterns}) compadd -- ${value.join(' ')}; return ;;`;
      }),
  );
  const lists = commands.map((command) => {
    const children = command.commands.map((child) => entry(child.name, child.description));
    const words = command.words.map((word) => entry(word, ''));
    const options = command.options.flatMap((option) => option.flags.map((flag) => entry(flag, option.description)));
    return `    '${command.path}') entries=(${[...children, ...words, ...options].join(' ')}) ;;`;
  });
  return `#compdef inkling
# Completion of inkling for zsh. To have it in every shell, in a folder of $fpath:
#   inkling completion zsh > ~/.zfunc/_inkling
_inkling() {
  local at=inkling word previous=\${words[CURRENT-1]}
  local -a entries
  for word in \${words[2,CURRENT-1]}; do
    case "$at $word" in
${steps.join('\n')}
    esac
  done
  case "$at $previous" in
${values.join('\n')}
  esac
  case "$at" in
${lists.join('\n')}
  esac
  _describe inkling entries
}
if [ "$funcstack[1]" = _inkling ]; then _inkling "$@"; else compdef _inkling inkling; fi
`;
}
