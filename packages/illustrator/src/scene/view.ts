// How near the viewer is: small things of a room are not set on its floor like furniture but seen on a table before it,
// and what would have to balance on its tip (a fork, a toothbrush, a tie) is laid out and seen from above.
import type { Brief, BriefRelation } from '../brief/brief.js';
import type { SettingName } from '../brief/vocabulary.js';
import type { Instance } from './instances.js';
import { isRoom, type SettingFacts, settingFacts } from './setting-facts.js';

/** `whole`: the setting as it is; `near`: a table-top before the setting out of focus; `flat`: a surface seen from above. */
export type View = 'whole' | 'near' | 'flat';

/** Real height, metres, up to which a thing is set on a table rather than on the floor. */
const tableHeightM = 0.8;
/** Up to which a thing may be laid out with others. */
const flatHeightM = 0.65;
/** And up to which an animal is. */
const petHeightM = 0.5;

/** Carries things and becomes the surface itself in a near view. */
const tables = new Set(['table', 'desk', 'dining table']);

/** Drawn lengthwise or flat: upright they would hover or balance. */
const flatThings = new Set(
  (
    'fork knife spoon chopsticks cutlery scissors toothbrush tie comb pencil pen paintbrush crayon key old_key ' +
    'remote pizza watch ring necklace glasses sunglasses letter map coin banknote credit_card playing_card ticket wrench ' +
    'hammer saw screwdriver ruler paperclip feather leaf maple_leaf autumn_leaf clover petal starfish shell gloves socks sock ' +
    'scarf t-shirt shorts sweater boomerang dagger sword flute syringe thermometer needle sewing_needle ' +
    'magnifying_glass razor chili_pepper carrot bacon bone plug battery ribbon glove flashlight pill cigarette axe'
  )
    .split(' ')
    .map((word) => word.replaceAll('_', ' ')),
);

const lifted: ReadonlySet<BriefRelation['relation']> = new Set(['on', 'in', 'under', 'holding', 'riding', 'wearing']);

/** May it stand on a table before a room? */
function isSmall({ fact, concept }: Instance, placed: boolean): boolean {
  if (fact.stance === 'sky') return false;
  if (fact.kind === 'animal') return !placed && fact.heightM <= petHeightM && fact.stance !== 'flies';
  const thing = fact.kind === 'object' || fact.kind === 'food' || fact.kind === 'plant' || fact.kind === 'furniture';
  return thing && fact.heightM <= tableHeightM && !hung.has(concept);
}

/** Belongs on a wall, not on a table. */
const hung = new Set([
  'clock',
  'mirror',
  'picture frame',
  'blackboard',
  'calendar',
  'dart board',
  'painting',
  'carpet',
]);

/** A room with a wall that a window can be in; a museum's has none. */
const hasWindow = (setting: SettingName): boolean => isRoom(setting) && setting !== 'museum';

/** Is the window that was asked for the one a room has anyway: neither counted nor coloured, and nothing is on it? */
export function isRoomWindow({ subjects, relations }: Brief, setting: SettingName): boolean {
  const windows = subjects.flatMap(({ concept }, source) => (concept === 'window' ? [source] : []));
  return (
    hasWindow(setting) &&
    windows.length === 1 &&
    windows.every((source) => {
      const window = subjects[source];
      const plain = window !== undefined && window.colour === null && (window.count === 1 || !window.exact);
      return (
        plain &&
        !relations.some(({ from, to, relation }) => (to === source && relation !== 'beside') || from === source)
      );
    })
  );
}

/**
 * Things that are shown as part of the place: the table of a near view and the window behind it, the window of a room.
 */
export function sceneryOf(
  view: View,
  instances: readonly Instance[],
  { brief, setting }: { brief: Brief; setting: SettingName },
): Set<number> {
  if (view === 'whole' && isRoomWindow(brief, setting))
    return new Set(instances.filter(({ concept }) => concept === 'window').map(({ source }) => source));
  if (view !== 'near') return new Set();
  return new Set(
    instances.filter(({ concept }) => tables.has(concept) || concept === 'window').map(({ source }) => source),
  );
}

/** Is that subject what others are on, and nothing that lies in, under or before something itself? */
function carries({ relations }: Brief, source: number): boolean {
  const own = relations.filter(({ from, to }) => from === source || to === source);
  const laid = own.some(({ to, relation }) => to === source && relation === 'on');
  // A table with flowers, by a window: both are seen where it is.
  return laid && own.every(({ to, relation }) => (to === source ? relation === 'on' : dresses.has(relation)));
}

/** What a table can have without being a thing among things. */
const dresses: ReadonlySet<BriefRelation['relation']> = new Set(['with', 'beside']);

/** Chooses the view of a setting for these subjects. */
export function chooseView(brief: Brief, setting: SettingName, instances: readonly Instance[]): View {
  const { medium } = settingFacts(setting);
  const inside = medium === 'table' || (medium === 'floor' && setting !== 'stage' && setting !== 'studio');
  const wide = brief.composition.includes('wide-shot') || brief.composition.includes('birds-eye');
  if (!inside || instances.length === 0 || (wide && medium === 'floor')) return 'whole';
  const setPieces = instances.filter(({ concept }) => tables.has(concept) || concept === 'window');
  const things = instances.filter((instance) => !setPieces.includes(instance));
  const once = new Set(setPieces.map(({ concept }) => concept)).size === setPieces.length;
  const placed = brief.setting !== null && medium === 'floor';
  // A table is the foreground when something was asked to be on it; beside other things it is a table among them.
  const laid = setPieces.every(({ source, concept }) => concept === 'window' || carries(brief, source));
  if (things.length === 0 || !once || !laid || !things.every((each) => isSmall(each, placed))) return 'whole';
  const loose = setPieces.length === 0 && !brief.relations.some(({ relation }) => lifted.has(relation));
  const flat =
    things.some(({ concept }) => flatThings.has(concept)) && things.every(({ fact }) => fact.kind !== 'animal');
  const largest = Math.max(...things.map(({ fact }) => fact.heightM));
  // Many small things are counted best from above.
  const many = things.length >= 5 && things.every(({ fact }) => fact.kind === 'food' && fact.heightM < 0.3);
  if (loose && (many || (flat && largest <= flatHeightM)) && brief.lettering.length === 0) return 'flat';
  return 'near';
}

/** The facts of a setting in a view. */
export function factsOf(setting: SettingName, view: View): SettingFacts {
  if (view === 'whole') return settingFacts(setting);
  if (view === 'near') return settingFacts('table-top');
  return { medium: 'flat', horizon: [0, 0], indoor: true };
}
