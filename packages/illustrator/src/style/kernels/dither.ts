// Blue noise: a small tile of thresholds without clumps or pattern, for dithering and for even scatter.
import { createRandom } from './random.js';

/** Side of the tile; a power of two, so that wrapping is a mask. */
export const ditherSide = 64;

let tile: Float32Array | undefined;

/**
 * A 64×64 tile of thresholds, each of (k + 0.5) / 4096 once, arranged as blue noise; index `(y & 63) * 64 + (x & 63)`.
 * Void-and-cluster (Ulichney, "The void-and-cluster method for dither array generation", 1993), built on first use (about
 * 40 ms) and the same in every process. Adding (threshold − 0.5) levels before rounding hides bands in skies.
 */
export function ditherTile(): Float32Array {
  tile ??= buildTile();
  return tile;
}

function buildTile(): Float32Array {
  const side = ditherSide;
  const count = side * side;
  const mask = side - 1;
  // Gaussian of deviation 1.5, as Ulichney recommends; beyond 6 pixels it adds nothing.
  const reach = 6;
  const weights = new Float64Array((2 * reach + 1) ** 2);
  for (let y = -reach; y <= reach; y += 1)
    for (let x = -reach; x <= reach; x += 1)
      weights[(y + reach) * (2 * reach + 1) + x + reach] = Math.exp(-(x * x + y * y) / 4.5);
  const energy = new Float64Array(count);
  const taken = new Uint8Array(count);
  const put = (at: number, sign: number): void => {
    const cx = at & mask;
    const cy = at >> 6;
    taken[at] = sign > 0 ? 1 : 0;
    for (let y = -reach, k = 0; y <= reach; y += 1) {
      const row = ((cy + y) & mask) * side;
      for (let x = -reach; x <= reach; x += 1, k += 1) {
        const i = row + ((cx + x) & mask);
        energy[i] = (energy[i] as number) + sign * (weights[k] as number);
      }
    }
  };
  /** The tightest cluster among the taken, or the largest void among the free. */
  const find = (among: 0 | 1): number => {
    let best = -1;
    for (let i = 0; i < count; i += 1) {
      if (taken[i] !== among) continue;
      const better =
        best < 0 ||
        (among ? (energy[i] as number) > (energy[best] as number) : (energy[i] as number) < (energy[best] as number));
      if (better) best = i;
    }
    return best;
  };
  const random = createRandom(0x64697468);
  const initial = count >> 4;
  for (let placed = 0; placed < initial; ) {
    const at = random.below(count);
    if (taken[at]) continue;
    put(at, 1);
    placed += 1;
  }
  // Move points from clusters into voids until nothing moves any more.
  for (let moves = 0; moves < count; moves += 1) {
    const cluster = find(1);
    put(cluster, -1);
    const hole = find(0);
    put(hole, 1);
    if (hole === cluster) break;
  }
  const rank = new Float32Array(count);
  const prototype = taken.slice();
  for (let k = initial - 1; k >= 0; k -= 1) {
    const at = find(1);
    rank[at] = k;
    put(at, -1);
  }
  for (let i = 0; i < count; i += 1) if (prototype[i]) put(i, 1);
  for (let k = initial; k < count; k += 1) {
    const at = find(0);
    rank[at] = k;
    put(at, 1);
  }
  for (let i = 0; i < count; i += 1) rank[i] = ((rank[i] as number) + 0.5) / count;
  return rank;
}
