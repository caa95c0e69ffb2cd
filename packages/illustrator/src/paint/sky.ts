// The sky: a gradient with the sun's glow, drifting clouds lit from their own light, stars; every pixel dithered, so no bands.
import { mix, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Scene, Sky } from '../scene/scene.js';
import { type Board, markBox } from './board.js';
import { paintDisc } from './celestial.js';
import { cloudField } from './clouds.js';
import { paintCumulus } from './cumulus.js';
import { createNoiseLine, ditherAt, mixLine, type NoiseLine, sample, sampleLine, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster, packOpaque, pixelsOf, placeRaster } from './pixels.js';
import { paintAurora, paintFireworks, paintLightning, paintRainbow } from './sky-effects.js';

/** Paints the whole sky from the top down to `bottom` (pixels), with everything that hangs in it. */
export function paintSky(board: Board, scene: Scene, sky: Sky, bottom: number): void {
  const height = Math.min(board.height, Math.ceil(bottom));
  const { width } = board;
  const horizon = scene.horizon * board.height;
  const raster = createRaster(width, height);
  const columns = gradientRows(sky, height, horizon);
  const disc = sky.sun ?? sky.moon;
  const glowX = (disc?.x ?? scene.light.from.x) * width;
  const glowY = (disc?.y ?? scene.light.from.y) * board.height;
  const reach = sky.glow.radius * Math.max(width, board.height);
  const falloff = glowTable(sky.glow.strength);
  const clouds = sky.clouds.cover > 0.02 ? cloudField(board, scene, sky, height, horizon) : null;
  const haze = softNoise();
  const row: SkyRow = {
    pixels: pixelsOf(raster),
    width,
    glowX,
    perReach: 1 / reach,
    falloff,
    glow: sky.glow.colour,
    colour: [0, 0, 0],
    hazeLine: createNoiseLine(),
  };
  for (let y = 0; y < height; y += 1) {
    mixLine(haze, y * 0.5, row.hazeLine);
    row.colour = [columns[y * 3] as number, columns[y * 3 + 1] as number, columns[y * 3 + 2] as number];
    fillSkyRow(row, y, (y - glowY) * 1.15);
  }
  placeRaster(board.ctx, raster, 0, 0);
  markBox(board, 'sky', 0, 0, 0, width, height);
  if (sky.stars > 0) paintStars(board, scene, sky, Math.min(horizon, height));
  if (sky.aurora) paintAurora(board, scene);
  if (disc) paintDisc(board, scene, sky);
  if (clouds) drawRaster(board.ctx, clouds, 0, 0, width, height);
  if (sky.clouds.kind === 'cumulus' && sky.clouds.cover > 0.02)
    paintCumulus(board, scene, sky, Math.min(horizon, height));
  if (sky.rainbow) paintRainbow(board, scene);
  if (sky.lightning) paintLightning(board, scene);
  if (sky.fireworks) paintFireworks(board, scene);
}

/** What a row of sky needs. */
interface SkyRow {
  pixels: Int32Array;
  width: number;
  glowX: number;
  /** 1 ÷ how far the glow reaches, pixels. */
  perReach: number;
  falloff: Float32Array;
  glow: Rgb;
  colour: Rgb;
  hazeLine: NoiseLine;
}

/** Fills row `y`, `dy` pixels below the middle of the glow. */
function fillSkyRow(row: SkyRow, y: number, dy: number): void {
  const { pixels, width, glowX, perReach, falloff, hazeLine } = row;
  const [r0, g0, b0] = row.colour;
  const redGlow = row.glow[0] - r0;
  const greenGlow = row.glow[1] - g0;
  const blueGlow = row.glow[2] - b0;
  for (let x = 0, i = y * width; x < width; x += 1, i += 1) {
    const dx = x - glowX;
    const distance = Math.sqrt(dx * dx + dy * dy) * perReach;
    const share = distance < 1 ? (falloff[(distance * 1023) | 0] as number) : 0;
    // Half a level more, because levels are cut off.
    const noise = ditherAt(x, y) * 1.3 + sampleLine(hazeLine, x * 0.21) * 1.1 + 0.5;
    pixels[i] = packOpaque(
      withinByte(r0 + redGlow * share + noise),
      withinByte(g0 + greenGlow * share + noise),
      withinByte(b0 + blueGlow * share + noise),
    );
  }
}

const withinByte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);

