// Ink wash 水墨: tones of ink on rice paper, mist left bare, brush contours that swell and run dry, a red seal.
import { type Painting, regionNames } from '../paint/painting.js';
import { keepDetail, keepLetteringInTwoTones } from './keep.js';
import { structureTensor, tangentFlow } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { contrastPlanes, flowLines } from './kernels/lines.js';
import { fractalNoise } from './kernels/noise.js';
import { labImage } from './kernels/oklab.js';
import { clamp, createPlane, gaussianBlur, sampleBilinear, smoothstep } from './kernels/plane.js';
import { textureSide, textureTile } from './kernels/textures.js';
import { stampSeal } from './seal.js';
import type { Style } from './style-context.js';

const mask = textureSide - 1;

/** How much of its tone each region keeps: air is left to the paper (留白). */
const weight = regionNames.map((name) =>
  name === 'sky'
    ? 0.3
    : name === 'far'
      ? 1.05
      : name === 'water'
        ? 0.4
        : name === 'ground'
          ? 0.5
          : name === 'indoor'
            ? 0.6
            : 1,
);

/** Rows at which the far regions stand on the ground: mist gathers there. Returns 0 (no mist) – 1 per small row. */
function mistRows(painting: Painting, w: number, h: number): Float32Array {
  const rows = new Float32Array(h);
  const far = regionNames.indexOf('far');
  let lowest = -1;
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 8)
      if (
        painting.regions[
          Math.min(painting.height - 1, y * 2) * painting.width + Math.min(painting.width - 1, x * 2)
        ] === far
      )
        lowest = y;
  if (lowest < 0 || painting.photograph) return rows;
  for (let y = 0; y < h; y += 1) rows[y] = Math.exp(-(((y - lowest) / (h * 0.07)) ** 2));
  return rows;
}

/** XDoG brush contours (Winnemöller 2012) over tones abstracted by an anisotropic Kuwahara filter, bled into the paper. */
export const paintInkWash: Style = function* ({ painting, seed, unit }) {
  const { width, height, rgba, regions, detail } = painting;
  const { full, half } = contrastPlanes(painting);
  const flow = tangentFlow(structureTensor(half, 2.2 * unit), 2);
  const aim = kuwahara(labImage(rgba, width, height, 2), flow, 4 * unit);
  const { width: w, height: h } = aim;
  yield 0.3;
  const mist = mistRows(painting, w, h);
  const clouds = fractalNoise(w, h, { size: 150 * unit, sizeY: 60 * unit, octaves: 4, seed: seed ^ 0x1a });
  const tone = createPlane(w, h);
  const tint = [createPlane(w, h), createPlane(w, h)] as const;
  for (let y = 0, i = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, i += 1) {
      const full = Math.min(height - 1, y * 2) * width + Math.min(width - 1, x * 2);
      const care = (detail[full] as number) / 255;
      const region = regions[full] as number;
      const keep = Math.max(weight[region] as number, smoothstep(0.3, 0.55, care));
      const drift = (clouds.data[i] as number) - 0.5;
      const bare = (mist[y] as number) * (region === 6 || region === 7 ? 0.15 : 0.85) * (0.75 + drift);
      // Ink is the inverse of light; the steep middle keeps lights clean and darks deep.
      const dark = clamp(1.06 - (aim.l[i] as number), 0, 1);
      tone.data[i] = clamp(dark ** 1.2 * 1.3 * keep * (1 + drift * 1.1 * (1 - care)), 0, 1) * (1 - clamp(bare, 0, 1));
      const hue = 0.42 * keep * (1 - clamp(bare, 0, 1));
      tint[0].data[i] = (aim.a[i] as number) * hue;
      tint[1].data[i] = (aim.b[i] as number) * hue;
    }
  // Wet edges: ink runs out of a wash and stops in a darker rim.
  const soft = gaussianBlur(tone, 3.2 * unit);
  for (let i = 0; i < tone.data.length; i += 1) {
    const t = tone.data[i] as number;
    const rim = clamp((t - (soft.data[i] as number)) * 1.3, 0, 0.22);
    tone.data[i] = clamp(0.55 * t + 0.45 * (soft.data[i] as number) + rim, 0, 1);
  }
  yield 0.55;
  const noise = painting.photograph ? 1 : 0.5;
  const brush = flowLines(half, flow, {
    sigma: 1.35 * unit,
    tau: 1,
    threshold: 0.016 * noise,
    sharpness: 75,
    smooth: 6 * unit,
  });
  const fine = flowLines(full, flow, {
    sigma: 0.9 * unit,
    tau: 1,
    threshold: 0.012 * noise,
    sharpness: 90,
    smooth: 5 * unit,
  });
  yield 0.8;
  const washi = textureTile('washi');
  const tooth = textureTile('tooth');
  const output = new Uint8ClampedArray(rgba.length);
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const tile = ((y & mask) << 9) | (x & mask);
      const paper = washi[tile] as number;
      const grain = tooth[tile] as number;
      const swell = tooth[((((y >> 2) + 91) & mask) << 9) | (((x >> 2) + 17) & mask)] as number;
      const u = (x + (swell * 3 + paper * 1.6) * unit) / 2 - 0.25;
      const v = (y + (swell * 2.2 - paper * 1.6) * unit) / 2 - 0.25;
      const wash = sampleBilinear(tone, u, v) * (1 + 0.16 * paper + 0.1 * grain);
      // Flying white: where the brush moves fast the paper shows between the hairs.
      const dry = smoothstep(0.15, 0.6, grain + 0.5 * swell);
      const broad =
        sampleBilinear(brush, (x + swell * 1.6 * unit) / 2 - 0.25, (y - swell * 1.6 * unit) / 2 - 0.25) *
        (1 - 0.55 * dry);
      const thin = (fine.data[i] as number) * 0.75;
      const ink = clamp(1 - (1 - clamp(wash, 0, 0.92)) * (1 - 0.9 * broad) * (1 - thin), 0, 0.97);
      const a = sampleBilinear(tint[0], u, v);
      const b = sampleBilinear(tint[1], u, v);
      // Pine soot is a little cold, the paper a little warm.
      const light = 1 + 0.018 * paper;
      const p = i * 4;
      output[p] = (243 - 219 * ink + (a * 420 + b * 160) * (1 - 0.5 * ink)) * light;
      output[p + 1] = (237 - 210 * ink + (-a * 190 + b * 60) * (1 - 0.5 * ink)) * light;
      output[p + 2] = (222 - 190 * ink - b * 420 * (1 - 0.5 * ink)) * light;
      output[p + 3] = 255;
    }
  keepDetail(output, painting, 200, 0.3);
  keepLetteringInTwoTones(output, painting, 0.8, 5 * unit, [26, 28, 34], [233, 225, 208]);
  stampSeal(output, painting, seed, unit);
  return output;
};
