// Beasts that sit and face us: upright for holding, waving, wearing. Ground at y = 0, middle at x = 0, head 112 wide.
import { joinBoxes } from '../bounds.js';
import type { Drawing, Point, Pose } from '../drawing.js';
import { findGarment } from '../person/garments.js';
import { hexOf } from '../person/outfit.js';
import { closedCurve, createSketch, limb, type Sketch } from '../sketch.js';
import { prefixIds } from '../svg.js';
import { darker, lighter, mixHex } from '../tone.js';
import { drawWornAbove, drawWornBelow } from '../worn/draw-worn.js';
import type { HeadFrame } from '../worn/frame.js';
import type { Beast } from './beast.js';
import { drawLids } from './side.js';
import { drawTail } from './tail.js';

/** What the forelegs do: stand on the ground, hold something before the chest, wave, be thrown up. */
type Arms = 'down' | 'hold' | 'wave' | 'up';

function armsFor({ action, holding }: Pose): Arms {
  if (holding) return 'hold';
  switch (action) {
    case 'eating':
    case 'drinking':
    case 'reading':
    case 'cooking':
    case 'playing':
      return 'hold';
    case 'waving':
      return 'wave';
    case 'dancing':
    case 'singing':
      return 'up';
    default:
      return 'down';
  }
}

interface Sitting {
  beast: Beast;
  /** Colour of the sleeves, null for fur. */
  cloth: string | null;
  sketch: Sketch;
  /** In a suit for space: legs and paws are in it too. */
  suited: boolean;
  /** Half the width of the body at its widest. */
  half: number;
}

function tube({ beast, sketch }: Sitting, points: readonly Point[], widths: readonly number[], colour: string): void {
  const shape = limb(points, widths);
  if (beast.rim) sketch.line(shape, 4.5, beast.rim);
  sketch.path(shape, colour);
}

function paw({ beast, sketch, suited }: Sitting, [x, y]: Point, rx: number, ry: number): void {
  if (suited) {
    sketch.ellipse(x, y, rx * 1.08, ry * 1.08, `${suitGrey}>${darker(suitGrey, 0.2)}`);
    return;
  }
  if (beast.rim) sketch.ellipse(x, y, rx + 2.2, ry + 2.2, beast.rim);
  sketch.ellipse(x, y, rx, ry, `${beast.paw}>${mixHex(beast.paw, '#000000', 0.12)}`);
  for (const side of [-0.38, 0, 0.38])
    sketch.line(`M${x + side * rx} ${y + ry * 0.25}v${ry * 0.5}`, rx * 0.1, mixHex(beast.paw, '#000000', 0.4));
}

function drawHaunches(sitting: Sitting): void {
  const { beast, sketch, half } = sitting;
  for (const side of [-1, 1]) {
    const thigh: Point = [side * half * 0.8, -34];
    const cloth =
      sitting.suited && sitting.cloth ? `${darker(sitting.cloth, 0.06)}>${darker(sitting.cloth, 0.2)}` : null;
    const dark = beast.sockShare >= 1 ? `${beast.socks}>${mixHex(beast.socks, '#000000', 0.15)}` : null;
    if (beast.rim) sketch.ellipse(...thigh, half * 0.42 + 2.4, 36.4, beast.rim);
    sketch.ellipse(
      ...thigh,
      half * 0.42,
      34,
      cloth ?? dark ?? `${mixHex(beast.coat, beast.shade, 0.12)}>${beast.shade}`,
    );
    paw(sitting, [side * half * 0.8, -9], half * 0.36, 10);
  }
}

