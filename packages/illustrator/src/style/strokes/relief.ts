// Light on paint: turns the height of the strokes into shading, so that oil looks laid on and not printed.
import type { Surface } from './surface.js';

/**
 * Shades `surface.rgba` in place by its relief, lit from the upper left. `depth` is in levels of lightness per 64 levels
 * of slope (12 gentle, 40 heavy impasto); `gloss` 0–1 adds the small highlights of varnish. `weave` 0–1 lets the canvas
 * show through thin paint.
 */
export function shadeRelief(surface: Surface, depth: number, gloss: number, weave: number): void {
  const { width, height, rgba, relief } = surface;
  const slopeGain = depth / 64;
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x += 1) {
      const right = x < width - 1 ? x + 1 : x;
      const left = x > 0 ? x - 1 : 0;
      const slope =
        (relief[row + right] as number) -
        (relief[row + left] as number) +
        (relief[below + x] as number) -
        (relief[above + x] as number);
      // Light from the upper left: a slope that rises to the lower right faces the light.
      let shade = slope * slopeGain;
      if (shade > 34) shade = 34 + (shade - 34) * 0.3;
      if (shade < -34) shade = -34 + (shade + 34) * 0.3;
      if (weave > 0) {
        const thread = ((x & 3) - 1.5) * ((y & 3) - 1.5);
        shade += weave * thread * 1.6;
      }
      const p = (row + x) * 4;
      const r = rgba[p] as number;
      const g = rgba[p + 1] as number;
      const b = rgba[p + 2] as number;
      // Shading multiplies (dark paint shows less), the highlight adds.
      const gain = 1 + shade / 160;
      const spark = shade > 16 ? (shade - 16) * gloss * 1.8 : 0;
      rgba[p] = r * gain + spark;
      rgba[p + 1] = g * gain + spark;
      rgba[p + 2] = b * gain + spark;
    }
  }
}
