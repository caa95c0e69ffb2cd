// What single pieces of scenery are painted with: their place and size in pixels, and colours lit and hazed for their depth.
import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, type Rgb } from '../scene/colour.js';
import type { Random } from '../scene/random.js';
import type { Scene } from '../scene/scene.js';
import type { Board } from './board.js';
import { seenColour } from './pixels.js';

/** A feature as its painter sees it. */
export interface FeatureView {
  board: Board;
  scene: Scene;
  random: Random;
  /** Its foot (or middle, for what hangs in the sky), pixels. */
  x: number;
  y: number;
  /** Its height, pixels. */
  size: number;
  depth: number;
  /** 1: the light comes from the right. */
  side: number;
  /** CSS colour of a material; `lambert` 0 shade … 1 full light. */
  tone: (albedo: Rgb, lambert: number, alpha?: number) => string;
  /** Paints light over everything, after the feature itself; blending is set to `screen`. */
  glow: (paint: (ctx: SKRSContext2D) => void) => void;
}

/** Paints one feature. */
export type FeaturePainter = (view: FeatureView) => void;

/** The `tone` of a view. */
export function toneFor(scene: Scene, depth: number): FeatureView['tone'] {
  return (albedo, lambert, alpha = 1) => css(seenColour(albedo, scene.light, lambert, depth), alpha);
}

/** Fills a polygon given as x, y pairs. */
export function polygon({ board: { ctx } }: FeatureView, fill: string, points: readonly number[]): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    if (i === 0) ctx.moveTo(points[0] as number, points[1] as number);
    else ctx.lineTo(points[i] as number, points[i + 1] as number);
  }
  ctx.fill();
}

/** A wall or block, lit across its face. */
export function block(view: FeatureView, x: number, y: number, w: number, h: number, albedo: Rgb): void {
  const { ctx } = view.board;
  const face = ctx.createLinearGradient(x, 0, x + w, 0);
  face.addColorStop(0, view.tone(albedo, view.side < 0 ? 0.9 : 0.25));
  face.addColorStop(1, view.tone(albedo, view.side < 0 ? 0.25 : 0.9));
  ctx.fillStyle = face;
  ctx.fillRect(x, y, w, h);
}

/** A window: dark glass by day, a lamp behind it at night. */
export function pane(view: FeatureView, x: number, y: number, w: number, h: number): void {
  view.board.ctx.fillStyle = view.scene.light.dark ? css([255, 208, 120]) : view.tone([74, 88, 106], 0.5);
  view.board.ctx.fillRect(x, y, w, h);
}

/** The soft shade at a building's foot. */
export function footShade({ board, scene, x, y, size }: FeatureView, wide: number): void {
  board.ctx.fillStyle = css(scene.light.shadow.colour, 0.3);
  board.ctx.beginPath();
  board.ctx.ellipse(x, y, size * wide, size * 0.06, 0, 0, Math.PI * 2);
  board.ctx.fill();
}
