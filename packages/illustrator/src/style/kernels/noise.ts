// Smooth noise: the irregularity of paper, pigment, canvas and hand.
import { createPlane, type Plane } from './plane.js';
import { latticeValue } from './random.js';

/** Value noise at a point, 0–1, features about one unit wide, C¹ smooth; the same for equal `x`, `y`, `seed`. */
export function valueNoise(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const sx = fx * fx * (3 - 2 * fx);
  const sy = fy * fy * (3 - 2 * fy);
  const a = latticeValue(x0, y0, seed);
  const b = latticeValue(x0 + 1, y0, seed);
  const c = latticeValue(x0, y0 + 1, seed);
  const d = latticeValue(x0 + 1, y0 + 1, seed);
  const top = a + (b - a) * sx;
  return top + (c + (d - c) * sx - top) * sy;
}

/**
 * A plane of fractal noise, 0–1, mean near 0.5: `octaves` layers, the first with features `size` pixels wide
 * (`sizeY` down the page, default the same), each next half as wide and `gain` as strong.
 */
export function fractalNoise(
  width: number,
  height: number,
  options: { size: number; sizeY?: number; octaves: number; gain?: number; seed: number },
): Plane {
  const { size, octaves, seed, gain = 0.5, sizeY = size } = options;
  const plane = createPlane(width, height);
  let amplitude = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    addNoiseOctave(
      plane,
      Math.max(1, size / 2 ** octave),
      Math.max(1, sizeY / 2 ** octave),
      amplitude,
      seed + octave * 101,
    );
    total += amplitude;
    amplitude *= gain;
  }
  for (let i = 0; i < plane.data.length; i += 1) plane.data[i] = (plane.data[i] as number) / total;
  return plane;
}

/** Adds one layer of value noise; lattice rows are interpolated once per line, so a pixel costs one mix. */
function addNoiseOctave(plane: Plane, sizeX: number, sizeY: number, amplitude: number, seed: number): void {
  const { width, height, data } = plane;
  const columns = Math.ceil(width / sizeX) + 2;
  const line = new Float32Array(columns);
  const index = new Uint16Array(width);
  const blend = new Float32Array(width);
  for (let x = 0; x < width; x += 1) {
    const u = x / sizeX;
    const f = u - Math.floor(u);
    index[x] = Math.floor(u);
    blend[x] = f * f * (3 - 2 * f);
  }
  for (let y = 0; y < height; y += 1) {
    const v = y / sizeY;
    const row = Math.floor(v);
    const f = v - row;
    const sy = f * f * (3 - 2 * f);
    for (let c = 0; c < columns; c += 1) {
      const a = latticeValue(c, row, seed);
      line[c] = (a + (latticeValue(c, row + 1, seed) - a) * sy) * amplitude;
    }
    for (let x = 0, i = y * width; x < width; x += 1, i += 1) {
      const c = index[x] as number;
      const a = line[c] as number;
      data[i] = (data[i] as number) + a + ((line[c + 1] as number) - a) * (blend[x] as number);
    }
  }
}
