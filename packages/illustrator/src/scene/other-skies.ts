// Skies of other worlds: black and airless over the moon, butterscotch dust over Mars.
import { hex, type Rgb } from './colour.js';
import type { Random } from './random.js';
import type { Light, Sky } from './scene.js';

/** What nothing else hangs in. */
const bare = {
  sun: null,
  moon: null,
  rainbow: false,
  aurora: false,
  fireworks: false,
  lightning: false,
} as const;

/** The sky without air, for the moon: black, full of stars, hard sunlight from the side. */
export function airlessSky(random: Random, focusX: number): { sky: Sky; light: Light } {
  const from = { x: focusX > 0.5 ? -0.1 : 1.1, y: 0.12 };
  return {
    sky: {
      ...bare,
      stops: [
        { at: 0, colour: hex('#04050c') },
        { at: 1, colour: hex('#0b0e1c') },
      ],
      glow: { colour: hex('#dfe8ff'), strength: 0.12, radius: 0.4 },
      stars: 1,
      milkyWay: random.chance(0.7),
      clouds: { cover: 0, kind: 'wisps', lit: [0, 0, 0], shade: [0, 0, 0], drift: 0 },
    },
    light: {
      from,
      key: [0.86, 0.85, 0.82],
      ambient: [0.13, 0.14, 0.18],
      haze: hex('#14161f'),
      hazeStrength: 0.1,
      shadow: { colour: hex('#05060c'), opacity: 0.6, length: 0.9, lean: focusX > 0.5 ? 1 : -1 },
      dark: false,
    },
  };
}

/** Does the prompt play on Mars rather than on the moon? Both share one setting. */
export function isMars(settingNoun: string | null): boolean {
  return /\bmars\b|martian|火星/i.test(settingNoun ?? '');
}

/** Colour of Martian sand and rock, by day. */
export const marsSoil: Rgb = [186, 98, 62];

/** Dust in thin air: dull violet above, salmon toward the horizon, a small pale sun (after rover panoramas). */
export function dustySky(random: Random, focusX: number): { sky: Sky; light: Light } {
  const x = focusX > 0.5 ? random.between(0.14, 0.3) : random.between(0.7, 0.86);
  const y = random.between(0.16, 0.26);
  return {
    sky: {
      ...bare,
      stops: [
        { at: 0, colour: hex('#8a5f58') },
        { at: 0.55, colour: hex('#c58d68') },
        { at: 1, colour: hex('#eec79a') },
      ],
      glow: { colour: hex('#fff0dc'), strength: 0.5, radius: 0.34 },
      sun: { x, y, size: 0.022 },
      stars: 0,
      milkyWay: false,
      clouds: { cover: 0.12, kind: 'wisps', lit: [240, 206, 170], shade: [206, 154, 120], drift: random.next() },
    },
    light: {
      from: { x, y },
      key: [0.98, 0.84, 0.68],
      ambient: [0.3, 0.24, 0.22],
      haze: hex('#dcae84'),
      hazeStrength: 0.62,
      shadow: { colour: hex('#4a2418'), opacity: 0.42, length: 0.7, lean: focusX > 0.5 ? 1 : -1 },
      dark: false,
    },
  };
}
