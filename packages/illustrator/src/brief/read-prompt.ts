// Reads a prompt the way an art director does: what is asked for, how many, in which colours, where, and in which style.

import { senseOf } from '../lexicon/senses.js';
import type { Brief } from './brief.js';
import { readEdits } from './edits.js';
import { joinExcluded, nothingExcluded, readExcluded, readNegativePrompt, removeExcluded } from './exclude.js';
import { markUnquotedText, readLettering } from './lettering.js';
import { mainThings } from './main-things.js';
import { mendRelations } from './mend-relations.js';
import type { Mention } from './mention.js';
import { openShop, raiseLand } from './open-places.js';
import { findQuotes, type Quote } from './quotes.js';
import { readPhrases } from './read-phrases.js';
import { readSceneWords } from './scene-words.js';
import { type Settled, settle, toSubject, weatherOfSky } from './settle.js';
import { plays, type Token, tokenise } from './tokens.js';
import type { ColourName, SettingName, StyleName, TimeName } from './vocabulary.js';

/** What else is known about the request. */
export interface ReadPromptOptions {
  /** What must not appear; may be empty. */
  negativePrompt?: string;
  /** A reference picture comes with the prompt: it may ask for edits, and `this dog` is the one in the picture. */
  hasReference?: boolean;
}

/** A prompt that somebody put in quotes as a whole is read, not lettered. */
function isQuotedWhole(prompt: string, quotes: readonly Quote[]): boolean {
  const [only, second] = quotes;
  if (only === undefined || second !== undefined) return false;
  return !/[^\p{P}\s]/u.test(prompt.slice(0, only.start) + prompt.slice(only.end));
}

/** A quote that is the name of a style is read, not lettered. */
function isLettering(prompt: string, quote: Quote): boolean {
  const after = prompt.slice(quote.end, quote.end + 8);
  const before = prompt.slice(Math.max(0, quote.start - 16), quote.start);
  // A title is only to be seen where the prompt says that it is written.
  const title = prompt[quote.start] === '《';
  if (title && !/(?:名为|写着|书名|书名为|标题|标题[是为]|叫做?|题为|封面上?)\s*$/.test(before)) return false;
  return (
    !/^\s*(?:风格|style|画风|的风格)/i.test(after) && !/(?:style of|inspired by|风格为|风格[:：])\s*$/i.test(before)
  );
}

function languageOf(prompt: string): Brief['language'] {
  const han = prompt.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = prompt.match(/[\p{Script=Latin}]+/gu)?.length ?? 0;
  if (han === 0 && latin === 0) return 'other';
  if (han === 0) return 'en';
  // A brand name or `4k` does not make a Chinese prompt mixed.
  return latin === 0 || (han >= 4 && latin <= 2) ? 'zh' : 'mixed';
}

/** `all in blue`, 蓝色调: the whole picture in one colour. */
function readTint(tokens: readonly Token[]): ColourName | null {
  for (const [at, token] of tokens.entries()) {
    const colour = senseOf(token.senses, 'colour')?.value;
    if (colour === undefined) continue;
    const after = tokens[at + 1]?.text ?? '';
    const before = `${tokens[at - 2]?.text ?? ''} ${tokens[at - 1]?.text ?? ''}`.toLowerCase();
    if (/^(?:调|系|色调|主题|tones?|tint|theme|hues?|palette|color scheme|色系|为主|为主色调|为主调)$/i.test(after))
      return colour;
    if (/(?:all in|entirely in|shades of|tint it|整体|色调为|主色调)\s*$/.test(before)) return colour;
  }
  return null;
}

/** A setting made precise by season and time: a forest in autumn, a city at night. */
function refineSetting(
  setting: SettingName | null,
  season: string | undefined,
  time: TimeName | undefined,
  style: StyleName | undefined,
): SettingName | null {
  if (setting === 'forest' && season === 'autumn') return 'autumn-forest';
  if (setting === 'city' && (time === 'night' || style === 'neon')) return 'city-by-night';
  return setting;
}

/** Stars, a moon and a city by night are seen at night. */
function impliedTime(settled: Settled): TimeName | undefined {
  const nightly = settled.setting === 'city-by-night' || settled.backdrops.includes('city-by-night');
  const { moon, stars, fireworks, aurora } = settled.sky;
  return moon !== null || stars || fireworks || aurora || nightly ? 'night' : undefined;
}

/**
 * Reads `prompt` (Chinese, English or both) into a brief. Pure and deterministic; never throws; a few milliseconds at
 * most for the longest prompt allowed. What it cannot place stands in `unplaced`.
 */
export function readPrompt(prompt: string, options: ReadPromptOptions = {}): Brief {
  const hasReference = options.hasReference === true;
  const text = prompt.trim();
  const found = findQuotes(text);
  const quotes = isQuotedWhole(text, found) ? [] : found.filter((quote) => isLettering(text, quote));
  const tokens = markUnquotedText(tokenise(text, quotes));
  const reading = readPhrases(tokens, hasReference);
  const drafts = readLettering(tokens, reading.mentions, reading.relations);
  openShop(reading, drafts, tokens);
  raiseLand(reading);
  mendRelations(reading);
  if (hasReference) for (const mention of reading.mentions) if (mention.pointing) mention.absorbed = true;
  const settled = settle(reading);
  const words = readSceneWords(tokens, reading.negatedTokens);
  const { kept, left } = mainThings(settled.subjects, reading.relations, text);
  const subjects = kept.slice(0, 24);
  const indexOf = (mention: Mention): number => subjects.indexOf(mention);
  const tint = readTint(tokens);
  const [time] = words.time;
  const [season] = words.season;
  const [style] = words.style;
  const setting = refineSetting(settled.setting, season, time, style);
  const spoken = readExcluded(tokens, (at) => reading.negatedTokens.has(at) && !plays(tokens[at], 'no'));
  const negative =
    options.negativePrompt === undefined ? nothingExcluded() : readNegativePrompt(options.negativePrompt);
  const relations = reading.relations
    .map(({ from, relation, to }) => ({ from: indexOf(from), relation, to: indexOf(to) }))
    .filter(({ from, to }) => from >= 0 && to >= 0 && from !== to);
  for (const { from, relation } of reading.relations) {
    // `a girl flying a kite` plays; only the kite flies.
    if (relation === 'holding' && from.action === 'flying' && from.nounClass === 'person') from.action = 'playing';
  }
  const brief: Brief = {
    prompt: text,
    language: languageOf(text),
    subjects: subjects.map(toSubject),
    relations,
    lettering: drafts.map((draft) => {
      const holder = draft.holder === null ? -1 : indexOf(draft.holder);
      return { text: draft.text, carrier: draft.carrier, holder: holder < 0 ? null : holder, colour: draft.colour };
    }),
    setting,
    settingNoun: settled.settingNoun,
    settingColour: settled.settingColour,
    backdrops: settled.backdrops,
    sky: settled.sky,
    weather: words.weather[0] ?? weatherOfSky(settled.sky),
    season: season ?? (setting === 'autumn-forest' ? 'autumn' : null),
    time: time ?? impliedTime(settled) ?? null,
    mood: words.mood[0] ?? null,
    composition: words.composition,
    palette: words.palette,
    tint,
    style: style ?? 'soft-light',
    styleAsked: style !== undefined,
    excluded: joinExcluded(spoken, negative),
    edits: hasReference
      ? readEdits(tokens, words, setting === null ? null : { setting, studio: setting === 'studio' }, tint)
      : [],
    unplaced: [...new Set([...settled.unplaced, ...left.map(({ noun }) => noun)])],
  };
  return removeExcluded(brief);
}
