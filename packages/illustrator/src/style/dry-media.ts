// Dry drawing: what pencil and charcoal share. Hatching by tone, contours by line, and paper whose grain decides what sticks.
import type { Painting } from '../paint/painting.js';
import { keepLetteringInTwoTones } from './keep.js';
import { addDirection, type FlowField, structureTensor, type TensorField, tangentFlow } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { contrastPlanes, flowLines } from './kernels/lines.js';
import { labImage } from './kernels/oklab.js';
import {
  clamp,
  createRowReader,
  gaussianBlur,
  halve,
  type Plane,
  sampleBilinear,
  smoothstep,
} from './kernels/plane.js';
import { createRandom, type Random } from './kernels/random.js';
import { type TextureName, textureSide, textureTile } from './kernels/textures.js';
import { type Bristles, createBristles } from './strokes/bristles.js';
import { layMarks } from './strokes/lay-marks.js';
import { scatterSeeds } from './strokes/lay-strokes.js';
import { traceCourse } from './strokes/trace.js';
import type { StyleContext } from './style-context.js';

const mask = textureSide - 1;

/** One pass of hatching: laid where it is darker than `from` (lightness 0–1), at `angle` to the level. Lengths in pixels at 1024². */
interface HatchPass {
  from: number;
  angle: number;
  half: number;
  length: number;
  spacing: number;
  /** Darkness one mark adds, 0–1. */
  strength: number;
}

/** A dry medium on its paper. */
export interface DryMedium {
  /** 8-bit sRGB. */
  paper: readonly [number, number, number];
  mark: readonly [number, number, number];
  ground: TextureName;
  tones: readonly HatchPass[];
  /** How much of the tone is rubbed in without marks, 0–1. */
  smudge: number;
  /** How much the paper's hollows stay bare; 1 is marked. */
  grain: number;
  lines: { sigma: number; threshold: number; sharpness: number; strength: number };
  /** Contour strokes drawn on past their ends, as a searching hand does. */
  overshoot: { half: number; length: number; spacing: number; strength: number };
  /** White chalk on the lights, 0–1. */
  chalk: number;
}

/** Straightens hatching: mostly the pass's own angle, bent by strong forms. `form` is a quarter of the picture's size and stays as it is. */
function hatchFlow(form: TensorField, angle: number): FlowField {
  const copy = (plane: Plane): Plane => ({ ...plane, data: plane.data.slice() });
  const field = { xx: copy(form.xx), xy: copy(form.xy), yy: copy(form.yy) };
  for (let i = 0; i < field.xx.data.length; i += 1) addDirection(field, i, angle, 0.008);
  return tangentFlow(field, 4);
}

/**
 * A drawing is mostly paper: dark pictures are lifted until their mean is a light middle tone (Lu et al. adjust tones to those of drawings in
 * the same spirit). Black and white stay. Returns a copy.
 */
function liftTone(light: Plane): Plane {
  let sum = 0;
  for (const value of light.data) sum += value;
  const mean = clamp(sum / light.data.length, 0.05, 0.95);
  const exponent = clamp(Math.log(0.52) / Math.log(mean), 0.5, 1.15);
  return { ...light, data: light.data.map((value) => clamp(value, 0, 1) ** exponent) };
}

/** Lays contour strokes on `deposit` where lines are strong. */
function searchContours(
  deposit: Plane,
  lines: Plane,
  flow: FlowField,
  painting: Painting,
  medium: DryMedium,
  unit: number,
  bristles: Bristles[],
  random: Random,
): void {
  const { width, height } = painting;
  const { half, length, spacing, strength } = medium.overshoot;
  const blank = { width: 1, height: 1, l: new Float32Array(1), a: new Float32Array(1), b: new Float32Array(1) };
  const seeds = scatterSeeds(width, height, spacing * unit, random);
  for (let k = 0; k < seeds.length; k += 2) {
    const x = Math.min(width - 1, seeds[k] as number) | 0;
    const y = Math.min(height - 1, seeds[k + 1] as number) | 0;
    const here = lines.data[y * width + x] as number;
    if (here < 0.35 || (painting.detail[y * width + x] as number) > 190) continue;
    const course = traceCourse(
      flow,
      blank,
      Math.max(width, height),
      x,
      y,
      length * unit * random.between(0.6, 1.5),
      9,
      random.normal() * 0.05,
    );
    layMarks(
      deposit,
      { ...course, half: half * unit * random.between(0.7, 1.3) },
      strength * here,
      bristles[random.below(bristles.length)] as Bristles,
    );
  }
}

