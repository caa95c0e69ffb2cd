// Runs over the tokens once, decides for each ambiguous word which sense it has here, and hands it to its reader.
import { getLexicon } from '../lexicon/lexicon.js';
import { type AnySense, senseOf } from '../lexicon/senses.js';
import { disguise, isDisguise } from './disguise.js';
import { isNounLike, isUnknown, listContinues, nounFollows } from './look-ahead.js';
import { noModifiers, type Reading } from './mention.js';
import { isVerbAfter, modifiesNext, readNoun } from './read-noun.js';
import { readCarrier, readDoor } from './read-place-nouns.js';
import {
  readAction,
  readAnd,
  readAt,
  readBareLocaliser,
  readBe,
  readColour,
  readDe,
  readHave,
  readIgnored,
  readLinkWord,
  readNumber,
  readPlace,
} from './read-words.js';
import { closeBonds, createState, endClause, type ReadingState, relate } from './reading-state.js';
import { applySplits, dropToldWholes } from './splits.js';
import { can, plays, type Token } from './tokens.js';
import { endsUnknownCompound, isUnknownNoun, knownEnding } from './unknown-words.js';

/** Words that begin a noun phrase in English: after a noun they show that the word before was a verb. */
function opensPhrase(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === 'break' ||
    can(token, 'number') ||
    can(token, 'preposition') ||
    plays(token, 'the') ||
    plays(token, 'it') ||
    plays(token, 'this')
  );
}

/** The senses with which the word at `at` is a noun here, or null when it is something else. */
function nounSenses(state: ReadingState, at: number): readonly AnySense[] | null {
  const { tokens, modifiers } = state;
  const token = tokens[at];
  if (token === undefined || !isNounLike(token)) return null;
  if (state.groupEnd === at - 1 && isVerbAfter(tokens[at - 1], token)) return null;
  const next = tokens[at + 1];
  if (can(token, 'colour')) {
    if (nounFollows(tokens, at + 1) || listsColours(state, at)) return null;
    // `…, orange and white`: two colours, not a fruit and a colour.
    if (!modifiers.determined && plays(next, 'and') && can(tokens[at + 2], 'colour') && !isNounLike(tokens[at + 2]))
      return null;
    const described = state.predicate || (state.link?.relation === 'in' && modifiers.count === null);
    if (described && !modifiers.determined) return null;
  }
  if (can(token, 'material')) {
    if (isNounLike(next) && !can(next, 'colour')) return null;
    if (plays(tokens[at - 1], 'of') || /^(?:from|with)$/i.test(tokens[at - 1]?.text ?? '')) {
      if (/made|built|carved|crafted|out/i.test(tokens[at - 2]?.text ?? '')) return null;
    }
    if (token.script === 'han' && plays(next, 'de') && isNounLike(tokens[at + 2])) return null;
  }
  if (can(token, 'action') || can(token, 'bond')) {
    const afterNoun = state.groupEnd === at - 1 && !modifiers.determined;
    if (afterNoun && token.script === 'latin' && opensPhrase(next)) return null;
    if (
      token.script === 'han' &&
      can(token, 'bond') &&
      (can(next, 'number') || isNounLike(next) || can(next, 'colour'))
    )
      return null;
  }
  if (can(token, 'medium') && plays(next, 'of')) return null;
  if (can(token, 'measure') && modifiers.count !== null && nounFollows(tokens, at + 1)) return null;
  return token.senses;
}

/** `three kittens, one orange, one grey`: the colour of one of those named before, not a fruit. */
function listsColours(state: ReadingState, at: number): boolean {
  const { tokens } = state;
  const counts = tokens[at - 1]?.text.toLowerCase() === 'one' || plays(tokens[at - 1], 'other');
  if (
    !counts ||
    (tokens[at + 1] !== undefined && opensPhrase(tokens[at + 1]) === false && !plays(tokens[at + 1], 'and'))
  )
    return false;
  // `two apples and one orange` is fruit: a list of colours begins after a break, or has begun.
  const before = plays(tokens[at - 2], 'and') ? tokens[at - 3] : tokens[at - 2];
  const listed = before?.kind === 'break' || state.modifiers.shares.length > 0 || state.splits.size > 0;
  return listed && state.mentions.some((mention) => (mention.count ?? 1) > 1 && !mention.absorbed);
}

