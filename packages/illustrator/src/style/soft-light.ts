// Soft light, the photo-like default: rounded forms, bloom around lights, haze in the distance, a film's tone, a hint of vignette.
import { type Painting, regionNames } from '../paint/painting.js';
import { ditherSide, ditherTile } from './kernels/dither.js';
import { boxBlur, boxBlurOwn, createPlane, gaussianBlur, mixRows, type Plane } from './kernels/plane.js';
import type { Style } from './style-context.js';

/** Light is worked out on a copy this many times smaller: light is soft, so nothing is lost. */
const shrink = 4;
const sky = regionNames.indexOf('sky');
const far = regionNames.indexOf('far');
/** Regions that are things and so have a round side; the rest is ground, air and water, or marked too roughly (plants). */
const solid = regionNames.map((name) => (name === 'subject' ? 1 : name === 'building' ? 0.3 : 0));

/** Small copies of the picture: its three channels (0–255) and how solid each place is (0–1). */
interface SmallCopy {
  red: Plane;
  green: Plane;
  blue: Plane;
  solidity: Plane;
  /** Mean colour of the lower sky, which the distance fades into; undefined where no sky is to be seen. */
  air: [number, number, number] | undefined;
  /** −1 (from the left) … 1 (from the right): the brighter side of the sky. */
  side: number;
}

function shrinkPainting({ width, height, rgba, regions }: Painting): SmallCopy {
  const w = Math.ceil(width / shrink);
  const h = Math.ceil(height / shrink);
  const [red, green, blue, solidity] = [createPlane(w, h), createPlane(w, h), createPlane(w, h), createPlane(w, h)];
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const solids = Float32Array.from(solid);
  const sums: SkySums = { red: 0, green: 0, blue: 0, weight: 0, lean: 0, glow: 0 };
  for (let y = 0; y < h; y += 1) {
    // Two of the sixteen pixels of a block, on its diagonal, are enough for something that is blurred next.
    const ya = Math.min(height - 1, y * shrink + 1) * width;
    const yb = Math.min(height - 1, y * shrink + 3) * width;
    for (let x = 0, o = y * w; x < w; x += 1, o += 1) {
      const i = ya + Math.min(width - 1, x * shrink + 1);
      const j = yb + Math.min(width - 1, x * shrink + 3);
      const a = pixels[i] as number;
      const b = pixels[j] as number;
      red.data[o] = ((a & 255) + (b & 255)) / 2;
      green.data[o] = (((a >> 8) & 255) + ((b >> 8) & 255)) / 2;
      blue.data[o] = (((a >> 16) & 255) + ((b >> 16) & 255)) / 2;
      solidity.data[o] = ((solids[regions[i] as number] as number) + (solids[regions[j] as number] as number)) / 2;
      if (regions[i] === sky) addSky(sums, a, x / w - 0.5, y);
    }
  }
  const { weight, lean, glow } = sums;
  return {
    red,
    green,
    blue,
    solidity,
    air: weight > w * h * 2 ? [sums.red / weight, sums.green / weight, sums.blue / weight] : undefined,
    side: glow > 0 ? Math.max(-1, Math.min(1, (lean / glow) * 4)) : -0.7,
  };
}

/** What the sky's pixels add up to: colour by weight, and which side is bright. */
interface SkySums {
  red: number;
  green: number;
  blue: number;
  weight: number;
  lean: number;
  glow: number;
}

/** Adds a pixel of sky at `aside` (−0.5 … 0.5) of row `y`; weighted towards the horizon: later rows count more. */
function addSky(sums: SkySums, pixel: number, aside: number, y: number): void {
  const r = pixel & 255;
  const g = (pixel >> 8) & 255;
  const b = (pixel >> 16) & 255;
  sums.red += r * y;
  sums.green += g * y;
  sums.blue += b * y;
  sums.weight += y;
  const bright = (r + g + b) * (r + g + b) * (r + g + b);
  sums.lean += bright * aside;
  sums.glow += bright;
}

/** Keeps what is brighter than `knee` and spreads it: a tight glow and a wide veil. `plane` is used up. */
function bloomOf(plane: Plane, knee: number, unit: number): Plane {
  keepAbove(plane.data, knee);
  boxBlurOwn(plane, Math.round(2 * unit));
  boxBlurOwn(plane, Math.round(3 * unit));
  const wide = boxBlur(plane, Math.round(12 * unit));
  boxBlurOwn(wide, Math.round(16 * unit));
  mixInto(wide.data, 0.35, plane.data, 0.25);
  return wide;
}

