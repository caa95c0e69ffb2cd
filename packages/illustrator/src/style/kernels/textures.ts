// Grounds to paint on: paper, washi, silk and felt as small tiles that repeat without a seam.
import { createRandom, latticeValue } from './random.js';

/** Side of a tile; a power of two, so that wrapping is a mask. 512 repeats too seldom for the eye to notice. */
export const textureSide = 512;
const mask = textureSide - 1;

export type TextureName = 'tooth' | 'laid' | 'washi' | 'silk' | 'fibre';

const cache = new Map<TextureName, Float32Array>();

/**
 * A tile of heights around 0 (about −1 … 1), index `(y & 511) * 512 + (x & 511)`; built on first use (10–30 ms) and kept.
 * `tooth`: cold-pressed watercolour paper; `laid`: charcoal paper with its faint lines; `washi`: long mulberry fibres;
 * `silk`: a fine weave; `fibre`: short curly wool.
 */
export function textureTile(name: TextureName): Float32Array {
  let tile = cache.get(name);
  if (!tile) {
    tile = builders[name]();
    cache.set(name, tile);
  }
  return tile;
}

const builders: Record<TextureName, () => Float32Array> = {
  tooth: () => normalise(addNoise(addNoise(addNoise(blank(), 64, 64, 0.5, 1), 128, 128, 0.9, 2), 256, 256, 0.5, 3)),
  laid: () => {
    const tile = addNoise(addNoise(blank(), 128, 128, 0.8, 4), 256, 256, 0.8, 5);
    for (let i = 0; i < tile.length; i += 1)
      tile[i] = (tile[i] as number) + 0.16 * Math.sin(((i >> 9) * Math.PI * 2 * 64) / textureSide);
    return normalise(tile);
  },
  washi: () => {
    const tile = addNoise(addNoise(blank(), 16, 16, 0.25, 6), 128, 128, 0.35, 7);
    return normalise(addFibres(tile, { count: 900, length: 70, curl: 0.05, strength: 0.55, seed: 8 }));
  },
  silk: () => {
    const tile = addNoise(addNoise(blank(), 8, 64, 0.4, 9), 256, 256, 0.3, 10);
    for (let i = 0; i < tile.length; i += 1) {
      const x = i & mask;
      const y = i >> 9;
      // Warp over weft, each thread of its own thickness.
      const warp = Math.sin((x * Math.PI * 2 * 128) / textureSide) * (0.5 + latticeValue(x >> 2, 0, 11));
      const weft = Math.sin((y * Math.PI * 2 * 128) / textureSide) * (0.5 + latticeValue(0, y >> 2, 12));
      tile[i] = (tile[i] as number) + 0.3 * (warp + weft);
    }
    return normalise(tile);
  },
  fibre: () => {
    const tile = addNoise(blank(), 64, 64, 0.3, 13);
    return normalise(addFibres(tile, { count: 9000, length: 22, curl: 0.35, strength: 0.5, seed: 14 }));
  },
};

function blank(): Float32Array {
  return new Float32Array(textureSide * textureSide);
}

/** Adds value noise with `cellsX` × `cellsY` cells per tile; the lattice wraps. */
function addNoise(tile: Float32Array, cellsX: number, cellsY: number, amplitude: number, seed: number): Float32Array {
  for (let y = 0; y < textureSide; y += 1) {
    const v = (y * cellsY) / textureSide;
    const y0 = v | 0;
    const fy = v - y0;
    const sy = fy * fy * (3 - 2 * fy);
    const y1 = (y0 + 1) % cellsY;
    let cell = -1;
    let left = 0;
    let right = 0;
    for (let x = 0; x < textureSide; x += 1) {
      const u = (x * cellsX) / textureSide;
      const x0 = u | 0;
      if (x0 !== cell) {
        cell = x0;
        const x1 = (x0 + 1) % cellsX;
        const a = latticeValue(x0, y0, seed);
        const b = latticeValue(x1, y0, seed);
        left = a + (latticeValue(x0, y1, seed) - a) * sy;
        right = b + (latticeValue(x1, y1, seed) - b) * sy;
      }
      const fx = u - x0;
      const i = y * textureSide + x;
      tile[i] = (tile[i] as number) + amplitude * (left + (right - left) * fx * fx * (3 - 2 * fx));
    }
  }
  return tile;
}

/** Adds thin curved threads, some light and some dark. Lengths in pixels, curl in radians per pixel. */
function addFibres(
  tile: Float32Array,
  look: { count: number; length: number; curl: number; strength: number; seed: number },
): Float32Array {
  const random = createRandom(look.seed, 3);
  for (let k = 0; k < look.count; k += 1) {
    let x = random.next() * textureSide;
    let y = random.next() * textureSide;
    let angle = random.next() * Math.PI * 2;
    const turn = random.normal() * look.curl;
    const tone = look.strength * (random.next() < 0.5 ? -0.6 : 1) * random.between(0.4, 1);
    const length = look.length * random.between(0.4, 1.3);
    for (let step = 0; step < length; step += 1) {
      const fade = Math.min(1, step / 4, (length - step) / 4);
      const i = (y & mask) * textureSide + (x & mask);
      tile[i] = (tile[i] as number) + tone * fade;
      x += Math.cos(angle) + textureSide;
      y += Math.sin(angle) + textureSide;
      angle += turn + random.normal() * look.curl * 0.3;
    }
  }
  return tile;
}

/** Mean 0, deviation 0.4, in place. */
function normalise(tile: Float32Array): Float32Array {
  let sum = 0;
  let squares = 0;
  for (const value of tile) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / tile.length;
  const gain = 0.4 / Math.sqrt(squares / tile.length - mean * mean);
  for (let i = 0; i < tile.length; i += 1) tile[i] = ((tile[i] as number) - mean) * gain;
  return tile;
}
