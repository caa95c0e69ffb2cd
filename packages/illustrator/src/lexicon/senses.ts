// What a word of the lexicon can mean. A word may have several senses (orange: a colour, a fruit); the reader chooses.
import type {
  ActionName,
  ColourName,
  CompositionName,
  MaterialName,
  MoodName,
  PaletteName,
  PlaceName,
  RelationName,
  SeasonName,
  SettingName,
  SizeName,
  StyleName,
  TimeName,
  WeatherName,
} from '../brief/vocabulary.js';

/** The family a noun belongs to: decides what can hold, wear, ride or be worn. */
export type NounClass =
  | 'animal'
  | 'plant'
  | 'food'
  | 'person'
  | 'fantasy'
  | 'clothing'
  | 'body'
  | 'vehicle'
  | 'building'
  | 'nature'
  | 'household'
  | 'thing';

/** Concepts of what hangs in the sky. */
export const skyConcepts = ['sun', 'moon', 'crescent moon', 'star', 'cloud', 'rainbow', 'fireworks', 'aurora'] as const;
/** One of `skyConcepts`. */
export type SkyConcept = (typeof skyConcepts)[number];

/**
 * Parts that small words play. `the` points back, `this` points at a reference picture, `de` ends a Chinese attribute,
 * `at` opens a Chinese place, `have` is existential (`there is`, 有), `other` is elliptical (`the other is blue`),
 * `as` announces a disguise (`dressed as`, 打扮成), `part` is a place on what was named before (车顶, 头上), `text` announces lettering (`that says`, 写着), `very` modifies an adjective.
 */
export const functionRoles = [
  'the',
  'this',
  'and',
  'of',
  'de',
  'at',
  'have',
  'be',
  'it',
  'other',
  'no',
  'as',
  'part',
  'very',
  'text',
] as const;
/** One of `functionRoles`. */
export type FunctionRole = (typeof functionRoles)[number];

/** For every kind of sense the type of its value. `implied…` stands beside a noun that says its own
 * colour or size; `ignored` words name nothing; `medium` words name the picture itself. */
export interface SenseValues {
  noun: string;
  setting: SettingName;
  sky: SkyConcept;
  colour: ColourName;
  material: MaterialName;
  size: SizeName;
  action: ActionName;
  place: PlaceName;
  weather: WeatherName;
  season: SeasonName;
  time: TimeName;
  mood: MoodName;
  composition: CompositionName;
  palette: PaletteName;
  style: StyleName;
  preposition: RelationName;
  bond: 'holding' | 'riding' | 'wearing' | 'with';
  localiser: RelationName;
  number: number;
  measure: true;
  function: FunctionRole;
  medium: true;
  impliedColour: ColourName;
  impliedSize: SizeName;
  impliedMaterial: MaterialName;
  ignored: true;
}

/** A kind of sense. */
export type SenseKind = keyof SenseValues;

/** One meaning of one word. */
export interface Sense<K extends SenseKind = SenseKind> {
  kind: K;
  value: SenseValues[K];
  /** 1 the word itself, 0.8 a kind of it (husky: dog), 0.4 a neighbour (jackal: dog). For numbers < 1 means a guess. */
  confidence: number;
  /** Set for nouns only. */
  nounClass?: NounClass;
}

/** Any sense, told apart by `kind`. */
export type AnySense = { [K in SenseKind]: Sense<K> }[SenseKind];

/** The sense of that kind, if the word has one. */
export function senseOf<K extends SenseKind>(senses: readonly AnySense[], kind: K): Sense<K> | undefined {
  for (const sense of senses) if (sense.kind === kind) return sense as Sense<K>;
  return undefined;
}
