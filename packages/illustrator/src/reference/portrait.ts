// The one face of a reference in a new portrait: head and shoulders before a new background, in the style that is asked for.
import { type Face, findFaces } from '../faces/find-faces.js';
import { paintScene } from '../paint/paint-scene.js';
import type { Painting } from '../paint/painting.js';
import { IllustratorError, type Plan } from '../request.js';
import { planScene } from '../scene/plan-scene.js';
import { toPlan } from '../scene/to-plan.js';
import { applyStyle } from '../style/apply-style.js';
import { analysePhotograph, type PixelBox } from './analyse-photograph.js';
import { blurPainting, paintStudio } from './backdrop.js';
import { layPicture, type Placement, subjectMask } from './compose.js';
import { type CutPicture, cutPicture } from './cut-picture.js';
import { cropPhotograph, decodeReference, type Photograph, toFitWithin } from './decode-reference.js';
import { applyEdits, sortEdits } from './edits/apply-edits.js';
import { faceMask, faceShare, referenceShare, showReference } from './fidelity.js';
import { matchColours, measureColours } from './match-colours.js';
import { reinterpret } from './place-subject.js';
import type { ReferenceJob, ReferencePainting, ReferenceTools } from './reference-job.js';

/** Longer side at which faces are looked for. */
const workingSide = 1280;

/** The one face, or the reason why not. */
function onlyFace(faces: Face[]): Face {
  const [face] = faces;
  if (!face)
    throw new IllustratorError('no-face', 'reference', 'the reference picture shows no face, exactly one is needed');
  if (faces.length > 1)
    throw new IllustratorError(
      'many-faces',
      'reference',
      `the reference picture shows ${faces.length} faces, exactly one is needed`,
    );
  return face;
}

/** Head and shoulders around a face, with room above the hair, in whole pixels of the photograph. */
function bustBox({ width, height }: Photograph, face: PixelBox): PixelBox {
  const tall = face.y1 - face.y0;
  const middle = (face.x0 + face.x1) / 2;
  return {
    x0: Math.max(0, Math.floor(middle - 2.1 * tall)),
    y0: Math.max(0, Math.floor(face.y0 - 0.85 * tall)),
    x1: Math.min(width, Math.ceil(middle + 2.1 * tall)),
    y1: Math.min(height, Math.ceil(face.y1 + 2.2 * tall)),
  };
}

/**
 * Where the bust goes: the face a little above the middle and about a third of the frame high, the shoulders down to the lower edge. A photograph
 * that ends early is enlarged, and at last moved down, until it reaches that edge: nobody floats.
 */
export function placeBust(
  frame: { width: number; height: number },
  picture: { width: number; height: number },
  face: PixelBox,
): Placement {
  const faceHeight = face.y1 - face.y0;
  const faceX = (face.x0 + face.x1) / 2;
  const faceY = (face.y0 + face.y1) / 2;
  const wished = (0.31 * Math.min(frame.height, frame.width * 1.2)) / faceHeight;
  const eyeLine = 0.43 * frame.height;
  const reaching = (frame.height - eyeLine) / Math.max(1, picture.height - faceY);
  const scale = Math.max(wished, Math.min(reaching * 1.01, wished * 1.6));
  const y = Math.max(eyeLine - faceY * scale, frame.height - picture.height * scale);
  return { x: frame.width / 2 - faceX * scale, y, width: picture.width * scale, height: picture.height * scale };
}

/** Fades the sides at which the photograph cut the shoulders off, in place: a soft end looks painted, a straight one cut. */
function fadeCutSides(cut: CutPicture): void {
  const { picture, cutOff } = cut;
  const { width, height, rgba } = picture;
  const reach = width * 0.16;
  for (let y = 0, p = 3; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      let keep = 1;
      if (cutOff.left) keep = Math.min(keep, (x + 0.5) / reach);
      if (cutOff.right) keep = Math.min(keep, (width - x - 0.5) / reach);
      if (keep < 1) rgba[p] = (rgba[p] as number) * keep * keep * (3 - 2 * keep);
    }
}

/** What is behind the sitter: the prompt's place, out of focus, or a studio's mottled cloth. */
async function paintBehind(
  job: ReferenceJob,
  tools: ReferenceTools,
  clothes: Uint8ClampedArray,
): Promise<{ painting: Painting; plan: Plan }> {
  const { width, height, brief } = job;
  const empty = { ...brief, subjects: [], relations: [], lettering: [] };
  const scene = planScene(empty, { width, height, seed: job.requestSeed, index: job.index });
  const plan = toPlan(scene);
  if (brief.setting === null || brief.setting === 'studio')
    return {
      painting: paintStudio(width, height, measureColours(clothes), job.seed),
      plan: { ...plan, setting: 'studio' },
    };
  const painting = await paintScene(scene, { artwork: tools.artwork, ...(tools.signal && { signal: tools.signal }) });
  return { painting: blurPainting(painting, 7 * ((width + height) / 2048)), plan };
}

