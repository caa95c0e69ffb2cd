// Weather laid over a photograph: light first, then haze by distance, then what falls or flies, near and far.
import type { WeatherName } from '../../brief/vocabulary.js';
import { fractalNoise } from '../../style/kernels/noise.js';
import { fromOklab, type Lab, toOklab } from '../../style/kernels/oklab.js';
import { clamp, sampleBilinear, smoothstep } from '../../style/kernels/plane.js';
import { applyColourMap, washSky } from './colour-map.js';
import { type EditContext, editShrink } from './edit-context.js';
import { scatterParticles } from './particles.js';
import { settleSnow } from './season-edits.js';
import { editTime } from './time-edits.js';

/** Brings weather into a photograph. In place. */
export function editWeather(context: EditContext, weather: WeatherName): void {
  weathers[weather](context);
}

const grey = (l: number): Lab => [l, -0.003, -0.012];

/** Flat light from a closed sky: `share` of the colour is left, the sky takes lightness `light`. */
function closeSky(context: EditContext, share: number, dim: number, light: number): void {
  applyColourMap(context, (l, a, b): Lab => [0.5 + (l * dim - 0.5) * 0.88, a * share - 0.002, b * share - 0.008]);
  washSky(
    context,
    [
      { at: 0, colour: grey(light - 0.1) },
      { at: 1, colour: grey(light) },
    ],
    0.8,
  );
}

/** Mixes the picture with the colour of the air: `density` at the far end. */
function addHaze(context: EditContext, colour: Lab, density: number, falloff: number): void {
  const { width, height, rgba, depth, seed, unit, strength } = context;
  const [r, g, b] = fromOklab(...colour);
  const banks = fractalNoise(depth.width, depth.height, {
    size: 90 * unit,
    sizeY: 24 * unit,
    octaves: 3,
    seed: seed ^ 0x51,
  });
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      const u = x / editShrink;
      const v = y / editShrink;
      const far = sampleBilinear(depth, u, v) ** falloff;
      const bank = 0.75 + 0.5 * sampleBilinear(banks, u, v);
      const share = clamp(density * (0.18 + 0.82 * far) * bank, 0, 0.94) * strength;
      rgba[p] = (rgba[p] as number) + (r - (rgba[p] as number)) * share;
      rgba[p + 1] = (rgba[p + 1] as number) + (g - (rgba[p + 1] as number)) * share;
      rgba[p + 2] = (rgba[p + 2] as number) + (b - (rgba[p + 2] as number)) * share;
    }
}

/** A band of the spectrum over the upper half, faint as rainbows are. */
function drawRainbow(context: EditContext): void {
  const { width, height, rgba, strength } = context;
  const cx = width * 0.5;
  const cy = height * 0.78;
  const radius = Math.max(width * 0.46, height * 0.5);
  const band = radius * 0.11;
  for (let y = 0; y < Math.min(height, cy); y += 1)
    for (let x = 0; x < width; x += 1) {
      const t = (Math.sqrt((x - cx) ** 2 + (y - cy) ** 2) - radius) / band + 0.5;
      if (t <= 0 || t >= 1) continue;
      // It stands in the air: things before it hide it, distant ones let a little through.
      const away = context.outdoors ? 0.08 + 0.92 * (context.sky[y * width + x] as number) : 0.8;
      const share = Math.sin(Math.PI * t) * 0.42 * strength * away * smoothstep(cy, cy - height * 0.3, y);
      // Red outside, violet inside.
      const angle = ((300 - 272 * t) * Math.PI) / 180;
      const [r, g, b] = fromOklab(0.78, 0.17 * Math.cos(angle), 0.17 * Math.sin(angle));
      const p = (y * width + x) * 4;
      rgba[p] = (rgba[p] as number) + (r - (rgba[p] as number)) * share;
      rgba[p + 1] = (rgba[p + 1] as number) + (g - (rgba[p + 1] as number)) * share;
      rgba[p + 2] = (rgba[p + 2] as number) + (b - (rgba[p + 2] as number)) * share;
    }
}

