// Curtains, for windows and stages.
import { css, type Rgb } from '../scene/colour.js';
import type { Scene } from '../scene/scene.js';
import type { Board } from './board.js';
import { litColour } from './pixels.js';

/** A hanging curtain in soft folds. */
export function paintCurtain(
  board: Board,
  x: number,
  y: number,
  w: number,
  h: number,
  colour: Rgb,
  scene: Scene,
  folds: number,
): void {
  const { ctx } = board;
  for (let i = 0; i < folds; i += 1) {
    const fx = x + (w * i) / folds;
    const fw = w / folds;
    const fold = ctx.createLinearGradient(fx, 0, fx + fw, 0);
    fold.addColorStop(0, css(litColour(colour, scene.light, 0.2)));
    fold.addColorStop(0.45, css(litColour(colour, scene.light, 0.85)));
    fold.addColorStop(1, css(litColour(colour, scene.light, 0.25)));
    ctx.fillStyle = fold;
    ctx.beginPath();
    ctx.moveTo(fx, y);
    ctx.lineTo(fx + fw + 1, y);
    ctx.quadraticCurveTo(fx + fw * 1.15, y + h * 0.6, fx + fw, y + h);
    ctx.quadraticCurveTo(fx + fw * 0.5, y + h * 1.012, fx, y + h);
    ctx.quadraticCurveTo(fx + fw * 0.12, y + h * 0.6, fx, y);
    ctx.fill();
  }
}
