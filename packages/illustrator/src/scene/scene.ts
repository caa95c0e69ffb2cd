// The scene: everything the painter needs to know, decided by the planner. Plain data, no pixels.
// Positions are fractions of the picture (x to the right, y down), so that one scene paints at any size.
import type { BriefLettering } from '../brief/brief.js';
import type {
  ActionName,
  ColourName,
  MaterialName,
  MoodName,
  PaletteName,
  SeasonName,
  SettingName,
  StyleName,
  TimeName,
  WeatherName,
} from '../brief/vocabulary.js';
import type { Rgb } from './colour.js';

/** `[x0, y0, x1, y1]` in fractions of the picture. */
export type Box = readonly [number, number, number, number];

/** A finished picture that stands in for artwork, e.g. the cut-out subject of a reference. H×W×4, straight alpha. */
export interface SubjectPicture {
  width: number;
  height: number;
  rgba: Uint8ClampedArray;
}

/** The light all things in the picture share. */
export interface Light {
  /** Where it comes from, in fractions of the picture; may lie outside the frame. */
  from: { x: number; y: number };
  /** Direct light, linear RGB, about 0–1.2. */
  key: Rgb;
  /** Light from everywhere, linear RGB, about 0–0.6. */
  ambient: Rgb;
  /** What distant things fade into, sRGB. */
  haze: Rgb;
  /** How much of the far distance is haze, 0–1. */
  hazeStrength: number;
  /** Cast shadows: colour (sRGB), opacity 0–1, length in heights of the thing, sideways lean −1…1 per height. */
  shadow: { colour: Rgb; opacity: number; length: number; lean: number };
  /** True after dusk: windows and lamps are lit. */
  dark: boolean;
}

/** A disc in the sky. `size` is its radius as a fraction of the shorter side. */
export interface Disc {
  x: number;
  y: number;
  size: number;
}

/** What stands above the horizon. */
export interface Sky {
  /** Colours from the zenith (0) to the horizon (1). */
  stops: { at: number; colour: Rgb }[];
  /** The glow around the sun or moon: colour, strength 0–1, radius as a fraction of the longer side. */
  glow: { colour: Rgb; strength: number; radius: number };
  sun: Disc | null;
  moon: (Disc & { phase: 'full' | 'crescent' }) | null;
  /** 0 none … 1 a sky full of stars. */
  stars: number;
  milkyWay: boolean;
  /** `cover` 0 none … 1 closed. Colours are sRGB. */
  clouds: { cover: number; kind: 'cumulus' | 'wisps' | 'bands' | 'sheet'; lit: Rgb; shade: Rgb; drift: number };
  rainbow: boolean;
  aurora: boolean;
  fireworks: boolean;
  lightning: boolean;
}

/** Tree shapes the painter draws itself. */
export type TreeKind =
  | 'conifer'
  | 'broadleaf'
  | 'palm'
  | 'bare'
  | 'birch'
  | 'blossom'
  | 'bamboo'
  | 'jungle'
  | 'poplar'
  | 'acacia';

/** Ground the painter knows; the name is the material. */
export type GroundKind =
  | 'grass'
  | 'dry-grass'
  | 'snow'
  | 'sand'
  | 'soil'
  | 'rock'
  | 'moon'
  | 'forest-floor'
  | 'paving'
  | 'cobbles'
  | 'asphalt'
  | 'turf'
  | 'ash'
  | 'mud'
  | 'field-rows';

/** A piece of scenery. `seed` fixes its shape; `front` puts it before the subjects. */
export type Layer = { seed: number; front?: boolean } & (
  | { kind: 'ridge'; shape: RidgeShape; base: number; height: number; depth: number; albedo: Rgb; snow: number }
  | { kind: 'ground'; ground: GroundKind; top: number; albedo: Rgb; tint: Rgb | null; way: Way | null; wet: boolean }
  | { kind: 'water'; top: number; bottom: number; water: WaterKind; colour: Rgb; waves: number; shore: Rgb | null }
  | {
      kind: 'trees';
      tree: TreeKind;
      y: number;
      spread: number;
      height: number;
      count: number;
      depth: number;
      snow: boolean;
      foliage: Rgb;
      clear: Box | null;
    }
  | {
      kind: 'plants';
      plant: PlantKind;
      top: number;
      bottom: number;
      density: number;
      colours: Rgb[];
      /** Columns kept free for what stands there, fractions of the width; null: none. */
      clear: Box | null;
    }
  | { kind: 'skyline'; base: number; height: number; depth: number; style: SkylineStyle; albedo: Rgb }
  | { kind: 'feature'; feature: FeatureName; x: number; y: number; size: number; depth: number }
  | { kind: 'room'; room: RoomKind; floor: number; wall: Rgb; floorColour: Rgb; accent: Rgb; window: Box | null }
  | { kind: 'table'; top: number; albedo: Rgb; surface: SurfaceKind; room: boolean }
  | { kind: 'surface'; albedo: Rgb; surface: SurfaceKind }
  | { kind: 'soften'; radius: number }
  | { kind: 'backdrop'; colour: Rgb; floor: number }
  | {
      kind: 'street';
      vanishing: { x: number; y: number };
      style: StreetStyle;
      road: GroundKind;
      frontal: boolean;
      /** Seen from the front, the near ground is pavement and the road runs behind: where lamps, signs and hydrants stand. */
      kerb: boolean;
      feet: readonly [number, number];
    }
  | { kind: 'underwater'; surface: number; bed: number; colour: Rgb; deep: Rgb }
  | { kind: 'space'; nebula: Rgb[]; planet: (Disc & { colour: Rgb; rings: boolean }) | null }
  | { kind: 'cave'; albedo: Rgb; opening: Disc }
);

