// Brush heads: what the hairs of a brush leave behind, as small textures that every stroke is drawn with.

import { clamp, smoothstep } from '../kernels/plane.js';
import { createRandom } from '../kernels/random.js';

/** Texture size: u runs along the stroke, v across it. Powers of two, so that a lookup is a shift. */
export const bristleLength = 128;
export const bristleWidth = 32;

/** One brush head. Index `v * bristleLength + u`. */
export interface Bristles {
  /** How much paint is laid, 0–255: ragged at both ends, thin at the sides. */
  alpha: Uint8Array;
  /** How high it stands and how light it looks, 0–255, 128 is the mean. */
  height: Uint8Array;
}

/** How a brush behaves. All 0–1. */
export interface BrushNature {
  /** How ragged the end of the stroke is: 0 a clean tip, 1 dry hairs. */
  dryness: number;
  /** How strongly hairs show as streaks. */
  streaks: number;
  /** How soft the sides are: 0 hard, 1 fading from the middle. */
  softness: number;
  /** How much the stroke narrows towards its end. */
  taper: number;
}

/** Draws `count` different heads of one nature; the same for the same arguments. */
export function createBristles(nature: BrushNature, count: number, seed: number): Bristles[] {
  return Array.from({ length: count }, (_, index) => createHead(nature, seed * 31 + index));
}

function createHead(nature: BrushNature, seed: number): Bristles {
  const random = createRandom(seed, 7);
  const alpha = new Uint8Array(bristleLength * bristleWidth);
  const height = new Uint8Array(bristleLength * bristleWidth);
  // Neighbouring hairs carry like amounts of paint: a random walk across the brush.
  let load = random.normal() * 0.5;
  for (let v = 0; v < bristleWidth; v += 1) {
    load = load * 0.78 + random.normal() * 0.6;
    const across = (v + 0.5) / bristleWidth;
    const side = Math.abs(across * 2 - 1);
    // The round tip of the brush: hairs at the sides start later and leave earlier.
    const tip = 0.1 * side * side;
    const start = tip + nature.dryness * 0.1 * random.next();
    const finish = 1 - tip - nature.dryness * 0.4 * random.next() ** 2;
    const wobble = random.between(0, 6.28);
    let drift = 0;
    for (let u = 0; u < bristleLength; u += 1) {
      const along = (u + 0.5) / bristleLength;
      drift = drift * 0.93 + random.normal() * 0.22;
      const width = 1 - nature.taper * smoothstep(0.35, 1, along) * 0.85;
      const edge =
        1 - smoothstep((1 - 0.9 * nature.softness) * 0.86 * width, width, side + 0.04 * Math.sin(along * 21 + wobble));
      const ends =
        smoothstep(start - 0.03, start + 0.03, along) * (1 - smoothstep(finish - 0.05, finish + 0.03, along));
      const gaps = 1 - nature.dryness * smoothstep(0.4, 1, along) * clamp(0.4 - load * 0.5 - drift * 0.3, 0, 0.9);
      alpha[v * bristleLength + u] = Math.round(255 * clamp(edge * ends * gaps, 0, 1));
      // Paint is pushed to the sides and heaped where the brush lifts off.
      const ridge =
        0.3 * smoothstep(0.45, 0.85, side) * (1 - smoothstep(0.9, 1, side)) + 0.3 * smoothstep(0.75, 0.95, along);
      height[v * bristleLength + u] = Math.round(
        clamp(
          128 + nature.streaks * (load * 46 + drift * 22) + 60 * (ridge - 0.12) - 30 * smoothstep(0.8, 1, side),
          0,
          255,
        ),
      );
    }
  }
  return { alpha, height };
}
