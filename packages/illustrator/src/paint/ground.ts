// The ground plane in perspective: its relief, patches and texture are lit like everything else and thin out with distance.
import { adjust, mix, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { GroundKind, Layer, Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import {
  createNoiseLine,
  ditherAt,
  mixLine,
  type NoiseLine,
  ridgedNoise,
  roughNoise,
  sample,
  sampleLine,
  smooth,
  softNoise,
} from './noise.js';
import {
  createRaster,
  hazeAt,
  litColour,
  packOpaque,
  pixelsOf,
  placeRaster,
  type Ramp,
  rampIndex,
  rampOf,
} from './pixels.js';
import { type PreparedWay, preparedWay } from './way.js';

type GroundLayer = Extract<Layer, { kind: 'ground' }>;

/** Texture of a material: how strong drifts and grain are, how much patches shift the colour, base brightness. */
interface Texture {
  drift: number;
  grain: number;
  patch: number;
  base: number;
  /** `rows` ploughed lines, `ripples` wind marks, `joints` stones laid in bond. */
  pattern?: 'rows' | 'ripples' | 'joints' | 'stripes';
  second: (albedo: Rgb) => Rgb;
}

const textures: Record<GroundKind, Texture> = {
  grass: { drift: 0.5, grain: 0.24, patch: 0.75, base: 0.56, second: (a) => mix(a, [196, 190, 80], 0.34) },
  'dry-grass': { drift: 0.5, grain: 0.26, patch: 0.7, base: 0.58, second: (a) => mix(a, [150, 140, 70], 0.4) },
  snow: { drift: 1.15, grain: 0.05, patch: 0.25, base: 0.62, second: (a) => mix(a, [176, 200, 236], 0.5) },
  sand: { drift: 0.7, grain: 0.12, patch: 0.35, base: 0.62, pattern: 'ripples', second: (a) => adjust(a, -0.07) },
  soil: { drift: 0.6, grain: 0.4, patch: 0.5, base: 0.55, second: (a) => adjust(a, -0.08) },
  rock: { drift: 0.9, grain: 0.5, patch: 0.5, base: 0.52, second: (a) => adjust(a, -0.1) },
  moon: { drift: 1.1, grain: 0.34, patch: 0.4, base: 0.5, second: (a) => adjust(a, -0.08) },
  'forest-floor': { drift: 0.6, grain: 0.42, patch: 0.9, base: 0.5, second: (a) => mix(a, [120, 96, 50], 0.6) },
  paving: { drift: 0.12, grain: 0.14, patch: 0.3, base: 0.62, pattern: 'joints', second: (a) => adjust(a, -0.05) },
  cobbles: { drift: 0.3, grain: 0.3, patch: 0.5, base: 0.56, pattern: 'joints', second: (a) => adjust(a, -0.1) },
  asphalt: { drift: 0.16, grain: 0.2, patch: 0.3, base: 0.56, second: (a) => adjust(a, -0.04) },
  turf: { drift: 0.1, grain: 0.16, patch: 0.2, base: 0.6, pattern: 'stripes', second: (a) => adjust(a, 0.05) },
  ash: { drift: 0.9, grain: 0.5, patch: 0.5, base: 0.45, second: (a) => adjust(a, -0.08) },
  mud: { drift: 0.7, grain: 0.2, patch: 0.7, base: 0.5, second: (a) => mix(a, [90, 110, 70], 0.5) },
  'field-rows': {
    drift: 0.3,
    grain: 0.3,
    patch: 0.4,
    base: 0.56,
    pattern: 'rows',
    second: (a) => mix(a, [110, 84, 52], 0.75),
  },
};

/** Paints the ground from its top edge to the bottom of the picture. */
export function paintGround(board: Board, scene: Scene, layer: GroundLayer): void {
  const { width, height } = board;
  const { light } = scene;
  const top = Math.floor(layer.top * height);
  const rows = height - top;
  if (rows <= 0) return;
  const texture = textures[layer.ground];
  const albedo = layer.tint ? mix(layer.albedo, layer.tint, 0.75) : layer.albedo;
  const first = rampOf(albedo, light);
  const second = rampOf(texture.second(albedo), light);
  const raster = createRaster(width, rows);
  const random = createRandom(layer.seed, 611);
  const ox = random.between(0, 500);
  const oy = random.between(0, 500);
  const drifts = softNoise();
  const grains = roughNoise();
  const way = layer.way ? preparedWay(layer.way, light, layer.ground, top, height) : null;
  const skyline = wobble(layer.seed, width, layer.ground === 'paving' || layer.ground === 'turf' ? 0 : rows * 0.012);
  const job: GroundJob = {
    pixels: pixelsOf(raster),
    width,
    rows,
    skyline,
    texture,
    first,
    second,
    way,
    // The last wave leaves foam.
    foam: layer.wet ? litColour([250, 252, 252], light, 0.8) : null,
    air: light.haze,
    lightX: light.from.x * width,
    unit: 1024 / Math.max(width, height),
    ox,
    here: createNoiseLine(),
    next: createNoiseLine(),
    grain: createNoiseLine(),
    patch: createNoiseLine(),
    ripple: createNoiseLine(),
  };
  for (let y = 0; y < rows; y += 1) {
    const t = y / rows;
    const z = 1 / (t * 0.92 + 0.08);
    const v = z * (layer.ground === 'snow' || layer.ground === 'sand' ? 190 : 96) + oy;
    // Along a row only u changes, so each noise is mixed once per row.
    mixLine(drifts, v, job.here);
    mixLine(drifts, v + 2.2, job.next);
    mixLine(grains, v * 3.6, job.grain);
    mixLine(drifts, v * 0.5, job.patch);
    if (texture.pattern === 'ripples') mixLine(ridgedNoise(), v * 3.2, job.ripple);
    fillGroundRow(job, y, {
      z,
      near: Math.min(1, t * 3.4 + 0.06),
      haze: hazeAt(light, (1 - t) ** 2.6 * 0.9),
      shade: 1 - 0.22 * smooth(0.45, 1, t),
      line: way?.rowAt(y + top) ?? null,
    });
  }
  // Only the uneven far edge lets something shine through.
  placeRaster(board.ctx, raster, 0, top, Math.ceil(skyline.reduce((most, depth) => Math.max(most, depth), 0)) + 1);
  mark(board, 'ground', 30, (map) => map.fillRect(0, top, width, rows));
  if (layer.ground === 'snow') sparkle(board, scene, layer, top, rows);
}

/** What all rows of a ground share. */
interface GroundJob {
  pixels: Int32Array;
  width: number;
  rows: number;
  skyline: Float32Array;
  texture: Texture;
  first: Ramp;
  second: Ramp;
  way: PreparedWay | null;
  /** Colour of the foam on ground that waves wet, null on dry ground. */
  foam: Rgb | null;
  air: Rgb;
  lightX: number;
  unit: number;
  ox: number;
  here: NoiseLine;
  next: NoiseLine;
  grain: NoiseLine;
  patch: NoiseLine;
  ripple: NoiseLine;
}

/** What is the same along one row: distance, how near and hazy it is, its shade, and the way there. */
interface GroundRow {
  z: number;
  near: number;
  haze: number;
  shade: number;
  line: ReturnType<PreparedWay['rowAt']>;
}

/** Fills row `y`: a function of its own because V8 optimises what is called often sooner and better. */
function fillGroundRow(job: GroundJob, y: number, { z, near, haze, shade, line }: GroundRow): void {
  const { pixels, width, skyline, texture, first, second, way, foam, lightX, unit, ox } = job;
  const { pattern } = texture;
  const [hr, hg, hb] = job.air;
  const reliefScale = texture.drift * 1.5;
  const stretch = z * 0.34 * unit;
  const perSide = 1 / (width * 0.3);
  const fromMiddle = width / 2;
  const sideScale = z * 3;
  const grainScale = texture.grain * near;
  for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
    const edge = y + 1 - (skyline[x] as number);
    if (edge <= 0) continue;
    const u = (x - fromMiddle) * stretch + ox;
    const here = sampleLine(job.here, u);
    // Relief turns from one side to the other smoothly: a hard change would show as a seam below the sun.
    const side = sideScale * Math.max(-1, Math.min(1, (lightX - x) * perSide));
    const relief = (here - sampleLine(job.next, u + side)) * reliefScale;
    const grain = sampleLine(job.grain, u * 5.2) * grainScale;
    let lambert = texture.base + relief * near + grain * 0.55;
    let patch = smooth(-0.15, 0.55, sampleLine(job.patch, u * 0.37 + 160) + grain * 0.6) * texture.patch;
    if (pattern) {
      const mark0 =
        pattern === 'ripples'
          ? (sampleLine(job.ripple, u * 1.4) - 0.4) * near * 0.9
          : patternAt(pattern, x - width / 2, z, unit, near);
      lambert += mark0 * (pattern === 'joints' ? 0.5 : 0.3);
      if (pattern === 'rows' || pattern === 'stripes') patch = mark0 > 0 ? 1 : patch * 0.2;
    }
    const i = rampIndex(lambert * shade);
    let r = (first[i] as number) + ((second[i] as number) - (first[i] as number)) * patch;
    let g = (first[i + 1] as number) + ((second[i + 1] as number) - (first[i + 1] as number)) * patch;
    let b = (first[i + 2] as number) + ((second[i + 2] as number) - (first[i + 2] as number)) * patch;
    if (line && way) {
      const share = way.shareAt(line, x / width, x, grain);
      if (share !== 0) {
        const w = rampIndex(0.56 + grain * 0.5 + relief * 0.3);
        const ramp = share < 0 ? way.paint : way.ramp;
        const cover = Math.abs(share);
        r += ((ramp[w] as number) - r) * cover;
        g += ((ramp[w + 1] as number) - g) * cover;
        b += ((ramp[w + 2] as number) - b) * cover;
      }
    }
    if (foam) {
      // Behind the foam the ground is dark and wet, and dries toward the viewer.
      const reach = edge / job.rows;
      const froth = smooth(0.026, 0.006, reach + here * 0.008 + grain * 0.02);
      const damp = (1 - froth) * smooth(0.16, 0.02, reach + here * 0.02) * 0.34;
      r = r * (1 - damp) * (1 - froth) + foam[0] * froth;
      g = g * (1 - damp * 0.9) * (1 - froth) + foam[1] * froth;
      b = b * (1 - damp * 0.75) * (1 - froth) + foam[2] * froth;
    }
    // Half a level more, because levels are cut off.
    const noise = ditherAt(x, y) + 0.5;
    const pixel = packOpaque(r + (hr - r) * haze + noise, g + (hg - g) * haze + noise, b + (hb - b) * haze + noise);
    pixels[at] = edge < 1 ? (pixel & 0xffffff) | ((255 * edge) << 24) : pixel;
  }
}

/** A slightly uneven far edge, pixels below `top`. */
function wobble(seed: number, width: number, depth: number): Float32Array {
  const line = new Float32Array(width);
  const random = createRandom(seed, 612);
  const offset = random.between(0, 500);
  for (let x = 0; x < width; x += 1) {
    line[x] = depth * (1 + sample(softNoise(), (x / width) * 140 + offset, 33));
  }
  return line;
}

/** Regular marks of laid, ploughed or mown ground, about −1 … 1; they fade where they would be finer than a pixel. */
function patternAt(pattern: 'rows' | 'joints' | 'stripes', dx: number, z: number, unit: number, near: number): number {
  const across = dx * z * unit;
  if (pattern === 'rows') {
    const row = across * 0.0125 + 40;
    return (Math.abs(row - Math.floor(row) - 0.5) > 0.32 ? 1 : -0.3) * Math.min(1, near + 0.3);
  }
  if (pattern === 'stripes') {
    const band = Math.floor(z * 3.2);
    return band % 2 === 0 ? 0.5 : -0.2;
  }
  const row = z * 7;
  const course = Math.floor(row);
  const stone = across * 0.014 + (course % 2) * 0.5 + 100;
  const fx = Math.abs(stone - Math.floor(stone) - 0.5);
  const fy = Math.abs(row - course - 0.5);
  const joint = Math.max(smooth(0.44, 0.49, fx), smooth(0.42, 0.49, fy));
  const tone = (((Math.imul(course * 7919 + Math.floor(stone), 2654435761) >>> 16) & 255) / 255 - 0.5) * 0.22;
  return (tone - joint * 0.42) * smooth(0.06, 0.5, near);
}

/** Glints on snow that look toward the light. */
function sparkle(board: Board, scene: Scene, layer: GroundLayer, top: number, rows: number): void {
  const random = createRandom(layer.seed, 613);
  const { ctx } = board;
  const unit = Math.min(board.width, board.height) / 1024;
  const strength = scene.light.dark ? 0.35 : 0.75;
  for (let i = 0; i < 170; i += 1) {
    const t = random.next() ** 0.7;
    ctx.fillStyle = `rgba(255,255,255,${(strength * random.between(0.3, 1)).toFixed(2)})`;
    const size = (0.5 + t * random.between(0.3, 1.2)) * unit;
    ctx.fillRect(random.next() * board.width, top + t * rows, size, size);
  }
}
