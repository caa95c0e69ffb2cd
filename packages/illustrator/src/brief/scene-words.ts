// Collects what is said of the picture as a whole: weather, season, time, mood, framing, palette, style.
import { type SenseKind, type SenseValues, senseOf } from '../lexicon/senses.js';
import { isNounLike, nounFollows } from './look-ahead.js';
import { can, type Token } from './tokens.js';

/** What the whole picture should be like; lists in the order of the prompt, without repeats. */
export interface SceneWords {
  weather: SenseValues['weather'][];
  season: SenseValues['season'][];
  time: SenseValues['time'][];
  mood: SenseValues['mood'][];
  composition: SenseValues['composition'][];
  palette: SenseValues['palette'][];
  /** Surest first: a style we have before its neighbour, a neighbour before `painting`. */
  style: SenseValues['style'][];
}

function valuesOf<K extends SenseKind>(
  tokens: readonly Token[],
  kind: K,
  skip: (at: number) => boolean,
): SenseValues[K][] {
  const found: { value: SenseValues[K]; confidence: number }[] = [];
  for (const [at, token] of tokens.entries()) {
    const sense = senseOf(token.senses, kind);
    if (sense === undefined || skip(at) || found.some(({ value }) => value === sense.value)) continue;
    found.push({ value: sense.value, confidence: sense.confidence });
  }
  // A stable sort keeps the order of the prompt among equally sure words.
  return found.sort((left, right) => right.confidence - left.confidence).map(({ value }) => value);
}

/** Reads the scene words of `tokens`, leaving out those that stand under a negation. */
export function readSceneWords(tokens: readonly Token[], negated: ReadonlySet<number>): SceneWords {
  const isNegated = (at: number): boolean => negated.has(at);
  // `a dark blue coat`, `a warm coat`: describes the thing, not the picture. Chinese says 的 there as well.
  const describes = (at: number): boolean => {
    const token = tokens[at];
    const next = tokens[at + 1];
    // 黑白猫 is a cat of two colours, 黑白 by itself a picture without any.
    if (token?.text === '黑白') return nounFollows(tokens, at + 1);
    return can(next, 'colour') || (token?.script === 'latin' && token.text === 'warm' && isNounLike(next));
  };
  const isVerb = (at: number): boolean => can(tokens[at], 'action') && !nounFollows(tokens, at + 1);
  return {
    weather: valuesOf(tokens, 'weather', isNegated),
    season: valuesOf(tokens, 'season', (at) => isNegated(at) || (can(tokens[at], 'action') && !isVerb(at))),
    time: valuesOf(tokens, 'time', isNegated),
    mood: valuesOf(tokens, 'mood', isNegated),
    composition: valuesOf(tokens, 'composition', isNegated),
    palette: valuesOf(tokens, 'palette', (at) => isNegated(at) || describes(at)),
    style: valuesOf(tokens, 'style', isNegated),
  };
}
