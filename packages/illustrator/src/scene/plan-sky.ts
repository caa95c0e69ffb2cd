// From time, weather and the things named in the sky to the sky itself and the light it gives.
import type { Brief } from '../brief/brief.js';
import type { MoodName, TimeName, WeatherName } from '../brief/vocabulary.js';
import { adjust, hex, mix, type Rgb } from './colour.js';
import type { Random } from './random.js';
import type { Light, Sky } from './scene.js';
import { type Hour, hoursOf, stopsOf } from './skies.js';

/** How weather greys the sky: `veil` 0–1 towards `colour`, key and ambient light multiplied. */
const veils: Record<
  WeatherName,
  { veil: number; day: string; night: string; key: number; ambient: number; cover: number }
> = {
  clear: { veil: 0, day: '#ffffff', night: '#000000', key: 1, ambient: 1, cover: 0.28 },
  cloudy: { veil: 0.08, day: '#c4d2de', night: '#2a3550', key: 0.85, ambient: 1.05, cover: 0.58 },
  overcast: { veil: 0.72, day: '#c2c9d0', night: '#28324a', key: 0.35, ambient: 1.2, cover: 0.9 },
  rain: { veil: 0.74, day: '#8e9dac', night: '#1d2942', key: 0.3, ambient: 1.02, cover: 0.85 },
  storm: { veil: 0.85, day: '#566377', night: '#121a30', key: 0.25, ambient: 0.8, cover: 0.95 },
  snow: { veil: 0.62, day: '#c9d4e2', night: '#2e3d60', key: 0.45, ambient: 1.2, cover: 0.7 },
  fog: { veil: 0.8, day: '#d3dadf', night: '#34435c', key: 0.4, ambient: 1.2, cover: 0 },
  wind: { veil: 0.05, day: '#dbe6ee', night: '#1d2a48', key: 0.95, ambient: 1, cover: 0.45 },
  rainbow: { veil: 0.2, day: '#a9bccd', night: '#2a3550', key: 0.95, ambient: 1, cover: 0.5 },
  aurora: { veil: 0, day: '#ffffff', night: '#000000', key: 1, ambient: 1.1, cover: 0.06 },
};

const moodLight: Partial<Record<MoodName, { key: number; ambient: number; haze: number }>> = {
  dreamy: { key: 0.95, ambient: 1.12, haze: 0.16 },
  mysterious: { key: 0.8, ambient: 0.88, haze: 0.2 },
  dramatic: { key: 1.15, ambient: 0.86, haze: 0 },
  scary: { key: 0.75, ambient: 0.78, haze: 0.12 },
  melancholy: { key: 0.8, ambient: 0.95, haze: 0.1 },
  joyful: { key: 1.06, ambient: 1.05, haze: -0.05 },
};

const scale = ([r, g, b]: Rgb, by: number): Rgb => [r * by, g * by, b * by];

/** What the sky planner needs of the brief and of decisions made before. */
export interface SkyRequest {
  brief: Brief;
  time: TimeName;
  weather: WeatherName;
  horizon: number;
  aspect: number;
  random: Random;
  /** x of what matters most: the sun keeps clear of it. */
  focusX: number;
}

/** Decides the sky and its light. Sun and moon never hide behind the main subject unless the sky is too narrow. */
export function planSky(request: SkyRequest): { sky: Sky; light: Light } {
  const { brief, time, weather, random } = request;
  const hour = random.pick(hoursOf(time));
  const veil = veils[weather];
  const dark = time === 'night' || time === 'dusk';
  const low = time === 'dawn' || time === 'sunset';
  const mood = (brief.mood && moodLight[brief.mood]) ?? { key: 1, ambient: 1, haze: 0 };
  const veilColour = hex(time === 'night' ? veil.night : veil.day);
  // At sunset a veil keeps some of the evening's warmth, else grey weather would wipe out the hour.
  const veiled = (colour: Rgb): Rgb => mix(colour, low ? mix(veilColour, colour, 0.45) : veilColour, veil.veil);
  const stops = stopsOf(hour).map(({ at, colour }) => ({ at, colour: veiled(colour) }));
  const cover = coverOf(request, veil.cover);
  const disc = placeDisc(request, low);
  const hidden =
    weather === 'overcast' || weather === 'rain' || weather === 'storm' || weather === 'fog' || weather === 'snow';
  const sunWanted = brief.sky.sun || (!dark && !hidden && (low || random.chance(0.3)));
  const excluded = brief.excluded.sky;
  const sun = time !== 'night' && sunWanted && !excluded.includes('sun') ? disc : null;
  const moonWanted = brief.sky.moon !== null || (time === 'night' && !hidden && random.chance(0.75));
  const moon =
    !sun && moonWanted && !excluded.includes('moon')
      ? { ...disc, size: disc.size * (brief.sky.moon ? 1.25 : 0.9), phase: brief.sky.moon ?? ('full' as const) }
      : null;
  const shown = sun ?? moon;
  const from = shown ?? { x: request.focusX < 0.5 ? 1.1 : -0.1, y: time === 'noon' ? -0.5 : -0.12 };
  const stars = starsOf(request, hidden, dark);
  const sky: Sky = {
    stops,
    glow: {
      colour: hex(hour.glow),
      strength: (low ? 0.85 : time === 'night' ? 0.5 : 0.45) * (1 - veil.veil * 0.75) * (shown ? 1 : 0.5),
      radius: low ? 0.62 : time === 'night' ? 0.36 : 0.4,
    },
    sun,
    moon,
    stars,
    milkyWay: stars > 0.75 && random.chance(0.6),
    clouds: {
      cover,
      kind: cloudKind(weather, low || dark, random),
      lit: veiled(hex(hour.cloudLit)),
      shade: mix(
        veiled(hex(hour.cloudShade)),
        hex('#2c3444'),
        weather === 'storm' ? 0.55 : weather === 'rain' ? 0.2 : 0,
      ),
      drift: random.between(0, 512),
    },
    rainbow: brief.sky.rainbow || weather === 'rainbow',
    aurora: brief.sky.aurora || weather === 'aurora',
    fireworks: brief.sky.fireworks,
    lightning: weather === 'storm',
  };
  return { sky, light: lightFrom(hour, request, { from, veil, veilColour, mood, dark, low, shown: shown !== null }) };
}

