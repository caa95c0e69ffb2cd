// Finds our own drawings by the name the catalogue gives them: `beast:fox`.

import type { ActionName } from '../brief/vocabulary.js';
import { findBeast } from './beasts/beast.js';
import { drawFront } from './beasts/front.js';
import { drawOwnHead } from './beasts/heads.js';
import { drawLying } from './beasts/lying.js';
import { drawSide } from './beasts/side.js';
import type { Drawing, Pose } from './drawing.js';
import type { NotoStore } from './noto-store.js';
import { drawPerson } from './person/draw-person.js';
import { findRole } from './person/roles.js';

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

/** Draws what the catalogue calls `name`; undefined when it is not one of ours. Throws a RangeError for an unknown one. */
export function drawOwn(name: string, pose: Pose, store: NotoStore): Drawing | undefined {
  const [family, concept = ''] = name.split(':');
  if (family === 'person') {
    const role = findRole(concept);
    if (role === undefined) throw new RangeError(`no role is called '${concept}'`);
    return drawPerson(role, pose, role.prop === null ? null : store.body(role.prop));
  }
  if (family !== 'beast') return undefined;
  const beast = findBeast(concept);
  if (beast === undefined) throw new RangeError(`no beast is called '${concept}'`);
  const head = drawOwnHead(beast.head.replace(/^own:/, '')) ?? store.body(beast.head);
  if (pose.action === 'lying' || pose.action === 'sleeping') return drawLying(beast, head, pose);
  const upright =
    pose.holding !== false ||
    pose.wearing.length > 0 ||
    frontActions.has(pose.action) ||
    (beast.sits && pose.action === null);
  return upright && !beast.profile ? drawFront(beast, head, pose) : drawSide(beast, head, pose.action);
}
