// Where everything asked for goes: groups become placeables with bands and rules, the layout is solved, boxes come out.
import type { Brief, BriefRelation } from '../brief/brief.js';
import type { PlaceName } from '../brief/vocabulary.js';
import { buildGroups, type Group } from './groups.js';
import type { Instance } from './instances.js';
import { type Area, type Placeable, type Placement, type Rule, solveLayout } from './layout.js';
import { freeLettering, heldLettering } from './place-lettering.js';
import type { Random } from './random.js';
import type { Box, Contact, PlacedLettering, PlacedSubject } from './scene.js';
import type { SettingFacts } from './setting-facts.js';

/** What placing needs to know. */
export interface PlaceRequest {
  brief: Brief;
  instances: readonly Instance[];
  facts: SettingFacts;
  horizon: number;
  aspect: number;
  random: Random;
  /** Measured width ÷ height of text carriers, by index of the lettering. */
  boards: ReadonlyMap<number, number>;
}

/** Everything placed, the column it fills, and where the near bank of a water begins (1: none). */
export interface PlacedAll {
  subjects: PlacedSubject[];
  lettering: PlacedLettering[];
  clear: Box;
  shore: number;
  /** Highest and lowest foot of what stands on the ground. */
  feet: readonly [number, number];
}

const relationRules: Partial<Record<BriefRelation['relation'], Rule['rule']>> = {
  'left-of': 'left',
  'right-of': 'right',
  above: 'above',
  below: 'below',
  'in-front-of': 'front',
  behind: 'behind',
  beside: 'beside',
  with: 'beside',
  facing: 'beside',
  around: 'around',
};

/** Places all instances and texts. */
export function placeSubjects(request: PlaceRequest): PlacedAll {
  const { brief, instances, facts, horizon, aspect, random } = request;
  const groups = buildGroups(brief, instances, request.boards);
  const swimmers = groups.some((group) => swims(rootOf(group, instances)));
  const standers = groups.some((group) => !swims(rootOf(group, instances)) && !flies(rootOf(group, instances)));
  const planted = brief.lettering.some((text) => text.holder === null && text.carrier === 'sign');
  const shore = facts.medium === 'shore' && (standers || planted) ? (swimmers ? 0.8 : 0.66) : 1;
  const free = freeLettering(brief, instances, {
    horizon,
    aspect,
    indoor: facts.indoor,
    medium: facts.medium,
    random: random.fork('lettering'),
    boards: request.boards,
  });
  const items = groups.map((group) => placeableOf(group, request, shore));
  const rules = rulesOf(brief, instances, groups);
  const planted0 = items.length;
  items.push(...free.planted.map((sign) => sign.placeable));
  const focus =
    brief.composition.includes('centred') || brief.composition.includes('symmetrical')
      ? 0.5
      : random.pick([0.36, 0.42, 0.5, 0.5, 0.58, 0.64]);
  const placements = solveLayout({
    items,
    rules,
    aspect,
    horizon,
    obstacles: free.obstacles,
    scale: startScale(request, items),
    focus,
    random: random.fork('solve'),
  });
  const looks = looksOf(brief, instances, groups, placements);
  const subjects: PlacedSubject[] = [];
  const lettering: PlacedLettering[] = [...free.hung];
  const order = items.map((_, i) => i).sort((a, b) => (placements[a]?.y ?? 0) - (placements[b]?.y ?? 0) || a - b);
  order.forEach((index, rank) => {
    const placement = placements[index];
    if (!placement) return;
    const sign = free.planted[index - planted0];
    if (sign) {
      lettering.push(sign.place(placement, aspect, rank * 100, depthAt(placement.y, horizon)));
      return;
    }
    const group = groups[index];
    if (!group) return;
    const flipped = flipOf(rootOf(group, instances), placement.x / aspect, random, looks.get(index) ?? null);
    subjects.push(...subjectsOf(group, placement, flipped, rank * 100, request, shore));
    lettering.push(
      ...heldLettering(brief, group, placement, aspect, rank * 100, depthAt(placement.y, horizon), flipped),
    );
  });
  const feet = subjects
    .filter((subject) => subject.contact === 'ground' || subject.contact === 'floor')
    .map((subject) => subject.box[3]);
  return {
    subjects,
    lettering,
    clear: columnOf(subjects, lettering),
    shore,
    feet: feet.length > 0 ? [Math.min(...feet), Math.max(...feet)] : [0.85, 0.85],
  };
}

