// Distant land: a ridge filled with lit relief, snow above the snow line, and haze that thickens toward its foot.
import { createRandom } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import { ditherAt, ridgedNoise, roughNoise, sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster, hazeAt, rampIndex, rampOf } from './pixels.js';
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
  const trace = (ctx: {
    beginPath(): void;
    moveTo(x: number, y: number): void;
    lineTo(x: number, y: number): void;
    closePath(): void;
  }): void => {
    ctx.beginPath();
    ctx.moveTo(0, bottomY);
    for (let i = 0; i < samples; i += 1) ctx.lineTo(i * 2, base - (line[i] as number) * tall);
    ctx.lineTo(width, bottomY);
    ctx.closePath();
  };
  board.ctx.save();
  trace(board.ctx);
  board.ctx.clip();
  drawRaster(board.ctx, raster, 0, topY, w * 2, h * 2);
  board.ctx.restore();
  mark(board, 'far', 40 + 50 * (1 - layer.depth), (map) => {
    trace(map);
    map.fill();
  });
}

function fillFaces(
  raster: { width: number; height: number; data: Uint8ClampedArray },
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
  const lightX = light.from.x * board.width;
  const haze = hazeAt(light, layer.depth);
  const [hr, hg, hb] = light.haze;
  for (let x = 0; x < raster.width; x += 1) {
    const ridge = base - (line[x] as number) * tall;
    const before = line[Math.max(0, x - 3)] as number;
    const after = line[Math.min(line.length - 1, x + 3)] as number;
    const px = x * 2;
    const side = Math.max(-1, Math.min(1, (lightX - px) / (board.width * 0.35)));
    // The outline's own slope says which way the flank faces.
    const flank = ((after - before) * tall) / 12;
    for (let y = Math.max(0, Math.floor((ridge - topY) / 2) - 2); y < raster.height; y += 1) {
      const py = topY + y * 2;
      const down = Math.min(1, Math.max(0, (py - ridge) / Math.max(1, tall)));
      const u = px * scale * 0.5 + ox;
      const v = py * scale * 0.42 + oy;
      const here = sample(table, u, v);
      const there = sample(table, u + 3.4 * side + 0.5, v - 2.4);
      const fine = sample(detail, u * 2.1, v * 2.1) - sample(detail, u * 2.1 + 2.2 * side, v * 2.1 - 1.6);
      const relief = (here - there) * face.relief + fine * face.fine;
      const lambert = 0.44 + relief - flank * side * 0.5 * (1 - down) - down * 0.08;
      const at = (y * raster.width + x) * 4;
      const step = rampIndex(lambert);
      let r = rock[step] as number;
      let g = rock[step + 1] as number;
      let b = rock[step + 2] as number;
      if (layer.snow > 0) {
        const elevation = (base - py) / Math.max(1, tall);
        const line0 = 1 - layer.snow;
        const cover = smooth(line0 - 0.06, line0 + 0.1, elevation + here * 0.16 - 0.06 - Math.max(0, -relief) * 0.25);
        if (cover > 0) {
          // Snow throws much light back: its shade is blue and clear, never black.
          const s = rampIndex(lambert * 1.25 - 0.2);
          r += ((snowRamp[s] as number) - r) * cover;
          g += ((snowRamp[s + 1] as number) - g) * cover;
          b += ((snowRamp[s + 2] as number) - b) * cover;
        }
      }
      // Mist gathers at the foot of far land.
      const mist = Math.min(0.85, down ** 1.6 * (0.25 + haze * 0.9));
      const noise = ditherAt(x, y);
      raster.data[at] = r + (hr - r) * mist + noise;
      raster.data[at + 1] = g + (hg - g) * mist + noise;
      raster.data[at + 2] = b + (hb - b) * mist + noise;
      raster.data[at + 3] = 255;
    }
  }
}
