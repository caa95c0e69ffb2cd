// Low poly: a mesh of facets, fine where it matters and broad where it is quiet, each in one colour and lit by its own tilt.
import type { Painting } from '../paint/painting.js';
import { keepDetail, keepLettering, keepLights } from './keep.js';
import { structureTensor, tangentFlow } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { halfContrast } from './kernels/lines.js';
import { type LabImage, labImage, packOklab } from './kernels/oklab.js';
import { createPlane, gaussianBlur, type Plane } from './kernels/plane.js';
import { createRandom, mixBits, type Random } from './kernels/random.js';
import { triangulate } from './kernels/triangulate.js';
import type { Style } from './style-context.js';

/** Where edges are, 0–1, at half size; drives where points fall. */
function edgeStrength(contrast: Plane): Plane {
  const { width, height, data } = contrast;
  const plane = createPlane(width, height);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const gx = (data[i + 1] as number) - (data[i - 1] as number);
      const gy = (data[i + width] as number) - (data[i - width] as number);
      plane.data[i] = Math.min(1, Math.sqrt(gx * gx + gy * gy) * 4);
    }
  return plane;
}

/**
 * Points by dart throwing with a radius that shrinks with detail and edges (a variable Poisson disc: blue noise, no slivers), the
 * picture's border included. Flat [x, y, …] in picture pixels.
 */
function scatterPoints(painting: Painting, edges: Plane, unit: number, random: Random): Float64Array {
  const { width, height, detail } = painting;
  const cell = 6 * unit;
  const columns = Math.ceil(width / cell) + 1;
  const grid = new Map<number, number[]>();
  const points: number[] = [];
  const put = (x: number, y: number): void => {
    const key = Math.floor(y / cell) * columns + Math.floor(x / cell);
    const list = grid.get(key);
    if (list) list.push(points.length);
    else grid.set(key, [points.length]);
    points.push(x, y);
  };
  const isFree = (x: number, y: number, radius: number): boolean => {
    const reach = Math.ceil(radius / cell);
    const cx = Math.floor(x / cell);
    const cy = Math.floor(y / cell);
    for (let row = cy - reach; row <= cy + reach; row += 1)
      for (let column = cx - reach; column <= cx + reach; column += 1)
        for (const k of grid.get(row * columns + column) ?? [])
          if (((points[k] as number) - x) ** 2 + ((points[k + 1] as number) - y) ** 2 < radius * radius) return false;
    return true;
  };
  const border = 60 * unit;
  const across = Math.max(2, Math.round(width / border));
  const down = Math.max(2, Math.round(height / border));
  for (let k = 0; k <= across; k += 1) for (const y of [0, height]) put((k * width) / across, y);
  for (let k = 1; k < down; k += 1) for (const x of [0, width]) put(x, (k * height) / down);
  // First the contours, so that silhouettes stay, then the areas between.
  for (const pass of ['edges', 'areas'] as const) {
    const tries = pass === 'edges' ? 26_000 : 30_000;
    for (let k = 0; k < tries; k += 1) {
      const x = random.next() * width;
      const y = random.next() * height;
      const i = Math.min(height - 1, y | 0) * width + Math.min(width - 1, x | 0);
      const care = (detail[i] as number) / 255;
      if (pass === 'edges') {
        const edge = edges.data[
          Math.min(edges.height - 1, (y / 2) | 0) * edges.width + Math.min(edges.width - 1, (x / 2) | 0)
        ] as number;
        if (edge < 0.12 + 0.3 * random.next()) continue;
      }
      const radius = (pass === 'edges' ? 15 - 9 * care : 52 - 46 * Math.min(1, care * 1.25)) * unit;
      if (isFree(x, y, radius)) put(x, y);
    }
  }
  return Float64Array.from(points);
}

