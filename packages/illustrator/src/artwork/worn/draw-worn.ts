// Puts what a brief says is worn on head and neck of an animal.

import type { Pose, Worn } from '../drawing.js';
import { hexOf } from '../person/outfit.js';
import type { Sketch } from '../sketch.js';
import type { HeadFrame } from './frame.js';
import { findHat } from './hats.js';
import { findTrinket } from './trinkets.js';

/** Trinkets that lie below the chin and so are drawn before the head. */
const neckwear: ReadonlySet<string> = new Set(['scarf', 'tie', 'bow tie', 'necklace']);

function wordOf({ concept, noun }: Worn): string {
  const said = noun?.toLowerCase() ?? '';
  return findHat(said) !== undefined || findTrinket(said) !== undefined ? said : concept;
}

function drawTrinkets(sketch: Sketch, pose: Pose, frame: HeadFrame, below: boolean): void {
  for (const worn of pose.wearing) {
    const trinket = findTrinket(wordOf(worn));
    if (trinket !== undefined && neckwear.has(trinket.name) === below)
      trinket.draw(sketch, frame, worn.colour === null ? trinket.colour : hexOf(worn.colour));
  }
}

/** Scarves and ties, to be drawn before the head. */
export function drawWornBelow(sketch: Sketch, pose: Pose, frame: HeadFrame): void {
  drawTrinkets(sketch, pose, frame, true);
}

/** Hats, glasses and masks, to be drawn after the head. */
export function drawWornAbove(sketch: Sketch, pose: Pose, frame: HeadFrame): void {
  drawTrinkets(sketch, pose, frame, false);
  for (const worn of pose.wearing) {
    const hat = findHat(wordOf(worn));
    hat?.draw(sketch, frame, worn.colour === null ? hat.colour : hexOf(worn.colour));
  }
}
