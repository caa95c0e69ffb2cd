// A noun has come: makes the mention, gives it its modifiers, and settles what it is to what came before.
import { type AnySense, type NounClass, senseOf } from '../lexicon/senses.js';
import { headFollows, isNounLike, isUnknown, localiserAfter } from './look-ahead.js';
import { type Mention, type MentionRelation, type Modifiers, noModifiers } from './mention.js';
import { bind, closeBonds, type Link, mergeModifiers, openFrame, type ReadingState, relate } from './reading-state.js';
import { can, plays, type Token } from './tokens.js';
import { endsUnknownCompound } from './unknown-words.js';
import type { RelationName } from './vocabulary.js';

const living: ReadonlySet<NounClass | null> = new Set<NounClass | null>(['person', 'animal', 'fantasy']);
/** Things that come in one piece though their name is a plural or they are counted by the pair. */
const oneByPair = new Set([
  'scissors',
  'glasses',
  'sunglasses',
  'jeans',
  'shorts',
  'skis',
  'chopsticks',
  'headphones',
  'couple',
]);
/** Words in the plural that name one picture element, not several things. */
const collective = new Set(['grapes', 'french fries', 'noodles', 'spaghetti', 'pancakes', 'popcorn', 'rice', 'crowd']);

/** Things that show another thing. */
const likenesses = new Set(['statue', 'doll', 'balloon', 'teddy bear']);

/** Builds the mention of the noun at `at` from its senses and the modifiers. */
function makeMention(token: Token, at: number, modifiers: Modifiers, senses: readonly AnySense[]): Mention {
  const noun = senseOf(senses, 'noun');
  const setting = senseOf(senses, 'setting');
  const sky = senseOf(senses, 'sky');
  // Written out rather than spread: three times as fast, which shows in prompts of a thousand nouns.
  return {
    count: modifiers.count,
    exact: modifiers.exact,
    colour: modifiers.colour ?? senseOf(senses, 'impliedColour')?.value ?? null,
    secondColour: modifiers.secondColour,
    material: modifiers.material ?? senseOf(senses, 'impliedMaterial')?.value ?? null,
    size: modifiers.size ?? senseOf(senses, 'impliedSize')?.value ?? null,
    action: modifiers.action,
    place: modifiers.place,
    negated: modifiers.negated,
    definite: modifiers.definite,
    pointing: modifiers.pointing,
    determined: modifiers.determined,
    dressed: modifiers.dressed,
    shares: modifiers.shares,
    noun: token.text,
    at,
    concept: noun?.value ?? null,
    nounClass: noun?.nounClass ?? null,
    confidence: noun?.confidence ?? setting?.confidence ?? sky?.confidence ?? 0,
    setting: setting?.value ?? null,
    sky: sky?.value ?? null,
    // 鱼群, 骆驼商队: a shoal, a caravan.
    plural: token.plural || token.text.endsWith('们') || (noun?.nounClass === 'animal' && /[群队]$/.test(token.text)),
    governed: null,
    wearing: modifiers.dressed,
    absorbed: false,
    unknown: noun === undefined && setting === undefined && sky === undefined,
  };
}

/** The noun as the prompt has it: 柯尔鸭 though only 鸭 is known, 书 though the token is 看书. */
function nameWhole(state: ReadingState, mention: Mention, at: number): void {
  const token = state.tokens[at];
  const before = state.tokens[at - 1];
  if (token?.script !== 'han') return;
  if (before?.script === 'han' && isUnknown(before) && endsUnknownCompound(before, token)) {
    mention.noun = before.text + token.text;
    mention.confidence = Math.min(mention.confidence, 0.4);
  } else if (can(token, 'action') && mention.concept !== null) mention.noun = token.text.slice(1);
}

/** Counts that the language leaves open: a bare plural, a pair of something that is one. */
function settleCount(mention: Mention): void {
  const concept = mention.concept ?? '';
  if (oneByPair.has(concept) && (mention.count === null || mention.count === 2)) mention.count = 1;
  if (mention.count === null && mention.plural && !collective.has(concept)) {
    mention.count = 3;
    mention.exact = false;
  }
  if (collective.has(concept) && !mention.exact) mention.count = 1;
}

/** Later only called `the table`, 桌上. */
const tables = new Set(['desk', 'dining table', 'table']);

