// Several people in one drawing: a couple, a family, a crowd.
import { joinBoxes } from '../bounds.js';
import type { Drawing, Pose } from '../drawing.js';
import { seededNumber } from '../seeded.js';
import { prefixIds, type ViewBox } from '../svg.js';
import { drawPerson } from './draw-person.js';
import { findRole } from './roles.js';

/** Who stands where: role, step to the right in units, and size; drawn in this order, the back row first. */
const groups: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  couple: [
    ['man', -52, 1],
    ['woman', 52, 1],
  ],
  family: [
    ['man', -120, 1],
    ['woman', 112, 1],
    ['girl', -22, 0.98],
    ['boy', 200, 0.96],
  ],
  crowd: [
    ['man', -150, 0.94],
    ['woman', -50, 0.96],
    ['man', 60, 0.95],
    ['woman', 165, 0.94],
    ['woman', -205, 1],
    ['man', -100, 1.02],
    ['girl', 5, 1.04],
    ['man', 112, 1],
    ['woman', 215, 1.01],
  ],
};

/** Draws a group; undefined for one we do not know. */
export function drawGroup(name: string, pose: Pose): Drawing | undefined {
  const members = groups[name];
  if (members === undefined) return undefined;
  let box: ViewBox | null = null;
  const parts = members.map(([roleName, x, size], index) => {
    const role = findRole(roleName);
    if (role === undefined) throw new RangeError(`no role is called '${roleName}'`);
    const variant = Math.floor(seededNumber(pose.variant, 40 + index) * 2 ** 32);
    const { body, outer } = drawPerson(role, { ...pose, holding: false, variant }, null);
    const [left, top, width, height] = outer;
    box = joinBoxes(box, [x + left * size, top * size, width * size, height * size]);
    return `<g transform="translate(${x} 0) scale(${size})">${prefixIds(body, `m${index}`)}</g>`;
  });
  return { body: parts.join(''), outer: box ?? [0, 0, 1, 1], exact: true, coloured: true };
}
