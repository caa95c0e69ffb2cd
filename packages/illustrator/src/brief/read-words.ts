// What each kind of word other than a noun does to the state of the reading.
import { senseOf } from '../lexicon/senses.js';
import { headFollows, isAttributive, isNounLike, nounFollows } from './look-ahead.js';
import { noModifiers } from './mention.js';
import { closeBonds, currentOwner, flushModifiers, openFrame, pushFrame, type ReadingState } from './reading-state.js';
import { can, plays, type Token } from './tokens.js';
import type { ActionName, PlaceName, RelationName } from './vocabulary.js';

const placeOfLocaliser: Readonly<Partial<Record<RelationName, PlaceName>>> = {
  'left-of': 'left',
  'right-of': 'right',
  above: 'top',
  on: 'top',
  below: 'bottom',
  under: 'bottom',
  in: 'centre',
  'in-front-of': 'foreground',
  behind: 'background',
};

/** What an action does to its object when no preposition says: a book that is read is held. */
const bondOfAction: Readonly<Partial<Record<ActionName, RelationName>>> = {
  reading: 'holding',
  drinking: 'holding',
  eating: 'holding',
  driving: 'riding',
  sailing: 'riding',
  fighting: 'facing',
  running: 'behind',
  flying: 'holding',
};

const livingClasses: ReadonlySet<string | null> = new Set(['person', 'animal', 'fantasy']);

/** Chinese: does the verb at `at` stand inside an attribute of a noun to come? Then a frame is opened. */
function openIfAttributive(state: ReadingState, at: number): void {
  if (state.tokens[at]?.script !== 'han') return;
  const frame = openFrame(state);
  // A second verb of the same attribute (坐在长椅上看书的) stays in its frame.
  if (frame !== undefined && !frame.closed && state.link === null && state.modifiers.count === null) return;
  const free = !state.topicInClause || state.modifiers.count !== null || state.link !== null;
  if (free && isAttributive(state.tokens, at)) pushFrame(state);
}

/** English: who a preposition or verb at `at` belongs to; empty when the clause has not named anybody yet. */
function englishOwner(state: ReadingState, at: number): ReadingState['group'] {
  // What a person wears or holds is no owner of what is said next (`in a white hat holding a pizza in front of an oven`).
  // but the dragon of `a castle with a dragon flying above it` is.
  const bonded = state.group.every(
    (mention) =>
      mention.absorbed ||
      mention.concept === 'wall' ||
      (closeBonds.has(mention.governed ?? 'in') &&
        !(mention.governed === 'with' && livingClasses.has(mention.nounClass))),
  );
  const near = state.groupEnd === at - 1 && state.group.length > 0;
  const adds = can(state.tokens[at], 'bond') && senseOf(state.tokens[at]?.senses ?? [], 'bond')?.value === 'with';
  if (near && (!bonded || (adds && !state.group.every((mention) => mention.absorbed)))) return state.group;
  if (near && state.topic.length > 0) return state.topic;
  const before = state.tokens[at - 1];
  const opensSentence = before === undefined || (before.kind === 'break' && before.strength === 2);
  return opensSentence ? [] : state.topic;
}

/** English: who does what the verb at `at` says; a person before the thing that person holds. */
function actors(state: ReadingState, at: number): ReadingState['group'] {
  const near = englishOwner(state, at);
  const alive = (mention: ReadingState['group'][number]): boolean => livingClasses.has(mention.nounClass);
  if (near.some(alive) || !state.topic.some(alive)) return near.length > 0 ? near : state.topic;
  return state.topic;
}

/** A preposition (`on`, 靠近) or a holding, riding, wearing verb: a relation that waits for its object. */
export function readLinkWord(state: ReadingState, at: number, relation: RelationName): void {
  const token = state.tokens[at];
  if (token?.script === 'han') {
    openIfAttributive(state, at);
    const inPlace = relation === 'with' && state.fronted.length > 0 && !state.topicInClause;
    // 花瓶里插着玫瑰: the place is named, the verb only says that something is there.
    if (inPlace && openFrame(state) === undefined) return;
    // 背上背着书包: what a body wears or holds needs no place.
    if (relation !== 'with') state.fronted = state.fronted.filter(({ to }) => !state.topic.includes(to));
    state.link = { relation, from: currentOwner(state) };
    return;
  }
  const from = relation !== 'with' && closeBonds.has(relation) ? actors(state, at) : englishOwner(state, at);
  state.link = { relation, from };
  if (state.modifiers.colour !== null) flushModifiers(state);
  state.modifiers = noModifiers();
}

/**
 * An action: told of the noun to come (`a running dog`, 奔跑的狗) or of the topic; its object may follow, or be in the
 * same word (看书).
 */
