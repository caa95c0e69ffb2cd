// Scenery of the near views: a table before a room out of focus, and a surface seen from above.
import type { ColourName, SettingName } from '../brief/vocabulary.js';
import type { Rgb } from './colour.js';
import { colourOf } from './colour-names.js';
import { type Compose, seedOf } from './compose.js';
import type { Box, Layer, RoomKind, SurfaceKind } from './scene.js';
import { isRoom } from './setting-facts.js';
import { schemes } from './settings-inside.js';

interface Surface {
  kind: SurfaceKind;
  albedo: Rgb;
  /** Colours that would sink into it. */
  swallows: readonly ColourName[];
}

const surfaces: readonly Surface[] = [
  { kind: 'wood', albedo: [176, 124, 80], swallows: ['brown', 'orange', 'gold', 'beige'] },
  { kind: 'wood', albedo: [112, 76, 54], swallows: ['brown', 'black', 'red'] },
  { kind: 'wood', albedo: [212, 176, 130], swallows: ['beige', 'gold', 'yellow', 'orange'] },
  { kind: 'stone', albedo: [226, 224, 220], swallows: ['white', 'silver', 'grey', 'beige'] },
  { kind: 'stone', albedo: [172, 188, 196], swallows: ['grey', 'blue', 'silver', 'cyan'] },
  { kind: 'cloth', albedo: [150, 182, 186], swallows: ['cyan', 'blue', 'green', 'silver'] },
  { kind: 'cloth', albedo: [232, 206, 196], swallows: ['pink', 'beige', 'white', 'red'] },
  { kind: 'cloth', albedo: [120, 138, 112], swallows: ['green', 'black'] },
];

/** What tables of a room are made of, most fitting first; other rooms take wood. */
const kindsOfRoom: Partial<Record<SettingName, readonly SurfaceKind[]>> = {
  kitchen: ['stone', 'wood'],
  bathroom: ['stone'],
  workshop: ['wood'],
  'table-top': ['wood', 'wood', 'stone', 'cloth'],
};

/** A surface that the subjects stand out from. */
function chooseSurface(c: Compose, kinds: readonly SurfaceKind[]): Surface {
  const shown = new Set(c.colours);
  const fits = surfaces.filter(({ kind }) => kinds.includes(kind));
  const clear = fits.filter(({ swallows }) => !swallows.some((colour) => shown.has(colour)));
  const any = clear.length > 0 ? clear : surfaces.filter(({ swallows }) => !swallows.some((each) => shown.has(each)));
  return c.random.pick(any.length > 0 ? any : fits);
}

/** Rooms that can lie behind a table when the prompt names none. */
const anyRoom: readonly RoomKind[] = ['kitchen', 'living-room', 'cafe', 'living-room'];

/** The window behind the table: wide and in the middle when it was asked for, else on the free side. */
export function windowBehind(c: Pick<Compose, 'concepts' | 'horizon' | 'clear' | 'aspect'>): Box {
  if (c.concepts.has('window')) return [0.13, c.horizon * 0.1, 0.87, c.horizon * 0.9];
  const wide = Math.min(0.42, 0.3 / Math.max(0.7, c.aspect) + 0.08);
  const x = (c.clear[0] + c.clear[2]) / 2 > 0.5 ? 0.1 : 0.9 - wide;
  return [x, c.horizon * 0.08, x + wide, c.horizon * 0.7];
}

/** A table-top; behind it the room, out of focus. */
export function nearView(c: Compose): Layer[] {
  const room = isRoom(c.setting) ? (c.setting as RoomKind) : c.random.pick(anyRoom);
  const [wall, floor, accent] = c.random.pick(schemes);
  const asked = c.brief.subjects.find(
    ({ concept }) => concept === 'table' || concept === 'desk' || concept === 'dining table',
  );
  const chosen = chooseSurface(c, kindsOfRoom[c.setting] ?? ['wood']);
  const kind = asked?.material === 'stone' ? 'stone' : asked?.material === 'wood' ? 'wood' : chosen.kind;
  const albedo = asked?.colour
    ? colourOf(asked.colour)
    : kind === chosen.kind
      ? chosen.albedo
      : (surfaces.find((each) => each.kind === kind)?.albedo ?? chosen.albedo);
  // Where nobody asked for a place, a plain soft wall is as good as a room.
  const plain = c.setting === 'table-top' && !c.concepts.has('window') && c.random.chance(0.3);
  if (plain) return [{ kind: 'table', seed: seedOf(c), top: c.horizon, albedo, surface: kind, room: true }];
  return [
    {
      kind: 'room',
      seed: seedOf(c),
      room,
      // The floor lies below the table's edge: only the upper half of the furniture shows.
      floor: Math.min(0.92, c.horizon + 0.2),
      wall,
      floorColour: floor,
      accent,
      window: windowBehind(c),
    },
    { kind: 'soften', seed: seedOf(c), radius: c.concepts.has('window') ? 0.003 : 0.0085 },
    { kind: 'table', seed: seedOf(c), top: c.horizon, albedo, surface: kind, room: false },
  ];
}

/** A surface seen straight from above. */
export function flatView(c: Compose): Layer[] {
  const kinds: readonly SurfaceKind[] = kindsOfRoom[c.setting] ?? ['wood', 'stone', 'cloth'];
  const { kind, albedo } = chooseSurface(c, kinds);
  return [{ kind: 'surface', seed: seedOf(c), surface: kind, albedo: c.tint ?? albedo }];
}
