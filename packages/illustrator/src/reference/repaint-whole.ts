// The whole reference in another style, shape, hour, season or weather; its composition stays.
import type { Brief } from '../brief/brief.js';
import { type SettingName, settingNames } from '../brief/vocabulary.js';
import { type Face, findFaces } from '../faces/find-faces.js';
import { applyStyle } from '../style/apply-style.js';
import { analysePhotograph, type PixelBox } from './analyse-photograph.js';
import { changeBackground } from './change-background.js';
import { decodeReference, type Photograph, toCover } from './decode-reference.js';
import { applyEdits, sortEdits } from './edits/apply-edits.js';
import { editStrength, faceMask, faceShare, loosen, referenceShare, showReference } from './fidelity.js';
import type { ReferenceJob, ReferencePainting, ReferenceTools } from './reference-job.js';
import { smartCrop } from './smart-crop.js';

/** Boxes of faces in pixels of their photograph. */
function toPixels(faces: readonly Face[], { width, height }: Photograph): PixelBox[] {
  return faces.map(({ box: [x0, y0, x1, y1] }) => ({
    x0: x0 * width,
    y0: y0 * height,
    x1: x1 * width,
    y1: y1 * height,
  }));
}

/** The place that a brief wants behind the subject, if it is one that can be painted. */
function wishedBackground({ edits }: Brief): SettingName | undefined {
  const wish = edits.find((edit) => edit.kind === 'background')?.value;
  return settingNames.find((name) => name === wish);
}

/** Repaints the whole reference as the brief says. */
export async function repaintWhole(job: ReferenceJob, tools: ReferenceTools): Promise<ReferencePainting> {
  const { width, height, seed, brief, reference } = job;
  const { signal, onProgress } = tools;
  const unit = (width + height) / 2048;
  const whole = await decodeReference(reference.bytes, toCover(width, height));
  signal?.throwIfAborted();
  onProgress?.(0.05);
  const found = await findFaces(whole);
  signal?.throwIfAborted();
  onProgress?.(0.3);
  const inWhole = toPixels(found, whole);
  const { photo, left, top } = smartCrop(whole, width, height, inWhole);
  const faces = inWhole.map(({ x0, y0, x1, y1 }) => ({ x0: x0 - left, y0: y0 - top, x1: x1 - left, y1: y1 - top }));
  const plain = analysePhotograph(photo.rgba, width, height, { faces });
  const background = wishedBackground(brief);
  const seen = background
    ? await changeBackground(job, tools, photo, plain, await findFaces(photo), background)
    : plain;
  signal?.throwIfAborted();
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
      setting: background ?? 'reference',
      time: brief.time ?? 'reference',
      weather: brief.weather ?? 'reference',
      style: brief.style,
      unplaced: brief.unplaced,
    },
  };
}
