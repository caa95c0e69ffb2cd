// Place words that hide a thing of their own: 车上 and 门前 where no car and no house has been named.
import { getLexicon } from '../lexicon/lexicon.js';
import { readNoun } from './read-noun.js';
import type { ReadingState } from './reading-state.js';
import type { RelationName } from './vocabulary.js';

/** 鸟在红色的车上: nothing with wheels has been named, so the 车 of the place word is a car of its own. */
export function readCarrier(state: ReadingState, at: number, relation: RelationName): void {
  const word = state.tokens[at]?.text.slice(0, 1) ?? '';
  const { link } = state;
  if (link !== null && link.relation === null) link.relation = relation;
  readNoun(state, at, getLexicon().findChinese(word) ?? []);
  const carrier = state.mentions.at(-1);
  if (carrier === undefined || carrier.at !== at) return;
  carrier.noun = word;
  if (link !== null) return;
  carrier.governed = relation;
  state.fronted.push({ relation, to: carrier });
  state.topicInClause = false;
}

/** 蓝色的门前: after no building the 门 of the place word is a door of its own. */
export function readDoor(state: ReadingState, at: number, relation: RelationName): void {
  readNoun(state, at, getLexicon().findChinese('门') ?? []);
  const door = state.mentions.at(-1);
  if (door === undefined) return;
  door.noun = '门';
  door.governed = relation;
  state.fronted.push({ relation, to: door });
  state.topicInClause = false;
}
