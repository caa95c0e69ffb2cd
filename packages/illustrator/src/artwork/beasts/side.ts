// Four-legged bodies seen from the side: standing, walking, running, jumping, lying.
import type { ActionName } from '../../brief/vocabulary.js';
import type { Drawing, Point } from '../drawing.js';
import { closedCurve, createSketch, limb, type Sketch } from '../sketch.js';
import { prefixIds } from '../svg.js';
import { mixHex } from '../tone.js';
import type { Beast } from './beast.js';
import { drawTail } from './tail.js';

/** How far each paw is set off from under its joint, in leg lengths, and how far it is lifted: near and far, fore and hind. */
interface Gait {
  nearFore: Point;
  farFore: Point;
  nearHind: Point;
  farHind: Point;
  /** Degrees, nose up positive. */
  tilt: number;
}

const standing: Gait = { nearFore: [0.02, 0], farFore: [-0.1, 0], nearHind: [0.06, 0], farHind: [-0.06, 0], tilt: 0 };
const gaits: Partial<Record<ActionName, Gait>> = {
  walking: { nearFore: [-0.42, 0.04], farFore: [0.25, 0], nearHind: [0.4, 0], farHind: [-0.3, 0.03], tilt: 0 },
  running: { nearFore: [-0.95, 0.34], farFore: [-0.6, 0.18], nearHind: [0.95, 0.2], farHind: [0.65, 0.06], tilt: 4 },
  jumping: { nearFore: [-0.8, 0.62], farFore: [-0.5, 0.5], nearHind: [0.85, 0.12], farHind: [0.6, 0], tilt: 16 },
};

/** One leg from its joint to the ground (y = 0), bent at the knee, with sock and paw. */
function drawLeg(sketch: Sketch, beast: Beast, joint: Point, [reach, lift]: Point, hind: boolean, far: boolean): void {
  const { legs, legWidth: width } = beast;
  const foot: Point = [joint[0] + reach * legs, -lift * legs - width * 0.22];
  const bend = hind ? 0.16 * legs : -0.03 * legs;
  const knee: Point = [(joint[0] + foot[0]) / 2 + bend, (joint[1] + foot[1]) / 2 + legs * 0.12];
  const top = width * (hind ? 1.7 : 1.35);
  const tube = limb([joint, knee, foot], [top, width * 1.02, width * 0.86]);
  const coat = far ? beast.shade : `${beast.coat}>${mixHex(beast.coat, beast.shade, 0.45)}`;
  if (beast.rim) sketch.line(tube, 5, beast.rim);
  sketch.path(tube, coat);
  if (beast.socks !== beast.coat) {
    sketch.clipped(tube, () => {
      const edge = beast.sockShare >= 1 ? -1000 : foot[1] - legs * beast.sockShare;
      sketch.path(
        `M${foot[0] - width * 2} ${edge}q${width} ${width * 0.5} ${width * 2} 0t${width * 2} 0V40H${foot[0] - width * 2}Z`,
        far ? mixHex(beast.socks, '#000000', 0.2) : beast.socks,
      );
    });
  }
  const paw = far ? mixHex(beast.paw, '#000000', 0.16) : beast.paw;
  if (beast.rim) sketch.ellipse(foot[0] - width * 0.16, foot[1], width * 0.66 + 2.5, width * 0.4 + 2.5, beast.rim);
  sketch.ellipse(foot[0] - width * 0.16, foot[1] - width * 0.02, width * 0.66, width * 0.4, paw);
}

/** Outline of the trunk; chest at x = 0, rump at x = length, ground at y = 0. */
function trunk({ length, depth, legs }: Beast): string {
  const at = (x: number, y: number): Point => [x * length, -(legs + y * depth)];
  return closedCurve([
    at(-0.02, 0.5),
    at(0.03, 0.88),
    at(0.2, 1.02),
    at(0.52, 0.95),
    at(0.84, 1.0),
    at(1.0, 0.7),
    at(0.98, 0.3),
    at(0.78, 0.06),
    at(0.45, -0.04),
    at(0.14, 0),
  ]);
}

/** Stripes and patches on the flank. */
export function drawMarks(sketch: Sketch, { marks, markColour, length, depth, legs }: Beast): void {
  const back = -(legs + depth * 1.04);
  if (marks === 'stripes')
    for (const at of [0.34, 0.47, 0.6, 0.73, 0.86])
      sketch.path(
        `M${length * (at - 0.025)} ${back}Q${length * (at + 0.02)} ${back + depth * 0.3} ${length * at} ${back + depth * 0.62}Q${length * (at + 0.05)} ${back + depth * 0.3} ${length * (at + 0.035)} ${back}Z`,
        markColour,
      );
  if (marks === 'patches') {
    sketch.ellipse(length * 0.56, back + depth * 0.3, length * 0.17, depth * 0.32, markColour, -8);
    sketch.ellipse(length * 0.92, back + depth * 0.34, length * 0.13, depth * 0.36, markColour, 10);
  }
}

