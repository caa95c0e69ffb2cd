// The pigments behind colour words, as the planner and the grade use them.
import { pigments } from '../artwork/colour-targets.js';
import type { ColourName } from '../brief/vocabulary.js';
import { hex, type Rgb } from './colour.js';

/** sRGB of a colour word; `rainbow`, which is no single colour, gives its violet. */
export function colourOf(name: ColourName): Rgb {
  return hex(name === 'rainbow' ? pigments.purple : pigments[name]);
}
