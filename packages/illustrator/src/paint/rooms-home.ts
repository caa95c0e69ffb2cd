// Furniture of a home: kitchen, bedroom, living room, bathroom.
import { adjust, css, mix, type Rgb } from '../scene/colour.js';
import {
  bookcase,
  farSide,
  floorShade,
  framed,
  glowLamp,
  housePlant,
  type RoomPainter,
  type RoomView,
  roundBox,
  rug,
  slab,
} from './room-view.js';

/** A tall white fridge. */
function paintFridge(view: RoomView, fx: number, fridgeW: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  slab(view, fx, floorY - unit * 0.44, fridgeW, unit * 0.47, [214, 220, 222], unit * 0.014);
  ctx.fillStyle = css(view.lit([150, 156, 160], 0.5));
  ctx.fillRect(fx, floorY - unit * 0.26, fridgeW, unit * 0.004);
  for (const at of [-0.36, -0.22])
    roundBox(
      view,
      fx + fridgeW * (view.windowLeft ? 0.1 : 0.84),
      floorY + unit * at,
      unit * 0.01,
      unit * 0.07,
      unit * 0.005,
    );
}

/** A stove under its hood, a pot on it. */
function paintStove(view: RoomView, stoveX: number, y: number, counterH: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  slab(view, stoveX, y, unit * 0.17, counterH, [70, 74, 80], unit * 0.008);
  ctx.fillStyle = css(view.scene.light.dark ? [255, 170, 80] : view.lit([40, 40, 46], 0.6));
  roundBox(view, stoveX + unit * 0.02, y + counterH * 0.34, unit * 0.13, counterH * 0.48, unit * 0.008);
  slab(view, stoveX - unit * 0.01, floorY - unit * 0.52, unit * 0.19, unit * 0.07, [204, 206, 208], unit * 0.01);
  // A pot with steam on the stove.
  slab(
    view,
    stoveX + unit * 0.045,
    y - unit * 0.072,
    unit * 0.08,
    unit * 0.05,
    mix(view.accent, [190, 70, 50], 0.6),
    unit * 0.01,
  );
}

/** A bed against the wall. */
function paintBed(view: RoomView, x: number, w: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  slab(view, x, floorY - unit * 0.2, w, unit * 0.24, adjust(view.wood, -0.06), unit * 0.02);
  slab(view, x - w * 0.02, floorY - unit * 0.05, w * 1.04, unit * 0.14, [244, 240, 232], unit * 0.03);
  for (const side of [0.08, 0.53])
    slab(view, x + w * side, floorY - unit * 0.1, w * 0.38, unit * 0.075, [250, 248, 244], unit * 0.03);
  slab(view, x - w * 0.03, floorY + unit * 0.005, w * 1.06, unit * 0.12, view.accent, unit * 0.03);
  ctx.fillStyle = css(view.lit(adjust(view.accent, 0.14), 0.7));
  roundBox(view, x - w * 0.03, floorY + unit * 0.002, w * 1.06, unit * 0.03, unit * 0.014);
  floorShade(view, x, floorY + unit * 0.13, w);
}

/** A sofa with cushions. */
function paintSofa(view: RoomView, x: number, w: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  floorShade(view, x, floorY + unit * 0.085, w);
  slab(view, x + w * 0.06, floorY - unit * 0.15, w * 0.88, unit * 0.16, view.accent, unit * 0.035);
  for (const side of [0.1, 0.51])
    slab(view, x + w * side, floorY - unit * 0.11, w * 0.39, unit * 0.12, adjust(view.accent, 0.04), unit * 0.026);
  slab(view, x + w * 0.06, floorY - unit * 0.01, w * 0.88, unit * 0.075, adjust(view.accent, 0.03), unit * 0.022);
  for (const side of [-0.01, 0.87])
    slab(view, x + w * side, floorY - unit * 0.075, w * 0.14, unit * 0.15, adjust(view.accent, -0.03), unit * 0.03);
  for (const [side, tone] of [
    [0.14, [226, 190, 120]],
    [0.68, [236, 226, 210]],
  ] as const) {
    ctx.save();
    ctx.translate(x + w * side + unit * 0.035, floorY - unit * 0.055);
    ctx.rotate(side > 0.5 ? 0.2 : -0.2);
    slab(view, -unit * 0.035, -unit * 0.035, unit * 0.075, unit * 0.07, tone as Rgb, unit * 0.016);
    ctx.restore();
  }
}