const rootOf = (group: Group, instances: readonly Instance[]): Instance => instances[group.root] as Instance;
const flies = ({ fact, pose: { action } }: Instance): boolean =>
  fact.stance === 'flies' ||
  fact.stance === 'sky' ||
  fact.stance === 'hangs' ||
  (action === 'flying' && fact.kind !== 'object');
const swims = ({ fact, pose: { action } }: Instance): boolean =>
  fact.stance === 'swims' || fact.stance === 'underwater' || action === 'swimming';

/** Nearness to the horizon, 0 near … 1 far. */
function depthAt(y: number, horizon: number): number {
  return Math.min(1, Math.max(0, 1 - (y - horizon) / Math.max(0.1, 0.94 - horizon)));
}

const acrossOf: Partial<Record<PlaceName, readonly [number, number]>> = {
  left: [0.05, 0.4],
  'top-left': [0.05, 0.4],
  'bottom-left': [0.05, 0.4],
  right: [0.6, 0.95],
  'top-right': [0.6, 0.95],
  'bottom-right': [0.6, 0.95],
  centre: [0.44, 0.56],
  top: [0.3, 0.7],
  bottom: [0.3, 0.7],
};

const nearOf: Partial<Record<PlaceName, number>> = {
  foreground: 1,
  bottom: 1,
  'bottom-left': 1,
  'bottom-right': 1,
  background: 0,
  top: 0,
  'top-left': 0,
  'top-right': 0,
};

function placeableOf(
  group: Group,
  { brief, instances, facts, horizon, random }: PlaceRequest,
  shore: number,
): Placeable {
  const root = rootOf(group, instances);
  const subject = brief.subjects[root.source];
  const place = subject?.place ?? null;
  const box: Area = { x0: group.x0, y0: group.y0, x1: group.x1, y1: group.y1 };
  const alone = instances.length === 1;
  const floats =
    facts.medium === 'space' ||
    facts.medium === 'sky' ||
    (facts.medium === 'underwater' && root.fact.stance !== 'stands' && root.fact.stance !== 'lies');
  const air = flies(root) && facts.medium !== 'underwater';
  let band: readonly [number, number] = [horizon + 0.2 * (0.94 - horizon), 0.925];
  let near: number | null = (place && nearOf[place]) ?? null;
  if (facts.medium === 'table') band = [horizon + 0.14, 0.9];
  if (facts.medium === 'floor') band = [horizon + 0.09, 0.93];
  if (facts.medium === 'underwater') band = floats ? [0.3, 0.9] : [0.88, 0.95];
  if (facts.medium === 'shore')
    band = swims(root) ? [horizon + 0.09, shore < 1 ? shore - 0.03 : 0.9] : [shore + 0.08, 0.94];
  if (floats && facts.medium !== 'underwater') band = [0.25, 0.92];
  if (air && !floats) {
    const low = place && nearOf[place] === 1 ? 0.9 : alone ? Math.max(0.62, horizon + 0.06) : Math.max(0.45, horizon);
    band = [0.16, low];
    if (place && nearOf[place] === 0) band = [0.1, 0.36];
    near = alone ? 0.86 : null;
  }
  if (near === null && !floats && !air) {
    // Buildings and hills stand back, small things come near.
    if (alone) near = 0.72;
    else if (root.fact.heightM > 4) near = 0.12;
  }
  const grouped = group.pieces.length > 1 || group.signs.length > 0;
  const tallest = closeness(brief, alone ? 0.64 : grouped ? 0.66 : 0.52);
  return {
    box,
    band,
    near,
    across: (place && acrossOf[place]) ?? [0, 1],
    perspective: !floats && !air,
    kind: root.concept,
    tallest: Math.max(tallest, grouped ? 0.6 : 0) + (random.next() - 0.5) * 0.06,
  };
}

