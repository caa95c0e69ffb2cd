// Hair: a part behind the head and a part over the forehead, in a dozen cuts.
import type { Point } from '../drawing.js';
import { limb, type Sketch } from '../sketch.js';
import { darker, lighter } from '../tone.js';
import type { Build } from './build.js';

/** The cuts. */
export type HairCut =
  | 'short'
  | 'crop'
  | 'spiky'
  | 'curly'
  | 'long'
  | 'wavy'
  | 'bob'
  | 'ponytail'
  | 'bun'
  | 'pigtails'
  | 'topknot'
  | 'balding'
  | 'tuft'
  | 'bald';

/** A head to put hair on. */
export interface Scalp {
  sketch: Sketch;
  build: Build;
  /** `#rrggbb` lit and shaded. */
  colour: string;
  shade: string;
}

/** Points of the head in shares of its half width and half height from its middle. */
function at({ build }: Scalp, x: number, y: number): Point {
  return [x * build.faceX, build.headY + y * build.faceY];
}

/** Path data from a list like `M -1 0 C …` whose numbers are shares of the half face. */
function path(scalp: Scalp, d: string): string {
  const numbers = /(-?[\d.]+) (-?[\d.]+)/g;
  return d.replace(numbers, (_, x: string, y: string) =>
    at(scalp, Number(x), Number(y))
      .map((value) => value.toFixed(1))
      .join(' '),
  );
}

const longBack =
  'M 0 -1.24 C 0.9 -1.24 1.36 -0.7 1.32 0.2 C 1.3 1 1.5 1.6 1.42 2.5 C 0.9 2.8 0.5 2.5 0 2.5 C -0.5 2.5 -0.9 2.8 -1.42 2.5 C -1.5 1.6 -1.3 1 -1.32 0.2 C -1.36 -0.7 -0.9 -1.24 0 -1.24 Z';
const wavyBack =
  'M 0 -1.26 C 1 -1.26 1.4 -0.7 1.42 0 C 1.44 0.5 1.7 0.8 1.56 1.3 C 1.46 1.7 1.72 2 1.44 2.5 C 1 2.85 0.6 2.3 0 2.4 C -0.6 2.3 -1 2.85 -1.44 2.5 C -1.72 2 -1.46 1.7 -1.56 1.3 C -1.7 0.8 -1.44 0.5 -1.42 0 C -1.4 -0.7 -1 -1.26 0 -1.26 Z';
const bobBack =
  'M 0 -1.24 C 0.95 -1.24 1.34 -0.7 1.34 0.1 C 1.36 0.6 1.42 0.9 1.26 1.16 C 0.8 1.3 -0.8 1.3 -1.26 1.16 C -1.42 0.9 -1.36 0.6 -1.34 0.1 C -1.34 -0.7 -0.95 -1.24 0 -1.24 Z';

/** What lies behind head and shoulders. */
export function drawHairBack(scalp: Scalp, cut: HairCut): void {
  const { sketch, colour, shade, build } = scalp;
  const fill = `${shade}>${darker(shade, 0.12)}`;
  switch (cut) {
    case 'long':
      sketch.path(path(scalp, longBack), fill);
      break;
    case 'wavy':
      sketch.path(path(scalp, wavyBack), fill);
      break;
    case 'bob':
      sketch.path(path(scalp, bobBack), fill);
      break;
    case 'ponytail':
      sketch.path(
        limb(
          [at(scalp, 0.7, -0.8), at(scalp, 1.5, -0.5), at(scalp, 1.66, 0.5), at(scalp, 1.36, 1.5)],
          [0.5, 0.62, 0.6, 0.16].map((w) => w * build.faceX),
        ),
        fill,
      );
      sketch.ellipse(...at(scalp, 0.94, -0.74), build.faceX * 0.2, build.faceX * 0.26, '#d8475a', -30);
      break;
    case 'bun':
      sketch.ellipse(...at(scalp, 0, -1.32), build.faceX * 0.5, build.faceX * 0.42, `${colour}>${shade}`);
      break;
    case 'topknot':
      sketch.ellipse(...at(scalp, 0, -1.36), build.faceX * 0.26, build.faceX * 0.32, `${colour}>${shade}`);
      break;
    case 'pigtails':
      for (const side of [-1, 1]) {
        sketch.path(
          limb(
            [at(scalp, side * 1.02, 0.1), at(scalp, side * 1.5, 0.5), at(scalp, side * 1.5, 1.2)],
            [0.4, 0.56, 0.14].map((w) => w * build.faceX),
          ),
          `${colour}>${shade}`,
        );
        sketch.ellipse(...at(scalp, side * 1.1, 0.16), build.faceX * 0.14, build.faceX * 0.2, '#e8574f', side * 25);
      }
      break;
    case 'curly':
      for (const [x, y, r] of [
        [-1.02, -0.2, 0.44],
        [1.02, -0.2, 0.44],
        [-1.05, 0.3, 0.36],
        [1.05, 0.3, 0.36],
        [-0.8, -0.8, 0.5],
        [0.8, -0.8, 0.5],
        [0, -1.06, 0.56],
      ] as const)
        sketch.ellipse(...at(scalp, x, y), r * build.faceX, r * build.faceX, shade);
      break;
    default:
      break;
  }
}

