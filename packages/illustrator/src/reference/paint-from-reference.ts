// Paints from a reference picture: whole and restyled, its subject in a new scene, or its face in a new portrait.
import type { ArtworkRenderer } from '../artwork/render-artwork.js';
import type { Brief } from '../brief/brief.js';
import { type IllustrateRequest, IllustratorError, type Plan, type Reference } from '../request.js';
import { hashText } from '../scene/random.js';
import { mixBits } from '../style/kernels/random.js';
import { repaintWhole } from './repaint-whole.js';

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

/**
 * Paints `request` from its reference, by `request.reference.kind`. Deterministic by seed and index; 0.6–4 s of one thread. Throws
 * IllustratorError: 'invalid' without a reference, 'undecodable' for bytes that are no picture, 'no-face' / 'many-faces' when a `face`
 * reference does not show exactly one face; and the signal's reason when aborted.
 */
export async function paintFromReference(
  request: IllustrateRequest,
  brief: Brief,
  tools: ReferenceTools,
): Promise<ReferencePainting> {
  const { reference, width, height, index = 0 } = request;
  if (!reference) throw new IllustratorError('invalid', 'reference', 'there is no reference picture');
  const job: ReferenceJob = {
    width,
    height,
    seed: mixBits(request.seed ^ mixBits(index + hashText('reference'))),
    requestSeed: request.seed,
    index,
    reference,
    brief,
  };
  tools.signal?.throwIfAborted();
  return repaintWhole(job, tools);
}