/** Wished height by composition words. */
function closeness(brief: Brief, base: number): number {
  if (brief.composition.includes('close-up')) return Math.min(0.84, base * 1.3);
  if (brief.composition.includes('portrait')) return Math.min(0.8, base * 1.2);
  if (brief.composition.includes('wide-shot')) return base * 0.55;
  if (brief.composition.includes('minimal')) return base * 0.72;
  return base;
}

/** A scale at which the items fill a pleasant share of the picture; the solver lowers it when they do not fit. */
function startScale({ brief, instances, aspect, random, horizon }: PlaceRequest, items: readonly Placeable[]): number {
  let area = 0;
  for (const { box } of items) area += (box.x1 - box.x0) * (box.y1 - box.y0);
  if (area <= 0) return 0.5;
  // A group is mostly air inside its box, so it may fill more of the picture than one thing.
  const grouped = instances.length > items.length || brief.lettering.some((lettering) => lettering.holder !== null);
  const share =
    items.length === 1
      ? grouped
        ? random.between(0.3, 0.4)
        : random.between(0.18, 0.27)
      : items.length === 2
        ? random.between(0.26, 0.34)
        : items.length < 6
          ? 0.37
          : 0.42;
  const wide = brief.composition.includes('wide-shot') ? 0.4 : brief.composition.includes('close-up') ? 1.5 : 1;
  const room = aspect * (0.75 + 0.25 * (1 - horizon));
  return Math.sqrt((share * wide * room) / area) * random.between(0.94, 1.1);
}

/** Positional relations between different groups, one rule for each pair of instances. */
function rulesOf(brief: Brief, instances: readonly Instance[], groups: readonly Group[]): Rule[] {
  const rules: Rule[] = [];
  const groupsOf = (source: number): number[] =>
    groups.flatMap((group, index) =>
      group.pieces.some((piece) => instances[piece.instance]?.source === source) ? [index] : [],
    );
  for (const { from, relation, to } of brief.relations) {
    const rule = relationRules[relation];
    const pairs = groupsOf(from).flatMap((a) => groupsOf(to).flatMap((b) => (a === b ? [] : [[a, b] as const])));
    if (rule) for (const [a, b] of pairs) rules.push({ a, b, rule });
  }
  rules.push(...betweenRules(brief, groupsOf));
  return rules;
}

/** Who was asked to face whom looks that way, and is looked back at. */
function looksOf(
  brief: Brief,
  instances: readonly Instance[],
  groups: readonly Group[],
  placements: readonly Placement[],
): Map<number, 'left' | 'right'> {
  const looks = new Map<number, 'left' | 'right'>();
  const groupOf = (source: number): number =>
    groups.findIndex((group) => group.pieces.some((piece) => instances[piece.instance]?.source === source));
  for (const { from, relation, to } of brief.relations) {
    if (relation !== 'facing') continue;
    const [a, b] = [groupOf(from), groupOf(to)];
    const [here, there] = [placements[a], placements[b]];
    if (a === b || !here || !there) continue;
    looks.set(a, here.x < there.x ? 'right' : 'left');
    looks.set(b, here.x < there.x ? 'left' : 'right');
  }
  return looks;
}

/** `A between B and C` arrives as two relations: B goes left of A, C right of it. */
function betweenRules(brief: Brief, groupsOf: (source: number) => number[]): Rule[] {
  const rules: Rule[] = [];
  const sides = new Map<number, number>();
  for (const { from, relation, to } of brief.relations) {
    if (relation !== 'between') continue;
    const flanks = groupsOf(to);
    for (const b of flanks) {
      const side = sides.get(from) ?? 0;
      sides.set(from, side + 1);
      for (const a of groupsOf(from)) if (a !== b) rules.push({ a, b, rule: side % 2 === 0 ? 'right' : 'left' });
    }
  }
  return rules;
}

