// Scenery among trees: forest, autumn forest, bamboo grove, jungle.
import { mix, type Rgb } from './colour.js';
import { foliageOf, ridge, type SettingBuilder, snowy, trees } from './compose.js';
import { ground, plants, snowCover } from './settings-land.js';

const forest: SettingBuilder = (c) => {
  const leaf = foliageOf(c);
  const kind = c.season === 'winter' ? 'conifer' : c.random.pick(['conifer', 'broadleaf', 'birch'] as const);
  const green: Rgb = kind === 'conifer' ? [62, 96, 66] : leaf;
  const floor = snowy(c)
    ? snowCover(c)
    : [ground(c, 'forest-floor', mix([104, 112, 58], green, 0.3), c.random.chance(0.5) ? 'path' : null)];
  return [
    ridge(c, 'forest', c.horizon + 0.03, 0.22, 0.85, mix(green, [80, 100, 90], 0.4)),
    ...floor,
    trees(c, kind, {
      y: c.horizon + 0.01,
      spread: 0.02,
      height: 0.42,
      count: 13,
      depth: 0.72,
      foliage: mix(green, [90, 110, 100], 0.3),
    }),
    trees(c, kind, { y: c.horizon + 0.04, spread: 0.03, height: 0.58, count: 8, depth: 0.42, foliage: green }),
    trees(c, kind, {
      y: c.horizon + 0.14,
      spread: 0.07,
      height: 0.86,
      count: 5,
      depth: 0.1,
      foliage: green,
      open: true,
    }),
    ...(snowy(c)
      ? []
      : [
          plants(c, 'fern', c.horizon + 0.16, 1.02, 0.4, [mix(green, [60, 110, 50], 0.5)]),
          plants(c, 'fern', 0.96, 1.06, 0.9, [[52, 84, 44]], true),
        ]),
  ];
};

const autumnForest: SettingBuilder = (c) => {
  const colours: Rgb[] = [
    [212, 132, 46],
    [196, 88, 40],
    [222, 172, 64],
  ];
  return [
    ridge(c, 'hills', c.horizon + 0.03, 0.18, 0.85, [176, 120, 70]),
    ground(c, 'forest-floor', [176, 116, 58], 'path'),
    trees(c, 'broadleaf', {
      y: c.horizon + 0.01,
      spread: 0.02,
      height: 0.36,
      count: 12,
      depth: 0.7,
      foliage: c.random.pick(colours),
    }),
    trees(c, 'birch', {
      y: c.horizon + 0.04,
      spread: 0.03,
      height: 0.55,
      count: 7,
      depth: 0.4,
      foliage: [226, 176, 62],
    }),
    trees(c, 'broadleaf', {
      y: c.horizon + 0.13,
      spread: 0.07,
      height: 0.82,
      count: 5,
      depth: 0.08,
      foliage: c.random.pick(colours),
      open: true,
    }),
    plants(c, 'leaves', c.horizon + 0.08, 1, 1.2, [
      [216, 130, 48],
      [198, 84, 44],
      [232, 178, 74],
    ]),
  ];
};

const bambooForest: SettingBuilder = (c) => [
  ridge(c, 'forest', c.horizon + 0.02, 0.3, 0.85, [120, 150, 92]),
  ground(c, 'forest-floor', [124, 132, 66], 'path'),
  trees(c, 'bamboo', {
    y: c.horizon + 0.01,
    spread: 0.02,
    height: 0.72,
    count: 10,
    depth: 0.62,
    foliage: [138, 168, 84],
  }),
  trees(c, 'bamboo', {
    y: c.horizon + 0.06,
    spread: 0.04,
    height: 0.96,
    count: 7,
    depth: 0.32,
    foliage: [116, 158, 72],
  }),
  trees(c, 'bamboo', {
    y: c.horizon + 0.18,
    spread: 0.06,
    height: 1.25,
    count: 5,
    depth: 0.05,
    foliage: [100, 146, 62],
    open: true,
  }),
  plants(c, 'grass', c.horizon + 0.15, 1.02, 0.4, [[104, 128, 56]]),
];

const jungle: SettingBuilder = (c) => [
  ridge(c, 'forest', c.horizon + 0.03, 0.32, 0.85, [74, 118, 78]),
  ground(c, 'forest-floor', [86, 108, 52], 'path'),
  trees(c, 'palm', { y: c.horizon + 0.01, spread: 0.03, height: 0.5, count: 9, depth: 0.6, foliage: [82, 132, 70] }),
  trees(c, 'jungle', { y: c.horizon + 0.06, spread: 0.04, height: 0.82, count: 6, depth: 0.3, foliage: [66, 116, 56] }),
  trees(c, 'palm', {
    y: c.horizon + 0.15,
    spread: 0.06,
    height: 0.9,
    count: 5,
    depth: 0.05,
    foliage: [74, 128, 52],
    open: true,
  }),
  plants(c, 'fern', c.horizon + 0.1, 1, 1.1, [[70, 122, 54]]),
  plants(c, 'fern', 0.95, 1.08, 1.4, [[44, 84, 42]], true),
];

/** Builders of woods by setting. */
export const woodSettings = {
  forest,
  'autumn-forest': autumnForest,
  'bamboo-forest': bambooForest,
  jungle,
} as const;
