// Rows of buildings in the distance: towers with lit windows, village roofs, old eaves, harbour houses.
import { css, mix, type Rgb } from '../scene/colour.js';
import { createRandom, type Random } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark, markBox } from './board.js';
import { seenColour } from './pixels.js';

type SkylineLayer = Extract<Layer, { kind: 'skyline' }>;

/** Paints a row of buildings from edge to edge. */
export function paintSkyline(board: Board, scene: Scene, layer: SkylineLayer): void {
  const random = createRandom(layer.seed, 671);
  const { width, height } = board;
  const base = layer.base * height;
  const tall = layer.height * height;
  const modern = layer.style === 'modern';
  const step = tall * (modern ? 0.2 : 0.55);
  let x = -random.next() * step;
  // Towers gather toward one place, as in real cities.
  const centre = random.between(0.3, 0.7) * width;
  while (x < width) {
    const w = step * random.between(0.75, 1.45);
    const gather = Math.exp(-(((x + w / 2 - centre) / (width * 0.3)) ** 2));
    const h = modern
      ? tall * (0.22 + 0.42 * random.next() + 0.42 * gather * random.between(0.55, 1))
      : tall * random.between(0.5, 0.95);
    if (modern) paintTower(board, scene, layer, random, x, base, w, Math.min(h, tall));
    else paintHouse(board, scene, layer, random, x, base, w, h);
    x += modern ? w * random.between(0.86, 1.12) : w * random.between(0.92, 1.25);
  }
}

function paintTower(
  board: Board,
  scene: Scene,
  layer: SkylineLayer,
  random: Random,
  x: number,
  base: number,
  w: number,
  h: number,
): void {
  const { ctx } = board;
  const { light } = scene;
  const wall = mix(
    layer.albedo,
    random.pick<Rgb>([
      [196, 170, 150],
      [140, 160, 186],
      [170, 170, 178],
      [120, 130, 150],
    ]),
    0.4,
  );
  const litSide = light.from.x > 0.5 ? 1 : -1;
  const face = ctx.createLinearGradient(x, 0, x + w, 0);
  face.addColorStop(0, css(seenColour(wall, light, litSide < 0 ? 0.85 : 0.3, layer.depth)));
  face.addColorStop(1, css(seenColour(wall, light, litSide > 0 ? 0.85 : 0.3, layer.depth)));
  const top = base - h;
  ctx.fillStyle = face;
  ctx.fillRect(x, top, w, h + 2);
  // A narrow side face gives the block its depth.
  const side = w * 0.2;
  ctx.fillStyle = css(seenColour(wall, light, 0.08, layer.depth), 0.75);
  ctx.fillRect(litSide > 0 ? x : x + w - side, top, side, h + 2);
  const crown = random.next();
  ctx.fillStyle = face;
  if (crown < 0.25) ctx.fillRect(x + w * 0.25, top - h * 0.06, w * 0.5, h * 0.07);
  else if (crown < 0.4) ctx.fillRect(x + w * 0.47, top - h * 0.16, Math.max(1, w * 0.05), h * 0.17);
  else if (crown < 0.52) {
    ctx.beginPath();
    ctx.moveTo(x, top + 1);
    ctx.lineTo(x + w * 0.5, top - w * 0.5);
    ctx.lineTo(x + w, top + 1);
    ctx.fill();
  }
  paintWindows(board, scene, layer, random, x, top, w, h);
  markBox(board, 'building', 70 + 60 * (1 - layer.depth), x, top, w, h);
}

function paintWindows(
  board: Board,
  scene: Scene,
  layer: SkylineLayer,
  random: Random,
  x: number,
  top: number,
  w: number,
  h: number,
): void {
  const { ctx } = board;
  const { light } = scene;
  const cell = Math.max(5, board.height * 0.0125 * (1.25 - layer.depth * 0.5));
  const columns = Math.floor((w * 0.86) / cell);
  const rows = Math.floor((h * 0.94) / (cell * 1.25));
  if (columns < 1) return;
  const glass = seenColour([96, 116, 142], light, 0.6, layer.depth);
  const lamps: Rgb[] = [
    [255, 214, 130],
    [255, 232, 176],
    [255, 190, 104],
    [196, 222, 255],
  ];
  const share = light.dark ? random.between(0.3, 0.62) : 0;
  const dim = light.dark ? 1 - layer.depth * 0.35 : 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const lit = random.chance(share);
      ctx.fillStyle = lit
        ? css(random.pick(lamps), random.between(0.55, 1) * dim)
        : css(glass, light.dark ? 0.5 : 0.42);
      const wx = x + w * 0.07 + column * ((w * 0.86) / columns);
      const wy = top + h * 0.04 + row * cell * 1.25;
      ctx.fillRect(wx, wy, cell * 0.62, cell * 0.72);
    }
  }
}