/** A bath full of foam. */
function paintTub(view: RoomView, x: number, w: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  floorShade(view, x, floorY + unit * 0.1, w);
  slab(view, x, floorY - unit * 0.08, w, unit * 0.17, [246, 248, 248], unit * 0.06);
  ctx.fillStyle = css(view.lit([226, 232, 234], 0.5));
  roundBox(view, x - w * 0.02, floorY - unit * 0.1, w * 1.04, unit * 0.035, unit * 0.017);
  ctx.fillStyle = css(view.lit([186, 190, 196], 0.9));
  roundBox(view, x + w * 0.1, floorY - unit * 0.2, unit * 0.014, unit * 0.11, unit * 0.007);
  roundBox(view, x + w * 0.1, floorY - unit * 0.2, unit * 0.06, unit * 0.014, unit * 0.007);
  for (let i = 0; i < 9; i += 1) {
    ctx.fillStyle = css(view.lit([252, 253, 255], 0.9), 0.85);
    ctx.beginPath();
    ctx.arc(x + w * (0.3 + i * 0.07), floorY - unit * (0.105 + 0.012 * (i % 3)), unit * 0.028, 0, Math.PI * 2);
    ctx.fill();
  }
}

/** A basin on its foot under a mirror. */
function paintBasin(view: RoomView, bx: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  slab(view, bx + unit * 0.06, floorY - unit * 0.1, unit * 0.06, unit * 0.15, [236, 238, 238], unit * 0.02);
  slab(view, bx, floorY - unit * 0.15, unit * 0.18, unit * 0.06, [248, 249, 249], unit * 0.03);
  slab(view, bx + unit * 0.01, floorY - unit * 0.44, unit * 0.16, unit * 0.22, [190, 214, 222], unit * 0.02);
  ctx.fillStyle = 'rgba(255,255,255,0.35)';
  ctx.beginPath();
  ctx.moveTo(bx + unit * 0.03, floorY - unit * 0.24);
  ctx.lineTo(bx + unit * 0.1, floorY - unit * 0.43);
  ctx.lineTo(bx + unit * 0.13, floorY - unit * 0.43);
  ctx.lineTo(bx + unit * 0.06, floorY - unit * 0.24);
  ctx.fill();
}

/** Cabinets, worktop, stove with hood, shelf with jars. */
export const kitchen: RoomPainter = (view) => {
  const { board, width, unit, floorY } = view;
  const { ctx } = board;
  const front = mix(view.accent, [236, 232, 222], 0.35);
  const counterH = unit * 0.2;
  const y = floorY - counterH + unit * 0.03;
  const cell = unit * 0.13;
  const start = -((width % cell) / 2);
  for (let x = start; x < width; x += cell) {
    slab(view, x + cell * 0.03, y, cell * 0.94, counterH, front, unit * 0.006);
    ctx.fillStyle = css(view.lit([196, 180, 150], 0.8));
    ctx.fillRect(x + cell * 0.4, y + counterH * 0.14, cell * 0.2, Math.max(2, unit * 0.005));
  }
  ctx.fillStyle = css(view.lit(adjust(view.wood, 0.08), 0.75));
  ctx.fillRect(0, y - unit * 0.022, width, unit * 0.026);
  ctx.fillStyle = css(view.scene.light.shadow.colour, 0.22);
  ctx.fillRect(0, y + unit * 0.004, width, unit * 0.01);
  const fridgeW = unit * 0.19;
  const fx = farSide(view, fridgeW);
  if (!view.asked('refrigerator')) paintFridge(view, fx, fridgeW);
  const stoveX = view.windowLeft ? fx - unit * 0.24 : fx + fridgeW + unit * 0.06;
  if (!view.asked('oven', 'stove')) paintStove(view, stoveX, y, counterH);
  // Whatever wall is left between stove and window holds two shelves.
  const from = view.windowLeft ? view.free.x + unit * 0.02 : stoveX + unit * 0.22;
  const to = view.windowLeft ? stoveX - unit * 0.05 : view.free.x + view.free.w - unit * 0.02;
  const shelfW = Math.min(unit * 0.3, to - from);
  const sx = view.windowLeft ? to - shelfW : from;
  for (const level of shelfW > unit * 0.1 ? [0.42, 0.54] : []) {
    slab(view, sx, floorY - unit * level, shelfW, unit * 0.014, view.wood);
    for (let i = 0; i < 6; i += 1) {
      const tone = view.random.pick<Rgb>([
        [222, 206, 176],
        [150, 176, 160],
        [206, 120, 92],
        [120, 140, 170],
        [236, 226, 206],
      ]);
      const jh = unit * view.random.between(0.04, 0.07);
      slab(view, sx + shelfW * (0.05 + i * 0.16), floorY - unit * level - jh, unit * 0.034, jh, tone, unit * 0.007);
    }
  }
};

