// Texts on their carriers: drawn by the lettering room at the planned size, toned by the light only so far that they stay legible.
import { createCanvas } from '@napi-rs/canvas';
import { drawSign } from '../lettering/draw-sign.js';
import { css, mix } from '../scene/colour.js';
import type { PlacedLettering, Scene } from '../scene/scene.js';
import { type Board, markBox } from './board.js';
import { tintOf } from './light-up.js';
import { litColour } from './pixels.js';

/** Paints one text; returns where its letters stand, pixels. */
export function paintLettering(
  board: Board,
  scene: Scene,
  lettering: PlacedLettering,
): { x0: number; y0: number; x1: number; y1: number } {
  const boxX = lettering.box[0] * board.width;
  const boxY = lettering.box[1] * board.height;
  const boxW = (lettering.box[2] - lettering.box[0]) * board.width;
  const boxH = (lettering.box[3] - lettering.box[1]) * board.height;
  const sign = drawSign({
    text: lettering.text,
    carrier: lettering.onSurface && lettering.carrier !== 'shirt' ? 'none' : lettering.carrier,
    maxWidthPx: Math.min(4096, Math.max(16, boxW)),
    maxHeightPx: Math.min(4096, Math.max(16, boxH)),
    colour: lettering.colour,
    post: lettering.planted,
    variant: scene.seed,
  });
  const { width, height } = sign.canvas;
  const x = boxX + (boxW - width) / 2;
  const y = lettering.planted ? boxY + boxH - height : boxY + (boxH - height) / 2;
  const glows = lettering.carrier === 'neon-sign' || lettering.carrier === 'none' || lettering.carrier === 'screen';
  const toned = createCanvas(width, height);
  const ctx = toned.getContext('2d');
  ctx.drawImage(sign.canvas, 0, 0);
  if (!glows) {
    ctx.globalCompositeOperation = 'multiply';
    ctx.fillStyle = css(mix(tintOf(scene.light), [255, 255, 255], 0.35));
    ctx.fillRect(0, 0, width, height);
    ctx.globalCompositeOperation = 'destination-in';
    ctx.drawImage(sign.canvas, 0, 0);
  }
  if (lettering.planted) paintPostShadow(board, scene, x + width / 2, boxY + boxH, width);
  else if (!glows && !lettering.onSurface) {
    // A board stands a little before what holds it.
    board.ctx.save();
    board.ctx.shadowColor = css(scene.light.shadow.colour, 0.4);
    board.ctx.shadowBlur = height * 0.12;
    board.ctx.shadowOffsetY = height * 0.05;
    board.ctx.drawImage(toned, x, y);
    board.ctx.restore();
  }
  if (!scene.indoor && (lettering.carrier === 'neon-sign' || lettering.carrier === 'wall')) {
    paintFrame(board, scene, x, y, width, height);
  }
  board.ctx.drawImage(toned, x, y);
  const [x0, y0, x1, y1] = sign.boardBox;
  markBox(board, 'lettering', 255, x + x0 * width, y + y0 * height, (x1 - x0) * width, (y1 - y0) * height);
  const [tx0, ty0, tx1, ty1] = sign.textBox;
  return { x0: x + tx0 * width, y0: y + ty0 * height, x1: x + tx1 * width, y1: y + ty1 * height };
}

/** Out of doors a lit sign stands on a frame of its own, down to the horizon. */
function paintFrame(board: Board, scene: Scene, x: number, y: number, width: number, height: number): void {
  const { ctx } = board;
  const foot = Math.max(y + height, (scene.horizon + 0.02) * board.height);
  const thick = Math.max(2, width * 0.016);
  ctx.strokeStyle = css(litColour([74, 78, 88], scene.light, 0.6));
  ctx.lineWidth = thick;
  ctx.beginPath();
  for (const at of [0.2, 0.8]) {
    ctx.moveTo(x + width * at, y + height * 0.5);
    ctx.lineTo(x + width * at, foot);
  }
  const braces = Math.max(1, Math.round((foot - y - height) / (width * 0.5)));
  for (let i = 0; i < braces; i += 1) {
    const top = y + height + ((foot - y - height) * i) / braces;
    const low = y + height + ((foot - y - height) * (i + 1)) / braces;
    ctx.moveTo(x + width * 0.2, top);
    ctx.lineTo(x + width * 0.8, low);
  }
  ctx.stroke();
}

function paintPostShadow(board: Board, scene: Scene, x: number, y: number, width: number): void {
  const { ctx } = board;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1, 0.2);
  const soft = ctx.createRadialGradient(0, 0, 0, 0, 0, width * 0.3);
  soft.addColorStop(0, css(scene.light.shadow.colour, 0.5));
  soft.addColorStop(1, css(scene.light.shadow.colour, 0));
  ctx.fillStyle = soft;
  ctx.fillRect(-width, -width, width * 2, width * 2);
  ctx.restore();
}
