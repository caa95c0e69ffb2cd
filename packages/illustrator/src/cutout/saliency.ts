// Guesses what stands out in a picture where no network knows it: what cannot be reached from the border without crossing
// strong colour steps (minimum barrier distance, Zhang 2015, "Minimum Barrier Salient Object Detection at 80 FPS"), and
// whose colours are rare along the border.
import type { Plane } from '../style/kernels/plane.js';
import type { LabGrid } from './lab-grid.js';

/** How salient each place is, 0–1, the strongest 1. */
export function findSaliency(grid: LabGrid): Plane {
  const { width, height } = grid;
  const total = new Float32Array(width * height);
  for (const channel of [grid.l, grid.a, grid.b]) {
    const distance = barrierDistance(channel, width, height);
    for (let index = 0; index < total.length; index++)
      total[index] = (total[index] as number) + (distance[index] as number);
  }
  normalise(total);
  const contrast = borderContrast(grid);
  for (let index = 0; index < total.length; index++) {
    const x = (index % width) / width - 0.5;
    const y = Math.floor(index / width) / height - 0.5;
    // Subjects stand near the middle more often than not: a gentle fall towards the corners, 1 to 0.55.
    const centred = Math.exp(-1.2 * (x * x + y * y));
    total[index] = ((total[index] as number) + (contrast[index] as number)) * centred;
  }
  normalise(total);
  return { width, height, data: total };
}

/**
 * For every place, the least range (highest minus lowest value) that a path from the border must cover; approximated by
 * alternate raster scans, three suffice.
 */
function barrierDistance(channel: Float32Array, width: number, height: number): Float32Array {
  const distance = new Float32Array(channel.length).fill(Number.POSITIVE_INFINITY);
  const highest = Float32Array.from(channel);
  const lowest = Float32Array.from(channel);
  for (let x = 0; x < width; x++) {
    distance[x] = 0;
    distance[(height - 1) * width + x] = 0;
  }
  for (let y = 0; y < height; y++) {
    distance[y * width] = 0;
    distance[y * width + width - 1] = 0;
  }
  /** Would coming from `from` make the way to `to` easier? */
  const relax = (to: number, from: number): void => {
    const value = channel[to] as number;
    const high = Math.max(highest[from] as number, value);
    const low = Math.min(lowest[from] as number, value);
    if (high - low < (distance[to] as number)) {
      distance[to] = high - low;
      highest[to] = high;
      lowest[to] = low;
    }
  };
  for (let scan = 0; scan < 3; scan++) {
    const forward = scan % 2 === 0;
    for (let step = 1; step < height - 1; step++) {
      const y = forward ? step : height - 1 - step;
      for (let stride = 1; stride < width - 1; stride++) {
        const x = forward ? stride : width - 1 - stride;
        const at = y * width + x;
        relax(at, forward ? at - 1 : at + 1);
        relax(at, forward ? at - width : at + width);
      }
    }
  }
  return distance;
}

/** Colour distance to the mean colour of each of the four sides; the nearest side counts least, as it may be the subject's. */
function borderContrast(grid: LabGrid): Float32Array {
  const { width, height, l, a, b } = grid;
  const band = Math.max(1, Math.round(Math.min(width, height) * 0.1));
  const sides = [
    { x0: 0, y0: 0, x1: width, y1: band },
    { x0: 0, y0: height - band, x1: width, y1: height },
    { x0: 0, y0: 0, x1: band, y1: height },
    { x0: width - band, y0: 0, x1: width, y1: height },
  ];
  const maps = sides.map(({ x0, y0, x1, y1 }) => {
    let [sumL, sumA, sumB, count] = [0, 0, 0, 0];
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        sumL += l[y * width + x] as number;
        sumA += a[y * width + x] as number;
        sumB += b[y * width + x] as number;
        count += 1;
      }
    }
    // Chroma counts double: light varies over any background, hue less.
    const map = l.map((value, index) =>
      Math.hypot(
        value - sumL / count,
        2 * ((a[index] as number) - sumA / count),
        2 * ((b[index] as number) - sumB / count),
      ),
    );
    normalise(map);
    return map;
  });
  const contrast = new Float32Array(l.length);
  for (let index = 0; index < contrast.length; index++) {
    const values = maps.map((map) => map[index] as number);
    contrast[index] = values.reduce((sum, value) => sum + value, 0) - Math.max(...values);
  }
  normalise(contrast);
  return contrast;
}

/** Scales to 0–1 in place; a flat picture becomes 0. */
function normalise(values: Float32Array): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const range = high - low;
  for (let index = 0; index < values.length; index++)
    values[index] = range > 1e-6 ? ((values[index] as number) - low) / range : 0;
}
