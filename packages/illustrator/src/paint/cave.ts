// A cave: rock all round, darker away from the opening, stone teeth above, a shaft of light, a floor that shines a little.
import { css, mix } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark, markBox } from './board.js';
import { ditherAt, ridgedNoise, roughNoise, sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster, rampIndex, rampOf } from './pixels.js';

/** Paints the cave from edge to edge. */
export function paintCave(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'cave' }>): void {
  const { width, height, ctx } = board;
  const random = createRandom(layer.seed, 721);
  const raster = createRaster(width, height);
  const ramp = rampOf(layer.albedo, scene.light);
  const ridged = ridgedNoise();
  const rough = roughNoise();
  const soft = softNoise();
  const cx = layer.opening.x * width;
  const cy = layer.opening.y * height;
  const reach = layer.opening.size * Math.min(width, height);
  const floor = scene.horizon * height;
  const ox = random.between(0, 500);
  const glow = scene.sky?.stops.at(-1)?.colour ?? [220, 230, 230];
  const outside = mix(glow, [255, 255, 255], scene.light.dark ? 0 : 0.35);
  const unit = 1024 / Math.max(width, height);
  for (let y = 0; y < height; y += 1) {
    const under = y > floor;
    const t = under ? (y - floor) / (height - floor) : 0;
    const z = under ? 1 / (0.25 + t) : 1;
    for (let x = 0; x < width; x += 1) {
      const u = (under ? (x - width / 2) * z * 0.4 : x * 0.34) * unit + ox;
      const v = under ? z * 90 : y * 0.42 * unit;
      const dx = (x - cx) / reach;
      const dy = (y - cy) / (reach * 1.2);
      const edge = Math.hypot(dx, dy) + sample(rough, x * 0.3 * unit, y * 0.3 * unit) * 0.16;
      const at = (y * width + x) * 4;
      const d = ditherAt(x, y);
      if (edge < 1 && !under) {
        const bright = smooth(1, 0.4, edge) * 0.3 + 0.7;
        raster.data[at] = outside[0] * bright + d;
        raster.data[at + 1] = outside[1] * bright + d;
        raster.data[at + 2] = outside[2] * bright + d;
        raster.data[at + 3] = 255;
        continue;
      }
      const ribs =
        sample(ridged, u, v) - sample(ridged, u + 3 * Math.max(-1, Math.min(1, (cx - x) / (width * 0.2))), v - 2);
      const grain = sample(rough, u * 2.6, v * 2.6);
      const near = Math.exp(-(Math.max(0, edge - 1) ** 1.2) * (under ? 0.7 : 0.85));
      const wet = under
        ? smooth(0.25, 0.7, sample(soft, u * 1.4, v * 1.2)) * Math.exp(-(((x - cx) / (width * 0.3)) ** 2)) * 0.5
        : 0;
      const lambert = 0.02 + near * (0.62 + ribs * 1.4) + grain * 0.1 * (0.3 + near) + ribs * 0.3 + wet;
      const i = rampIndex(lambert);
      const rim = smooth(1.12, 1, edge) * 0.4;
      raster.data[at] = (ramp[i] as number) + (outside[0] - (ramp[i] as number)) * (rim + wet * 0.4) + d;
      raster.data[at + 1] = (ramp[i + 1] as number) + (outside[1] - (ramp[i + 1] as number)) * (rim + wet * 0.4) + d;
      raster.data[at + 2] = (ramp[i + 2] as number) + (outside[2] - (ramp[i + 2] as number)) * (rim + wet * 0.4) + d;
      raster.data[at + 3] = 255;
    }
  }
  drawRaster(ctx, raster, 0, 0);
  markBox(board, 'indoor', 40, 0, 0, width, height);
  markBox(board, 'ground', 40, 0, floor, width, height - floor);
  for (let i = 0; i < 16; i += 1) {
    const x = width * random.next();
    const up = random.chance(0.75);
    const tall = height * random.between(0.05, 0.24) * (up ? 1 : 0.5);
    const wide = tall * random.between(0.16, 0.3);
    if (Math.abs(x - cx) < reach * 0.8 && tall > height * 0.12) continue;
    const base = up ? -2 : floor + height * random.between(0.02, 0.1);
    const tip = up ? tall : base - tall;
    const face = ctx.createLinearGradient(x - wide, 0, x + wide, 0);
    const tone = (lambert: number): string => {
      const at = rampIndex(lambert);
      return css([ramp[at] as number, ramp[at + 1] as number, ramp[at + 2] as number]);
    };
    face.addColorStop(0, tone(cx < x ? 0.5 : 0.02));
    face.addColorStop(1, tone(cx < x ? 0.02 : 0.5));
    ctx.fillStyle = face;
    const shape = (target: typeof ctx): void => {
      target.beginPath();
      target.moveTo(x - wide, base);
      target.quadraticCurveTo(x - wide * 0.3, (base + tip) / 2, x, tip);
      target.quadraticCurveTo(x + wide * 0.3, (base + tip) / 2, x + wide, base);
      target.fill();
    };
    shape(ctx);
    mark(board, 'building', 70, shape);
  }
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  ctx.filter = `blur(${Math.max(2, width * 0.012)}px)`;
  const shaft = ctx.createLinearGradient(cx, cy, width / 2, height);
  shaft.addColorStop(0, css(outside, 0.4));
  shaft.addColorStop(1, css(outside, 0));
  ctx.fillStyle = shaft;
  ctx.beginPath();
  ctx.moveTo(cx - reach * 0.5, cy - reach * 0.4);
  ctx.lineTo(cx + reach * 0.5, cy - reach * 0.4);
  ctx.lineTo(width / 2 + (width / 2 - cx) * 0.6 + reach * 1.2, height);
  ctx.lineTo(width / 2 + (width / 2 - cx) * 0.6 - reach * 0.9, height);
  ctx.fill();
  ctx.filter = 'none';
  ctx.restore();
}
