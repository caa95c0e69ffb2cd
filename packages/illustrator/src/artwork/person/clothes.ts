// Cuts garments to a body: sleeves and legs as tubes, torsos and skirts as shapes with a lit and a shaded side.
import type { Point } from '../drawing.js';
import { limb, type Sketch } from '../sketch.js';
import { darker, lighter } from '../tone.js';
import type { Build } from './build.js';
import type { Garment } from './garments.js';
import type { Joints } from './pose.js';

/** A garment in the colour it is worn in. */
export interface Dressed {
  garment: Garment;
  colour: string;
  trim: string;
}

/** The body that is being dressed. */
export interface Body {
  sketch: Sketch;
  build: Build;
  joints: Joints;
}

/** First part of a chain of points, `share` of its length. */
function along(points: readonly Point[], share: number): Point[] {
  const lengths = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return Math.hypot(point[0] - before[0], point[1] - before[1]);
  });
  let rest = lengths.reduce((sum, length) => sum + length, 0) * share;
  const first = points[0] ?? [0, 0];
  const part: Point[] = [first];
  for (let index = 0; index < lengths.length; index++) {
    const [from, to, length] = [points[index] ?? first, points[index + 1] ?? first, lengths[index] ?? 0];
    if (rest >= length) part.push(to);
    else {
      const t = length === 0 ? 0 : rest / length;
      part.push([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]);
      break;
    }
    rest -= length;
  }
  return part;
}

/** One sleeve over an arm. */
export function drawSleeve(
  { sketch, build }: Body,
  chain: readonly Point[],
  { garment, colour }: Dressed,
  side: number,
): void {
  if (garment.cover <= 0) return;
  const points = along(chain, Math.min(0.97, garment.cover));
  const end = build.armWidth * (1.06 + garment.wide);
  const widths = points.map((_, index) => {
    const t = index / (points.length - 1);
    return build.armWidth * 1.24 * (1 - t) + end * t;
  });
  sketch.path(
    limb(points, widths, [0.5, 0.14]),
    side < 0 ? `${lighter(colour, 0.06)}>${darker(colour, 0.06)}` : `${colour}>${darker(colour, 0.14)}`,
  );
}

/** One trouser leg or stocking over a leg. */
export function drawTrouser(
  { sketch, build }: Body,
  chain: readonly Point[],
  { garment, colour }: Dressed,
  side: number,
): void {
  const points = along(chain, Math.min(1, garment.cover + 0.02));
  const end = build.thighWidth * (garment.cover < 0.6 ? 1.0 : 0.76) * (1 + garment.wide);
  const widths = points.map((_, index) => {
    const t = index / (points.length - 1);
    return build.thighWidth * 1.12 * (1 - t) + end * t;
  });
  sketch.path(
    limb(points, widths, [0.5, 0.14]),
    side < 0 ? `${colour}>${darker(colour, 0.1)}` : `${darker(colour, 0.06)}>${darker(colour, 0.18)}`,
  );
}

function hemOf({ build, joints }: Body, hem: Garment['hem']): number {
  const { waistY, hipY, crotchY, kneeY, ankleY, shoulderY } = build;
  const { drop, seated } = joints;
  // Who sits has the skirt over the thighs, drawn with the legs: the trunk ends at the hips.
  if (seated && hem !== 'chest' && hem !== 'waist') return hipY + 12 + drop;
  const y = {
    chest: (shoulderY + waistY) / 2,
    waist: waistY + 8,
    hip: hipY + 8,
    thigh: crotchY + (kneeY - crotchY) * 0.45,
    knee: kneeY + 4,
    calf: (kneeY + ankleY) / 2,
    ankle: ankleY + 4,
  }[hem];
  return Math.min(ankleY, y + drop);
}

