// How likely every place of a picture belongs to its main subject, before colours have been asked.
import type { Face } from '../faces/find-faces.js';
import type { Area, PicturePyramid } from '../faces/picture-pyramid.js';
import type { Network } from '../network/network.js';
import { type Plane, sampleBilinear, smoothstep } from '../style/kernels/plane.js';
import { keepMainPieces } from './components.js';
import type { LabGrid } from './lab-grid.js';
import { findSaliency } from './saliency.js';
import { segmentArea } from './segmenter.js';

/** What the likelihood rests on. `person`: the segmenter, and a face; `figure`: the segmenter alone; `salient`: colours. */
export type Evidence = 'person' | 'figure' | 'salient';

export interface Likelihood {
  /** 0–1, H×W of the grid. */
  data: Float32Array;
  evidence: Evidence;
}

/** The segmenter has seen something when at least this share of the picture is more likely subject than not. */
const leastFigure = 0.045;

/** `hint` bounds the subject (fractions); outside it, widened by a tenth, nothing is likely. */
export function estimateLikelihood(
  network: Network,
  pyramid: PicturePyramid,
  grid: LabGrid,
  faces: Face[],
  hint: [number, number, number, number] | undefined,
): Likelihood {
  const { width, height } = pyramid;
  const frame = hint
    ? widen({ x0: hint[0] * width, y0: hint[1] * height, x1: hint[2] * width, y1: hint[3] * height }, 0.1, pyramid)
    : { x0: 0, y0: 0, x1: width, y1: height };
  const whole = { x0: 0, y0: 0, x1: width, y1: height };
  let figure = segmentTwice(network, pyramid, grid, frame);
  if (hint) {
    // Some subjects are known only by what is around them: what the whole picture shows counts within the hint too.
    const around = toGrid(segmentArea(network, pyramid, whole), whole, pyramid, grid);
    figure = figure.map((value, index) =>
      inside(index, grid, frame, pyramid) ? Math.max(value, around[index] as number) : 0,
    );
  }
  const share = figure.reduce((sum, value) => sum + (value > 0.5 ? 1 : 0), 0) / figure.length;
  if (faces.some((face) => meanInside(figure, grid, face.box) > 0.5)) return { data: figure, evidence: 'person' };
  const evidence = share >= leastFigure * boxShare(frame, pyramid) ? 'figure' : 'salient';
  const largest = faces.toSorted((one, other) => faceArea(other) - faceArea(one))[0];
  if (largest && evidence === 'salient') return { data: bodyBelow(largest, figure, grid), evidence: 'person' };

  const raw = findSaliency(grid).data;
  const threshold = otsuThreshold(raw);
  // Alone, saliency must be plain to count: a glow in the sky is not a subject.
  const from = threshold - (evidence === 'figure' ? 0.15 : 0.03);
  const saliency = raw.map((value) => smoothstep(from, from + 0.3, value));
  const data = figure.map((value, index) => {
    if (!inside(index, grid, frame, pyramid)) return 0;
    const salient = saliency[index] as number;
    // Beside a figure, what is salient may belong to it, and what is not may not: open questions for the colours. Without
    // a figure saliency is all there is, but for a hint, within which everything may belong.
    if (evidence === 'figure') return Math.max(value * (0.75 + 0.25 * salient), 0.45 * salient);
    return hint ? 0.4 + 0.5 * salient : 0.08 + 0.8 * salient;
  });
  return { data, evidence };
}

function faceArea({ box: [x0, y0, x1, y1] }: Face): number {
  return (x1 - x0) * (y1 - y0);
}

/** Where a person's body is when only the face is known: head round the face, shoulders and trunk below it. */
function bodyBelow({ box: [x0, y0, x1, y1] }: Face, figure: Float32Array, grid: LabGrid): Float32Array {
  const middleX = (x0 + x1) / 2;
  const middleY = (y0 + y1) / 2;
  return figure.map((value, index) => {
    // In face widths and heights from the middle of the face.
    const across = Math.abs(((index % grid.width) + 0.5) / grid.width - middleX) / (x1 - x0);
    const down = ((Math.floor(index / grid.width) + 0.5) / grid.height - middleY) / (y1 - y0);
    if (across ** 2 + down ** 2 < 0.25) return Math.max(value, 0.97);
    const head = across < 0.75 && down > -1 && down <= 0.75;
    // Proportions of an upright adult: shoulders three faces wide, hips five faces below the chin.
    const body = down > 0.75 && down < 6 && across < Math.min(1.5, 0.6 + 1.5 * (down - 0.75));
    return head || body ? Math.max(value, 0.6) : Math.max(0.02, value);
  });
}

