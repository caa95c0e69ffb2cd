// How things are put on, under, in or into the hands of another; sizes give way so that both stay well visible.
import {
  adopt,
  type Group,
  growPiece,
  heightOf,
  type Join,
  moveGroup,
  type Piece,
  placeRow,
  rowWidth,
  widthOf,
} from './group.js';
import type { Instance } from './instances.js';
import { isRaised } from './poses.js';

/** One side of a join and all that goes to its other side. */
export interface Attachment {
  group: Group;
  /** The parent's own piece in the group. */
  own: Piece;
  parent: Instance;
  children: Group[];
  instances: readonly Instance[];
}

type Attacher = (attachment: Attachment) => void;

const attachers: Record<Join, Attacher> = {
  holding: hold,
  wearing: wear,
  under: cover,
  in: contain,
  riding: (attachment) => (attachment.children.length === 1 && !isBoat(attachment) ? ride : rest)(attachment),
  on: (attachment) => (isBoat(attachment) ? board : rest)(attachment),
  stack,
};

const isBoat = ({ parent }: Attachment): boolean => parent.fact.kind === 'vehicle' && parent.fact.stance === 'swims';

/** Attaches children to their parent, in place. Does nothing without children. */
export function attach(join: Join, attachment: Attachment): void {
  if (attachment.children.length > 0) attachers[join](attachment);
}

/** Into the hands: long things gripped low, others in the middle, never before the face; umbrellas and balloons behind the head. */
function hold({ group, own, parent, children, instances }: Attachment): void {
  const w = widthOf(own);
  const h = heightOf(own);
  const hand = parent.fact.anchors.hands ?? [0.5, 0.58];
  const chin = own.y0 + (parent.fact.anchors.head?.[3] ?? 0.42) * h;
  const grip = own.y0 + hand[1] * h;
  children.forEach((child, i) => {
    const up = isRaised(instances.find((each) => each.id === child.root)?.concept ?? '');
    const size = Math.max(widthOf(child), heightOf(child));
    const scale = Math.min((up ? 0.7 : 0.5) * h, Math.max((up ? 0.55 : 0.3) * h, size)) / size;
    const spread =
      children.length > 1 ? (i / (children.length - 1) - 0.5) * Math.min(1.6, 0.6 * children.length) * w : 0;
    const tall = heightOf(child) * scale;
    const upright = heightOf(child) > widthOf(child) * 1.9;
    const foot = up
      ? grip + tall * 0.06
      : upright
        ? grip + tall * 0.22
        : Math.max(grip + tall * 0.5, chin + tall * 0.98);
    // A long thing is held to the side: its upper end would cover the face.
    const aside = upright && !up && children.length === 1 && parent.pose.holding === 'both' ? w * 0.3 : 0;
    // Carried over the head it would hide behind a body that has no arm stretched out for it.
    const outer = parent.fact.anchors.grips?.[1]?.[0] ?? 0.94;
    const at = up && Math.abs(hand[0] - 0.5) < 0.2 ? Math.max(outer, 0.86) + 0.2 : hand[0];
    moveGroup(child, own.x0 + at * w + spread + aside, foot, scale);
    adopt(group, child, up ? -6 : 10 + i, false);
  });
}

/** Worn things are drawn by the wearer's artwork; their place is noted for the plan. */
function wear({ group, own, parent, children }: Attachment): void {
  const head = parent.fact.anchors.head ?? [0.25, 0, 0.75, 0.35];
  for (const child of children) {
    const piece = child.pieces[0];
    if (!piece) continue;
    group.pieces.push({
      ...piece,
      x0: own.x0 + head[0] * widthOf(own),
      x1: own.x0 + head[2] * widthOf(own),
      y0: own.y0 + head[1] * heightOf(own),
      y1: own.y0 + head[3] * heightOf(own),
      order: 5,
      grounded: false,
      worn: true,
    });
  }
}

