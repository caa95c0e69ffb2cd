// What a drawing is before it becomes pixels: SVG text in units of its own, with the points that others hold on to.
import type { ActionName, ColourName, MaterialName } from '../brief/vocabulary.js';
import type { ViewBox } from './svg.js';

/** Something worn: a concept of clothing and its colour, null for its own. */
export interface Worn {
  concept: string;
  /** The noun of the prompt, which may say more than its concept: `raincoat`, `草帽`. */
  noun?: string;
  colour: ColourName | null;
}

/** How a subject is to be drawn; drawings use what they can and leave the rest. */
export interface Pose {
  action: ActionName | null;
  /** Hands, paws or wings forward, ready to grip what the planner draws there. */
  holding: false | 'one' | 'both';
  wearing: readonly Worn[];
  colour: ColourName | null;
  secondColour: ColourName | null;
  material: MaterialName | null;
  /** Seed for small differences between individuals, [0, 2^32). */
  variant: number;
}

/** `[x, y]` in the drawing's units. */
export type Point = readonly [number, number];

export interface Drawing {
  /** SVG elements, back to front. */
  body: string;
  /** Elements that belong in front of whatever is held (fingers, paws); same units. */
  front?: string;
  /** Holds all of it. */
  outer: ViewBox;
  /** `outer` is its tight box; else there may be room to spare, and the tight box is measured. */
  exact?: boolean;
  anchors?: {
    hands?: Point;
    grips?: readonly [Point, Point];
    seat?: Point;
    top?: Point;
    head?: readonly [number, number, number, number];
  };
  /** Boxes `[x0, y0, x1, y1]` in units that need fine strokes: faces, eyes. */
  faces?: readonly (readonly [number, number, number, number])[];
  /** The drawing has taken `pose.colour` into account itself. */
  coloured?: boolean;
}
