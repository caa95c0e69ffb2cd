// Colours for terminals, and nothing where they would be noise.
import type { Environment } from '../config/environment.js';
import type { Output } from './command-world.js';

export interface TextStyle {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  accent(text: string): string;
}

/** Colours if `output` is a terminal that wants them: NO_COLOR (no-color.org) and TERM=dumb turn them off. */
export function textStyleFor(output: Output, env: Environment): TextStyle {
  const coloured = output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const wrap = (open: number, close: number) => (text: string) =>
    coloured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    good: wrap(32, 39),
    bad: wrap(31, 39),
    warn: wrap(33, 39),
    accent: wrap(36, 39),
  };
}

/** Text from elsewhere as it may be shown on a terminal: without control characters, which could drive the terminal. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}
