// Groups: things that touch (a cat on a sofa, a knight riding a horse, a paw holding a sign) are arranged once, then placed as one.
// Local units: 1 is the height of the largest instance, x = 0 the middle, y = 0 the ground line, up is negative.
import type { Brief, BriefRelation } from '../brief/brief.js';
import type { RelationName } from '../brief/vocabulary.js';
import type { Instance } from './instances.js';
import { isHeld, isRaised } from './poses.js';
import { boardAspect } from './sign-size.js';

/** A box in local units. */
export interface LocalBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One instance inside a group. */
export interface Piece extends LocalBox {
  instance: number;
  /** Painting order inside the group, low first. */
  order: number;
  /** Stands on the ground itself, not on another piece. */
  grounded: boolean;
  /** Drawn by its wearer's artwork; only the plan lists it. */
  worn: boolean;
}

/** A carrier of text inside a group. */
export interface SignPiece extends LocalBox {
  lettering: number;
  order: number;
  /** Written on the holder itself, without a board. */
  onSurface: boolean;
}

/** Things placed as one. */
export interface Group extends LocalBox {
  root: number;
  pieces: Piece[];
  signs: SignPiece[];
}

/** Relations that join their two sides into one group. */
export type Join = 'on' | 'stack' | 'under' | 'in' | 'riding' | 'holding' | 'wearing';

interface Link {
  child: number;
  parent: number;
  join: Join;
}

const joins: Partial<Record<RelationName, Join>> = {
  on: 'on',
  in: 'in',
  under: 'under',
  riding: 'riding',
  holding: 'holding',
  wearing: 'wearing',
};

const airborne = new Set(['flies', 'sky', 'hangs', 'underwater']);

/** Which side is attached to which, or null when the relation only positions the two. Holders and wearers are parents. */
function joinOf(
  { relation, from, to }: BriefRelation,
  byId: (source: number) => Instance | undefined,
): { join: Join; child: number; parent: number } | null {
  const a = byId(from);
  const b = byId(to);
  if (!a || !b || from === to) return null;
  if (relation === 'wearing') return { join: relation, child: to, parent: from };
  if (isHeld({ from, relation, to }, (source) => byId(source)?.fact))
    return { join: 'holding', child: to, parent: from };
  if (relation === 'above' || relation === 'below') {
    const [upper, lower] = relation === 'above' ? [a, b] : [b, a];
    // What cannot fly is set on top of what it is above: nothing hovers.
    if (airborne.has(upper.fact.stance)) return null;
    return { join: 'stack', child: upper.source, parent: lower.source };
  }
  const join = joins[relation];
  if (!join) return null;
  if (join === 'under' && (b.fact.stance === 'sky' || b.fact.stance === 'flies')) return null;
  return { join, child: from, parent: to };
}

/** Pairs instances of both sides: one host takes all, several hosts share. */
function linksOf(brief: Brief, instances: readonly Instance[]): Link[] {
  const idsOf = (source: number): number[] => instances.filter((each) => each.source === source).map((each) => each.id);
  const links: Link[] = [];
  const taken = new Set<number>();
  const parentOf = (id: number): number | undefined => links.find((link) => link.child === id)?.parent;
  const descends = (id: number, ancestor: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parentOf(at)) if (at === ancestor) return true;
    return false;
  };
  for (const relation of brief.relations) {
    const joined = joinOf(relation, (source) => instances.find((each) => each.source === source));
    if (!joined) continue;
    const children = idsOf(joined.child);
    const parents = idsOf(joined.parent);
    children.forEach((child, i) => {
      const parent = parents[i % parents.length];
      if (parent === undefined || taken.has(child) || descends(parent, child)) return;
      taken.add(child);
      links.push({ child, parent, join: joined.join });
    });
  }
  return links;
}