/** An earlier mention that `the cup` or a repeated bare 杯子 speaks of again. */
function findAgain(state: ReadingState, mention: Mention, token: Token): Mention | undefined {
  if (mention.count !== null && mention.count !== 1) return undefined;
  // 猫在桌子上，狗在桌子下: one table. But two people who each hold a balloon hold two.
  const bonded = state.link !== null && state.link.relation !== null && closeBonds.has(state.link.relation);
  const bareChinese = token.script === 'han' && !mention.determined && !bonded;
  if (!mention.definite && !bareChinese) return undefined;
  const same = state.mentions.filter(
    (earlier) =>
      !earlier.absorbed &&
      earlier.concept !== null &&
      ((earlier.concept === mention.concept && (mention.definite || earlier.noun === mention.noun)) ||
        (mention.concept === 'table' && tables.has(earlier.concept))),
  );
  const matching = same.find((earlier) => earlier.colour === mention.colour || mention.colour === null);
  if (matching !== undefined) return matching;
  return mention.definite ? same.find((earlier) => earlier.colour === null) : undefined;
}

/** Settings that are named after who uses them. */
const rooms: ReadonlySet<string> = new Set([
  'bedroom',
  'bathroom',
  'classroom',
  'office',
  'kitchen',
  'library',
  'restaurant',
]);

/** Nouns in the plural that are verbs after somebody: a parrot watches, a smith hammers a sword. */
const alsoVerbs = /^(?:watches|hammers|waves|cooks|guards|plants|flies|fishes|sails|bears|rings|drums|saws|paints)$/i;

/** And in the singular after several: seagulls circle, deer graze. */
const alsoVerbsOfMany =
  /^(?:circle|watch|wave|guard|fly|fish|sail|play|cook|plant|ring|drum|paint|hammer|race|parade)$/i;

/** Is `next` what the living thing named by `token` does? */
export function isVerbAfter(token: Token | undefined, next: Token | undefined): boolean {
  if (token === undefined || next?.script !== 'latin') return false;
  if (!(token.plural ? alsoVerbsOfMany : alsoVerbs).test(next.text)) return false;
  return living.has(senseOf(token.senses, 'noun')?.nounClass ?? null);
}

/** Two nouns side by side: is the first only a modifier of the second (`kitchen table`, 机器人厨师)? */
export function modifiesNext(state: ReadingState, at: number): boolean {
  const { tokens } = state;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (isVerbAfter(token, next)) return false;
  if (token === undefined || token.plural || !isNounLike(next) || can(next, 'colour') || can(next, 'medium'))
    return false;
  if (next?.script !== token.script || (state.modifiers.count ?? 1) > 1) return false;
  const first = senseOf(token.senses, 'noun');
  const second = senseOf(next.senses, 'noun');
  // 女生宿舍 names a room; but 小狗草地上 puts a dog on the grass.
  const setting = senseOf(next.senses, 'setting')?.value ?? '';
  if (second === undefined && first?.nounClass === 'person' && state.modifiers.count === null && rooms.has(setting))
    return true;
  // 女孩沙发上…: the second noun opens a place.
  if (token.script === 'han' && localiserAfter(tokens, at + 1) >= 0 && living.has(first?.nounClass ?? null))
    return false;
  // `a trident under the sea`, `a boat underwater`: an adverb is no noun to modify.
  if (
    /^(?:(?:in|on|at|under|by|through|across|above|beneath|among)\s|underwater$|indoors?$|downtown$)/i.test(next.text)
  )
    return false;
  // 睡莲池塘: the lotus is in the picture; a kitchen table is no kitchen beside a table.
  if (second === undefined)
    return first !== undefined && !living.has(first.nounClass ?? null) && first.nounClass !== 'plant';
  if (second.nounClass === 'body') return false;
  // A golden retriever puppy is one dog.
  if (first !== undefined && first.value === second.value) return true;
  const alike = first?.nounClass === second.nounClass;
  // `cat dog bird` without commas is a list.
  if (alike && (living.has(first?.nounClass ?? null) || first?.nounClass === 'vehicle')) return false;
  return true;
}

/** The mention becomes the object of the waiting link. */
function takeAsObject(state: ReadingState, link: Link, mention: Mention, at: number): void {
  const place = localiserAfter(state.tokens, at);
  const said = place < 0 ? null : (senseOf(state.tokens[place]?.senses ?? [], 'localiser')?.value ?? null);
  // 在 with nothing after: a place is entered, a thing is stood on.
  const relation: RelationName = said ?? link.relation ?? (mention.setting === null ? 'on' : 'in');
  mention.governed = relation;
  // `On the table, a cat`: who is there has yet to be named.
  if (Array.isArray(link.from) && link.from.length === 0) state.fronted.push({ relation, to: mention });
  else relate(state, link.from, relation, mention);
  const before = state.group;
  state.link = null;
  state.group = [mention];
  state.lastLink = { link: { ...link, relation }, to: mention };
  if (link.contents === true && Array.isArray(link.from)) {
    // What is said next is said of the bowl, not of the apples in it.
    state.group = before;
    state.lastLink = null;
    depict(link.from[0], mention);
    overgrow(link.from[0], mention);
    fill(link.from[0], mention);
    putInto(state, link.from[0], mention);
  }
}

