// Beasts that lie or sleep: trunk on the ground, head on the forelegs, tail round the side.
import type { Drawing, Point, Pose } from '../drawing.js';
import { closedCurve, createSketch, limb, type Sketch } from '../sketch.js';
import { prefixIds } from '../svg.js';
import { mixHex } from '../tone.js';
import type { Beast } from './beast.js';
import { drawLids, drawMarks } from './side.js';
import { drawTail } from './tail.js';

function drawForeleg(
  sketch: Sketch,
  { coat, shade, socks, paw, legWidth, rim }: Beast,
  from: Point,
  to: Point,
  far: boolean,
): void {
  const tube = limb([from, [(from[0] + to[0]) / 2, to[1] - 2], to], [legWidth * 1.2, legWidth, legWidth * 0.9]);
  if (rim) sketch.line(tube, 5, rim);
  sketch.path(tube, far ? shade : socks === coat ? `${coat}>${mixHex(coat, shade, 0.5)}` : socks);
  sketch.ellipse(
    to[0] - legWidth * 0.1,
    to[1],
    legWidth * 0.6,
    legWidth * 0.46,
    far ? mixHex(paw, '#000000', 0.15) : paw,
  );
}

/** Draws a beast that lies on its belly, asleep when the action says so. `head` is the SVG body of its head. */
export function drawLying(beast: Beast, head: string, pose: Pose): Drawing {
  const { length, headScale, legWidth } = beast;
  const depth = beast.depth * 0.92;
  const sketch = createSketch();
  const at = (x: number, y: number): Point => [x * length, -y * depth];
  drawTail(sketch, beast, at(0.95, 0.42));
  const outline = closedCurve([
    at(-0.02, 0.3),
    at(0.08, 0.82),
    at(0.35, 0.98),
    at(0.7, 1),
    at(0.98, 0.66),
    at(1.04, 0.18),
    at(0.9, 0),
    at(0.1, 0),
  ]);
  if (beast.rim) sketch.line(outline, 5, beast.rim);
  drawForeleg(sketch, beast, at(0.12, 0.28), [-length * 0.3, -legWidth * 0.62], true);
  sketch.path(outline, `${beast.coat}>${beast.shade}`);
  sketch.clipped(outline, () => {
    if (beast.yoke) sketch.ellipse(length * 0.16, -depth * 0.5, length * 0.2, depth * 0.8, beast.yoke, 8);
    sketch.group(`translate(0 ${beast.legs})`, () => drawMarks(sketch, { ...beast, depth }));
    sketch.ellipse(
      length * 0.02,
      -depth * 0.42,
      46 * headScale,
      30 * headScale,
      `${mixHex(beast.shade, '#000000', 0.4)}*0.3`,
    );
  });
  const thigh: Point = at(0.8, 0.34);
  const hind = beast.sockShare >= 1 ? beast.socks : mixHex(beast.coat, beast.shade, 0.3);
  if (beast.rim) sketch.ellipse(...thigh, length * 0.2 + 2.5, depth * 0.36 + 2.5, beast.rim);
  sketch.ellipse(...thigh, length * 0.2, depth * 0.36, `${hind}>${mixHex(hind, '#000000', 0.14)}`);
  sketch.ellipse(length * 0.64, -legWidth * 0.36, legWidth * 0.9, legWidth * 0.4, beast.paw);
  drawForeleg(sketch, beast, at(0.2, 0.26), [-length * 0.2, -legWidth * 0.45], false);
  const place: Point = [length * 0.02 - beast.chin[0] * headScale, -legWidth * 0.7 - beast.chin[1] * headScale];
  sketch.group(`translate(${place[0]} ${place[1]}) scale(${headScale})`, () => {
    sketch.raw(prefixIds(head, 'h'));
    if (pose.action === 'sleeping') drawLids(sketch, beast);
  });
  return {
    body: sketch.toSvg(),
    outer: sketch.box() ?? [0, 0, 1, 1],
    exact: true,
    anchors: {
      head: [
        place[0] + 8 * headScale,
        place[1] + 8 * headScale,
        place[0] + 120 * headScale,
        place[1] + 120 * headScale,
      ],
      seat: at(0.55, 0.98),
    },
  };
}
