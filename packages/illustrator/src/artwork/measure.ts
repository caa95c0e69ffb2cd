// Looks at a drawing once at small size: where its ink lies, which colours it is made of, where its eyes are.
import { chromaOf, hueOf, hueTurn, type Oklab, rgbToOklab } from './oklab.js';
import { keepLargestShape } from './specks.js';
import { type Raster, rasterise, svgDocument, type ViewBox } from './svg.js';

/** One family of colours of a drawing. */
export interface ColourGroup {
  /** Radians, or null for greys. */
  hue: number | null;
  /** Weighted mean. */
  mean: Oklab;
  /** Share of the drawn pixels, 0–1. */
  share: number;
}

export interface Measured {
  /** Tight box in the drawing's units. */
  box: ViewBox;
  /** Largest share first. */
  groups: readonly ColourGroup[];
  /** Small dark round spots (eyes, nostrils), as fractions of the tight box. */
  eyes: readonly FractionBox[];
}

/** `[x0, y0, x1, y1]`, fractions of the drawn box. */
export type FractionBox = readonly [number, number, number, number];

/** Pixels of the measuring raster along the longer side: half a unit of a Noto drawing each. */
const measuringSize = 256;
/** Below this chroma a colour counts as grey. */
export const greyChroma = 0.04;
/** Greys darker than this are ink: outlines, tyres, eyes. */
export const inkLightness = 0.45;
/** How far from its middle hue a group reaches, radians (38°). */
export const groupReach = 0.66;

/** Bounds of the pixels with alpha above a whisper, `[x0, y0, x1, y1]` exclusive; null for an empty raster. */
function inkBounds({ width, height, rgba }: Raster): [number, number, number, number] | null {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((rgba[(y * width + x) * 4 + 3] ?? 0) < 24) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      y1 = y + 1;
    }
  }
  return x1 > x0 ? [x0, y0, x1, y1] : null;
}

interface Sample {
  colour: Oklab;
  hue: number | null;
  left: boolean;
}

function takeSamples({ width, height, rgba }: Raster): Sample[] {
  const samples: Sample[] = [];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const at = (y * width + x) * 4;
      if ((rgba[at + 3] ?? 0) < 140) continue;
      const colour = rgbToOklab(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
      samples.push({ colour, hue: chromaOf(colour) < greyChroma ? null : hueOf(colour), left: true });
    }
  }
  return samples;
}

function groupOf(samples: readonly Sample[], hue: number | null, total: number): ColourGroup {
  const sum = { l: 0, a: 0, b: 0 };
  for (const { colour } of samples) {
    sum.l += colour.l;
    sum.a += colour.a;
    sum.b += colour.b;
  }
  const count = Math.max(1, samples.length);
  return { hue, mean: { l: sum.l / count, a: sum.a / count, b: sum.b / count }, share: samples.length / total };
}

