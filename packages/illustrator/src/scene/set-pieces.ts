// Subjects that a near view shows as scenery, as the plan lists them: the table fills the foreground, the window hangs behind.
import type { Compose } from './compose.js';
import type { Instance } from './instances.js';
import { windowBehind } from './near-views.js';
import type { Box, Layer, PlacedSubject } from './scene.js';
import { sceneryOf, type View } from './view.js';

/** One entry for each subject that the layers of the scenery show. */
export function setPieces(
  view: View,
  instances: readonly Instance[],
  c: Compose,
  layers: readonly Layer[],
): PlacedSubject[] {
  const shown = sceneryOf(view, instances, c);
  const room = layers.find((layer) => layer.kind === 'room');
  // A room has one window, however many were loosely asked for.
  const once = (id: number, source: number): boolean =>
    view === 'near' || instances.find((each) => each.source === source)?.id === id;
  return instances
    .filter(({ id, source }) => shown.has(source) && once(id, source))
    .map(({ source, noun, concept }): PlacedSubject => {
      const subject = c.brief.subjects[source];
      const box: Box = concept === 'window' ? (room?.window ?? windowBehind(c)) : [0, c.horizon, 1, 1];
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
