// The dictionary of the reader: every word of the tables, Chinese and English, with all its senses. Built on the first
// call (about 10 ms) and kept, so that importing the illustrator costs nothing.
import {
  actionNames,
  colourNames,
  compositionNames,
  materialNames,
  moodNames,
  paletteNames,
  placeNames,
  relationNames,
  seasonNames,
  settingNames,
  sizeNames,
  styleNames,
  timeNames,
  weatherNames,
} from '../brief/vocabulary.js';
import { animalRows } from './animals.js';
import { buildingRows, natureRows } from './buildings.js';
import { bodyRows, clothingRows } from './clothing.js';
import { foodRows } from './food.js';
import {
  bondVerbRows,
  functionRows,
  localiserRows,
  measureWords,
  numberRows,
  prepositionRows,
} from './grammar-words.js';
import { householdRows } from './household.js';
import { mediumWords, modelWords, plainChinese, plainEnglish } from './ignored-words.js';
import { impliedColourRows, impliedMaterialRows, impliedSizeRows } from './implied.js';
import { singularCandidates, verbCandidates } from './morphology.js';
import { joinRows, normaliseWord, parseRow } from './noun-rows.js';
import { fantasyRows, personRows } from './people.js';
import { plantRows } from './plants.js';
import { actionRows, colourRows, materialRows, placeRows, sizeRows } from './qualities.js';
import { compositionRows, moodRows, paletteRows, seasonRows, timeRows, weatherRows } from './scene-words.js';
import {
  type AnySense,
  functionRoles,
  type NounClass,
  type SenseKind,
  type SenseValues,
  skyConcepts,
} from './senses.js';
import { settingRows, skyRows } from './settings.js';
import { styleRows } from './styles.js';
import { thingRows } from './things.js';
import { vehicleRows } from './vehicles.js';
import { waterAndAirAnimalRows } from './water-and-air-animals.js';

/** What the dictionary found at a place: how many words (English) or characters (Chinese) long, and its senses. */
export interface LexiconHit {
  length: number;
  senses: readonly AnySense[];
  /** The English word stood in the plural. */
  plural: boolean;
}

/** The built dictionary. */
export interface Lexicon {
  /** Longest phrase that starts at `words[start]`; words are lower case. Undefined: unknown word. */
  findEnglish(words: readonly string[], start: number): LexiconHit | undefined;
  /** Senses of exactly this Chinese word. */
  findChinese(word: string): readonly AnySense[] | undefined;
  /** Length in characters of the longest Chinese word that begins with this character, 0 when there is none. */
  longestChinese(firstCharacter: string): number;
  /** Every concept a noun or a body of the sky can stand for, sorted. */
  concepts(): string[];
}

const nounTables: readonly (readonly [NounClass, readonly string[]])[] = [
  ['animal', animalRows],
  ['animal', waterAndAirAnimalRows],
  ['plant', plantRows],
  ['food', foodRows],
  ['person', personRows],
  ['fantasy', fantasyRows],
  ['clothing', clothingRows],
  ['body', bodyRows],
  ['vehicle', vehicleRows],
  ['building', buildingRows],
  ['nature', natureRows],
  ['household', householdRows],
  ['thing', thingRows],
];

/** English phrases are looked up word by word up to this many. */
const longestEnglishPhrase = 6;
/** Code of the first Chinese character; the regular expression for the script is twenty times slower. */
const firstHanCode = 0x3400;

function isChinese(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) >= firstHanCode) return true;
  return false;
}

class LexiconBuilder {
  readonly words = new Map<string, AnySense[]>();
  readonly conceptNames = new Set<string>();

  add(word: string, sense: AnySense): void {
    const senses = this.words.get(word);
    if (senses === undefined) this.words.set(word, [sense]);
    // The first table to claim a word for a kind wins, so the order of the tables is the order of preference.
    else if (!senses.some((known) => known.kind === sense.kind)) senses.push(sense);
  }

  /** Rows whose value must be one of `names`; throws on a value that is not, so that a typing slip cannot hide. */
  addRows<K extends SenseKind>(kind: K, rows: readonly string[], names: readonly SenseValues[K][]): void {
    for (const row of joinRows(rows)) {
      const { value, words } = parseRow(row);
      const name = names.find((candidate) => candidate === value);
      if (name === undefined) throw new Error(`lexicon: '${value}' is not a ${kind}`);
      for (const { word, confidence } of words) this.add(word, { kind, value: name, confidence } as AnySense);
    }
  }

  /** As `addRows`, but only for words that are there already: what a noun implies is no word by itself. */
  addImplied<K extends SenseKind>(kind: K, rows: readonly string[], names: readonly SenseValues[K][]): void {
    const known = (row: string): string => {
      const { value, words } = parseRow(row);
      return `${value}: ${words
        .map(({ word }) => word)
        .filter((word) => this.words.has(word))
        .join(', ')}`;
    };
    this.addRows(kind, joinRows(rows).map(known), names);
  }

  addNouns(nounClass: NounClass, rows: readonly string[]): void {
    for (const row of joinRows(rows)) {
      const { value, words } = parseRow(row);
      this.conceptNames.add(value);
      for (const { word, confidence } of words) this.add(word, { kind: 'noun', value, confidence, nounClass });
    }
  }

  addNumbers(rows: readonly string[]): void {
    for (const row of joinRows(rows)) {
      const { value, words } = parseRow(row);
      const confidence = value.endsWith('~') ? 0.5 : 1;
      for (const { word } of words) this.add(word, { kind: 'number', value: Number.parseInt(value, 10), confidence });
    }
  }

