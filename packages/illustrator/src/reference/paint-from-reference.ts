// Paints from a reference picture: whole and restyled, its subject in a new scene, or its face in a new portrait.
import type { Brief } from '../brief/brief.js';
import { type IllustrateRequest, IllustratorError, type ReferenceKind } from '../request.js';
import { hashText } from '../scene/random.js';
import { mixBits } from '../style/kernels/random.js';
import { placeSubject } from './place-subject.js';
import { paintPortrait } from './portrait.js';
import type { ReferenceJob, ReferencePainting, ReferenceTools } from './reference-job.js';
import { repaintWhole } from './repaint-whole.js';

const ways: Record<ReferenceKind, (job: ReferenceJob, tools: ReferenceTools) => Promise<ReferencePainting>> = {
  whole: repaintWhole,
  restyle: repaintWhole,
  subject: placeSubject,
  face: paintPortrait,
};

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
  return ways[reference.kind](job, tools);
}