/** Arranges all instances into groups. `boards` gives the measured width ÷ height of carriers by index of the lettering. */
export function buildGroups(
  brief: Brief,
  instances: readonly Instance[],
  boards: ReadonlyMap<number, number> = new Map(),
): Group[] {
  const links = linksOf(brief, instances);
  const attached = new Set(links.map((link) => link.child));
  return instances
    .filter((each) => !attached.has(each.id))
    .map((root) => arrange(root, instances, links, brief, boards));
}

/** Lays out one instance with everything attached to it. */
function arrange(
  root: Instance,
  instances: readonly Instance[],
  links: readonly Link[],
  brief: Brief,
  boards: ReadonlyMap<number, number>,
): Group {
  const own: Piece = {
    instance: root.id,
    x0: -root.width / 2,
    x1: root.width / 2,
    y0: -root.height,
    y1: 0,
    order: 0,
    grounded: true,
    worn: false,
  };
  const group: Group = { root: root.id, pieces: [own], signs: [], x0: 0, y0: 0, x1: 0, y1: 0 };
  const mine = links.filter((link) => link.parent === root.id);
  for (const join of ['under', 'on', 'stack', 'in', 'riding', 'holding', 'wearing'] as const) {
    const children = mine
      .filter((link) => link.join === join)
      .flatMap((link) => instances.filter((each) => each.id === link.child))
      .map((each) => arrange(each, instances, links, brief, boards));
    if (children.length > 0) attach(group, own, root, children, join, instances);
  }
  brief.lettering.forEach((lettering, index) => {
    if (lettering.holder !== root.source || firstOf(instances, root.source) !== root.id) return;
    const free =
      lettering.carrier === 'banner' ||
      lettering.carrier === 'wall' ||
      lettering.carrier === 'neon-sign' ||
      lettering.carrier === 'none';
    if (!free) addSign(group, own, root, lettering.carrier, index, boards.get(index) ?? boardAspect(lettering.text));
  });
  measure(group);
  return group;
}

const firstOf = (instances: readonly Instance[], source: number): number | undefined =>
  instances.find((each) => each.source === source)?.id;

/** Sets the group's box to what holds all of it. */
function measure(group: Group): void {
  const boxes: LocalBox[] = [...group.pieces, ...group.signs];
  group.x0 = Math.min(...boxes.map((box) => box.x0));
  group.y0 = Math.min(...boxes.map((box) => box.y0));
  group.x1 = Math.max(...boxes.map((box) => box.x1));
  group.y1 = Math.max(...boxes.map((box) => box.y1));
}

/** Moves and scales a group in place: (x, y) is where its middle foot goes. */
function move(group: Group, x: number, y: number, scale: number): void {
  for (const box of [group, ...group.pieces, ...group.signs]) {
    box.x0 = box.x0 * scale + x;
    box.x1 = box.x1 * scale + x;
    box.y0 = box.y0 * scale + y;
    box.y1 = box.y1 * scale + y;
  }
}

const widthOf = (box: LocalBox): number => box.x1 - box.x0;
const heightOf = (box: LocalBox): number => box.y1 - box.y0;

/** Where things rest on furniture that does not say so itself. */
const surfaces: Readonly<Record<string, readonly [number, number]>> = {
  table: [0.5, 0.1],
  desk: [0.5, 0.1],
  couch: [0.5, 0.52],
  bench: [0.5, 0.48],
  bed: [0.5, 0.42],
  chair: [0.5, 0.5],
};