function coverOf({ brief, weather, random, time }: SkyRequest, base: number): number {
  if (brief.excluded.sky.includes('clouds')) return 0;
  const varied = base * random.between(0.75, 1.3) + (brief.sky.clouds ? 0.25 : 0);
  const calm = time === 'night' && (weather === 'clear' || weather === 'aurora') ? 0.35 : 1;
  return Math.min(1, varied * calm);
}

function cloudKind(weather: WeatherName, glowing: boolean, random: Random): Sky['clouds']['kind'] {
  if (weather === 'overcast' || weather === 'rain' || weather === 'storm' || weather === 'snow') return 'sheet';
  if (glowing) return random.pick(['bands', 'bands', 'wisps', 'cumulus']);
  return random.pick(['cumulus', 'cumulus', 'wisps']);
}

function starsOf({ brief, time, random }: SkyRequest, hidden: boolean, dark: boolean): number {
  if (brief.excluded.sky.includes('stars')) return 0;
  if (brief.sky.stars) return 1;
  if (!dark || hidden) return 0;
  return time === 'night' ? random.between(0.5, 0.95) : 0.22;
}

/** Finds a place for sun or moon: low when it rises or sets, beside the subject, well inside the frame. */
function placeDisc(
  { random, focusX, horizon, aspect, time, brief }: SkyRequest,
  low: boolean,
): { x: number; y: number; size: number } {
  const side = focusX > 0.5 ? 0 : focusX < 0.5 ? 1 : random.chance(0.5) ? 0 : 1;
  const x = side === 0 ? random.between(0.14, 0.36) : random.between(0.64, 0.86);
  const y = low ? horizon * random.between(0.72, 0.93) : horizon * random.between(0.2, 0.42);
  const size = (low ? 0.046 : time === 'night' || brief.sky.moon ? 0.055 : 0.034) * random.between(0.9, 1.25);
  // A disc must clear the upper edge whatever the ratio.
  return { x, y: Math.max(y, size * Math.max(1, aspect) * 1.6), size };
}

function lightFrom(
  hour: Hour,
  { weather, random }: SkyRequest,
  given: {
    from: { x: number; y: number };
    veil: { veil: number; key: number; ambient: number };
    veilColour: Rgb;
    mood: { key: number; ambient: number; haze: number };
    dark: boolean;
    low: boolean;
    shown: boolean;
  },
): Light {
  const { from, veil, mood } = given;
  const [shadowColour, shadowOpacity, shadowLength] = hour.shadow;
  const grey = (colour: Rgb): Rgb => {
    const mean = (colour[0] + colour[1] + colour[2]) / 3;
    const pull = veil.veil * 0.7;
    return [
      colour[0] + (mean - colour[0]) * pull,
      colour[1] + (mean - colour[1]) * pull,
      colour[2] + (mean - colour[2]) * pull,
    ];
  };
  const baseHaze = weather === 'fog' ? 0.95 : weather === 'rain' || weather === 'snow' ? 0.8 : given.low ? 0.66 : 0.58;
  return {
    from,
    key: scale(grey(hour.key), veil.key * mood.key),
    ambient: scale(grey(hour.ambient), veil.ambient * mood.ambient),
    haze: adjust(mix(hex(hour.haze), given.veilColour, veil.veil * 0.85), 0),
    hazeStrength: Math.min(1, Math.max(0.3, baseHaze + mood.haze + random.between(-0.06, 0.06))),
    shadow: {
      colour: hex(shadowColour),
      opacity: shadowOpacity * (0.45 + 0.55 * veil.key),
      length: shadowLength * (0.4 + 0.6 * veil.key),
      lean: 0.5 - from.x > 0 ? 1 : -1,
    },
    dark: given.dark,
  };
}
