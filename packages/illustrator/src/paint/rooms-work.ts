// Furniture of learning and work: classroom, office, library, workshop.
import { adjust, css, type Rgb } from '../scene/colour.js';
import {
  bookcase,
  books,
  farSide,
  floorShade,
  framed,
  glowLamp,
  housePlant,
  type RoomPainter,
  type RoomView,
  roundBox,
  slab,
} from './room-view.js';

/** A table seen from the front: top, two legs, shade. */
function desk(view: RoomView, x: number, y: number, w: number, h: number, albedo: Rgb): void {
  if (view.asked('desk', 'table', 'dining table')) return;
  floorShade(view, x, y + h, w);
  for (const side of [0.05, 0.89]) slab(view, x + w * side, y, w * 0.06, h, adjust(albedo, -0.08));
  slab(view, x, y, w, Math.max(3, h * 0.13), albedo, view.unit * 0.004);
}

/** A blackboard with a line or two of chalk. */
function paintBlackboard(view: RoomView, x: number, w: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  slab(view, x - unit * 0.012, floorY - unit * 0.42, w + unit * 0.024, unit * 0.27, view.wood, unit * 0.006);
  slab(view, x, floorY - unit * 0.41, w, unit * 0.245, [52, 92, 76]);
  ctx.strokeStyle = css([236, 240, 232], 0.6);
  ctx.lineWidth = Math.max(1, unit * 0.0035);
  for (let line = 0; line < 3; line += 1) {
    ctx.beginPath();
    for (let i = 0; i <= 24; i += 1) {
      const px = x + w * (0.08 + (0.5 - line * 0.08) * (i / 24));
      const py = floorY - unit * (0.36 - line * 0.055) + Math.sin(i * 1.9 + line) * unit * 0.008;
      if (i === 0) ctx.moveTo(px, py);
      else ctx.lineTo(px, py);
    }
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.arc(x + w * 0.8, floorY - unit * 0.3, unit * 0.05, 0, Math.PI * 2);
  ctx.moveTo(x + w * 0.72, floorY - unit * 0.2);
  ctx.lineTo(x + w * 0.88, floorY - unit * 0.2);
  ctx.stroke();
}

/** A screen on its foot. */
function paintScreen(view: RoomView, x: number, w: number): void {
  const { unit, floorY } = view;
  const { ctx } = view.board;
  slab(view, x + w * 0.3, floorY - unit * 0.24, w * 0.36, unit * 0.14, [52, 56, 64], unit * 0.008);
  const screen = ctx.createLinearGradient(x, floorY - unit * 0.24, x + w, floorY - unit * 0.1);
  screen.addColorStop(0, '#8fc3e6');
  screen.addColorStop(1, '#3d6fa3');
  ctx.fillStyle = screen;
  roundBox(view, x + w * 0.315, floorY - unit * 0.23, w * 0.33, unit * 0.118, unit * 0.004);
  slab(view, x + w * 0.45, floorY - unit * 0.105, w * 0.06, unit * 0.03, [60, 64, 72]);
}

/** Blackboard, teacher's desk, rows of desks, clock. */
export const classroom: RoomPainter = (view) => {
  const { board, unit, floorY, width, height } = view;
  const { ctx } = board;
  const w = Math.min(unit * 0.6, view.free.w * 0.92);
  const x = farSide(view, w, view.free.w * 0.04);
  if (!view.asked('blackboard')) paintBlackboard(view, x, w);
  if (!view.asked('clock')) {
    ctx.fillStyle = css(view.lit([250, 250, 246], 0.8));
    ctx.beginPath();
    ctx.arc(x + w * 0.5, floorY - unit * 0.48, unit * 0.036, 0, Math.PI * 2);
    ctx.fill();
  }
  desk(view, x + w * 0.3, floorY - unit * 0.1, w * 0.4, unit * 0.14, view.wood);
  const depth = height - floorY;
  for (const row of [0, 1]) {
    const scale = 1 + row * 0.5;
    for (const column of [-1, 1]) {
      const dw = unit * 0.2 * scale;
      const dx = width / 2 + column * unit * (0.28 + row * 0.16) - dw / 2;
      desk(view, dx, floorY + depth * (0.12 + row * 0.26), dw, unit * 0.11 * scale, adjust(view.wood, 0.06));
    }
  }
};

/** Desk with screen, shelf of folders, plant, lamp. */
export const office: RoomPainter = (view) => {
  const { unit, floorY, width } = view;
  const w = Math.min(unit * 0.46, view.free.w * 0.94);
  const x = farSide(view, w, view.free.w * 0.03);
  slab(view, x + w * 0.1, floorY - unit * 0.45, w * 0.8, unit * 0.012, view.wood);
  books(view, x + w * 0.14, floorY - unit * 0.45 - unit * 0.085, w * 0.5, unit * 0.085);
  framed(view, x + w * 0.3, floorY - unit * 0.4, w * 0.34, unit * 0.13);
  if (!view.asked('desktop computer', 'laptop', 'tv')) paintScreen(view, x, w);
  desk(view, x, floorY - unit * 0.08, w, unit * 0.16, view.wood);
  glowLamp(view, x + w * 0.12, floorY - unit * 0.17, unit * 0.055, null);
  slab(view, x + w * 0.36, floorY - unit * 0.04, w * 0.24, unit * 0.1, [70, 76, 86], unit * 0.03);
  slab(view, x + w * 0.46, floorY + unit * 0.05, w * 0.03, unit * 0.05, [70, 76, 86]);
  housePlant(view, view.windowLeft ? width * 0.06 : width * 0.94, floorY + unit * 0.06, unit * 0.28);
};

/** Shelves from wall to wall, a ladder, reading lamps. */
export const library: RoomPainter = (view) => {
  const { board, unit, floorY, width } = view;
  const { ctx } = board;
  const w = unit * 0.24;
  // Shelves fill the wall beside the window, and another stands on its far side.
  const count = Math.max(1, Math.floor(view.free.w / w));
  const wide = view.free.w / count;
  for (let i = 0; i < count; i += 1)
    bookcase(view, view.free.x + wide * i, unit * 0.04, wide * 0.98, floorY - unit * 0.02, 6);
  ctx.strokeStyle = css(view.lit(adjust(view.wood, 0.08), 0.8));
  ctx.lineWidth = unit * 0.011;
  const lx = view.windowLeft ? width * 0.72 : width * 0.28;
  for (const side of [0, unit * 0.07]) {
    ctx.beginPath();
    ctx.moveTo(lx + side, unit * 0.1);
    ctx.lineTo(lx + side + unit * 0.06, floorY + unit * 0.04);
    ctx.stroke();
  }
  for (let i = 1; i < 9; i += 1) {
    const t = i / 9;
    const y = unit * 0.1 + (floorY + unit * 0.04 - unit * 0.1) * t;
    ctx.beginPath();
    ctx.moveTo(lx + unit * 0.06 * t, y);
    ctx.lineTo(lx + unit * (0.06 * t + 0.07), y);
    ctx.stroke();
  }
  for (const side of [0.22, 0.78]) glowLamp(view, width * side, unit * 0.12, unit * 0.08, unit * 0.12);
};

/** Tool wall, bench with vice, lamp over it. */
export const workshop: RoomPainter = (view) => {
  const { board, unit, floorY } = view;
  const { ctx } = board;
  const w = Math.min(unit * 0.56, view.free.w * 0.94);
  const x = farSide(view, w, view.free.w * 0.03);
  slab(view, x, floorY - unit * 0.45, w, unit * 0.26, [190, 164, 126], unit * 0.006);
  ctx.fillStyle = css(view.lit([130, 106, 78], 0.3), 0.6);
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 18; column += 1) {
      ctx.beginPath();
      ctx.arc(x + w * ((column + 0.5) / 18), floorY - unit * (0.435 - row * 0.032), unit * 0.0022, 0, Math.PI * 2);
      ctx.fill();
    }
  }
  for (let i = 0; i < 8; i += 1) {
    const tx = x + w * (0.08 + i * 0.118);
    const top = floorY - unit * view.random.between(0.4, 0.37);
    const long = unit * view.random.between(0.1, 0.16);
    slab(
      view,
      tx - unit * 0.006,
      top + long * 0.4,
      unit * 0.013,
      long * 0.6,
      view.random.pick<Rgb>([
        [196, 78, 54],
        [70, 110, 150],
        [214, 164, 70],
        [120, 84, 54],
      ]),
      unit * 0.005,
    );
    if (i % 3 === 0) slab(view, tx - unit * 0.03, top, unit * 0.06, unit * 0.024, [150, 154, 160], unit * 0.004);
    else slab(view, tx - unit * 0.005, top, unit * 0.01, long * 0.42, [176, 180, 186], unit * 0.003);
  }
  slab(view, x - unit * 0.02, floorY - unit * 0.1, w + unit * 0.04, unit * 0.03, view.wood, unit * 0.004);
  slab(view, x, floorY - unit * 0.07, w, unit * 0.13, adjust(view.wood, -0.1));
  for (let i = 0; i < 3; i += 1)
    slab(
      view,
      x + w * (0.05 + i * 0.32),
      floorY - unit * 0.05,
      w * 0.26,
      unit * 0.08,
      adjust(view.wood, -0.04),
      unit * 0.004,
    );
  slab(view, x + w * 0.72, floorY - unit * 0.15, unit * 0.07, unit * 0.05, [96, 104, 116], unit * 0.008);
  floorShade(view, x, floorY + unit * 0.06, w);
  glowLamp(view, x + w * 0.4, floorY - unit * 0.56, unit * 0.07, unit * 0.2);
};
