// The whole reference in another style, shape, hour, season or weather; its composition stays.
import { findFaces } from '../faces/find-faces.js';
import { applyStyle } from '../style/apply-style.js';
import { analysePhotograph, type PixelBox } from './analyse-photograph.js';
import { decodeReference, type Photograph, toCover } from './decode-reference.js';
import { applyEdits, sortEdits } from './edits/apply-edits.js';
import { editStrength, faceMask, faceShare, loosen, referenceShare, showReference } from './fidelity.js';
import type { ReferenceJob, ReferencePainting, ReferenceTools } from './paint-from-reference.js';
import { smartCrop } from './smart-crop.js';

/** Faces of a photograph in its pixels. */
export async function facesIn(photo: Photograph): Promise<PixelBox[]> {
  const faces = await findFaces(photo);
  return faces.map(({ box: [x0, y0, x1, y1] }) => ({
    x0: x0 * photo.width,
    y0: y0 * photo.height,
    x1: x1 * photo.width,
    y1: y1 * photo.height,
  }));
}

/** Repaints the whole reference as the brief says. */
export async function repaintWhole(job: ReferenceJob, tools: ReferenceTools): Promise<ReferencePainting> {
  const { width, height, seed, brief, reference } = job;
  const { signal, onProgress } = tools;
  const unit = (width + height) / 2048;
  const whole = await decodeReference(reference.bytes, toCover(width, height));
  signal?.throwIfAborted();
  onProgress?.(0.05);
  const found = await facesIn(whole);
  signal?.throwIfAborted();
  onProgress?.(0.3);
  const { photo, left, top } = smartCrop(whole, width, height, found);
  const faces = found.map(({ x0, y0, x1, y1 }) => ({ x0: x0 - left, y0: y0 - top, x1: x1 - left, y1: y1 - top }));
  const seen = analysePhotograph(photo.rgba, width, height, { faces });
  const edited = applyEdits(seen, sortEdits(brief), seed, editStrength(reference.imageFidelity));
  signal?.throwIfAborted();
  onProgress?.(0.45);
  const rgba = await applyStyle(loosen(edited, reference.imageFidelity, seed, unit), brief.style, {
    seed,
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.(0.45 + 0.5 * fraction),
  });
  showReference(
    rgba,
    edited.rgba,
    referenceShare(reference.imageFidelity),
    faceMask(width, height, faces),
    faceShare(reference.humanFidelity),
  );
  onProgress?.(1);
  return {
    rgba,
    plan: {
      subjects: [],
      lettering: [],
      setting: 'reference',
      time: brief.time ?? 'reference',
      weather: brief.weather ?? 'reference',
      style: brief.style,
      unplaced: brief.unplaced,
    },
  };
}