/** What a table is made of; decides its grain. */
export type SurfaceKind = 'wood' | 'stone' | 'cloth';
export type RidgeShape = 'alps' | 'hills' | 'dunes' | 'karst' | 'mesa' | 'volcano' | 'rolling' | 'forest';
export type WaterKind = 'lake' | 'sea' | 'river' | 'swamp' | 'pool';
export type PlantKind = 'grass' | 'flowers' | 'reeds' | 'tufts' | 'lavender' | 'fern' | 'seaweed' | 'leaves';
export type SkylineStyle = 'modern' | 'village' | 'ancient' | 'mediterranean' | 'harbour';
export type StreetStyle = 'modern' | 'ancient' | 'village' | 'shops';
/** A way over the ground: winding toward the horizon (x at the bottom, x at the horizon, width at the bottom, bend), or straight across. */
export type Way =
  | { kind: 'path' | 'road'; from: number; to: number; width: number; bend: number }
  | { kind: 'across'; y0: number; y1: number };
/** Single pieces of scenery that the painter draws itself, never counted among the subjects. */
export type FeatureName =
  | 'waterfall'
  | 'barn'
  | 'fence'
  | 'bridge'
  | 'castle'
  | 'lava'
  | 'lamp-post'
  | 'rocks'
  | 'pier'
  | 'bench'
  | 'goal'
  | 'swing'
  | 'slide'
  | 'windmill'
  | 'pagoda'
  | 'cottage'
  | 'hedge'
  | 'lighthouse'
  | 'stands'
  | 'cactus'
  | 'hay'
  | 'corals'
  | 'earth'
  | 'craters'
  | 'lily-pads'
  | 'parasol'
  | 'rails';
export type RoomKind =
  | 'kitchen'
  | 'bedroom'
  | 'living-room'
  | 'bathroom'
  | 'classroom'
  | 'office'
  | 'library'
  | 'cafe'
  | 'restaurant'
  | 'shop'
  | 'stage'
  | 'museum'
  | 'workshop';

/** What carries a subject, and so what is painted where it touches. */
export type Contact =
  | 'ground'
  | 'water'
  | 'snow'
  | 'grass'
  | 'floor'
  | 'air'
  | 'underwater'
  | 'subject'
  | 'space'
  | 'flat';

/** One drawn instance. */
export interface PlacedSubject {
  noun: string;
  concept: string;
  colour: ColourName | null;
  secondColour: ColourName | null;
  material: MaterialName | null;
  action: ActionName | null;
  /** Index of the brief's subject it comes from. */
  source: number;
  box: Box;
  /** 0 at the viewer … 1 at the horizon: haze and painting order. */
  depth: number;
  /** Painting order among the subjects: low first. */
  order: number;
  flip: boolean;
  /** Degrees clockwise around the middle. */
  tilt: number;
  contact: Contact;
  /** What it wears, drawn on it at the artwork's anchors. */
  wearing: { noun: string; concept: string; colour: ColourName | null }[];
  /** Hands forward, gripping what is painted next. */
  holding: false | 'one' | 'both';
  /** Drawn by its wearer's artwork or by the scenery (the table of a near view); listed for the plan only. */
  worn: boolean;
  seed: number;
  picture: SubjectPicture | null;
}

/** A carrier with its text. `box` is the carrier; the painter reports where the letters came to stand. */
export interface PlacedLettering {
  text: string;
  carrier: BriefLettering['carrier'];
  colour: ColourName | null;
  box: Box;
  /** Painting order among the subjects. */
  order: number;
  /** Stands on a post of its own, its foot at the box's lower edge. */
  planted: boolean;
  /** Lies on its holder and takes its whole box, without a board of its own. */
  onSurface: boolean;
  depth: number;
}

/** What falls or drifts before everything. `amount` 0–1. */
export interface Effect {
  kind: 'rain' | 'snow' | 'fog' | 'petals' | 'leaves' | 'fireflies' | 'bubbles' | 'dust' | 'confetti';
  amount: number;
  seed: number;
}

/** The last touch over the whole picture. */
export interface Grade {
  palettes: PaletteName[];
  mood: MoodName | null;
  tint: ColourName | null;
  /** Hues that must not appear. */
  without: ColourName[];
  vignette: number;
  bloom: number;
}

export interface Scene {
  width: number;
  height: number;
  seed: number;
  index: number;
  setting: SettingName;
  time: TimeName;
  weather: WeatherName;
  season: SeasonName;
  style: StyleName;
  indoor: boolean;
  /** The height of the eye's horizon, a fraction from the top. */
  horizon: number;
  light: Light;
  /** null where no sky is seen. */
  sky: Sky | null;
  /** Far to near; those with `front` are painted after the subjects. */
  layers: Layer[];
  subjects: PlacedSubject[];
  lettering: PlacedLettering[];
  effects: Effect[];
  grade: Grade;
  unplaced: string[];
}