/** Puts children at their parent; sizes give way so that both stay well visible. */
function attach(
  group: Group,
  own: Piece,
  parent: Instance,
  children: Group[],
  join: Join,
  instances: readonly Instance[],
): void {
  const { anchors } = parent.fact;
  const w = (): number => widthOf(own);
  const h = (): number => heightOf(own);
  const total = children.reduce((sum, child) => sum + widthOf(child) * 1.06, 0);
  const first = children[0];
  if (!first) return;
  const taking = (child: Group, order: number, grounded: boolean): void => {
    for (const piece of child.pieces)
      group.pieces.push({ ...piece, order: piece.order + order, grounded: grounded && piece.grounded });
    for (const sign of child.signs) group.signs.push({ ...sign, order: sign.order + order });
  };
  if (join === 'holding') {
    const hand = anchors.hands ?? [0.5, 0.58];
    const chin = own.y0 + (anchors.head ? anchors.head[3] : 0.42) * h();
    children.forEach((child, i) => {
      const piece = child.pieces[0];
      const concept = instances.find((each) => each.id === piece?.instance)?.concept ?? '';
      const up = isRaised(concept);
      const size = Math.max(widthOf(child), heightOf(child));
      const scale = Math.min((up ? 0.7 : 0.5) * h(), Math.max((up ? 0.55 : 0.3) * h(), size)) / size;
      const spread =
        children.length > 1 ? (i / (children.length - 1) - 0.5) * Math.min(1.2, 0.45 * children.length) * w() : 0;
      const x = own.x0 + hand[0] * w() + spread;
      const tall = heightOf(child) * scale;
      const upright = heightOf(child) > widthOf(child) * 1.15;
      const grip = own.y0 + hand[1] * h();
      // Gripped at the lower end when long or raised, in the middle otherwise, and never before the face.
      const foot = up
        ? grip + tall * 0.06
        : upright
          ? grip + tall * 0.22
          : Math.max(grip + tall * 0.5, chin + tall * 0.98);
      move(child, x, foot, scale);
      taking(child, up ? -6 : 10 + i, false);
    });
    return;
  }
  if (join === 'wearing') {
    const head = anchors.head ?? [0.25, 0, 0.75, 0.35];
    children.forEach((child) => {
      const piece = child.pieces[0];
      if (!piece) return;
      const box = {
        x0: own.x0 + head[0] * w(),
        x1: own.x0 + head[2] * w(),
        y0: own.y0 + head[1] * h(),
        y1: own.y0 + head[3] * h(),
      };
      group.pieces.push({ ...piece, ...box, order: 5, grounded: false, worn: true });
    });
    return;
  }
  if (join === 'under') {
    const tallest = Math.max(...children.map(heightOf));
    const roomy = h() >= tallest * 1.25 && w() >= total * 0.8;
    if (!roomy && h() < tallest * 1.4 && parent.fact.kind !== 'plant' && parent.fact.kind !== 'furniture') {
      // The cover is small (a hat, an umbrella): it goes over the head instead.
      lift(own, -tallest * 0.9);
      own.grounded = false;
      line(children, total, 0, 0.01, (child, i) => taking(child, -10 + i, true));
      return;
    }
    const fit = Math.min(1, (h() * 0.52) / tallest, (w() * 0.94) / total);
    if (fit < 0.62) grow(own, 0.62 / fit);
    const scale = Math.max(0.62, fit);
    for (const child of children) move(child, 0, 0, scale);
    const aside = parent.fact.kind === 'plant' ? w() * 0.2 : 0;
    line(children, total * scale, aside, h() * 0.03, (child, i) => taking(child, 10 + i, true));
    return;
  }
  if (join === 'in') {
    const inside = parent.fact.kind !== 'plant' && parent.fact.kind !== 'building';
    const fit = Math.min(1, (w() * 0.8) / total, (h() * (inside ? 1.1 : 0.5)) / Math.max(...children.map(heightOf)));
    if (fit < 0.6) grow(own, 0.6 / fit);
    const scale = Math.max(0.6, fit);
    for (const child of children) move(child, 0, 0, scale);
    const tallest = Math.max(...children.map(heightOf));
    const y = inside ? own.y0 + tallest * 0.42 : own.y0 + h() * 0.62;
    line(children, total * scale, 0, y, (child, i) => taking(child, inside ? -20 + i : 10 + i, false));
    return;
  }
  if (join === 'riding' && children.length === 1) {
    const seat = anchors.seat ?? [0.5, 0.3];
    children.forEach((child, i) => {
      const scale = Math.min(1, (h() * 1.15) / heightOf(child));
      move(child, own.x0 + seat[0] * w(), own.y0 + seat[1] * h() + heightOf(child) * scale * 0.3, scale);
      taking(child, 10 + i, false);
    });
    return;
  }
  const surface = join !== 'stack' ? (anchors.seat ?? anchors.top ?? surfaces[parent.concept] ?? [0.5, 0]) : [0.5, 0];
  const overhang = children.length > 1 ? 1.02 : 1.7;
  if (total > w() * overhang) grow(own, Math.min(2.2, total / (w() * overhang)));
  const y = own.y0 + (surface[1] ?? 0) * h();
  const middle = children.length > 1 ? 0 : own.x0 + (surface[0] ?? 0.5) * w();
  line(children, total, middle, join !== 'stack' ? y + 0.03 * Math.min(...children.map(heightOf)) : y, (child, i) =>
    taking(child, 10 + i, false),
  );
}

