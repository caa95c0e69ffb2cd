// What is seen through a window besides the sky's colours: moon and stars by night, drops on the pane, falling snow.
import { css } from '../scene/colour.js';
import type { Random } from '../scene/random.js';
import type { Scene } from '../scene/scene.js';
import type { Board } from './board.js';

/** Paints weather and lights of the sky into the pane `[x, y, width, height]`, pixels. */
export function paintOutside(
  { ctx }: Board,
  scene: Scene,
  random: Random,
  [x, y, w, h]: readonly [number, number, number, number],
): void {
  // Draws from a branch of its own: what the weather is must not move the furniture.
  const own = random.fork('outside');
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, w, h);
  ctx.clip();
  const unit = Math.min(w, h);
  const at = (low: number, high: number): [number, number] => [x + own.next() * w, y + own.between(low, high) * h];
  if (scene.sky && scene.light.dark) {
    ctx.fillStyle = 'rgba(255,250,230,0.85)';
    for (let i = 0; i < 18 + scene.sky.stars * 30; i += 1) dot(ctx, ...at(0, 0.6), unit * own.between(0.003, 0.007));
    if (scene.sky.moon) {
      ctx.fillStyle = 'rgba(255,246,214,0.95)';
      dot(ctx, x + w * 0.28, y + h * 0.24, unit * 0.07);
    }
  }
  if (scene.weather === 'rain' || scene.weather === 'storm') {
    ctx.fillStyle = css([150, 164, 178], 0.35);
    ctx.fillRect(x, y, w, h);
    for (let i = 0; i < 70; i += 1) {
      const [dx, dy] = at(0, 1);
      const size = unit * own.between(0.005, 0.015);
      ctx.fillStyle = css([232, 242, 252], own.between(0.35, 0.75));
      dot(ctx, dx, dy, size);
      // Every third drop has run down the pane.
      if (i % 3 === 0) ctx.fillRect(dx - size * 0.35, dy - unit * own.between(0.05, 0.16), size * 0.7, unit * 0.1);
    }
  }
  if (scene.weather === 'snow') {
    ctx.fillStyle = css([226, 234, 244], 0.45);
    ctx.fillRect(x, y, w, h);
    ctx.fillStyle = 'rgba(255,255,255,0.95)';
    for (let i = 0; i < 110; i += 1) dot(ctx, ...at(0, 1), unit * own.between(0.004, 0.014));
    ctx.fillRect(x, y + h * 0.93, w, h * 0.07);
  }
  ctx.restore();
}

function dot(ctx: Board['ctx'], x: number, y: number, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fill();
}
