// Pixel art: a real grid of large pixels in a real palette of 32, ordered dither in skies, dark outlines around what matters.
import { type Painting, regionNames } from '../paint/painting.js';
import { type Lab, labImage, packOklab } from './kernels/oklab.js';
import { choosePalette, nearestColour } from './kernels/palette.js';
import { clamp } from './kernels/plane.js';
import type { Style } from './style-context.js';

/** Colours in all, letters included: what a 16-bit console put on one screen. */
const paletteSize = 32;
/** Recursive 4×4 Bayer order, 0–15. */
const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** One grid, row by row, each cell with the Oklab colour that stands for it. */
interface Grid {
  width: number;
  height: number;
  colours: Lab[];
}

/**
 * A cell's colour is the mean of the half of its pixels that agree best: a plain mean would make mud of every edge, a majority
 * would need the palette first.
 */
function readGrid(rgba: Uint8ClampedArray, width: number, height: number, cell: number): Grid {
  const step = Math.max(1, cell >> 2);
  const lab = labImage(rgba, width, height, step);
  const per = cell / step;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const colours: Lab[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const found: number[] = [];
      for (let y = 0; y < per; y += 1)
        for (let x = 0; x < per; x += 1) {
          const px = Math.min(lab.width - 1, Math.floor(column * per + x));
          const py = Math.min(lab.height - 1, Math.floor(row * per + y));
          found.push(py * lab.width + px);
        }
      colours.push(agreedColour(lab.l, lab.a, lab.b, found));
    }
  return { width: columns, height: rows, colours };
}

/** Mean of the half of the samples nearest to the samples' medoid along lightness. */
function agreedColour(l: Float32Array, a: Float32Array, b: Float32Array, samples: number[]): Lab {
  const sorted = samples.sort((i, j) => (l[i] as number) - (l[j] as number));
  const half = Math.max(1, sorted.length >> 1);
  let start = 0;
  let tightest = Number.POSITIVE_INFINITY;
  for (let s = 0; s + half <= sorted.length; s += 1) {
    const spread = (l[sorted[s + half - 1] as number] as number) - (l[sorted[s] as number] as number);
    if (spread < tightest - 1e-6) {
      tightest = spread;
      start = s;
    }
  }
  const mean: Lab = [0, 0, 0];
  for (const i of sorted.slice(start, start + half)) {
    mean[0] += (l[i] as number) / half;
    mean[1] += (a[i] as number) / half;
    mean[2] += (b[i] as number) / half;
  }
  return mean;
}

/** The majority region and the greatest detail of a cell, from its middle and four quarter points. */
function cellFacts(painting: Painting, cell: number, column: number, row: number): { region: number; detail: number } {
  const { width, height } = painting;
  const at = (fx: number, fy: number): number =>
    Math.min(height - 1, Math.floor((row + fy) * cell)) * width + Math.min(width - 1, Math.floor((column + fx) * cell));
  let detail = 0;
  for (const fx of [0.25, 0.75])
    for (const fy of [0.25, 0.75]) detail = Math.max(detail, painting.detail[at(fx, fy)] as number);
  return { region: painting.regions[at(0.5, 0.5)] as number, detail };
}

const outlined = regionNames.map((name) => name === 'subject' || name === 'building');
const dithered = regionNames.map(
  (name) => name === 'sky' || name === 'water' || name === 'far' || name === 'ground' || name === 'indoor',
);

/** Fills the cell's block of picture pixels. */
function fillCell(
  words: Uint32Array,
  width: number,
  height: number,
  x0: number,
  y0: number,
  side: number,
  packed: number,
): void {
  const x1 = Math.min(width, x0 + side);
  const y1 = Math.min(height, y0 + side);
  for (let y = y0; y < y1; y += 1) words.fill(packed | 0xff000000, y * width + x0, y * width + x1);
}

