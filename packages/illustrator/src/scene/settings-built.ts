// Scenery people have built: streets, cities, villages, castle grounds, playground, stadium, road.
import type { Rgb } from './colour.js';
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
import { isMars, marsSoil } from './other-skies.js';
import { onRails } from './rails.js';
import type { FeatureName, Layer, SkylineStyle, StreetStyle } from './scene.js';
import { ground, plants } from './settings-land.js';

/** One piece of scenery with its foot at (x, y), `size` tall. */
function feature(c: Compose, name: FeatureName, x: number, y: number, size: number, depth: number): Layer {
  return { kind: 'feature', feature: name, seed: seedOf(c), x, y, size, depth };
}

function skyline(c: Compose, style: SkylineStyle, base: number, height: number, depth: number, albedo: Rgb): Layer {
  return { kind: 'skyline', seed: seedOf(c), style, base, height, depth, albedo };
}

/** What stands on the pavement, never in the middle of the road. */
const streetFurniture = new Set([
  'traffic light',
  'stop sign',
  'parking meter',
  'fire hydrant',
  'mailbox',
  'postbox',
  'bus stop',
  'street lamp',
  'phone booth',
  'vending machine',
  'gas pump',
  'wastebasket',
  'bench',
  'shop',
]);

/** A shop's front is looked at from across its pavement. */
const shopFront = /store ?front|shop ?front|店面|店门|铺面|门面/i;

function street(c: Compose, style: StreetStyle, road: 'asphalt' | 'cobbles' | 'paving'): Layer {
  // The street runs away beside the subject, not behind its back.
  const middle = (c.clear[0] + c.clear[2]) / 2;
  const kerb =
    [...c.concepts].some((concept) => streetFurniture.has(concept)) || shopFront.test(c.brief.settingNoun ?? '');
  return {
    kind: 'street',
    seed: seedOf(c),
    vanishing: { x: middle > 0.5 ? c.random.between(0.4, 0.47) : c.random.between(0.53, 0.6), y: c.horizon },
    style,
    road: snowy(c) ? 'paving' : road,
    frontal: c.drives || kerb,
    kerb: kerb && !c.drives,
    feet: c.feet,
  };
}

const away = (c: Compose): number => ((c.clear[0] + c.clear[2]) / 2 > 0.5 ? 0.15 : 0.85);

const road: SettingBuilder = (c) => {
  const grass = grassOf(c);
  return [
    ...(c.random.chance(0.6) ? distantRange(c, 0.2, 0.4) : [hills(c, 0.14, 0.85, [116, 140, 104])]),
    hills(c, 0.06, 0.62, grass),
    farWood(c, 0.045),
    ground(
      c,
      snowy(c) ? 'snow' : c.season === 'autumn' ? 'dry-grass' : 'grass',
      snowy(c) ? [238, 243, 250] : grass,
      onRails(c) ? null : c.drives ? 'across' : 'road',
    ),
    trees(c, c.random.pick(['poplar', 'broadleaf', 'conifer'] as const), {
      y: c.horizon + 0.03,
      spread: 0.04,
      height: 0.26,
      count: 6,
      depth: 0.3,
      open: true,
    }),
    ...(snowy(c) ? [] : [plants(c, 'tufts', c.horizon + 0.16, 0.5, 0.3, [grass])]),
  ];
};

const streetBuilder: SettingBuilder = (c) => [
  skyline(c, 'modern', c.horizon + 0.01, 0.2, 0.85, [156, 160, 174]),
  street(c, c.random.chance(0.5) ? 'shops' : 'modern', 'asphalt'),
  feature(c, 'lamp-post', away(c), c.horizon + 0.2, 0.44, 0.1),
];

const city: SettingBuilder = (c) => [
  skyline(c, 'modern', c.horizon + 0.01, 0.34, 0.92, [150, 160, 178]),
  skyline(c, 'modern', c.horizon + 0.02, 0.3, 0.72, [136, 146, 164]),
  skyline(c, 'modern', c.horizon + 0.035, 0.22, 0.45, [124, 128, 142]),
  ground(c, 'paving', [150, 148, 146], c.drives ? 'across' : null),
  trees(c, 'broadleaf', { y: c.horizon + 0.03, spread: 0.02, height: 0.12, count: 8, depth: 0.35 }),
  feature(c, 'lamp-post', away(c), c.horizon + 0.16, 0.36, 0.1),
];

const cityByNight: SettingBuilder = (c) => [
  skyline(c, 'modern', c.horizon + 0.01, 0.42, 0.9, [110, 120, 150]),
  skyline(c, 'modern', c.horizon + 0.02, 0.34, 0.66, [92, 100, 130]),
  skyline(c, 'modern', c.horizon + 0.035, 0.22, 0.4, [76, 82, 108]),
  ground(c, c.drives ? 'paving' : 'asphalt', c.drives ? [112, 112, 124] : [84, 86, 98], c.drives ? 'across' : null),
  feature(c, 'lamp-post', away(c), c.horizon + 0.18, 0.4, 0.1),
];

