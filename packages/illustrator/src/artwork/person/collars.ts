// Necklines: what a garment does at the neck.
import { darker, lighter } from '../tone.js';
import type { Body, Dressed } from './clothes.js';

/** Draws the neckline of the outermost garment. `skin` shows in open necks, `under` is the colour of a shirt below. */
export function drawCollar(
  { sketch, build, joints }: Body,
  { garment, colour, trim }: Dressed,
  skin: string,
  under: string,
): void {
  const y = build.shoulderY + joints.drop - 8;
  const half = build.shoulderX * 0.3;
  const dark = darker(colour, 0.22);
  switch (garment.collar) {
    case 'round':
      sketch.path(`M${-half - 1} ${y}Q0 ${y + 20} ${half + 1} ${y}Z`, skin);
      sketch.line(`M${-half} ${y}Q0 ${y + 21} ${half} ${y}`, 3, dark);
      break;
    case 'v':
      sketch.path(`M${-half - 2} ${y - 1}L0 ${y + 34}L${half + 2} ${y - 1}Z`, skin);
      break;
    case 'shirt':
      sketch.path(`M${-half} ${y - 1}L0 ${y + 18}L${half} ${y - 1}Z`, skin);
      for (const side of [-1, 1])
        sketch.path(
          `M${side * half * 1.05} ${y - 5}L${side * 1} ${y + 15}L${side * half * 0.95} ${y + 20}L${side * half * 1.5} ${y}Z`,
          lighter(colour, 0.22),
        );
      break;
    case 'lapel':
      sketch.path(`M${-half * 1.1} ${y - 2}L0 ${y + 58}L${half * 1.1} ${y - 2}Z`, under);
      sketch.path(`M${-half * 0.8} ${y - 3}L0 ${y + 14}L${half * 0.8} ${y - 3}Z`, skin);
      for (const side of [-1, 1])
        sketch.path(
          `M${side * half * 1.05} ${y - 4}L0 ${y + 60}L${side * half * 1.35} ${y + 34}L${side * half * 1.9} ${y + 22}L${side * half * 1.5} ${y}Z`,
          mixTrim(colour, trim),
        );
      break;
    case 'cross':
      sketch.path(`M${-half - 2} ${y - 1}L0 ${y + 32}L${half + 2} ${y - 1}Z`, skin);
      sketch.line(`M${half * 1.1} ${y - 2}L${-build.waistX * 0.3} ${build.waistY + joints.drop - 8}`, 7, trim);
      sketch.line(`M${-half * 1.1} ${y - 2}L${build.waistX * 0.02} ${y + 38}`, 7, trim);
      break;
    case 'high':
      sketch.rect(-half * 1.02, y - 8, half * 2.04, 13, 5, dark);
      break;
    case 'hood':
      sketch.path(
        `M${-half * 2.1} ${y + 4}Q${-half * 1.6} ${y - 16} ${-half * 0.7} ${y - 12}Q0 ${y + 14} ${half * 0.7} ${y - 12}Q${half * 1.6} ${y - 16} ${half * 2.1} ${y + 4}Q0 ${y + 34} ${-half * 2.1} ${y + 4}Z`,
        `${dark}>${colour}`,
      );
      break;
    case 'fur':
      for (const x of [-1.7, -1, -0.3, 0.4, 1.1, 1.7])
        sketch.ellipse(x * half, y + 2 + (1.7 - Math.abs(x)) * 6, half * 0.62, 10, trim);
      break;
    case 'ring':
      sketch.ellipse(0, y + 3, half * 1.9, 12, darker(trim, 0.1));
      sketch.ellipse(0, y, half * 1.7, 9, trim);
      break;
    default:
      break;
  }
}

/** Lapels stand out a little from the cloth they belong to. */
function mixTrim(colour: string, trim: string): string {
  return colour === trim ? darker(colour, 0.1) : trim;
}
