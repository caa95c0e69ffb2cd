// Low plants: blades of grass, flowers, reeds, fern, seaweed, in rows from far to near; batched by colour to stay quick.
import { Path2D } from '@napi-rs/canvas';
import { css, mix, type Rgb } from '../scene/colour.js';
import { createRandom, type Random } from '../scene/random.js';
import type { Layer, PlantKind, Scene } from '../scene/scene.js';
import type { Board } from './board.js';
import { seenColour } from './pixels.js';

type PlantLayer = Extract<Layer, { kind: 'plants' }>;

/** Length of a stalk at the bottom of the picture, as a share of the picture's shorter side, and its bend. */
const stalks: Record<PlantKind, { length: number; bend: number; width: number }> = {
  grass: { length: 0.05, bend: 0.5, width: 0.13 },
  tufts: { length: 0.06, bend: 0.6, width: 0.12 },
  flowers: { length: 0.085, bend: 0.25, width: 0.06 },
  lavender: { length: 0.1, bend: 0.2, width: 0.05 },
  reeds: { length: 0.2, bend: 0.18, width: 0.05 },
  fern: { length: 0.1, bend: 0.9, width: 0.16 },
  seaweed: { length: 0.24, bend: 0.5, width: 0.12 },
  leaves: { length: 0.02, bend: 0, width: 0.9 },
};

/** Paints the plants of a layer, the farther rows first. */
export function paintPlants(board: Board, scene: Scene, layer: PlantLayer): void {
  const random = createRandom(layer.seed, 641);
  const { height } = board;
  const rows = 9;
  const top = layer.top * height;
  const bottom = layer.bottom * height;
  const ground = scene.horizon * height;
  for (let row = 0; row < rows; row += 1) {
    const t = (row + 0.5) / rows;
    const y = top + (bottom - top) * t ** 1.35;
    const nearness = Math.min(1.1, Math.max(0.08, (y - ground) / Math.max(1, height - ground)));
    paintRow(board, scene, layer, random.fork(`row${row}`), y, ((bottom - top) / rows) * 1.3, nearness);
  }
}

function paintRow(
  board: Board,
  scene: Scene,
  layer: PlantLayer,
  random: Random,
  y: number,
  jitter: number,
  nearness: number,
): void {
  const { width, ctx } = board;
  const short = Math.min(width, board.height);
  const stalk = stalks[layer.plant];
  const length = stalk.length * short * (0.2 + 0.8 * nearness);
  const count = Math.round((width / Math.max(4, length)) * 5.5 * layer.density);
  const depth = (1 - nearness) * 0.55;
  const green = layer.plant === 'leaves' ? null : (layer.colours[0] ?? [90, 130, 60]);
  const blades = [0.12, 0.36, 0.62, 0.95].map((lambert) => ({ lambert, path: new Path2D() }));
  const heads: { x: number; y: number; size: number }[] = [];
  for (let i = 0; i < count; i += 1) {
    const x = random.next() * width;
    const foot = y + random.between(-0.5, 0.5) * jitter;
    // Blades thin out to nothing before what must stay in sight.
    const fx = x / width;
    if (layer.plant === 'reeds' && Math.abs(fx - 0.5) < 0.26 + 0.16 * random.next()) continue;
    if (layer.clear && fx > layer.clear[0] && fx < layer.clear[2] && y - length * 0.8 < layer.clear[3] * board.height)
      continue;
    const tall = length * random.between(0.55, 1.15);
    const bend = random.bell() * stalk.bend * tall;
    const blade = random.pick(blades);
    if (layer.plant === 'leaves') {
      heads.push({ x, y: foot, size: length * random.between(0.5, 1) });
      continue;
    }
    addBlade(blade.path, x, foot, tall, bend, tall * stalk.width);
    if (layer.plant === 'fern') addFern(blade.path, x, foot, tall, bend);
    const flowering = layer.plant === 'flowers' || layer.plant === 'lavender' || layer.plant === 'reeds';
    if (flowering && random.chance(layer.plant === 'flowers' ? 0.5 : 0.75))
      heads.push({ x: x + bend, y: foot - tall, size: length * random.between(0.11, 0.19) });
  }
  for (const { lambert, path } of blades) {
    if (!green) break;
    ctx.fillStyle = css(seenColour(green, scene.light, lambert, depth));
    ctx.fill(path);
  }
  const petals = layer.colours.slice(layer.plant === 'leaves' ? 0 : 1);
  for (const head of heads) paintHead(board, scene, layer.plant, random, head, petals, depth);
}

