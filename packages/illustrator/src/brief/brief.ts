// The brief: what an art director notes down after reading a prompt. The reader writes it, the planner composes from it.
// Everything is named in the closed words of vocabulary.ts; what the reader could not place is kept in `unplaced`.
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
} from './vocabulary.js';

/** One kind of thing asked for, `count` times. */
export interface BriefSubject {
  /** The noun as it stands in the prompt: `哈士奇`, `huskies`. */
  noun: string;
  /** English lower-case concept that the artwork catalogue draws: `dog`. */
  concept: string;
  /** How many, 1–99; `many` is written as the reader's choice within 5–12 and `exact: false`. */
  count: number;
  exact: boolean;
  /** The colour asked for, else null: the artwork keeps its own. Two-colour subjects keep the second in `secondColour`. */
  colour: ColourName | null;
  secondColour: ColourName | null;
  material: MaterialName | null;
  size: SizeName;
  action: ActionName | null;
  place: PlaceName | null;
  /** Clothing and worn things that the painter may draw on it: concept and colour (`red scarf`). */
  wearing: { noun: string; concept: string; colour: ColourName | null }[];
  /** How sure the reader is that the concept stands for the noun, 0–1; 1 exact word, < 0.5 only a hypernym or neighbour. */
  confidence: number;
}

/** `subjects[from]` is `relation` `subjects[to]`: fox (0) on hill (1) is `{from:0, relation:'on', to:1}`. */
export interface BriefRelation {
  from: number;
  relation: RelationName;
  to: number;
}

/** A quoted text, lettered exactly as written. */
export interface BriefLettering {
  text: string;
  /**
   * What carries it. `sign` is held or planted; `none` floats as a title; `cake`, `screen` and `object` (a mug, a bus)
   * are the subject `holder` itself, with the text on its surface, and so is a `book` that nobody holds.
   */
  carrier:
    | 'sign'
    | 'banner'
    | 'paper'
    | 'book'
    | 'screen'
    | 'shirt'
    | 'neon-sign'
    | 'wall'
    | 'cake'
    | 'object'
    | 'none';
  /** Index of the subject that holds or wears it, or null when it stands by itself. */
  holder: number | null;
  colour: ColourName | null;
}

export interface Brief {
  /** The prompt as given, trimmed. */
  prompt: string;
  language: 'en' | 'zh' | 'mixed' | 'other';
  subjects: BriefSubject[];
  relations: BriefRelation[];
  lettering: BriefLettering[];
  /** null: nothing said, the planner picks what suits the subjects. */
  setting: SettingName | null;
  /** The words that named the setting, for reports. */
  settingNoun: string | null;
  /** A colour bound to the setting (`a blue lake`), else null. */
  settingColour: ColourName | null;
  /** Other settings that were named, most important first: mountains behind a lake. */
  backdrops: SettingName[];
  /** Sun, moon, stars, clouds named as such: they belong to the sky, not to the subjects; unless they are the only subject. */
  sky: {
    sun: boolean;
    moon: 'full' | 'crescent' | null;
    stars: boolean;
    clouds: boolean;
    rainbow: boolean;
    fireworks: boolean;
    aurora: boolean;
  };
  weather: WeatherName | null;
  season: SeasonName | null;
  time: TimeName | null;
  mood: MoodName | null;
  composition: CompositionName[];
  palette: PaletteName[];
  /** Overall colour asked for (`all in blue`), else null. */
  tint: ColourName | null;
  style: StyleName;
  /** Did the prompt name the style (true) or is it the default (false)? */
  styleAsked: boolean;
  /** From the negative prompt: what must not appear. */
  excluded: {
    concepts: string[];
    colours: ColourName[];
    weather: WeatherName[];
    styles: StyleName[];
    settings: SettingName[];
    sky: ('sun' | 'moon' | 'stars' | 'clouds')[];
    text: boolean;
    people: boolean;
  };
  /** Edits asked of a reference picture (`make it winter`, `背景换成海边`); empty without a reference. */
  edits: { kind: 'time' | 'season' | 'weather' | 'palette' | 'tint' | 'background' | 'style'; value: string }[];
  /** Nouns nothing could be found for, as they stand in the prompt. */
  unplaced: string[];
}
