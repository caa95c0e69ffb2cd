// Questions about the tokens to come, which decide what an ambiguous word means here.
import { senseOf } from '../lexicon/senses.js';
import { can, plays, type Token } from './tokens.js';

/** Can the token be a thing, a place or a body of the sky? */
export function isNounLike(token: Token | undefined): boolean {
  return can(token, 'noun') || can(token, 'setting') || can(token, 'sky');
}

/** A word the lexicon does not know. */
export function isUnknown(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.senses.length === 0;
}

/** Adjectives and the like: they may stand between a modifier and its noun. */
function isDescriptive(token: Token): boolean {
  return (
    can(token, 'colour') ||
    can(token, 'material') ||
    can(token, 'size') ||
    can(token, 'ignored') ||
    can(token, 'mood') ||
    can(token, 'palette') ||
    can(token, 'season') ||
    plays(token, 'very') ||
    plays(token, 'de')
  );
}

/** How far the look-ahead goes, in tokens: keeps the whole reading linear. */
const horizon = 7;

/** Does a noun follow within the same noun phrase, so that the word before it describes it? */
export function nounFollows(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at < Math.min(tokens.length, start + horizon); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') return false;
    if (can(token, 'medium')) return false;
    if (isNounLike(token)) return true;
    // `a red and blue ball`: `and` only joins two descriptions.
    if (plays(token, 'and') && isColourWord(tokens[at + 1])) continue;
    // An unknown word before a noun is an adjective, and nothing is lost if it is the noun.
    if (isUnknown(token) && token.script === 'latin') return true;
    if (isUnknown(token)) continue;
    if (!isDescriptive(token) && !can(token, 'measure') && !can(token, 'number')) return false;
    if (can(token, 'number') && token.script === 'latin') return false;
  }
  return false;
}

function isColourWord(token: Token | undefined): boolean {
  return can(token, 'colour') || can(token, 'material');
}

/** How far a Chinese clause is searched for its 的, in tokens. */
const clauseHorizon = 24;

/**
 * Does the Chinese verb at `start` open an attributive clause (穿着红裙子**的**女孩)? True when, in the same clause, a 的
 * follows an object, a place word or a verb, and a noun follows the 的.
 */
export function isAttributive(tokens: readonly Token[], start: number): boolean {
  for (let at = start + 1; at < Math.min(tokens.length, start + clauseHorizon); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break') return false;
    if (!plays(token, 'de')) continue;
    const before = tokens[at - 1];
    const closes =
      before?.kind === 'quote' ||
      can(before, 'noun') ||
      can(before, 'setting') ||
      can(before, 'sky') ||
      can(before, 'localiser') ||
      can(before, 'action');
    if (closes && !can(before, 'colour') && headFollows(tokens, at + 1)) return true;
  }
  return false;
}

/** After 的: a noun of its own, perhaps with its description; not the name of a picture (照片). */
export function headFollows(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at < Math.min(tokens.length, start + horizon); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || can(token, 'medium')) return false;
    if (can(token, 'noun') || can(token, 'setting')) return senseOf(token.senses, 'noun')?.nounClass !== 'body';
    if (!isDescriptive(token) && !can(token, 'measure') && !can(token, 'number') && !isUnknown(token)) return false;
  }
  return false;
}

/** The place word that belongs to the noun at `at` (桌子上, 椅子的左边): its index, or -1. */
export function localiserAfter(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  if (can(next, 'localiser') && next?.script === 'han') return at + 1;
  if (plays(next, 'de') && can(tokens[at + 2], 'localiser')) {
    const word = tokens[at + 2];
    // 猫的中 is nothing; after 的 only the full words count.
    return word !== undefined && word.text.length > 1 ? at + 2 : -1;
  }
  return -1;
}

/** After the comma at `start - 1`: do only noun phrases and commas follow, up to an `and` (`a cat, a dog, and a bird`)? */
export function listContinues(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at < Math.min(tokens.length, start + clauseHorizon); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.script === 'han' || token.strength === 2) return false;
    if (plays(token, 'and')) return !isColourWord(tokens[at + 1]);
    if (can(token, 'preposition') || can(token, 'bond') || can(token, 'action') || plays(token, 'be')) return false;
  }
  return false;
}
