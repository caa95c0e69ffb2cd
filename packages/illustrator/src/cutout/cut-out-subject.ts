// Cuts the main subject out of a photograph: likelihood from the segmenter, faces and saliency, decided by GrabCut on a
// small grid, fitted to the picture's edges by the guided filter, with a score that says how far to trust it.
import { type Face, findFaces } from '../faces/find-faces.js';
import {
  createPicturePyramid,
  type DecodedPicture,
  type PicturePyramid,
  sampleArea,
} from '../faces/picture-pyramid.js';
import { clamp, type Plane, sampleBilinear, smoothstep } from '../style/kernels/plane.js';
import { fillHoles, grow, keepMainPieces, type Mask } from './components.js';
import { grabCut, type Weights } from './grab-cut.js';
import { fitToEdges, type Guide } from './guided-filter.js';
import { createLabGrid, type LabGrid } from './lab-grid.js';
import { type Evidence, estimateLikelihood, type Likelihood } from './likelihood.js';
import { loadSegmenter } from './segmenter.js';

export interface CutOut {
  /** H×W of the picture: 0 background … 255 subject. */
  alpha: Uint8Array;
  /** Bounds of the subject, `[x0,y0,x1,y1]` as fractions; the whole picture when there is none. */
  box: [number, number, number, number];
  /** [0,1]: below about 0.5 a caller does better with a soft vignette. */
  score: number;
  /** What the cut rests on; `none`: nothing stands out, and alpha is 255 everywhere. */
  kind: Evidence | 'none';
}

export interface CutOutOptions {
  /** Where the subject is, `[x0,y0,x1,y1]` as fractions; nothing outside it (and a tenth around) is kept. */
  hint?: [number, number, number, number];
  /** Faces already found, to save finding them again (0.4 s). */
  faces?: Face[];
}

/** The segmenter knows people best; saliency is a colour measure itself, to ask the colours again would count them twice. */
const weights: Record<Evidence, Weights> = {
  person: { trust: 1.6, colourVotes: 5, strictness: 2 },
  figure: { trust: 1.6, colourVotes: 5, strictness: 1 },
  salient: { trust: 3, colourVotes: 1.5, strictness: 2 },
};

/** Longer side of the grid on which the cut is decided. */
const gridSide = 256;
/** Longer side of the picture that guides the edge. */
const guideSide = 640;

/**
 * Cuts out the main subject; at most 2 s of one thread at 1024 pixels, so never call it on an event loop. Deterministic.
 * Throws a RangeError when the pixels do not fill the size.
 */
export async function cutOutSubject(picture: DecodedPicture, options: CutOutOptions = {}): Promise<CutOut> {
  const pyramid = createPicturePyramid(picture);
  const network = await loadSegmenter();
  const faces = options.faces ?? (await findFaces(picture));
  const grid = createLabGrid(pyramid, gridSide);
  const likelihood = estimateLikelihood(network, pyramid, grid, faces, options.hint);
  const decided = decide(grid, likelihood);
  const area = decided.data.reduce((sum, value) => sum + value, 0) / decided.data.length;
  if (area < 0.002) {
    return {
      alpha: new Uint8Array(picture.width * picture.height).fill(255),
      box: [0, 0, 1, 1],
      score: 0,
      kind: 'none',
    };
  }
  return {
    alpha: matte(pyramid, decided),
    box: bounds(decided),
    score: rate(grid, likelihood, decided),
    kind: likelihood.evidence,
  };
}

/** GrabCut between what is certain, then the main pieces without small holes. */
function decide(grid: LabGrid, likelihood: Likelihood): Mask {
  const { width, height } = grid;
  const { data, evidence } = likelihood;
  // How far from its 95 % core and its 5 % fringe the map is trusted blindly, samples.
  const certain = evidence === 'salient' ? 0.999 : 0.95;
  const core = grow({ width, height, data: Uint8Array.from(data, (value) => (value > certain ? 1 : 0)) }, -3).data;
  const reach = grow({ width, height, data: Uint8Array.from(data, (value) => (value > 1 - certain ? 1 : 0)) }, 5).data;
  const certainty = core.map((value, index) => (value ? 2 : reach[index] ? 1 : 0));
  const cut = grabCut(grid, data, certainty, weights[evidence]);
  const main = keepMainPieces({ width, height, data: cut }, data, 0.25);
  return fillHoles(main, 0.01);
}

