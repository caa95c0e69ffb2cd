// Scenery of open land: meadow, snow, woods, mountains, desert and the like.
import type { Rgb } from './colour.js';
import { mix } from './colour.js';
import {
  type Compose,
  distantRange,
  farWood,
  foliageOf,
  grassOf,
  hills,
  ridge,
  type SettingBuilder,
  seedOf,
  snowy,
  trees,
} from './compose.js';
import { isSavanna, savannaLayers } from './savanna.js';
import type { GroundKind, Layer, PlantKind, Way } from './scene.js';

/** Ground from the horizon down. */
export function ground(c: Compose, kind: GroundKind, albedo: Rgb, way: Way['kind'] | null = null): Layer {
  return {
    kind: 'ground',
    seed: seedOf(c),
    ground: kind,
    top: c.horizon,
    albedo,
    tint: c.tint,
    way: way && wayOf(c, way),
    wet: false,
  };
}

/** A way that leads past the subjects; one across runs under their feet. */
function wayOf(c: Compose, kind: Way['kind']): Way {
  if (kind === 'across') {
    return { kind, y0: Math.max(c.horizon + 0.06, c.feet[0] - 0.075), y1: Math.min(0.985, c.feet[1] + 0.05) };
  }
  const middle = (c.clear[0] + c.clear[2]) / 2;
  const side = middle > 0.5 ? -1 : 1;
  return {
    kind,
    from: kind === 'road' ? middle : middle + side * c.random.between(0.05, 0.3),
    to: 0.5 + side * c.random.between(0.04, 0.2),
    width: kind === 'road' ? 0.85 / Math.max(0.7, c.aspect) : c.random.between(0.24, 0.34) / Math.max(0.7, c.aspect),
    bend: c.random.between(-0.22, 0.22),
  };
}

/** Low plants between two heights. */
export function plants(
  c: Compose,
  plant: PlantKind,
  top: number,
  bottom: number,
  density: number,
  colours: Rgb[],
  front = false,
): Layer {
  // Tall plants before a subject would hide it.
  const tall = plant === 'reeds' || plant === 'seaweed' || (front && plant !== 'grass');
  return { kind: 'plants', seed: seedOf(c), plant, top, bottom, density, colours, front, clear: tall ? c.clear : null };
}

const petals: Rgb[][] = [
  [
    [244, 244, 248],
    [246, 206, 84],
  ],
  [
    [226, 92, 112],
    [244, 244, 248],
    [246, 206, 84],
  ],
  [
    [168, 120, 214],
    [240, 236, 250],
  ],
  [
    [238, 130, 90],
    [250, 214, 110],
    [246, 246, 246],
  ],
];

/** Snow from the horizon down. */
export function snowCover(c: Compose): Layer[] {
  return [{ ...ground(c, 'snow', [238, 243, 250]) }];
}

function grassland(c: Compose): Layer[] {
  if (snowy(c)) return snowCover(c);
  const grass = grassOf(c);
  return [
    ground(c, c.season === 'autumn' ? 'dry-grass' : 'grass', grass),
    plants(c, 'grass', c.horizon + 0.12, 1.03, 0.9, [mix(grass, [70, 110, 40], 0.3)]),
  ];
}

const meadow: SettingBuilder = (c) => {
  if (isSavanna(c)) return savannaLayers(c, ground, plants);
  const grass = grassOf(c);
  const far: Layer[] = c.random.chance(0.55)
    ? distantRange(c, c.random.between(0.14, 0.24), 0.45)
    : [hills(c, 0.12, 0.85, mix(grass, [90, 120, 110], 0.4))];
  const flowers = c.season === 'winter' || c.season === 'autumn' ? 0.12 : c.random.between(0.25, 0.7);
  return [
    ...far,
    hills(c, 0.07, 0.62, mix(grass, [80, 120, 80], 0.3)),
    farWood(c, 0.045),
    ...grassland(c),
    trees(c, c.random.pick(['broadleaf', 'broadleaf', 'poplar', 'birch'] as const), {
      y: c.horizon + 0.03,
      spread: 0.05,
      height: 0.2,
      count: 5,
      depth: 0.35,
    }),
    trees(c, 'broadleaf', { y: c.horizon + 0.1, spread: 0.05, height: 0.42, count: 3, depth: 0.1, open: true }),
    ...(snowy(c)
      ? []
      : [
          plants(c, 'flowers', c.horizon + 0.2, 1.03, flowers, [
            mix(grass, [70, 110, 40], 0.3),
            ...c.random.pick(petals),
          ]),
        ]),
    ...(snowy(c) ? [] : [plants(c, 'grass', 0.965, 1.06, 1, [mix(grass, [60, 100, 40], 0.4)], true)]),
  ];
};

const snowfield: SettingBuilder = (c) => [
  ...distantRange(c, c.random.between(0.18, 0.3), 0.75),
  { ...farWood(c, 0.06) },
  ground(c, 'snow', [238, 243, 250]),
  trees(c, 'conifer', {
    y: c.horizon + 0.015,
    spread: 0.04,
    height: 0.15,
    count: 12,
    depth: 0.5,
    foliage: [58, 88, 72],
  }),
  trees(c, c.random.chance(0.75) ? 'conifer' : 'bare', {
    y: c.horizon + 0.07,
    spread: 0.08,
    height: 0.4,
    count: 6,
    depth: 0.12,
    foliage: [54, 84, 68],
    open: true,
  }),
];

