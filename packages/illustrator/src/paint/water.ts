// Water mirrors what has been painted above it, broken by waves; toward the viewer its own colour wins, under sun or moon it glitters.
import { mix, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import {
  createNoiseLine,
  ditherAt,
  mixLine,
  type NoiseLine,
  ridgedNoise,
  sampleLine,
  smooth,
  softNoise,
} from './noise.js';
import { createRaster, litColour, packOpaque, pixelsOf, placeRaster } from './pixels.js';

type WaterLayer = Extract<Layer, { kind: 'water' }>;

/** Paints water between the layer's top and bottom edges. Must follow everything that it mirrors. */
export function paintWater(board: Board, scene: Scene, layer: WaterLayer): void {
  const { width, height } = board;
  const { light } = scene;
  const top = Math.max(1, Math.floor(layer.top * height));
  const bottom = Math.min(height, Math.ceil(layer.bottom * height));
  const rows = bottom - top;
  if (rows <= 0) return;
  const raster = createRaster(width, rows);
  const random = createRandom(layer.seed, 621);
  const ox = random.between(0, 500);
  const oy = random.between(0, 500);
  const waves = ridgedNoise();
  const swell = softNoise();
  const disc = scene.sky?.sun ?? scene.sky?.moon ?? null;
  const calm = layer.water === 'lake' || layer.water === 'pool' || layer.water === 'swamp';
  const job: WaterJob = {
    pixels: pixelsOf(raster),
    above: board.ctx.getImageData(0, 0, width, top).data,
    width,
    top,
    body: litColour(layer.colour, light, 0.5),
    deep: mix(litColour(layer.colour, light, 0.16), [8, 20, 48], light.dark ? 0.25 : 0.08),
    crest: mix(litColour(mix(layer.colour, [255, 255, 255], 0.55), light, 0.85), light.haze, 0.2),
    glint: scene.sky ? mix(scene.sky.glow.colour, [255, 255, 255], 0.35) : [255, 255, 255],
    air: light.haze,
    discX: disc ? disc.x * width : null,
    sparkle: light.dark ? 0.8 : 0.85,
    foaming: layer.waves * 0.5,
    ox,
    waves: createNoiseLine(),
    swell: createNoiseLine(),
  };
  const unit = 1024 / Math.max(width, height);
  for (let y = 0; y < rows; y += 1) {
    const t = (y + 0.5) / (height - top);
    const z = 1 / (t * 0.94 + 0.05);
    const v = z * 96 + oy;
    mixLine(waves, v * 1.7, job.waves);
    mixLine(swell, v * 4.1, job.swell);
    fillWaterRow(job, y, {
      t,
      stretch: z * 0.3 * unit,
      near: Math.min(1, t * 2.6 + 0.08),
      // Seen flat, water mirrors; seen steeply, one looks into it.
      fresnel: 0.9 - 0.56 * smooth(0, 0.85, t),
      amplitude: layer.waves * (2.5 + 34 * t) * (height / 1024),
      mirror: y * (calm ? 0.92 : 0.75),
      haze: 0.5 * light.hazeStrength * (1 - smooth(0, 0.16, t)),
      pathWidth: width * (0.014 + 0.13 * t) * (calm ? 1 : 1.3),
    });
  }
  placeRaster(board.ctx, raster, 0, top);
  mark(board, 'water', 26, (map) => map.fillRect(0, top, width, rows));
}

/** What all rows of water share. */
interface WaterJob {
  pixels: Int32Array;
  /** What has been painted above the water, board width × `top`. */
  above: Uint8ClampedArray;
  width: number;
  top: number;
  body: Rgb;
  deep: Rgb;
  crest: Rgb;
  glint: Rgb;
  air: Rgb;
  /** Column of sun or moon, null where there is neither. */
  discX: number | null;
  sparkle: number;
  foaming: number;
  ox: number;
  waves: NoiseLine;
  swell: NoiseLine;
}

/** What is the same along one row. */
interface WaterRow {
  t: number;
  stretch: number;
  near: number;
  fresnel: number;
  amplitude: number;
  mirror: number;
  haze: number;
  pathWidth: number;
}

/** Fills row `y`: a function of its own because V8 optimises what is called often sooner and better. */
function fillWaterRow(job: WaterJob, y: number, row: WaterRow): void {
  const { pixels, above, width, top, discX, ox } = job;
  const { t, stretch, near, fresnel, amplitude, mirror, haze, pathWidth } = row;
  const [dr, dg, db] = job.deep;
  const [br, bg, bb] = job.body;
  const [cr, cg, cb] = job.crest;
  const [gr, gg, gb] = job.glint;
  const [hr, hg, hb] = job.air;
  for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
    const u = (x - width / 2) * stretch + ox;
    const ripple = sampleLine(job.waves, u * 0.85) - 0.42;
    const chop = sampleLine(job.swell, u * 2.2 + 70);
    const slope = ripple * 0.75 + chop * 0.4;
    const sy = Math.min(top - 1, Math.max(0, top - 1 - mirror + slope * amplitude * 2.2));
    const sx = Math.min(width - 1, Math.max(0, x + chop * amplitude * 0.5));
    const from = ((sy | 0) * width + (sx | 0)) * 4;
    const depthMix = Math.min(1, Math.max(0, 0.5 + slope * 0.6 - t * 0.18));
    const wr = dr + (br - dr) * depthMix;
    const wg = dg + (bg - dg) * depthMix;
    const wb = db + (bb - db) * depthMix;
    const f = Math.min(0.95, Math.max(0.06, fresnel - slope * 0.3 * near));
    let r = wr + ((above[from] as number) - wr) * f;
    let g = wg + ((above[from + 1] as number) - wg) * f;
    let b = wb + ((above[from + 2] as number) - wb) * f;
    const foam = smooth(0.34, 0.58, ripple + chop * 0.22) * near * job.foaming;
    if (foam > 0) {
      r += (cr - r) * foam;
      g += (cg - g) * foam;
      b += (cb - b) * foam;
    }
    const d = discX === null ? 9 : Math.abs(x - discX) / pathWidth;
    if (d < 2.6) {
      const lane = Math.exp(-d * d * 0.9);
      const sparkle = smooth(0.3 - lane * 0.42, 0.62 - lane * 0.3, slope + 0.34 + chop * 0.3) * lane;
      const power = Math.min(0.92, sparkle * job.sparkle + lane * 0.12);
      r += (gr - r) * power;
      g += (gg - g) * power;
      b += (gb - b) * power;
    }
    // Half a level more, because levels are cut off.
    const noise = ditherAt(x, y) + 0.5;
    pixels[at] = packOpaque(r + (hr - r) * haze + noise, g + (hg - g) * haze + noise, b + (hb - b) * haze + noise);
  }
}
