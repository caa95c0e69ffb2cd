// Water mirrors what has been painted above it, broken by waves; toward the viewer its own colour wins, under sun or moon it glitters.
import { mix, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import { ditherAt, ridgedNoise, sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster, litColour } from './pixels.js';

type WaterLayer = Extract<Layer, { kind: 'water' }>;

/** Paints water between the layer's top and bottom edges. Must follow everything that it mirrors. */
export function paintWater(board: Board, scene: Scene, layer: WaterLayer): void {
  const { width, height } = board;
  const { light } = scene;
  const top = Math.max(1, Math.floor(layer.top * height));
  const bottom = Math.min(height, Math.ceil(layer.bottom * height));
  const rows = bottom - top;
  if (rows <= 0) return;
  const above = board.ctx.getImageData(0, 0, width, top).data;
  const raster = createRaster(width, rows);
  const { data } = raster;
  const random = createRandom(layer.seed, 621);
  const ox = random.between(0, 500);
  const oy = random.between(0, 500);
  const waves = ridgedNoise();
  const swell = softNoise();
  const body = litColour(layer.colour, light, 0.5);
  const deep = mix(litColour(layer.colour, light, 0.16), [8, 20, 48], light.dark ? 0.25 : 0.08);
  const crest = mix(litColour(mix(layer.colour, [255, 255, 255], 0.55), light, 0.85), light.haze, 0.2);
  const disc = scene.sky?.sun ?? scene.sky?.moon ?? null;
  const glint: Rgb = scene.sky ? mix(scene.sky.glow.colour, [255, 255, 255], 0.35) : [255, 255, 255];
  const discX = disc ? disc.x * width : -1;
  const unit = 1024 / Math.max(width, height);
  const calm = layer.water === 'lake' || layer.water === 'pool' || layer.water === 'swamp';
  const [hr, hg, hb] = light.haze;
  for (let y = 0; y < rows; y += 1) {
    const t = (y + 0.5) / (height - top);
    const z = 1 / (t * 0.94 + 0.05);
    const v = z * 96 + oy;
    const near = Math.min(1, t * 2.6 + 0.08);
    // Seen flat, water mirrors; seen steeply, one looks into it.
    const fresnel = 0.9 - 0.56 * smooth(0, 0.85, t);
    const amplitude = layer.waves * (2.5 + 34 * t) * (height / 1024);
    const mirror = y * (calm ? 0.92 : 0.75);
    const haze = 0.5 * light.hazeStrength * (1 - smooth(0, 0.16, t));
    const pathWidth = width * (0.014 + 0.13 * t) * (calm ? 1 : 1.3);
    for (let x = 0; x < width; x += 1) {
      const u = (x - width / 2) * z * 0.3 * unit + ox;
      const ripple = sample(waves, u * 0.85, v * 1.7) - 0.42;
      const chop = sample(swell, u * 2.2 + 70, v * 4.1);
      const slope = ripple * 0.75 + chop * 0.4;
      let sy = top - 1 - mirror + slope * amplitude * 2.2;
      sy = Math.min(top - 1, Math.max(0, sy));
      let sx = x + chop * amplitude * 0.5;
      sx = Math.min(width - 1, Math.max(0, sx));
      const from = ((sy | 0) * width + (sx | 0)) * 4;
      const depthMix = Math.min(1, Math.max(0, 0.5 + slope * 0.6 - t * 0.18));
      const wr = deep[0] + (body[0] - deep[0]) * depthMix;
      const wg = deep[1] + (body[1] - deep[1]) * depthMix;
      const wb = deep[2] + (body[2] - deep[2]) * depthMix;
      const f = Math.min(0.95, Math.max(0.06, fresnel - slope * 0.3 * near));
      let r = wr + ((above[from] as number) - wr) * f;
      let g = wg + ((above[from + 1] as number) - wg) * f;
      let b = wb + ((above[from + 2] as number) - wb) * f;
      const foam = smooth(0.34, 0.58, ripple + chop * 0.22) * near * layer.waves * 0.5;
      if (foam > 0) {
        r += (crest[0] - r) * foam;
        g += (crest[1] - g) * foam;
        b += (crest[2] - b) * foam;
      }
      if (disc) {
        const d = Math.abs(x - discX) / pathWidth;
        if (d < 2.6) {
          const lane = Math.exp(-d * d * 0.9);
          const sparkle = smooth(0.3 - lane * 0.42, 0.62 - lane * 0.3, slope + 0.34 + chop * 0.3) * lane;
          const power = Math.min(0.92, sparkle * (light.dark ? 0.8 : 0.85) + lane * 0.12);
          r += (glint[0] - r) * power;
          g += (glint[1] - g) * power;
          b += (glint[2] - b) * power;
        }
      }
      const at = (y * width + x) * 4;
      const noise = ditherAt(x, y);
      data[at] = r + (hr - r) * haze + noise;
      data[at + 1] = g + (hg - g) * haze + noise;
      data[at + 2] = b + (hb - b) * haze + noise;
      data[at + 3] = 255;
    }
  }
  drawRaster(board.ctx, raster, 0, top);
  mark(board, 'water', 26, (map) => map.fillRect(0, top, width, rows));
}