function contactOf(root: Instance, { facts }: PlaceRequest, shore: number): Contact {
  if (facts.medium === 'space' || facts.medium === 'sky') return 'space';
  if (facts.medium === 'underwater')
    return root.fact.stance === 'stands' || root.fact.stance === 'lies' ? 'ground' : 'underwater';
  if (flies(root)) return 'air';
  if (facts.medium === 'shore') return swims(root) && shore > 0 ? 'water' : 'ground';
  if (facts.medium === 'floor' || facts.medium === 'table') return 'floor';
  return 'ground';
}

/** Boxes, facing and order of all pieces of a placed group. */
function subjectsOf(
  group: Group,
  placement: Placement,
  flipped: boolean,
  order: number,
  request: PlaceRequest,
  shore: number,
): PlacedSubject[] {
  const { brief, instances, aspect, horizon, random } = request;
  const root = rootOf(group, instances);
  const depth = depthAt(placement.y, horizon);
  const middle = placement.x / aspect;
  const contact = contactOf(root, request, shore);
  // A mirrored group fills the same box: everything in it changes sides.
  const mirror = group.x0 + group.x1;
  return group.pieces.map((piece) => {
    const instance = instances[piece.instance] as Instance;
    const subject = brief.subjects[instance.source];
    const [px0, px1] = flipped ? [mirror - piece.x1, mirror - piece.x0] : [piece.x0, piece.x1];
    const box: Box = [
      (placement.x + px0 * placement.scale) / aspect,
      placement.y + piece.y0 * placement.scale,
      (placement.x + px1 * placement.scale) / aspect,
      placement.y + piece.y1 * placement.scale,
    ];
    // Riders and passengers look where the whole group goes.
    const looksRight = (root.fact.facing === 'right') !== flipped;
    const own = instance.fact.facing;
    const flip =
      instance.id === root.id
        ? flipped
        : own === 'front'
          ? false
          : root.fact.facing === 'front'
            ? flipOf(instance, middle, random, null)
            : (own === 'right') !== looksRight;
    return {
      noun: instance.noun,
      concept: instance.concept,
      colour: subject?.colour ?? null,
      secondColour: subject?.secondColour ?? null,
      material: subject?.material ?? null,
      action: instance.pose.action,
      source: instance.source,
      box,
      depth: contact === 'space' || contact === 'underwater' ? random.between(0, 0.3) : depth,
      order: order + piece.order,
      flip,
      tilt: contact === 'air' || contact === 'underwater' || contact === 'space' ? random.bell() * 7 : 0,
      contact: piece.grounded ? contact : 'subject',
      wearing: instance.pose.wearing,
      holding: instance.pose.holding,
      worn: piece.worn,
      seed: random.whole(0, 0x7fffffff),
      picture: instance.picture,
    };
  });
}

/** Those at the side look into the picture; in the middle chance decides; `look` overrides both. */
function flipOf({ fact }: Instance, middle: number, random: Random, look: 'left' | 'right' | null): boolean {
  const chance = random.next();
  if (fact.facing === 'front') return false;
  const looksRight = look ? look === 'right' : middle < 0.4 ? true : middle > 0.6 ? false : chance < 0.5;
  return looksRight !== (fact.facing === 'right');
}

/** What the subjects fill, widened a little. */
function columnOf(subjects: readonly PlacedSubject[], lettering: readonly PlacedLettering[]): Box {
  const boxes = [...subjects, ...lettering].map(({ box }) => box);
  if (boxes.length === 0) return [0.46, 0.4, 0.54, 0.9];
  const x0 = Math.min(...boxes.map((box) => box[0]));
  const x1 = Math.max(...boxes.map((box) => box[2]));
  const y0 = Math.min(...boxes.map((box) => box[1]));
  const y1 = Math.max(...boxes.map((box) => box[3]));
  return [Math.max(0, x0 - 0.02), y0, Math.min(1, x1 + 0.02), y1];
}
