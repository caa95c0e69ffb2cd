// What shines at night though nobody named it: the beam of a lighthouse.
import type { Light, PlacedSubject } from './scene.js';

/** Where the lamp of the drawing is, fractions of its box, and how far its light reaches in heights of the tower. */
const lamp: readonly [number, number] = [0.5, 0.17];
const reach = 1.5;
/** Width ÷ height of the drawing of the beam. */
const beamAspect = 400 / 120;

/** Lights of these subjects, none by day. They belong to nothing that was asked for: `source` is -1 and plans leave them out. */
export function nightLights(subjects: readonly PlacedSubject[], { dark }: Pick<Light, 'dark'>): PlacedSubject[] {
  if (!dark) return [];
  return subjects
    .filter(({ concept }) => concept === 'lighthouse')
    .map((tower): PlacedSubject => {
      const [x0, y0, x1, y1] = tower.box;
      // Fractions of the width and of the height differ: the tower's own box tells by how much.
      const wide = ((x1 - x0) / lighthouseAspect) * reach * 2;
      const tall = ((y1 - y0) * reach * 2) / beamAspect;
      const [x, y] = [x0 + lamp[0] * (x1 - x0), y0 + lamp[1] * (y1 - y0)];
      return {
        ...tower,
        noun: 'light beam',
        concept: 'light beam',
        colour: null,
        secondColour: null,
        material: null,
        action: null,
        source: -1,
        box: [x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2],
        order: tower.order - 0.5,
        tilt: 0,
        contact: 'air',
        wearing: [],
        holding: false,
        picture: null,
      };
    });
}

/** Width ÷ height of the drawn tower. */
const lighthouseAspect = 0.79;
