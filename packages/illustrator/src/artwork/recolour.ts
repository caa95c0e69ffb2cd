// Gives a drawing another colour: its main families of colour move to the pigment asked for, in Oklab, with their shading.
import { huesAreNear } from './colour-targets.js';
import { type ColourGroup, greyChroma, groupReach, inkLightness } from './measure.js';
import { chromaOf, fromPolar, hexToOklab, hueOf, hueTurn, type Oklab, oklabToHex } from './oklab.js';

/** Maps a `#rrggbb` colour of a drawing to another. */
export type ColourMap = (hex: string) => string;

/** Which families take the new colour. Enough of them that at least this share of the drawing changes. */
const wantedShare = 0.42;
/** A further family joins only when it is at least this large: small accents (a beak, a leaf) keep their colour. */
const leastShare = 0.12;

/** Light blue and clear: what Noto paints windows and windscreens with. */
function isGlass({ hue, mean }: ColourGroup): boolean {
  return hue !== null && mean.l > 0.72 && huesAreNear(hue, glassHue, 0.6);
}

/** Hue of the sky in a window, radians (about 230°). */
const glassHue = -2.27;

/** The families that make up what one would call the colour of the thing. `glazed`: windows are not its colour. */
export function mainGroups(groups: readonly ColourGroup[], glazed = false): ColourGroup[] {
  const isInk = (group: ColourGroup) => group.hue === null && group.mean.l < inkLightness;
  let candidates = groups.filter((group) => !isInk(group) || group.share > 0.4);
  const paint = candidates.filter((group) => !isGlass(group));
  if (glazed && paint.some((group) => group.share >= 0.1)) candidates = paint;
  // Colour beats grey unless grey clearly rules: a car is its paint, not its chrome.
  const ranked = [...candidates].sort((one, other) => weightOf(other) - weightOf(one));
  const chosen: ColourGroup[] = [];
  let share = 0;
  for (const group of ranked) {
    if (share >= wantedShare || (chosen.length > 0 && group.share < leastShare)) break;
    chosen.push(group);
    share += group.share;
  }
  return chosen.length > 0 ? chosen : groups.slice(0, 1);
}

function weightOf(group: ColourGroup): number {
  return group.share * (group.hue === null ? 0.6 : 1);
}

/** How far a colour belongs to a family: 1 inside, falling to 0 over a narrow rim, so that gradients do not tear. */
function membership(colour: Oklab, group: ColourGroup): number {
  const chroma = chromaOf(colour);
  if (group.hue === null) {
    const grey = 1 - smooth(greyChroma, greyChroma + 0.025, chroma);
    if (group.mean.l < inkLightness) return grey * (1 - smooth(inkLightness + 0.02, inkLightness + 0.1, colour.l));
    return grey * smooth(inkLightness - 0.08, inkLightness, colour.l);
  }
  const near = 1 - smooth(groupReach, groupReach + 0.06, Math.abs(hueTurn(group.hue, hueOf(colour))));
  return near * smooth(greyChroma * 0.35, greyChroma, chroma);
}

function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Contrast of the shading that is kept, per kind of pigment: on black and white the full range would leave the name. */
function shadingGain(pigment: Oklab): number {
  if (pigment.l < 0.35) return 0.42;
  return pigment.l > 0.9 ? 0.45 : 0.75;
}

/** Moves one colour of a family with middle `mean` to where it belongs around `pigment`. */
function moveColour(colour: Oklab, mean: Oklab, pigment: Oklab): Oklab {
  const step = (colour.l - mean.l) * shadingGain(pigment);
  const l = Math.min(0.985, pigment.l + Math.min(0.16, Math.max(-0.3, step)));
  const chroma = chromaOf(pigment);
  // A grey has no chroma to compare with: it takes all of the pigment's.
  const meanChroma = chromaOf(mean);
  const richness = meanChroma < greyChroma ? 1 : Math.min(1.15, Math.max(0.6, chromaOf(colour) / meanChroma));
  const target = chroma < greyChroma ? chroma : chroma * richness * (1 - Math.max(0, l - pigment.l) * 1.2);
  // Shadows of yellow lean to orange as paint does; a plain darker yellow looks like mud.
  const isYellow = pigment.l > 0.8 && chroma > 0.12;
  const lean = isYellow ? Math.max(-0.45, (l - pigment.l) * 1.6) : 0;
  return fromPolar(l, target, hueOf(pigment) + Math.min(0, lean));
}

/** The map that paints `groups` in `pigment` and leaves every other colour as it is. */
export function recolourMap(groups: readonly ColourGroup[], pigment: Oklab): ColourMap {
  return (hex) => {
    const colour = hexToOklab(hex);
    let best = 0;
    let mean: Oklab | undefined;
    for (const group of groups) {
      const weight = membership(colour, group);
      if (weight > best) [best, mean] = [weight, group.mean];
    }
    if (mean === undefined || best < 0.02) return hex;
    const moved = moveColour(colour, mean, pigment);
    const mix = (from: number, to: number) => from + (to - from) * best;
    return oklabToHex({ l: mix(colour.l, moved.l), a: mix(colour.a, moved.a), b: mix(colour.b, moved.b) });
  };
}

/** What is to be painted: pigments for the main family and the next, and whether everything but ink takes the first. */
export interface Repaint {
  pigment: Oklab;
  second?: Oklab;
  whole?: boolean;
  /** Windows are not the colour of the thing. */
  glazed?: boolean;
}

/** The map for a repaint: the first pigment for the main families, the second for the largest family that is left. */
export function repaintMap(groups: readonly ColourGroup[], { pigment, second, whole, glazed }: Repaint): ColourMap {
  const isInk = (group: ColourGroup) => group.hue === null && group.mean.l < inkLightness;
  const main = whole ? groups.filter((group) => !isInk(group)) : mainGroups(groups, glazed);
  const paintMain = recolourMap(main.length > 0 ? main : groups, pigment);
  const rest = groups.filter((group) => !main.includes(group)).slice(0, 1);
  if (second === undefined || rest.length === 0) return paintMain;
  const paintRest = recolourMap(rest, second);
  return (hex) => {
    const painted = paintMain(hex);
    return painted === hex ? paintRest(hex) : painted;
  };
}

/** Small seeded change of hue and lightness that keeps neighbours of one kind from looking stamped. `turn` in radians. */
export function variationMap(turn: number, lighter: number): ColourMap {
  return (hex) => {
    const colour = hexToOklab(hex);
    const chroma = chromaOf(colour);
    if (chroma < greyChroma || colour.l < 0.3) return hex;
    return oklabToHex(fromPolar(colour.l + lighter, chroma, hueOf(colour) + turn));
  };
}