  addList(list: string, separator: string, sense: AnySense): void {
    for (const word of list.split(separator)) if (word.trim() !== '') this.add(normaliseWord(word), sense);
  }
}

function fillLexicon(builder: LexiconBuilder): void {
  for (const [nounClass, rows] of nounTables) builder.addNouns(nounClass, rows);
  builder.addRows('setting', settingRows, settingNames);
  builder.addRows('sky', skyRows, skyConcepts);
  builder.addRows('colour', colourRows, colourNames);
  builder.addImplied('impliedColour', impliedColourRows, colourNames);
  builder.addImplied('impliedSize', impliedSizeRows, sizeNames);
  builder.addImplied('impliedMaterial', impliedMaterialRows, materialNames);
  builder.addRows('material', materialRows, materialNames);
  builder.addRows('size', sizeRows, sizeNames);
  builder.addRows('action', actionRows, actionNames);
  builder.addRows('place', placeRows, placeNames);
  builder.addRows('weather', weatherRows, weatherNames);
  builder.addRows('season', seasonRows, seasonNames);
  builder.addRows('time', timeRows, timeNames);
  builder.addRows('mood', moodRows, moodNames);
  builder.addRows('composition', compositionRows, compositionNames);
  builder.addRows('palette', paletteRows, paletteNames);
  builder.addRows('style', styleRows, styleNames);
  builder.addRows('preposition', prepositionRows, relationNames);
  builder.addRows('bond', bondVerbRows, ['holding', 'riding', 'wearing', 'with']);
  builder.addRows('localiser', localiserRows, relationNames);
  builder.addRows('function', functionRows, functionRoles);
  builder.addNumbers(numberRows);
  builder.addList(measureWords, ' ', { kind: 'measure', value: true, confidence: 1 });
  builder.addList(mediumWords, ';', { kind: 'medium', value: true, confidence: 1 });
  for (const list of [modelWords, plainEnglish, plainChinese])
    builder.addList(list, ';', { kind: 'ignored', value: true, confidence: 1 });
}

function buildLexicon(): Lexicon {
  const builder = new LexiconBuilder();
  fillLexicon(builder);
  const { words } = builder;
  const longestPhrase = new Map<string, number>();
  const longestHan = new Map<string, number>();
  for (const word of words.keys()) {
    const first = word[0] ?? '';
    if (isChinese(word)) {
      longestHan.set(first, Math.max(longestHan.get(first) ?? 0, word.length));
      continue;
    }
    // A word that begins no phrase needs no entry: one word is what is tried without.
    if (!word.includes(' ')) continue;
    const parts = word.split(' ');
    const head = parts[0] ?? '';
    longestPhrase.set(head, Math.max(longestPhrase.get(head) ?? 0, Math.min(parts.length, longestEnglishPhrase)));
  }

  /** Senses of a phrase as it stands, else of its singular, else of the base form of its first word as a verb. */
  const findPhrase = (parts: readonly string[]): { senses: readonly AnySense[]; plural: boolean } | undefined => {
    const exact = words.get(parts.join(' '));
    const head = parts.slice(0, -1);
    let singular: readonly AnySense[] | undefined;
    for (const candidate of singularCandidates(parts.at(-1) ?? '')) {
      singular ??= words.get([...head, candidate].join(' '))?.filter((sense) => nounLike.has(sense.kind));
    }
    const verbs: AnySense[] = [];
    for (const candidate of verbCandidates(parts[0] ?? '')) {
      for (const sense of words.get([candidate, ...parts.slice(1)].join(' ')) ?? [])
        if (verbLike.has(sense.kind) && !verbs.some((verb) => verb.kind === sense.kind)) verbs.push(sense);
    }
    const plural = singular !== undefined && singular.length > 0;
    if (exact !== undefined) return { senses: verbs.length > 0 ? [...exact, ...verbs] : exact, plural };
    if (plural) return { senses: verbs.length > 0 ? [...(singular ?? []), ...verbs] : (singular ?? []), plural };
    return verbs.length > 0 ? { senses: verbs, plural: false } : undefined;
  };

  return {
    findEnglish(all, start) {
      const first = all[start];
      if (first === undefined) return undefined;
      let longest = longestPhrase.get(first) ?? 1;
      for (const base of verbCandidates(first)) longest = Math.max(longest, longestPhrase.get(base) ?? 1);
      for (let length = Math.min(longest, all.length - start); length >= 1; length -= 1) {
        const hit = findPhrase(all.slice(start, start + length));
        if (hit !== undefined) return { length, ...hit };
      }
      return undefined;
    },
    findChinese: (word) => words.get(word),
    longestChinese: (firstCharacter) => longestHan.get(firstCharacter) ?? 0,
    concepts: () => [...builder.conceptNames, ...skyConcepts].sort(),
  };
}

const nounLike: ReadonlySet<SenseKind> = new Set<SenseKind>([
  'noun',
  'setting',
  'sky',
  'medium',
  'impliedColour',
  'impliedSize',
  'impliedMaterial',
]);
const verbLike: ReadonlySet<SenseKind> = new Set<SenseKind>(['action', 'bond', 'preposition']);

let built: Lexicon | undefined;

/** The dictionary, built on the first call. */
export function getLexicon(): Lexicon {
  built ??= buildLexicon();
  return built;
}
