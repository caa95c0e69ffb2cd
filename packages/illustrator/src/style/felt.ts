// Felt: soft pieces of coloured wool laid over one another, fuzzy at the edges, sewn on with visible stitches.
import { regionNames } from '../paint/painting.js';
import { flattenPicture, fullIndex } from './flat-picture.js';
import { keepLettering, keepLights } from './keep.js';
import { packPalette, renderLabels } from './kernels/flatten.js';
import { featureLines } from './kernels/lines.js';
import type { Lab } from './kernels/oklab.js';
import {
  createPlane,
  createRowReader,
  diagonalSlope,
  gaussianBlur,
  type Plane,
  type RowReader,
} from './kernels/plane.js';
import { createRandom } from './kernels/random.js';
import { textureSide, textureTile } from './kernels/textures.js';
import { castShadows, sheetHeights } from './layers.js';
import type { Style } from './style-context.js';

const mask = textureSide - 1;

/** Wool is never black, never white, never shrill. */
function toWool([l, a, b]: Lab): Lab {
  return [0.26 + l * 0.66, a * 1.06, b * 1.06 + 0.006];
}

/** A stitch: where, and which way it runs. */
interface Stitch {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/** Stitches just inside the outline of every piece in front, evenly spaced; picture pixels. */
function placeStitches(front: Plane, spacing: number, seed: number): Stitch[] {
  const random = createRandom(seed, 17);
  const soft = gaussianBlur(front, spacing * 0.16);
  const { width, height, data } = soft;
  const cell = spacing / 2;
  const columns = Math.ceil(width / cell) + 1;
  const taken = new Map<number, Stitch[]>();
  const stitches: Stitch[] = [];
  for (let y = 2; y < height - 2; y += 1)
    for (let x = 2; x < width - 2; x += 1) {
      const i = y * width + x;
      const here = data[i] as number;
      if (here < 0.86 || here > 0.93) continue;
      const gx = (data[i + 1] as number) - (data[i - 1] as number);
      const gy = (data[i + width] as number) - (data[i - width] as number);
      const slope = Math.sqrt(gx * gx + gy * gy);
      if (slope < 0.01) continue;
      const cx = (x / cell) | 0;
      const cy = (y / cell) | 0;
      let free = true;
      for (let dy = -2; free && dy <= 2; dy += 1)
        for (let dx = -2; free && dx <= 2; dx += 1)
          for (const other of taken.get((cy + dy) * columns + cx + dx) ?? [])
            if ((other.x / 2 - x) ** 2 + (other.y / 2 - y) ** 2 < (spacing / 2) ** 2) free = false;
      if (!free) continue;
      const lean = random.normal() * 0.12;
      const stitch = {
        x: x * 2,
        y: y * 2,
        dx: -gy / slope + (lean * gx) / slope,
        dy: gx / slope + (lean * gy) / slope,
      };
      stitches.push(stitch);
      const key = cy * columns + cx;
      taken.set(key, [...(taken.get(key) ?? []), stitch]);
    }
  return stitches;
}

/** Sews one stitch: a light thread with a dark dent around it. */
function sew(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  stitch: Stitch,
  length: number,
  half: number,
): void {
  const reach = length / 2;
  const bound = Math.ceil(reach + half * 2);
  for (let y = Math.max(0, stitch.y - bound); y <= Math.min(height - 1, stitch.y + bound); y += 1)
    for (let x = Math.max(0, stitch.x - bound); x <= Math.min(width - 1, stitch.x + bound); x += 1) {
      const along = (x - stitch.x) * stitch.dx + (y - stitch.y) * stitch.dy;
      const across = -(x - stitch.x) * stitch.dy + (y - stitch.y) * stitch.dx;
      const over = Math.max(0, Math.abs(along) - reach);
      const distance = Math.sqrt(over * over + across * across);
      const dent = Math.max(0, 1 - distance / (half * 2.2)) * 0.4;
      if (dent === 0) continue;
      const thread = Math.max(0, Math.min(1, half - distance + 0.5));
      const twist = 1 + 0.1 * Math.sin(along * 2.2 + across * 2);
      const p = (y * width + x) * 4;
      rgba[p] = (rgba[p] as number) * (1 - dent) * (1 - thread) + 244 * twist * thread;
      rgba[p + 1] = (rgba[p + 1] as number) * (1 - dent) * (1 - thread) + 234 * twist * thread;
      rgba[p + 2] = (rgba[p + 2] as number) * (1 - dent) * (1 - thread) + 214 * twist * thread;
    }
}

export const paintFelt: Style = function* ({ painting, seed, unit }) {
  const { width, height, regions } = painting;
  const flat = flattenPicture(painting, { colours: 18, radius: 9, rounds: 5, seed, unit });
  const { aim, labels } = flat;
  yield 0.35;
  const random = createRandom(seed, 18);
  const jitter = flat.palette.map(() => random.next() * 0.9);
  const heights = sheetHeights(painting, labels, aim.width, aim.height, (label) => jitter[label] as number);
  const shade = castShadows(heights, 4.5 * unit);
  // A piece is thick: it rounds off towards its edge, lit from the upper left.
  const puff = diagonalSlope(gaussianBlur(heights, 3 * unit), Math.max(1, Math.round(1.5 * unit)));
  const features = featureLines(painting, flat.contrast.half, flat.flow, unit);
  yield 0.6;
  const flatRgba = renderLabels(labels, aim.width, aim.height, packPalette(flat.palette.map(toWool)), width, height);
  const output = new Uint8ClampedArray(flatRgba.length);
  const source = new Uint32Array(flatRgba.buffer);
  const fibre = textureTile('fibre');
  const [shadeRow, puffRow, featureRow] = [shade, puff, features].map((plane) =>
    createRowReader(plane, width, height),
  ) as [RowReader, RowReader, RowReader];
  for (let y = 0, i = 0; y < height; y += 1) {
    const shades = shadeRow(y);
    const puffs = puffRow(y);
    const threads = featureRow(y);
    for (let x = 0; x < width; x += 1, i += 1) {
      const tile = ((y & mask) << 9) | (x & mask);
      const wool = fibre[tile] as number;
      // Loose hairs: the edge is looked up a pixel or two away, a different way at every hair.
      const hair = fibre[((((y + 171) & mask) << 9) | ((x + 83) & mask)) & 0x3ffff] as number;
      const sx = Math.min(width - 1, Math.max(0, Math.round(x + wool * 2.6 * unit)));
      const sy = Math.min(height - 1, Math.max(0, Math.round(y + hair * 2.6 * unit)));
      const colour = source[sy * width + sx] as number;
      const dark = Math.min(0.55, (shades[x] as number) * 0.9);
      const round = Math.max(-0.16, Math.min(0.16, (puffs[x] as number) * 0.13));
      // Eyes and mouths are embroidered.
      const thread = (threads[x] as number) * 0.8;
      const gain = (1 + 0.17 * wool + round) * (1 - dark) * (1 - thread);
      const p = i * 4;
      output[p] = (colour & 255) * gain;
      output[p + 1] = ((colour >> 8) & 255) * gain;
      output[p + 2] = ((colour >> 16) & 255) * gain;
      output[p + 3] = 255;
    }
  }
  yield 0.85;
  if (!painting.photograph) {
    const front = createPlane(aim.width, aim.height);
    const isFront = regionNames.map((name) => name === 'subject' || name === 'building');
    for (let i = 0; i < front.data.length; i += 1)
      front.data[i] = isFront[regions[fullIndex(painting, aim.width, i)] as number] ? 1 : 0;
    for (const stitch of placeStitches(front, 15 * unit, seed))
      sew(output, width, height, stitch, 7 * unit, 1.1 * unit);
  }
  keepLights(output, painting, 0.7);
  keepLettering(output, painting, 0.72, 4 * unit);
  return output;
};