const mountains: SettingBuilder = (c) => [
  ...distantRange(c, c.random.between(0.38, 0.48), 0.6),
  ridge(c, 'forest', c.horizon + 0.02, 0.09, 0.5, [62, 88, 72]),
  ...grassland(c),
  trees(c, 'conifer', {
    y: c.horizon + 0.03,
    spread: 0.05,
    height: 0.24,
    count: 9,
    depth: 0.3,
    foliage: [58, 92, 64],
    open: true,
  }),
  ...(snowy(c) ? [] : [plants(c, 'flowers', c.horizon + 0.14, 1.02, 0.3, [grassOf(c), ...c.random.pick(petals)])]),
];

const desert: SettingBuilder = (c) => {
  const sand = c.random.pick<Rgb>([
    [228, 186, 126],
    [222, 168, 106],
    [232, 200, 148],
  ]);
  return [
    ridge(c, 'dunes', c.horizon + 0.012, c.random.between(0.08, 0.16), 0.8, sand),
    ridge(c, 'dunes', c.horizon + 0.03, c.random.between(0.07, 0.12), 0.5, mix(sand, [200, 140, 90], 0.2)),
    ground(c, 'sand', sand),
    ...(c.random.chance(0.5)
      ? [
          {
            kind: 'feature',
            feature: 'cactus',
            seed: seedOf(c),
            x: c.clear[0] > 0.3 ? 0.12 : 0.88,
            y: c.horizon + 0.14,
            size: 0.2,
            depth: 0.2,
          } as Layer,
        ]
      : []),
  ];
};

const canyon: SettingBuilder = (c) => [
  ridge(c, 'mesa', c.horizon + 0.01, 0.34, 0.85, [196, 112, 78]),
  ridge(c, 'mesa', c.horizon + 0.02, 0.2, 0.6, [188, 96, 62]),
  ground(c, 'rock', [206, 132, 88], 'path'),
  {
    kind: 'feature',
    feature: 'rocks',
    seed: seedOf(c),
    x: c.clear[0] > 0.3 ? 0.1 : 0.9,
    y: c.horizon + 0.16,
    size: 0.16,
    depth: 0.15,
  },
  plants(c, 'tufts', c.horizon + 0.12, 1, 0.16, [[150, 140, 80]]),
];

const volcano: SettingBuilder = (c) => [
  ridge(c, 'hills', c.horizon + 0.01, 0.1, 0.85, [104, 84, 84]),
  ridge(c, 'volcano', c.horizon + 0.02, 0.46, 0.62, [92, 72, 72]),
  { kind: 'feature', feature: 'lava', seed: seedOf(c), x: 0.5, y: c.horizon + 0.02, size: 0.46, depth: 0.5 },
  ground(c, 'ash', [96, 82, 80]),
  {
    kind: 'feature',
    feature: 'rocks',
    seed: seedOf(c),
    x: c.clear[0] > 0.3 ? 0.1 : 0.9,
    y: c.horizon + 0.2,
    size: 0.14,
    depth: 0.1,
  },
];

const farm: SettingBuilder = (c) => {
  const side = c.clear[0] + c.clear[2] > 1 ? 0.2 : 0.8;
  return [
    hills(c, 0.1, 0.82, [122, 146, 84]),
    ridge(c, 'rolling', c.horizon + 0.02, 0.05, 0.6, [168, 160, 82]),
    ground(c, snowy(c) ? 'snow' : 'field-rows', snowy(c) ? [238, 243, 250] : grassOf(c)),
    { kind: 'feature', feature: 'barn', seed: seedOf(c), x: side, y: c.horizon + 0.06, size: 0.24, depth: 0.25 },
    {
      kind: 'feature',
      feature: 'windmill',
      seed: seedOf(c),
      x: 1 - side * 0.9,
      y: c.horizon + 0.02,
      size: 0.16,
      depth: 0.5,
    },
    trees(c, 'broadleaf', { y: c.horizon + 0.03, spread: 0.03, height: 0.18, count: 4, depth: 0.35, open: true }),
    { kind: 'feature', feature: 'fence', seed: seedOf(c), x: 0.5, y: c.horizon + 0.14, size: 0.07, depth: 0.2 },
    { kind: 'feature', feature: 'hay', seed: seedOf(c), x: 1 - side, y: c.horizon + 0.13, size: 0.08, depth: 0.2 },
    ...(snowy(c) ? [] : [plants(c, 'grass', 0.88, 1.04, 0.9, [grassOf(c)])]),
  ];
};