/** One wing that rises from the shoulder and points backwards. */
function drawWing(sketch: Sketch, { length, depth, legs }: Beast, colour: string, far: boolean): void {
  const [x, y] = [length * (far ? 0.3 : 0.38), -(legs + depth * 0.72)];
  const fill = far ? mixHex(colour, '#3a3550', 0.22) : `${colour}>${mixHex(colour, '#3a3550', 0.18)}`;
  const at = (dx: number, dy: number) => `${x + dx * length} ${y + dy * length}`;
  sketch.path(
    `M${at(-0.06, 0.06)}C${at(-0.1, -0.5)} ${at(0.2, -0.8)} ${at(0.86, -0.84)}C${at(0.8, -0.7)} ${at(0.78, -0.64)} ${at(0.8, -0.56)}C${at(0.7, -0.5)} ${at(0.68, -0.44)} ${at(0.68, -0.36)}C${at(0.58, -0.32)} ${at(0.54, -0.24)} ${at(0.54, -0.16)}C${at(0.4, -0.1)} ${at(0.3, 0.06)} ${at(0.14, 0.1)}Z`,
    fill,
  );
  if (!far)
    for (const [a, b, c, d] of [
      [0.1, -0.1, 0.62, -0.6],
      [0.16, -0.04, 0.52, -0.4],
      [0.2, 0.02, 0.42, -0.2],
    ] as const)
      sketch.line(
        `M${at(a, b)}Q${at((a + c) / 2 - 0.05, (b + d) / 2)} ${at(c, d)}`,
        2,
        `${mixHex(colour, '#3a3550', 0.4)}*0.5`,
      );
}

/** Eyelids over the eyes of a Noto head, for sleepers. */
export function drawLids(sketch: Sketch, beast: Beast): void {
  for (const [x, y, radius] of beast.eyes) {
    sketch.ellipse(x, y, radius * 1.3, radius * 1.35, beast.lid);
    sketch.line(`M${x - radius} ${y}q${radius} ${radius} ${radius * 2} 0`, radius * 0.42, '#2b2523');
  }
}

/** Draws the beast from its left side. `head` is the SVG body of its Noto head. */
export function drawSide(beast: Beast, head: string, action: ActionName | null): Drawing {
  const gait = (action && gaits[action]) || standing;
  const { length, depth, legs, headScale } = beast;
  const sketch = createSketch();
  const [shoulderY, hipY] = [-(legs + depth * 0.34), -(legs + depth * 0.4)];
  const neck: Point = [length * 0.07, -(legs + depth * 0.82)];
  const place: Point = [neck[0] - beast.chin[0] * headScale, neck[1] - beast.chin[1] * headScale];
  sketch.group(`rotate(${gait.tilt} ${length / 2} ${-legs})`, () => {
    if (beast.wings) drawWing(sketch, beast, beast.wings, true);
    drawTail(sketch, beast, [length * 0.96, -(legs + depth * 0.78)]);
    drawLeg(sketch, beast, [length * 0.13, shoulderY], gait.farFore, false, true);
    drawLeg(sketch, beast, [length * 0.76, hipY], gait.farHind, true, true);
    const outline = trunk(beast);
    if (beast.rim) sketch.line(outline, 5, beast.rim);
    sketch.path(outline, `${beast.coat}>${beast.shade}`);
    sketch.clipped(outline, () => {
      if (beast.chest !== beast.coat)
        sketch.ellipse(0, -(legs + depth * 0.42), length * 0.2, depth * 0.62, beast.chest, 14);
      if (beast.yoke) sketch.ellipse(length * 0.2, -(legs + depth * 0.5), length * 0.2, depth * 0.75, beast.yoke, 8);
      drawMarks(sketch, beast);
      sketch.ellipse(length * 0.5, -(legs + depth * 1.02), length * 0.5, depth * 0.22, '#ffffff*0.1');
    });
    drawLeg(sketch, beast, [length * 0.86, hipY], gait.nearHind, true, false);
    drawLeg(sketch, beast, [length * 0.24, shoulderY], gait.nearFore, false, false);
    if (beast.wings) drawWing(sketch, beast, beast.wings, false);
    // A soft shade under the chin sets the head off from the chest.
    sketch.clipped(outline, () => {
      sketch.ellipse(
        neck[0] + 6,
        neck[1] + depth * 0.1,
        44 * headScale,
        15 * headScale,
        `${mixHex(beast.shade, '#000000', 0.35)}*0.3`,
      );
    });
    sketch.group(`translate(${place[0]} ${place[1]}) scale(${headScale})`, () => {
      sketch.raw(prefixIds(head, 'h'));
      if (action === 'sleeping') drawLids(sketch, beast);
    });
  });
  const faceX = place[0] + 8 * headScale;
  const faceY = place[1] + 8 * headScale;
  return {
    body: sketch.toSvg(),
    outer: sketch.box() ?? [0, 0, 1, 1],
    exact: true,
    anchors: {
      head: [faceX, faceY, faceX + 112 * headScale, faceY + 112 * headScale],
      seat: [length * 0.5, -(legs + depth * 0.95)],
      hands: [place[0] + beast.chin[0] * headScale, place[1] + (beast.chin[1] - 12) * headScale],
    },
  };
}
