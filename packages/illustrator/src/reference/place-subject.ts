// The reference's subject in a new scene.
import type { Brief, BriefSubject } from '../brief/brief.js';
import { findFaces } from '../faces/find-faces.js';
import { paintScene } from '../paint/paint-scene.js';
import { regionNames } from '../paint/painting.js';
import { measureBrief } from '../scene/measure-brief.js';
import { planScene } from '../scene/plan-scene.js';
import type { PlacedSubject, Scene, SubjectPicture } from '../scene/scene.js';
import { toPlan } from '../scene/to-plan.js';
import { applyStyle } from '../style/apply-style.js';
import { renderSmooth } from '../style/kernels/flatten.js';
import { structureTensor, tangentFlow } from '../style/kernels/flow.js';
import { kuwahara } from '../style/kernels/kuwahara.js';
import { labImage } from '../style/kernels/oklab.js';
import { lumaPlane } from '../style/kernels/plane.js';
import { analysePhotograph, type PixelBox } from './analyse-photograph.js';
import { subjectMask } from './compose.js';
import { type CutPicture, cutPicture } from './cut-picture.js';
import { decodeReference, type Photograph, toFitWithin } from './decode-reference.js';
import { faceMask, faceShare, referenceShare, showReference } from './fidelity.js';
import type { ReferenceJob, ReferencePainting, ReferenceTools } from './reference-job.js';

/** Longer side at which a subject is cut out: finer than any picture shows it. */
const workingSide = 1024;

/** What the reference is called where the prompt does not name it. */
const unnamed: Record<CutPicture['kind'], string> = {
  person: 'person',
  figure: 'figure',
  salient: 'object',
  none: 'picture',
};

const people = /^(?:person|man|woman|boy|girl|child|baby|people|old_man|old_woman|elder)/;

/**
 * The brief with the reference among its subjects, and which one it is: a person of the prompt for a person, else the first subject; one of
 * its own when the prompt names none.
 */
export function nameReference(brief: Brief, kind: CutPicture['kind']): { brief: Brief; at: number } {
  const person = brief.subjects.findIndex((subject) => people.test(subject.concept));
  const at = kind === 'person' && person >= 0 ? person : brief.subjects.length > 0 ? 0 : -1;
  if (at >= 0) {
    const subjects = brief.subjects.map((subject, k) =>
      k === at
        ? { ...subject, count: 1, size: subject.size === 'medium' ? ('large' as const) : subject.size }
        : subject,
    );
    return { brief: { ...brief, subjects }, at };
  }
  const own: BriefSubject = {
    noun: unnamed[kind],
    concept: unnamed[kind],
    count: 1,
    exact: true,
    colour: null,
    secondColour: null,
    material: null,
    size: 'large',
    action: null,
    place: null,
    wearing: [],
    confidence: 1,
  };
  return { brief: { ...brief, subjects: [own] }, at: 0 };
}

/**
 * Moves a subject that the photograph cuts off to the frame's own edge: half a person must not stand in a meadow, but may well look into
 * the picture from below.
 */
export function leanOnFrame(subject: PlacedSubject, cut: CutPicture, frameAspect: number): PlacedSubject {
  const { cutOff, picture } = cut;
  if (!cutOff.bottom && !cutOff.left && !cutOff.right && !cutOff.top) return subject;
  const aspect = picture.width / picture.height;
  const across = frameAspect / aspect;
  // Cut above and below, it must fill the height; left and right, the width; else it stays within the frame.
  let height = cutOff.top && cutOff.bottom ? 1.01 : Math.min(0.74, 0.98 * across);
  if (cutOff.left && cutOff.right)
    height = Math.max(height, cutOff.top && cutOff.bottom ? across * 1.01 : Math.min(1.01, across));
  const width = height / across;
  const middle = (subject.box[0] + subject.box[2]) / 2;
  const free = width > 1 ? (1 - width) / 2 : Math.min(1 - width, Math.max(0, middle - width / 2));
  const x0 = cutOff.left === cutOff.right || width > 1 ? free : cutOff.left ? 0 : 1 - width;
  // Where it is higher than the frame, more is lost below than above: faces are in the upper half.
  const y1 = height > 1.02 ? 1 + (height - 1) * 0.6 : cutOff.bottom ? 1.004 : cutOff.top ? height : subject.box[3];
  // 'air' keeps footing and cast shadow away from what has no feet.
  const contact = cutOff.bottom || cutOff.top ? 'air' : subject.contact;
  return { ...subject, box: [x0, y1 - height, x0 + width, y1], contact, depth: 0, tilt: 0 };
}

/** Below one half the subject is drawn rather than pasted: simplified, the more the lower. */
export function reinterpret(picture: SubjectPicture, imageFidelity: number): SubjectPicture {
  const amount = 1 - Math.min(1, imageFidelity / 0.5);
  if (amount === 0) return picture;
  const { width, height } = picture;
  const flow = tangentFlow(structureTensor(lumaPlane(picture.rgba, width, height, 2), 2), 2);
  const simple = renderSmooth(
    kuwahara(labImage(picture.rgba, width, height, 2), flow, 5 * ((width + height) / 2048) + 1),
    width,
    height,
  );
  const rgba = new Uint8ClampedArray(picture.rgba);
  for (let p = 0; p < rgba.length; p += 4)
    for (let c = p; c < p + 3; c += 1)
      rgba[c] = (rgba[c] as number) + ((simple[c] as number) - (rgba[c] as number)) * amount;
  return { width, height, rgba };
}