/** Outline of what covers the trunk down to `hemY`; `ease` widens it all round, `flare` swings the hem out. */
function trunkPath({ build, joints }: Body, hemY: number, ease: number, flare: number): string {
  const { shoulderX, waistX, hipX } = build;
  const at = (y: number) => y + joints.drop;
  const [sy, wy, hy] = [at(build.shoulderY), at(build.waistY), at(build.hipY)];
  const [sx, wx] = [shoulderX + ease, waistX + ease + 1];
  const lap = joints.seated ? hipX : hipX;
  const below = Math.max(0, hemY - hy);
  const hemX = lap + ease + (hipX * flare * below) / 70 + 1;
  const hx = hipX + ease + Math.min(below * 0.12, 6);
  const right = `C${sx * 0.62} ${sy - 7} ${sx} ${sy - 3} ${sx} ${sy + 15}C${sx * 0.98} ${sy + 40} ${wx} ${wy - 26} ${wx} ${wy}`;
  const hip =
    hemY > hy ? `C${wx} ${wy + 12} ${hx} ${hy - 16} ${hx} ${hy}L${hemX} ${hemY}` : `L${wx + (hx - wx) * 0.7} ${hemY}`;
  const endX = hemY > hy ? hemX : wx + (hx - wx) * 0.7;
  const sag = Math.min(10, 3 + flare * 10);
  const backHip = hemY > hy ? `L${-hx} ${hy}C${-hx} ${hy - 16} ${-wx} ${wy + 12} ${-wx} ${wy}` : `L${-wx} ${wy}`;
  return (
    `M0 ${sy - 8}L${sx * 0.3} ${sy - 9}${right}${hip}Q${endX * 0.5} ${hemY + sag} 0 ${hemY + sag}Q${-endX * 0.5} ${hemY + sag} ${-endX} ${hemY}` +
    `${backHip}C${-wx} ${wy - 26} ${-sx * 0.98} ${sy + 40} ${-sx} ${sy + 15}C${-sx} ${sy - 3} ${-sx * 0.62} ${sy - 7} ${-sx * 0.3} ${sy - 9}Z`
  );
}

/** Outline of a skirt or of trouser tops, from the waist down. */
function skirtPath(body: Body, hemY: number, flare: number): string {
  const { build, joints } = body;
  const [wy, hy] = [build.waistY + joints.drop, build.hipY + joints.drop];
  const [wx, hx] = [build.waistX + 2, build.hipX + 2];
  const hemX = hx + (build.hipX * flare * (hemY - hy)) / 70;
  const sag = 3 + flare * 9;
  return (
    `M${-wx} ${wy}L${wx} ${wy}C${wx + 2} ${wy + 12} ${hx} ${hy - 10} ${hx} ${hy}L${hemX} ${hemY}` +
    `Q${hemX * 0.5} ${hemY + sag} 0 ${hemY + sag}Q${-hemX * 0.5} ${hemY + sag} ${-hemX} ${hemY}L${-hx} ${hy}C${-hx} ${hy - 10} ${-wx - 2} ${wy + 12} ${-wx} ${wy}Z`
  );
}

/** Folds that fall from the waist to the hem. */
function drawFolds(sketch: Sketch, fromY: number, toY: number, halfTop: number, halfHem: number, colour: string): void {
  for (const share of [-0.62, -0.22, 0.2, 0.6])
    sketch.path(
      `M${halfTop * share} ${fromY}L${halfHem * share - 3} ${toY + 8}L${halfHem * share + 5} ${toY + 8}Z`,
      `${darker(colour, 0.32)}*0.35`,
    );
}

/** Draws the trunk part of a garment: shirt, coat, dress, and its front. */
export function drawTrunk(body: Body, worn: Dressed, ease: number): void {
  const { sketch, build } = body;
  const { garment, colour } = worn;
  const hemY = hemOf(body, garment.hem);
  const outline = trunkPath(body, hemY, ease, garment.flare);
  sketch.path(outline, `${lighter(colour, 0.08)}>${darker(colour, 0.08)}`);
  const top = build.shoulderY + body.joints.drop;
  const waist = build.waistY + body.joints.drop;
  sketch.clipped(outline, () => {
    // The side away from the light.
    sketch.path(
      `M${build.waistX * 0.62} ${top - 12}L${build.shoulderX * 3} ${top - 12}V40H${build.hipX * 0.75}Q${build.waistX * 0.3} ${waist} ${build.waistX * 0.62} ${top - 12}Z`,
      `${darker(colour, 0.3)}*0.22`,
    );
    if (garment.flare > 0.25 || garment.hem === 'ankle' || garment.hem === 'calf')
      drawFolds(sketch, waist + 10, hemY, build.waistX, build.hipX * (1 + garment.flare), colour);
    drawFront(body, worn, hemY);
  });
}

/** Draws skirt or trouser tops. */
export function drawBottom(body: Body, worn: Dressed): void {
  const { sketch, build, joints } = body;
  const { garment, colour } = worn;
  if (garment.flare > 0) {
    const hemY = hemOf(body, garment.hem);
    const outline = skirtPath(body, hemY, garment.flare);
    sketch.path(outline, `${lighter(colour, 0.06)}>${darker(colour, 0.1)}`);
    sketch.clipped(outline, () =>
      drawFolds(sketch, build.waistY + joints.drop, hemY, build.waistX, build.hipX * (1 + garment.flare), colour),
    );
    return;
  }
  sketch.path(skirtPath(body, build.crotchY + joints.drop + 4, 0), `${colour}>${darker(colour, 0.08)}`);
}

