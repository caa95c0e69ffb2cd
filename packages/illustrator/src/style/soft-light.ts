// Soft light, the photo-like default: rounded forms, bloom around lights, haze in the distance, a film's tone, a hint of vignette.
import { type Painting, regionNames } from '../paint/painting.js';
import { ditherSide, ditherTile } from './kernels/dither.js';
import { boxBlur, createPlane, gaussianBlur, type Plane } from './kernels/plane.js';
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
  const air = [0, 0, 0, 0];
  let lean = 0;
  let glow = 0;
  for (let y = 0, o = 0; y < h; y += 1) {
    // Two of the sixteen pixels of a block, on its diagonal, are enough for something that is blurred next.
    const ya = Math.min(height - 1, y * shrink + 1);
    const yb = Math.min(height - 1, y * shrink + 3);
    for (let x = 0; x < w; x += 1, o += 1) {
      const i = ya * width + Math.min(width - 1, x * shrink + 1);
      const j = yb * width + Math.min(width - 1, x * shrink + 3);
      const r = ((rgba[i * 4] as number) + (rgba[j * 4] as number)) / 2;
      const g = ((rgba[i * 4 + 1] as number) + (rgba[j * 4 + 1] as number)) / 2;
      const b = ((rgba[i * 4 + 2] as number) + (rgba[j * 4 + 2] as number)) / 2;
      red.data[o] = r;
      green.data[o] = g;
      blue.data[o] = b;
      const region = regions[i] as number;
      solidity.data[o] = ((solid[region] ?? 0) + (solid[regions[j] as number] ?? 0)) / 2;
      if (region !== sky) continue;
      // Weighted towards the horizon: later rows count more.
      air[0] = (air[0] as number) + r * y;
      air[1] = (air[1] as number) + g * y;
      air[2] = (air[2] as number) + b * y;
      air[3] = (air[3] as number) + y;
      const bright = (r + g + b) ** 3;
      lean += bright * (x / w - 0.5);
      glow += bright;
    }
  }
  const [r = 0, g = 0, b = 0, weight = 0] = air;
  return {
    red,
    green,
    blue,
    solidity,
    air: weight > w * h * 2 ? [r / weight, g / weight, b / weight] : undefined,
    side: glow > 0 ? Math.max(-1, Math.min(1, (lean / glow) * 4)) : -0.7,
  };
}

/** Keeps what is brighter than `knee` and spreads it: a tight glow and a wide veil. */
function bloomOf(plane: Plane, knee: number, unit: number): Plane {
  const lights = createPlane(plane.width, plane.height);
  for (let i = 0; i < lights.data.length; i += 1) lights.data[i] = Math.max(0, (plane.data[i] as number) - knee);
  const tight = boxBlur(boxBlur(lights, Math.round(2 * unit)), Math.round(3 * unit));
  const wide = boxBlur(boxBlur(tight, Math.round(12 * unit)), Math.round(16 * unit));
  for (let i = 0; i < wide.data.length; i += 1)
    wide.data[i] = 0.25 * (tight.data[i] as number) + 0.35 * (wide.data[i] as number);
  return wide;
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
  const lx = side === 0 ? -0.5 : side * 0.75;
  const ly = -0.75;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const slope = (plane: Plane): number =>
        -(
          ((plane.data[i + 1] as number) - (plane.data[i - 1] as number)) * lx +
          ((plane.data[i + width] as number) - (plane.data[i - width] as number)) * ly
        );
      shade.data[i] = slope(broad) * 5 * unit + slope(near) * 0.8 * unit;
    }
  }
  return shade;
}

/** A film's response, one table per channel: lifted blacks, soft shoulder, cool shadows and warm lights. 8-bit in, 0–255 out. */
function toneTables(): [Float32Array, Float32Array, Float32Array] {
  const table = (warmth: number): Float32Array =>
    Float32Array.from({ length: 1024 }, (_, k) => {
      const v = Math.min(1.4, k / 720);
      // Hable-like: a toe, a straight middle and a shoulder, scaled to pass 0.5 → 0.52 and 1 → 0.975.
      const toe = v * v * (3 - 2 * Math.min(1, v));
      const curve = 0.68 * v + 0.32 * Math.min(1, toe);
      const shoulder = curve < 0.8 ? curve : 0.8 + 0.2 * (1 - Math.exp(-(curve - 0.8) / 0.2));
      return 255 * (0.012 + 0.988 * shoulder + warmth * (shoulder - 0.42) * 0.035);
    });
  return [table(1), table(0.15), table(-1)];
}

