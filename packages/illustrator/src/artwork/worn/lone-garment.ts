// Clothes by themselves, as they hang in a shop: the wardrobe cut to a body that is not drawn.
import type { Drawing, Pose } from '../drawing.js';
import { buildOf } from '../person/build.js';
import { type Body, drawSleeve, drawTrunk } from '../person/clothes.js';
import { drawCollar } from '../person/collars.js';
import { findGarment } from '../person/garments.js';
import { jointsFor } from '../person/pose.js';
import { createSketch } from '../sketch.js';
import { darker } from '../tone.js';
import { findHat } from './hats.js';
import { findTrinket } from './trinkets.js';

/** Draws a garment alone; undefined for a word the wardrobe does not have. */
export function drawLoneGarment(word: string, pose: Pose): Drawing | undefined {
  const garment = findGarment(word);
  if (garment === undefined) return undefined;
  const sketch = createSketch('g');
  const build = buildOf(garment.flare > 0.3 ? 'woman' : 'man');
  const joints = jointsFor(build, { ...pose, action: null, holding: false });
  // Sleeves hang a little away from the sides, or they would melt into the trunk.
  const spread = joints.arms.map((chain, side) =>
    chain.map(([x, y], index) => [x + (side === 0 ? -1 : 1) * index * 11, y] as const),
  );
  const body: Body = { sketch, build, joints };
  const dressed = { garment, colour: garment.colour, trim: garment.trim };
  spread.forEach((chain, side) => {
    drawSleeve(body, chain, dressed, side === 0 ? -1 : 1);
  });
  drawTrunk(body, dressed, 2);
  drawCollar(body, dressed, darker(garment.colour, 0.5), '#f4f4f2');
  return { body: sketch.toSvg(), outer: sketch.box() ?? [0, 0, 1, 1], exact: true };
}

const frame = { x: 0, half: 60, browY: 0, topY: -40, eyeY: 30, mouthY: 70, neckY: 0, eyeGap: 24, neckHalf: 30 };

/** Draws headwear or neckwear alone; undefined for a word we have neither for. */
export function drawLoneWorn(word: string): Drawing | undefined {
  const worn = findHat(word) ?? findTrinket(word);
  if (worn === undefined) return undefined;
  const sketch = createSketch('w');
  worn.draw(sketch, frame, worn.colour);
  return { body: sketch.toSvg(), outer: sketch.box() ?? [0, 0, 1, 1], exact: true };
}