/** Green curtains in a night sky. */
function drawAurora(context: EditContext): void {
  const { width, height, rgba, seed, unit, strength } = context;
  const w = Math.ceil(width / editShrink);
  const folds = fractalNoise(w, 1, { size: 70 * unit, octaves: 4, seed: seed ^ 0x52 });
  const rays = fractalNoise(w, 1, { size: 7 * unit, octaves: 3, seed: seed ^ 0x53 });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const open = context.sky[y * width + x] as number;
      if (open < 0.02) continue;
      const foot = height * (0.14 + 0.5 * sampleBilinear(folds, x / editShrink, 0));
      const up = (foot - y) / (height * 0.3);
      const curtain = up < 0 ? Math.exp(-((up * 14) ** 2)) : Math.exp(-up * 2.4);
      const share = curtain * open * strength * (0.25 + 0.75 * sampleBilinear(rays, x / editShrink, 0));
      const violet = smoothstep(0.25, 1, up);
      const p = (y * width + x) * 4;
      rgba[p] = (rgba[p] as number) + (60 + 90 * violet) * share;
      rgba[p + 1] = (rgba[p + 1] as number) + (200 - 130 * violet) * share;
      rgba[p + 2] = (rgba[p + 2] as number) + (120 + 40 * violet) * share;
    }
}

const weathers: Record<WeatherName, (context: EditContext) => void> = {
  clear: (context) => {
    applyColourMap(context, (l, a, b): Lab => [l + (l - 0.5) * 0.1 + 0.03, a * 1.12, b * 1.12 + 0.006]);
    washSky(
      context,
      [
        { at: 0, colour: toOklab(58, 130, 208) },
        { at: 1, colour: toOklab(186, 220, 242) },
      ],
      0.75,
    );
  },
  cloudy: (context) => closeSky(context, 0.86, 0.96, 0.82),
  overcast: (context) => closeSky(context, 0.7, 0.9, 0.76),
  rain: (context) => {
    closeSky(context, 0.6, 0.8, 0.62);
    addHaze(context, grey(0.66), 0.36, 1);
    scatterParticles(context, {
      kind: 'streak',
      count: 2600,
      size: [0.5, 1.2],
      length: [22, 60],
      slant: 0.16,
      colour: [214, 224, 236],
      opacity: 0.34,
    });
  },
  storm: (context) => {
    closeSky(context, 0.5, 0.6, 0.42);
    addHaze(context, grey(0.46), 0.4, 1);
    scatterParticles(context, {
      kind: 'streak',
      count: 3600,
      size: [0.6, 1.4],
      length: [30, 80],
      slant: 0.42,
      colour: [206, 214, 230],
      opacity: 0.36,
    });
  },
  snow: (context) => {
    closeSky(context, 0.74, 0.97, 0.84);
    settleSnow(context);
    addHaze(context, [0.9, -0.002, -0.01], 0.3, 1);
    scatterParticles(context, {
      kind: 'flake',
      count: 2200,
      size: [0.9, 5],
      length: [0, 0],
      slant: 0.2,
      colour: [252, 253, 255],
      opacity: 0.9,
    });
  },
  fog: (context) => {
    applyColourMap(context, (l, a, b): Lab => [0.62 + (l - 0.62) * 0.84, a * 0.72, b * 0.72 - 0.004]);
    addHaze(context, [0.87, -0.002, -0.008], 0.94, 0.75);
  },
  wind: (context) =>
    scatterParticles(context, {
      kind: 'leaf',
      count: 240,
      size: [3.5, 10],
      length: [0, 0],
      slant: 1,
      colour: [190, 132, 62],
      opacity: 0.9,
    }),
  rainbow: drawRainbow,
  aurora: (context) => {
    editTime(context, 'night');
    drawAurora(context);
  },
};
