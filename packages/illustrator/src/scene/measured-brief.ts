// What can be known of a brief's subjects and texts only by drawing them: proportions and anchors in the posture they take.
import type { Anchors } from '../artwork/catalogue.js';

/** How a subject is really drawn in its posture. */
export interface MeasuredSubject {
  /** Width ÷ height. */
  aspect: number;
  anchors: Anchors;
}

/** Everything measured for one brief. */
export interface MeasuredBrief {
  /** By index in `brief.subjects`. */
  subjects: ReadonlyMap<number, MeasuredSubject>;
  /** Width ÷ height of the carriers that have a board of their own, by index in `brief.lettering`. */
  boards: ReadonlyMap<number, number>;
}