/** Colours of each row, three floats a row; below the horizon the last stop goes on. */
function gradientRows(sky: Sky, height: number, horizon: number): Float32Array {
  const rows = new Float32Array(height * 3);
  const first = sky.stops[0];
  if (!first) return rows;
  for (let y = 0; y < height; y += 1) {
    const at = Math.min(1, y / Math.max(1, horizon));
    let before = first;
    let after = first;
    for (const stop of sky.stops) {
      after = stop;
      if (stop.at >= at) break;
      before = stop;
    }
    const span = after.at - before.at;
    const t = span > 0 ? (at - before.at) / span : 0;
    // Half smooth, half linear: no visible kink at a stop, no flat plateau either.
    rows.set(mix(before.colour, after.colour, Math.min(1, t * 0.5 + smooth(0, 1, t) * 0.5)), y * 3);
  }
  return rows;
}

/** Glow by distance: a tight core on a wide skirt. */
function glowTable(strength: number): Float32Array {
  const table = new Float32Array(1024);
  for (let i = 0; i < 1024; i += 1) {
    const d = i / 1023;
    const skirt = (1 - d) ** 2.4;
    const core = Math.exp(-((d * 9) ** 2));
    table[i] = Math.min(0.96, strength * (skirt * 0.62 + core * 0.5));
  }
  return table;
}

/** Stars by a power law of brightness, thinning toward the horizon; the Milky Way as a tilted band of noise. */
function paintStars(board: Board, scene: Scene, sky: Sky, bottom: number): void {
  const random = createRandom(scene.seed, scene.index, 501);
  const { ctx, width } = board;
  if (sky.milkyWay) paintMilkyWay(board, scene, bottom);
  const unit = Math.min(width, board.height) / 1024;
  const count = Math.round(((width * bottom) / (unit * unit * 1024 * 1024)) * 900 * sky.stars);
  const tints: Rgb[] = [
    [255, 255, 255],
    [206, 222, 255],
    [255, 236, 206],
    [190, 208, 255],
  ];
  for (let i = 0; i < count; i += 1) {
    const x = random.next() * width;
    const y = random.next() ** 1.15 * bottom;
    const rank = random.next() ** 7;
    const fade = 1 - smooth(0.7, 1, y / bottom);
    const alpha = (0.18 + rank * 0.8 + random.next() * 0.28) * fade;
    const size = (0.5 + rank * 1.5) * unit;
    const [r, g, b] = random.pick(tints);
    ctx.fillStyle = `rgba(${r},${g},${b},${Math.min(1, alpha).toFixed(3)})`;
    ctx.beginPath();
    ctx.arc(x, y, size, 0, Math.PI * 2);
    ctx.fill();
    if (rank > 0.55) {
      const glow = ctx.createRadialGradient(x, y, 0, x, y, size * 7);
      glow.addColorStop(0, `rgba(${r},${g},${b},${(0.42 * fade).toFixed(3)})`);
      glow.addColorStop(1, `rgba(${r},${g},${b},0)`);
      ctx.fillStyle = glow;
      ctx.fillRect(x - size * 7, y - size * 7, size * 14, size * 14);
    }
  }
}

function paintMilkyWay(board: Board, scene: Scene, bottom: number): void {
  const random = createRandom(scene.seed, scene.index, 502);
  const w = Math.ceil(board.width / 3);
  const h = Math.ceil(bottom / 3);
  const raster = createRaster(w, h);
  const noise = softNoise();
  const angle = random.between(-0.9, -0.35) * (random.chance(0.5) ? 1 : -1);
  const cx = w * random.between(0.35, 0.65);
  const cy = h * 0.45;
  const offset = random.between(0, 400);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const along = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle);
      const across = (y - cy) * Math.cos(angle) - (x - cx) * Math.sin(angle);
      const width = h * 0.24;
      const cloud = sample(noise, along * 0.5 + offset, across * 0.9) * 0.5 + 0.5;
      const dust = sample(noise, along * 0.9 + 200, across * 1.6 + offset);
      const band =
        Math.exp(-((across / width) ** 2) * 2.2) * smooth(0.15, 0.9, cloud) * (1 - smooth(0, 0.5, dust) * 0.55);
      const at = (y * w + x) * 4;
      const fade = 1 - smooth(0.6, 1, y / h);
      raster.data[at] = 190 + 40 * cloud;
      raster.data[at + 1] = 196;
      raster.data[at + 2] = 240;
      raster.data[at + 3] = 92 * band * fade + ditherAt(x, y);
    }
  }
  board.ctx.save();
  board.ctx.globalCompositeOperation = 'screen';
  drawRaster(board.ctx, raster, 0, 0, board.width, bottom);
  board.ctx.restore();
}
