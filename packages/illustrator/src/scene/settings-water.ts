// Scenery by and on the water: sea, lake, river, waterfall, harbour, bridge, swamp.
import type { Rgb } from './colour.js';
import { mix } from './colour.js';
import {
  type Compose,
  distantRange,
  farWood,
  grassOf,
  hills,
  ridge,
  type SettingBuilder,
  seedOf,
  snowy,
  trees,
} from './compose.js';
import type { GroundKind, Layer, WaterKind } from './scene.js';
import { plants } from './settings-land.js';

function water(c: Compose, kind: WaterKind, colour: Rgb, waves: number): Layer {
  // The near bank overlaps the water's edge a little.
  return {
    kind: 'water',
    seed: seedOf(c),
    water: kind,
    top: c.horizon,
    bottom: Math.min(1, c.shore + 0.03),
    colour: c.tint ?? colour,
    waves,
    shore: null,
  };
}

/** The near bank, when something stands on it. */
function bank(c: Compose, kind: GroundKind, albedo: Rgb): Layer[] {
  if (c.shore >= 1) return [];
  return [{ kind: 'ground', seed: seedOf(c), ground: kind, top: c.shore, albedo, tint: null, way: null, wet: true }];
}

function grassBank(c: Compose): Layer[] {
  if (c.shore >= 1) {
    const reeds: Rgb[] = [
      [96, 116, 60],
      [120, 84, 52],
    ];
    return c.random.chance(0.6) ? [plants(c, 'reeds', 0.99, 1.1, 0.6, reeds, true)] : [];
  }
  const grass = grassOf(c);
  return [
    ...bank(c, snowy(c) ? 'snow' : 'grass', snowy(c) ? [238, 243, 250] : grass),
    ...(snowy(c) ? [] : [plants(c, 'grass', c.shore + 0.02, 1.03, 1, [mix(grass, [70, 110, 40], 0.3)])]),
  ];
}

const stormy = (c: Compose): number => (c.weather === 'storm' ? 0.5 : c.weather === 'wind' ? 0.3 : 0);

const lake: SettingBuilder = (c) => [
  ...distantRange(c, c.random.between(0.16, 0.28), 0.5),
  farWood(c, c.random.between(0.04, 0.08)),
  ...(c.random.chance(0.5)
    ? [
        trees(c, 'conifer', {
          y: c.horizon + 0.004,
          spread: 0.004,
          height: 0.11,
          count: 14,
          depth: 0.55,
          foliage: [60, 92, 70],
        }),
      ]
    : []),
  water(c, 'lake', [44, 104, 140], 0.4 + stormy(c)),
  ...grassBank(c),
];

const ocean: SettingBuilder = (c) => [
  ...(c.random.chance(0.35) ? [ridge(c, 'hills', c.horizon + 0.004, 0.05, 0.9, [96, 116, 120])] : []),
  water(c, 'sea', [26, 100, 142], 0.85 + stormy(c)),
  ...bank(c, 'rock', [140, 128, 112]),
];

const beach: SettingBuilder = (c) => [
  ...(c.random.chance(0.5) ? [ridge(c, 'hills', c.horizon + 0.004, 0.06, 0.85, [88, 124, 104])] : []),
  water(c, 'sea', [36, 140, 164], 0.7 + stormy(c)),
  ...bank({ ...c, shore: Math.min(c.shore, 0.8) }, 'sand', [236, 208, 160]),
  ...(isRocky(c)
    ? []
    : [
        trees(c, 'palm', {
          y: Math.min(c.shore, 0.8) + 0.05,
          spread: 0.05,
          height: 0.7,
          count: 3,
          depth: 0.05,
          foliage: [86, 138, 62],
          open: true,
        }),
      ]),
];

/** A coast of lighthouses and cliffs is no tropical one. */
const isRocky = (c: Compose): boolean => c.concepts.has('lighthouse') || c.concepts.has('cliff');

const river: SettingBuilder = (c) => [
  ...distantRange(c, 0.16, 0.4),
  hills(c, 0.08, 0.65, [104, 134, 84]),
  farWood(c, 0.07),
  water(c, 'river', [56, 120, 138], 0.55),
  {
    kind: 'feature',
    feature: 'rocks',
    seed: seedOf(c),
    x: c.clear[0] > 0.35 ? 0.12 : 0.88,
    y: Math.min(0.9, c.shore),
    size: 0.1,
    depth: 0.1,
  },
  ...grassBank(c),
];

const waterfall: SettingBuilder = (c) => [
  ridge(c, 'karst', c.horizon + 0.02, 0.4, 0.85, [92, 116, 96]),
  {
    kind: 'feature',
    feature: 'waterfall',
    seed: seedOf(c),
    x: c.clear[0] + c.clear[2] > 1 ? 0.3 : 0.7,
    y: c.horizon + 0.02,
    size: 0.46,
    depth: 0.4,
  },
  water(c, 'river', [66, 140, 150], 0.7),
  { kind: 'feature', feature: 'rocks', seed: seedOf(c), x: 0.12, y: c.horizon + 0.1, size: 0.12, depth: 0.2 },
  ...grassBank(c),
  plants(c, 'fern', 0.95, 1.06, 1, [[52, 96, 50]], true),
];

const harbour: SettingBuilder = (c) => [
  hills(c, 0.12, 0.85, [110, 130, 120]),
  {
    kind: 'skyline',
    seed: seedOf(c),
    base: c.horizon + 0.004,
    height: 0.12,
    depth: 0.55,
    style: 'harbour',
    albedo: [206, 180, 150],
  },
  {
    kind: 'feature',
    feature: 'lighthouse',
    seed: seedOf(c),
    x: c.clear[0] + c.clear[2] > 1 ? 0.12 : 0.88,
    y: c.horizon + 0.012,
    size: 0.24,
    depth: 0.4,
  },
  water(c, 'sea', [44, 112, 140], 0.5 + stormy(c)),
  ...bank(c, 'paving', [168, 152, 132]),
];

const bridge: SettingBuilder = (c) => [
  hills(c, 0.14, 0.85, [106, 132, 110]),
  {
    kind: 'skyline',
    seed: seedOf(c),
    base: c.horizon + 0.004,
    height: 0.12,
    depth: 0.8,
    style: 'modern',
    albedo: [160, 164, 176],
  },
  water(c, 'river', [52, 110, 136], 0.5),
  { kind: 'feature', feature: 'bridge', seed: seedOf(c), x: 0.5, y: c.horizon + 0.08, size: 0.3, depth: 0.4 },
  ...grassBank(c),
];

const swamp: SettingBuilder = (c) => [
  farWood(c, 0.16),
  trees(c, 'bare', { y: c.horizon + 0.01, spread: 0.01, height: 0.4, count: 8, depth: 0.6 }),
  water(c, 'swamp', [78, 94, 58], 0.25),
  {
    kind: 'feature',
    feature: 'lily-pads',
    seed: seedOf(c),
    x: 0.5,
    y: (c.horizon + Math.min(1, c.shore)) / 2,
    size: 0.3,
    depth: 0.2,
  },
  trees(c, 'jungle', {
    y: c.horizon + 0.08,
    spread: 0.03,
    height: 0.7,
    count: 4,
    depth: 0.25,
    foliage: [88, 108, 58],
    open: true,
  }),
  ...grassBank(c),
  plants(
    c,
    'reeds',
    0.96,
    1.1,
    0.9,
    [
      [92, 112, 56],
      [110, 78, 50],
    ],
    true,
  ),
];

/** Builders of waterside scenery by setting. */
export const waterSettings = { lake, ocean, beach, river, waterfall, harbour, bridge, swamp } as const;
