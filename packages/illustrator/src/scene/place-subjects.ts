// Where everything asked for goes: groups become placeables with bands and rules, the layout is solved, boxes come out.
import { findEntry } from '../artwork/catalogue.js';
import type { Brief } from '../brief/brief.js';
import type { MaterialName, PlaceName } from '../brief/vocabulary.js';
import type { Group } from './group.js';
import { buildGroups } from './groups.js';
import { bandOf, contactOf, type Habitat, habitatsOf, isCrowded } from './habitats.js';
import type { Instance } from './instances.js';
import { type Placeable, type Placement, solveLayout } from './layout.js';
import { freeLettering, heldLettering } from './place-lettering.js';
import type { Random } from './random.js';
import { looksOf, rulesOf } from './relation-rules.js';
import type { Box, PlacedLettering, PlacedSubject } from './scene.js';
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
  /** Indices of subjects that the scenery shows: they take no room. */
  scenery: ReadonlySet<number>;
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

/** Places all instances and texts. */
export function placeSubjects(request: PlaceRequest): PlacedAll {
  const { brief, instances, facts, horizon, aspect, random } = request;
  const groups = buildGroups(brief, instances, {
    boards: request.boards,
    scenery: request.scenery,
    stacks: facts.medium !== 'flat',
  });
  const rules = rulesOf(brief, instances, groups);
  const habitats = habitatsOf(groups, instances, rules, facts.medium);
  const swimmers = habitats.includes('swim');
  const standers = habitats.includes('stand');
  const layered = rules.some(({ rule }) => rule === 'front' || rule === 'behind');
  const planted = brief.lettering.some((text) => text.holder === null && text.carrier === 'sign');
  const shore = facts.medium === 'shore' && (standers || planted) ? (swimmers ? 0.8 : layered ? 0.58 : 0.66) : 1;
  const free = freeLettering(brief, instances, {
    horizon,
    aspect,
    indoor: facts.indoor,
    medium: facts.medium,
    random: random.fork('lettering'),
    boards: request.boards,
  });
  const items = groups.map((group, index) =>
    placeableOf(group, habitats[index] ?? 'stand', isCrowded(index, rules), request, shore),
  );
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
    frameAsPortrait(group, placement, request);
    const flipped = flipOf(rootOf(group, instances), placement.x / aspect, random, looks.get(index) ?? null);
    subjects.push(...subjectsOf(group, placement, flipped, rank * 100, request, habitats[index] ?? 'stand'));
    lettering.push(
      ...heldLettering(brief, group, placement, aspect, rank * 100, depthAt(placement.y, horizon), flipped),
    );
  });
  const feet = subjects
    .filter((subject) => subject.contact === 'ground' || subject.contact === 'floor')
    .map((subject) => subject.box[3])
    // Whose feet are below the frame stands on nothing that is seen.
    .filter((foot) => foot <= 1);
  return {
    subjects,
    lettering,
    clear: columnOf(subjects, lettering),
    shore,
    feet: feet.length > 0 ? [Math.min(...feet), Math.max(...feet)] : [0.85, 0.85],
  };
}

/** Heights of the picture that a person asked for as a portrait fills: cut at the hips, or below the shoulders from close. */
const portraitHeight = 1.5;
const closeUpHeight = 2;
/** Where the crown of the head is then. */
const crownY = 0.1;

/** A portrait of one person shows the upper half, large; in place. Who sits, rides or holds up a sign stays whole. */
function frameAsPortrait(group: Group, placement: Placement, { brief, instances, facts, aspect }: PlaceRequest): void {
  const { composition } = brief;
  const close = composition.includes('close-up');
  const root = rootOf(group, instances);
  const whole = group.signs.length > 0 || group.pieces.some(({ instance, worn }) => instance !== root.id && !worn);
  const stands = root.pose.action === null || root.pose.action === 'standing' || root.pose.action === 'smiling';
  const ground = facts.medium === 'ground' || facts.medium === 'floor' || facts.medium === 'shore';
  if (!(close || composition.includes('portrait')) || composition.includes('wide-shot')) return;
  if (instances.length !== group.pieces.length || root.fact.kind !== 'person' || whole || !stands || !ground) return;
  const wished = close ? closeUpHeight : portraitHeight;
  const wide = group.x1 - group.x0;
  placement.scale = Math.min(wished / (group.y1 - group.y0), (aspect * 0.9) / wide);
  placement.x = Math.min(aspect * 0.58, Math.max(aspect * 0.42, placement.x));
  placement.y = crownY - group.y0 * placement.scale;
}

