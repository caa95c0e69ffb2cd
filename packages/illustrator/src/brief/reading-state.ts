// The state of one pass over the tokens, and the few moves that change it: relate, open and close a frame, end a clause.
//
// English says what a thing is doing after its noun (`a fox in a red coat`), so a relation belongs to the mention just
// named or to the topic of the clause. Chinese says it before the noun and closes with 的 (`穿着红外套的狐狸`): a verb then
// opens a *frame* that keeps what came before it (一只) and collects relations until its noun arrives.
import type { SenseValues } from '../lexicon/senses.js';
import { type Mention, type MentionRelation, type Modifiers, noModifiers, type Reading } from './mention.js';
import type { Token } from './tokens.js';
import type { ActionName, ColourName, RelationName } from './vocabulary.js';

/** A Chinese attributive clause whose noun has not come yet. */
export interface Frame {
  /** What stood before the clause: 一只 in 一只穿着外套的猫. */
  outerModifiers: Modifiers;
  /** The relation that waits for the framed noun as its object: 抱着 in 抱着一只穿衣服的猫. */
  outerLink: Link | null;
  entries: { relation: RelationName; to: Mention }[];
  action: ActionName | null;
  /** 的 has come: the next noun owns the entries. */
  closed: boolean;
}

/** A relation whose object has not come yet; `relation` null is 在, until the place word after the object says which. */
export interface Link {
  relation: RelationName | null;
  from: Mention[] | Frame;
  /** `of` after a container: the object is what is in it. */
  contents?: boolean;
}

/** Part of a plural mention that was given its own colour: `one is red`. `count` null is the rest. */
export interface Split {
  count: number | null;
  colour: ColourName;
}

/** All that a handler of a token may read and change. */
export interface ReadingState {
  readonly tokens: readonly Token[];
  readonly hasReference: boolean;
  readonly mentions: Mention[];
  readonly relations: MentionRelation[];
  readonly settingHints: Reading['settingHints'];
  readonly negatedTokens: Set<number>;
  readonly splits: Map<Mention, Split[]>;
  /** Modifiers read so far whose noun has not come. */
  modifiers: Modifiers;
  /** Who the clause speaks of; stays over commas. */
  topic: Mention[];
  /** The topic was named since the last break. */
  topicInClause: boolean;
  /** The mentions just named, joined by `and`, and the index of the last one's token. */
  group: Mention[];
  groupEnd: number;
  link: Link | null;
  /** The link whose object came last, for `holding a cup and a book`. */
  lastLink: { link: Link; to: Mention } | null;
  /** Places named before who is there: `on the table there is`, 桌子上有. */
  fronted: { relation: RelationName; to: Mention }[];
  /** Places that describe the next noun whatever it is to the rest: 桌子上的 in 看着桌子上的鱼. */
  attributes: { relation: RelationName; to: Mention }[];
  readonly frames: Frame[];
  /** An `and` stands between the last mention and here. */
  joined: boolean;
  /** An `is` stands between the last mention and here. */
  predicate: boolean;
  /** `dressed as` waits for the trade that its owners are dressed as. */
  dressing: Mention[];
  /** A `no` or `without` is in force. */
  negating: boolean;
  /** `one is …`, `the other …`: what follows describes part of a mention named before. */
  ellipsis: { count: number | null } | null;
}

/** A fresh state over `tokens`. */
export function createState(tokens: readonly Token[], hasReference: boolean): ReadingState {
  return {
    tokens,
    hasReference,
    mentions: [],
    relations: [],
    settingHints: [],
    negatedTokens: new Set(),
    splits: new Map(),
    modifiers: noModifiers(),
    topic: [],
    topicInClause: false,
    group: [],
    groupEnd: -2,
    link: null,
    lastLink: null,
    fronted: [],
    attributes: [],
    frames: [],
    joined: false,
    predicate: false,
    dressing: [],
    negating: false,
    ellipsis: null,
  };
}

const wornClasses: ReadonlySet<string | null> = new Set(['clothing', 'body']);
/** `a house with a red door` has no second subject. */
const built: ReadonlySet<string | null> = new Set(['building', 'vehicle']);
const buildingParts: ReadonlySet<string | null> = new Set(['door', 'window', 'roof', 'wall', 'stairs']);

/** Who can have clothes on; a desk with a jacket on it does not wear it. */
const dressable: ReadonlySet<string | null> = new Set(['animal', 'person', 'fantasy', 'plant']);
const figures: ReadonlySet<string | null> = new Set([
  'teddy bear',
  'doll',
  'statue',
  'snowman',
  'scarecrow',
  'rubber duck',
]);

function canDress(owner: Mention): boolean {
  return dressable.has(owner.nounClass) || figures.has(owner.concept);
}

/** Puts `to` on or beside one owner: worn things and parts go into `wearing`, the rest become relations. */
export function bind(state: ReadingState, owner: Mention, relation: RelationName, to: Mention): void {
  if (owner === to || (owner.concept === to.concept && owner.at === to.at)) return;
  const worn =
    relation === 'wearing' ||
    (relation === 'with' &&
      (to.nounClass === 'body' ||
        (to.nounClass === 'clothing' && canDress(owner)) ||
        (buildingParts.has(to.concept) && built.has(owner.nounClass)))) ||
    ((relation === 'in' || relation === 'around') && to.nounClass === 'clothing');
  if (relation === 'holding' && to.concept === 'tie') {
    // 打着领带: a tie is knotted, not held.
    bind(state, owner, 'wearing', to);
    return;
  }
  if (relation === 'wearing' && !wornClasses.has(to.nounClass) && !wearable.has(to.concept)) {
    state.relations.push({ from: owner, relation: 'holding', to });
    return;
  }
  if (worn && to.concept !== null) {
    to.absorbed = true;
    if (to.concept === 'fur') owner.colour ??= to.colour;
    if (to.concept === 'body' || to.concept === 'fur') return;
    if (owner.wearing.length < 8) owner.wearing.push({ noun: to.noun, concept: to.concept, colour: to.colour });
    return;
  }
  const rides = relation === 'on' && owner.nounClass === 'person' && mounts.has(to.concept);
  state.relations.push({ from: owner, relation: rides ? 'riding' : relation, to });
}

