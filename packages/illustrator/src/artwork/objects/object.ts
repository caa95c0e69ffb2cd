// How one of our own drawings of a thing is written down: strokes of the pen, and where others touch it.
import type { Point } from '../drawing.js';
import type { Sketch } from '../sketch.js';

/** Drawn in a box of about 200 × 200 units, ground at y = 200. */
export interface OwnObject {
  draw(sketch: Sketch): void;
  /** Arms of those who have some, drawn after the rest; fingers that close around something go to `front`. */
  arms?(sketch: Sketch, front: Sketch, holding: boolean): void;
  /** Where left and right hand are when holding. */
  grips?: readonly [Point, Point];
  /** Box `[x0, y0, x1, y1]` of the face of those who have one. */
  face?: readonly [number, number, number, number];
  /** Where things stand on it, a rider sits, a hand holds it; units of the drawing. */
  top?: Point;
  seat?: Point;
  hands?: Point;
}

/** Objects by the name the catalogue gives them after `own:`. */
export type ObjectTable = Readonly<Record<string, OwnObject>>;
