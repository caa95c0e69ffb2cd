// Finds our own drawings by the name the catalogue gives them: `beast:fox`.

import type { ActionName } from '../brief/vocabulary.js';
import { findBeast } from './beasts/beast.js';
import { drawFront } from './beasts/front.js';
import { drawLying } from './beasts/lying.js';
import { drawSide } from './beasts/side.js';
import type { Drawing, Pose } from './drawing.js';
import type { NotoStore } from './noto-store.js';
import { hexToOklab, hueOf } from './oklab.js';
import { drawOwnFile, readOwnHead } from './own-files.js';
import { drawPerson } from './person/draw-person.js';
import { drawGroup } from './person/group.js';
import { findRole } from './person/roles.js';
import { type ColourMap, recolourMap } from './recolour.js';
import { mapColours } from './svg.js';
import { drawLoneGarment, drawLoneWorn } from './worn/lone-garment.js';

/** What a beast does sitting up and facing us. */
const frontActions: ReadonlySet<ActionName | null> = new Set<ActionName>([
  'sitting',
  'eating',
  'drinking',
  'reading',
  'cooking',
  'playing',
  'waving',
  'dancing',
  'singing',
  'smiling',
]);

/** Moves the family of one colour to another. */
function tintMap(from: string, to: string): ColourMap {
  const mean = hexToOklab(from);
  return recolourMap([{ mean, hue: hueOf(mean), share: 1 }], hexToOklab(to));
}

type DrawFamily = (concept: string, pose: Pose, store: NotoStore) => Drawing | undefined;

function drawBeast(concept: string, pose: Pose, store: NotoStore): Drawing | undefined {
  const beast = findBeast(concept);
  if (beast === undefined) return undefined;
  const ownHead = readOwnHead(beast.head.replace(/^own:/, '')) ?? store.body(beast.head);
  const head = beast.tint === null ? ownHead : mapColours(ownHead, tintMap(beast.tint[0], beast.tint[1]));
  if (pose.action === 'lying' || pose.action === 'sleeping') return drawLying(beast, head, pose);
  const upright =
    pose.holding !== false ||
    pose.wearing.length > 0 ||
    frontActions.has(pose.action) ||
    (beast.sits && pose.action === null);
  return upright && !beast.profile ? drawFront(beast, head, pose) : drawSide(beast, head, pose.action);
}

/** Noto drawings that show what somebody is busy with. */
const actionProps: Partial<Record<ActionName, string>> = {
  reading: 'open-book',
  drinking: 'cup-with-straw',
  cooking: 'cooking',
};

function drawRole(concept: string, pose: Pose, store: NotoStore): Drawing | undefined {
  const role = findRole(concept);
  if (role === undefined) return undefined;
  const prop = (pose.action && actionProps[pose.action]) ?? role.prop;
  return drawPerson(role, pose, prop === null ? null : store.body(prop));
}

/** What stands before the colon in the catalogue: the hand that draws it. */
const families: Readonly<Record<string, DrawFamily>> = {
  beast: drawBeast,
  person: drawRole,
  group: drawGroup,
  own: drawOwnFile,
  cloth: drawLoneGarment,
  hat: drawLoneWorn,
  trinket: drawLoneWorn,
};

/**
 * Draws what the catalogue calls `name`; undefined when it is not one of ours but of Noto's. Throws a RangeError for
 * one of ours that does not exist.
 */
export function drawOwn(name: string, pose: Pose, store: NotoStore): Drawing | undefined {
  const [family = '', concept = ''] = name.split(':');
  const draw = families[family];
  if (draw === undefined) return undefined;
  const drawing = draw(concept, pose, store);
  if (drawing === undefined) throw new RangeError(`no drawing of ours is called '${name}'`);
  return drawing;
}
