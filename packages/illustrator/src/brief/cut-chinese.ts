// Cuts a run of Chinese characters into words: the cheapest cut over the lexicon, found from the end (dynamic programming).
import type { Lexicon } from '../lexicon/lexicon.js';
import { type AnySense, senseOf } from '../lexicon/senses.js';
import { toSimplified } from '../lexicon/traditional.js';

/** One word of the cut; unknown characters that stand together form one word without senses. */
export interface ChineseWord {
  text: string;
  senses: readonly AnySense[];
}

// Few long words beat many short ones; a known character beats an unknown one.
const longWordCost = 1;
const characterCost = 1.7;
const unknownCost = 2.6;

const digits = new Map(
  [...'零一二两三四五六七八九'].map((character, index) => [character, index > 2 ? index - 1 : index]),
);
digits.set('〇', 0);

/** A longer row of numerals is no number, in characters. */
const longestNumeral = 8;

/** Value of a Chinese numeral up to 9999 (十二, 二十, 一百零八), or undefined. */
export function parseChineseNumber(text: string): number | undefined {
  let total = 0;
  let digit = -1;
  for (const character of text) {
    const unit = character === '十' ? 10 : character === '百' ? 100 : character === '千' ? 1000 : 0;
    const value = digits.get(character);
    if (unit > 0) {
      total += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else if (value === undefined) return undefined;
    else digit = value;
  }
  return total + Math.max(digit, 0);
}

/** Words in order; their texts joined give `run` back. Time grows with the length of the run only. */
export function cutChinese(run: string, lexicon: Lexicon): ChineseWord[] {
  const original = [...run];
  const characters = [...toSimplified(run)];
  const best = new Array<number>(characters.length + 1).fill(0);
  const step = new Array<number>(characters.length + 1).fill(1);
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    best[at] = Number.POSITIVE_INFINITY;
    const longest = Math.min(Math.max(1, lexicon.longestChinese(characters[at] ?? '')), characters.length - at);
    for (let length = longest; length >= 1; length -= 1) {
      const known = lexicon.findChinese(characters.slice(at, at + length).join('')) !== undefined;
      if (!known && length > 1) continue;
      const cost = (known ? (length > 1 ? longWordCost : characterCost) : unknownCost) + (best[at + length] ?? 0);
      // Strictly cheaper: of two equal cuts the one with the longer first word stays.
      if (cost < (best[at] ?? 0)) {
        best[at] = cost;
        step[at] = length;
      }
    }
  }
  const words: ChineseWord[] = [];
  for (let at = 0; at < characters.length; at += step[at] ?? 1) {
    const text = characters.slice(at, at + (step[at] ?? 1)).join('');
    const senses = lexicon.findChinese(text) ?? [];
    const written = original.slice(at, at + (step[at] ?? 1)).join('');
    const previous = words.at(-1);
    if (previous !== undefined && senses.length === 0 && previous.senses.length === 0) previous.text += written;
    else if (previous !== undefined && joinNumerals(previous, text, senses)) continue;
    else words.push({ text: written, senses });
  }
  return words;
}

/** Makes one number of 二 + 十 + 三 and of 十 + 几; true when `text` was taken into `previous`. */
function joinNumerals(previous: ChineseWord, text: string, senses: readonly AnySense[]): boolean {
  const left = senseOf(previous.senses, 'number');
  const right = senseOf(senses, 'number');
  if (left === undefined || right === undefined) return false;
  const joined = previous.text + text;
  if (joined.length > longestNumeral) return false;
  const guess = text === '几' || text === '多';
  const value = guess ? left.value + 3 : parseChineseNumber(joined);
  if (value === undefined) return false;
  // 两三只: two digits side by side are a guess between them.
  const sideBySide = /^[一二两三四五六七八九]{2}$/.test(joined);
  previous.text = joined;
  const number: AnySense = sideBySide
    ? { kind: 'number', value: right.value, confidence: 0.5 }
    : { kind: 'number', value, confidence: guess || left.confidence < 1 ? 0.5 : 1 };
  previous.senses = [number];
  return true;
}