export function readAction(state: ReadingState, at: number, action: ActionName, bringsObject = false): void {
  const { tokens } = state;
  const token = tokens[at];
  if (token === undefined) return;
  if (token.script === 'latin') {
    const described = state.modifiers.determined || state.modifiers.count !== null || !state.topicInClause;
    if (described && isNounLike(tokens[at + 1]) && state.groupEnd !== at - 1) {
      state.modifiers.action = action;
      return;
    }
    // `Under the tree sits a fox`: the place was named first, who sits there comes after the verb.
    if (state.fronted.length > 0 && !state.topicInClause) {
      state.modifiers.action = action;
      return;
    }
    const owners = actors(state, at);
    for (const mention of owners) mention.action ??= action;
    if (owners.length === 0) state.modifiers.action = action;
    else {
      state.group = owners;
      state.groupEnd = at;
      // `flying over a castle` says where; only `flying a kite` names what is held.
      const over = / (?:over|above)$/i.test(token.text);
      state.link = { relation: over ? 'above' : (bondOfAction[action] ?? 'with'), from: owners };
    }
    state.predicate = false;
    return;
  }
  const isPlace = token.text.endsWith('在');
  const beforeHead = !bringsObject && plays(tokens[at + 1], 'de') && headFollows(tokens, at + 2);
  const frame = openFrame(state);
  if (beforeHead && (frame === undefined || frame.closed)) {
    state.modifiers.action = action;
    return;
  }
  // 树下坐着一个男孩: the place is named, who sits there comes after the verb.
  if (state.fronted.length > 0 && !state.topicInClause && frame === undefined && !isPlace) {
    state.modifiers.action = action;
    return;
  }
  openIfAttributive(state, at);
  const inner = openFrame(state);
  if (inner !== undefined && !inner.closed) inner.action ??= action;
  else if (state.topic.length > 0) for (const mention of state.topic) mention.action ??= action;
  else state.modifiers.action = action;
  const from = currentOwner(state);
  if (isPlace) state.link = { relation: null, from };
  else if (!beforeHead && !(Array.isArray(from) && from.length === 0))
    state.link = { relation: bondOfAction[action] ?? 'with', from };
}

/** 在 and its like: opens a place. */
export function readAt(state: ReadingState, at: number): void {
  openIfAttributive(state, at);
  state.link = { relation: null, from: currentOwner(state) };
}

/** A Chinese place word that follows no noun: 左边是一只猫, 一只猫在左边. */
export function readBareLocaliser(state: ReadingState, at: number, relation: RelationName): void {
  const token = state.tokens[at];
  if (token === undefined || token.text.length < 2) return;
  const place = placeOfLocaliser[relation];
  const [first] = state.topic;
  if (place === undefined) {
    if (first !== undefined) state.fronted.push({ relation, to: first });
    state.link = null;
  } else readPlace(state, at, place);
}

const backgroundWord = /^(?:background|backdrop|背景)$/i;

/** A place in the picture: `on the left`, 远处. */
export function readPlace(state: ReadingState, at: number, place: PlaceName): void {
  const token = state.tokens[at];
  const { colour } = state.modifiers;
  if (colour !== null && token !== undefined && backgroundWord.test(token.text)) {
    // `on a pink background`, 粉色背景: a colour of nothing but what is behind everything.
    state.settingHints.push({ setting: 'studio', noun: token.text, colour });
    state.modifiers = noModifiers();
    state.link = null;
    return;
  }
  if (token?.script === 'han') {
    const waits = state.link !== null && state.link.relation === null && Array.isArray(state.link.from);
    const attributive = plays(state.tokens[at + 1], 'de') && headFollows(state.tokens, at + 2);
    if (waits && !attributive && state.topic.length > 0) {
      for (const mention of state.topic) mention.place ??= place;
      state.link = null;
    } else state.modifiers.place = place;
    return;
  }
  const owners = state.groupEnd === at - 1 ? state.group : state.topicInClause ? state.topic : [];
  for (const mention of owners) mention.place ??= place;
  if (owners.length === 0) state.modifiers.place = place;
  state.link = null;
}

/** 红色的车上, 粉色背景: what has the colour is in the place word. */
function carrierFollows(tokens: readonly Token[], at: number): boolean {
  const next = plays(tokens[at], 'de') ? tokens[at + 1] : tokens[at];
  if (backgroundWord.test(next?.text ?? '')) return true;
  return plays(next, 'part') && /^[车船]/.test(next?.text ?? '');
}