/** `a bird's nest`, `a child drawing of`: whose it is, or who made it, is not to be seen; a pirate's shoulder is. */
function isOnlyOwner(state: ReadingState, at: number): boolean {
  const { tokens } = state;
  const next = tokens[at + 1];
  if (can(next, 'medium') && (plays(tokens[at + 2], 'of') || /\sof$/i.test(next?.text ?? ''))) return true;
  const owned = senseOf(next?.senses ?? [], 'noun');
  return tokens[at]?.possessive === true && owned !== undefined && owned.nounClass !== 'body';
}

/** Reads a noun or, when it only modifies the next noun, leaves its setting behind and waits. */
function readNounWord(state: ReadingState, at: number, senses: readonly AnySense[]): void {
  const token = state.tokens[at];
  if (token === undefined) return;
  if (state.dressing.length > 0) {
    for (const mention of state.dressing.splice(0)) disguise(mention, token, ' as ');
    state.groupEnd = at;
    return;
  }
  if (isOnlyOwner(state, at)) return;
  const disguised = state.group.at(-1);
  if (disguised !== undefined && state.groupEnd === at - 1 && isDisguise(state.tokens[at - 1] ?? token, token)) {
    disguise(disguised, token);
    state.groupEnd = at;
    return;
  }
  if (isDisguise(token, state.tokens[at + 1]) || !modifiesNext(state, at)) {
    readNoun(state, at, senses);
    return;
  }
  const worn = senseOf(senses, 'noun');
  if (worn !== undefined && (worn.nounClass === 'clothing' || worn.nounClass === 'body')) {
    // 白衣女子, 长发女孩: what the next noun has on, and its colour.
    const dyed = state.modifiers.colour ?? senseOf(senses, 'impliedColour')?.value ?? null;
    state.modifiers.colour = null;
    state.modifiers.dressed.push({ noun: token.text, concept: worn.value, colour: dyed });
    return;
  }
  const colour = senseOf(senses, 'impliedColour');
  if (colour !== undefined) state.modifiers.colour ??= colour.value;
  const setting = senseOf(senses, 'setting');
  if (setting !== undefined) state.settingHints.push({ setting: setting.value, noun: token.text });
}

/** A word nobody knows: a compound with a known end, a thing that cannot be placed, or an adjective to pass over. */
function readUnknown(state: ReadingState, at: number): void {
  const token = state.tokens[at];
  if (token === undefined) return;
  const next = state.tokens[at + 1];
  // 柯尔|鸭: the head itself was cut off as a word of its own.
  if (token.script === 'han' && next?.script === 'han' && endsUnknownCompound(token, next)) return;
  const ending = knownEnding(token);
  if (ending !== null) {
    const lexicon = getLexicon();
    const found = token.script === 'han' ? lexicon.findChinese(ending) : lexicon.findEnglish([ending], 0)?.senses;
    const noun = senseOf(found ?? [], 'noun');
    if (noun !== undefined) {
      readNoun(state, at, [{ ...noun, confidence: 0.4 }]);
      return;
    }
  }
  if (!isUnknownNoun(state, at)) return;
  readNoun(state, at, []);
}

function readFunctionWord(state: ReadingState, at: number, token: Token): boolean {
  const role = senseOf(token.senses, 'function')?.value;
  const next = state.tokens[at + 1];
  switch (role) {
    case 'the':
      state.modifiers.definite = true;
      state.modifiers.determined = true;
      return true;
    case 'this':
      if (nounFollows(state.tokens, at + 1) || can(next, 'measure') || can(next, 'medium')) {
        state.modifiers.pointing = true;
        state.modifiers.determined = true;
      }
      return true;
    case 'and':
      readAnd(state, at);
      return true;
    case 'de':
      readDe(state, at);
      return true;
    case 'at':
      readAt(state, at);
      return true;
    case 'have':
      readHave(state, at);
      return true;
    case 'be':
      readBe(state);
      return true;
    case 'it':
      if (readPronounObject(state, at) || readPronounSubject(state, at)) return true;
      state.topicInClause = state.topic.length > 0;
      state.group = state.topic;
      state.groupEnd = at;
      return true;
    case 'other':
      state.ellipsis = { count: null };
      return true;
    case 'no':
      state.negating = true;
      state.link = null;
      return true;
    case 'of':
      readOf(state, at);
      return true;
    case 'as':
      state.dressing = state.groupEnd === at - 1 ? state.group : state.topic;
      return true;
    case 'part':
      readPart(state, at, token);
      return true;
    case 'very':
      return true;
    default:
      return false;
  }
}