/** Alpha at full size. */
function matte(pyramid: PicturePyramid, decided: Mask): Uint8Array {
  const { width, height } = pyramid;
  const scale = Math.min(1, guideSide / Math.max(width, height));
  const guideWidth = Math.max(1, Math.round(width * scale));
  const guideHeight = Math.max(1, Math.round(height * scale));
  const rgb = sampleArea(pyramid, { x0: 0, y0: 0, x1: width, y1: height }, guideWidth, guideHeight);
  const guide = [0, 1, 2].map((channel) => ({
    width: guideWidth,
    height: guideHeight,
    data: Float32Array.from({ length: guideWidth * guideHeight }, (_, i) => (rgb[3 * i + channel] as number) / 255),
  })) as Guide;
  const ratio = decided.width / guideWidth;
  const coarse = toPlane(decided.data, decided);
  const mask = resample(coarse, guideWidth, guideHeight);
  const model = fitToEdges(mask, guide, Math.max(2, Math.round(2 / ratio)), 1e-4);

  // The filter may answer only near the cut; elsewhere the cut has decided.
  const inner = toPlane(grow(decided, -3).data, decided);
  const outer = toPlane(grow(decided, 3).data, decided);
  const alpha = new Uint8Array(width * height);
  const full = pyramid.levels[0];
  for (let y = 0; full && y < height; y++) {
    const gridY = ((y + 0.5) / height) * decided.height - 0.5;
    const guideY = ((y + 0.5) / height) * guideHeight - 0.5;
    for (let x = 0; x < width; x++) {
      const gridX = ((x + 0.5) / width) * decided.width - 0.5;
      const index = y * width + x;
      const low = sampleBilinear(inner, gridX, gridY);
      const high = sampleBilinear(outer, gridX, gridY);
      if (low >= 1 || high <= 0) {
        alpha[index] = low >= 1 ? 255 : 0;
        continue;
      }
      const guideX = ((x + 0.5) / width) * guideWidth - 0.5;
      const value =
        (sampleBilinear(model.red, guideX, guideY) * (full.rgb[3 * index] as number) +
          sampleBilinear(model.green, guideX, guideY) * (full.rgb[3 * index + 1] as number) +
          sampleBilinear(model.blue, guideX, guideY) * (full.rgb[3 * index + 2] as number)) /
          255 +
        sampleBilinear(model.constant, guideX, guideY);
      alpha[index] = Math.round(255 * clamp(smoothstep(0.12, 0.88, value), low, high));
    }
  }
  return alpha;
}

function toPlane(data: Uint8Array, { width, height }: Mask): Plane {
  return { width, height, data: Float32Array.from(data) };
}

function resample(plane: Plane, width: number, height: number): Plane {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data[y * width + x] = sampleBilinear(
        plane,
        ((x + 0.5) / width) * plane.width - 0.5,
        ((y + 0.5) / height) * plane.height - 0.5,
      );
  return { width, height, data };
}

function bounds({ width, height, data }: Mask): [number, number, number, number] {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  data.forEach((value, index) => {
    if (value === 0) return;
    const x = index % width;
    const y = Math.floor(index / width);
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + 1);
    y1 = Math.max(y1, y + 1);
  });
  return [x0 / width, y0 / height, x1 / width, y1 / height];
}

/** Agreement of likelihood and cut, times how clearly the colours change at the cut, times a plausible size and shape. */
function rate(grid: LabGrid, { data, evidence }: Likelihood, decided: Mask): number {
  let agreed = 0;
  let either = 0;
  let cut = 0;
  data.forEach((value, index) => {
    const inCut = decided.data[index] as number;
    const believed = smoothstep(0.25, 0.75, value);
    cut += inCut;
    agreed += inCut ? believed : 0;
    either += inCut ? 1 : believed;
  });
  const area = cut / data.length;
  const size = smoothstep(0.005, 0.03, area) * (1 - smoothstep(0.85, 0.98, area));
  // What merely stands out is a subject when it is one compact thing, and clutter when it is scattered over its box.
  const [x0, y0, x1, y1] = bounds(decided);
  const shape = evidence === 'salient' ? 0.9 * smoothstep(0.15, 0.45, area / ((x1 - x0) * (y1 - y0))) : 1;
  return (agreed / either) * (0.4 + 0.6 * edgeContrast(grid, decided)) * size * shape;
}

/** 0–1: mean colour step across the cut, against a step that is clear to the eye. */
function edgeContrast({ width, height, l, a, b }: LabGrid, decided: Mask): number {
  let sum = 0;
  let count = 0;
  /** Two places four samples apart, one well inside the cut and one well outside. */
  const compare = (one: number, other: number): void => {
    if (decided.data[one] === decided.data[other]) return;
    sum += Math.hypot(
      (l[one] as number) - (l[other] as number),
      2 * ((a[one] as number) - (a[other] as number)),
      2 * ((b[one] as number) - (b[other] as number)),
    );
    count += 1;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x + 4 < width) compare(y * width + x, y * width + x + 4);
      if (y + 4 < height) compare(y * width + x, (y + 4) * width + x);
    }
  }
  return count > 0 ? smoothstep(0.02, 0.16, sum / count) : 0;
}