/** Under a table or tree; a small cover (a hat, an umbrella) is lifted over the heads instead. */
function cover({ group, own, parent, children }: Attachment): void {
  const { kind } = parent.fact;
  const tallest = Math.max(...children.map(heightOf));
  const total = rowWidth(children);
  const roomy = heightOf(own) >= tallest * 1.25 && widthOf(own) >= total * 0.8;
  if (!roomy && heightOf(own) < tallest * 1.4 && kind !== 'plant' && kind !== 'furniture') {
    own.y0 -= tallest * 0.9;
    own.y1 -= tallest * 0.9;
    own.grounded = false;
    placeRow(children, 0, 0.01, (child, i) => adopt(group, child, -10 + i, true));
    return;
  }
  // Who stands under a tree is what the picture is about: never less than half as tall as the tree.
  const share = kind === 'plant' ? 0.56 : 0.52;
  const fit = Math.min(1, (heightOf(own) * share) / tallest, (widthOf(own) * 0.94) / total);
  if (fit < 0.62) growPiece(own, 0.62 / fit);
  const least = kind === 'plant' ? (heightOf(own) * share) / tallest : 0.62;
  for (const child of children) moveGroup(child, 0, 0, Math.max(least, 0.62, fit));
  // Beside the trunk, not in front of it.
  const aside = kind === 'plant' ? widthOf(own) * 0.2 : 0;
  placeRow(children, aside, heightOf(own) * 0.03, (child, i) => adopt(group, child, 10 + i, true));
}

/** In a vase, a box, a car: the lower part hidden by the rim; in a tree or house: before its upper half. */
function contain(attachment: Attachment): void {
  const { group, own, parent, children, instances } = attachment;
  const planted = children.every((child) => instances.find(({ id }) => id === child.root)?.fact.kind === 'plant');
  if (planted && openVessels.has(parent.concept)) {
    arrangeFlowers(attachment);
    return;
  }
  const inside = parent.fact.kind !== 'plant' && parent.fact.kind !== 'building';
  const tallest = Math.max(...children.map(heightOf));
  const fit = Math.min(1, (widthOf(own) * 0.8) / rowWidth(children), (heightOf(own) * (inside ? 1.1 : 0.5)) / tallest);
  if (fit < 0.6) growPiece(own, 0.6 / fit);
  const scale = Math.max(0.6, fit);
  for (const child of children) moveGroup(child, 0, 0, scale);
  const y = inside ? own.y0 + tallest * scale * 0.42 : own.y0 + heightOf(own) * 0.62;
  placeRow(children, 0, y, (child, i) => adopt(group, child, inside ? -20 + i : 10 + i, false));
}

/** What flowers stand in. */
const openVessels = new Set(['vase', 'pot', 'bottle', 'jar', 'bucket', 'glass', 'cup']);

/** Widest lean of the outermost stem, degrees. */
const mostLean = 50;

/** Flowers in a vase: stems meet in its mouth, heads spread like a fan, every other one a little higher. */
function arrangeFlowers({ group, own, children }: Attachment): void {
  const tall = heightOf(own);
  const mouthY = own.y0 + tall * 0.22;
  const lean = children.length === 1 ? 0 : Math.min(mostLean, 24 * (children.length - 1));
  children.forEach((child, i) => {
    const along = children.length === 1 ? 0 : (i / (children.length - 1)) * 2 - 1;
    const degrees = along * lean;
    const stem = tall * (i % 2 === 0 ? 0.9 : 1.2);
    const scale = stem / Math.max(heightOf(child), widthOf(child));
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    const half = (heightOf(child) * scale) / 2;
    const middle = (own.x0 + own.x1) / 2 + sin * half;
    moveGroup(child, middle - ((child.x0 + child.x1) / 2) * scale, mouthY - cos * half + half, scale);
    for (const piece of child.pieces) piece.tilt = degrees;
    adopt(group, child, -20 - Math.abs(Math.round(along * 4)), false);
  });
}

