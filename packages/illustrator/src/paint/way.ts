// Paths and roads over the ground: where a pixel lies on the way, and what paint is on it.

import type { Rgb } from '../scene/colour.js';
import type { GroundKind, Light, Way } from '../scene/scene.js';
import { smooth } from './noise.js';
import { type Ramp, rampOf } from './pixels.js';

/** One row of a way: its middle and half width, fractions of the picture's width; for a road across, its place in the band 0–1. */
interface WayRow {
  middle: number;
  half: number;
  /** 0 far … 1 near for ways into the picture; across the band for those across. */
  t: number;
  across: boolean;
}

/** A way ready for painting. */
export interface PreparedWay {
  ramp: Ramp;
  /** Line paint. */
  paint: Ramp;
  /** The row at a board y, null where the way is not. */
  rowAt(y: number): WayRow | null;
  /** How much of the way covers a pixel, 0–1; negative where its paint does. `grain` frays the edges of paths. */
  shareAt(row: WayRow, fx: number, x: number, grain: number): number;
}

/** Sets a way up for the rows below `top` of a board `height` high. */
export function preparedWay(way: Way, light: Light, ground: GroundKind, top: number, height: number): PreparedWay {
  const paved = way.kind !== 'path';
  const soil: Rgb = ground === 'snow' ? [206, 214, 226] : ground === 'forest-floor' ? [150, 118, 82] : [206, 176, 130];
  const base = {
    ramp: rampOf(paved ? [98, 100, 108] : soil, light),
    paint: rampOf([240, 238, 228], light),
  };
  if (way.kind === 'across') {
    const y0 = way.y0 * height;
    const y1 = way.y1 * height;
    return {
      ...base,
      rowAt: (y) => (y < y0 || y > y1 ? null : { middle: 0, half: 0, t: (y - y0) / (y1 - y0), across: true }),
      shareAt: ({ t }, fx) => {
        const line = Math.abs(t - 0.08) < 0.012 || Math.abs(t - 0.93) < 0.016;
        const dash = Math.abs(t - 0.42) < 0.017 && (fx * 9) % 1 < 0.55;
        if (line || dash) return -0.85;
        return smooth(0, 0.02, t) * smooth(1, 0.985, t);
      },
    };
  }
  return {
    ...base,
    rowAt: (y) => {
      const t = (y - top) / (height - top);
      const middle =
        way.to + (way.from - way.to) * t + way.bend * Math.sin(Math.PI * Math.min(1, t * 1.4)) * (1 - t) * 0.9;
      return { middle, half: (way.width / 2) * (t ** 1.15 + 0.012), t, across: false };
    },
    shareAt: ({ middle, half, t }, fx, _x, grain) => {
      const d = Math.abs(fx - middle) / half;
      if (d > 1.3) return 0;
      if (way.kind === 'path') return smooth(1.16, 0.8, d + grain * 0.7) * 0.88;
      if (d > 1.04) return 0;
      const edge = Math.abs(d - 0.93) < 0.022;
      const dash = d < 0.028 && ((1 / (t + 0.06)) * 3) % 1 < 0.55;
      return edge || dash ? -0.85 : smooth(1.03, 0.99, d);
    },
  };
}
