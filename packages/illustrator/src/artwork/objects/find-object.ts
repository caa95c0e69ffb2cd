// The index of our own things.
import type { Drawing } from '../drawing.js';
import { createSketch } from '../sketch.js';
import { appliances } from './appliances.js';
import { buildings } from './buildings.js';
import { creatures } from './creatures.js';
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
  creatures,
  nature,
  shapes,
];

/** Draws one of our own things; undefined when we have none of that name. */
export function drawObject(name: string): Drawing | undefined {
  for (const table of tables) {
    const object = table[name];
    if (object === undefined) continue;
    const { draw, ...anchors } = object;
    const sketch = createSketch('o');
    draw(sketch);
    return { body: sketch.toSvg(), outer: [-60, -60, 600, 320], anchors };
  }
  return undefined;
}

/** The names of all of them. */
export function objectNames(): readonly string[] {
  return tables.flatMap((table) => Object.keys(table));
}
