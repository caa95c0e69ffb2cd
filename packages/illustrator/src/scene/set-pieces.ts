// Subjects that a near view shows as scenery, as the plan lists them: the table fills the foreground, the window hangs behind.
import type { Compose } from './compose.js';
import type { Instance } from './instances.js';
import { windowBehind } from './near-views.js';
import type { Box, PlacedSubject } from './scene.js';
import { sceneryOf, type View } from './view.js';

/** One entry for each subject that the scenery shows; none outside near views. */
export function setPieces(view: View, instances: readonly Instance[], c: Compose): PlacedSubject[] {
  const shown = sceneryOf(view, instances);
  return instances
    .filter(({ source }) => shown.has(source))
    .map(({ source, noun, concept }): PlacedSubject => {
      const subject = c.brief.subjects[source];
      const box: Box = concept === 'window' ? windowBehind(c) : [0, c.horizon, 1, 1];
      return {
        noun,
        concept,
        colour: subject?.colour ?? null,
        secondColour: subject?.secondColour ?? null,
        material: subject?.material ?? null,
        action: null,
        source,
        box,
        depth: concept === 'window' ? 1 : 0,
        order: -1,
        flip: false,
        tilt: 0,
        contact: 'floor',
        wearing: [],
        holding: false,
        worn: true,
        seed: 0,
        picture: null,
      };
    });
}
