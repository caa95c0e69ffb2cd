// Seeded randomness: the only source of chance in the illustrator, so that a seed always paints the same picture.

/** A stream of pseudo-random numbers; the same seeds give the same stream on every machine. */
export interface Random {
  /** Next number in [0, 1). */
  next(): number;
  /** Next number in [low, high). */
  between(low: number, high: number): number;
  /** Next whole number in [low, high], both ends included. */
  whole(low: number, high: number): number;
  /** True with the given probability, 0–1. */
  chance(probability: number): boolean;
  /** One entry of a non-empty list. Throws RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** A bell-shaped number around 0, within (-1, 1), most of them within ±0.4. */
  bell(): number;
  /** A copy of the list in a new order. */
  shuffle<T>(list: readonly T[]): T[];
  /** An independent stream for one purpose: adding draws in one place never changes another. */
  fork(label: string): Random;
}

/** FNV-1a over UTF-16 code units: a label or prompt to 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Makes a stream from whole numbers (seed, index, …). The generator is mulberry32: 32 bits of state, period 2^32. */
export function createRandom(...seeds: number[]): Random {
  let state = 0x9e3779b9;
  for (const seed of seeds) {
    state = Math.imul(state ^ (seed >>> 0), 0x85ebca6b) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
    state = Math.imul(state, 0xc2b2ae35) >>> 0;
    state = (state ^ (state >>> 16)) >>> 0;
  }
  const origin = state;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const random: Random = {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new RangeError('cannot pick from an empty list');
      return chosen;
    },
    bell: () => (next() + next() + next()) / 1.5 - 1,
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1));
        const kept = copy[i] as (typeof copy)[number];
        copy[i] = copy[j] as (typeof copy)[number];
        copy[j] = kept;
      }
      return copy;
    },
    fork: (label) => createRandom(origin, hashText(label)),
  };
  return random;
}