/** 他举着一块牌子: somebody nobody has named is a man, a woman or a person; false when the pronoun points back. */
function readPronounSubject(state: ReadingState, at: number): boolean {
  const word = state.tokens[at]?.text.toLowerCase() ?? '';
  const meant = /^(?:he|him|他)$/.test(word) ? 'man' : /^(?:she|她)$/.test(word) ? 'woman' : null;
  if (meant === null || state.topic.length > 0 || state.hasReference) return false;
  readNoun(state, at, [{ kind: 'noun', value: meant, nounClass: 'person', confidence: 0.8 }]);
  return true;
}

/** `a dragon flying above it`: the thing named first in the sentence is the object; false when `it` is no object. */
function readPronounObject(state: ReadingState, at: number): boolean {
  const { link } = state;
  const relation = link?.relation ?? null;
  if (link === null || relation === null || !Array.isArray(link.from) || closeBonds.has(relation)) return false;
  const { from } = link;
  const [carried] = state.group;
  // `a desk with a jacket on it`: the jacket is on the desk; the `with` only led up to that.
  // `a bone in its mouth` names a place of its own.
  const whole = !isNounLike(state.tokens[at + 1]);
  if (whole && carried?.governed === 'with' && !from.includes(carried)) {
    const known = state.relations.findIndex(({ to, relation: bond }) => to === carried && bond === 'with');
    const owner = state.relations[known]?.from;
    if (owner !== undefined) {
      state.relations.splice(known, 1);
      state.link = null;
      relate(state, state.group, relation, owner);
      return true;
    }
  }
  const meant = state.mentions.find(
    (mention) => !from.includes(mention) && mention.governed === null && !mention.absorbed && mention.concept !== null,
  );
  state.link = null;
  if (meant !== undefined) relate(state, from, relation, meant);
  return true;
}

/** 车顶上绑着冲浪板: a place on what the clause speaks of; who is there comes next. */
function readPart(state: ReadingState, at: number, token: Token): void {
  const whole = state.topic.at(-1);
  const relation = /[里中内]$/.test(token.text) ? 'in' : 'on';
  if (/^[车船]/.test(token.text) && token.text.length === 2 && whole?.nounClass !== 'vehicle') {
    readCarrier(state, at, relation);
    return;
  }
  if (state.link !== null && whole !== undefined && state.link.relation === null) state.link = null;
  else if (whole !== undefined && !plays(state.tokens[at + 1], 'de')) state.fronted.push({ relation, to: whole });
}

const containers = new Set([
  'bowl',
  'plate',
  'basket',
  'vase',
  'box',
  'jar',
  'cup',
  'glass',
  'bottle',
  'bucket',
  'statue',
  'pot',
  'doll',
  'balloon',
  'teddy bear',
]);

/** `a bowl of apples`: the container with its contents. Any other `of` names nothing. */
function readOf(state: ReadingState, at: number): void {
  const last = state.group.at(-1);
  const contains = containers.has(last?.concept ?? '') || last?.setting === 'meadow';
  if (last !== undefined && state.groupEnd === at - 1 && contains) {
    state.link = { relation: 'with', from: [last], contents: true };
  }
}

