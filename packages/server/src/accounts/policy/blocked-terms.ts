// Terms that a prompt may not hold: words and phrases in any script, or patterns written as `/…/`.
import { remember } from '../../core/remember.js';

export interface TermMatcher {
  /** The first term that the text holds, as it stands in the list; undefined when it holds none. */
  find(text: string): string | undefined;
}

/** Invisible characters that are put between letters to hide a word: soft hyphen, zero-width, direction, variation. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Text as it is compared: compatibility forms unified (full-width letters), lower case, nothing invisible. */
function normalize(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').toLowerCase();
}

/** Letters of scripts that put spaces between words; Chinese and its like are found anywhere in a text. */
const spacedLetter = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}\\p{N}]';

/** A term as a pattern: whole words, any white space or punctuation between them; a trailing `*` lets the word go on. */
function termPattern(term: string): RegExp {
  const body = normalize(term).trim();
  const open = body.endsWith('*');
  const words = (open ? body.slice(0, -1) : body)
    .split(/[\s_-]+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const core = words.join('[\\s\\p{P}_]{1,3}');
  const isSpaced = (at: number) => new RegExp(spacedLetter, 'u').test([...words.join('')].at(at) ?? '');
  const before = isSpaced(0) ? `(?<!${spacedLetter})` : '';
  const after = isSpaced(-1) && !open ? `(?!${spacedLetter})` : '';
  return new RegExp(`${before}${core}${after}`, 'u');
}

/** `/nud(e|ity)/` is a pattern of its own; case never counts. Throws a SyntaxError for a broken one. */
function compileTerm(term: string): RegExp {
  const pattern = /^\/(.+)\/$/s.exec(term.trim())?.[1];
  return pattern === undefined ? termPattern(term) : new RegExp(pattern, 'iu');
}

/**
 * A text as the lists read it: plainly, and with letters that were pulled apart (`p o r n`, `p.o.r.n`) put together. The
 * last one is remembered: a prompt is looked at by several lists, one after the other.
 */
const readText = remember(1, (text) => {
  const plain = normalize(text);
  const joined = plain.replace(/(?<=(?:^|[\s\p{P}])\p{L})[\s\p{P}_]{1,2}(?=\p{L}(?:[\s\p{P}]|$))/gu, '');
  return { plain, joined };
});

/** Compiles a list once. Throws a SyntaxError naming the term that is no valid pattern. */
export function createTermMatcher(terms: readonly string[]): TermMatcher {
  const compiled = terms.map((term) => ({ term, pattern: compileTerm(term) }));
  return {
    find(text) {
      const { plain, joined } = readText(text);
      return compiled.find(({ pattern }) => pattern.test(plain) || (joined !== plain && pattern.test(joined)))?.term;
    },
  };
}
