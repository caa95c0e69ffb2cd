// The closed word lists that the rooms of the illustrator share: what a brief may say and a scene must be able to paint.
// A name here is a promise: the reader finds it in Chinese and English, the planner composes it, the painter paints it.

export const colourNames = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
  'black',
  'white',
  'grey',
  'gold',
  'silver',
  'cyan',
  'beige',
  'rainbow',
] as const;
export type ColourName = (typeof colourNames)[number];

export const materialNames = [
  'wood',
  'metal',
  'glass',
  'stone',
  'paper',
  'ice',
  'cloth',
  'plastic',
  'leather',
  'wool',
  'brick',
  'crystal',
] as const;
export type MaterialName = (typeof materialNames)[number];

export const settingNames = [
  'meadow',
  'snowfield',
  'forest',
  'bamboo-forest',
  'autumn-forest',
  'jungle',
  'mountains',
  'beach',
  'ocean',
  'underwater',
  'lake',
  'river',
  'waterfall',
  'desert',
  'canyon',
  'volcano',
  'farm',
  'flower-field',
  'garden',
  'park',
  'road',
  'street',
  'city',
  'city-by-night',
  'village',
  'ancient-town',
  'castle-grounds',
  'harbour',
  'bridge',
  'sky',
  'space',
  'moon-surface',
  'cave',
  'swamp',
  'playground',
  'stadium',
  'kitchen',
  'bedroom',
  'living-room',
  'bathroom',
  'classroom',
  'office',
  'library',
  'cafe',
  'restaurant',
  'shop',
  'stage',
  'museum',
  'workshop',
  'table-top',
  'studio',
] as const;
/** `studio` is the plain backdrop of a product shot or portrait; `table-top` a surface seen from near. */
export type SettingName = (typeof settingNames)[number];

export const weatherNames = [
  'clear',
  'cloudy',
  'overcast',
  'rain',
  'storm',
  'snow',
  'fog',
  'wind',
  'rainbow',
  'aurora',
] as const;
export type WeatherName = (typeof weatherNames)[number];

export const seasonNames = ['spring', 'summer', 'autumn', 'winter'] as const;
export type SeasonName = (typeof seasonNames)[number];

export const timeNames = ['dawn', 'morning', 'noon', 'afternoon', 'sunset', 'dusk', 'night'] as const;
export type TimeName = (typeof timeNames)[number];

export const moodNames = [
  'calm',
  'joyful',
  'dreamy',
  'mysterious',
  'dramatic',
  'melancholy',
  'cosy',
  'epic',
  'romantic',
  'scary',
] as const;
export type MoodName = (typeof moodNames)[number];

export const compositionNames = [
  'close-up',
  'portrait',
  'wide-shot',
  'birds-eye',
  'low-angle',
  'centred',
  'minimal',
  'pattern',
  'symmetrical',
] as const;
export type CompositionName = (typeof compositionNames)[number];

export const paletteNames = [
  'pastel',
  'neon',
  'monochrome',
  'sepia',
  'warm',
  'cool',
  'vivid',
  'muted',
  'dark',
  'bright',
  'vintage',
] as const;
export type PaletteName = (typeof paletteNames)[number];

export const styleNames = [
  'soft-light',
  'oil',
  'van-gogh',
  'impressionist',
  'watercolour',
  'ink-wash',
  'gongbi',
  'paper-cut',
  'ukiyo-e',
  'pencil',
  'charcoal',
  'comic',
  'line-art',
  'pixel-art',
  'low-poly',
  'stained-glass',
  'felt',
  'neon',
] as const;
/** `soft-light` is the photo-like default. */
export type StyleName = (typeof styleNames)[number];

export const relationNames = [
  'on',
  'under',
  'above',
  'below',
  'left-of',
  'right-of',
  'in',
  'in-front-of',
  'behind',
  'beside',
  'between',
  'holding',
  'riding',
  'wearing',
  'with',
  'facing',
  'around',
] as const;
export type RelationName = (typeof relationNames)[number];

export const placeNames = [
  'left',
  'right',
  'top',
  'bottom',
  'centre',
  'foreground',
  'background',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
] as const;
/** Where in the picture a subject was asked to be, when the prompt says so without naming another subject. */
export type PlaceName = (typeof placeNames)[number];

export const actionNames = [
  'standing',
  'sitting',
  'lying',
  'sleeping',
  'walking',
  'running',
  'jumping',
  'flying',
  'swimming',
  'dancing',
  'eating',
  'drinking',
  'reading',
  'singing',
  'playing',
  'waving',
  'smiling',
  'crying',
  'fighting',
  'sailing',
  'driving',
  'cooking',
  'blooming',
  'burning',
  'falling',
] as const;
export type ActionName = (typeof actionNames)[number];

export const sizeNames = ['tiny', 'small', 'medium', 'large', 'giant'] as const;
export type SizeName = (typeof sizeNames)[number];
