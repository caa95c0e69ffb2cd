// Where worn things sit on a head, whoever's head it is: a person's, a beast's, or a Noto animal's.

import type { Sketch } from '../sketch.js';

/** Headwear. */
export interface Hat {
  /** Own colour, `#rrggbb`. */
  colour: string;
  draw(sketch: Sketch, frame: HeadFrame, colour: string): void;
  /** What shows behind the face inside hoods and helmets. */
  back?(sketch: Sketch, frame: HeadFrame, colour: string): void;
  /** Covers the hair at the back (`back`) or all of it. */
  covers?: 'back' | 'all';
}

/** Units of the drawing, y downwards. */
export interface HeadFrame {
  /** Middle line of the face. */
  x: number;
  /** Half the width of the skull at the brow. */
  half: number;
  /** Where a hat's brim lies, the crown of the head, the eyes, the mouth, the neck. */
  browY: number;
  topY: number;
  eyeY: number;
  mouthY: number;
  neckY: number;
  /** Half the distance of the eyes, half the width of the neck. */
  eyeGap: number;
  neckHalf: number;
}

/** A frame guessed from the box of a head `[x0, y0, x1, y1]` with the usual proportions of an animal that faces us. */
export function frameOfBox([x0, y0, x1, y1]: readonly [number, number, number, number]): HeadFrame {
  const [width, height] = [x1 - x0, y1 - y0];
  return {
    x: (x0 + x1) / 2,
    half: width * 0.36,
    browY: y0 + height * 0.3,
    topY: y0 + height * 0.1,
    eyeY: y0 + height * 0.46,
    mouthY: y0 + height * 0.74,
    neckY: y1 + height * 0.02,
    eyeGap: width * 0.2,
    neckHalf: width * 0.34,
  };
}

/** Path data whose numbers are pairs of shares of half the head, from the middle of the brow: `M -1 0 L 1 0 Z`. */
export function shape({ x, browY, half }: HeadFrame, d: string): string {
  return d.replace(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, dx: string, dy: string) => `${(x + Number(dx) * half).toFixed(1)} ${(browY + Number(dy) * half).toFixed(1)}`,
  );
}