/** A tapering, bent blade. */
function addBlade(path: Path2D, x: number, y: number, tall: number, bend: number, width: number): void {
  path.moveTo(x - width * 0.5, y);
  path.quadraticCurveTo(x - width * 0.2 + bend * 0.15, y - tall * 0.6, x + bend, y - tall);
  path.quadraticCurveTo(x + width * 0.45 + bend * 0.25, y - tall * 0.5, x + width * 0.5, y);
  path.closePath();
}

function addFern(path: Path2D, x: number, y: number, tall: number, bend: number): void {
  for (let i = 1; i < 7; i += 1) {
    const t = i / 7;
    const px = x + bend * t * t;
    const py = y - tall * t * (1.6 - 0.6 * t);
    const reach = tall * 0.3 * (1 - t) + 1;
    for (const half of [-1, 1]) {
      path.moveTo(px, py);
      path.quadraticCurveTo(px + half * reach * 0.6, py - reach * 0.35, px + half * reach, py + reach * 0.1);
      path.quadraticCurveTo(px + half * reach * 0.4, py + reach * 0.1, px, py + 1.5);
      path.closePath();
    }
  }
}

function paintHead(
  board: Board,
  scene: Scene,
  plant: PlantKind,
  random: Random,
  head: { x: number; y: number; size: number },
  petals: Rgb[],
  depth: number,
): void {
  const { ctx } = board;
  const colour = petals.length > 0 ? random.pick(petals) : ([236, 220, 120] as Rgb);
  const bright = seenColour(colour, scene.light, random.between(0.75, 1), depth);
  const dim = seenColour(colour, scene.light, 0.3, depth);
  const { x, y, size } = head;
  ctx.fillStyle = css(bright);
  if (plant === 'lavender' || plant === 'reeds') {
    const spikes = plant === 'lavender' ? 7 : 1;
    for (let i = 0; i < spikes; i += 1) {
      ctx.fillStyle = css(i % 2 === 0 ? bright : dim);
      ctx.beginPath();
      if (plant === 'reeds') ctx.ellipse(x, y + size * 0.8, size * 0.3, size * 1.5, 0, 0, Math.PI * 2);
      else ctx.ellipse(x + random.bell() * size * 0.5, y + i * size * 0.6, size * 0.5, size * 0.42, 0, 0, Math.PI * 2);
      ctx.fill();
    }
    return;
  }
  if (plant === 'leaves') {
    ctx.beginPath();
    ctx.ellipse(x, y, size * 0.5, size * 0.26, random.between(-0.8, 0.8), 0, Math.PI * 2);
    ctx.fill();
    return;
  }
  if (size < 3) {
    ctx.beginPath();
    ctx.ellipse(x, y, size * 1.05, size * 0.8, 0, 0, Math.PI * 2);
    ctx.fill();
    return;
  }
  const count = 5 + (Math.floor(x) % 2);
  const turn = random.next();
  for (const [shade, reach] of [
    [dim, 1],
    [bright, 0.86],
  ] as const) {
    ctx.fillStyle = css(shade);
    for (let i = 0; i < count; i += 1) {
      const angle = turn + (i / count) * Math.PI * 2;
      ctx.beginPath();
      ctx.ellipse(
        x + Math.cos(angle) * size * 0.6,
        y + Math.sin(angle) * size * 0.45,
        size * 0.55 * reach,
        size * 0.32 * reach,
        angle * 0.9,
        0,
        Math.PI * 2,
      );
      ctx.fill();
    }
  }
  ctx.fillStyle = css(seenColour(mix([250, 210, 80], colour, 0.1), scene.light, 0.8, depth));
  ctx.beginPath();
  ctx.arc(x, y, size * 0.28, 0, Math.PI * 2);
  ctx.fill();
}
