// Rooms: walls and floor in one-point perspective, a window with its light on the floor, then the furniture that says which room it is.
import { adjust, css, mix, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, RoomKind, Scene } from '../scene/scene.js';
import { type Board, mark, markBox } from './board.js';
import { paintCurtain } from './curtain.js';
import { ditherAt, sample, smooth, softNoise } from './noise.js';
import { paintOutside } from './outside.js';
import { createRaster, drawRaster, litColour, rampIndex, rampOf } from './pixels.js';
import type { RoomPainter, RoomView } from './room-view.js';
import { bathroom, bedroom, kitchen, livingRoom } from './rooms-home.js';
import { cafe, museum, restaurant, shop, stage } from './rooms-public.js';
import { classroom, library, office, workshop } from './rooms-work.js';

const furnishers: Record<RoomKind, RoomPainter> = {
  kitchen,
  bedroom,
  'living-room': livingRoom,
  bathroom,
  classroom,
  office,
  library,
  cafe,
  restaurant,
  shop,
  stage,
  museum,
  workshop,
};

const tiled = new Set<RoomKind>(['kitchen', 'bathroom', 'cafe', 'shop']);

/** Paints the whole room. */
export function paintRoom(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'room' }>): void {
  const { width, height } = board;
  const view: RoomView = {
    board,
    scene,
    random: createRandom(layer.seed, 701),
    width,
    height,
    floorY: layer.floor * height,
    unit: Math.min(width * (layer.window ? 0.94 : 1), height * 1.2),
    wall: layer.room === 'stage' ? [70, 40, 62] : layer.wall,
    accent: layer.accent,
    wood: layer.floorColour,
    windowLeft: layer.window ? layer.window[0] < 0.5 : true,
    free: freeWall(layer.window, width),
    lit: (albedo: Rgb, lambert: number) => litColour(albedo, scene.light, lambert),
    asked: (...concepts) => scene.subjects.some((subject) => concepts.includes(subject.concept)),
  };
  paintWalls(view, layer);
  paintFloor(view, layer);
  if (layer.window) paintWindow(view, layer.window);
  markBox(board, 'indoor', 26, 0, 0, width, height);
  markBox(board, 'ground', 30, 0, view.floorY, width, height - view.floorY);
  furnishers[layer.room](view);
  if (layer.window) paintLightPatch(view, layer.window);
}

/** The wall beside the window and its curtains; before a window as wide as the room, a third of it. */
function freeWall(window: readonly [number, number, number, number] | null, width: number): { x: number; w: number } {
  if (!window) return { x: 0, w: width };
  const curtain = (window[2] - window[0]) * 0.24;
  if (window[0] < 0.5) {
    const x = (window[2] + curtain) * width;
    return width - x > width * 0.34 ? { x, w: width - x } : { x: width * 0.66, w: width * 0.34 };
  }
  return { x: 0, w: Math.max(0.34, window[0] - curtain) * width };
}

function paintWalls({ board, scene, width, floorY, wall }: RoomView, layer: Extract<Layer, { kind: 'room' }>): void {
  const rows = Math.ceil(floorY) + 1;
  const raster = createRaster(width, rows);
  const ramp = rampOf(wall, scene.light);
  const noise = softNoise();
  const lightX = scene.light.from.x * width;
  const lightY = scene.light.from.y * rows;
  const reach = width * 0.85;
  const tiles = tiled.has(layer.room);
  const tile = Math.max(10, width * 0.034);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const d = Math.hypot(x - lightX, (y - lightY) * 1.2) / reach;
      let lambert =
        0.78 -
        0.52 * Math.min(1.2, d) +
        sample(noise, x * 0.16, y * 0.16) * 0.02 -
        smooth(rows * 0.72, rows, y) * 0.09 -
        smooth(rows * 0.16, 0, y) * 0.06;
      if (tiles && y > rows * 0.36) {
        const fx = x / tile - Math.floor(x / tile);
        const fy = y / tile - Math.floor(y / tile);
        if (fx < 0.05 || fy < 0.05) lambert -= 0.12;
        else if (fx < 0.14 || fy < 0.14) lambert += 0.05;
      }
      const i = rampIndex(lambert);
      const next = Math.min(i + 3, ramp.length - 3);
      const t = Math.min(1, Math.max(0, lambert * 127 - i / 3 + 0.5));
      const at = (y * width + x) * 4;
      const dither = ditherAt(x, y);
      for (let c = 0; c < 3; c += 1)
        raster.data[at + c] =
          (ramp[i + c] as number) + ((ramp[next + c] as number) - (ramp[i + c] as number)) * t + dither;
      raster.data[at + 3] = 255;
    }
  }
  drawRaster(board.ctx, raster, 0, 0);
}

