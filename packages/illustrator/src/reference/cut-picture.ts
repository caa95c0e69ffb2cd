// The subject of a reference as a picture with alpha, ready to be set into a scene.
import { type CutOut, cutOutSubject } from '../cutout/cut-out-subject.js';
import type { Face } from '../faces/find-faces.js';
import type { SubjectPicture } from '../scene/scene.js';
import { boxBlur, createPlane, type Plane, sampleBilinear, smoothstep } from '../style/kernels/plane.js';
import type { Photograph } from './decode-reference.js';

/** A subject cut out of a photograph. */
export interface CutPicture {
  picture: SubjectPicture;
  /** H×W of the photograph: 0 background – 255 subject. */
  alpha: Uint8Array;
  /** Where the picture was in the photograph, pixels. */
  left: number;
  top: number;
  kind: CutOut['kind'];
  /** Which sides of the photograph the subject runs out of: there it has no outline of its own. */
  cutOff: { left: boolean; right: boolean; top: boolean; bottom: boolean };
}

/** Below this score an outline is not to be trusted. Tried: a rocket on a faint sky is cut well at 0.19. */
const trustedScore = 0.12;

/**
 * Cuts the subject out of `photo`. Where the outline cannot be trusted the subject is taken as a soft oval around it instead: a vignette
 * looks meant, a wrong edge looks broken. About a second of one thread at 1024 pixels.
 */
export async function cutPicture(
  photo: Photograph,
  faces: Face[],
  hint?: [number, number, number, number],
): Promise<CutPicture> {
  const cut = await cutOutSubject(photo, { faces, ...(hint && { hint }) });
  const trusted = cut.score >= trustedScore && cut.kind !== 'none';
  const alpha = trusted ? cut.alpha : vignette(photo, cut.kind === 'none' ? [0.08, 0.06, 0.92, 0.94] : cut.box);
  const bounds = boundsOf(alpha, photo.width, photo.height);
  return {
    picture: takeOut(photo, alpha, bounds),
    alpha,
    left: bounds.x0,
    top: bounds.y0,
    kind: cut.kind,
    cutOff: touchedSides(alpha, photo.width, photo.height),
  };
}

/** An oval inside `box` (fractions, grown by a tenth), fading over its outer third. */
function vignette({ width, height }: Photograph, [x0, y0, x1, y1]: CutOut['box']): Uint8Array {
  const alpha = new Uint8Array(width * height);
  const cx = ((x0 + x1) / 2) * width;
  const cy = ((y0 + y1) / 2) * height;
  const rx = Math.max(8, (x1 - x0) * 0.6 * width);
  const ry = Math.max(8, (y1 - y0) * 0.6 * height);
  // It must have faded before the photograph ends.
  const edge = Math.max(4, Math.min(width, height) * 0.08);
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const d = Math.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2);
      const rim = Math.min(x, y, width - 1 - x, height - 1 - y) / edge;
      alpha[i] = 255 * (1 - smoothstep(0.66, 1, d)) * smoothstep(0, 1, rim);
    }
  return alpha;
}

function boundsOf(
  alpha: Uint8Array,
  width: number,
  height: number,
): { x0: number; y0: number; x1: number; y1: number } {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      if ((alpha[i] as number) < 10) continue;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
    }
  return x1 > x0 && y1 > y0 ? { x0, y0, x1, y1 } : { x0: 0, y0: 0, x1: width, y1: height };
}

/** A side counts as touched where solid subject covers an eighth of it. */
function touchedSides(alpha: Uint8Array, width: number, height: number): CutPicture['cutOff'] {
  let [left, right, top, bottom] = [0, 0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    if ((alpha[y * width + 1] as number) > 128) left += 1;
    if ((alpha[y * width + width - 2] as number) > 128) right += 1;
  }
  for (let x = 0; x < width; x += 1) {
    if ((alpha[width + x] as number) > 128) top += 1;
    if ((alpha[(height - 2) * width + x] as number) > 128) bottom += 1;
  }
  return { left: left > height / 8, right: right > height / 8, top: top > width / 8, bottom: bottom > width / 8 };
}

/**
 * The pixels within `bounds` with their alpha. Half-transparent rims carry colour of the old background; they take the colour of the solid
 * subject next to them instead, so that no halo is carried into the new scene.
 */
function takeOut(
  photo: Photograph,
  alpha: Uint8Array,
  { x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number },
): SubjectPicture {
  const width = x1 - x0;
  const height = y1 - y0;
  const shrink = 2;
  const w = Math.ceil(width / shrink);
  const h = Math.ceil(height / shrink);
  const solid = createPlane(w, h);
  const sums = [createPlane(w, h), createPlane(w, h), createPlane(w, h)] as [Plane, Plane, Plane];
  for (let y = 0, k = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, k += 1) {
      const i = Math.min(photo.height - 1, y0 + y * shrink) * photo.width + Math.min(photo.width - 1, x0 + x * shrink);
      const weight = (alpha[i] as number) > 245 ? 1 : 0;
      solid.data[k] = weight;
      for (const [c, plane] of sums.entries()) plane.data[k] = weight * (photo.rgba[i * 4 + c] as number);
    }
  const reach = Math.max(2, Math.round((width + height) / 320));
  const weight = boxBlur(boxBlur(solid, reach), reach);
  const [red, green, blue] = sums.map((plane) => boxBlur(boxBlur(plane, reach), reach)) as [Plane, Plane, Plane];
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      const i = (y0 + y) * photo.width + x0 + x;
      const a = alpha[i] as number;
      const near = sampleBilinear(weight, x / shrink, y / shrink);
      const swap = near > 0.02 ? 1 - smoothstep(140, 250, a) : 0;
      for (const [c, plane] of [red, green, blue].entries()) {
        const own = photo.rgba[i * 4 + c] as number;
        rgba[p + c] = swap > 0 ? own + (sampleBilinear(plane, x / shrink, y / shrink) / near - own) * swap : own;
      }
      rgba[p + 3] = a;
    }
  return { width, height, rgba };
}