/** Ranges above 255 are kept for the shoulder: table index of level 255 is 720. */
const toneScale = 720 / 255;

export const paintSoftLight: Style = function* ({ painting, unit }) {
  const { width, height, rgba, regions } = painting;
  const small = shrinkPainting(painting);
  const scale = unit * (4 / shrink);
  const bloom = [small.red, small.green, small.blue].map((plane) => bloomOf(plane, 178, scale)) as [
    Plane,
    Plane,
    Plane,
  ];
  const shade = roundForms(small.solidity, small.side, scale);
  yield 0.4;
  const [toneR, toneG, toneB] = toneTables();
  const dither = ditherTile();
  const output = new Uint8ClampedArray(rgba.length);
  const w = bloom[0].width;
  const h = bloom[0].height;
  const lines = [new Float32Array(w), new Float32Array(w), new Float32Array(w), new Float32Array(w)] as const;
  const planes = [...bloom, shade] as const;
  const fallX = Float32Array.from({ length: width }, (_, x) => ((x + 0.5) / width - 0.5) ** 2);
  const hazeBy = regionNames.map((_, region) => (region === far ? 0.14 : 0));
  const forms = painting.photograph ? solid.map(() => 0) : solid;
  for (let y = 0; y < height; y += 1) {
    // The small planes are mixed once per row, then read with a linear step: full bilinear at half its price.
    const v = Math.max(0, Math.min(h - 1, (y + 0.5) / shrink - 0.5));
    const v0 = v | 0;
    const fy = v - v0;
    const a = v0 * w;
    const b = Math.min(h - 1, v0 + 1) * w;
    for (let p = 0; p < 4; p += 1) {
      const line = lines[p] as Float32Array;
      const data = (planes[p] as Plane).data;
      for (let x = 0; x < w; x += 1)
        line[x] = (data[a + x] as number) + ((data[b + x] as number) - (data[a + x] as number)) * fy;
    }
    const fallY = ((y + 0.5) / height - 0.5) ** 2;
    const ditherRow = (y & (ditherSide - 1)) * ditherSide;
    const [lineR, lineG, lineB, lineS] = lines;
    for (let x = 0, i = y * width; x < width; x += 1, i += 1) {
      const u = (x - 1.5) / shrink;
      const u0 = u < 0 ? 0 : u | 0;
      const u1 = u0 + 1 < w ? u0 + 1 : u0;
      const fx = u < 0 ? 0 : u - u0;
      const p = i * 4;
      const region = regions[i] as number;
      let r = rgba[p] as number;
      let g = rgba[p + 1] as number;
      let bl = rgba[p + 2] as number;
      const form = forms[region] as number;
      if (form > 0) {
        const s = (lineS[u0] as number) + ((lineS[u1] as number) - (lineS[u0] as number)) * fx;
        const gain = 1 + (s > 0 ? Math.min(0.16, s * 0.5) : Math.max(-0.42, s));
        r *= gain;
        g *= gain;
        bl *= gain;
      }
      const haze = small.air ? (hazeBy[region] as number) : 0;
      if (haze > 0 && small.air) {
        r += (small.air[0] - r) * haze;
        g += (small.air[1] - g) * haze;
        bl += (small.air[2] - bl) * haze;
      }
      const fall = 1 - 0.14 * (((fallX[x] as number) + fallY) ** 2 * 4);
      r = (r + (lineR[u0] as number) + ((lineR[u1] as number) - (lineR[u0] as number)) * fx) * fall;
      g = (g + (lineG[u0] as number) + ((lineG[u1] as number) - (lineG[u0] as number)) * fx) * fall;
      bl = (bl + (lineB[u0] as number) + ((lineB[u1] as number) - (lineB[u0] as number)) * fx) * fall;
      // Rounding is left to the clamped array; a threshold of blue noise first hides the bands of slow gradients.
      const grain = (dither[ditherRow + (x & (ditherSide - 1))] as number) - 0.5;
      output[p] = (toneR[Math.min(1023, (r * toneScale) | 0)] as number) + grain;
      output[p + 1] = (toneG[Math.min(1023, (g * toneScale) | 0)] as number) + grain;
      output[p + 2] = (toneB[Math.min(1023, (bl * toneScale) | 0)] as number) + grain;
      output[p + 3] = 255;
    }
  }
  return output;
};