/** Fields by the words that name them. */
const fields: readonly { words: RegExp; plant: PlantKind; colours: readonly Rgb[] }[] = [
  {
    words: /lavender|薰衣草/i,
    plant: 'lavender',
    colours: [
      [150, 110, 204],
      [176, 136, 222],
    ],
  },
  {
    words: /sunflower|向日葵/i,
    plant: 'flowers',
    colours: [
      [250, 196, 44],
      [246, 178, 36],
    ],
  },
  {
    words: /rapeseed|canola|油菜/i,
    plant: 'lavender',
    colours: [
      [248, 214, 56],
      [240, 200, 40],
    ],
  },
  {
    words: /tulip|郁金香/i,
    plant: 'flowers',
    colours: [
      [226, 62, 72],
      [244, 142, 60],
      [246, 206, 84],
      [238, 120, 160],
    ],
  },
  {
    words: /rose|玫瑰/i,
    plant: 'flowers',
    colours: [
      [206, 40, 62],
      [232, 92, 112],
    ],
  },
  { words: /daisy|daisies|雏菊/i, plant: 'flowers', colours: [[248, 248, 244]] },
  {
    words: /poppy|poppies|罂粟|虞美人/i,
    plant: 'flowers',
    colours: [
      [220, 56, 46],
      [236, 84, 62],
    ],
  },
];

const flowerField: SettingBuilder = (c) => {
  const named = fields.find((field) => field.words.test(`${c.brief.settingNoun ?? ''} ${c.brief.prompt}`));
  const plant = named?.plant ?? (c.random.chance(0.35) ? 'lavender' : 'flowers');
  const own = named?.colours ?? (plant === 'lavender' ? fields[0]?.colours : c.random.pick(petals)) ?? [];
  const colours: Rgb[] = c.tint ? [c.tint, mix(c.tint, [255, 255, 255], 0.35)] : [...own];
  const grass = grassOf(c);
  const bed = plant === 'lavender' ? mix(grass, colours[0] ?? grass, 0.6) : mix(grass, [70, 110, 50], 0.2);
  return [
    ...(c.random.chance(0.5) ? distantRange(c, 0.18, 0.4) : [hills(c, 0.12, 0.82, [120, 150, 100])]),
    farWood(c, 0.05),
    { ...ground({ ...c, tint: null }, 'grass', bed) },
    trees(c, 'broadleaf', { y: c.horizon + 0.02, spread: 0.02, height: 0.16, count: 3, depth: 0.4, open: true }),
    plants(c, plant, c.horizon + 0.015, 1.04, plant === 'lavender' ? 2.4 : 1.9, [grass, ...colours]),
    plants(c, plant, 0.95, 1.1, 1.6, [grass, ...colours], true),
  ];
};

const garden: SettingBuilder = (c) => {
  const grass = grassOf(c);
  return [
    farWood(c, 0.1),
    ground(c, 'grass', grass, 'path'),
    { kind: 'feature', feature: 'hedge', seed: seedOf(c), x: 0.5, y: c.horizon + 0.05, size: 0.14, depth: 0.35 },
    trees(c, c.season === 'spring' ? 'blossom' : 'broadleaf', {
      y: c.horizon + 0.06,
      spread: 0.04,
      height: 0.5,
      count: 4,
      depth: 0.15,
      foliage: c.season === 'spring' ? [240, 178, 196] : foliageOf(c),
      open: true,
    }),
    plants(c, 'flowers', c.horizon + 0.1, 1.02, 0.9, [
      mix(grass, [60, 110, 40], 0.3),
      ...c.random.pick(petals),
      [236, 110, 130],
    ]),
    plants(c, 'flowers', 0.96, 1.08, 1.1, [mix(grass, [60, 110, 40], 0.3), ...c.random.pick(petals)], true),
  ];
};

const park: SettingBuilder = (c) => {
  const side = c.clear[0] + c.clear[2] > 1 ? 0.16 : 0.84;
  return [
    {
      kind: 'skyline',
      seed: seedOf(c),
      base: c.horizon + 0.01,
      height: 0.16,
      depth: 0.85,
      style: 'modern',
      albedo: [150, 158, 172],
    },
    farWood(c, 0.09),
    ground(c, snowy(c) ? 'snow' : 'grass', snowy(c) ? [238, 243, 250] : grassOf(c), 'path'),
    trees(c, c.season === 'spring' ? 'blossom' : 'broadleaf', {
      y: c.horizon + 0.02,
      spread: 0.03,
      height: 0.28,
      count: 6,
      depth: 0.35,
      ...(c.season === 'spring' ? { foliage: [238, 176, 196] as Rgb } : {}),
    }),
    { kind: 'feature', feature: 'lamp-post', seed: seedOf(c), x: side, y: c.horizon + 0.16, size: 0.34, depth: 0.1 },
    trees(c, 'broadleaf', { y: c.horizon + 0.12, spread: 0.06, height: 0.66, count: 4, depth: 0.08, open: true }),
    ...(snowy(c) ? [] : [plants(c, 'grass', c.horizon + 0.2, 1.03, 0.7, [grassOf(c)])]),
  ];
};

/** Builders of open land by setting. */
export const landSettings = {
  meadow,
  snowfield,
  mountains,
  desert,
  canyon,
  volcano,
  farm,
  'flower-field': flowerField,
  garden,
  park,
} as const;
