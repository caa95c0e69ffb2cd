// The savanna: what a meadow is for lions, elephants, giraffes and their like.

import { mix, type Rgb } from './colour.js';
import { type Compose, farWood, hills, snowy, trees } from './compose.js';
import type { GroundKind, Layer, PlantKind } from './scene.js';

type GroundMaker = (c: Compose, kind: GroundKind, albedo: Rgb) => Layer;
type PlantMaker = (
  c: Compose,
  plant: PlantKind,
  top: number,
  bottom: number,
  density: number,
  colours: Rgb[],
  front?: boolean,
) => Layer;

/** Beasts of the African plains: a meadow of theirs is a savanna. */
const savannaBeasts = new Set([
  'lion',
  'elephant',
  'giraffe',
  'zebra',
  'rhinoceros',
  'hippopotamus',
  'leopard',
  'ostrich',
]);

/** Do the words or the beasts ask for a savanna rather than a green meadow? */
export function isSavanna(c: Compose): boolean {
  const named = /savanna|稀树|非洲/i.test(c.brief.settingNoun ?? '');
  return !snowy(c) && (named || (c.brief.setting === null && [...c.concepts].some((each) => savannaBeasts.has(each))));
}

/** Dry grass to the horizon, flat-topped acacias, blue hills far away; ground and plants as the meadow makes them. */
export function savannaLayers(c: Compose, ground: GroundMaker, plants: PlantMaker): Layer[] {
  const straw: Rgb = c.random.pick<Rgb>([
    [206, 174, 98],
    [196, 168, 88],
    [184, 166, 92],
  ]);
  return [
    hills(c, c.random.between(0.08, 0.16), 0.9, [120, 124, 132]),
    farWood(c, 0.03),
    ground(c, 'dry-grass', straw),
    trees(c, 'acacia', {
      y: c.horizon + 0.02,
      spread: 0.03,
      height: 0.17,
      count: 5,
      depth: 0.45,
      foliage: [118, 128, 66],
    }),
    trees(c, 'acacia', {
      y: c.horizon + 0.08,
      spread: 0.05,
      height: 0.5,
      count: 3,
      depth: 0.12,
      foliage: [110, 122, 58],
      open: true,
    }),
    plants(c, 'tufts', c.horizon + 0.12, 0.96, 0.5, [mix(straw, [150, 120, 50], 0.4)]),
    plants(c, 'grass', 0.96, 1.06, 1, [mix(straw, [140, 110, 50], 0.4)], true),
  ];
}
