// The pigment that each colour name stands for, and the name that a pigment would be given.
import type { ColourName } from '../brief/vocabulary.js';
import { chromaOf, hexToOklab, hueOf, hueTurn, type Oklab } from './oklab.js';

/** Typical pigment per colour name, sRGB hex: the middle tone of a lit surface. `rainbow` is painted as a run of hues. */
export const pigments: Readonly<Record<Exclude<ColourName, 'rainbow'>, string>> = {
  red: '#d92a2a',
  orange: '#f58220',
  yellow: '#fcd02f',
  green: '#3fa648',
  blue: '#2f6fd8',
  purple: '#8a4cc4',
  pink: '#f78fb9',
  brown: '#85552f',
  black: '#2c2d33',
  white: '#f3f3f1',
  grey: '#8d9298',
  gold: '#dda52c',
  silver: '#bfc6cd',
  cyan: '#2ec4d6',
  beige: '#e5d2ab',
};

/** Hues of the rainbow from red to violet, sRGB hex. */
export const rainbowPigments: readonly string[] = [
  '#e23b3b',
  '#f58a2b',
  '#f8d23c',
  '#4bb35a',
  '#3aa6dd',
  '#4c63cf',
  '#9650c6',
];

const degrees = 180 / Math.PI;

/**
 * The basic colour name a person would give a pixel (one of eleven). Borders were set by eye in Oklab on pigments:
 * neutrals by chroma, brown as dark orange, pink as light red or light purple-red.
 */
export function nameColour(colour: Oklab): ColourName {
  const chroma = chromaOf(colour);
  const hue = (hueOf(colour) * degrees + 360) % 360;
  const { l } = colour;
  if (chroma < 0.035 || (l < 0.3 && chroma < 0.05)) {
    if (l < 0.42) return 'black';
    return l > 0.84 ? 'white' : 'grey';
  }
  if (l < 0.22) return 'black';
  if (hue < 8 || hue >= 335) return l > 0.66 ? 'pink' : hue >= 335 && l > 0.55 ? 'pink' : 'red';
  if (hue < 40) {
    if (l > 0.72) return 'pink';
    return chroma < 0.1 ? 'brown' : 'red';
  }
  if (hue < 72) return l < 0.6 || chroma < 0.08 ? 'brown' : 'orange';
  if (hue < 112) return l < 0.62 ? (hue < 95 ? 'brown' : 'green') : hue < 78 && chroma > 0.1 ? 'orange' : 'yellow';
  if (hue < 205) return 'green';
  if (hue < 285) return 'blue';
  return hue < 335 && l > 0.74 && hue > 320 ? 'pink' : 'purple';
}

/** Pigment as Oklab; `undefined` for `rainbow`, which has no single one. */
export function pigmentOf(name: ColourName): Oklab | undefined {
  return name === 'rainbow' ? undefined : hexToOklab(pigments[name]);
}

/** Are two hues within `range` radians of one another? */
export function huesAreNear(one: number, other: number, range: number): boolean {
  return Math.abs(hueTurn(one, other)) <= range;
}
