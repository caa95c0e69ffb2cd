// Scenery under a roof or outside the world: rooms, table-top, studio, cave, under water, the open sky, space.
import { adjust, mix, type Rgb } from './colour.js';
import { type SettingBuilder, seedOf } from './compose.js';
import { hangings } from './habitats.js';
import type { RoomKind } from './scene.js';
import { ground, plants } from './settings-land.js';
import { isRoomWindow } from './view.js';

/** Walls, floor and accent that go together, one set a room is painted in. */
export const schemes: readonly (readonly [Rgb, Rgb, Rgb])[] = [
  [
    [232, 222, 204],
    [176, 132, 92],
    [94, 128, 126],
  ],
  [
    [214, 224, 222],
    [194, 160, 122],
    [206, 126, 92],
  ],
  [
    [236, 214, 196],
    [162, 116, 82],
    [128, 150, 112],
  ],
  [
    [206, 214, 228],
    [186, 152, 118],
    [222, 168, 84],
  ],
  [
    [226, 226, 214],
    [150, 110, 80],
    [176, 96, 88],
  ],
];

function roomOf(kind: RoomKind): SettingBuilder {
  return (c) => {
    const [wall, floor, accent] = c.random.pick(schemes);
    // The window is beside the subjects, where it can be seen.
    const big = c.brief.subjects.some(({ concept, size }) => concept === 'window' && size !== 'medium');
    const wide = Math.min(0.34, 0.26 / Math.max(0.6, c.aspect) + 0.06) * (big ? 1.35 : 1);
    const left = (c.clear[0] + c.clear[2]) / 2 > 0.5;
    const x = left ? c.random.between(0.08, 0.16) : 0.92 - wide - c.random.between(0, 0.08);
    return [
      {
        kind: 'room',
        seed: seedOf(c),
        room: kind,
        floor: c.horizon,
        wall: c.tint ?? wall,
        floorColour: floor,
        accent,
        window:
          // What hangs on the wall needs it.
          kind === 'stage' ||
          kind === 'museum' ||
          ([...c.concepts].some((concept) => hangings.has(concept)) && !isRoomWindow(c.brief, c.setting))
            ? null
            : [x, c.horizon * 0.2, x + wide, c.horizon * 0.72],
      },
    ];
  };
}

/** A table-top without small things on it (a dinner of people): the plain one. */
const tableTop: SettingBuilder = (c) => [
  {
    kind: 'table',
    seed: seedOf(c),
    top: c.horizon,
    albedo: c.tint ?? [176, 124, 80],
    surface: c.tint === null ? 'wood' : 'cloth',
    room: true,
  },
];

const backdrops: readonly Rgb[] = [
  [222, 206, 190],
  [188, 206, 214],
  [206, 196, 222],
  [214, 220, 196],
  [236, 208, 200],
  [240, 222, 176],
  [196, 214, 206],
];

const studio: SettingBuilder = (c) => [
  { kind: 'backdrop', seed: seedOf(c), colour: c.tint ?? c.random.pick(backdrops), floor: c.horizon },
];

const cave: SettingBuilder = (c) => [
  {
    kind: 'cave',
    seed: seedOf(c),
    albedo: c.random.pick<Rgb>([
      [128, 112, 100],
      [104, 110, 126],
      [136, 104, 92],
    ]),
    opening: { x: (c.clear[0] + c.clear[2]) / 2 > 0.5 ? 0.36 : 0.64, y: c.horizon * 0.62, size: 0.26 },
  },
];

const underwater: SettingBuilder = (c) => {
  const water =
    c.tint ??
    c.random.pick<Rgb>([
      [44, 150, 190],
      [36, 140, 170],
      [60, 130, 200],
    ]);
  return [
    {
      kind: 'underwater',
      seed: seedOf(c),
      surface: c.horizon,
      bed: 0.84,
      colour: adjust(water, 0.08),
      deep: mix(adjust(water, -0.22), [10, 30, 84], 0.45),
    },
    { kind: 'feature', feature: 'corals', seed: seedOf(c), x: 0.5, y: 0.95, size: 0.2, depth: 0.3 },
    plants(c, 'seaweed', 0.9, 1.04, 0.3, [[50, 128, 92]]),
  ];
};

const sky: SettingBuilder = (c) => [
  {
    kind: 'ridge',
    seed: seedOf(c),
    shape: 'hills',
    base: 1.0,
    height: 0.06,
    depth: 0.9,
    albedo: [110, 140, 120],
    snow: 0,
  },
  ground({ ...c, horizon: 0.985 }, 'grass', [120, 150, 100]),
];

const space: SettingBuilder = (c) => {
  const hues = c.random.pick<Rgb[]>([
    [
      [120, 60, 180],
      [40, 90, 200],
    ],
    [
      [200, 70, 120],
      [70, 60, 190],
    ],
    [
      [30, 140, 170],
      [110, 60, 190],
    ],
    [
      [220, 120, 70],
      [130, 50, 130],
    ],
  ]);
  const planet = c.random.chance(0.75)
    ? {
        x: (c.clear[0] + c.clear[2]) / 2 > 0.5 ? 0.2 : 0.8,
        y: c.random.pick([0.24, 0.78]),
        size: c.random.between(0.12, 0.2),
        colour: c.random.pick<Rgb>([
          [214, 150, 96],
          [110, 160, 210],
          [196, 120, 140],
          [150, 190, 160],
        ]),
        rings: c.random.chance(0.5),
      }
    : null;
  return [{ kind: 'space', seed: seedOf(c), nebula: c.tint ? [c.tint, ...hues] : hues, planet }];
};

const rooms: Record<RoomKind, SettingBuilder> = {
  kitchen: roomOf('kitchen'),
  bedroom: roomOf('bedroom'),
  'living-room': roomOf('living-room'),
  bathroom: roomOf('bathroom'),
  classroom: roomOf('classroom'),
  office: roomOf('office'),
  library: roomOf('library'),
  cafe: roomOf('cafe'),
  restaurant: roomOf('restaurant'),
  shop: roomOf('shop'),
  stage: roomOf('stage'),
  museum: roomOf('museum'),
  workshop: roomOf('workshop'),
};

/** Builders of places under a roof or out of this world. */
export const insideSettings = { ...rooms, 'table-top': tableTop, studio, cave, underwater, sky, space } as const;
