// Watercolour: transparent washes that pool at their edges and bleed where wet, grain in the hollows of the paper, bare margins.
import { regionNames } from '../paint/painting.js';
import { keepDetail, keepLettering, keepLights } from './keep.js';
import { structureTensor, tangentFlow } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { flowLines, halfContrast } from './kernels/lines.js';
import { fractalNoise } from './kernels/noise.js';
import { type LabImage, labImage, packOklab } from './kernels/oklab.js';
import {
  clamp,
  createPlane,
  createRowReader,
  gaussianBlur,
  type Plane,
  type RowReader,
  sampleBilinear,
  smoothstep,
} from './kernels/plane.js';
import { textureSide, textureTile } from './kernels/textures.js';
import type { Style } from './style-context.js';

const mask = textureSide - 1;

/** How wet each region is painted: skies and waters run into themselves. */
const wetness = regionNames.map((name) =>
  name === 'sky'
    ? 1
    : name === 'water' || name === 'far'
      ? 0.7
      : name === 'ground' || name === 'indoor'
        ? 0.45
        : name === 'plant'
          ? 0.25
          : 0.05,
);

/** Mixes a blurred copy into `aim` where it is wet and quiet: wet-in-wet. In place. */
function bleed(aim: LabImage, wet: Plane, sigma: number): void {
  for (const data of [aim.l, aim.a, aim.b]) {
    const soft = gaussianBlur({ width: aim.width, height: aim.height, data }, sigma).data;
    for (let i = 0; i < data.length; i += 1)
      data[i] = (data[i] as number) + ((soft[i] as number) - (data[i] as number)) * (wet.data[i] as number);
  }
}

/** Steepness of the washes, 0 – about 1: where pigment was carried to the rim and dried. */
function rims(aim: LabImage): Plane {
  const { width, height, l, a, b } = aim;
  const plane = createPlane(width, height);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const dx =
        Math.abs((l[i + 1] as number) - (l[i - 1] as number)) +
        Math.abs((a[i + 1] as number) - (a[i - 1] as number)) +
        Math.abs((b[i + 1] as number) - (b[i - 1] as number));
      const dy =
        Math.abs((l[i + width] as number) - (l[i - width] as number)) +
        Math.abs((a[i + width] as number) - (a[i - width] as number)) +
        Math.abs((b[i + width] as number) - (b[i - width] as number));
      plane.data[i] = Math.min(1, (dx + dy) * 2.2);
    }
  return gaussianBlur(plane, 0.8);
}

/**
 * Image-space watercolour after Bousseau et al., "Interactive Watercolor Rendering with Temporal Coherence and Abstraction" (2006):
 * abstraction, then pigment density d varied by turbulence, paper and edges through C' = C − (C − C²)(d − 1).
 */