/** Places groups side by side around `middle`, feet at `y`, and hands each on. */
function line(
  children: Group[],
  total: number,
  middle: number,
  y: number,
  then: (child: Group, i: number) => void,
): void {
  let x = middle - total / 2;
  children.forEach((child, i) => {
    const wide = widthOf(child);
    move(child, x + wide * 0.53 - (child.x0 + child.x1) / 2, y, 1);
    x += wide * 1.06;
    then(child, i);
  });
}

function grow(piece: Piece, factor: number): void {
  const middle = (piece.x0 + piece.x1) / 2;
  const half = (widthOf(piece) / 2) * factor;
  piece.y0 = piece.y1 - heightOf(piece) * factor;
  piece.x0 = middle - half;
  piece.x1 = middle + half;
}

function lift(piece: Piece, by: number): void {
  piece.y0 += by;
  piece.y1 += by;
}

/** A held sign, large enough to read, below the face; other carriers lie on their holder. */
function addSign(group: Group, own: Piece, holder: Instance, carrier: string, index: number, aspect: number): void {
  const w = widthOf(own);
  const h = heightOf(own);
  if (
    carrier === 'shirt' ||
    carrier === 'object' ||
    carrier === 'cake' ||
    carrier === 'screen' ||
    (carrier === 'book' && holder.fact.kind === 'object')
  ) {
    const area =
      carrier === 'shirt'
        ? [0.28, 0.44, 0.72, 0.62]
        : carrier === 'cake'
          ? [0.14, 0.52, 0.86, 0.78]
          : [0.12, 0.2, 0.88, 0.7];
    const [ax0 = 0, ay0 = 0, ax1 = 1, ay1 = 1] = area;
    group.signs.push({
      lettering: index,
      x0: own.x0 + ax0 * w,
      y0: own.y0 + ay0 * h,
      x1: own.x0 + ax1 * w,
      y1: own.y0 + ay1 * h,
      order: 12,
      onSurface: true,
    });
    return;
  }
  const wide = Math.max(0.62 * h, Math.min(1.05 * h, w * 0.9));
  // Two or three letters do not need a door: what counts is that they are large enough to read.
  const board =
    aspect < 1.6 ? { width: wide * 0.72, height: (wide * 0.72) / aspect } : { width: wide, height: wide / aspect };
  const hand = holder.fact.anchors.hands ?? [0.5, 0.6];
  const head = holder.fact.anchors.head;
  const x = own.x0 + hand[0] * w;
  const chin = head ? own.y0 + head[3] * h : own.y0 + 0.36 * h;
  // Gripped at the lower edge, so that no finger covers a letter.
  const y = Math.max(own.y0 + hand[1] * h - board.height * 0.4, chin + board.height * 0.5 + 0.01);
  group.signs.push({
    lettering: index,
    x0: x - board.width / 2,
    x1: x + board.width / 2,
    y0: y - board.height / 2,
    y1: y + board.height / 2,
    order: 12,
    onSurface: false,
  });
}
