// The index of our own things.
import { joinBoxes } from '../bounds.js';
import type { Drawing, Point, Pose } from '../drawing.js';
import { createSketch } from '../sketch.js';
import { animals } from './animals.js';
import { appliances } from './appliances.js';
import { beings } from './beings.js';
import { buildings } from './buildings.js';

import { furniture } from './furniture.js';
import { kitchenware } from './kitchenware.js';
import { nature } from './nature.js';
import type { ObjectTable } from './object.js';
import { shapes } from './shapes.js';
import { sports } from './sports.js';
import { street } from './street.js';
import { vehicles } from './vehicles.js';

const tables: readonly ObjectTable[] = [
  appliances,
  kitchenware,
  furniture,
  street,
  buildings,
  vehicles,
  sports,
  animals,
  beings,
  nature,
  shapes,
];

/** Draws one of our own things; undefined when we have none of that name. */
export function drawObject(name: string, pose: Pose): Drawing | undefined {
  for (const table of tables) {
    const object = table[name];
    if (object === undefined) continue;
    const { draw, arms, grips, face, ...anchors } = object;
    const sketch = createSketch('o');
    const front = createSketch('f');
    draw(sketch);
    const holds = pose.holding !== false && grips !== undefined;
    arms?.(sketch, front, holds);
    const [left, right] = grips ?? [];
    const hands: Point | undefined = left && right && [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
    return {
      body: sketch.toSvg(),
      ...(holds && front.box() ? { front: front.toSvg() } : {}),
      outer: joinBoxes(sketch.box(), front.box()) ?? [0, 0, 1, 1],
      exact: true,
      anchors: { ...anchors, ...(face && { head: face }), ...(hands && { hands }), ...(holds ? { grips } : {}) },
    };
  }
  return undefined;
}

/** The names of all of them. */
export function objectNames(): readonly string[] {
  return tables.flatMap((table) => Object.keys(table));
}