/** Aboard a boat: behind its side, the upper body in sight. */
function board({ group, own, children }: Attachment): void {
  const total = rowWidth(children);
  if (total > widthOf(own) * 0.9) growPiece(own, Math.min(2, total / (widthOf(own) * 0.9)));
  const tallest = Math.max(...children.map(heightOf));
  const deck = own.y1 - heightOf(own) * 0.36;
  placeRow(children, 0, Math.min(deck + tallest * 0.2, own.y1 - 0.02), (child, i) =>
    adopt(group, child, -20 + i, false),
  );
}

function ride({ group, own, parent, children }: Attachment): void {
  const seat = parent.fact.anchors.seat ?? [0.5, 0.3];
  for (const child of children) {
    const scale = Math.min(1, (heightOf(own) * 1.15) / heightOf(child));
    moveGroup(
      child,
      own.x0 + seat[0] * widthOf(own),
      own.y0 + seat[1] * heightOf(own) + heightOf(child) * scale * 0.3,
      scale,
    );
    adopt(group, child, 10, false);
  }
}

/** Where things rest on furniture that does not say so itself, fractions of its box. */
const surfaces: Readonly<Record<string, readonly [number, number]>> = {
  table: [0.5, 0.1],
  desk: [0.5, 0.1],
  couch: [0.5, 0.52],
  bench: [0.5, 0.48],
  bed: [0.5, 0.42],
  chair: [0.5, 0.5],
};

/** The surface of a parent for these children. Slopes and blossoms carry on their face, not on the tip of their box. */
function surfaceOf({ parent, children, instances }: Attachment): readonly [number, number] {
  const { anchors, kind, heightM } = parent.fact;
  const told = anchors.seat ?? anchors.top ?? surfaces[parent.concept];
  if (told) return told;
  if (kind === 'nature' && heightM > 1.5) return [0.5, children.length > 1 ? 0.56 : 0.4];
  const lands = children.some((child) => instances.find((each) => each.id === child.root)?.fact.stance === 'flies');
  if (kind === 'plant') return [0.5, lands ? 0.36 : 0.12];
  return [0.5, 0];
}

/** On the surface of a parent. Feet sink a little into cushions and roofs, so that nothing hovers by a hair. */
function rest(attachment: Attachment): void {
  const [x, y] = surfaceOf(attachment);
  const sink = 0.03 * Math.min(...attachment.children.map(heightOf));
  carry(attachment, x, y, sink, (child) => hang(attachment, child));
}

/** How far a person on a seat is lowered: the hips rest on it, the legs hang down before it, at most to the floor. */
function hang({ own, parent, instances }: Attachment, child: Group): number {
  const sitter = instances.find(({ id }) => id === child.root);
  const body = child.pieces.find(({ instance }) => instance === child.root);
  const seat = parent.fact.kind === 'furniture' || parent.concept === 'bench';
  const sits = sitter?.pose.action === 'sitting' || sitter?.pose.action === 'reading';
  if (!seat || !sits || !body || sitter?.fact.kind !== 'person') return 0;
  return Math.max(0, Math.min(heightOf(body) * hipShare, own.y1 - body.y1));
}

/** Height of the hips above the feet of a seated person, as a share of the drawing. */
const hipShare = 0.3;

/** Edge on edge. */
function stack(attachment: Attachment): void {
  carry(attachment, 0.5, 0, 0);
}

/** In a row at a point of the parent, fractions of its box; a parent too narrow for its row grows. */
function carry(
  { group, own, children }: Attachment,
  x: number,
  y: number,
  sink: number,
  drop: (child: Group) => number = () => 0,
): void {
  const total = rowWidth(children);
  const overhang = children.length > 1 ? 1.02 : 1.7;
  if (total > widthOf(own) * overhang) growPiece(own, Math.min(2.2, total / (widthOf(own) * overhang)));
  const middle = children.length > 1 ? 0 : own.x0 + x * widthOf(own);
  placeRow(children, middle, own.y0 + y * heightOf(own) + sink, (child, i) => {
    moveGroup(child, 0, drop(child), 1);
    adopt(group, child, 10 + i, false);
  });
}