function paintFloor(
  { board, scene, width, height, floorY, wood }: RoomView,
  layer: Extract<Layer, { kind: 'room' }>,
): void {
  const top = Math.floor(floorY);
  const rows = height - top;
  const raster = createRaster(width, rows);
  const ramp = rampOf(wood, scene.light);
  const dark = rampOf(adjust(wood, -0.12), scene.light);
  const noise = softNoise();
  const tiles = tiled.has(layer.room);
  const vx = width / 2;
  const lightX = scene.light.from.x * width;
  for (let y = 0; y < rows; y += 1) {
    const t = (y + 0.5) / rows;
    const z = 1 / (0.42 + t * 0.75);
    for (let x = 0; x < width; x += 1) {
      const u = ((x - vx) / width) * z;
      const across = u * (tiles ? 9 : 13) + 60;
      const column = Math.floor(across);
      const depth = z * (tiles ? 5.2 : 1.9) + (tiles ? 0 : ((column * 37) % 11) * 0.21);
      const row = Math.floor(depth);
      const seam = Math.max(
        smooth(0.035, 0, Math.min(across - column, 1 - across + column)),
        smooth(0.03, 0, Math.min(depth - row, 1 - depth + row) * 0.6),
      );
      const tone = tiles
        ? (column + row) % 2 === 0
          ? 0.62
          : 0
        : ((Math.imul(column * 73 + row * 151, 2654435761) >>> 20) & 255) / 255;
      const grain = sample(noise, u * 900 + column * 41, z * 70) * (tiles ? 0.02 : 0.07);
      const sheen = Math.exp(-(((x - lightX) / (width * 0.4)) ** 2)) * 0.24 * (1 - t * 0.6);
      const lambert = 0.5 + sheen + grain - smooth(0.1, 0, t) * 0.12 - t * 0.04;
      const i = rampIndex(lambert);
      const share = Math.min(0.9, tone * (tiles ? 1 : 0.42) + seam * 0.75);
      const at = (y * width + x) * 4;
      const d = ditherAt(x, y);
      for (let c = 0; c < 3; c += 1)
        raster.data[at + c] = (ramp[i + c] as number) + ((dark[i + c] as number) - (ramp[i + c] as number)) * share + d;
      raster.data[at + 3] = 255;
    }
  }
  drawRaster(board.ctx, raster, 0, top);
  const { ctx } = board;
  const base = Math.max(3, height * 0.012);
  ctx.fillStyle = css(litColour(mix(layer.wall, [255, 255, 255], 0.4), scene.light, 0.5));
  ctx.fillRect(0, floorY - base, width, base);
  ctx.fillStyle = css(scene.light.shadow.colour, 0.3);
  ctx.fillRect(0, floorY, width, Math.max(1, base * 0.3));
}

/** A window that looks into the scene's sky, with frame, sill and curtains. */
function paintWindow(
  { board, scene, random, width, height, accent, lit }: RoomView,
  box: readonly [number, number, number, number],
): void {
  const { ctx } = board;
  const x = box[0] * width;
  const y = box[1] * height;
  const w = (box[2] - box[0]) * width;
  const h = (box[3] - box[1]) * height;
  const view = ctx.createLinearGradient(0, y, 0, y + h);
  for (const stop of scene.sky?.stops ?? []) view.addColorStop(Math.min(1, stop.at * 0.78), css(stop.colour));
  ctx.fillStyle = view;
  ctx.fillRect(x, y, w, h);
  ctx.fillStyle = css(
    mix(scene.sky?.stops.at(-1)?.colour ?? [200, 210, 220], scene.light.dark ? [20, 30, 50] : [84, 120, 84], 0.62),
  );
  ctx.beginPath();
  ctx.moveTo(x, y + h);
  for (let i = 0; i <= 20; i += 1)
    ctx.lineTo(x + (w * i) / 20, y + h * (0.8 + 0.05 * Math.sin(i * 1.7) + 0.035 * Math.sin(i * 4.1)));
  ctx.lineTo(x + w, y + h);
  ctx.fill();
  paintOutside(board, scene, random, [x, y, w, h]);
  const bar = Math.max(3, w * 0.035);
  ctx.fillStyle = css(lit([246, 242, 234], 0.66));
  for (const [fx, fy, fw, fh] of [
    [x - bar, y - bar, w + bar * 2, bar],
    [x - bar, y + h, w + bar * 2, bar],
    [x - bar, y, bar, h],
    [x + w, y, bar, h],
    [x + w / 2 - bar * 0.35, y, bar * 0.7, h],
    [x, y + h * 0.42 - bar * 0.3, w, bar * 0.6],
    [x - bar * 2, y + h + bar, w + bar * 4, bar * 1.1],
  ] as const)
    ctx.fillRect(fx, fy, fw, fh);
  for (const side of [0, 1])
    paintCurtain(board, side === 0 ? x - w * 0.2 : x + w * 0.92, y - h * 0.1, w * 0.28, h * 1.3, accent, scene, 6);
  mark(board, 'indoor', 60, (map) => map.fillRect(x - w * 0.2, y - h * 0.1, w * 1.4, h * 1.3));
}

/** The window's light on the floor, slanting away from it, and a breath of it in the air. */
function paintLightPatch(
  { board, scene, width, height, floorY }: RoomView,
  box: readonly [number, number, number, number],
): void {
  if (scene.light.dark) return;
  const { ctx } = board;
  const left = box[0] < 0.5;
  const slant = (left ? 1 : -1) * width * 0.2;
  const x0 = box[0] * width;
  const x1 = box[2] * width;
  const depth = height - floorY;
  const tone = scene.sky ? mix(scene.sky.glow.colour, [255, 244, 220], 0.4) : ([255, 244, 220] as Rgb);
  ctx.save();
  ctx.globalCompositeOperation = 'soft-light';
  ctx.filter = `blur(${Math.max(2, width * 0.006)}px)`;
  ctx.fillStyle = css(tone, 0.75);
  for (const half of [0, 1]) {
    const from = x0 + ((x1 - x0) * half) / 2 + (x1 - x0) * 0.03;
    const to = from + (x1 - x0) * 0.44;
    ctx.beginPath();
    ctx.moveTo(from + slant, floorY + depth * 0.14);
    ctx.lineTo(to + slant, floorY + depth * 0.14);
    ctx.lineTo(to + slant * 2.3 + (left ? 0.08 : -0.08) * width, floorY + depth * 0.66);
    ctx.lineTo(from + slant * 2.3 - (left ? 0 : 0.08) * width, floorY + depth * 0.66);
    ctx.fill();
  }
  ctx.filter = 'none';
  ctx.restore();
}
