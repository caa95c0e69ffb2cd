// Clouds as a field of fractal noise seen in perspective: dense where the field is high, bright where it faces the light.
import type { Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Scene, Sky } from '../scene/scene.js';
import type { Board } from './board.js';
import { createNoiseLine, ditherAt, mixLine, type NoiseLine, sample, sampleLine, smooth, softNoise } from './noise.js';
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
  const unit = 512 / Math.max(w, board.height / 2);
  const disc = sky.sun ?? sky.moon;
  const job: CloudJob = {
    raster,
    across: shape.across,
    down: shape.down,
    fineShare: shape.fine,
    threshold: 0.56 - cover * 1.25,
    covers: coverTable(shape.soft, shape.power),
    coverScale: coverSteps / shape.soft,
    lit,
    shade,
    glow: sky.glow.colour,
    glowStrength: sky.glow.strength,
    reach: sky.glow.radius * Math.max(w, board.height / 2) * 0.8,
    lightX: (disc?.x ?? scene.light.from.x) * w,
    lightY: ((disc?.y ?? scene.light.from.y) * board.height) / 2,
    offsetX,
    broad: createNoiseLine(),
    fine: createNoiseLine(),
  };
  for (let y = 0; y < h; y += 1) {
    // Rows near the horizon are far away: the pattern gets smaller and flatter there.
    const far = Math.max(0, 1 - y / Math.max(1, horizon / 2));
    const squeeze = 1 / (0.2 + far * 0.8);
    const v = (squeeze * 150 + y * 0.35) * shape.down * unit * 1.4 + offsetY;
    const thin = smooth(0, 0.1, far) * (kind === 'sheet' ? 1 : 0.55 + 0.45 * smooth(0.02, 0.4, far));
    if (thin <= 0) continue;
    mixLine(table, v * 0.5, job.broad);
    mixLine(table, v * 1.9, job.fine);
    fillCloudRow(job, y, { v, stretch: squeeze * shape.across * unit * 0.9, thin });
  }
  return raster;
}

/** What all rows of a cloud field share. */
interface CloudJob {
  raster: Raster;
  across: number;
  down: number;
  fineShare: number;
  threshold: number;
  covers: Float32Array;
  /** Steps of `covers` per unit of density. */
  coverScale: number;
  lit: Rgb;
  shade: Rgb;
  glow: Rgb;
  glowStrength: number;
  reach: number;
  lightX: number;
  lightY: number;
  offsetX: number;
  broad: NoiseLine;
  fine: NoiseLine;
}

/** How much a cloud hides by steps of its density from 0 to `soft`: a table instead of a power per pixel. */
const coverSteps = 255;
function coverTable(soft: number, power: number): Float32Array {
  return Float32Array.from({ length: coverSteps + 1 }, (_, k) => smooth(0, soft, (k / coverSteps) * soft) ** power);
}

/** Fills row `y`; `v` is its place in the noise, `stretch` the noise's cells per pixel, `thin` how much of it is to be seen. */
function fillCloudRow(
  job: CloudJob,
  y: number,
  { v, stretch, thin }: { v: number; stretch: number; thin: number },
): void {
  const { raster, fineShare, threshold, covers, lightX, reach } = job;
  const { data, width } = raster;
  const table = softNoise();
  const [lr, lg, lb] = job.lit;
  const [sr, sg, sb] = job.shade;
  const [gr, gg, gb] = job.glow;
  const dy = job.lightY - y;
  // The second sample lies 15 cells nearer to the light, by the clouds' own proportions.
  const towardX = 15 * job.across;
  const towardY = 15 * job.down;
  const densest = covers.length - 1;
  for (let x = 0; x < width; x += 1) {
    const u = (x - width / 2) * stretch + job.offsetX;
    const broad = sampleLine(job.broad, u * 0.5);
    const fine = sampleLine(job.fine, u * 1.9 + 77);
    const density = (broad * (1 - fineShare) + fine * fineShare) * 1.25 - threshold;
    if (density <= 0) continue;
    // Thinner toward the light means this side is lit.
    const dx = lightX - x;
    const distance = Math.sqrt(dx * dx + dy * dy) + 1;
    const toLight = sample(table, (u + (dx / distance) * towardX) * 0.5, (v + (dy / distance) * towardY) * 0.5);
    const body = smooth(0, 1, density * 1.1);
    const light = Math.min(1, Math.max(0, 0.62 + (broad - toLight) * 2.1 + fine * 0.45 - body * 0.34));
    const alpha = (covers[Math.min(densest, (density * job.coverScale) | 0)] as number) * thin;
    // Near sun or moon the thin edges glow.
    const near = Math.max(0, 1 - distance / reach);
    const rim = near * near * (1 - body) * job.glowStrength;
    const at = (y * width + x) * 4;
    const noise = ditherAt(x, y);
    const r = sr + (lr - sr) * light;
    const g = sg + (lg - sg) * light;
    const b = sb + (lb - sb) * light;
    data[at] = r + (gr - r) * rim + noise;
    data[at + 1] = g + (gg - g) * rim + noise;
    data[at + 2] = b + (gb - b) * rim + noise;
    data[at + 3] = 248 * alpha + noise;
  }
}
