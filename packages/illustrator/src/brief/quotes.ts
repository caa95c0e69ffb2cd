// Finds quoted text in a prompt, in any script and any quote marks, and tells an apostrophe from a quote.

/** A quoted span: `text` without its marks, `start`/`end` with them (UTF-16 offsets, end exclusive). */
export interface Quote {
  text: string;
  start: number;
  end: number;
}

/** Text longer than this (characters) is a quoted prompt, not something to letter. */
const longestLettering = 120;

// Marks people mix freely ("…”, ”…“, ＂…") close one another within a family.
const doubleMarks = '"“”„‟＂〝〞';
const singleOpening = "'‘‚‛＇`";
const singleClosing = "'’＇`";
const pairs: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '«': '»',
  '‹': '›',
  '﹁': '﹂',
  '﹃': '﹄',
  '《': '》',
};

const wordCharacter = /[\p{Script=Latin}\p{N}]/u;

/** End index of the quote that opens at `start`, or -1. */
function findClosing(prompt: string, start: number, closing: string, single: boolean): number {
  const limit = Math.min(prompt.length, start + 1 + longestLettering + 1);
  for (let index = start + 1; index < limit; index += 1) {
    if (!closing.includes(prompt[index] ?? '')) continue;
    // Inside single quotes an apostrophe has a letter on both sides: 'It's mine'.
    if (single && wordCharacter.test(prompt[index - 1] ?? '') && wordCharacter.test(prompt[index + 1] ?? '')) continue;
    return index;
  }
  return -1;
}

/** All quotes of the prompt, in order, not nested; empty ones are skipped. Linear: each mark looks ahead a fixed way. */
export function findQuotes(prompt: string): Quote[] {
  const quotes: Quote[] = [];
  let index = 0;
  while (index < prompt.length) {
    const mark = prompt[index] ?? '';
    let closing = '';
    let single = false;
    if (doubleMarks.includes(mark)) closing = doubleMarks;
    else if (singleOpening.includes(mark) && !wordCharacter.test(prompt[index - 1] ?? '')) {
      closing = singleClosing;
      single = true;
    } else closing = pairs[mark] ?? '';
    const end = closing === '' ? -1 : findClosing(prompt, index, closing, single);
    const text = end < 0 ? '' : prompt.slice(index + 1, end).trim();
    if (text === '' || (single && isContraction(text))) {
      // An empty pair is passed over whole, so that its second mark opens nothing.
      index = end === index + 1 ? end + 1 : index + 1;
      continue;
    }
    quotes.push({ text, start: index, end: end + 1 });
    index = end + 1;
  }
  return quotes;
}

/** `rock 'n' roll`: the marks stand for dropped letters. */
function isContraction(text: string): boolean {
  return text.toLowerCase() === 'n';
}
