// The painter's surface, and one brush stroke on it.
import type { Bristles } from './bristles.js';
import { bristleLength, bristleWidth } from './bristles.js';

/** What strokes are painted on: colours and the height of the paint. */
export interface Surface {
  width: number;
  height: number;
  /** H×W×4, 8-bit sRGB. */
  rgba: Uint8ClampedArray;
  /** H×W, thickness of the paint, 0–255. */
  relief: Uint8Array;
}

/**
 * One stroke: a ribbon along a parabola. In the stroke's own frame (u along the chord, w across it, origin at the middle of
 * the chord) its spine is w = bend·(u² − reach²). One quadratic bows like a wrist does, and a pixel's place on it costs
 * two multiplications, where a polyline would need a search.
 */
export interface Stroke {
  /** Middle of the chord, pixels. */
  x: number;
  y: number;
  /** Unit vector of the chord. */
  cos: number;
  sin: number;
  /** Half the chord's length, half the ribbon's width, pixels. */
  reach: number;
  half: number;
  /** Curvature, 1/pixels: 0 straight. */
  bend: number;
  /** 0–255 each. */
  r: number;
  g: number;
  b: number;
  /** 0–1. */
  opacity: number;
  /** How much hairs vary the lightness, in levels per 128 of height. */
  streak: number;
}

/**
 * Keeps strokes from running over what is unlike them: a pixel of the picture whose colour is further than `tolerance`
 * (sum of channel differences, 0–765) from the stroke's aim is left alone, with a soft shoulder. Litwinowicz (1997) clips
 * strokes at edges; judging by colour needs no edge map and keeps whiskers.
 */
export interface Guard {
  /** H×W×4: the picture being painted. */
  rgba: Uint8ClampedArray;
  /** The colour the stroke stands for, before any play of hue. */
  r: number;
  g: number;
  b: number;
  tolerance: number;
}

/** Lays `stroke` on `surface` with `bristles`; returns the number of pixels touched. */
export function paintStroke(surface: Surface, stroke: Stroke, bristles: Bristles, guard?: Guard): number {
  const { width, height, rgba, relief } = surface;
  const { cos, sin, reach, half, bend } = stroke;
  const sag = -bend * reach * reach;
  const lowest = Math.min(0, sag) - half;
  const highest = Math.max(0, sag) + half;
  const end = reach + half * 0.5;
  // Bounding box of the rectangle [−end, end] × [lowest, highest], turned.
  const middle = (lowest + highest) / 2;
  const spanY = Math.abs(sin) * end + (Math.abs(cos) * (highest - lowest)) / 2;
  const centreY = stroke.y + middle * cos;
  const y0 = Math.max(0, Math.ceil(centreY - spanY));
  const y1 = Math.min(height - 1, Math.floor(centreY + spanY));
  const alphaMap = bristles.alpha;
  const heightMap = bristles.height;
  const uScale = bristleLength / (2 * end);
  const vScale = bristleWidth / (2 * half);
  const opacity = stroke.opacity * 256;
  const streak = stroke.streak / 128;
  // Where the ribbon runs aslant to its chord it looks wider than it is; its mean slope is near enough for a bow this shallow.
  const narrow = 1 / (1 + (2 / 3) * bend * bend * reach * reach);
  const { r, g, b } = stroke;
  const source = guard?.rgba;
  const gr = guard?.r ?? 0;
  const gg = guard?.g ?? 0;
  const gb = guard?.b ?? 0;
  const tolerance = guard?.tolerance ?? 0;
  const shoulder = 1 / Math.max(1, tolerance * 0.5);
  let touched = 0;
  for (let y = y0; y <= y1; y += 1) {
    const dy = y - stroke.y;
    // Where the row meets the rectangle: |u| ≤ end and lowest ≤ w ≤ highest are two intervals of x.
    let left = 0;
    let right = width - 1;
    if (cos > 1e-6 || cos < -1e-6) {
      const a = stroke.x + (-end - dy * sin) / cos;
      const c = stroke.x + (end - dy * sin) / cos;
      left = Math.max(left, Math.ceil(Math.min(a, c)));
      right = Math.min(right, Math.floor(Math.max(a, c)));
    } else if (Math.abs(dy * sin) > end) continue;
    if (sin > 1e-6 || sin < -1e-6) {
      const a = stroke.x + (dy * cos - lowest) / sin;
      const c = stroke.x + (dy * cos - highest) / sin;
      left = Math.max(left, Math.ceil(Math.min(a, c)));
      right = Math.min(right, Math.floor(Math.max(a, c)));
    } else if (dy * cos < lowest || dy * cos > highest) continue;
    const row = y * width;
    let u = (left - stroke.x) * cos + dy * sin;
    let w = -(left - stroke.x) * sin + dy * cos;
    for (let x = left; x <= right; x += 1, u += cos, w -= sin) {
      const uu = u * u;
      const v = (w - bend * uu - sag) * narrow + half;
      const tv = (v * vScale) | 0;
      if (v < 0 || tv >= bristleWidth) continue;
      const tu = ((u + end) * uScale) | 0;
      if (tu < 0 || tu >= bristleLength) continue;
      const t = tv * bristleLength + tu;
      let alpha = ((alphaMap[t] as number) * opacity) >> 8;
      if (alpha < 8) continue;
      const i = row + x;
      const p = i * 4;
      if (source) {
        let d = (source[p] as number) - gr;
        let far = d < 0 ? -d : d;
        d = (source[p + 1] as number) - gg;
        far += d < 0 ? -d : d;
        d = (source[p + 2] as number) - gb;
        far += d < 0 ? -d : d;
        if (far > tolerance) {
          const keep = 1 - (far - tolerance) * shoulder;
          if (keep <= 0) continue;
          alpha = (alpha * keep) | 0;
        }
      }
      const thick = heightMap[t] as number;
      const light = ((thick - 128) * streak) | 0;
      const cr = rgba[p] as number;
      const cg = rgba[p + 1] as number;
      const cb = rgba[p + 2] as number;
      // 255 must lay colour on in full.
      alpha += alpha >> 7;
      rgba[p] = cr + (((r + light - cr) * alpha) >> 8);
      rgba[p + 1] = cg + (((g + light - cg) * alpha) >> 8);
      rgba[p + 2] = cb + (((b + light - cb) * alpha) >> 8);
      const old = relief[i] as number;
      relief[i] = old + (((thick - old) * alpha) >> 8);
      touched += 1;
    }
  }
  return touched;
}
