// What each setting is, for the planner: indoors or out, what subjects rest on, where the horizon may lie.
import type { SettingName } from '../brief/vocabulary.js';

/** What subjects rest on or float in. */
export type Medium = 'ground' | 'shore' | 'floor' | 'table' | 'flat' | 'underwater' | 'space' | 'sky';

export interface SettingFacts {
  medium: Medium;
  /** Lowest and highest place of the horizon (for rooms: the line where floor meets wall), fractions from the top. */
  horizon: readonly [number, number];
  indoor: boolean;
}

const outdoors = (low: number, high: number): SettingFacts => ({
  medium: 'ground',
  horizon: [low, high],
  indoor: false,
});
const waters = (low: number, high: number): SettingFacts => ({ medium: 'shore', horizon: [low, high], indoor: false });
const room: SettingFacts = { medium: 'floor', horizon: [0.6, 0.68], indoor: true };

const facts: Record<SettingName, SettingFacts> = {
  meadow: outdoors(0.48, 0.6),
  snowfield: outdoors(0.48, 0.58),
  forest: outdoors(0.52, 0.6),
  'bamboo-forest': outdoors(0.56, 0.62),
  'autumn-forest': outdoors(0.52, 0.6),
  jungle: outdoors(0.54, 0.6),
  mountains: outdoors(0.58, 0.66),
  beach: waters(0.42, 0.5),
  ocean: waters(0.4, 0.52),
  underwater: { medium: 'underwater', horizon: [0.1, 0.14], indoor: false },
  lake: waters(0.42, 0.52),
  river: waters(0.44, 0.52),
  waterfall: waters(0.5, 0.56),
  desert: outdoors(0.5, 0.6),
  canyon: outdoors(0.56, 0.64),
  volcano: outdoors(0.58, 0.66),
  farm: outdoors(0.48, 0.58),
  'flower-field': outdoors(0.42, 0.54),
  garden: outdoors(0.5, 0.58),
  park: outdoors(0.5, 0.58),
  road: outdoors(0.48, 0.56),
  street: outdoors(0.5, 0.58),
  city: outdoors(0.56, 0.64),
  'city-by-night': outdoors(0.56, 0.64),
  village: outdoors(0.5, 0.58),
  'ancient-town': outdoors(0.52, 0.58),
  'castle-grounds': outdoors(0.54, 0.6),
  harbour: waters(0.44, 0.52),
  bridge: waters(0.5, 0.56),
  sky: { medium: 'sky', horizon: [0.9, 0.98], indoor: false },
  space: { medium: 'space', horizon: [1, 1], indoor: false },
  'moon-surface': outdoors(0.56, 0.64),
  cave: outdoors(0.58, 0.64),
  swamp: waters(0.46, 0.54),
  playground: outdoors(0.5, 0.58),
  stadium: outdoors(0.46, 0.52),
  kitchen: room,
  bedroom: room,
  'living-room': room,
  bathroom: room,
  classroom: room,
  office: room,
  library: room,
  cafe: room,
  restaurant: room,
  shop: room,
  stage: { medium: 'floor', horizon: [0.66, 0.72], indoor: true },
  museum: room,
  workshop: room,
  'table-top': { medium: 'table', horizon: [0.5, 0.58], indoor: true },
  studio: { medium: 'floor', horizon: [0.6, 0.68], indoor: true },
};

/** The facts of one setting. */
export function settingFacts(setting: SettingName): SettingFacts {
  return facts[setting];
}

/** Is it painted as a room with four walls? */
export const isRoom = (setting: SettingName): boolean => facts[setting] === room;
