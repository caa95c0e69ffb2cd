// Covers a surface with one layer of strokes: chooses seeds, directions, lengths and colours, coarse layers first.
import type { FlowField } from '../kernels/flow.js';
import { type LabImage, packOklab, toOklab } from '../kernels/oklab.js';
import type { Random } from '../kernels/random.js';
import type { Bristles } from './bristles.js';
import { paintStroke, type Surface } from './surface.js';
import { traceCourse } from './trace.js';

/** What is painted: the picture, a simplified copy to take colours from, and where strokes should run. */
export interface StrokeSubject {
  width: number;
  height: number;
  /** H×W×4, the picture at full sharpness; guards compare against it. */
  rgba: Uint8ClampedArray;
  /** Colours to paint with, `aimScale` picture pixels per pixel. */
  aim: LabImage;
  aimScale: number;
  flow: FlowField;
  /** H×W: where to be careful. */
  detail: Uint8Array;
  /** H×W: index into `regionNames`. */
  regions: Uint8Array;
}

/** How one layer is laid. Lengths in pixels. */
export interface StrokeLayer {
  bristles: Bristles[];
  /** Half the width of a stroke. */
  half: number;
  /** Full length of a stroke before it is cut short by an edge. */
  length: number;
  /** Mean distance between seeds. */
  spacing: number;
  /** Seeds fall only where `detail` lies within [from, to]. */
  detail: [number, number];
  /** A stroke is laid only where the surface is off by more than this (0–255, mean of channels); 0: always. */
  threshold: number;
  /** Guard tolerance where detail is 0, and where it is 255. */
  tolerance: [number, number];
  /** Oklab distance at which a stroke stops, where detail is 0, and where it is 255. */
  limit: [number, number];
  opacity: number;
  streak: number;
  /** Play of lightness and of hue between strokes, in Oklab units, where detail is 0; fades to a third at 255. */
  play: { light: number; colour: number };
  /** Unruliness of direction, radians. */
  turn: number;
  /** Only where the picture is lighter than the surface, and in the picture's own colours: small lights and flowers, which the simplified aim has lost. */
  sparks?: boolean;
  /** Last word on one stroke: may change colour (Oklab) or size, or forbid it by returning false. */
  adjust?: (draft: StrokeDraft) => boolean;
}

/** A stroke under consideration, before it is traced. */
export interface StrokeDraft {
  x: number;
  y: number;
  region: number;
  detail: number;
  half: number;
  length: number;
  turn: number;
  opacity: number;
  L: number;
  a: number;
  b: number;
}

/**
 * Seeds in shuffled order: a jittered grid, so that coverage is even (near blue noise) without a pattern, and no layer
 * looks like roof tiles laid row by row.
 */
export function scatterSeeds(width: number, height: number, spacing: number, random: Random): Float32Array {
  const columns = Math.max(1, Math.round(width / spacing));
  const rows = Math.max(1, Math.round(height / spacing));
  const seeds = new Float32Array(columns * rows * 2);
  const cellX = width / columns;
  const cellY = height / rows;
  for (let row = 0, k = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, k += 2) {
      seeds[k] = (column + random.next()) * cellX;
      seeds[k + 1] = (row + random.next()) * cellY;
    }
  }
  for (let k = columns * rows - 1; k > 0; k -= 1) {
    const other = random.below(k + 1);
    const x = seeds[k * 2] as number;
    const y = seeds[k * 2 + 1] as number;
    seeds[k * 2] = seeds[other * 2] as number;
    seeds[k * 2 + 1] = seeds[other * 2 + 1] as number;
    seeds[other * 2] = x;
    seeds[other * 2 + 1] = y;
  }
  return seeds;
}