function keepAbove(values: Float32Array, knee: number): void {
  for (let i = 0; i < values.length; i += 1) values[i] = Math.max(0, (values[i] as number) - knee);
}

/** target = target × own + other × share. */
function mixInto(target: Float32Array, own: number, other: Float32Array, share: number): void {
  for (let i = 0; i < target.length; i += 1) target[i] = own * (target[i] as number) + share * (other[i] as number);
}

/**
 * Light and shade on things from their silhouettes: a blurred mask is a hill, and a hill lit from the side has a light and a
 * dark slope. Gain around 0, about −0.3 – 0.3.
 */
function roundForms(solidity: Plane, side: number, unit: number): Plane {
  const broad = gaussianBlur(solidity, 9 * unit);
  const near = gaussianBlur(solidity, 3 * unit);
  const { width, height } = solidity;
  const shade = createPlane(width, height);
  // Both hills in one, by how much their slopes count.
  const hill = broad.data;
  for (let i = 0; i < hill.length; i += 1) hill[i] = unit * (5 * (hill[i] as number) + 0.8 * (near.data[i] as number));
  const lx = side === 0 ? -0.5 : side * 0.75;
  const ly = -0.75;
  for (let y = 1; y < height - 1; y += 1) slopeRow(hill, y, width, lx, ly, shade.data);
  return shade;
}

/** How much row `y` of `hill` falls toward (lx, ly). */
function slopeRow(hill: Float32Array, y: number, width: number, lx: number, ly: number, shade: Float32Array): void {
  for (let x = 1, i = y * width + 1; x < width - 1; x += 1, i += 1)
    shade[i] =
      ((hill[i - 1] as number) - (hill[i + 1] as number)) * lx +
      ((hill[i - width] as number) - (hill[i + width] as number)) * ly;
}

/** A film's response in 256ths of a level, one table per channel: lifted blacks, soft shoulder, cool shadows and warm lights. */
function toneTables(): [Int32Array, Int32Array, Int32Array] {
  const table = (warmth: number): Int32Array =>
    Int32Array.from({ length: 1024 }, (_, k) => {
      const v = Math.min(1.4, k / 720);
      // Hable-like: a toe, a straight middle and a shoulder, scaled to pass 0.5 → 0.52 and 1 → 0.975.
      const toe = v * v * (3 - 2 * Math.min(1, v));
      const curve = 0.68 * v + 0.32 * Math.min(1, toe);
      const shoulder = curve < 0.8 ? curve : 0.8 + 0.2 * (1 - Math.exp(-(curve - 0.8) / 0.2));
      const level = 255 * (0.012 + 0.988 * shoulder + warmth * (shoulder - 0.42) * 0.035);
      return Math.min(255 * 256, Math.max(0, Math.round(level * 256)));
    });
  return [table(1), table(0.15), table(-1)];
}

/** Ranges above 255 are kept for the shoulder: table index of level 255 is 720. */
const toneScale = 720 / 255;

/** Thresholds of blue noise, 0–255: added before a level's 256ths are cut off, they hide the bands of slow gradients. */
const thresholds = (): Int32Array => Int32Array.from(ditherTile(), (value) => Math.floor(value * 256));

/** What the last pass needs, made once per picture. */
interface Development {
  width: number;
  pixels: Int32Array;
  regions: Uint8Array;
  output: Int32Array;
  /** Columns of the small planes, and this row's mix of each: bloom by channel, then shade. */
  columns: number;
  lines: readonly [Float32Array, Float32Array, Float32Array, Float32Array];
  /** By region: how much it fades into `air`, and whether it has a round side. */
  hazes: Float32Array;
  forms: Uint8Array;
  air: readonly [number, number, number];
  /** Squared distance of each column from the middle, as a share of the width. */
  across: Float32Array;
  tones: readonly [Int32Array, Int32Array, Int32Array];
  thresholds: Int32Array;
}

/**
 * Lays light and tone over row `y`, whose squared distance from the middle is `down`. Between two columns of the small planes their
 * values change by the same step from pixel to pixel, so the loop goes from column to column and adds; levels stay whole numbers in
 * 256ths, and a pixel is stored at once. A function per row, because V8 optimises what is called often sooner and better.
 */