const cap = 'C -1.2 -0.78 -0.74 -1.3 0 -1.28 C 0.74 -1.3 1.2 -0.78 1.08 0.12';
const fringes: Readonly<Record<'side' | 'crop' | 'bangs' | 'parted' | 'spiky' | 'swept', string>> = {
  side: `M -1.08 0.12 ${cap} C 1 -0.16 0.96 -0.36 0.8 -0.5 C 0.3 -0.5 -0.2 -0.62 -0.46 -0.84 C -0.62 -0.6 -0.96 -0.36 -1.08 0.12 Z`,
  crop: `M -1.06 0 C -1.16 -0.78 -0.72 -1.24 0 -1.22 C 0.72 -1.24 1.16 -0.78 1.06 0 C 1 -0.2 0.98 -0.44 0.84 -0.58 C 0.4 -0.7 -0.4 -0.7 -0.84 -0.58 C -0.98 -0.44 -1 -0.2 -1.06 0 Z`,
  bangs: `M -1.1 0.3 ${cap} L 1.1 0.3 C 1.02 0 0.98 -0.1 0.9 -0.24 C 0.6 -0.3 0.4 -0.2 0.3 -0.3 C 0.1 -0.2 -0.1 -0.22 -0.3 -0.3 C -0.5 -0.2 -0.7 -0.3 -0.9 -0.24 C -0.98 -0.1 -1.02 0 -1.1 0.3 Z`,
  parted: `M -1.12 0.5 ${cap} L 1.12 0.5 C 1.06 0 0.9 -0.5 0.1 -0.92 C -0.6 -0.6 -1.02 -0.1 -1.12 0.5 Z`,
  spiky: `M -1.08 0.1 C -1.26 -0.4 -1.16 -0.7 -1.06 -0.86 L -0.82 -0.96 L -0.76 -1.26 L -0.4 -1.2 L -0.2 -1.46 L 0.1 -1.22 L 0.46 -1.4 L 0.56 -1.12 L 0.9 -1.08 L 0.96 -0.8 C 1.2 -0.6 1.2 -0.3 1.08 0.1 C 1 -0.2 0.94 -0.34 0.84 -0.44 L 0.6 -0.36 L 0.42 -0.6 L 0.1 -0.38 L -0.16 -0.62 L -0.46 -0.36 L -0.66 -0.58 C -0.94 -0.3 -1 -0.2 -1.08 0.1 Z`,
  swept: `M -1.08 0.12 ${cap} C 1.02 -0.1 0.98 -0.3 0.88 -0.4 C 0.5 -0.56 0.1 -0.9 0 -0.98 C -0.3 -0.6 -0.8 -0.5 -0.94 -0.3 C -1.02 -0.16 -1.04 0 -1.08 0.12 Z`,
};

const fringeOf: Readonly<Record<HairCut, keyof typeof fringes | null>> = {
  short: 'side',
  crop: 'crop',
  spiky: 'spiky',
  curly: 'swept',
  long: 'parted',
  wavy: 'swept',
  bob: 'bangs',
  ponytail: 'swept',
  bun: 'parted',
  pigtails: 'bangs',
  topknot: 'crop',
  balding: null,
  tuft: null,
  bald: null,
};

/** What falls over the forehead. */
export function drawHairFront(scalp: Scalp, cut: HairCut): void {
  const { sketch, colour, shade, build } = scalp;
  const fringe = fringeOf[cut];
  if (fringe !== null) {
    sketch.path(path(scalp, fringes[fringe]), `${colour}>${shade}`);
    sketch.line(
      path(scalp, 'M -0.5 -1.02 C -0.2 -1.12 0.2 -1.12 0.5 -1'),
      build.faceX * 0.07,
      `${lighter(colour, 0.3)}*0.5`,
    );
  }
  if (cut === 'curly')
    for (const [x, y, r] of [
      [-0.7, -0.86, 0.34],
      [-0.3, -1.02, 0.36],
      [0.14, -1.06, 0.38],
      [0.6, -0.92, 0.36],
      [-0.98, -0.5, 0.28],
      [0.98, -0.5, 0.28],
      [-0.4, -0.66, 0.22],
      [0.3, -0.72, 0.22],
    ] as const)
      sketch.ellipse(...at(scalp, x, y), r * build.faceX, r * build.faceX, `${colour}>${shade}`);
  if (cut === 'balding')
    for (const side of [-1, 1])
      sketch.path(
        path(
          scalp,
          `M ${side * 0.86} -0.5 C ${side * 1.3} -0.5 ${side * 1.3} 0.3 ${side * 1.02} 0.36 C ${side * 1.04} 0 ${side * 0.98} -0.2 ${side * 0.86} -0.5 Z`,
        ),
        `${colour}>${shade}`,
      );
  if (cut === 'tuft')
    sketch.path(
      path(
        scalp,
        'M -0.16 -0.88 C -0.3 -1.2 0 -1.4 0.2 -1.2 C 0.36 -1.02 0.1 -0.94 0.06 -1.08 C 0.24 -0.9 0.02 -0.7 -0.16 -0.88 Z',
      ),
      colour,
    );
}
