// Turns a photograph into a Painting: works out which parts matter and where the sky is, so that styles treat it with the
// same care as a scene of our own.
import { type Painting, regionNames } from '../paint/painting.js';
import { structureTensor } from '../style/kernels/flow.js';
import { labImage } from '../style/kernels/oklab.js';
import {
  boxBlur,
  clamp,
  createPlane,
  gaussianBlur,
  lumaPlane,
  type Plane,
  sampleBilinear,
  smoothstep,
} from '../style/kernels/plane.js';
import { findSky } from './sky-mask.js';

/** A box in pixels, x1 and y1 exclusive. */
export interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** What is already known about a photograph. */
export interface PhotographHints {
  /** Faces found in it. */
  faces?: readonly PixelBox[];
  /** H×W, 0–255: how much of each pixel belongs to the subject. */
  subject?: Uint8Array;
}

const shrink = 4;

/**
 * How much each place draws the eye, 0–1, at `luma`'s resolution: colours that differ from the border's and from the picture's
 * mean (after Achanta et al., "Frequency-tuned Salient Region Detection", 2009), weighted towards the middle.
 */
export function saliencyMap(rgba: Uint8ClampedArray, width: number, height: number): Plane {
  const lab = labImage(rgba, width, height, shrink * 2);
  const { width: w, height: h } = lab;
  const plane = (data: Float32Array): Plane => ({ width: w, height: h, data });
  const [l, a, b] = [lab.l, lab.a, lab.b].map((data) => gaussianBlur(plane(data), 1.5)) as [Plane, Plane, Plane];
  const border = [0, 0, 0, 0];
  const frame = Math.max(1, Math.round(Math.min(w, h) * 0.06));
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      if (x >= frame && x < w - frame && y >= frame && y < h - frame) continue;
      const i = y * w + x;
      for (const [k, channel] of [l, a, b].entries()) border[k] = (border[k] as number) + (channel.data[i] as number);
      border[3] = (border[3] as number) + 1;
    }
  const count = border[3] as number;
  const map = createPlane(w, h);
  let most = 1e-6;
  for (let y = 0, i = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, i += 1) {
      const dl = (l.data[i] as number) - (border[0] as number) / count;
      const da = (a.data[i] as number) - (border[1] as number) / count;
      const db = (b.data[i] as number) - (border[2] as number) / count;
      const nx = (x + 0.5) / w - 0.5;
      const ny = (y + 0.5) / h - 0.5;
      const middle = 1 - smoothstep(0.2, 0.75, Math.sqrt(nx * nx + ny * ny));
      const value = Math.sqrt(0.5 * dl * dl + 3 * (da * da + db * db)) * (0.35 + 0.65 * middle);
      map.data[i] = value;
      most = Math.max(most, value);
    }
  const spread = boxBlur(map, 2);
  for (let i = 0; i < spread.data.length; i += 1)
    spread.data[i] = clamp((spread.data[i] as number) / (most * 0.7), 0, 1);
  return spread;
}

/** Raises `detail` over a face: 150 at the rim of its oval, 245 over eyes and mouth. */
function markFace(detail: Uint8Array, width: number, height: number, face: PixelBox): void {
  const cx = (face.x0 + face.x1) / 2;
  const cy = (face.y0 + face.y1) / 2;
  const rx = Math.max(1, (face.x1 - face.x0) * 0.62);
  const ry = Math.max(1, (face.y1 - face.y0) * 0.68);
  for (let y = Math.max(0, Math.floor(cy - ry)); y < Math.min(height, cy + ry); y += 1)
    for (let x = Math.max(0, Math.floor(cx - rx)); x < Math.min(width, cx + rx); x += 1) {
      const d = Math.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2);
      if (d >= 1) continue;
      const i = y * width + x;
      detail[i] = Math.max(detail[i] as number, Math.round(150 + 95 * (1 - smoothstep(0.35, 0.9, d))));
    }
}

/** A photograph (H×W×4, opaque) as a Painting. `rgba` is shared, not copied. Deterministic; about 60 ms for 1024². */
export function analysePhotograph(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  hints: PhotographHints = {},
): Painting {
  const luma = lumaPlane(rgba, width, height, shrink);
  const tensor = structureTensor(luma, 1.2);
  const edges = createPlane(luma.width, luma.height);
  for (let i = 0; i < edges.data.length; i += 1)
    edges.data[i] = (tensor.xx.data[i] as number) + (tensor.yy.data[i] as number);
  const sky = findSky(rgba, width, height, luma, edges, shrink);
  const saliency = saliencyMap(rgba, width, height);
  // Texture everywhere (grass, gravel) is no detail: edges count by how far they rise above their wide surroundings.
  const near = gaussianBlur(edges, 2);
  const wide = gaussianBlur(edges, 24);
  const small = createPlane(luma.width, luma.height);
  for (let y = 0, i = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width; x += 1, i += 1) {
      const edge = Math.sqrt(near.data[i] as number) / (0.07 + 0.9 * Math.sqrt(wide.data[i] as number));
      const salient = sampleBilinear(saliency, x / 2 - 0.25, y / 2 - 0.25);
      const isSky = sky[Math.min(height - 1, y * shrink + 1) * width + Math.min(width - 1, x * shrink + 1)] === 1;
      const value = isSky ? 0.06 : 0.1 + 0.32 * Math.min(1.2, edge) + 0.38 * salient * Math.min(1, 0.35 + edge);
      small.data[i] = Math.min(0.72, value);
    }
  const smooth = gaussianBlur(small, 1.5);
  const detail = new Uint8Array(width * height);
  const regions = new Uint8Array(width * height);
  const skyIndex = regionNames.indexOf('sky');
  const elsewhere = regionNames.indexOf('indoor');
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const j = ((y / shrink) | 0) * luma.width + ((x / shrink) | 0);
      detail[i] = 255 * (smooth.data[j] as number);
      regions[i] = sky[i] ? skyIndex : elsewhere;
    }
  if (hints.subject) raiseSubject(detail, regions, hints.subject);
  for (const face of hints.faces ?? []) markFace(detail, width, height, face);
  return { width, height, rgba, regions, detail, letteringBoxes: [], photograph: true };
}

/** What belongs to the cut-out subject is the subject, and deserves finer strokes; the rest may be broader. */
function raiseSubject(detail: Uint8Array, regions: Uint8Array, subject: Uint8Array): void {
  const region = regionNames.indexOf('subject');
  for (let i = 0; i < detail.length; i += 1) {
    const inside = subject[i] as number;
    if (inside > 127) regions[i] = region;
    const value = detail[i] as number;
    detail[i] = inside > 127 ? Math.max(110, value) : value * (0.55 + 0.45 * (inside / 127));
  }
}