/** What a person who is on it rides. */
const mounts: ReadonlySet<string | null> = new Set([
  'horse',
  'donkey',
  'camel',
  'elephant',
  'unicorn',
  'pegasus',
  'dragon',
  'bicycle',
  'motorcycle',
  'scooter',
  'kick scooter',
  'skateboard',
  'surfboard',
  'snowboard',
  'sled',
]);

/** Things that are no clothes but can be worn on a body; anything else on a back or a head is carried. */
const wearable: ReadonlySet<string | null> = new Set([
  'backpack',
  'handbag',
  'purse',
  'flower',
  'rose',
  'wreath',
  'sword',
  'shield',
  'medal',
  'bell',
  'camera',
  'feather',
  'guitar',
  'bow and arrow',
]);

/** Relates every owner (or the noun a frame waits for) to `to`. */
export function relate(state: ReadingState, from: Mention[] | Frame, relation: RelationName, to: Mention): void {
  if (Array.isArray(from)) for (const owner of from) bind(state, owner, relation, to);
  else from.entries.push({ relation, to });
}

/** The frame still open, if any. */
export function openFrame(state: ReadingState): Frame | undefined {
  return state.frames.at(-1);
}

/** Who a Chinese verb here belongs to: the noun a frame waits for, else the topic. */
export function currentOwner(state: ReadingState): Mention[] | Frame {
  return openFrame(state) ?? state.topic;
}

/** Opens a frame: what was read of the coming noun waits in it. */
export function pushFrame(state: ReadingState): Frame {
  const frame: Frame = {
    outerModifiers: state.modifiers,
    outerLink: state.link,
    entries: [],
    action: null,
    closed: false,
  };
  state.frames.push(frame);
  state.modifiers = noModifiers();
  state.link = null;
  return frame;
}

/** Modifiers before the clause and after it, as one: 一只(穿着外套的)白色的 + 猫. */
export function mergeModifiers(outer: Modifiers, inner: Modifiers): Modifiers {
  return {
    count: inner.count ?? outer.count,
    exact: inner.count === null ? outer.exact : inner.exact,
    colour: inner.colour ?? outer.colour,
    secondColour: inner.secondColour ?? outer.secondColour,
    material: inner.material ?? outer.material,
    size: inner.size ?? outer.size,
    action: inner.action ?? outer.action,
    place: inner.place ?? outer.place,
    negated: inner.negated || outer.negated,
    definite: inner.definite || outer.definite,
    pointing: inner.pointing || outer.pointing,
    determined: inner.determined || outer.determined,
    dressed: [...outer.dressed, ...inner.dressed],
    shares: [...outer.shares, ...inner.shares],
  };
}

/** Gives a colour to part of the last plural mention; false when there is none. */
function splitLastPlural(state: ReadingState, parts: readonly Split[]): boolean {
  const whole = state.mentions.findLast((mention) => mention.count !== null && mention.count > 1 && !mention.absorbed);
  if (whole === undefined) return false;
  state.splits.set(whole, [...(state.splits.get(whole) ?? []), ...parts]);
  return true;
}

/** Applies what stands without a noun (`one is red`, `the cup is red`), so that it is not lost at a break or an `and`. */
export function flushModifiers(state: ReadingState): void {
  const { modifiers, ellipsis } = state;
  const colour = modifiers.colour;
  if (colour !== null && (ellipsis !== null || modifiers.count !== null || modifiers.shares.length > 0)) {
    const last: Split = { count: ellipsis === null ? modifiers.count : ellipsis.count, colour };
    splitLastPlural(state, [...modifiers.shares, last]);
  } else if (colour !== null && state.group.length > 0 && state.topicInClause) {
    for (const mention of state.group) mention.colour ??= colour;
  }
  state.modifiers = noModifiers();
  state.ellipsis = null;
}

/** Ends a clause (comma) or a sentence: what still waits finds its owner or is dropped. `lists`: the comma is an `and`. */
export function endClause(state: ReadingState, strength: 0 | 1 | 2, lists = false): void {
  flushModifiers(state);
  for (const frame of state.frames.splice(0)) {
    for (const entry of frame.entries) relate(state, state.topic, entry.relation, entry.to);
    const first = state.topic[0];
    if (first !== undefined && frame.action !== null) first.action ??= frame.action;
  }
  state.link = null;
  state.attributes = [];
  state.predicate = false;
  state.negating = false;
  state.dressing = [];
  state.joined = lists;
  state.topicInClause = false;
  if (strength === 2) {
    for (const { relation, to } of state.fronted.splice(0)) relate(state, state.topic, relation, to);
    state.lastLink = null;
    state.group = [];
  }
}

/** The bonds that keep their object close to the owner. */
export const closeBonds: ReadonlySet<RelationName> = new Set<SenseValues['bond']>([
  'holding',
  'riding',
  'wearing',
  'with',
]);