/** One foreleg; returns where its paw is. */
function drawArm(sitting: Sitting, side: -1 | 1, arms: Arms): Point {
  const { beast, half } = sitting;
  const width = Math.min(half * 0.42, beast.legWidth * 1.25 + 6);
  const coat = `${mixHex(beast.coat, beast.shade, 0.1)}>${mixHex(beast.coat, beast.shade, 0.5)}`;
  const socked = beast.socks !== beast.coat;
  const draw = (points: readonly Point[], widths: readonly number[]) => {
    const whole = socked && beast.sockShare >= 1;
    const sleeve = sitting.cloth && `${sitting.cloth}>${darker(sitting.cloth, 0.12)}`;
    tube(
      sitting,
      points,
      widths.map((width) => (sleeve ? width * 1.06 : width)),
      sleeve ?? (whole ? beast.socks : coat),
    );
    if (!socked || whole || sleeve) return;
    const [middle = [0, 0], end = [0, 0]] = points.slice(-2);
    const from: Point = [(middle[0] + end[0]) / 2, (middle[1] + end[1]) / 2];
    tube(sitting, [from, end], [(widths.at(-2) ?? 1) * 0.95, widths.at(-1) ?? 1], beast.socks);
  };
  if (arms === 'up' || (arms === 'wave' && side === 1)) {
    draw(
      [
        [side * half * 0.5, -112],
        [side * half * 1.12, -134],
        [side * half * 1.3, -178],
      ],
      [width, width, width * 0.86],
    );
    return [side * half * 1.31, -182];
  }
  if (arms === 'hold') {
    draw(
      [
        [side * half * 0.5, -124],
        [side * half * 0.9, -100],
        [side * half * 1.02, -72],
      ],
      [width * 1.1, width, width * 0.86],
    );
    return [side * half * 1.0, -68];
  }
  draw(
    [
      [side * half * 0.44, -104],
      [side * half * 0.38, -56],
      [side * half * 0.3, -10],
    ],
    [width * 1.15, width, width * 0.94],
  );
  return [side * half * 0.3, -9];
}

/** The colour of a sweater, coat or dress asked for, null when the fur is bare. */
function clothOf({ wearing }: Pose): string | null {
  for (const { concept, noun, colour } of wearing) {
    const garment = findGarment(noun?.toLowerCase() ?? '') ?? findGarment(concept);
    if (garment && garment.slot !== 'shoes') return colour === null ? garment.colour : hexOf(colour);
  }
  return null;
}

/** Cloth over the trunk of one who sits, with a seam at neck and hem; drawn inside the outline of the body. */
function drawCloth(sketch: Sketch, half: number, colour: string): void {
  sketch.path(
    `M${-half * 1.4} -160H${half * 1.4}V-34Q0 -8 ${-half * 1.4} -34Z`,
    `${lighter(colour, 0.08)}>${darker(colour, 0.1)}`,
  );
  sketch.line(`M${-half * 1.3} -38Q0 -14 ${half * 1.3} -38`, 7, darker(colour, 0.2));
  sketch.line(`M${-half * 0.6} -128Q0 -98 ${half * 0.6} -128`, 8, darker(colour, 0.2));
}

/** Boots, gloves and rings of a suit for space. */
const suitGrey = '#9fb0c2';

/** What makes a white suit one for space: the ring at the neck, the panel on the chest, orange bands. */
function drawSuit(sketch: Sketch, half: number): void {
  sketch.line(`M${-half * 0.62} -132Q0 -108 ${half * 0.62} -132`, 11, suitGrey);
  sketch.path(`M${-half * 0.36} -98H${half * 0.36}V-62H${-half * 0.36}Z`, '#5f7690>#4a5f78');
  sketch.ellipse(-half * 0.18, -88, half * 0.08, half * 0.08, '#e8574f');
  sketch.ellipse(half * 0.02, -88, half * 0.08, half * 0.08, '#6fcf7a');
  sketch.ellipse(half * 0.21, -88, half * 0.08, half * 0.08, '#f2c84b');
  sketch.line(`M${-half * 0.22} -72H${half * 0.22}`, 5, '#c6d6e6');
  sketch.line(`M${-half * 1.2} -46Q0 -24 ${half * 1.2} -46`, 6, '#ef8a3c');
}

/** Stripes and patches on the body of one who sits. */
function drawFrontMarks(sketch: Sketch, beast: Beast, half: number): void {
  if (beast.marks === 'stripes')
    for (const side of [-1, 1])
      for (const [y, long] of [
        [-112, 0.34],
        [-84, 0.36],
        [-58, 0.3],
      ] as const)
        sketch.path(
          `M${side * half * 1.1} ${y - 7}Q${side * half * (1 - long * 0.6)} ${y - 2} ${side * half * (1 - long)} ${y + 6}Q${side * half * (1 - long * 0.6)} ${y + 8} ${side * half * 1.1} ${y + 7}Z`,
          beast.markColour,
        );
  if (beast.marks === 'patches') {
    sketch.ellipse(half * 0.74, -92, half * 0.34, 30, beast.markColour, 12);
    sketch.ellipse(-half * 0.86, -46, half * 0.3, 22, beast.markColour);
  }
}