/** Draws `painting` in a dry medium. Contours by XDoG (Winnemöller 2012), tone by hatching after Lu et al. (2012). */
export function* drawDry(
  { painting, seed, unit }: StyleContext,
  medium: DryMedium,
): Generator<number, Uint8ClampedArray, void> {
  const { width, height, rgba, detail, photograph } = painting;
  const random = createRandom(seed, 9);
  const contrast = contrastPlanes(painting);
  const flow = tangentFlow(structureTensor(contrast.half, 1.8 * unit), 2);
  const aim = kuwahara(labImage(rgba, width, height, 2), flow, 2.5 * unit);
  const tone = liftTone({ width: aim.width, height: aim.height, data: aim.l });
  yield 0.2;
  const deposit: Plane = { width, height, data: new Float32Array(width * height) };
  const bristles = createBristles({ dryness: 0.5, streaks: 0.8, softness: 0.6, taper: 0.7 }, 6, 51);
  const form = structureTensor(halve(contrast.half), 1.5 * unit);
  for (const [k, pass] of medium.tones.entries()) {
    const hatch = hatchFlow(form, pass.angle);
    const seeds = scatterSeeds(width, height, pass.spacing * unit, random);
    for (let s = 0; s < seeds.length; s += 2) {
      const x = Math.min(width - 1, seeds[s] as number) | 0;
      const y = Math.min(height - 1, seeds[s + 1] as number) | 0;
      // What matters is drawn a little darker than it is, so that it stands out from its ground.
      const light =
        sampleBilinear(tone, x / 2, y / 2) -
        (photograph ? 0 : 0.14 * smoothstep(100, 150, detail[y * width + x] as number));
      const weight = smoothstep(pass.from, pass.from - 0.22, light);
      if (weight <= random.next() * 0.6) continue;
      const care = (detail[y * width + x] as number) / 255;
      const length = pass.length * unit * random.between(0.6, 1.3) * (1 - 0.55 * care);
      const course = traceCourse(hatch, aim, 2, x, y, length, 0.13 - 0.07 * care, random.normal() * 0.06);
      layMarks(
        deposit,
        { ...course, half: pass.half * unit * (1 - 0.4 * care) },
        pass.strength * (0.55 + 0.45 * weight),
        bristles[random.below(bristles.length)] as Bristles,
      );
    }
    yield 0.25 + 0.1 * k;
  }
  const { sigma, threshold, sharpness, strength } = medium.lines;
  const noise = painting.photograph ? 1 : 0.5;
  const lines = flowLines(contrast.full, flow, {
    sigma: sigma * unit,
    tau: 1,
    threshold: threshold * noise,
    sharpness,
    smooth: 4 * unit,
  });
  searchContours(deposit, lines, flow, painting, medium, unit, bristles, random);
  yield 0.8;
  const rubbed = gaussianBlur(tone, 2.5 * unit);
  const ground = textureTile(medium.ground);
  const output = new Uint8ClampedArray(rgba.length);
  const [pr, pg, pb] = medium.paper;
  const [mr, mg, mb] = medium.mark;
  const rubbedRow = createRowReader(rubbed, width, height);
  const toneRow = createRowReader(tone, width, height);
  for (let y = 0, i = 0; y < height; y += 1) {
    const lights = rubbedRow(y);
    const tones = toneRow(y);
    for (let x = 0; x < width; x += 1, i += 1) {
      const grain = ground[((y & mask) << 9) | (x & mask)] as number;
      const light = lights[x] as number;
      const care = (detail[i] as number) / 255;
      const dark = clamp(0.92 - light, 0, 1);
      // Rubbing leaves lights lighter than in proportion.
      const smudge = medium.smudge * dark * (0.8 + 0.2 * dark);
      const tonal = smudge + (1 - smudge) * (deposit.data[i] as number);
      const line = (lines.data[i] as number) * strength;
      const wanted = 1 - (1 - tonal) * (1 - line);
      // Grain: hollows need more pressure before they take colour; careful places are drawn with a sharper point.
      const tooth = medium.grain * (1 - 0.5 * care) * (grain * 0.75 + 0.1);
      const mark = clamp(wanted * (1 - tooth * (1 - wanted) * 1.6), 0, 0.97);
      const chalk =
        medium.chalk * smoothstep(0.72, 0.95, tones[x] as number) * clamp(0.75 - grain * 0.9, 0, 1) * (1 - mark);
      const shade = 1 + 0.018 * grain;
      const p = i * 4;
      output[p] = ((pr + (252 - pr) * chalk) * (1 - mark) + mr * mark) * shade;
      output[p + 1] = ((pg + (250 - pg) * chalk) * (1 - mark) + mg * mark) * shade;
      output[p + 2] = ((pb + (246 - pb) * chalk) * (1 - mark) + mb * mark) * shade;
      output[p + 3] = 255;
    }
  }
  keepLetteringInTwoTones(
    output,
    painting,
    0.8,
    4 * unit,
    medium.mark,
    medium.chalk > 0 ? [238, 230, 214] : medium.paper,
  );
  return output;
}
