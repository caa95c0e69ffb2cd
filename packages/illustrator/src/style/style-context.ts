// What a style is, and what it is given.
import type { Painting } from '../paint/painting.js';

/** Everything a style may look at. It must not write into `painting`. */
export interface StyleContext {
  painting: Painting;
  /** [0, 2^32). */
  seed: number;
  /** Picture side in units of 1024 pixels (mean of both sides): sizes given for 1024² are multiplied by it. */
  unit: number;
}

/**
 * A style: yields how far it is (0–1, rising) at least every few hundred milliseconds, so that its caller can report
 * progress, answer others and stop; returns H×W×4 opaque sRGB.
 */
export type Style = (context: StyleContext) => Generator<number, Uint8ClampedArray, void>;