/** What runs down the middle: buttons, zip, belt, sash, plates, bib. */
function drawFront({ sketch, build, joints }: Body, { garment, colour, trim }: Dressed, hemY: number): void {
  const [top, waist, hip] = [build.shoulderY, build.waistY, build.hipY].map((y) => y + joints.drop) as [
    number,
    number,
    number,
  ];
  const dark = darker(colour, 0.3);
  const wide = build.hipX * (1.4 + garment.flare);
  const buttons = (x: number, count: number, from: number, to: number) => {
    for (let index = 0; index < count; index++)
      sketch.ellipse(
        x,
        from + ((to - from) * (index + 0.5)) / count,
        2.6,
        2.6,
        garment.front === 'buttons' ? dark : trim,
      );
  };
  switch (garment.front) {
    case 'buttons':
      sketch.line(`M0 ${top - 4}V${hemY + 10}`, 1.4, `${dark}*0.6`);
      buttons(4, 4, top + 12, Math.min(hemY, hip + 20));
      break;
    case 'double':
      sketch.line(`M${build.waistX * 0.32} ${top + 14}L${build.waistX * 0.2} ${hemY + 12}`, 1.6, `${dark}*0.7`);
      for (const x of [-build.waistX * 0.28, build.waistX * 0.28]) buttons(x, 3, waist - 30, hip + 14);
      break;
    case 'open':
      sketch.path(`M0 ${waist + 6}L-7 ${hemY + 14}H7Z`, `${dark}*0.55`);
      buttons(3, 2, waist - 14, waist + 12);
      break;
    case 'zip':
      sketch.line(`M0 ${top - 2}V${hemY + 10}`, 2.4, trim);
      break;
    case 'belt':
      sketch.rect(-wide, waist - 7, wide * 2, 12, 0, darker(trim, 0.25));
      sketch.rect(-6, waist - 9, 12, 16, 2, '#e2c15a');
      buttons(0, 3, top + 12, waist - 10);
      break;
    case 'sash':
      sketch.rect(-wide, waist - 12, wide * 2, 20, 0, `${trim}>${darker(trim, 0.15)}`);
      if (garment.hem === 'ankle') sketch.path(`M-4 ${waist + 6}L-8 ${hip + 34}H6L4 ${waist + 6}Z`, trim);
      break;
    case 'plates': {
      sketch.path(
        `M${-build.shoulderX} ${top}Q0 ${top + 22} ${build.shoulderX} ${top}V${top - 20}H${-build.shoulderX}Z`,
        `${lighter(colour, 0.35)}*0.8`,
      );
      sketch.line(`M0 ${top + 10}V${waist}`, 2, `${dark}*0.7`);
      for (const y of [waist - 4, waist + 10, hip + 4]) sketch.rect(-wide, y, wide * 2, 3, 0, `${dark}*0.8`);
      sketch.rect(-wide, waist - 10, wide * 2, 7, 0, trim);
      break;
    }
    case 'bib':
      sketch.rect(
        -build.waistX * 0.62,
        top + 26,
        build.waistX * 1.24,
        waist - top - 20,
        5,
        `${lighter(colour, 0.08)}>${colour}`,
      );
      for (const side of [-1, 1]) {
        sketch.line(
          `M${side * build.waistX * 0.56} ${top + 30}L${side * build.shoulderX * 0.66} ${top - 8}`,
          9,
          colour,
        );
        sketch.ellipse(side * build.waistX * 0.52, top + 33, 4, 4, trim);
      }
      sketch.rect(-build.waistX * 0.28, top + 44, build.waistX * 0.56, 22, 4, darker(colour, 0.14));
      break;
    case 'panel':
      sketch.rect(-build.waistX * 0.5, top + 30, build.waistX, 30, 6, trim);
      sketch.rect(-build.waistX * 0.34, top + 37, 9, 7, 2, '#d8433b');
      sketch.rect(build.waistX * 0.05, top + 37, 9, 7, 2, '#3f7fd0');
      break;
    case 'stripes':
      for (const x of [-0.55, 0.4])
        sketch.rect(build.waistX * x, top - 12, build.waistX * 0.16, hemY - top + 30, 0, trim);
      break;
    default:
      break;
  }
}