/** What things are put into, so that they look out over its rim. */
const vessels: ReadonlySet<string | null> = new Set([
  'vase',
  'pot',
  'bucket',
  'basket',
  'bowl',
  'box',
  'jar',
  'glass',
  'cup',
]);

/** A vase of sunflowers: the flowers are in it, not beside it. */
function putInto(state: ReadingState, vessel: Mention | undefined, contents: Mention): void {
  if (vessel === undefined || contents.absorbed || !vessels.has(vessel.concept)) return;
  const said = state.relations.find(
    ({ from, relation, to }) => from === vessel && relation === 'with' && to === contents,
  );
  if (said === undefined) return;
  contents.governed = 'in';
  Object.assign(said, { from: contents, relation: 'in', to: vessel } satisfies MentionRelation);
}

/** A statue of a lion is drawn as a lion of stone. */
function depict(carrier: Mention | undefined, shown: Mention): void {
  if (carrier === undefined || !likenesses.has(carrier.concept ?? '') || !living.has(shown.nounClass)) return;
  carrier.material ??= carrier.concept === 'statue' ? 'stone' : null;
  carrier.concept = shown.concept;
  carrier.nounClass = shown.nounClass;
  carrier.confidence = shown.confidence;
  shown.absorbed = true;
}

/** A field of daisies is a place full of flowers, not three flowers. */
function overgrow(field: Mention | undefined, growth: Mention): void {
  if (field?.setting !== 'meadow' || growth.nounClass !== 'plant') return;
  field.setting = growth.concept === 'wheat' ? 'farm' : 'flower-field';
  field.noun += ` of ${growth.noun}`;
  field.colour ??= growth.colour;
  growth.absorbed = true;
}

/** What is drawn with its cup or bowl around it. */
const served = new Set([
  'coffee',
  'tea',
  'milk',
  'juice',
  'beer',
  'wine',
  'soft drink',
  'bubble tea',
  'soup',
  'noodles',
  'rice',
  'curry',
  'popcorn',
]);

/** Two cups of coffee are two coffees; a bottle of wine is a bottle. */
function fill(vessel: Mention | undefined, contents: Mention): void {
  if (vessel === undefined || !served.has(contents.concept ?? '')) return;
  contents.absorbed = true;
  vessel.noun += ` of ${contents.noun}`;
  if (vessel.concept === 'cup' || vessel.concept === 'glass' || vessel.concept === 'bowl')
    vessel.concept = contents.concept;
}

/** `holding a cup and a book`: the second object shares the link; `a cat on a sofa and a dog` does not. */
function sharesLastLink(state: ReadingState, mention: Mention): boolean {
  const last = state.lastLink;
  if (last === null || last.link.relation === null) return false;
  // `wearing a hat, a scarf and gloves`: among clothes a comma is an `and`.
  if (mention.nounClass === 'clothing' && last.to.nounClass === 'clothing' && closeBonds.has(last.link.relation))
    return true;
  if (!state.joined) return false;
  if (last.link.relation === 'between') return true;
  if (!closeBonds.has(last.link.relation)) return false;
  if (state.groupEnd - last.to.at > 1 && !last.to.absorbed) return false;
  // A second person or animal is only held when the first object was one too.
  return !living.has(mention.nounClass) || last.to.nounClass === mention.nounClass;
}

/** The mention is named for itself: new topic, or one more of the group. */
function takeAsTopic(state: ReadingState, mention: Mention): void {
  const grouped = state.joined && state.group.length > 0 && state.group.every((other) => other.governed === null);
  if (grouped) state.group.push(mention);
  else state.group = [mention];
  state.topic = grouped ? [...state.group] : [mention];
  state.topicInClause = true;
  for (const { relation, to } of state.fronted.splice(0)) bind(state, mention, relation, to);
}

