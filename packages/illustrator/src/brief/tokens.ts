// Cuts a prompt into tokens: English words and phrases, Chinese words by the best cut over the lexicon, quotes, breaks.
import { getLexicon, type Lexicon } from '../lexicon/lexicon.js';
import { type AnySense, type SenseKind, senseOf } from '../lexicon/senses.js';
import { cutChinese } from './cut-chinese.js';
import type { Quote } from './quotes.js';

/** A word or phrase, a quoted text, or a break between clauses. */
export interface Token {
  kind: 'word' | 'quote' | 'break';
  /** As it stands in the prompt, without quote marks. */
  text: string;
  script: 'latin' | 'han' | 'other';
  /** What the lexicon says it can mean; empty for an unknown word. */
  senses: readonly AnySense[];
  /** An English plural. */
  plural: boolean;
  /** English `'s`. */
  possessive: boolean;
  /** For breaks: 1 between clauses (comma), 2 between sentences. */
  strength: 0 | 1 | 2;
}

/** A word-like piece before the dictionary is asked. */
interface Piece {
  text: string;
  script: Token['script'] | 'mark';
}

const piecePattern =
  /(\d+(?:[.:/×x]\d+)+)|([\p{Script=Latin}\p{M}\d]+(?:['’][\p{Script=Latin}]+)*)|(\p{Script=Han}+)|([\p{L}\p{M}]+)|([\n.,，。;；:：!！?？、&+()（）[\]【】{}《》<>|…—~～])/gu;

const sentenceMarks = new Set(['.', '。', ';', '；', '!', '！', '?', '？', '\n', '…']);

function makeToken(text: string, script: Token['script'], senses: readonly AnySense[], plural = false): Token {
  return { kind: 'word', text, script, senses, plural, possessive: false, strength: 0 };
}

function makeBreak(mark: string): Token {
  const token = makeToken(mark, 'other', []);
  return { ...token, kind: 'break', strength: sentenceMarks.has(mark) ? 2 : 1 };
}

const andSense: AnySense = { kind: 'function', value: 'and', confidence: 1 };
const ignoredSense: AnySense = { kind: 'ignored', value: true, confidence: 1 };

/** Reads a run of Latin words, longest phrase first. */
function readLatin(run: readonly string[], lexicon: Lexicon, tokens: Token[]): void {
  const words = run.map((word) => word.toLowerCase().replace(/’/g, "'"));
  let at = 0;
  while (at < run.length) {
    const word = words[at] ?? '';
    const hit = lexicon.findEnglish(words, at);
    const apart = hit !== undefined && hit.length > 1 && firstStandsApart(words, at, hit.length, lexicon);
    if (apart) {
      tokens.push(makeToken(run[at] ?? '', 'latin', lexicon.findEnglish([word], 0)?.senses ?? []));
      at += 1;
    } else if (hit !== undefined) {
      tokens.push(makeToken(run.slice(at, at + hit.length).join(' '), 'latin', hit.senses, hit.plural));
      at += hit.length;
    } else {
      at += 1;
      readStrayWord(run[at - 1] ?? '', lexicon, tokens);
    }
  }
}

/** A word that begins no phrase of the dictionary: an owner (`king's`), or an odd one. */
function readStrayWord(text: string, lexicon: Lexicon, tokens: Token[]): void {
  const base = text.toLowerCase().replace(/['’]s$/, '');
  if (base.length < text.length && base !== '') {
    const owner = lexicon.findEnglish([base], 0);
    tokens.push({ ...makeToken(base, 'latin', owner?.senses ?? []), possessive: true });
  } else tokens.push(...readOddWord(text, lexicon));
}

/**
 * Does the first word leave a phrase that ends too early? `red wine glass` is a red wine glass, not a glass of red wine;
 * `in the rain forest` is a forest, not rain.
 */
function firstStandsApart(words: readonly string[], at: number, length: number, lexicon: Lexicon): boolean {
  const first = lexicon.findEnglish(words.slice(at, at + 1), 0);
  if (first === undefined) return false;
  if (senseOf(first.senses, 'preposition') !== undefined) {
    for (let step = 1; step < length; step += 1) {
      const inner = lexicon.findEnglish(words, at + step);
      if (inner !== undefined && inner.length > 1 && step + inner.length > length) return true;
    }
    return false;
  }
  if (senseOf(first.senses, 'colour') === undefined) return false;
  const rest = lexicon.findEnglish(words, at + 1);
  return rest !== undefined && rest.length >= length && senseOf(rest.senses, 'noun') !== undefined;
}

/** A word the dictionary does not have as it stands: digits, digits glued to a noun (`2girls`), or unknown. */
function readOddWord(text: string, lexicon: Lexicon): Token[] {
  const glued = /^(\d+)(\p{L}*)$/u.exec(text.toLowerCase());
  if (glued === null) return [makeToken(text, 'latin', [])];
  const value = Number.parseInt(glued[1] ?? '', 10);
  const number = makeToken(glued[1] ?? '', 'latin', [{ kind: 'number', value, confidence: value <= 99 ? 1 : 0.5 }]);
  if (glued[2] === '') return [number];
  const rest = lexicon.findEnglish([glued[2] ?? ''], 0);
  return rest === undefined
    ? [makeToken(text, 'latin', [ignoredSense])]
    : [number, makeToken(glued[2] ?? '', 'latin', rest.senses, rest.plural)];
}

/** Cuts the text between two quotes into pieces; hyphens and spaces only separate. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(piecePattern)) {
    // A dash with space around it parts clauses; a hyphen inside a word does not.
    if (/\s[-–]\s/.test(text.slice(end, match.index))) pieces.push({ text: ',', script: 'mark' });
    end = match.index + match[0].length;
    const [whole, decimal, latin, han, other] = match;
    if (decimal !== undefined) pieces.push({ text: '16:9', script: 'mark' });
    else if (latin !== undefined) pieces.push({ text: whole, script: 'latin' });
    else if (han !== undefined) pieces.push({ text: whole, script: 'han' });
    else if (other !== undefined) pieces.push({ text: whole, script: 'other' });
    else pieces.push({ text: whole, script: 'mark' });
  }
  return pieces;
}

function readStretch(text: string, lexicon: Lexicon, tokens: Token[]): void {
  const pieces = piecesOf(text);
  let run: string[] = [];
  const flush = (): void => {
    readLatin(run, lexicon, tokens);
    run = [];
  };
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const next = pieces[at + 1];
    if (piece.script === 'latin') {
      // T恤, Q版: one Chinese word that begins with a Latin letter or a digit.
      const glued = next?.script === 'han' && piece.text.length <= 2 ? gluedWord(piece.text, next.text, lexicon) : '';
      if (glued !== '' && next !== undefined) {
        flush();
        tokens.push(makeToken(glued, 'han', lexicon.findChinese(glued.toLowerCase()) ?? []));
        next.text = next.text.slice(glued.length - piece.text.length);
      } else run.push(piece.text);
      continue;
    }
    flush();
    if (piece.script === 'han') {
      for (const cut of cutChinese(piece.text, lexicon)) tokens.push(makeToken(cut.text, 'han', cut.senses));
    } else if (piece.script === 'other') tokens.push(makeToken(piece.text, 'other', []));
    else if (piece.text === '、' || piece.text === '&' || piece.text === '+') {
      tokens.push(makeToken(piece.text, 'other', [andSense]));
    } else if (piece.text === '16:9') tokens.push(makeToken(piece.text, 'other', [ignoredSense]));
    else tokens.push(makeBreak(piece.text));
  }
  flush();
}

function gluedWord(latin: string, han: string, lexicon: Lexicon): string {
  for (let length = 3; length >= 1; length -= 1) {
    const word = latin + han.slice(0, length);
    if (lexicon.findChinese(word.toLowerCase()) !== undefined) return word;
  }
  return '';
}

/** The prompt as tokens; the text between the marks of each of `quotes` becomes one quote token. */
export function tokenise(prompt: string, quotes: readonly Quote[]): Token[] {
  const lexicon = getLexicon();
  const tokens: Token[] = [];
  let at = 0;
  for (const quote of quotes) {
    readStretch(prompt.slice(at, quote.start), lexicon, tokens);
    tokens.push({ ...makeToken(quote.text, 'other', []), kind: 'quote' });
    at = quote.end;
  }
  readStretch(prompt.slice(at), lexicon, tokens);
  return tokens;
}

/** Does the token have a sense of that kind? */
export function can(token: Token | undefined, kind: SenseKind): boolean {
  return token !== undefined && senseOf(token.senses, kind) !== undefined;
}

/** Does the token play that small-word role? */
export function plays(token: Token | undefined, role: string): boolean {
  return token !== undefined && senseOf(token.senses, 'function')?.value === role;
}
