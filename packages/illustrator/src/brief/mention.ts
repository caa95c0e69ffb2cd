// What the reader collects while it goes through the tokens: mentions of things and places, and what binds them.
import type { NounClass, SkyConcept } from '../lexicon/senses.js';
import type {
  ActionName,
  ColourName,
  MaterialName,
  PlaceName,
  RelationName,
  SettingName,
  SizeName,
} from './vocabulary.js';

/** What stands before (or after) a noun and describes it. */
export interface Modifiers {
  count: number | null;
  /** False when the count is a guess (`many`). */
  exact: boolean;
  colour: ColourName | null;
  secondColour: ColourName | null;
  material: MaterialName | null;
  size: SizeName | null;
  action: ActionName | null;
  place: PlaceName | null;
  negated: boolean;
  /** `the dog`: speaks of one already named, if there is one. */
  definite: boolean;
  /** `this dog`: speaks of a reference picture, if there is one. */
  pointing: boolean;
  /** `an`, `three`, `the`: a noun must follow, so an unknown word there is a noun. */
  determined: boolean;
  /** Clothes named before the noun: 白衣女子. */
  dressed: Mention['wearing'];
  /** Partial counts before a shared noun: `a red and a blue ball`. */
  shares: { count: number; colour: ColourName }[];
}

/** Modifiers that say nothing. */
export function noModifiers(): Modifiers {
  return {
    count: null,
    exact: true,
    colour: null,
    secondColour: null,
    material: null,
    size: null,
    action: null,
    place: null,
    negated: false,
    definite: false,
    pointing: false,
    determined: false,
    dressed: [],
    shares: [],
  };
}

/** One noun of the prompt with everything said of it. */
export interface Mention extends Modifiers {
  /** As in the prompt. */
  noun: string;
  /** Index of the noun's token. */
  at: number;
  /** Null for pure settings, for bodies of the sky and for unknown nouns. */
  concept: string | null;
  nounClass: NounClass | null;
  confidence: number;
  setting: SettingName | null;
  sky: SkyConcept | null;
  plural: boolean;
  /** The preposition it hangs on: `on` for the beach in `a fox on the beach`. */
  governed: RelationName | null;
  wearing: { noun: string; concept: string; colour: ColourName | null }[];
  /** Worn by another mention, an owner (`the king's castle`), or lettered: no subject by itself. */
  absorbed: boolean;
  /** Nothing in the lexicon: goes to `unplaced`. */
  unknown: boolean;
}

/** `from` relation `to`. */
export interface MentionRelation {
  from: Mention;
  relation: RelationName;
  to: Mention;
}

/** Everything the phrase reader found. */
export interface Reading {
  mentions: Mention[];
  relations: MentionRelation[];
  /** Settings named only as the modifier of a noun (`kitchen table`). */
  settingHints: { setting: SettingName; noun: string; colour?: ColourName }[];
  /** Token indices that stand under a `no`, `without` or 没有. */
  negatedTokens: Set<number>;
}
