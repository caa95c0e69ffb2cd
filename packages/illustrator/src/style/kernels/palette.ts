// Few colours: chooses a small palette for a picture and says which colour each place takes.
import type { Lab, LabImage } from './oklab.js';
import { createRandom } from './random.js';

/** At most this many samples are looked at when choosing a palette. */
const sampleCount = 4000;

/**
 * `count` colours that stand for `image`: k-means in Oklab, seeded by farthest points so that small but striking colours (a red
 * scarf) get one of their own. `weight(i)` ≥ 0 says how much pixel `i` counts. Sorted dark to light.
 */
export function choosePalette(image: LabImage, count: number, seed: number, weight: (i: number) => number): Lab[] {
  const random = createRandom(seed, 40);
  const total = image.l.length;
  const samples: { l: number; a: number; b: number; w: number }[] = [];
  const stride = Math.max(1, total / sampleCount);
  for (let at = random.next() * stride; at < total; at += stride) {
    const i = at | 0;
    const w = weight(i);
    if (w > 0) samples.push({ l: image.l[i] as number, a: image.a[i] as number, b: image.b[i] as number, w });
  }
  const mean = samples.reduce(
    (sum, s) => [sum[0] + s.l * s.w, sum[1] + s.a * s.w, sum[2] + s.b * s.w, sum[3] + s.w] as const,
    [0, 0, 0, 0] as readonly [number, number, number, number],
  );
  const centres: Lab[] = [[mean[0] / mean[3], mean[1] / mean[3], mean[2] / mean[3]]];
  const nearest = new Float64Array(samples.length).fill(Number.POSITIVE_INFINITY);
  while (centres.length < Math.min(count, samples.length)) {
    const [l, a, b] = centres.at(-1) as Lab;
    let best = 0;
    let bestScore = -1;
    for (const [k, s] of samples.entries()) {
      nearest[k] = Math.min(nearest[k] as number, distance2(s.l, s.a, s.b, l, a, b));
      // The square root of the weight keeps a large sky from taking every colour.
      const score = (nearest[k] as number) * Math.sqrt(s.w);
      if (score > bestScore) {
        bestScore = score;
        best = k;
      }
    }
    const chosen = samples[best] as { l: number; a: number; b: number };
    centres.push([chosen.l, chosen.a, chosen.b]);
  }
  for (let round = 0; round < 6; round += 1) {
    const sums = centres.map(() => [0, 0, 0, 0] as [number, number, number, number]);
    for (const s of samples) {
      const sum = sums[nearestColour(centres, s.l, s.a, s.b)] as [number, number, number, number];
      sum[0] += s.l * s.w;
      sum[1] += s.a * s.w;
      sum[2] += s.b * s.w;
      sum[3] += s.w;
    }
    for (const [k, [l, a, b, w]] of sums.entries()) if (w > 0) centres[k] = [l / w, a / w, b / w];
  }
  return centres.sort((p, q) => p[0] - q[0]);
}

/** How much more hue counts than lightness: a flat style must keep skin from grey and red from brown. */
const hueWeight = 4;

/** Squared distance of two colours. */
function distance2(l: number, a: number, b: number, l2: number, a2: number, b2: number): number {
  return (l - l2) * (l - l2) + hueWeight * ((a - a2) * (a - a2) + (b - b2) * (b - b2));
}

/** Index of the colour of `palette` nearest to an Oklab colour. */
export function nearestColour(palette: readonly Lab[], l: number, a: number, b: number): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let k = 0; k < palette.length; k += 1) {
    const [pl, pa, pb] = palette[k] as Lab;
    const d = distance2(l, a, b, pl, pa, pb);
    if (d < bestDistance) {
      bestDistance = d;
      best = k;
    }
  }
  return best;
}

/** Palette index of every pixel of `image`. */
export function assignColours(image: LabImage, palette: readonly Lab[]): Uint8Array {
  const labels = new Uint8Array(image.l.length);
  const l = Float64Array.from(palette, (colour) => colour[0]);
  const a = Float64Array.from(palette, (colour) => colour[1]);
  const b = Float64Array.from(palette, (colour) => colour[2]);
  const count = palette.length;
  for (let i = 0; i < labels.length; i += 1) {
    const pl = image.l[i] as number;
    const pa = image.a[i] as number;
    const pb = image.b[i] as number;
    let best = 0;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let k = 0; k < count; k += 1) {
      const d = distance2(pl, pa, pb, l[k] as number, a[k] as number, b[k] as number);
      if (d < bestDistance) {
        bestDistance = d;
        best = k;
      }
    }
    labels[i] = best;
  }
  return labels;
}

/** Majority of each 3×3 window, `rounds` times, except where `keep(i)`: rounds off corners and removes specks. */
export function smoothLabels(
  labels: Uint8Array,
  width: number,
  height: number,
  rounds: number,
  keep: (i: number) => boolean = () => false,
): Uint8Array {
  let current = labels;
  const votes = new Uint8Array(256);
  for (let round = 0; round < rounds; round += 1) {
    const next = current.slice();
    for (let y = 1; y < height - 1; y += 1)
      for (let x = 1; x < width - 1; x += 1) {
        const i = y * width + x;
        const here = current[i] as number;
        // Most places are surrounded by their own kind.
        if (
          current[i - 1] === here &&
          current[i + 1] === here &&
          current[i - width] === here &&
          current[i + width] === here
        )
          continue;
        if (keep(i)) continue;
        let best = here;
        for (let dy = -width; dy <= width; dy += width)
          for (let dx = -1; dx <= 1; dx += 1) {
            const label = current[i + dy + dx] as number;
            votes[label] = (votes[label] as number) + 1;
            if ((votes[label] as number) > (votes[best] as number)) best = label;
          }
        for (let dy = -width; dy <= width; dy += width)
          for (let dx = -1; dx <= 1; dx += 1) votes[current[i + dy + dx] as number] = 0;
        next[i] = best;
      }
    current = next;
  }
  return current;
}