/** The segmenter over the frame, and once more over what it found there: small subjects get all of its 256 pixels. */
function segmentTwice(network: Network, pyramid: PicturePyramid, grid: LabGrid, frame: Area): Float32Array {
  const coarse = toGrid(segmentArea(network, pyramid, frame), frame, pyramid, grid);
  const found = boundingArea(coarse, grid, pyramid);
  if (!found) return coarse;
  const closer = widen(found, 0.15, pyramid);
  if (boxShare(closer, pyramid) > 0.7 * boxShare(frame, pyramid)) return coarse;
  const fine = toGrid(segmentArea(network, pyramid, closer), closer, pyramid, grid);
  // From too close the segmenter may take the whole frame for the subject, or lose it: then the first look holds.
  if (likeness(coarse, fine) < 0.5) return coarse;
  return coarse.map((value, index) =>
    inside(index, grid, closer, pyramid) ? 0.4 * value + 0.6 * (fine[index] as number) : value,
  );
}

/** Intersection over union of two likelihood maps. */
function likeness(one: Float32Array, other: Float32Array): number {
  let both = 0;
  let either = 0;
  one.forEach((value, index) => {
    both += Math.min(value, other[index] as number);
    either += Math.max(value, other[index] as number);
  });
  return either > 0 ? both / either : 0;
}

/** Resamples a plane that covers an area to the grid; 0 outside the area. */
function toGrid(plane: Plane, area: Area, pyramid: PicturePyramid, grid: LabGrid): Float32Array {
  return Float32Array.from(grid.l, (_, index) => {
    if (!inside(index, grid, area, pyramid)) return 0;
    const x = (((index % grid.width) + 0.5) * pyramid.width) / grid.width;
    const y = ((Math.floor(index / grid.width) + 0.5) * pyramid.height) / grid.height;
    return sampleBilinear(
      plane,
      ((x - area.x0) / (area.x1 - area.x0)) * plane.width - 0.5,
      ((y - area.y0) / (area.y1 - area.y0)) * plane.height - 0.5,
    );
  });
}

function inside(index: number, grid: LabGrid, area: Area, pyramid: PicturePyramid): boolean {
  const x = (((index % grid.width) + 0.5) * pyramid.width) / grid.width;
  const y = ((Math.floor(index / grid.width) + 0.5) * pyramid.height) / grid.height;
  return x >= area.x0 && x < area.x1 && y >= area.y0 && y < area.y1;
}

/** The area round the main pieces of what is likely; undefined when nothing is. */
function boundingArea(likelihood: Float32Array, grid: LabGrid, pyramid: PicturePyramid): Area | undefined {
  const data = Uint8Array.from(likelihood, (value) => (value > 0.5 ? 1 : 0));
  const main = keepMainPieces({ width: grid.width, height: grid.height, data }, likelihood, 0.2).data;
  let [x0, y0, x1, y1] = [grid.width, grid.height, 0, 0];
  main.forEach((value, index) => {
    if (value === 0) return;
    const x = index % grid.width;
    const y = Math.floor(index / grid.width);
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + 1);
    y1 = Math.max(y1, y + 1);
  });
  if (x1 === 0) return undefined;
  const scaleX = pyramid.width / grid.width;
  const scaleY = pyramid.height / grid.height;
  return { x0: x0 * scaleX, y0: y0 * scaleY, x1: x1 * scaleX, y1: y1 * scaleY };
}

/** Widened by a share of its longer side on every side, within the picture. */
function widen(area: Area, share: number, { width, height }: PicturePyramid): Area {
  const margin = Math.max(area.x1 - area.x0, area.y1 - area.y0) * share;
  return {
    x0: Math.max(0, area.x0 - margin),
    y0: Math.max(0, area.y0 - margin),
    x1: Math.min(width, area.x1 + margin),
    y1: Math.min(height, area.y1 + margin),
  };
}

function boxShare(area: Area, { width, height }: PicturePyramid): number {
  return ((area.x1 - area.x0) * (area.y1 - area.y0)) / (width * height);
}

/** Mean over a box given in fractions. */
function meanInside(values: Float32Array, grid: LabGrid, box: [number, number, number, number]): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(box[1] * grid.height); y < Math.ceil(box[3] * grid.height); y++) {
    for (let x = Math.floor(box[0] * grid.width); x < Math.ceil(box[2] * grid.width); x++) {
      sum += values[y * grid.width + x] ?? 0;
      count += 1;
    }
  }
  return count > 0 ? sum / count : 0;
}

/** Otsu's threshold (1979): the level, 0–1, that best parts the values into two classes. */
function otsuThreshold(values: Float32Array): number {
  const bins = new Float64Array(64);
  for (const value of values) {
    const bin = Math.min(63, Math.floor(value * 64));
    bins[bin] = (bins[bin] as number) + 1;
  }
  const total = values.length;
  const sum = bins.reduce((acc, count, bin) => acc + count * bin, 0);
  let [below, belowSum, best, threshold] = [0, 0, -1, 0];
  bins.forEach((count, bin) => {
    below += count;
    belowSum += count * bin;
    const above = total - below;
    if (below === 0 || above === 0) return;
    const between = below * above * (belowSum / below - (sum - belowSum) / above) ** 2;
    if (between > best) {
      best = between;
      threshold = (bin + 1) / 64;
    }
  });
  return threshold;
}
