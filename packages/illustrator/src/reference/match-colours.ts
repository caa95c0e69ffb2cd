// Brings a cut-out into the light of its new surroundings.
import { fromOklab, toOklab } from '../style/kernels/oklab.js';

/** Means and spreads of a picture's Oklab channels. */
export interface ColourStatistics {
  mean: [number, number, number];
  deviation: [number, number, number];
}

/** Statistics of H×W×4 where its alpha is above half, from every seventh pixel. */
export function measureColours(rgba: Uint8ClampedArray): ColourStatistics {
  const sums: [number, number, number] = [0, 0, 0];
  const squares: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let p = 0; p < rgba.length; p += 28) {
    if ((rgba[p + 3] as number) < 128) continue;
    const lab = toOklab(rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number);
    for (const k of [0, 1, 2] as const) {
      sums[k] += lab[k];
      squares[k] += lab[k] * lab[k];
    }
    count += 1;
  }
  const n = Math.max(1, count);
  const mean = sums.map((sum) => sum / n) as ColourStatistics['mean'];
  const deviation = squares.map((sum, k) => Math.sqrt(Math.max(0, sum / n - (mean[k] as number) ** 2)));
  return { mean, deviation: deviation as ColourStatistics['deviation'] };
}

/**
 * Colour transfer in a perceptual space (Reinhard et al., "Color Transfer between Images", 2001, with Oklab for lαβ): moves the statistics
 * of `rgba` towards `target` by `amount` 0–1, lightness spread by at most a quarter, so that skin stays skin. Returns a copy; alpha stays.
 */
export function matchColours(rgba: Uint8ClampedArray, target: ColourStatistics, amount: number): Uint8ClampedArray {
  const own = measureColours(rgba);
  const result = new Uint8ClampedArray(rgba);
  const stretch = Math.min(1.25, Math.max(0.8, target.deviation[0] / Math.max(1e-3, own.deviation[0])));
  const gain = 1 + (stretch - 1) * amount;
  const move = own.mean.map((mean, k) => ((target.mean[k] as number) - mean) * amount) as [number, number, number];
  for (let p = 0; p < rgba.length; p += 4) {
    if (rgba[p + 3] === 0) continue;
    const [l, a, b] = toOklab(rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number);
    const moved = fromOklab(own.mean[0] + (l - own.mean[0]) * gain + move[0], a + move[1], b + move[2]);
    result.set(moved, p);
  }
  return result;
}
