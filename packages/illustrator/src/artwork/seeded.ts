// Seeded choices: the same seed and index give the same number on every machine.

/** A well-mixed number in [0, 1); `index` picks one of many independent ones (integer hash after Wellons' lowbias32). */
export function seededNumber(seed: number, index: number): number {
  let hash = (seed + Math.imul(index + 1, 0x9e3779b9)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** One of the choices; `otherwise` when there is none. */
export function pickBySeed<Choice>(choices: readonly Choice[], seed: number, index: number, otherwise: Choice): Choice {
  return choices[Math.floor(seededNumber(seed, index) * choices.length)] ?? otherwise;
}
