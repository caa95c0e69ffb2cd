// The scene in the words of `inkling plan --json`: one entry for each drawn thing, boxes as fractions of the picture.
import type { Plan } from '../request.js';
import type { Box, Scene } from './scene.js';

/** Rounds to a ten-thousandth of the picture: finer than a pixel, readable in JSON. */
function rounded([x0, y0, x1, y1]: Box): [number, number, number, number] {
  const one = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
  return [one(x0), one(y0), one(x1), one(y1)];
}

/** What is shown where. */
export function toPlan(scene: Scene): Plan {
  return {
    // Lights and the like that belong to nothing that was asked for are scenery.
    subjects: scene.subjects
      .filter(({ source }) => source >= 0)
      .map(({ noun, concept, colour, box }) => ({ noun, concept, colour, box: rounded(box) })),
    lettering: scene.lettering.map(({ text, box }) => ({ text, box: rounded(box) })),
    setting: scene.setting,
    time: scene.time,
    weather: scene.weather,
    style: scene.style,
    unplaced: scene.unplaced,
  };
}
