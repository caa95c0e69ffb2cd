// Cuts a picture into panes: patches of like colour, large in quiet places and small in busy ones, that end where things end.
import { type Painting, regionNames } from '../paint/painting.js';
import type { Lab, LabImage } from './kernels/oklab.js';
import { createRandom } from './kernels/random.js';

/** Patches at the resolution of the image they were cut from. */
export interface Panes {
  /** Pane of each pixel. */
  labels: Uint16Array;
  /** Mean colour of each pane. */
  colours: Lab[];
}

/** Regions that panes must not mix: air, distance, ground, things. Plants are marked by rough outlines, so they mix with all but things. */
const groups = 5;
const groupOf = regionNames.map((name) =>
  name === 'sky'
    ? 0
    : name === 'far'
      ? 1
      : name === 'plant' || name === 'effect'
        ? 3
        : name === 'subject' || name === 'lettering' || name === 'building'
          ? 4
          : 2,
);
/** Cost of a pixel of one group in a pane of another, in squared pane widths; index `group * groups + group`. */
const fence = Float32Array.from({ length: groups * groups }, (_, k) => {
  const [one, other] = [Math.floor(k / groups), k % groups];
  return one === other || ((one === 3 || other === 3) && one !== 4 && other !== 4) ? 0 : 4;
});

/** A pane while it is being grown. */
interface Seed {
  x: number;
  y: number;
  l: number;
  a: number;
  b: number;
  region: number;
  /** Half the spacing around it: how far it may reach. */
  size: number;
}

/**
 * Superpixels in the manner of SLIC (Achanta et al. 2012) with two changes: seeds are a blue-noise scatter whose spacing follows the
 * detail map, and a pane keeps to its region, so that lead always runs along the outline of a subject.
 */
export function cutPanes(painting: Painting, aim: LabImage, seed: number, unit: number): Panes {
  const { width: w, height: h } = aim;
  const region = new Uint8Array(w * h);
  const care = new Uint8Array(w * h);
  for (let y = 0, i = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, i += 1) {
      const full = Math.min(painting.height - 1, y * 2) * painting.width + Math.min(painting.width - 1, x * 2);
      region[i] = groupOf[painting.regions[full] as number] as number;
      care[i] = painting.detail[full] as number;
    }
  const seeds = scatter(aim, region, care, seed, unit);
  const labels = new Uint16Array(w * h);
  const nearest = new Float32Array(w * h);
  for (let round = 0; round < 4; round += 1) {
    nearest.fill(Number.POSITIVE_INFINITY);
    for (const [k, pane] of seeds.entries()) claim(pane, k, aim, region, labels, nearest);
    if (round < 3) recentre(seeds, labels, aim, region);
  }
  return { labels, colours: meanColours(seeds, labels, aim) };
}

/**
 * Half the spacing of panes for a detail value, in half-size pixels at 1024²: broad in quiet places, small in busy ones, and broad again
 * on a face, which a glazier paints on one piece rather than cut to bits.
 */
function paneSize(care: number): number {
  return care < 190 ? 31 - 14 * Math.min(1, care / 180) : 17 + 25 * Math.min(1, (care - 190) / 40);
}

/** Seeds by dart throwing, spaced by `paneSize`. */
function scatter(aim: LabImage, region: Uint8Array, care: Uint8Array, seed: number, unit: number): Seed[] {
  const { width: w, height: h } = aim;
  const random = createRandom(seed, 13);
  const seeds: Seed[] = [];
  const cell = 8 * unit;
  const columns = Math.ceil(w / cell);
  const grid = new Map<number, Seed[]>();
  for (let tries = 0; tries < 16_000; tries += 1) {
    const x = random.next() * w;
    const y = random.next() * h;
    const i = (y | 0) * w + (x | 0);
    const size = paneSize(care[i] as number) * unit;
    const reach = Math.ceil(size / cell);
    const cx = Math.floor(x / cell);
    const cy = Math.floor(y / cell);
    let free = true;
    for (let row = cy - reach; free && row <= cy + reach; row += 1)
      for (let column = cx - reach; free && column <= cx + reach; column += 1)
        for (const other of grid.get(row * columns + column) ?? [])
          if ((other.x - x) ** 2 + (other.y - y) ** 2 < size * size) free = false;
    if (!free) continue;
    const pane: Seed = {
      x,
      y,
      l: aim.l[i] as number,
      a: aim.a[i] as number,
      b: aim.b[i] as number,
      region: region[i] as number,
      size,
    };
    seeds.push(pane);
    const key = cy * columns + cx;
    const list = grid.get(key);
    if (list) list.push(pane);
    else grid.set(key, [pane]);
  }
  return seeds;
}

