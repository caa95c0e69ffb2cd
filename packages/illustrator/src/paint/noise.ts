// Fractal noise, computed once per process into wrapping tables: painting then only looks values up.
import { createRandom } from '../scene/random.js';

/** Side of every table in cells; a power of two, so that wrapping is a mask. */
export const noiseSize = 512;
const mask = noiseSize - 1;

/** A square table of values around 0 (within about ±1) that wraps at its edges without a seam. */
export type NoiseTable = Float32Array;

/** Gradient noise (Perlin 1985) that wraps after `cells` cells, summed over octaves that halve in size and strength. */
function fractal(seed: number, cells: number, octaves: number, gain: number): NoiseTable {
  const table = new Float32Array(noiseSize * noiseSize);
  let strength = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    const grid = cells << octave;
    if (grid > noiseSize / 2) break;
    addOctave(table, grid, strength, seed + octave * 977);
    total += strength;
    strength *= gain;
  }
  // Perlin noise rarely leaves ±0.7 of its range; stretching makes the tables use all of ±1.
  const scale = 1.55 / total;
  for (let i = 0; i < table.length; i += 1) table[i] = (table[i] ?? 0) * scale;
  return table;
}

/** Adds one octave of gradient noise with `grid` cells a side. */
function addOctave(table: NoiseTable, grid: number, strength: number, seed: number): void {
  const random = createRandom(seed, grid);
  const gx = new Float32Array(grid * grid);
  const gy = new Float32Array(grid * grid);
  for (let i = 0; i < gx.length; i += 1) {
    const angle = random.next() * Math.PI * 2;
    gx[i] = Math.cos(angle);
    gy[i] = Math.sin(angle);
  }
  const step = grid / noiseSize;
  for (let y = 0; y < noiseSize; y += 1) {
    const py = y * step;
    const iy = Math.floor(py);
    const fy = py - iy;
    const wy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const upper = iy * grid;
    const lower = ((iy + 1) % grid) * grid;
    for (let x = 0; x < noiseSize; x += 1) {
      const px = x * step;
      const ix = px | 0;
      const fx = px - ix;
      const wx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
      const right = ix + 1 === grid ? 0 : ix + 1;
      const a = (gx[upper + ix] as number) * fx + (gy[upper + ix] as number) * fy;
      const b = (gx[upper + right] as number) * (fx - 1) + (gy[upper + right] as number) * fy;
      const c = (gx[lower + ix] as number) * fx + (gy[lower + ix] as number) * (fy - 1);
      const d = (gx[lower + right] as number) * (fx - 1) + (gy[lower + right] as number) * (fy - 1);
      const top = a * (1 - wx) + b * wx;
      const low = c * (1 - wx) + d * wx;
      const at = y * noiseSize + x;
      table[at] = (table[at] as number) + (top * (1 - wy) + low * wy) * strength;
    }
  }
}

/** Keeps what `make` returns after the first call: tables are shared by all paintings of a process. */
function once<T>(make: () => T): () => T {
  let kept: T | undefined;
  return () => {
    kept ??= make();
    return kept;
  };
}

/** Soft billowing noise: clouds, drifts, patches of colour. 4 cells a side, 6 octaves. */
export const softNoise = once(() => fractal(11, 4, 6, 0.5));
/** Rougher noise with strong small octaves: rock, soil, bark, spray. */
export const roughNoise = once(() => fractal(23, 8, 5, 0.68));
/** Ridged noise, 0–1, sharp bright crests on dark: waves, caustics, mountain ribs (Musgrave's 1 − |noise|). */
export const ridgedNoise = once(() => {
  const table = fractal(37, 6, 5, 0.52);
  for (let i = 0; i < table.length; i += 1) table[i] = (1 - Math.min(1, Math.abs(table[i] ?? 0) * 1.5)) ** 2;
  return table;
});

/** Bilinear look-up at any real position, in table cells; wraps. */
export function sample(table: NoiseTable, x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const row = (iy & mask) * noiseSize;
  const next = ((iy + 1) & mask) * noiseSize;
  const left = ix & mask;
  const right = (ix + 1) & mask;
  const top = table[row + left] as number;
  const low = table[next + left] as number;
  const upper = top + ((table[row + right] as number) - top) * fx;
  return upper + (low + ((table[next + right] as number) - low) * fx - upper) * fy;
}

/** A row of a table mixed for one height: what a picture's row needs of it when it looks at nothing above or below. */
export type NoiseLine = Float32Array;

/** Room for one row, and its first cell again behind its last. */
export function createNoiseLine(): NoiseLine {
  return new Float32Array(noiseSize + 1);
}

/** Mixes `line` for the height `y` (table cells); `sampleLine` then gives what `sample` would, at less than half its price. */
export function mixLine(table: NoiseTable, y: number, line: NoiseLine): void {
  const iy = Math.floor(y);
  const fy = y - iy;
  const row = (iy & mask) * noiseSize;
  const next = ((iy + 1) & mask) * noiseSize;
  for (let x = 0; x < noiseSize; x += 1) {
    const top = table[row + x] as number;
    line[x] = top + ((table[next + x] as number) - top) * fy;
  }
  line[noiseSize] = line[0] as number;
}

/** Added to a place so that cutting off its fraction rounds down, for places above −2^20. */
const positive = 1 << 20;

/** Linear look-up in a mixed line; wraps. `x` in table cells, above −2^20. */
export function sampleLine(line: NoiseLine, x: number): number {
  const place = x + positive;
  const cell = place | 0;
  const left = line[cell & mask] as number;
  return left + ((line[(cell & mask) + 1] as number) - left) * (place - cell);
}

const ditherSide = 128;
const ditherTile = once(() => {
  const tile = new Float32Array(ditherSide * ditherSide);
  for (let y = 0, i = 0; y < ditherSide; y += 1)
    for (let x = 0; x < ditherSide; x += 1, i += 1) {
      const inner = 0.06711056 * x + 0.00583715 * y;
      const outer = 52.9829189 * (inner - Math.floor(inner));
      tile[i] = outer - Math.floor(outer) - 0.5;
    }
  return tile;
});

/** Interleaved gradient noise (Jimenez 2014) on a tile, −0.5 … 0.5: added before rounding to 8 bits it hides bands. Whole places. */
export function ditherAt(x: number, y: number): number {
  return ditherTile()[((y & (ditherSide - 1)) * ditherSide) | (x & (ditherSide - 1))] as number;
}

/** Smooth step from 0 at `low` to 1 at `high`. */
export function smooth(low: number, high: number, value: number): number {
  const t = (value - low) / (high - low);
  const c = Math.min(1, Math.max(0, t));
  return c * c * (3 - 2 * c);
}