const roofs: Record<Exclude<SkylineLayer['style'], 'modern'>, Rgb[]> = {
  village: [
    [170, 84, 62],
    [146, 74, 60],
    [120, 92, 80],
  ],
  mediterranean: [
    [206, 118, 78],
    [214, 134, 90],
  ],
  ancient: [
    [78, 82, 92],
    [92, 88, 90],
  ],
  harbour: [
    [170, 84, 62],
    [96, 108, 124],
    [190, 110, 70],
  ],
};

const walls: Record<Exclude<SkylineLayer['style'], 'modern'>, Rgb[]> = {
  village: [
    [236, 220, 194],
    [222, 202, 172],
    [210, 186, 160],
  ],
  mediterranean: [
    [246, 240, 228],
    [240, 222, 190],
    [238, 206, 170],
  ],
  ancient: [
    [214, 200, 180],
    [188, 164, 140],
  ],
  harbour: [
    [230, 190, 120],
    [206, 116, 96],
    [126, 166, 176],
    [236, 224, 200],
    [150, 176, 140],
  ],
};

function paintHouse(
  board: Board,
  scene: Scene,
  layer: SkylineLayer,
  random: Random,
  x: number,
  base: number,
  w: number,
  h: number,
): void {
  if (layer.style === 'modern') return;
  const { ctx } = board;
  const { light } = scene;
  const wall = random.pick(walls[layer.style]);
  const roof = random.pick(roofs[layer.style]);
  const ancient = layer.style === 'ancient';
  const body = h * (ancient ? 0.56 : 0.62);
  const litRight = light.from.x > 0.5;
  const face = ctx.createLinearGradient(x, 0, x + w, 0);
  face.addColorStop(0, css(seenColour(wall, light, litRight ? 0.35 : 0.9, layer.depth)));
  face.addColorStop(1, css(seenColour(wall, light, litRight ? 0.9 : 0.35, layer.depth)));
  ctx.fillStyle = face;
  ctx.fillRect(x, base - body, w, body + 2);
  const outline = (target: Board['ctx']): void => {
    target.beginPath();
    if (ancient) {
      // Swept eaves.
      target.moveTo(x - w * 0.16, base - body - h * 0.02);
      target.quadraticCurveTo(x + w * 0.12, base - body - h * 0.1, x + w * 0.24, base - h);
      target.lineTo(x + w * 0.76, base - h);
      target.quadraticCurveTo(x + w * 0.88, base - body - h * 0.1, x + w * 1.16, base - body - h * 0.02);
      target.lineTo(x + w, base - body + h * 0.05);
      target.lineTo(x, base - body + h * 0.05);
    } else {
      target.moveTo(x - w * 0.06, base - body);
      target.lineTo(x + w * 0.5, base - h);
      target.lineTo(x + w * 1.06, base - body);
    }
    target.fill();
  };
  ctx.fillStyle = css(seenColour(roof, light, 0.7, layer.depth));
  outline(ctx);
  mark(board, 'building', 110, outline);
  ctx.fillStyle = css(seenColour(roof, light, 0.15, layer.depth), 0.6);
  ctx.fillRect(x, base - body, w, h * 0.05);
  const windows = Math.max(1, Math.round(w / (h * 0.34)));
  for (let i = 0; i < windows; i += 1) {
    const lit = light.dark && random.chance(0.7);
    ctx.fillStyle = lit ? css([255, 210, 124], 0.95) : css(seenColour([76, 84, 100], light, 0.5, layer.depth));
    const wx = x + (w * (i + 0.5)) / windows;
    ctx.fillRect(wx - w * 0.06, base - body * 0.72, w * 0.12, body * 0.3);
  }
  markBox(board, 'building', 110, x, base - body, w, body);
}
