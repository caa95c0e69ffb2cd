// What the ways of painting from a reference are given, and give back.
import type { ArtworkRenderer } from '../artwork/render-artwork.js';
import type { Brief } from '../brief/brief.js';
import type { Plan, Reference } from '../request.js';

/** What painting from a reference needs besides the request. */
export interface ReferenceTools {
  /** The thread's artwork, for scenes around a subject. */
  artwork: ArtworkRenderer;
  /** Ends the work at the next step with the signal's reason. */
  signal?: AbortSignal;
  /** Fraction done, 0–1, never falling. */
  onProgress?: (fraction: number) => void;
}

/** A picture painted from a reference. */
export interface ReferencePainting {
  /** Request's height × width × 4, opaque. */
  rgba: Uint8ClampedArray;
  plan: Plan;
}

/** A request with its reference, as the ways of painting get it. */
export interface ReferenceJob {
  width: number;
  height: number;
  /** Mixed from the request's seed and index: each picture of a task gets its own strokes. */
  seed: number;
  /** The request's own, for planning scenes. */
  requestSeed: number;
  index: number;
  reference: Reference;
  brief: Brief;
}