/** Chinese 桌子上…: the noun names a place; finds who is there or leaves it to the next mention. */
function takeAsPlace(state: ReadingState, mention: Mention, localiser: number): void {
  const relation = senseOf(state.tokens[localiser]?.senses ?? [], 'localiser')?.value ?? 'on';
  mention.governed = relation;
  const after = state.tokens[localiser + 1];
  const frame = openFrame(state);
  const attributive = plays(after, 'de') && headFollows(state.tokens, localiser + 2);
  if (frame !== undefined && !frame.closed) frame.entries.push({ relation, to: mention });
  else if (state.topicInClause && !attributive && !plays(after, 'have') && !plays(after, 'be')) {
    relate(state, state.topic, relation, mention);
  } else state.fronted.push({ relation, to: mention });
}

/** A part of a body, or a piece of clothing in a list of tags after somebody who can wear it. */
function belongsToTopic(state: ReadingState, mention: Mention): boolean {
  if (state.topic.length === 0) return false;
  if (mention.nounClass === 'body') return true;
  const bare = mention.count === null && !mention.determined && !state.topicInClause && !state.joined;
  return bare && mention.nounClass === 'clothing' && state.topic.every((owner) => living.has(owner.nounClass));
}

/** 看着桌子上的鱼, 坐在桌子上的盘子旁边: is the place only an attribute of the object that a link waits for? */
function describesNext(state: ReadingState, link: Link | null, localiser: number): boolean {
  if (link === null || localiser < 0 || link.contents === true) return false;
  const frame = openFrame(state);
  if (frame !== undefined && !frame.closed) return false;
  return plays(state.tokens[localiser + 1], 'de') && headFollows(state.tokens, localiser + 2);
}

/** Splits `a red and a blue ball` into two mentions of the shared noun. */
function addShares(state: ReadingState, mention: Mention): void {
  const { shares } = mention;
  if (shares.length === 0) return;
  const shared = shares.reduce((sum, share) => sum + share.count, 0);
  // 一红一蓝两个气球: the shares are the whole.
  if (mention.count === shared && mention.colour === null) {
    state.splits.set(mention, shares);
    return;
  }
  for (const share of shares) {
    const twin: Mention = { ...mention, count: share.count, colour: share.colour, shares: [], wearing: [] };
    state.mentions.splice(state.mentions.indexOf(mention), 0, twin);
    state.group.push(twin);
  }
}

/** Reads the noun token at `at`. `senses` are those that fit here. */
export function readNoun(state: ReadingState, at: number, senses: readonly AnySense[]): void {
  const token = state.tokens[at];
  if (token === undefined) return;
  const frame = openFrame(state);
  const heads = frame?.closed === true;
  let modifiers = state.modifiers;
  if (heads && frame !== undefined) {
    modifiers = mergeModifiers(frame.outerModifiers, modifiers);
    state.link = frame.outerLink;
    state.frames.pop();
  }
  state.modifiers = noModifiers();
  const fresh = makeMention(token, at, modifiers, senses);
  nameWhole(state, fresh, at);
  const link = state.link;
  const again = findAgain(state, fresh, token);
  const mention = again ?? fresh;
  if (again === undefined) {
    settleCount(mention);
    if (state.negating || modifiers.negated) mention.negated = true;
    state.mentions.push(mention);
  } else if (again.colour === null) again.colour = fresh.colour;
  addShares(state, mention);

  const localiser = token.script === 'han' ? localiserAfter(state.tokens, at) : -1;
  if (describesNext(state, link, localiser)) {
    mention.governed = senseOf(state.tokens[localiser]?.senses ?? [], 'localiser')?.value ?? 'on';
    state.attributes.push({ relation: mention.governed, to: mention });
    state.groupEnd = at;
    state.joined = false;
    return;
  }
  for (const { relation, to } of state.attributes.splice(0)) bind(state, mention, relation, to);
  if (link !== null) takeAsObject(state, link, mention, at);
  else if (localiser >= 0) takeAsPlace(state, mention, localiser);
  else if (sharesLastLink(state, mention)) {
    const shared = state.lastLink;
    if (shared !== null) {
      mention.governed = shared.link.relation;
      relate(state, shared.link.from, shared.link.relation ?? 'with', mention);
    }
  } else if (belongsToTopic(state, mention)) {
    // `a girl, long hair, red dress`: part of whom the clause speaks of.
    for (const owner of state.topic) bind(state, owner, 'wearing', mention);
  } else if (!mention.negated) takeAsTopic(state, mention);

  if (link === null && localiser >= 0) state.group = [mention];
  if (heads && frame !== undefined) {
    for (const entry of frame.entries) bind(state, mention, entry.relation, entry.to);
    mention.action ??= frame.action;
  }
  state.groupEnd = at;
  state.joined = false;
  state.predicate = false;
  state.ellipsis = null;
}
