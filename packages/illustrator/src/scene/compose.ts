// What the setting builders share: the facts they compose from, and small helpers that make layers.
import type { Brief } from '../brief/brief.js';
import type { ColourName, SeasonName, SettingName, TimeName, WeatherName } from '../brief/vocabulary.js';
import { mix, type Rgb } from './colour.js';
import type { Random } from './random.js';
import type { Box, Layer, Light, RidgeShape, TreeKind } from './scene.js';

/** Everything a setting builder may look at. */
export interface Compose {
  setting: SettingName;
  brief: Brief;
  random: Random;
  light: Light;
  time: TimeName;
  season: SeasonName;
  weather: WeatherName;
  aspect: number;
  horizon: number;
  /** Column of the main subjects, fractions of the width: tall scenery keeps out of it. */
  clear: Box;
  /** Where the near bank begins when things stand by the water; 1 when all of them swim. */
  shore: number;
  /** Feet of the subjects, highest and lowest, fractions of the height. */
  feet: readonly [number, number];
  /** Something stands there that is drawn from the side and drives: roads run across, streets are seen from the front. */
  drives: boolean;
  /** Concepts of all subjects: scenery must not repeat them. */
  concepts: ReadonlySet<string>;
  /** Colours that the subjects show: what they stand on should differ. */
  colours: readonly ColourName[];
  /** Something in the sky was asked for: trees stay low enough to show it. */
  openSky: boolean;
  /** Colour asked for the setting, or null. */
  tint: Rgb | null;
}

/** A builder of a setting's scenery, far to near. */
export type SettingBuilder = (c: Compose) => Layer[];

/** Fresh seed for a layer. */
export const seedOf = (c: Compose): number => c.random.whole(0, 0x7fffffff);

/** Leaf colour of the season. */
export function foliageOf({ season, random }: Compose): Rgb {
  switch (season) {
    case 'spring':
      return random.pick<Rgb>([
        [128, 164, 74],
        [112, 158, 82],
        [146, 168, 70],
      ]);
    case 'summer':
      return random.pick<Rgb>([
        [88, 128, 56],
        [78, 122, 66],
        [102, 134, 54],
      ]);
    case 'autumn':
      return random.pick<Rgb>([
        [206, 124, 46],
        [190, 86, 42],
        [212, 158, 58],
      ]);
    case 'winter':
      return random.pick<Rgb>([
        [78, 104, 70],
        [70, 98, 76],
      ]);
  }
}

/** Grass colour of the season, or the colour asked for. */
export function grassOf(c: Compose): Rgb {
  const base: Record<SeasonName, Rgb> = {
    spring: [126, 164, 70],
    summer: [106, 148, 62],
    autumn: [156, 142, 70],
    winter: [138, 142, 92],
  };
  return mix(
    base[c.season],
    c.random.pick<Rgb>([
      [150, 160, 60],
      [70, 130, 80],
      [110, 150, 60],
    ]),
    0.25,
  );
}

/** Is snow lying? */
export function snowy(c: Compose): boolean {
  return c.setting === 'snowfield' || c.season === 'winter' || c.weather === 'snow';
}

/** A distant ridge. `height` is its share of the picture, `depth` 0–1. */
export function ridge(
  c: Compose,
  shape: RidgeShape,
  base: number,
  height: number,
  depth: number,
  albedo: Rgb,
  snow = 0,
): Layer {
  return { kind: 'ridge', seed: seedOf(c), shape, base, height, depth, albedo, snow };
}

/** A stand of trees whose feet lie between `y` and `y + spread`. */
export function trees(
  c: Compose,
  tree: TreeKind,
  place: { y: number; spread: number; height: number; count: number; depth: number; foliage?: Rgb; open?: boolean },
): Layer {
  return {
    kind: 'trees',
    seed: seedOf(c),
    tree,
    y: place.y,
    spread: place.spread,
    height: c.openSky
      ? Math.min(place.height, 0.34 + 0.16 * (1 - place.depth)) * (place.depth > 0.3 ? 0.6 : 1)
      : place.height,
    // Wide pictures hold more trees, narrow ones fewer.
    count: Math.max(2, Math.round(place.count * Math.min(2, Math.max(0.55, c.aspect)))),
    depth: place.depth,
    snow: snowy(c),
    foliage: place.foliage ?? foliageOf(c),
    clear: place.open ? c.clear : null,
  };
}

/** Mountains in two or three planes behind the horizon; heights vary with the seed. */
export function distantRange(c: Compose, tall: number, snow: number): Layer[] {
  const rock = c.random.pick<Rgb>([
    [104, 110, 122],
    [120, 112, 106],
    [98, 112, 112],
  ]);
  const far = ridge(c, 'alps', c.horizon + 0.01, tall * c.random.between(0.85, 1.15), 0.92, rock, snow);
  const middle = ridge(
    c,
    'alps',
    c.horizon + 0.012,
    tall * c.random.between(0.45, 0.62),
    0.74,
    mix(rock, [70, 92, 88], 0.35),
    snow * 0.5,
  );
  return [far, middle];
}

/** The wood on the horizon. */
export function farWood(c: Compose, height = 0.06): Layer {
  const green: Rgb = c.season === 'autumn' ? [130, 96, 60] : [66, 92, 72];
  return ridge(c, 'forest', c.horizon + 0.016, height, 0.6, snowy(c) ? mix(green, [220, 228, 238], 0.35) : green);
}

/** Rolling hills before the horizon. */
export function hills(c: Compose, height: number, depth: number, albedo: Rgb): Layer {
  return ridge(c, c.random.chance(0.5) ? 'hills' : 'rolling', c.horizon + 0.02, height, depth, albedo);
}