export const paintWatercolour: Style = function* ({ painting, seed, unit }) {
  const { width, height, rgba, regions, detail } = painting;
  const half = halfContrast(painting);
  const flow = tangentFlow(structureTensor(half, 1.8 * unit), 2);
  const aim = kuwahara(labImage(rgba, width, height, 2), flow, 3.2 * unit);
  const { width: w, height: h } = aim;
  const wet = createPlane(w, h);
  for (let y = 0, i = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, i += 1) {
      const full = Math.min(height - 1, y * 2) * width + Math.min(width - 1, x * 2);
      wet.data[i] = (wetness[regions[full] as number] as number) * (1 - smoothstep(40, 140, detail[full] as number));
    }
  const wetSoft = gaussianBlur(wet, 2 * unit);
  bleed(aim, wetSoft, 4.5 * unit);
  yield 0.35;
  const rim = rims(aim);
  // Large slow differences of dilution, and backruns: rims where a wetter wash crept into a drying one.
  const pools = fractalNoise(w, h, { size: 110 * unit, octaves: 3, seed: seed ^ 0x77 });
  const fine = fractalNoise(w, h, { size: 26 * unit, octaves: 3, seed: seed ^ 0x78 });
  const density = createPlane(w, h);
  for (let i = 0; i < density.data.length; i += 1) {
    const pool = pools.data[i] as number;
    const damp = wetSoft.data[i] as number;
    const front = Math.abs(pool - 0.56) * 18;
    const backrun = damp * (front < 1 ? (1 - front) * 0.16 : 0) - damp * 0.18 * smoothstep(0.54, 0.6, pool);
    density.data[i] =
      1 + 1.5 * (pool - 0.5) + 0.8 * ((fine.data[i] as number) - 0.5) + 1.25 * (rim.data[i] as number) + backrun;
  }
  yield 0.55;
  const pencil = flowLines(half, flow, {
    sigma: 0.8 * unit,
    tau: 1,
    threshold: 0.012 * (painting.photograph ? 1 : 0.5),
    sharpness: 50,
    smooth: 3 * unit,
  });
  yield 0.7;
  const tooth = textureTile('tooth');
  const output = new Uint8ClampedArray(rgba.length);
  const words = new Uint32Array(output.buffer);
  const [planeL, planeA, planeB] = [aim.l, aim.a, aim.b].map((data) => ({ width: w, height: h, data })) as [
    Plane,
    Plane,
    Plane,
  ];
  const margin = 0.028 * Math.min(width, height);
  const [densityRow, pencilRow, fineRow] = [density, pencil, fine].map((plane) =>
    createRowReader(plane, width, height),
  ) as [RowReader, RowReader, RowReader];
  for (let y = 0, i = 0; y < height; y += 1) {
    const densities = densityRow(y);
    const leads = pencilRow(y);
    const ragged = fineRow(y);
    for (let x = 0; x < width; x += 1, i += 1) {
      const tile = ((y & mask) << 9) | (x & mask);
      const grain = tooth[tile] as number;
      const swell = tooth[((((y >> 2) + 131) & mask) << 9) | (((x >> 2) + 57) & mask)] as number;
      // The brush follows the paper: washes end a little off the line.
      const u = (x + (swell * 2.2 + grain * 0.8) * unit) / 2 - 0.25;
      const v = (y + (swell * 1.4 - grain * 0.8) * unit) / 2 - 0.25;
      const l = sampleBilinear(planeL, u, v);
      const a = sampleBilinear(planeA, u, v);
      const b = sampleBilinear(planeB, u, v);
      // Bare paper around the sheet, the washes' ragged ends inside it.
      const inside =
        Math.min(x, y, width - 1 - x, height - 1 - y) -
        margin * (0.75 + 0.9 * ((ragged[x] as number) - 0.5)) -
        grain * 1.5;
      const sheet = smoothstep(-1.2 * unit, 1.6 * unit, inside);
      const rimOfSheet = sheet * (1 - smoothstep(0, 7 * unit, inside)) * 0.5;
      const d = clamp((densities[x] as number) + rimOfSheet + 0.36 * grain * (1.05 - l), 0.25, 2.6);
      // Transparent colour on white: high key, clear chroma.
      const lift = 0.26 + l * 0.73;
      const packed = packOklab(lift, a * 1.12, b * 1.12);
      // Dry brush: only near the sheet's edge does the brush skip the hollows.
      const near = 1 - smoothstep(2 * unit, 40 * unit, inside);
      const dry = sheet * (1 - near * smoothstep(0.3, 0.7, grain));
      const r = glaze(packed & 255, d, dry);
      const g = glaze((packed >> 8) & 255, d, dry);
      const bl = glaze(packed >> 16, d, dry * 0.98);
      const lead = (leads[x] as number) * (0.34 - 0.16 * grain);
      const light = 1 + 0.022 * grain - lead;
      words[i] =
        0xff000000 | (clamp(bl * light, 0, 255) << 16) | (clamp(g * light, 0, 255) << 8) | clamp(r * light, 0, 255);
    }
  }
  keepLights(output, painting, 0.75);
  keepDetail(output, painting, 175, 0.55);
  keepLettering(output, painting, 0.75, 5 * unit);
  return output;
};

/** One channel under `density` of pigment; `share` 0–1 is how much of the paper is covered. */
function glaze(channel: number, density: number, share: number): number {
  const c = channel / 255;
  const laid = clamp(c - (c - c * c) * (density - 1), 0, 1);
  return (250 + (255 * laid - 250) * share) | 0;
}