/** Bed with pillows and blanket, bedside lamp, picture, rug. */
export const bedroom: RoomPainter = (view) => {
  const { unit, floorY, width, height } = view;
  rug(
    view,
    width * 0.5,
    floorY + (height - floorY) * 0.56,
    unit * 0.72,
    (height - floorY) * 0.5,
    mix(view.accent, [236, 226, 210], 0.5),
  );
  const w = Math.min(unit * 0.5, view.free.w * 0.9);
  const x = farSide(view, w, unit * 0.03);
  if (!view.asked('bed')) paintBed(view, x, w);
  const tableX = view.windowLeft ? x - unit * 0.16 : x + w + unit * 0.05;
  slab(view, tableX, floorY - unit * 0.07, unit * 0.11, unit * 0.13, view.wood, unit * 0.006);
  glowLamp(view, tableX + unit * 0.055, floorY - unit * 0.19, unit * 0.075, null);
  framed(view, x + w * 0.3, floorY - unit * 0.46, w * 0.4, unit * 0.17);
};

/** Sofa, floor lamp, shelf, pictures, plant, rug. */
export const livingRoom: RoomPainter = (view) => {
  const { board, unit, floorY, width, height } = view;
  const { ctx } = board;
  rug(
    view,
    width * 0.5,
    floorY + (height - floorY) * 0.52,
    unit * 0.78,
    (height - floorY) * 0.56,
    mix(view.accent, [226, 210, 186], 0.45),
  );
  const w = Math.min(unit * 0.44, view.free.w * 0.8);
  const x = farSide(view, w, unit * 0.06);
  framed(view, x + w * 0.12, floorY - unit * 0.42, w * 0.34, unit * 0.15);
  framed(view, x + w * 0.56, floorY - unit * 0.39, w * 0.26, unit * 0.11);
  if (!view.asked('couch', 'armchair')) paintSofa(view, x, w);
  glowLamp(view, view.windowLeft ? x - unit * 0.07 : x + w + unit * 0.07, floorY - unit * 0.34, unit * 0.1, null);
  ctx.fillStyle = css(view.lit([80, 70, 62], 0.4));
  ctx.fillRect(
    (view.windowLeft ? x - unit * 0.07 : x + w + unit * 0.07) - unit * 0.003,
    floorY - unit * 0.24,
    unit * 0.006,
    unit * 0.28,
  );
  const rest = view.free.w - w - unit * 0.2;
  if (rest > unit * 0.16 && !view.asked('bookshelf')) {
    const shelfX = view.windowLeft ? view.free.x + unit * 0.02 : view.free.x + view.free.w - unit * 0.19;
    bookcase(view, shelfX, floorY - unit * 0.36, unit * 0.16, unit * 0.38, 4);
  }
  housePlant(view, view.windowLeft ? width * 0.06 : width * 0.94, floorY + unit * 0.07, unit * 0.26);
};

/** Bath, basin with mirror, towel. */
export const bathroom: RoomPainter = (view) => {
  const { unit, floorY } = view;
  const w = Math.min(unit * 0.46, view.free.w * 0.95);
  const x = farSide(view, w, unit * 0.01);
  if (!view.asked('bathtub')) paintTub(view, x, w);
  const bx = view.windowLeft
    ? Math.max(view.free.x * 0.4, x - unit * 0.27)
    : Math.min(view.width - unit * 0.2, x + w + unit * 0.08);
  if (!view.asked('sink', 'mirror')) paintBasin(view, bx);
  slab(view, x + w * 0.5, floorY - unit * 0.34, unit * 0.1, unit * 0.17, view.accent, unit * 0.006);
};
