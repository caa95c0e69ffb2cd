// GrabCut (Rother, Kolmogorov, Blake 2004) on a small Oklab grid: colour models of subject and background and the cheapest
// cut between them take turns. The rectangle drawn by a user is replaced by a likelihood map, which also stays in the cost.

import { type ColourModel, fitColourModel } from './colour-model.js';
import type { LabGrid } from './lab-grid.js';
import { cut } from './max-flow.js';

/** What may be decided: 0 background for certain, 1 open, 2 subject for certain. */
export type Certainty = Uint8Array;

const rounds = 3;
/** Cost of a border between samples of equal colour. */
const borderCost = 9;

/** How the likelihood map and the colours are weighed. */
export interface Weights {
  /** Weight of the map against the colours (1: even). */
  trust: number;
  /** What the colours of one sample may bring forward at most, nats. */
  colourVotes: number;
  /** Exponent of the likelihood for the subject's first colour model: 1 lets doubtful samples in, 2 keeps them out. */
  strictness: number;
}

/** Subject 1, background 0, H×W. `likelihood` is 0–1, H×W. */
export function grabCut(grid: LabGrid, likelihood: Float32Array, certainty: Certainty, weights: Weights): Uint8Array {
  const links = borderCosts(grid);
  let mask: Uint8Array = Uint8Array.from(likelihood, (value, index) => {
    const fixed = certainty[index] as number;
    return fixed === 1 ? (value > 0.5 ? 1 : 0) : fixed >> 1;
  });
  for (let round = 0; round < rounds; round++) {
    // In the first round every sample counts as far as the map believes in it, afterwards the cut decides.
    const share = round === 0 ? likelihood : Float32Array.from(mask);
    const subject = fitColourModel(
      grid,
      share.map((value) => value ** weights.strictness),
    );
    const background = fitColourModel(
      grid,
      share.map((value) => (1 - value) ** 2),
    );
    if (!subject || !background) return mask;
    const terminal = votes(grid, likelihood, certainty, weights, subject, background);
    const next = cut({ width: grid.width, height: grid.height, terminal, links });
    const unchanged = next.every((value, index) => value === mask[index]);
    mask = next;
    if (unchanged) break;
  }
  return mask;
}

function votes(
  grid: LabGrid,
  likelihood: Float32Array,
  certainty: Certainty,
  { trust, colourVotes }: Weights,
  subject: ColourModel,
  background: ColourModel,
): Float32Array {
  return Float32Array.from(likelihood, (value, index) => {
    const fixed = certainty[index] as number;
    if (fixed !== 1) return fixed === 2 ? 1e3 : -1e3;
    const l = grid.l[index] as number;
    const a = grid.a[index] as number;
    const b = grid.b[index] as number;
    const colour = background(l, a, b) - subject(l, a, b);
    const kept = Math.min(0.98, Math.max(0.02, value));
    return Math.min(colourVotes, Math.max(-colourVotes, colour)) + trust * Math.log(kept / (1 - kept));
  });
}

/** Cutting costs less where neighbours differ: borderCost / distance · exp(−difference² / 2 mean difference²). */
function borderCosts(grid: LabGrid): [Float32Array, Float32Array, Float32Array, Float32Array] {
  const { width, height, l, a, b } = grid;
  const difference = (from: number, to: number): number =>
    ((l[from] as number) - (l[to] as number)) ** 2 +
    4 * (((a[from] as number) - (a[to] as number)) ** 2 + ((b[from] as number) - (b[to] as number)) ** 2);
  let sum = 0;
  let count = 0;
  const plane = (dx: number, dy: number): Float32Array => {
    const out = new Float32Array(width * height);
    for (let y = 0; y < height - dy; y++) {
      for (let x = Math.max(0, -dx); x < width - Math.max(0, dx); x++) {
        const at = y * width + x;
        out[at] = difference(at, at + dy * width + dx);
        sum += out[at] as number;
        count += 1;
      }
    }
    return out;
  };
  const planes: [Float32Array, Float32Array, Float32Array, Float32Array] = [
    plane(1, 0),
    plane(0, 1),
    plane(1, 1),
    plane(-1, 1),
  ];
  const sharpness = sum > 0 ? count / (2 * sum) : 0;
  planes.forEach((values, direction) => {
    const cost = direction < 2 ? borderCost : borderCost / Math.SQRT2;
    for (let index = 0; index < values.length; index++)
      values[index] = cost * Math.exp(-sharpness * (values[index] as number));
  });
  return planes;
}