/** Where hats, glasses and scarves sit: measured from the eyes, since the heads of the beasts differ more than their eyes do. */
function frameOf({ chin, eyes, girth }: Beast): HeadFrame {
  const [left = [44, 60, 6], right = [84, 60, 6]] = eyes;
  const gap = (right[0] - left[0]) / 2;
  const at = (y: number) => y - 126 - chin[1];
  const eyeY = (left[1] + right[1]) / 2;
  return {
    x: (left[0] + right[0]) / 2 - chin[0],
    half: Math.max(27, gap * 1.28),
    browY: at(eyeY - 19),
    topY: at(Math.max(2, eyeY - 54)),
    eyeY: at(eyeY),
    mouthY: at(chin[1] - 10),
    neckY: -116,
    eyeGap: gap,
    neckHalf: 33 * girth,
  };
}

/** Draws a beast that sits and faces us. `head` is the SVG body of its Noto head. */
export function drawFront(beast: Beast, head: string, pose: Pose): Drawing {
  const sketch = createSketch();
  const half = 52 * beast.girth;
  const cloth = clothOf(pose);
  const suited = cloth !== null && pose.wearing.some(({ concept }) => concept === 'spacesuit');
  const sitting: Sitting = { beast, sketch, half, cloth, suited };
  const arms = armsFor(pose);
  drawTail(sketch, { ...beast, depth: 70 }, [half * 0.82, -18]);
  const outline = closedCurve([
    [0, -150],
    [half * 0.56, -138],
    [half * 0.8, -92],
    [half * 1.02, -40],
    [half * 0.8, -4],
    [0, 0],
    [-half * 0.8, -4],
    [-half * 1.02, -40],
    [-half * 0.8, -92],
    [-half * 0.56, -138],
  ]);
  if (beast.rim) sketch.line(outline, 4.5, beast.rim);
  sketch.path(outline, `${beast.coat}>${beast.shade}`);
  sketch.clipped(outline, () => {
    if (beast.chest !== beast.coat) sketch.ellipse(0, -100, half * 0.56, 64, beast.chest);
    if (beast.yoke) sketch.ellipse(0, -140, half * 1.2, 56, beast.yoke);
    drawFrontMarks(sketch, beast, half);
    if (cloth) drawCloth(sketch, half, cloth);
    if (suited) drawSuit(sketch, half);
    sketch.ellipse(0, -138, half * 0.9, 22, `${mixHex(beast.shade, '#000000', 0.4)}*0.3`);
  });
  if (arms === 'down') {
    drawHaunches(sitting);
    for (const side of [-1, 1] as const) paw(sitting, drawArm(sitting, side, arms), half * 0.3, 10);
  } else drawHaunches(sitting);
  const front = createSketch('f');
  const hands: Point[] = [];
  if (arms !== 'down')
    for (const side of [-1, 1] as const) {
      const hand = drawArm(sitting, side, arms);
      hands.push(hand);
      const gripping = arms === 'hold';
      paw({ ...sitting, sketch: gripping ? front : sketch }, hand, half * 0.27, half * 0.24);
    }
  const [chinX, chinY] = beast.chin;
  drawWornBelow(sketch, pose, frameOf(beast));
  sketch.group(`translate(${-chinX} ${-126 - chinY})`, () => {
    sketch.raw(prefixIds(head, 'h'));
    if (pose.action === 'sleeping') drawLids(sketch, beast);
  });
  drawWornAbove(sketch, pose, frameOf(beast));
  const faceTop = -126 - chinY;
  return {
    body: sketch.toSvg(),
    ...(arms === 'hold' ? { front: front.toSvg() } : {}),
    outer: joinBoxes(sketch.box(), front.box()) ?? [0, 0, 1, 1],
    exact: true,
    anchors: {
      head: [8 - chinX, faceTop + 8, 120 - chinX, faceTop + 120],
      hands: [0, hands[0]?.[1] ?? -80],
      ...(arms === 'hold' && hands[0] && hands[1] ? { grips: [hands[0], hands[1]] as const } : {}),
    },
  };
}
