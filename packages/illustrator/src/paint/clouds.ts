// Clouds as a field of fractal noise seen in perspective: dense where the field is high, bright where it faces the light.
import { createRandom } from '../scene/random.js';
import type { Scene, Sky } from '../scene/scene.js';
import type { Board } from './board.js';
import { ditherAt, sample, smooth, softNoise } from './noise.js';
import { createRaster, type Raster } from './pixels.js';

/** How each kind of cloud stretches the noise: across, down, softness of its edge, share of small detail. */
const shapes = {
  cumulus: { across: 0.24, down: 1.7, soft: 0.95, fine: 0.5, power: 1.5 },
  wisps: { across: 0.3, down: 1.9, soft: 0.75, fine: 0.5, power: 1.4 },
  bands: { across: 0.2, down: 2.4, soft: 0.55, fine: 0.34, power: 1.15 },
  sheet: { across: 0.4, down: 1.2, soft: 0.9, fine: 0.5, power: 1 },
} as const;

/**
 * Paints clouds into a transparent buffer, half the board's size: clouds are soft, and this takes a quarter of the time.
 * `height` and `horizon` are board pixels.
 */
export function cloudField(board: Board, scene: Scene, sky: Sky, height: number, horizon: number): Raster {
  const { cover, kind, lit, shade, drift } = sky.clouds;
  const shape = shapes[kind];
  const random = createRandom(scene.seed, scene.index, 503);
  const offsetX = drift + random.between(0, 300);
  const offsetY = random.between(0, 500);
  const w = Math.ceil(board.width / 2);
  const h = Math.ceil(height / 2);
  const raster = createRaster(w, h);
  const table = softNoise();
  const horizonY = horizon / 2;
  const unit = 512 / Math.max(w, board.height / 2);
  const disc = sky.sun ?? sky.moon;
  const lightX = (disc?.x ?? scene.light.from.x) * w;
  const lightY = ((disc?.y ?? scene.light.from.y) * board.height) / 2;
  const threshold = 0.56 - cover * 1.25;
  const [lr, lg, lb] = lit;
  const [sr, sg, sb] = shade;
  const [gr, gg, gb] = sky.glow.colour;
  const reach = sky.glow.radius * Math.max(w, board.height / 2) * 0.8;
  for (let y = 0; y < h; y += 1) {
    // Rows near the horizon are far away: the pattern gets smaller and flatter there.
    const far = Math.max(0, 1 - y / Math.max(1, horizonY));
    const squeeze = 1 / (0.2 + far * 0.8);
    const v = (squeeze * 150 + y * 0.35) * shape.down * unit * 1.4 + offsetY;
    const thin = smooth(0, 0.1, far) * (kind === 'sheet' ? 1 : 0.55 + 0.45 * smooth(0.02, 0.4, far));
    for (let x = 0; x < w; x += 1) {
      const u = (x - w / 2) * squeeze * shape.across * unit * 0.9 + offsetX;
      const broad = sample(table, u * 0.5, v * 0.5);
      const fine = sample(table, u * 1.9 + 77, v * 1.9);
      const density = (broad * (1 - shape.fine) + fine * shape.fine) * 1.25 - threshold;
      if (density <= 0) continue;
      // Thinner toward the light means this side is lit: a second sample a little nearer to it.
      const dx = lightX - x;
      const dy = lightY - y;
      const distance = Math.sqrt(dx * dx + dy * dy) + 1;
      const toward = 15;
      const toLight = sample(
        table,
        (u + (dx / distance) * toward * shape.across) * 0.5,
        (v + (dy / distance) * toward * shape.down) * 0.5,
      );
      const relief = (broad - toLight) * 2.1 + fine * 0.45;
      const body = smooth(0, 1, density * 1.1);
      let light = 0.62 + relief - body * 0.34;
      light = Math.min(1, Math.max(0, light));
      const alpha = smooth(0, shape.soft, density) ** shape.power * thin;
      // Near sun or moon the thin edges glow.
      const near = Math.max(0, 1 - distance / reach);
      const rim = near * near * (1 - body) * sky.glow.strength;
      const at = (y * w + x) * 4;
      const noise = ditherAt(x, y);
      const r = sr + (lr - sr) * light;
      const g = sg + (lg - sg) * light;
      const b = sb + (lb - sb) * light;
      raster.data[at] = r + (gr - r) * rim + noise;
      raster.data[at + 1] = g + (gg - g) * rim + noise;
      raster.data[at + 2] = b + (gb - b) * rim + noise;
      raster.data[at + 3] = 248 * alpha + noise;
    }
  }
  return raster;
}
