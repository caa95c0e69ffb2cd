// Repeatable chance: every random choice of a style comes from here, so that one seed gives one picture.

/** A stream of pseudo-random numbers. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Integer, uniform in [0, count). */
  below(count: number): number;
  /** Roughly normal: mean 0, deviation 1, within ±3.5 (sum of uniforms: no logarithm, the same on every machine). */
  normal(): number;
}

/** Mixes 32 bits well (the finaliser of MurmurHash3); equal input, equal output, in [0, 2^32). */
export function mixBits(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A value in [0, 1) that depends on a lattice point and a seed only: noise that needs no table. */
export function latticeValue(x: number, y: number, seed: number): number {
  return mixBits(Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)) / 4294967296;
}

/**
 * A random stream for `seed` ([0, 2^32)). `stream` separates independent uses of one seed, so that a change in one step
 * of a style does not reshuffle the others. Generator: Mulberry32 (public domain), period 2^32.
 */
export function createRandom(seed: number, stream = 0): Random {
  let state = mixBits(seed ^ mixBits(stream + 0x51ed270b));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    below: (count) => Math.floor(next() * count),
    // Four uniforms have variance 1/3; scaled by √3 the sum has deviation 1.
    normal: () => (next() + next() + next() + next() - 2) * 1.7320508,
  };
}