/** One word that is neither noun nor small word. */
function readOther(state: ReadingState, at: number, token: Token): void {
  const { senses } = token;
  const localiser = senseOf(senses, 'localiser');
  if (localiser !== undefined && token.script === 'han') {
    const follows = state.groupEnd === at - 1 || (state.groupEnd === at - 2 && plays(state.tokens[at - 1], 'de'));
    const described = state.modifiers.colour !== null || state.modifiers.material !== null;
    if (!follows && described && token.text.startsWith('门')) readDoor(state, at, localiser.value);
    else if (!follows) readBareLocaliser(state, at, localiser.value);
    return;
  }
  // 水母群: many of what was just named.
  const [herd] = token.text === '群' && state.groupEnd === at - 1 ? state.group : [];
  if (herd !== undefined && (herd.count ?? 1) === 1) {
    herd.count = 5;
    herd.exact = false;
    return;
  }
  const place = senseOf(senses, 'place');
  const link = senseOf(senses, 'preposition') ?? senseOf(senses, 'bond');
  const action = senseOf(senses, 'action');
  if (place !== undefined) readPlace(state, at, place.value);
  else if (link !== undefined) readLinkWord(state, at, link.value);
  else if (action !== undefined) readAction(state, at, action.value);
  else if (can(token, 'measure') && can(state.tokens[at - 1], 'number')) state.modifiers.determined = true;
  else if (can(token, 'number')) readNumber(state, at);
  else if (can(token, 'colour')) readColour(state, at);
  else if (can(token, 'material') || can(token, 'size')) readQuality(state, at, token);
  else if (can(token, 'measure') && state.modifiers.count !== null) state.modifiers.determined = true;
  else if (can(token, 'medium')) state.modifiers = noModifiers();
  else if (can(token, 'weather') || can(token, 'time') || can(token, 'season')) {
    // `in the rain` has no object; `by a rainy window` has.
    if (token.script === 'han' || !nounFollows(state.tokens, at + 1)) state.link = null;
  } else if (can(token, 'ignored')) readIgnored(state, at, token);
}

/** A material or a size: of the noun to come, else of what was just named. */
function readQuality(state: ReadingState, at: number, token: Token): void {
  const material = senseOf(token.senses, 'material');
  const size = senseOf(token.senses, 'size');
  if (nounFollows(state.tokens, at + 1)) {
    state.modifiers.material ??= material?.value ?? null;
    state.modifiers.size ??= size?.value ?? null;
    return;
  }
  if (material !== undefined) for (const mention of state.group) mention.material ??= material.value;
  else if (size !== undefined && state.predicate) for (const mention of state.topic) mention.size ??= size.value;
}

/** `a dragon in the clouds, golden, majestic`: a clause that is only a colour tells of the one thing spoken of. */
function readColourTag(state: ReadingState, end: number): void {
  const { tokens, topic } = state;
  const tag = tokens[end - 1];
  const colour = senseOf(tag?.senses ?? [], 'colour')?.value;
  const [only] = topic;
  if (colour === undefined || isNounLike(tag) || tokens[end - 2]?.kind !== 'break') return;
  if (topic.length !== 1 || only === undefined || only.nounClass === 'person' || only.colour !== null) return;
  only.colour = colour;
  state.modifiers.colour = null;
}

/** Nobody asks for more; keeps a hostile prompt from costing time. */
const mostMentions = 64;

/** Reads all tokens; `hasReference` only decides what `this dog` means. */
export function readPhrases(tokens: readonly Token[], hasReference: boolean): Reading {
  const state = createState(tokens, hasReference);
  for (const [at, token] of tokens.entries()) {
    if (state.mentions.length >= mostMentions) break;
    if (state.negating) state.negatedTokens.add(at);
    if (token.kind === 'break') {
      readColourTag(state, at);
      endClause(state, token.strength, state.groupEnd === at - 1 && listContinues(tokens, at + 1));
    } else if (token.kind === 'quote') state.link = state.link?.relation === 'with' ? null : state.link;
    else if (isUnknown(token)) readUnknown(state, at);
    else {
      const senses = nounSenses(state, at);
      // 看书, 读书: the verb brings its object along.
      const action = token.script === 'han' ? senseOf(token.senses, 'action') : undefined;
      if (senses !== null && action !== undefined) readAction(state, at, action.value, true);
      if (senses !== null && !plays(token, 'de')) readNounWord(state, at, senses);
      else if (!readFunctionWord(state, at, token)) readOther(state, at, token);
    }
  }
  readColourTag(state, tokens.length);
  endClause(state, 2);
  const { mentions, relations, negatedTokens, settingHints } = state;
  return dropToldWholes(applySplits({ mentions, relations, negatedTokens, settingHints }, state.splits));
}