const rootOf = (group: Group, instances: readonly Instance[]): Instance => instances[group.root] as Instance;
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
  habitat: Habitat,
  crowded: boolean,
  request: PlaceRequest,
  shore: number,
): Placeable {
  const { brief, instances, facts, horizon, random } = request;
  const root = rootOf(group, instances);
  const place = brief.subjects[root.source]?.place ?? null;
  const alone = instances.length === 1;
  const wished = place === null ? undefined : nearOf[place];
  let near: number | null = wished ?? null;
  // Buildings and hills stand back, small things come near; a lone flyer keeps to the middle of the air.
  if (near === null && habitat === 'air') near = alone ? 0.86 : null;
  else if (near === null && habitat !== 'float')
    near = alone ? 0.72 : root.fact.heightM > 4 && root.fact.kind !== 'animal' ? 0.12 : null;
  const grouped = group.pieces.length > 1 || group.signs.length > 0;
  // Trees with somebody below may fill the height.
  const covers = group.pieces.length > 1 && root.fact.kind === 'plant' && root.fact.heightM > 1.5;
  const tallest = closeness(brief, covers ? 0.86 : alone ? 0.64 : grouped ? 0.7 : 0.56);
  return {
    box: { x0: group.x0, y0: group.y0, x1: group.x1, y1: group.y1 },
    band: bandOf(habitat, { medium: facts.medium, horizon, shore, alone, crowded, near: wished ?? null }),
    near,
    across: (place && acrossOf[place]) ?? [0, 1],
    perspective: habitat === 'stand' || habitat === 'swim',
    kind: root.concept,
    tallest: habitat === 'wall' ? 0.3 : Math.max(tallest, grouped ? 0.6 : 0) + (random.next() - 0.5) * 0.06,
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

/** What may be taller than this is a tree with somebody below it. */
const treeTallest = 0.8;

/** A scale at which the items fill a pleasant share of the picture; the solver lowers it when they do not fit. */
function startScale({ brief, instances, aspect, random, horizon }: PlaceRequest, items: readonly Placeable[]): number {
  let area = 0;
  for (const { box } of items) area += (box.x1 - box.x0) * (box.y1 - box.y0);
  if (area <= 0) return 0.5;
  // A group is mostly air inside its box, so it may fill more of the picture than one thing.
  const grouped = instances.length > items.length || brief.lettering.some((lettering) => lettering.holder !== null);
  const tree = items.some(({ tallest }) => tallest > treeTallest);
  const share =
    items.length === 1
      ? tree
        ? random.between(0.8, 0.9)
        : grouped
          ? random.between(0.3, 0.4)
          : random.between(0.18, 0.27)
      : items.length === 2
        ? random.between(0.32, 0.4)
        : items.length < 6
          ? 0.42
          : 0.46;
  const wide = brief.composition.includes('wide-shot') ? 0.4 : brief.composition.includes('close-up') ? 1.5 : 1;
  const room = aspect * (0.75 + 0.25 * (1 - horizon));
  return Math.sqrt((share * wide * room) / area) * random.between(0.94, 1.1);
}

/** Boxes, facing and order of all pieces of a placed group. */
function subjectsOf(
  group: Group,
  placement: Placement,
  flipped: boolean,
  order: number,
  request: PlaceRequest,
  habitat: Habitat,
): PlacedSubject[] {
  const { brief, instances, aspect, horizon, random } = request;
  const root = rootOf(group, instances);
  const contact = contactOf(habitat, request.facts.medium);
  const depth = depthAt(placement.y, horizon);
  const middle = placement.x / aspect;
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
      material: ownWood(instance, subject?.material ?? null),
      action: instance.pose.action ?? (request.facts.medium === 'sky' ? wingsOf(instance) : null),
      source: instance.source,
      box,
      depth: contact === 'space' || contact === 'underwater' ? random.between(0, 0.3) : contact === 'flat' ? 0 : depth,
      order: order + piece.order,
      flip,
      tilt:
        piece.tilt !== undefined
          ? piece.tilt * (flipped ? -1 : 1)
          : (contact === 'air' && habitat !== 'wall') || contact === 'underwater' || contact === 'space'
            ? random.bell() * 7
            : contact === 'flat'
              ? random.bell() * 5
              : 0,
      contact: piece.grounded ? contact : 'subject',
      wearing: instance.pose.wearing,
      holding: instance.pose.holding,
      worn: piece.worn,
      seed: random.whole(0, 0x7fffffff),
      picture: instance.picture,
    };
  });
}

/** Houses and beds are drawn with their wood already: more of it would swallow walls, windows and linen. */
function ownWood({ fact, concept }: Instance, material: MaterialName | null): MaterialName | null {
  return material === 'wood' && (fact.kind === 'building' || concept === 'bed') ? null : material;
}

/** A bird against the open sky spreads its wings. */
function wingsOf({ concept }: Instance): 'flying' | null {
  return findEntry(concept)?.special.flying === undefined ? null : 'flying';
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
