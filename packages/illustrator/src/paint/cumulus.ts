// Heaped clouds, one by one: puffs melt into a field, noise frays it, and its slope is lit like a solid.
import type { Rgb } from '../scene/colour.js';
import { createRandom, type Random } from '../scene/random.js';
import type { Scene, Sky } from '../scene/scene.js';
import type { Board } from './board.js';
import { ditherAt, sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster, type Raster } from './pixels.js';

interface Puff {
  x: number;
  y: number;
  r: number;
}

/** One cloud in half-size pixels: its puffs and the box that holds them. */
interface Heap {
  puffs: Puff[];
  x0: number;
  y0: number;
  w: number;
  h: number;
  base: number;
  far: number;
}

/** Paints heaps of cloud over the sky: large ones high up, small flat ones toward the horizon. */
export function paintCumulus(board: Board, scene: Scene, sky: Sky, horizon: number): void {
  const random = createRandom(scene.seed, scene.index, 504);
  const w = Math.ceil(board.width / 2);
  const h = Math.max(8, Math.ceil(horizon / 2));
  const raster = createRaster(w, h);
  const count = Math.round((3 + sky.clouds.cover * 11) * Math.sqrt(Math.max(0.6, board.width / board.height)));
  const heaps: Heap[] = [];
  for (let i = 0; i < count; i += 1) heaps.push(makeHeap(random, w, h, i / count, sky.clouds.cover));
  // Far ones first.
  heaps.sort((a, b) => b.far - a.far);
  for (const heap of heaps) paintHeap(raster, heap, board, scene, sky, random.between(0, 500));
  drawRaster(board.ctx, raster, 0, 0, w * 2, h * 2);
}

function makeHeap(random: Random, w: number, h: number, rank: number, cover: number): Heap {
  const far = 1 - rank * 0.95;
  // Perspective: near clouds are high and large, far ones low, small and flat.
  const base = h * (0.94 - 0.8 * (1 - far) * random.between(0.75, 1.1));
  const size = Math.min(w, h * 1.6) * (0.05 + 0.15 * (1 - far)) * random.between(0.75, 1.35) * (0.8 + cover * 0.4);
  const long = size * random.between(1.1, 2.3);
  const x = random.between(-0.05, 1.05) * w;
  const puffs: Puff[] = [];
  const crown = random.between(-0.45, 0.45);
  const rise = 0.45 + 0.75 * (1 - far);
  // A broad foot, towers above it, and small buds on the outline of both.
  for (let i = 0; i < 9; i += 1) {
    const t = (i / 8) * 2 - 1 + random.bell() * 0.12;
    const r = size * (0.2 + 0.3 * (1 - t * t)) * random.between(0.75, 1.2);
    puffs.push({ x: x + t * long, y: base - r * 0.5, r });
  }
  for (let i = 0; i < 9; i += 1) {
    const t = crown + random.bell() * 0.8;
    const up = Math.max(0.1, 1 - Math.abs(t - crown) * 0.9) * rise;
    puffs.push({
      x: x + t * long * 0.62,
      y: base - size * up * random.between(0.4, 1.05),
      r: size * random.between(0.24, 0.46),
    });
  }
  for (const parent of [...puffs]) {
    for (let k = 0; k < 2; k += 1) {
      const angle = random.between(-Math.PI, 0);
      const r = parent.r * random.between(0.28, 0.5);
      puffs.push({
        x: parent.x + Math.cos(angle) * parent.r * 0.85,
        y: parent.y + Math.sin(angle) * parent.r * 0.85,
        r,
      });
    }
  }
  const x0 = Math.max(0, Math.floor(Math.min(...puffs.map((p) => p.x - p.r * 1.3))));
  const x1 = Math.min(w, Math.ceil(Math.max(...puffs.map((p) => p.x + p.r * 1.3))));
  const y0 = Math.max(0, Math.floor(Math.min(...puffs.map((p) => p.y - p.r * 1.3))));
  const y1 = Math.min(h, Math.ceil(base + size * 0.25));
  return { puffs, x0, y0, w: Math.max(0, x1 - x0), h: Math.max(0, y1 - y0), base, far };
}

