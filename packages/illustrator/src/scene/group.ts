// A group: things that touch, arranged once and placed as one. Shapes and the small moves that arranging is made of.
// Local units: 1 is the height of the largest instance, x = 0 the middle, y = 0 the ground line, up is negative.

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
  /** Leans by so many degrees clockwise; 0 when left out. */
  tilt?: number;
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

/** Width of a box. */
export const widthOf = (box: LocalBox): number => box.x1 - box.x0;

/** Height of a box. */
export const heightOf = (box: LocalBox): number => box.y1 - box.y0;

/** Sets the group's box to what holds all of it. */
export function measureGroup(group: Group): void {
  const boxes: LocalBox[] = [...group.pieces, ...group.signs];
  group.x0 = Math.min(...boxes.map((box) => box.x0));
  group.y0 = Math.min(...boxes.map((box) => box.y0));
  group.x1 = Math.max(...boxes.map((box) => box.x1));
  group.y1 = Math.max(...boxes.map((box) => box.y1));
}

/** Scales a group around its origin, then moves its origin to (x, y); in place. */
export function moveGroup(group: Group, x: number, y: number, scale: number): void {
  for (const box of [group, ...group.pieces, ...group.signs]) {
    box.x0 = box.x0 * scale + x;
    box.x1 = box.x1 * scale + x;
    box.y0 = box.y0 * scale + y;
    box.y1 = box.y1 * scale + y;
  }
}

/** Enlarges a piece upward and to both sides; its foot stays. */
export function growPiece(piece: Piece, factor: number): void {
  const middle = (piece.x0 + piece.x1) / 2;
  const half = (widthOf(piece) / 2) * factor;
  piece.y0 = piece.y1 - heightOf(piece) * factor;
  piece.x0 = middle - half;
  piece.x1 = middle + half;
}

/** Takes the pieces of `child` into `group`, `order` later in painting; what does not stand on the ground says so. */
export function adopt(group: Group, child: Group, order: number, grounded: boolean): void {
  for (const piece of child.pieces) {
    group.pieces.push({ ...piece, order: piece.order + order, grounded: grounded && piece.grounded });
  }
  for (const sign of child.signs) group.signs.push({ ...sign, order: sign.order + order });
}

/** Room that groups need side by side. */
export const rowWidth = (children: readonly Group[]): number =>
  children.reduce((sum, child) => sum + widthOf(child) * 1.06, 0);

/** Places groups side by side around `middle`, feet at `y`, and hands each on. */
export function placeRow(
  children: readonly Group[],
  middle: number,
  y: number,
  then: (child: Group, i: number) => void,
): void {
  let x = middle - rowWidth(children) / 2;
  children.forEach((child, i) => {
    const wide = widthOf(child);
    moveGroup(child, x + wide * 0.53 - (child.x0 + child.x1) / 2, y, 1);
    x += wide * 1.06;
    then(child, i);
  });
}
