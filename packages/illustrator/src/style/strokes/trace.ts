// Finds the course of a stroke: follows the flow from a seed both ways and fits one bowed stroke to it.
import type { FlowField } from '../kernels/flow.js';
import type { LabImage } from '../kernels/oklab.js';

/** Where a stroke runs, in picture pixels; the geometry part of a `Stroke`. */
export interface Course {
  x: number;
  y: number;
  cos: number;
  sin: number;
  reach: number;
  bend: number;
}

/** Steps each way from the seed: enough for a bow, few enough to be cheap. */
const stepsEachWay = 4;

/**
 * Follows `flow` from (x, y) for `length` pixels in all, half each way, and stops where the colour of `aim` (same picture,
 * any resolution) leaves the seed's by more than `limit` in Oklab distance: a stroke ends where the thing it paints ends
 * (Hertzmann, "Painterly Rendering with Curved Brush Strokes of Multiple Sizes", 1998). `turn` radians are added to the
 * direction, for cross-strokes and unruly hands.
 */
export function traceCourse(
  flow: FlowField,
  aim: LabImage,
  scale: number,
  x: number,
  y: number,
  length: number,
  limit: number,
  turn: number,
): Course {
  const step = length / (2 * stepsEachWay);
  const toAim = 1 / scale;
  const toFlow = 1 / flow.scale;
  const turnCos = Math.cos(turn);
  const turnSin = Math.sin(turn);
  const seed = Math.min(aim.height - 1, (y * toAim) | 0) * aim.width + Math.min(aim.width - 1, (x * toAim) | 0);
  const seedL = aim.l[seed] as number;
  const seedA = aim.a[seed] as number;
  const seedB = aim.b[seed] as number;
  const limit2 = limit * limit;
  let firstX = 1;
  let firstY = 0;
  const ends = [x, y, x, y];
  for (let way = 0; way < 2; way += 1) {
    let px = x;
    let py = y;
    let dx = way === 0 ? 0 : -firstX;
    let dy = way === 0 ? 0 : -firstY;
    for (let k = 0; k < stepsEachWay; k += 1) {
      const fx = Math.min(flow.width - 1, Math.max(0, (px * toFlow) | 0));
      const fy = Math.min(flow.height - 1, Math.max(0, (py * toFlow) | 0));
      const f = fy * flow.width + fx;
      const tx = flow.tx[f] as number;
      const ty = flow.ty[f] as number;
      let nx = tx * turnCos - ty * turnSin;
      let ny = tx * turnSin + ty * turnCos;
      // A tangent has no sign: go on the way we came.
      if (nx * dx + ny * dy < 0) {
        nx = -nx;
        ny = -ny;
      }
      if (way === 0 && k === 0) {
        firstX = nx;
        firstY = ny;
      }
      dx = nx;
      dy = ny;
      const qx = px + dx * step;
      const qy = py + dy * step;
      const ax = Math.min(aim.width - 1, Math.max(0, (qx * toAim) | 0));
      const ay = Math.min(aim.height - 1, Math.max(0, (qy * toAim) | 0));
      const j = ay * aim.width + ax;
      const dl = (aim.l[j] as number) - seedL;
      const da = (aim.a[j] as number) - seedA;
      const db = (aim.b[j] as number) - seedB;
      if (dl * dl + da * da + db * db > limit2) break;
      px = qx;
      py = qy;
    }
    ends[way * 2] = px;
    ends[way * 2 + 1] = py;
  }
  return fitCourse(ends[2] as number, ends[3] as number, x, y, ends[0] as number, ends[1] as number, firstX, firstY);
}

/** A bowed stroke from (ax, ay) through (mx, my) to (bx, by); (tx, ty) is used when the ends coincide. */
function fitCourse(
  ax: number,
  ay: number,
  mx: number,
  my: number,
  bx: number,
  by: number,
  tx: number,
  ty: number,
): Course {
  const dx = bx - ax;
  const dy = by - ay;
  const chord = Math.sqrt(dx * dx + dy * dy);
  if (chord < 1) return { x: mx, y: my, cos: tx, sin: ty, reach: 0.5, bend: 0 };
  const cos = dx / chord;
  const sin = dy / chord;
  const reach = chord / 2;
  const x = (ax + bx) / 2;
  const y = (ay + by) / 2;
  const u = (mx - x) * cos + (my - y) * sin;
  const w = -(mx - x) * sin + (my - y) * cos;
  const room = u * u - reach * reach;
  // A seed close to an end says nothing about the bow; and no bow may exceed half a reach.
  const most = 0.5 / reach;
  const bend = room < -0.2 * reach * reach ? Math.max(-most, Math.min(most, w / room)) : 0;
  return { x, y, cos, sin, reach, bend };
}