/** Pixel box in which the painter draws a subject's picture: it keeps its proportions and stands on the box's lower edge. */
export function drawnBox(subject: PlacedSubject, picture: SubjectPicture, width: number, height: number): PixelBox {
  const boxW = (subject.box[2] - subject.box[0]) * width;
  const boxH = (subject.box[3] - subject.box[1]) * height;
  const scale = Math.min(boxW / picture.width, boxH / picture.height);
  const floats = subject.contact === 'air' || subject.contact === 'space' || subject.contact === 'underwater';
  const x0 = subject.box[0] * width + (boxW - picture.width * scale) / 2;
  const y0 = subject.box[1] * height + (boxH - picture.height * scale) * (floats ? 0.5 : 1);
  return { x0, y0, x1: x0 + picture.width * scale, y1: y0 + picture.height * scale };
}

/** Gives the placed subject the detail map of its own photograph, in place. */
function refineDetail(
  painting: { width: number; height: number; regions: Uint8Array; detail: Uint8Array },
  own: Uint8Array,
  picture: SubjectPicture,
  box: PixelBox,
): void {
  const subject = regionNames.indexOf('subject');
  const stepX = picture.width / (box.x1 - box.x0);
  const stepY = picture.height / (box.y1 - box.y0);
  for (let y = Math.max(0, Math.floor(box.y0)); y < Math.min(painting.height, box.y1); y += 1)
    for (let x = Math.max(0, Math.floor(box.x0)); x < Math.min(painting.width, box.x1); x += 1) {
      const i = y * painting.width + x;
      if (painting.regions[i] !== subject) continue;
      const u = Math.min(picture.width - 1, Math.max(0, Math.floor((x - box.x0) * stepX)));
      const v = Math.min(picture.height - 1, Math.max(0, Math.floor((y - box.y0) * stepY)));
      painting.detail[i] = own[v * picture.width + u] as number;
    }
}

/** Faces of the photograph as they lie in the cut-out. */
function facesInCut(
  photo: Photograph,
  cut: CutPicture,
  boxes: readonly [number, number, number, number][],
): PixelBox[] {
  return boxes.map(([x0, y0, x1, y1]) => ({
    x0: x0 * photo.width - cut.left,
    y0: y0 * photo.height - cut.top,
    x1: x1 * photo.width - cut.left,
    y1: y1 * photo.height - cut.top,
  }));
}

/** Cuts the subject out, plans a scene around it, paints and styles both. */
export async function placeSubject(job: ReferenceJob, tools: ReferenceTools): Promise<ReferencePainting> {
  const { width, height, reference, seed } = job;
  const { signal, onProgress } = tools;
  const photo = await decodeReference(reference.bytes, toFitWithin(workingSide));
  signal?.throwIfAborted();
  const found = await findFaces(photo);
  signal?.throwIfAborted();
  onProgress?.(0.15);
  const cut = await cutPicture(photo, found);
  signal?.throwIfAborted();
  onProgress?.(0.35);
  const picture = reinterpret(cut.picture, reference.imageFidelity);
  const named = nameReference(job.brief, cut.kind);
  const planned = planScene(named.brief, {
    width,
    height,
    seed: job.requestSeed,
    index: job.index,
    pictures: new Map([[named.at, picture]]),
    measured: await measureBrief(named.brief, tools.artwork),
  });
  const scene: Scene = {
    ...planned,
    subjects: planned.subjects.map((subject) =>
      subject.picture ? leanOnFrame(subject, cut, width / height) : subject,
    ),
  };
  const painting = await paintScene(scene, {
    artwork: tools.artwork,
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.(0.35 + 0.25 * fraction),
  });
  const placed = scene.subjects.find((subject) => subject.picture);
  const faces: PixelBox[] = [];
  if (placed) {
    const box = drawnBox(placed, picture, width, height);
    const own = facesInCut(
      photo,
      cut,
      found.map((face) => face.box),
    );
    const opaque = new Uint8ClampedArray(picture.rgba).map((value, i) => ((i & 3) === 3 ? 255 : value));
    refineDetail(
      painting,
      analysePhotograph(opaque, picture.width, picture.height, { faces: own }).detail,
      picture,
      box,
    );
    const scale = (box.x1 - box.x0) / picture.width;
    for (const face of own)
      faces.push({
        x0: box.x0 + face.x0 * scale,
        y0: box.y0 + face.y0 * scale,
        x1: box.x0 + face.x1 * scale,
        y1: box.y0 + face.y1 * scale,
      });
  }
  onProgress?.(0.65);
  const rgba = await applyStyle(painting, scene.style, {
    seed,
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.(0.65 + 0.33 * fraction),
  });
  // Fidelity speaks of the subject alone: the scene around it is the prompt's.
  showReference(rgba, painting.rgba, 0, subjectMask(painting), referenceShare(reference.imageFidelity));
  showReference(rgba, painting.rgba, 0, faceMask(width, height, faces), faceShare(reference.humanFidelity));
  onProgress?.(1);
  return { rgba, plan: toPlan(scene) };
}
