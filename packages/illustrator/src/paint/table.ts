// Near surfaces: a table-top before a blurred room, and the rounded backdrop of a studio.
import { css, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import { ditherAt, sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster, litColour, rampIndex, rampOf } from './pixels.js';
import { darkTone, grainOf, setMixed } from './surface.js';

/** A table seen from a little above; behind it, unless a room was painted there, soft walls out of focus. */
export function paintTable(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'table' }>): void {
  const { width, height } = board;
  const random = createRandom(layer.seed, 681);
  const top = Math.floor(layer.top * height);
  if (layer.room) paintBlurredRoom(board, scene, layer.seed, top + 4);
  const rows = height - top;
  const raster = createRaster(width, rows);
  const ramps = [
    rampOf(layer.albedo, scene.light),
    rampOf(darkTone(layer.surface, layer.albedo), scene.light),
  ] as const;
  const grainAt = grainOf(layer.surface, random.whole(4, 6), random.between(0, 500));
  const lightX = scene.light.from.x * width;
  for (let y = 0; y < rows; y += 1) {
    const t = y / rows;
    const z = 1 / (0.5 + t * 0.62);
    // The far edge of the board catches the light.
    const edge = smooth(0.012, 0, t) * 0.2;
    for (let x = 0; x < width; x += 1) {
      const { dark, light } = grainAt(((x - width / 2) / height) * z, z * 2.1);
      const gloss = Math.exp(-(((x - lightX) / (width * 0.34)) ** 2)) * (1 - t) ** 1.6;
      setMixed(
        raster.data,
        (y * width + x) * 4,
        ramps,
        0.5 + light + edge + gloss * 0.5 - t * 0.1,
        dark,
        ditherAt(x, y),
      );
    }
  }
  drawRaster(board.ctx, raster, 0, top);
  mark(board, 'ground', 40, (map) => map.fillRect(0, top, width, rows));
}

/** A soft room: wall colours in large blurred patches, round lights out of focus. */
function paintBlurredRoom(board: Board, scene: Scene, seed: number, bottom: number): void {
  const { width } = board;
  const random = createRandom(seed, 682);
  const raster = createRaster(width, bottom);
  const noise = softNoise();
  const walls: [Rgb, Rgb][] = [
    [
      [214, 196, 172],
      [150, 168, 164],
    ],
    [
      [196, 206, 200],
      [208, 176, 142],
    ],
    [
      [220, 202, 190],
      [158, 148, 170],
    ],
    [
      [188, 198, 210],
      [222, 196, 160],
    ],
  ];
  const [a, b] = random.pick(walls);
  const one = litColour(a, scene.light, 0.6);
  const two = litColour(b, scene.light, 0.4);
  const bright = litColour([255, 246, 226], scene.light, 1);
  const ox = random.between(0, 500);
  const lightX = scene.light.from.x * width;
  const scale = 150 / width;
  for (let y = 0; y < bottom; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const patch = smooth(-0.35, 0.4, sample(noise, x * scale * 0.5 + ox, y * scale * 0.22 + ox));
      const glow =
        Math.exp(-(((x - lightX) / (width * 0.42)) ** 2) - ((y - bottom * 0.25) / (bottom * 0.8)) ** 2) * 0.75;
      const fall = 1 - 0.22 * (y / bottom);
      const at = (y * width + x) * 4;
      const d = ditherAt(x, y);
      for (let c = 0; c < 3; c += 1) {
        const wall = ((one[c] as number) + ((two[c] as number) - (one[c] as number)) * patch) * fall;
        raster.data[at + c] = wall + ((bright[c] as number) - wall) * glow + d;
      }
      raster.data[at + 3] = 255;
    }
  }
  drawRaster(board.ctx, raster, 0, 0);
  mark(board, 'indoor', 10, (map) => map.fillRect(0, 0, width, bottom));
  const { ctx } = board;
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  const unit = Math.min(width, board.height) / 1024;
  for (let i = 0; i < 16; i += 1) {
    const size = random.between(22, 62) * unit;
    const x = random.next() * width;
    const y = random.between(0.08, 0.95) * bottom;
    const disc = ctx.createRadialGradient(x, y, size * 0.2, x, y, size);
    const tone: Rgb = random.chance(0.6) ? [255, 222, 166] : [226, 236, 250];
    const alpha = random.between(0.05, 0.16) * (scene.light.dark ? 1.8 : 1);
    disc.addColorStop(0, css(tone, alpha));
    disc.addColorStop(0.86, css(tone, alpha * 0.85));
    disc.addColorStop(1, css(tone, 0));
    ctx.fillStyle = disc;
    ctx.fillRect(x - size, y - size, size * 2, size * 2);
  }
  ctx.restore();
}

/** A seamless paper sweep: bright where the light falls, no visible edge between wall and floor. */
export function paintBackdrop(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'backdrop' }>): void {
  const { width, height } = board;
  const raster = createRaster(width, height);
  const ramp = rampOf(layer.colour, scene.light);
  const noise = softNoise();
  const middle = 0.5 + (scene.light.from.x - 0.5) * 0.35;
  for (let y = 0; y < height; y += 1) {
    const fy = y / height;
    const floor = smooth(layer.floor - 0.16, layer.floor + 0.2, fy);
    for (let x = 0; x < width; x += 1) {
      const fx = x / width;
      const pool = Math.exp(-(((fx - middle) / 0.46) ** 2) - ((fy - 0.38) / 0.46) ** 2);
      const stage = Math.exp(-(((fx - 0.5) / 0.55) ** 2) - ((fy - layer.floor - 0.2) / 0.2) ** 2) * 0.3 * floor;
      const lambert = 0.34 + pool * 0.5 + stage - floor * 0.04 + sample(noise, x * 0.2, y * 0.2) * 0.012;
      const i = rampIndex(lambert);
      const t = lambert * 127 - i / 3;
      const next = Math.min(i + 3, ramp.length - 3);
      const at = (y * width + x) * 4;
      const d = ditherAt(x, y);
      for (let c = 0; c < 3; c += 1)
        raster.data[at + c] =
          (ramp[i + c] as number) + ((ramp[next + c] as number) - (ramp[i + c] as number)) * Math.max(0, t) + d;
      raster.data[at + 3] = 255;
    }
  }
  drawRaster(board.ctx, raster, 0, 0);
  mark(board, 'indoor', 6, (map) => map.fillRect(0, 0, width, height));
}