/** Letters on a finer grid in two colours: one large pixel is thicker than a letter's stroke. */
function letterOnGrid(words: Uint32Array, painting: Painting, palette: readonly Lab[], cell: number): void {
  const { width, height } = painting;
  for (const box of painting.letteringBoxes) {
    // Twelve cells are what a Chinese character needs at least; two lines fit most boxes.
    let side = cell;
    while (side > 2 && (box.y1 - box.y0) / side < 26) side >>= 1;
    const x0 = Math.max(0, Math.floor(box.x0 / side)) * side;
    const y0 = Math.max(0, Math.floor(box.y0 / side)) * side;
    const part = crop(painting, x0, y0, Math.min(width, Math.ceil(box.x1)), Math.min(height, Math.ceil(box.y1)));
    if (part.width < 1 || part.height < 1) continue;
    const grid = readGrid(part.rgba, part.width, part.height, side);
    for (const [k, [l, a, b]] of grid.colours.entries()) {
      const [pl, pa, pb] = palette[nearestColour(palette, l, a, b)] as Lab;
      const column = k % grid.width;
      const row = Math.floor(k / grid.width);
      fillCell(words, width, height, x0 + column * side, y0 + row * side, side, packOklab(pl, pa, pb));
    }
  }
}

/** The painting's pixels within [x0, x1) × [y0, y1). */
function crop(
  { rgba, width }: Painting,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): { rgba: Uint8ClampedArray; width: number; height: number } {
  const w = Math.max(0, x1 - x0);
  const h = Math.max(0, y1 - y0);
  const part = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y += 1) {
    const from = ((y0 + y) * width + x0) * 4;
    part.set(rgba.subarray(from, from + w * 4), y * w * 4);
  }
  return { rgba: part, width: w, height: h };
}

export const paintPixelArt: Style = function* ({ painting, seed, unit }) {
  const { width, height } = painting;
  // A power of two, so that the letters' finer grids fall on the coarse one: 8 at 1k, 16 at 2k.
  const cell = 2 ** Math.max(1, Math.round(Math.log2(8 * unit)));
  const grid = readGrid(painting.rgba, width, height, cell);
  yield 0.4;
  const facts = grid.colours.map((_, i) => cellFacts(painting, cell, i % grid.width, Math.floor(i / grid.width)));
  const image = {
    width: grid.width,
    height: grid.height,
    l: Float32Array.from(grid.colours, (colour) => colour[0]),
    a: Float32Array.from(grid.colours, (colour) => colour[1]),
    b: Float32Array.from(grid.colours, (colour) => colour[2]),
  };
  const chosen = choosePalette(image, paletteSize, seed, (i) => 1 + ((facts[i]?.detail ?? 0) / 90) ** 2);
  // A console's colours are clear ones.
  const palette = chosen.map(([l, a, b]): Lab => [clamp(l + (l - 0.5) * 0.08, 0, 1), a * 1.14, b * 1.14]);
  yield 0.6;
  const output = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(output.buffer);
  for (let row = 0; row < grid.height; row += 1)
    for (let column = 0; column < grid.width; column += 1) {
      const i = row * grid.width + column;
      const fact = facts[i] as { region: number; detail: number };
      const [l, a, b] = grid.colours[i] as Lab;
      let [pl, pa, pb] = palette[nearestColour(chosen, l, a, b)] as Lab;
      if (dithered[fact.region] && fact.detail < 110) {
        // Between two colours the ordered pattern decides; the spread is about the palette's own step.
        const push = ((bayer[(row & 3) * 4 + (column & 3)] as number) / 15 - 0.5) * 0.036;
        [pl, pa, pb] = palette[nearestColour(chosen, l + push, a + push * 0.4, b + push * 0.4)] as Lab;
      }
      if (outlined[fact.region] && !painting.photograph) {
        const borders = [i - 1, i + 1, i - grid.width, i + grid.width].some((j) => {
          const other = facts[j];
          return other !== undefined && other.region !== fact.region && !outlined[other.region] && other.region !== 7;
        });
        // A darker shade of the thing itself, taken from the palette: softer than black, clearer than nothing.
        if (borders) [pl, pa, pb] = palette[nearestColour(chosen, Math.max(0.08, l * 0.4), a * 0.8, b * 0.8)] as Lab;
      }
      fillCell(words, width, height, column * cell, row * cell, cell, packOklab(pl, pa, pb));
    }
  letterOnGrid(words, painting, palette, cell);
  return output;
};