function developRow(job: Development, y: number, down: number): void {
  const { width, pixels, regions, output, columns, hazes, forms, across, thresholds } = job;
  const [lineR, lineG, lineB, lineS] = job.lines;
  const [airR, airG, airB] = job.air;
  const [toneR, toneG, toneB] = job.tones;
  const ditherRow = (y & (ditherSide - 1)) * ditherSide;
  for (let cell = -1; cell < columns; cell += 1) {
    // Pixels 4 × cell + 2 … + 5 lie between the middles of this column and the next; before the first and behind the last all is level.
    const left = cell < 0 ? 0 : cell;
    const right = cell + 1 < columns ? cell + 1 : cell;
    const stepR = ((lineR[right] as number) - (lineR[left] as number)) / shrink;
    const stepG = ((lineG[right] as number) - (lineG[left] as number)) / shrink;
    const stepB = ((lineB[right] as number) - (lineB[left] as number)) / shrink;
    const stepS = ((lineS[right] as number) - (lineS[left] as number)) / shrink;
    const first = cell < 0 ? 0 : cell * shrink + 2;
    const last = Math.min(width, cell * shrink + 6);
    const ahead = first - cell * shrink - 1.5;
    let bloomR = (lineR[left] as number) + stepR * ahead;
    let bloomG = (lineG[left] as number) + stepG * ahead;
    let bloomB = (lineB[left] as number) + stepB * ahead;
    let slope = (lineS[left] as number) + stepS * ahead;
    for (let x = first, i = y * width + first; x < last; x += 1, i += 1) {
      const pixel = pixels[i] as number;
      const region = regions[i] as number;
      let gain = 1;
      if (forms[region] === 1) gain = slope > 0 ? 1 + Math.min(0.16, slope * 0.5) : 1 + Math.max(-0.42, slope);
      const r = (pixel & 255) * gain;
      const g = ((pixel >> 8) & 255) * gain;
      const b = ((pixel >> 16) & 255) * gain;
      const haze = hazes[region] as number;
      const edge = (across[x] as number) + down;
      // The corners darken.
      const fall = (1 - 0.56 * edge * edge) * toneScale;
      const grain = thresholds[ditherRow + (x & (ditherSide - 1))] as number;
      const red = (toneR[((r + (airR - r) * haze + bloomR) * fall) | 0] as number) + grain;
      const green = (toneG[((g + (airG - g) * haze + bloomG) * fall) | 0] as number) + grain;
      const blue = (toneB[((b + (airB - b) * haze + bloomB) * fall) | 0] as number) + grain;
      output[i] = 0xff000000 | ((blue >> 8) << 16) | (green & 0xff00) | (red >> 8);
      bloomR += stepR;
      bloomG += stepG;
      bloomB += stepB;
      slope += stepS;
    }
  }
}

export const paintSoftLight: Style = function* ({ painting, unit }) {
  const small = shrinkPainting(painting);
  const scale = unit * (4 / shrink);
  const bloom = [
    bloomOf(small.red, 178, scale),
    bloomOf(small.green, 178, scale),
    bloomOf(small.blue, 178, scale),
  ] as const;
  const shade = roundForms(small.solidity, small.side, scale);
  yield 0.4;
  const { width, height, rgba, photograph } = painting;
  const output = new Uint8ClampedArray(rgba.length);
  const columns = shade.width;
  const line = (): Float32Array => new Float32Array(columns);
  const lines = [line(), line(), line(), line()] as const;
  const job: Development = {
    width,
    pixels: new Int32Array(rgba.buffer, rgba.byteOffset, width * height),
    regions: painting.regions,
    output: new Int32Array(output.buffer),
    columns,
    lines,
    hazes: Float32Array.from(regionNames, (_, region) => (small.air && region === far ? 0.14 : 0)),
    forms: Uint8Array.from(solid, (share) => (share > 0 && !photograph ? 1 : 0)),
    air: small.air ?? [0, 0, 0],
    across: Float32Array.from({ length: width }, (_, x) => ((x + 0.5) / width - 0.5) ** 2),
    tones: toneTables(),
    thresholds: thresholds(),
  };
  for (let y = 0; y < height; y += 1) {
    // The row of the small planes that row `y` of the full-size picture lies on.
    const v = (y + 0.5) / shrink - 0.5;
    mixRows(bloom[0], v, lines[0]);
    mixRows(bloom[1], v, lines[1]);
    mixRows(bloom[2], v, lines[2]);
    mixRows(shade, v, lines[3]);
    developRow(job, y, ((y + 0.5) / height - 0.5) ** 2);
  }
  return output;
};
