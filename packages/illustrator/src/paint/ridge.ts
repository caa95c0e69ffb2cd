// Distant land: a ridge filled with lit relief, snow above the snow line, and haze that thickens toward its foot.

import { Path2D } from '@napi-rs/canvas';
import type { Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import {
  createNoiseLine,
  ditherAt,
  mixLine,
  type NoiseLine,
  ridgedNoise,
  roughNoise,
  sampleLine,
  smooth,
  softNoise,
} from './noise.js';
import { createRaster, drawRaster, hazeAt, type Ramp, type Raster, rampIndex, rampOf } from './pixels.js';
import { ridgeLine } from './ridge-lines.js';

type RidgeLayer = Extract<Layer, { kind: 'ridge' }>;

/** How rough each shape's faces are: relief of ribs and of rock, noise scale. */
const faces: Record<
  RidgeLayer['shape'],
  { relief: number; fine: number; scale: number; table: 'ridged' | 'soft' | 'rough' }
> = {
  alps: { relief: 2.5, fine: 0.34, scale: 0.85, table: 'ridged' },
  volcano: { relief: 2, fine: 0.45, scale: 0.9, table: 'ridged' },
  karst: { relief: 1.5, fine: 0.4, scale: 1.3, table: 'rough' },
  mesa: { relief: 1.6, fine: 0.4, scale: 1.1, table: 'rough' },
  hills: { relief: 0.9, fine: 0.08, scale: 0.7, table: 'soft' },
  rolling: { relief: 0.7, fine: 0.06, scale: 0.5, table: 'soft' },
  forest: { relief: 1.4, fine: 0.3, scale: 2.4, table: 'rough' },
  dunes: { relief: 0.35, fine: 0.02, scale: 0.6, table: 'soft' },
};

/** Paints one ridge across the whole width. */
export function paintRidge(board: Board, scene: Scene, layer: RidgeLayer): void {
  const { width, height } = board;
  const samples = Math.ceil(width / 2) + 1;
  const line = ridgeLine(layer.shape, layer.seed, samples);
  const tall = layer.height * height;
  const base = layer.base * height;
  const topY = Math.floor(base - tall) - 2;
  const bottomY = Math.min(height, Math.ceil(base + height * 0.03));
  const w = samples;
  const h = Math.max(1, Math.ceil((bottomY - topY) / 2));
  const raster = createRaster(w, h);
  fillFaces(raster, board, scene, layer, line, topY);
  // One path for the clip and the map: drawn point by point on both, its calls would cost as much as the painting.
  let outline = `M0 ${bottomY}`;
  for (let i = 0; i < samples; i += 1) outline += `L${i * 2} ${(base - (line[i] as number) * tall).toFixed(3)}`;
  const shape = new Path2D(`${outline}L${width} ${bottomY}Z`);
  board.ctx.save();
  board.ctx.clip(shape);
  drawRaster(board.ctx, raster, 0, topY, w * 2, h * 2);
  board.ctx.restore();
  mark(board, 'far', 40 + 50 * (1 - layer.depth), (map) => map.fill(shape));
}

function fillFaces(
  raster: Raster,
  board: Board,
  scene: Scene,
  layer: RidgeLayer,
  line: Float32Array,
  topY: number,
): void {
  const { light } = scene;
  const random = createRandom(layer.seed, 602);
  const face = faces[layer.shape];
  const table = face.table === 'ridged' ? ridgedNoise() : face.table === 'rough' ? roughNoise() : softNoise();
  const rock = rampOf(layer.albedo, light, layer.depth);
  const snowRamp = rampOf([228, 236, 248], light, layer.depth * 0.7);
  const tall = layer.height * board.height;
  const base = layer.base * board.height;
  const scale = (face.scale * 1024) / Math.min(board.width, board.height);
  const detail = roughNoise();
  const ox = random.between(0, 500);
  const oy = random.between(0, 500);
  // What a column's outline says is worked out once; along a row only u changes, so each noise is mixed once per row.
  const job: FaceJob = {
    raster,
    ...columnsOf(raster.width, board, layer, line, light.from.x * board.width),
    relief: face.relief,
    fine: face.fine,
    rock,
    snow: snowRamp,
    snowLine: layer.snow > 0 ? 1 - layer.snow : null,
    mists: mistTable(0.25 + hazeAt(light, layer.depth) * 0.9),
    air: light.haze,
    tall: Math.max(1, tall),
    scale,
    ox,
    here: createNoiseLine(),
    there: createNoiseLine(),
    detail: createNoiseLine(),
    detailThere: createNoiseLine(),
  };
  for (let y = 0; y < raster.height; y += 1) {
    const py = topY + y * 2;
    const v = py * scale * 0.42 + oy;
    mixLine(table, v, job.here);
    mixLine(table, v - 2.4, job.there);
    mixLine(detail, v * 2.1, job.detail);
    mixLine(detail, v * 2.1 - 1.6, job.detailThere);
    fillFaceRow(job, y, py, (base - py) / Math.max(1, tall));
  }
}

/** What all rows of a ridge share. */
interface FaceJob extends Columns {
  raster: Raster;
  relief: number;
  fine: number;
  rock: Ramp;
  snow: Ramp;
  /** Height of the snow line as a share of the ridge's; null where no snow lies. */
  snowLine: number | null;
  mists: Float32Array;
  air: Rgb;
  tall: number;
  scale: number;
  ox: number;
  here: NoiseLine;
  there: NoiseLine;
  detail: NoiseLine;
  detailThere: NoiseLine;
}

/** Fills row `y`, which stands at `py` on the board: a function of its own because V8 optimises what is called often sooner and better. */
function fillFaceRow(job: FaceJob, y: number, py: number, elevation: number): void {
  const { ridges, sides, flanks, rock, snow, snowLine, mists, tall, scale, ox } = job;
  const { data, width } = job.raster;
  const [hr, hg, hb] = job.air;
  for (let x = 0, at = y * width * 4; x < width; x += 1, at += 4) {
    const ridge = ridges[x] as number;
    // A little above the outline is filled too: its edge is soft.
    if (py < ridge - 6) continue;
    const side = sides[x] as number;
    const down = Math.min(1, Math.max(0, (py - ridge) / tall));
    const u = x * scale + ox;
    const here = sampleLine(job.here, u);
    const there = sampleLine(job.there, u + 3.4 * side + 0.5);
    const fine = sampleLine(job.detail, u * 2.1) - sampleLine(job.detailThere, u * 2.1 + 2.2 * side);
    const relief = (here - there) * job.relief + fine * job.fine;
    const lambert = 0.44 + relief - (flanks[x] as number) * (1 - down) - down * 0.08;
    const step = rampIndex(lambert);
    let r = rock[step] as number;
    let g = rock[step + 1] as number;
    let b = rock[step + 2] as number;
    if (snowLine !== null) {
      const height = elevation + here * 0.16 - 0.06 - Math.max(0, -relief) * 0.25;
      const cover = smooth(snowLine - 0.06, snowLine + 0.1, height);
      if (cover > 0) {
        // Snow throws much light back: its shade is blue and clear, never black.
        const s = rampIndex(lambert * 1.25 - 0.2);
        r += ((snow[s] as number) - r) * cover;
        g += ((snow[s + 1] as number) - g) * cover;
        b += ((snow[s + 2] as number) - b) * cover;
      }
    }
    const mist = mists[(down * mistSteps) | 0] as number;
    const noise = ditherAt(x, y);
    data[at] = r + (hr - r) * mist + noise;
    data[at + 1] = g + (hg - g) * mist + noise;
    data[at + 2] = b + (hb - b) * mist + noise;
    data[at + 3] = 255;
  }
}

/** Mist gathers at the foot of far land: its share by steps of the way down. A table, because a power per pixel costs more than all else. */
const mistSteps = 511;
const mistTable = (strength: number): Float32Array =>
  Float32Array.from({ length: mistSteps + 1 }, (_, k) => Math.min(0.85, (k / mistSteps) ** 1.6 * strength));

/** For every column: the outline's height in pixels, which side the light is on (−1 … 1), how far the outline's own slope faces away. */
interface Columns {
  ridges: Float32Array;
  sides: Float32Array;
  flanks: Float32Array;
}

function columnsOf(width: number, board: Board, layer: RidgeLayer, line: Float32Array, lightX: number): Columns {
  const tall = layer.height * board.height;
  const base = layer.base * board.height;
  const ridges = new Float32Array(width);
  const sides = new Float32Array(width);
  const flanks = new Float32Array(width);
  for (let x = 0; x < width; x += 1) {
    ridges[x] = base - (line[x] as number) * tall;
    const side = Math.max(-1, Math.min(1, (lightX - x * 2) / (board.width * 0.35)));
    const before = line[Math.max(0, x - 3)] as number;
    const after = line[Math.min(line.length - 1, x + 3)] as number;
    sides[x] = side;
    flanks[x] = (((after - before) * tall) / 12) * side * 0.5;
  }
  return { ridges, sides, flanks };
}