/** Mean Oklab colour of a triangle from seven points inside it. */
function facetColour(aim: LabImage, points: Float64Array, a: number, b: number, c: number): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (const [wa, wb] of [
    [1, 1],
    [4, 1],
    [1, 4],
    [1, 1.01],
    [2.2, 2.2],
    [2.2, 0.6],
    [0.6, 2.2],
  ] as const) {
    const wc = wa === 1 && wb === 1 ? 1 : wa + wb > 4.3 ? 1 : 2.2;
    const total = wa + wb + wc;
    const x =
      ((points[a * 2] as number) * wa + (points[b * 2] as number) * wb + (points[c * 2] as number) * wc) / total / 2;
    const y =
      ((points[a * 2 + 1] as number) * wa + (points[b * 2 + 1] as number) * wb + (points[c * 2 + 1] as number) * wc) /
      total /
      2;
    const i = Math.min(aim.height - 1, Math.max(0, y | 0)) * aim.width + Math.min(aim.width - 1, Math.max(0, x | 0));
    sum[0] += (aim.l[i] as number) / 7;
    sum[1] += (aim.a[i] as number) / 7;
    sum[2] += (aim.b[i] as number) / 7;
  }
  return sum;
}

/** Fills a triangle on a canvas of packed pixels; a pixel belongs to it when its centre does. */
function fillTriangle(
  words: Uint32Array,
  width: number,
  height: number,
  t: readonly [number, number, number, number, number, number],
  packed: number,
): void {
  const [ax, ay, bx, by, cx, cy] = t;
  const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const y1 = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
  const edges = [
    [ax, ay, bx, by],
    [bx, by, cx, cy],
    [cx, cy, ax, ay],
  ] as const;
  for (let y = y0; y <= y1; y += 1) {
    const line = y + 0.5;
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (const [px, py, qx, qy] of edges) {
      if (line < Math.min(py, qy) || line > Math.max(py, qy) || py === qy) continue;
      const x = px + ((line - py) * (qx - px)) / (qy - py);
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    const from = Math.max(0, Math.ceil(left - 0.5));
    const to = Math.min(width - 1, Math.floor(right - 0.5 + 1e-9));
    if (to >= from) words.fill(packed, y * width + from, y * width + to + 1);
  }
}

/** Delaunay facets over a detail-driven blue-noise scatter. */
export const paintLowPoly: Style = function* ({ painting, seed, unit }) {
  const { width, height, rgba } = painting;
  const random = createRandom(seed, 12);
  const contrast = halfContrast(painting);
  const flow = tangentFlow(structureTensor(contrast, 1.8 * unit), 2);
  const aim = kuwahara(labImage(rgba, width, height, 2), flow, 3 * unit);
  yield 0.3;
  const points = scatterPoints(painting, gaussianBlur(edgeStrength(contrast), 0.8), unit, random);
  yield 0.5;
  const triangles = triangulate(points);
  yield 0.7;
  // Drawn twice as large and averaged: facets meet in clean edges.
  const big = new Uint32Array(width * height * 4);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t] as number, triangles[t + 1] as number, triangles[t + 2] as number];
    const [l, ca, cb] = facetColour(aim, points, a, b, c);
    // Each facet is tilted by chance, a little: that is what makes it read as a solid.
    const tilt = (mixBits(seed ^ Math.imul(a * 31 + b * 17 + c, 0x9e3779b1)) / 4294967296 - 0.5) * 0.055;
    const packed = packOklab(l + tilt, ca * 1.08, cb * 1.08) | 0xff000000;
    const at = (k: number): [number, number] => [(points[k * 2] as number) * 2, (points[k * 2 + 1] as number) * 2];
    fillTriangle(big, width * 2, height * 2, [...at(a), ...at(b), ...at(c)], packed);
  }
  const output = new Uint8ClampedArray(rgba.length);
  const from = new Uint8Array(big.buffer);
  const stride = width * 8;
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      const q = y * 2 * stride + x * 8;
      for (let c = 0; c < 4; c += 1)
        output[p + c] =
          ((from[q + c] as number) +
            (from[q + c + 4] as number) +
            (from[q + c + stride] as number) +
            (from[q + c + stride + 4] as number) +
            2) >>
          2;
    }
  keepLights(output, painting, 0.6);
  keepDetail(output, painting, 195, 0.55);
  keepLettering(output, painting, 0.9, 3 * unit);
  return output;
};
