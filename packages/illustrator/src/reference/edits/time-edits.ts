// Hours of the day laid over a photograph: its light is turned up or down to the hour's, its colours lean the way light does then.
import type { TimeName } from '../../brief/vocabulary.js';
import { type Lab, toOklab } from '../../style/kernels/oklab.js';
import { clamp, smoothstep } from '../../style/kernels/plane.js';
import { createRandom } from '../../style/kernels/random.js';
import { applyColourMap, type SkyStop, washSky } from './colour-map.js';
import type { EditContext } from './edit-context.js';

/** How an hour looks. */
interface HourLook {
  /** Mean lightness that the land is brought towards, Oklab. */
  light: number;
  /** Share of colour that is left. */
  chroma: number;
  /** What the lights and the shadows lean to: [a, b] added. */
  lights: [number, number];
  shadows: [number, number];
  sky: SkyStop[];
  skyAmount: number;
}

const sky = (...stops: [number, number, number, number][]): SkyStop[] =>
  stops.map(([at, r, g, b]) => ({ at, colour: toOklab(r, g, b) }));

const hours: Record<TimeName, HourLook> = {
  dawn: {
    light: 0.56,
    chroma: 0.9,
    lights: [0.022, 0.014],
    shadows: [0.008, -0.022],
    sky: sky([0, 126, 152, 196], [0.6, 222, 188, 196], [1, 255, 214, 178]),
    skyAmount: 0.75,
  },
  morning: {
    light: 0.66,
    chroma: 1.05,
    lights: [0.002, 0.022],
    shadows: [-0.004, -0.008],
    sky: sky([0, 92, 152, 214], [1, 206, 228, 240]),
    skyAmount: 0.6,
  },
  noon: {
    light: 0.69,
    chroma: 1.08,
    lights: [0, 0.008],
    shadows: [0, -0.006],
    sky: sky([0, 56, 128, 208], [1, 176, 214, 240]),
    skyAmount: 0.65,
  },
  afternoon: {
    light: 0.64,
    chroma: 1.06,
    lights: [0.008, 0.028],
    shadows: [0.004, -0.004],
    sky: sky([0, 82, 140, 200], [1, 224, 222, 210]),
    skyAmount: 0.6,
  },
  sunset: {
    light: 0.53,
    chroma: 1.05,
    lights: [0.042, 0.062],
    shadows: [0.014, -0.034],
    sky: sky([0, 62, 66, 126], [0.45, 176, 96, 128], [0.8, 246, 144, 82], [1, 255, 206, 120]),
    skyAmount: 0.88,
  },
  dusk: {
    light: 0.4,
    chroma: 0.8,
    lights: [0.02, 0.004],
    shadows: [0.012, -0.05],
    sky: sky([0, 30, 36, 84], [0.6, 92, 74, 132], [1, 214, 132, 122]),
    skyAmount: 0.9,
  },
  night: {
    light: 0.26,
    chroma: 0.34,
    lights: [-0.006, -0.03],
    shadows: [0.002, -0.062],
    sky: sky([0, 8, 12, 36], [0.7, 20, 30, 72], [1, 42, 54, 98]),
    skyAmount: 0.95,
  },
};

/** Brings a photograph to an hour. In place. */
export function editTime(context: EditContext, time: TimeName): void {
  const look = hours[time];
  // One exponent moves the mean to the wished light and leaves black and white where they are.
  const exponent = clamp(Math.log(look.light) / Math.log(clamp(context.meanLight, 0.08, 0.92)), 0.45, 3.4);
  const dark = time === 'night' || time === 'dusk';
  applyColourMap(context, (l, a, b): Lab => {
    const warm = clamp(b * 6, 0, 1);
    // Lamps and windows stay lit: what is bright and warm keeps its light after dark.
    const lamp = dark ? smoothstep(0.86, 0.97, l) * (0.35 + 0.65 * warm) : 0;
    const dim = clamp(l, 0, 1) ** exponent;
    const value = dim + (l - dim) * lamp;
    const t = smoothstep(0.2, 0.8, value);
    const chroma = look.chroma + (1 - look.chroma) * lamp;
    return [
      value,
      a * chroma + look.shadows[0] + (look.lights[0] - look.shadows[0]) * t,
      b * chroma + look.shadows[1] + (look.lights[1] - look.shadows[1]) * t,
    ];
  });
  washSky(context, look.sky, look.skyAmount);
  if (time === 'night') scatterStars(context);
}

/** Stars where there is sky, dense at the zenith. */
function scatterStars(context: EditContext): void {
  const { width, height, rgba, unit, strength } = context;
  const random = createRandom(context.seed, 61);
  const count = Math.round((width * height) / (1400 * unit * unit));
  for (let k = 0; k < count; k += 1) {
    const x = random.next() * width;
    const y = random.next() ** 1.5 * height;
    const size = (0.5 + 1.3 * random.next() ** 4) * unit;
    const light = 235 * random.between(0.35, 1) * strength;
    if ((context.sky[(y | 0) * width + (x | 0)] ?? 0) < 0.9) continue;
    for (let py = Math.max(0, Math.floor(y - 3 * size)); py < Math.min(height, y + 3 * size); py += 1)
      for (let px = Math.max(0, Math.floor(x - 3 * size)); px < Math.min(width, x + 3 * size); px += 1) {
        const d2 = ((px - x) ** 2 + (py - y) ** 2) / (size * size);
        const glow = light * Math.exp(-d2 * 1.6);
        const p = (py * width + px) * 4;
        for (let c = 0; c < 3; c += 1)
          rgba[p + c] = (rgba[p + c] as number) + glow * (1 - (rgba[p + c] as number) / 255);
      }
  }
}
