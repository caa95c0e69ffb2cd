// Gongbi 工笔: even iron-wire outlines, mineral colours laid flat and shaded from the contour inwards, aged silk behind.
import { regionNames } from '../paint/painting.js';
import { flattenPicture } from './flat-picture.js';
import { keepDetail, keepLettering, keepLights } from './keep.js';
import { renderSmooth } from './kernels/flatten.js';
import { flowLines } from './kernels/lines.js';
import { type Lab, toOklab } from './kernels/oklab.js';
import { clamp, createPlane, gaussianBlur } from './kernels/plane.js';
import { textureSide, textureTile } from './kernels/textures.js';
import type { Style } from './style-context.js';

const mask = textureSide - 1;

/** Azurite, malachite, cinnabar, rouge, gamboge, ochre, shell white, ink, umber, light azurite, light malachite, lotus pink. */
const minerals = (
  [
    [38, 78, 118],
    [62, 120, 98],
    [182, 62, 46],
    [140, 44, 52],
    [218, 176, 84],
    [170, 116, 70],
    [240, 232, 214],
    [42, 38, 36],
    [102, 78, 62],
    [128, 160, 176],
    [150, 180, 148],
    [222, 164, 156],
  ] as const
).map(([r, g, b]) => toOklab(r, g, b));
const silk: Lab = toOklab(228, 206, 166);
/** Regions where the painter leaves the silk bare or nearly so. */
const bareness = regionNames.map((name) =>
  name === 'sky'
    ? 0.42
    : name === 'far'
      ? 0.3
      : name === 'ground' || name === 'water'
        ? 0.28
        : name === 'indoor'
          ? 0.4
          : name === 'effect'
            ? 0.2
            : 0,
);

/** Leans a colour towards the minerals near it; keeps its lightness, which carries the form. */
function toMineral(l: number, a: number, b: number): Lab {
  let wa = 0;
  let wb = 0;
  let wl = 0;
  let total = 0;
  for (const mineral of minerals) {
    const d = 0.6 * (mineral[0] - l) ** 2 + 5 * ((mineral[1] - a) ** 2 + (mineral[2] - b) ** 2);
    const weight = 1 / (0.004 + d) ** 2;
    wl += weight * mineral[0];
    wa += weight * mineral[1];
    wb += weight * mineral[2];
    total += weight;
  }
  return [l + (wl / total - l) * 0.35, a + (wa / total - a) * 0.5, b + (wb / total - b) * 0.5];
}

export const paintGongbi: Style = function* ({ painting, seed, unit }) {
  const { width, height, regions, detail } = painting;
  const flat = flattenPicture(painting, { colours: 24, radius: 7, rounds: 1, seed, unit });
  const { aim, flow } = flat;
  yield 0.35;
  // Shading from the contour inwards (分染): darkness collects where areas meet.
  const edge = createPlane(aim.width, aim.height);
  for (let y = 1; y < aim.height - 1; y += 1)
    for (let x = 1; x < aim.width - 1; x += 1) {
      const i = y * aim.width + x;
      if (flat.labels[i] !== flat.labels[i + 1] || flat.labels[i] !== flat.labels[i + aim.width]) edge.data[i] = 1;
    }
  const halo = gaussianBlur(edge, 7 * unit);
  const colours = flat.palette.map((colour) => toMineral(...colour));
  const wash = { width: aim.width, height: aim.height, l: aim.l.slice(), a: aim.a.slice(), b: aim.b.slice() };
  for (let i = 0; i < wash.l.length; i += 1) {
    const full = Math.min(height - 1, ((i / aim.width) | 0) * 2) * width + Math.min(width - 1, (i % aim.width) * 2);
    const bare =
      (bareness[regions[full] as number] as number) *
      (painting.photograph ? 0.9 * (1 - (detail[full] as number) / 160) : 1);
    const [fl, fa, fb] = colours[flat.labels[i] as number] as Lab;
    // Mostly the flat mineral, with some of the form's own light left in.
    const l = fl + ((aim.l[i] as number) - fl) * 0.35 - 0.2 * Math.min(0.6, halo.data[i] as number);
    const b = clamp(bare, 0, 1);
    wash.l[i] = l + (silk[0] - l) * b;
    wash.a[i] = fa + (silk[1] - fa) * b;
    wash.b[i] = fb + (silk[2] - fb) * b;
  }
  const output = renderSmooth(wash, width, height);
  yield 0.6;
  const noise = painting.photograph ? 1 : 0.4;
  const line = flowLines(flat.contrast.full, flow, {
    sigma: 0.8 * unit,
    tau: 1,
    threshold: 0.008 * noise,
    sharpness: 160 / noise,
    smooth: 7 * unit,
  });
  yield 0.8;
  const weave = textureTile('silk');
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const p = i * 4;
      const thread = weave[((y & mask) << 9) | (x & mask)] as number;
      const age = 1 + 0.05 * thread;
      const ink = (line.data[i] as number) * 0.9;
      output[p] = (output[p] as number) * age * (1 - ink) + 40 * ink;
      output[p + 1] = (output[p + 1] as number) * age * (1 - ink) + 32 * ink;
      output[p + 2] = (output[p + 2] as number) * age * (1 - ink) + 30 * ink;
    }
  keepLights(output, painting, 0.6);
  keepDetail(output, painting, 190, 0.35);
  keepLettering(output, painting, 0.7, 4 * unit);
  return output;
};
