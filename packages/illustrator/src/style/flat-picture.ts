// The common ground of the flat styles: a simplified picture in few colours, and the directions of its edges.
import type { Painting } from '../paint/painting.js';
import { type FlowField, structureTensor, tangentFlow } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { type Contrast, contrastPlanes } from './kernels/lines.js';
import { type Lab, type LabImage, labImage } from './kernels/oklab.js';
import { assignColours, choosePalette, smoothLabels } from './kernels/palette.js';
import type { Plane } from './kernels/plane.js';

/** A painting reduced to areas of flat colour; everything but `contrast.full` at half its resolution. */
export interface FlatPicture {
  /** Contrast for line finding. */
  contrast: Contrast;
  flow: FlowField;
  /** The simplified picture. */
  aim: LabImage;
  /** Its lightness as a plane. */
  light: Plane;
  /** Chosen colours, dark to light. */
  palette: Lab[];
  /** Index into `palette` per pixel of `aim`. */
  labels: Uint8Array;
}

/** How far a picture is simplified. Lengths in picture pixels at 1024². */
export interface FlatOptions {
  colours: number;
  /** Radius of the simplifying filter. */
  radius: number;
  /** Rounds of majority smoothing: rounder shapes, fewer specks. */
  rounds: number;
  seed: number;
  unit: number;
}

/** The pixel of the painting in the middle of pixel `i` of a half-size map of width `w`. */
export function fullIndex(painting: Painting, w: number, i: number): number {
  const y = Math.min(painting.height - 1, ((i / w) | 0) * 2);
  return y * painting.width + Math.min(painting.width - 1, (i % w) * 2);
}

/** Simplifies `painting`. About 120 ms at 1024². Eyes and letters (detail over 200) keep their own shapes. */
export function flattenPicture(painting: Painting, options: FlatOptions): FlatPicture {
  const { unit } = options;
  const contrast = contrastPlanes(painting);
  const flow = tangentFlow(structureTensor(contrast.half, 1.8 * unit), 2);
  const aim = kuwahara(labImage(painting.rgba, painting.width, painting.height, 2), flow, (options.radius / 2) * unit);
  const care = (i: number): number => painting.detail[fullIndex(painting, aim.width, i)] as number;
  const palette = choosePalette(aim, options.colours, options.seed, (i) => 1 + (care(i) / 90) ** 2);
  const labels = smoothLabels(assignColours(aim, palette), aim.width, aim.height, options.rounds, (i) => care(i) > 200);
  return { contrast, flow, aim, light: { width: aim.width, height: aim.height, data: aim.l }, palette, labels };
}