/** Height of the cloud at every pixel of its box. */
function fieldOf({ puffs, x0, y0, w, h, base }: Heap, offset: number): Float32Array {
  const field = new Float32Array(w * h);
  for (const puff of puffs) {
    const reach = puff.r * 1.25;
    const fromY = Math.max(0, Math.floor(puff.y - reach - y0));
    const toY = Math.min(h, Math.ceil(puff.y + reach - y0));
    const fromX = Math.max(0, Math.floor(puff.x - reach - x0));
    const toX = Math.min(w, Math.ceil(puff.x + reach - x0));
    for (let y = fromY; y < toY; y += 1) {
      const dy = (y + y0 - puff.y) / reach;
      for (let x = fromX; x < toX; x += 1) {
        const dx = (x + x0 - puff.x) / reach;
        const d = 1 - dx * dx - dy * dy;
        if (d <= 0) continue;
        const at = y * w + x;
        // A soft union: the higher of the two, rounded where they meet.
        const here = field[at] as number;
        const top = Math.sqrt(d) * 0.9;
        const low = Math.min(here, top);
        field[at] = Math.max(here, top) + low * low * 0.16;
      }
    }
  }
  const noise = softNoise();
  const grain = 150 / Math.max(40, Math.sqrt(w * h));
  for (let y = 0; y < h; y += 1) {
    // A level base: clouds end where their air gets dry.
    const under = smooth(base - y0 + h * 0.04, base - y0 - h * 0.26, y);
    for (let x = 0; x < w; x += 1) {
      const at = y * w + x;
      const value = field[at] as number;
      if (value <= 0) continue;
      const frayed =
        sample(noise, (x + x0) * grain * 0.62 + offset, (y + y0) * grain * 0.8) * 0.62 +
        sample(noise, (x + x0) * grain * 2.3 + offset, (y + y0) * grain * 2.3) * 0.3;
      field[at] = Math.max(0, value * under + frayed * 0.55 * under - 0.2);
    }
  }
  return field;
}

function paintHeap(raster: Raster, heap: Heap, board: Board, scene: Scene, sky: Sky, offset: number): void {
  const { x0, y0, w, h, far } = heap;
  if (w < 3 || h < 3) return;
  const field = fieldOf(heap, offset);
  const { lit, shade } = sky.clouds;
  const disc = sky.sun ?? sky.moon;
  const lightX = ((disc?.x ?? scene.light.from.x) * board.width) / 2;
  const lightY = ((disc?.y ?? scene.light.from.y) * board.height) / 2;
  const dx = lightX - (x0 + w / 2);
  const dy = Math.min(-h * 0.4, lightY - (y0 + h / 2));
  const length = Math.hypot(dx, dy) || 1;
  const lx = dx / length;
  const ly = dy / length;
  const haze = 0.16 + far * 0.5 * scene.light.hazeStrength;
  const air: Rgb = sky.stops.at(-1)?.colour ?? scene.light.haze;
  const slope = Math.sqrt(w * h) * 0.2;
  const glow = sky.glow.colour;
  const reach = sky.glow.radius * Math.max(board.width, board.height) * 0.3;
  for (let y = 0; y < h; y += 1) {
    const low = y / h;
    const up = y > 0 ? w : 0;
    const down = y < h - 1 ? w : 0;
    for (let x = 0; x < w; x += 1) {
      const at = y * w + x;
      const value = field[at] as number;
      if (value <= 0.01) continue;
      const nx = ((field[x > 0 ? at - 1 : at] as number) - (field[x < w - 1 ? at + 1 : at] as number)) * slope;
      const ny = ((field[at - up] as number) - (field[at + down] as number)) * slope;
      const facing = (nx * lx + ny * ly) * 0.5;
      let light = 0.66 + Math.max(-0.45, Math.min(0.4, facing)) - low * 0.34;
      light = Math.min(1, Math.max(0, light));
      const alpha = smooth(0.0, 0.42, value) * (0.95 - far * 0.3);
      const gx = x + x0 - lightX;
      const gy = y + y0 - lightY;
      const near = disc ? Math.max(0, 1 - Math.sqrt(gx * gx + gy * gy) / reach) : 0;
      const rim = near * near * (1 - smooth(0.1, 0.7, value)) * 0.9;
      const target = ((y + y0) * raster.width + x + x0) * 4;
      const under = (raster.data[target + 3] as number) / 255;
      const out = alpha + under * (1 - alpha);
      const noise = ditherAt(x, y);
      for (let c = 0; c < 3; c += 1) {
        let colour = (shade[c] as number) + ((lit[c] as number) - (shade[c] as number)) * light;
        colour += ((air[c] as number) - colour) * haze;
        colour += ((glow[c] as number) - colour) * rim;
        const behind = raster.data[target + c] as number;
        raster.data[target + c] = (colour * alpha + behind * under * (1 - alpha)) / out + noise;
      }
      raster.data[target + 3] = out * 255;
    }
  }
}