/** How far the surface is from the picture around (x, y): mean channel difference of five points, 0–255. */
function errorAround(surface: Surface, rgba: Uint8ClampedArray, x: number, y: number, half: number): number {
  const { width, height } = surface;
  const step = Math.max(1, half * 0.7) | 0;
  let sum = 0;
  for (let k = 0; k < 5; k += 1) {
    const px = Math.min(width - 1, Math.max(0, x + (k === 1 ? step : k === 2 ? -step : 0)));
    const py = Math.min(height - 1, Math.max(0, y + (k === 3 ? step : k === 4 ? -step : 0)));
    const p = (py * width + px) * 4;
    sum +=
      Math.abs((surface.rgba[p] as number) - (rgba[p] as number)) +
      Math.abs((surface.rgba[p + 1] as number) - (rgba[p + 1] as number)) +
      Math.abs((surface.rgba[p + 2] as number) - (rgba[p + 2] as number));
  }
  return sum / 15;
}

/** The green channel stands for lightness. */
function greenOf(rgba: Uint8ClampedArray, i: number): number {
  return rgba[i * 4 + 1] as number;
}

/** Lays one layer; returns the number of strokes. */
export function layStrokes(surface: Surface, subject: StrokeSubject, layer: StrokeLayer, random: Random): number {
  const { width, height, aim, aimScale, detail, regions } = subject;
  const seeds = scatterSeeds(width, height, layer.spacing, random);
  let laid = 0;
  const draft: StrokeDraft = {
    x: 0,
    y: 0,
    region: 0,
    detail: 0,
    half: 0,
    length: 0,
    turn: 0,
    opacity: 0,
    L: 0,
    a: 0,
    b: 0,
  };
  for (let k = 0; k < seeds.length; k += 2) {
    const x = Math.min(width - 1, seeds[k] as number) | 0;
    const y = Math.min(height - 1, seeds[k + 1] as number) | 0;
    const i = y * width + x;
    const care = detail[i] as number;
    if (care < layer.detail[0] || care > layer.detail[1]) continue;
    if (layer.threshold > 0 && errorAround(surface, subject.rgba, x, y, layer.half) < layer.threshold) continue;
    if (layer.sparks && greenOf(subject.rgba, i) < greenOf(surface.rgba, i) + layer.threshold) continue;
    const quiet = 1 - care / 255;
    const j = Math.min(aim.height - 1, (y / aimScale) | 0) * aim.width + Math.min(aim.width - 1, (x / aimScale) | 0);
    const play = 0.33 + 0.67 * quiet;
    const [aimL, aimA, aimB] = layer.sparks
      ? toOklab(subject.rgba[i * 4] as number, subject.rgba[i * 4 + 1] as number, subject.rgba[i * 4 + 2] as number)
      : ([aim.l[j] as number, aim.a[j] as number, aim.b[j] as number] as const);
    const target = packOklab(aimL, aimA, aimB);
    draft.x = x;
    draft.y = y;
    draft.region = regions[i] as number;
    draft.detail = care;
    draft.half = layer.half * random.between(0.75, 1.2);
    draft.length = layer.length * random.between(0.7, 1.25) * (0.6 + 0.4 * quiet);
    draft.turn = layer.turn * random.normal() * play;
    draft.opacity = layer.opacity;
    draft.L = aimL + random.normal() * layer.play.light * play;
    draft.a = aimA + random.normal() * layer.play.colour * play;
    draft.b = aimB + random.normal() * layer.play.colour * play;
    if (layer.adjust && !layer.adjust(draft)) continue;
    const limit = layer.limit[1] + (layer.limit[0] - layer.limit[1]) * quiet;
    const course = traceCourse(subject.flow, aim, aimScale, x, y, draft.length, limit, draft.turn);
    const colour = packOklab(draft.L, draft.a, draft.b);
    paintStroke(
      surface,
      {
        x: course.x,
        y: course.y,
        cos: course.cos,
        sin: course.sin,
        reach: course.reach,
        bend: course.bend,
        half: draft.half,
        r: colour & 255,
        g: (colour >> 8) & 255,
        b: colour >> 16,
        opacity: draft.opacity,
        streak: layer.streak,
      },
      layer.bristles[random.below(layer.bristles.length)] as Bristles,
      {
        rgba: subject.rgba,
        r: target & 255,
        g: (target >> 8) & 255,
        b: target >> 16,
        tolerance: layer.tolerance[1] + (layer.tolerance[0] - layer.tolerance[1]) * quiet,
      },
    );
    laid += 1;
  }
  return laid;
}