/** Paints the portrait. Throws IllustratorError 'no-face' or 'many-faces' unless the reference shows exactly one face. */
export async function paintPortrait(job: ReferenceJob, tools: ReferenceTools): Promise<ReferencePainting> {
  const { width, height, reference, brief, seed } = job;
  const { signal, onProgress } = tools;
  const whole = await decodeReference(reference.bytes, toFitWithin(workingSide));
  signal?.throwIfAborted();
  const face = onlyFace(await findFaces(whole));
  signal?.throwIfAborted();
  onProgress?.(0.2);
  const [fx0, fy0, fx1, fy1] = face.box;
  const inWhole = { x0: fx0 * whole.width, y0: fy0 * whole.height, x1: fx1 * whole.width, y1: fy1 * whole.height };
  const bust = bustBox(whole, inWhole);
  const photo = cropPhotograph(whole, bust.x0, bust.y0, bust.x1 - bust.x0, bust.y1 - bust.y0);
  const inBust = {
    x0: inWhole.x0 - bust.x0,
    y0: inWhole.y0 - bust.y0,
    x1: inWhole.x1 - bust.x0,
    y1: inWhole.y1 - bust.y0,
  };
  const cut = await cutPicture(photo, [moveFace(face, whole, bust)]);
  signal?.throwIfAborted();
  onProgress?.(0.4);
  fadeCutSides(cut);
  const faceInCut = {
    x0: inBust.x0 - cut.left,
    y0: inBust.y0 - cut.top,
    x1: inBust.x1 - cut.left,
    y1: inBust.y1 - cut.top,
  };
  const { painting, plan } = await paintBehind(job, tools, cut.picture.rgba);
  const lit = matchColours(cut.picture.rgba, measureColours(painting.rgba), 0.16);
  const picture = reinterpret({ ...cut.picture, rgba: lit }, reference.imageFidelity);
  const opaque = picture.rgba.map((value, i) => ((i & 3) === 3 ? 255 : value));
  const { detail } = analysePhotograph(opaque, picture.width, picture.height, { faces: [faceInCut] });
  const place = placeBust({ width, height }, picture, faceInCut);
  layPicture(painting, picture, detail, place);
  onProgress?.(0.55);
  const edited = applyEdits({ ...painting, photograph: true }, sortEdits(brief), seed, 1);
  const rgba = await applyStyle(edited, brief.style, {
    seed,
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.(0.6 + 0.38 * fraction),
  });
  const scale = place.width / picture.width;
  const placedFace = {
    x0: place.x + faceInCut.x0 * scale,
    y0: place.y + faceInCut.y0 * scale,
    x1: place.x + faceInCut.x1 * scale,
    y1: place.y + faceInCut.y1 * scale,
  };
  showReference(rgba, edited.rgba, 0, subjectMask(edited), referenceShare(reference.imageFidelity));
  showReference(rgba, edited.rgba, 0, faceMask(width, height, [placedFace]), faceShare(reference.humanFidelity));
  onProgress?.(1);
  const noun = brief.subjects[0];
  return {
    rgba,
    plan: {
      ...plan,
      style: brief.style,
      subjects: [
        {
          noun: noun?.noun ?? 'person',
          concept: noun?.concept ?? 'person',
          colour: null,
          box: fractions(place, width, height),
        },
      ],
    },
  };
}

/** The face as it lies in the bust. */
function moveFace(face: Face, whole: Photograph, bust: PixelBox): Face {
  const w = bust.x1 - bust.x0;
  const h = bust.y1 - bust.y0;
  const x = (value: number): number => (value * whole.width - bust.x0) / w;
  const y = (value: number): number => (value * whole.height - bust.y0) / h;
  const point = (at: { x: number; y: number }): { x: number; y: number } => ({ x: x(at.x), y: y(at.y) });
  const { landmarks } = face;
  return {
    ...face,
    box: [x(face.box[0]), y(face.box[1]), x(face.box[2]), y(face.box[3])],
    landmarks: {
      rightEye: point(landmarks.rightEye),
      leftEye: point(landmarks.leftEye),
      noseTip: point(landmarks.noseTip),
      mouth: point(landmarks.mouth),
      rightEar: point(landmarks.rightEar),
      leftEar: point(landmarks.leftEar),
    },
  };
}

function fractions(place: Placement, width: number, height: number): [number, number, number, number] {
  const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
  return [
    within(place.x / width),
    within(place.y / height),
    within((place.x + place.width) / width),
    within((place.y + place.height) / height),
  ];
}
