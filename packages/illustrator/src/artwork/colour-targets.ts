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
  if (chroma < (l > 0.8 ? 0.028 : 0.036) || (l < 0.32 && chroma < 0.05)) {
    if (l < 0.43) return 'black';
    return l > 0.85 ? 'white' : 'grey';
  }
  if (l < 0.2) return 'black';
  if (hue < 38 || hue >= 335) {
    if (l > 0.68) return 'pink';
    if (hue >= 335 && hue < 356) return l > 0.6 ? 'pink' : l < 0.5 ? 'purple' : 'red';
    return chroma < 0.1 && l < 0.6 ? 'brown' : 'red';
  }
  if (hue < 72) {
    if (l > 0.86 && chroma < 0.09) return hue < 60 ? 'pink' : 'white';
    return l < 0.6 || chroma < 0.085 ? 'brown' : 'orange';
  }
  if (hue < 112) {
    if (l < 0.62) return hue < 92 ? 'brown' : 'green';
    if (chroma < 0.05) return 'white';
    return hue < 78 && chroma > 0.1 ? 'orange' : 'yellow';
  }
  if (hue < 200) return 'green';
  if (hue < 288) return 'blue';
  return hue >= 320 && l > 0.7 ? 'pink' : 'purple';
}

/** Pigment as Oklab; `undefined` for `rainbow`, which has no single one. */
export function pigmentOf(name: ColourName): Oklab | undefined {
  return name === 'rainbow' ? undefined : hexToOklab(pigments[name]);
}

/** Are two hues within `range` radians of one another? */
export function huesAreNear(one: number, other: number, range: number): boolean {
  return Math.abs(hueTurn(one, other)) <= range;
}