/** Lets one pane claim the pixels around it that suit it better than any pane before. */
function claim(
  pane: Seed,
  k: number,
  aim: LabImage,
  region: Uint8Array,
  labels: Uint16Array,
  nearest: Float32Array,
): void {
  const { width: w, height: h } = aim;
  const reach = pane.size * 2.1;
  const x0 = Math.max(0, Math.floor(pane.x - reach));
  const x1 = Math.min(w - 1, Math.ceil(pane.x + reach));
  const y0 = Math.max(0, Math.floor(pane.y - reach));
  const y1 = Math.min(h - 1, Math.ceil(pane.y + reach));
  const near = 1 / (pane.size * pane.size);
  for (let y = y0; y <= y1; y += 1)
    for (let x = x0; x <= x1; x += 1) {
      const i = y * w + x;
      const dl = (aim.l[i] as number) - pane.l;
      const da = (aim.a[i] as number) - pane.a;
      const db = (aim.b[i] as number) - pane.b;
      const place = ((x - pane.x) ** 2 + (y - pane.y) ** 2) * near;
      // A colour step of 0.11 weighs as much as one pane's width.
      const distance =
        (dl * dl + 3 * (da * da + db * db)) * 80 +
        place +
        (fence[(region[i] as number) * groups + pane.region] as number);
      if (distance < (nearest[i] as number)) {
        nearest[i] = distance;
        labels[i] = k;
      }
    }
}

/** Moves every pane to the middle of what it holds. */
function recentre(seeds: Seed[], labels: Uint16Array, aim: LabImage, region: Uint8Array): void {
  const sums = new Float64Array(seeds.length * 6);
  for (let i = 0; i < labels.length; i += 1) {
    const k = labels[i] as number;
    const pane = seeds[k] as Seed;
    if (region[i] !== pane.region) continue;
    const o = k * 6;
    sums[o] = (sums[o] as number) + (i % aim.width);
    sums[o + 1] = (sums[o + 1] as number) + Math.floor(i / aim.width);
    sums[o + 2] = (sums[o + 2] as number) + (aim.l[i] as number);
    sums[o + 3] = (sums[o + 3] as number) + (aim.a[i] as number);
    sums[o + 4] = (sums[o + 4] as number) + (aim.b[i] as number);
    sums[o + 5] = (sums[o + 5] as number) + 1;
  }
  for (const [k, pane] of seeds.entries()) {
    const o = k * 6;
    const count = sums[o + 5] as number;
    if (count === 0) continue;
    pane.x = (sums[o] as number) / count;
    pane.y = (sums[o + 1] as number) / count;
    pane.l = (sums[o + 2] as number) / count;
    pane.a = (sums[o + 3] as number) / count;
    pane.b = (sums[o + 4] as number) / count;
  }
}

/** Mean colour of every pane. */
function meanColours(seeds: Seed[], labels: Uint16Array, aim: LabImage): Lab[] {
  const sums = seeds.map((): [number, number, number, number] => [0, 0, 0, 0]);
  for (let i = 0; i < labels.length; i += 1) {
    const sum = sums[labels[i] as number] as [number, number, number, number];
    sum[0] += aim.l[i] as number;
    sum[1] += aim.a[i] as number;
    sum[2] += aim.b[i] as number;
    sum[3] += 1;
  }
  return sums.map(([l, a, b, n], k) => (n > 0 ? [l / n, a / n, b / n] : [seeds[k]?.l ?? 0, 0, 0]));
}
