// Outlines of distant land: mountains, hills, dunes and their kin as heights along the picture's width.
import { createRandom } from '../scene/random.js';
import type { RidgeShape } from '../scene/scene.js';
import { ridgedNoise, sample, smooth, softNoise } from './noise.js';

/** Heights 0–1 above the ridge's base, one per sample from left to right; the highest is near 1. */
export function ridgeLine(shape: RidgeShape, seed: number, samples: number): Float32Array {
  const random = createRandom(seed, 601);
  const offset = random.between(0, 500);
  const row = random.between(0, 500);
  const peak = random.between(0.25, 0.75);
  const line = new Float32Array(samples);
  let top = 0;
  for (let i = 0; i < samples; i += 1) {
    const x = i / samples;
    const value = Math.max(0, heightAt(shape, x, offset, row, peak));
    line[i] = value;
    top = Math.max(top, value);
  }
  if (top > 0) for (let i = 0; i < samples; i += 1) line[i] = (line[i] as number) / top;
  return line;
}

function heightAt(shape: RidgeShape, x: number, offset: number, row: number, peak: number): number {
  const soft = (scale: number, y = row): number => sample(softNoise(), x * scale + offset, y);
  const sharp = (scale: number, y = row): number => sample(ridgedNoise(), x * scale + offset, y);
  switch (shape) {
    case 'alps': {
      const mass = 0.55 + 0.35 * soft(180) + 0.28 * Math.exp(-(((x - peak) / 0.2) ** 2));
      return (
        mass * (0.56 + 0.56 * sharp(150)) +
        0.11 * sharp(520, row + 31) +
        0.035 * sharp(1700, row + 7) +
        0.012 * soft(4200, row + 3)
      );
    }
    case 'hills':
      return 0.55 + 0.4 * soft(150) + 0.05 * soft(700);
    case 'rolling':
      return 0.6 + 0.34 * soft(95) + 0.012 * soft(900);
    case 'forest': {
      // Tree tops of uneven width and height: three rows of teeth, the tallest counts.
      let top = 0;
      for (const [teeth, tall, shift] of [
        [71, 0.15, 0],
        [113, 0.11, 0.37],
        [167, 0.08, 0.71],
      ] as const) {
        const place = x * teeth + shift + soft(900, row + teeth) * 1.6;
        const tooth = Math.floor(place);
        const size = 0.45 + 0.55 * Math.abs(sample(softNoise(), tooth * 37.7 + offset, teeth));
        top = Math.max(top, tall * size * (1 - Math.abs(place - tooth - 0.5) * 1.7));
      }
      return 0.6 + 0.26 * soft(150) + top;
    }
    case 'dunes': {
      // A dune rises slowly and falls steeply: warp x before taking the wave.
      const wave = x * 2.6 + offset * 0.1 + 0.3 * soft(110);
      const phase = wave - Math.floor(wave);
      const crest = phase < 0.72 ? smooth(0, 0.72, phase) : 1 - smooth(0.72, 1.02, phase);
      return 0.3 + 0.62 * crest * (0.7 + 0.3 * soft(60)) + 0.14 * soft(150);
    }
    case 'karst': {
      let height = 0.06 + 0.05 * soft(300);
      for (let k = 0; k < 7; k += 1) {
        const middle = (k + 0.5 + 0.7 * sample(softNoise(), k * 61 + offset, row)) / 7;
        const width = 0.05 + 0.03 * (0.5 + sample(softNoise(), k * 43 + row, offset));
        const tall = 0.5 + 0.5 * Math.abs(sample(softNoise(), k * 97 + offset, row + 9)) + 0.25;
        const d = Math.abs(x - middle) / width;
        height = Math.max(height, d < 1.6 ? tall * (1 - smooth(0.55, 1.6, d)) + 0.03 * soft(1400) : 0);
      }
      return height;
    }
    case 'mesa': {
      const raw = soft(130) + 0.12 * soft(600);
      const step = smooth(-0.05, 0.08, raw) * 0.55 + smooth(0.26, 0.36, raw) * 0.4;
      return 0.12 + step + 0.025 * soft(900);
    }
    case 'volcano': {
      const d = Math.abs(x - peak);
      const cone = Math.exp(-d * 4.6) * 1.15;
      return Math.min(cone, 0.86 + 0.02 * soft(1500)) + 0.04 * sharp(500) * (1 - cone);
    }
  }
}
