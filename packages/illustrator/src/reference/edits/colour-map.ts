// Changes of colour as a whole: a rule in Oklab, made into a table and applied to every pixel.

import { ditherSide, ditherTile } from '../../style/kernels/dither.js';
import { fromOklab, type Lab, toOklab } from '../../style/kernels/oklab.js';
import type { EditContext } from './edit-context.js';

/** A rule: colour in, colour out, both Oklab. */
export type ColourMap = (l: number, a: number, b: number) => Lab;

/** Steps per channel of a table; between them colours are interpolated, error under one level for smooth rules. */
const side = 25;

/** Evaluates a rule on the corners of an RGB lattice, and mixes it with no change at all by `strength` 0–1. */
function buildTable(map: ColourMap, strength: number): Float32Array {
  const table = new Float32Array(side ** 3 * 3);
  const step = 255 / (side - 1);
  for (let r = 0, k = 0; r < side; r += 1)
    for (let g = 0; g < side; g += 1)
      for (let b = 0; b < side; b += 1, k += 3) {
        const [l, la, lb] = toOklab(Math.round(r * step), Math.round(g * step), Math.round(b * step));
        const [ml, ma, mb] = map(l, la, lb);
        table.set(fromOklab(l + (ml - l) * strength, la + (ma - la) * strength, lb + (mb - lb) * strength), k);
      }
  return table;
}

/** Trilinear look-up of (r, g, b), 0–255 each, into `out`. */
function lookUp(table: Float32Array, r: number, g: number, b: number, out: Float32Array): void {
  const step = (side - 1) / 255;
  const fr = Math.min(side - 1.001, r * step);
  const fg = Math.min(side - 1.001, g * step);
  const fb = Math.min(side - 1.001, b * step);
  const ri = fr | 0;
  const gi = fg | 0;
  const bi = fb | 0;
  const base = ((ri * side + gi) * side + bi) * 3;
  const dr = fr - ri;
  const dg = fg - gi;
  const db = fb - bi;
  for (let c = 0; c < 3; c += 1) {
    const at = base + c;
    const far = at + side * side * 3;
    const near0 = (table[at] as number) * (1 - db) + (table[at + 3] as number) * db;
    const near1 = (table[at + side * 3] as number) * (1 - db) + (table[at + side * 3 + 3] as number) * db;
    const far0 = (table[far] as number) * (1 - db) + (table[far + 3] as number) * db;
    const far1 = (table[far + side * 3] as number) * (1 - db) + (table[far + side * 3 + 3] as number) * db;
    out[c] = (near0 * (1 - dg) + near1 * dg) * (1 - dr) + (far0 * (1 - dg) + far1 * dg) * dr;
  }
}

/** Applies one rule to the land and another to the sky (default: the same), blended along their border; dithered. In place. */
export function applyColourMap(context: EditContext, land: ColourMap, sky: ColourMap = land): void {
  const { width, height, rgba, strength } = context;
  const landTable = buildTable(land, strength);
  const skyTable = sky === land ? landTable : buildTable(sky, strength);
  const dither = ditherTile();
  const landRgb = new Float32Array(3);
  const skyRgb = new Float32Array(3);
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      const share = skyTable === landTable ? 0 : (context.sky[p >> 2] as number);
      const grain = (dither[(y & (ditherSide - 1)) * ditherSide + (x & (ditherSide - 1))] as number) - 0.5;
      if (share < 0.996) lookUp(landTable, rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number, landRgb);
      if (share > 0.004) lookUp(skyTable, rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number, skyRgb);
      for (let c = 0; c < 3; c += 1) {
        const value =
          share < 0.004
            ? (landRgb[c] as number)
            : share > 0.996
              ? (skyRgb[c] as number)
              : (landRgb[c] as number) + ((skyRgb[c] as number) - (landRgb[c] as number)) * share;
        rgba[p + c] = value + grain;
      }
    }
}

/** A stop of a sky: 0 zenith – 1 horizon. */
export interface SkyStop {
  at: number;
  colour: Lab;
}

/**
 * Washes the sky with a gradient from zenith to horizon, keeping a share of its own light and dark so that clouds stay. `amount` 0–1. In
 * place; nothing happens where there is no sky.
 */
export function washSky(context: EditContext, stops: readonly SkyStop[], amount: number): void {
  const { width, height, rgba, sky, strength } = context;
  let lowest = 0;
  for (let i = 0; i < sky.length; i += 1) if ((sky[i] as number) > 0.5) lowest = Math.floor(i / width);
  const bottom = Math.max(1, lowest);
  const dither = ditherTile();
  for (let y = 0; y <= Math.min(height - 1, bottom + 2); y += 1) {
    const [sl, sa, sb] = skyColour(stops, y / bottom);
    for (let x = 0; x < width; x += 1) {
      const share = (sky[y * width + x] as number) * amount * strength;
      if (share < 0.004) continue;
      const p = (y * width + x) * 4;
      const [l] = toOklab(rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number);
      const [r, g, b] = fromOklab(sl + (l - 0.7) * 0.35, sa, sb);
      const grain = (dither[(y & (ditherSide - 1)) * ditherSide + (x & (ditherSide - 1))] as number) - 0.5;
      rgba[p] = (rgba[p] as number) + (r - (rgba[p] as number)) * share + grain;
      rgba[p + 1] = (rgba[p + 1] as number) + (g - (rgba[p + 1] as number)) * share + grain;
      rgba[p + 2] = (rgba[p + 2] as number) + (b - (rgba[p + 2] as number)) * share + grain;
    }
  }
}

function skyColour(stops: readonly SkyStop[], at: number): Lab {
  let low = stops[0] as SkyStop;
  for (const stop of stops) {
    if (stop.at >= at) {
      const t = stop.at === low.at ? 0 : Math.max(0, (at - low.at) / (stop.at - low.at));
      return [0, 1, 2].map(
        (k) => (low.colour[k] as number) + ((stop.colour[k] as number) - (low.colour[k] as number)) * t,
      ) as unknown as Lab;
    }
    low = stop;
  }
  return low.colour;
}

/** How much a colour is foliage, 0–1: green to yellow-green hue with some chroma. */
export function foliage(a: number, b: number): number {
  const chroma = Math.sqrt(a * a + b * b);
  if (chroma < 0.02) return 0;
  // Oklab hue: yellow is near 110°, leaf green 130–150°.
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  const inside = Math.max(0, 1 - Math.max(0, 108 - hue) / 12) * Math.max(0, 1 - Math.max(0, hue - 160) / 18);
  return inside * Math.min(1, (chroma - 0.02) / 0.04);
}