/** A colour: of the noun to come, of the topic (`is red`), or of who wears it (`in red`). */
export function readColour(state: ReadingState, at: number): void {
  const colour = senseOf(state.tokens[at]?.senses ?? [], 'colour')?.value;
  if (colour === undefined) return;
  const { modifiers, link } = state;
  if (
    nounFollows(state.tokens, at + 1) ||
    carrierFollows(state.tokens, at + 1) ||
    state.ellipsis !== null ||
    modifiers.count !== null
  ) {
    if (modifiers.colour === null) modifiers.colour = colour;
    else if (modifiers.colour !== colour) modifiers.secondColour ??= colour;
    if (state.tokens[at]?.text.startsWith('黑白')) modifiers.secondColour = 'white';
    return;
  }
  const dressed = link !== null && link.relation === 'in' && Array.isArray(link.from) ? link.from : null;
  const owners = dressed ?? (state.predicate || state.groupEnd >= at - 3 ? describedGroup(state) : []);
  for (const mention of owners) {
    if (mention.colour === null) mention.colour = colour;
    else if (mention.colour !== colour && plays(state.tokens[at - 1], 'and')) mention.secondColour ??= colour;
  }
  if (dressed !== null) state.link = null;
  if (owners.length === 0) modifiers.colour = colour;
}

/** Who a predicate describes: the mention just named, else the topic. */
function describedGroup(state: ReadingState): ReadingState['group'] {
  return state.group.length > 0 ? state.group : state.topic;
}

/** A number; a second one before any noun closes a share (一红一蓝). */
export function readNumber(state: ReadingState, at: number): void {
  const sense = senseOf(state.tokens[at]?.senses ?? [], 'number');
  if (sense === undefined) return;
  const { modifiers } = state;
  if (modifiers.colour !== null && modifiers.count !== null) {
    modifiers.shares.push({ count: modifiers.count, colour: modifiers.colour });
    modifiers.colour = null;
  }
  if (sense.value <= 0) {
    modifiers.negated = true;
    return;
  }
  // `the three cats`, 那三只: the last number counts; `a dozen` is one phrase already.
  modifiers.count = Math.min(99, sense.value);
  modifiers.exact = sense.confidence === 1 && sense.value <= 99;
  modifiers.determined = true;
}

/** `is`, 是: what follows describes the topic; after a bare number, a part of what was named before. */
export function readBe(state: ReadingState): void {
  const { modifiers } = state;
  if (modifiers.count !== null && modifiers.colour === null) {
    state.ellipsis ??= { count: modifiers.count };
    state.modifiers = { ...noModifiers(), place: modifiers.place };
  } else if (state.ellipsis === null) state.predicate = true;
  state.link = null;
}

/** `and`, 和, 、: joins descriptions or mentions. */
export function readAnd(state: ReadingState, at: number): void {
  const { modifiers, tokens } = state;
  const next = tokens[at + 1];
  if (modifiers.colour !== null && (can(next, 'colour') || can(next, 'material')) && nounFollows(tokens, at + 1))
    return;
  if (state.ellipsis !== null) {
    flushModifiers(state);
  } else if (modifiers.colour !== null && modifiers.count !== null && (can(next, 'number') || plays(next, 'other'))) {
    modifiers.shares.push({ count: modifiers.count, colour: modifiers.colour });
    modifiers.colour = null;
    modifiers.count = null;
    return;
  }
  state.joined = true;
  state.link = null;
}

/** 有 and `there is`: whoever comes next is the one the place was named for. */
export function readHave(state: ReadingState, at: number): void {
  const token = state.tokens[at];
  if (
    token?.script === 'han' &&
    state.fronted.length === 0 &&
    state.groupEnd === at - 1 &&
    token.text.startsWith('有')
  ) {
    state.link = { relation: 'with', from: state.topic };
  } else {
    state.link = null;
    state.predicate = false;
  }
}

/** 的: closes the attribute that a frame holds, if a noun follows. */
export function readDe(state: ReadingState, at: number): void {
  const frame = openFrame(state);
  const before = state.tokens[at - 1];
  // 没有人的海滩: the beach itself is wanted.
  if (headFollows(state.tokens, at + 1)) state.negating = false;
  if (frame === undefined || frame.closed || !headFollows(state.tokens, at + 1)) return;
  const described = state.modifiers.colour !== null || state.modifiers.size !== null;
  if (state.link !== null && !can(before, 'action') && state.groupEnd !== at - 1) return;
  if (can(before, 'colour') || described) return;
  frame.closed = true;
  state.link = null;
}

const units = new Set([
  '岁',
  '年',
  '米',
  '厘米',
  'cm',
  'mm',
  'year',
  'years',
  'year old',
  'years old',
  'm',
  'km',
  '度',
  '点',
  '号',
  '月',
  '日',
]);

/** A word that names nothing: only a unit matters (`20岁`), for it takes its number away. */
export function readIgnored(state: ReadingState, at: number, token: Token): void {
  // `a clock hanging above a bench`: what follows is still said of the clock.
  if (token.script === 'latin' && state.groupEnd === at - 1 && /(?:ing|ed|hung)$/i.test(token.text))
    state.groupEnd = at;
  if (units.has(token.text.toLowerCase())) state.modifiers.count = null;
}