/** Splits pixels into light greys, ink, and hue families taken greedily around the fullest 50° of the hue circle. */
export function groupColours(raster: Raster): ColourGroup[] {
  const samples = takeSamples(raster);
  const total = Math.max(1, samples.length);
  const groups: ColourGroup[] = [];
  const greys = samples.filter((sample) => sample.hue === null);
  for (const part of [
    greys.filter(({ colour }) => colour.l >= inkLightness),
    greys.filter(({ colour }) => colour.l < inkLightness),
  ])
    if (part.length > 0) groups.push(groupOf(part, null, total));
  let chromatic = samples.filter((sample) => sample.hue !== null);
  while (chromatic.length > total * 0.01) {
    const bins = Array.from({ length: 36 }, () => 0);
    for (const { hue } of chromatic) {
      const bin = Math.floor(((hue ?? 0) / (2 * Math.PI) + 1) * 36) % 36;
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    let best = 0;
    let bestWeight = -1;
    for (let bin = 0; bin < 36; bin++) {
      let weight = 0;
      for (let step = -2; step <= 2; step++) weight += (bins[(bin + step + 36) % 36] ?? 0) * (3 - Math.abs(step));
      if (weight > bestWeight) [best, bestWeight] = [bin, weight];
    }
    const middle = ((best + 0.5) / 36) * 2 * Math.PI;
    const inside = chromatic.filter(({ hue }) => Math.abs(hueTurn(middle, hue ?? 0)) <= groupReach);
    if (inside.length === 0) break;
    const group = groupOf(inside, middle, total);
    groups.push({ ...group, hue: hueOf(group.mean) });
    chromatic = chromatic.filter(({ hue }) => Math.abs(hueTurn(middle, hue ?? 0)) > groupReach);
  }
  return groups.sort((one, other) => other.share - one.share);
}

/** Flood fill over dark pixels from `start`; marks them seen and returns count and bounds. */
function floodDark(
  dark: Uint8Array,
  width: number,
  start: number,
): { count: number; bounds: [number, number, number, number] } {
  const stack = [start];
  dark[start] = 0;
  let count = 0;
  const bounds: [number, number, number, number] = [width, dark.length, 0, 0];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    count += 1;
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x + 1);
    bounds[3] = Math.max(bounds[3], y + 1);
    for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
      if (next < 0 || dark[next] !== 1) continue;
      dark[next] = 0;
      stack.push(next);
    }
  }
  return { count, bounds };
}

/** Small, dark, roundish spots inside the drawing: eyes and nostrils. Boxes are fractions of `ink` (pixels). */
function findEyes({ width, height, rgba }: Raster, ink: readonly [number, number, number, number]): FractionBox[] {
  const dark = new Uint8Array(width * height);
  let drawn = 0;
  for (let at = 0; at < dark.length; at++) {
    if ((rgba[at * 4 + 3] ?? 0) < 140) continue;
    drawn += 1;
    const [r, g, b] = [rgba[at * 4] ?? 0, rgba[at * 4 + 1] ?? 0, rgba[at * 4 + 2] ?? 0];
    if (Math.max(r, g, b) < 84) dark[at] = 1;
  }
  const [x0, y0, x1, y1] = ink;
  const eyes: FractionBox[] = [];
  for (let at = 0; at < dark.length; at++) {
    if (dark[at] !== 1) continue;
    const { count, bounds } = floodDark(dark, width, at);
    const [w, h] = [bounds[2] - bounds[0], bounds[3] - bounds[1]];
    const round = w / h > 0.4 && w / h < 2.5 && count > 0.5 * w * h;
    if (!round || count < drawn * 0.0005 || count > drawn * 0.016) continue;
    const fraction = (value: number, from: number, to: number) => (value - from) / (to - from);
    eyes.push([
      fraction(bounds[0], x0, x1),
      fraction(bounds[1], y0, y1),
      fraction(bounds[2], x0, x1),
      fraction(bounds[3], y0, y1),
    ]);
  }
  return eyes;
}

/** Rasterises a body at small size and measures it; `outer` must hold all of the drawing, `lone` leaves out what floats
 * beside the largest shape. Throws on an empty drawing. */
export async function measureDrawing(body: string, outer: ViewBox, lone = false): Promise<Measured> {
  const [left, top, width, height] = outer;
  const scale = measuringSize / Math.max(width, height);
  const raster = await rasterise(
    svgDocument(body, outer, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))),
  );
  if (lone) keepLargestShape(raster);
  const ink = inkBounds(raster);
  if (ink === null) throw new RangeError('the drawing is empty');
  const [unitX, unitY] = [width / raster.width, height / raster.height];
  const [x0, y0, x1, y1] = ink;
  return {
    box: [left + x0 * unitX, top + y0 * unitY, (x1 - x0) * unitX, (y1 - y0) * unitY],
    groups: groupColours(raster),
    eyes: findEyes(raster, ink),
  };
}