const village: SettingBuilder = (c) => [
  ...(c.random.chance(0.5) ? distantRange(c, 0.2, 0.5) : [hills(c, 0.16, 0.85, [112, 138, 100])]),
  hills(c, 0.08, 0.65, grassOf(c)),
  skyline(c, c.random.pick(['village', 'mediterranean'] as const), c.horizon + 0.02, 0.14, 0.45, [226, 206, 178]),
  ground(c, snowy(c) ? 'snow' : 'grass', snowy(c) ? [238, 243, 250] : grassOf(c), 'path'),
  feature(c, 'cottage', away(c), c.horizon + 0.13, 0.28, 0.15),
  trees(c, 'broadleaf', { y: c.horizon + 0.06, spread: 0.05, height: 0.3, count: 5, depth: 0.2, open: true }),
  ...(snowy(c) ? [] : [plants(c, 'flowers', 0.8, 1.03, 0.4, [grassOf(c), [240, 240, 240], [236, 120, 130]])]),
];

const ancientTown: SettingBuilder = (c) => [
  ridge(c, 'karst', c.horizon + 0.01, 0.28, 0.92, [110, 128, 124]),
  skyline(c, 'ancient', c.horizon + 0.01, 0.16, 0.7, [150, 128, 110]),
  feature(c, 'pagoda', away(c) > 0.5 ? 0.64 : 0.36, c.horizon + 0.02, 0.34, 0.6),
  street(c, 'ancient', 'cobbles'),
  trees(c, 'blossom', {
    y: c.horizon + 0.12,
    spread: 0.02,
    height: 0.5,
    count: 2,
    depth: 0.1,
    foliage: c.season === 'autumn' ? [206, 110, 50] : [240, 176, 192],
    open: true,
  }),
];

const castleGrounds: SettingBuilder = (c) => [
  ...distantRange(c, 0.24, 0.4),
  hills(c, 0.12, 0.75, [98, 128, 86]),
  feature(c, 'castle', away(c) > 0.5 ? 0.7 : 0.3, c.horizon + 0.03, 0.42, 0.45),
  farWood(c, 0.05),
  ground(c, snowy(c) ? 'snow' : 'grass', snowy(c) ? [238, 243, 250] : grassOf(c), 'path'),
  trees(c, 'broadleaf', { y: c.horizon + 0.05, spread: 0.06, height: 0.3, count: 5, depth: 0.2, open: true }),
  ...(snowy(c)
    ? []
    : [plants(c, 'flowers', c.horizon + 0.2, 1.03, 0.4, [grassOf(c), [240, 240, 246], [224, 96, 110]])]),
];

const playground: SettingBuilder = (c) => {
  const side = away(c);
  return [
    farWood(c, 0.12),
    ground(c, snowy(c) ? 'snow' : 'grass', snowy(c) ? [238, 243, 250] : grassOf(c), 'path'),
    trees(c, 'broadleaf', {
      y: c.horizon + 0.03,
      spread: 0.03,
      height: 0.36,
      count: 6,
      depth: 0.35,
      foliage: foliageOf(c),
    }),
    feature(c, 'slide', side, c.horizon + 0.14, 0.3, 0.15),
    feature(c, 'swing', 1 - side, c.horizon + 0.1, 0.26, 0.25),
    ...(snowy(c) ? [] : [plants(c, 'grass', 0.8, 1.03, 0.8, [grassOf(c)])]),
  ];
};

const stadium: SettingBuilder = (c) => [
  feature(c, 'stands', 0.5, c.horizon + 0.01, 0.34, 0.5),
  ground(c, 'turf', [82, 150, 66]),
  feature(c, 'goal', away(c) > 0.5 ? 0.72 : 0.28, c.horizon + 0.1, 0.16, 0.3),
];

const moonSurface: SettingBuilder = (c) => (isMars(c.brief.settingNoun) ? mars(c) : moon(c));

const mars: SettingBuilder = (c) => [
  ridge(c, 'mesa', c.horizon + 0.015, 0.17, 0.85, [172, 104, 78]),
  ridge(c, 'mesa', c.horizon + 0.02, 0.09, 0.55, [160, 84, 56]),
  ground(c, 'rock', marsSoil),
  feature(c, 'rocks', away(c), c.horizon + 0.14, 0.09, 0.25),
];

const moon: SettingBuilder = (c) => [
  ridge(c, 'hills', c.horizon + 0.02, 0.08, 0.3, [150, 150, 156]),
  ground(c, 'moon', [166, 166, 172]),
  feature(c, 'craters', 0.5, c.horizon + 0.1, 0.3, 0.1),
  feature(c, 'earth', c.clear[0] + c.clear[2] > 1 ? 0.24 : 0.76, c.horizon * 0.42, 0.22, 1),
];

/** Builders of built scenery by setting. */
export const builtSettings = {
  road,
  street: streetBuilder,
  city,
  'city-by-night': cityByNight,
  village,
  'ancient-town': ancientTown,
  'castle-grounds': castleGrounds,
  playground,
  stadium,
  'moon-surface': moonSurface,
} as const;
