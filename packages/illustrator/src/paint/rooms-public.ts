// Furniture of public places: café, restaurant, shop, stage, museum.
import { adjust, css, mix, type Rgb } from '../scene/colour.js';
import { paintCurtain } from './curtain.js';
import {
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

/** A round table on one foot, with or without a cloth. */
function roundTable(view: RoomView, x: number, y: number, w: number, h: number, cloth: Rgb | null): void {
  if (view.asked('table', 'dining table')) return;
  const { ctx } = view.board;
  floorShade(view, x - w * 0.4, y, w * 0.8);
  if (cloth) {
    ctx.fillStyle = css(view.lit(cloth, 0.4));
    ctx.beginPath();
    ctx.moveTo(x - w / 2, y - h);
    ctx.quadraticCurveTo(x - w * 0.44, y - h * 0.3, x - w * 0.4, y - h * 0.12);
    ctx.lineTo(x + w * 0.4, y - h * 0.12);
    ctx.quadraticCurveTo(x + w * 0.44, y - h * 0.3, x + w / 2, y - h);
    ctx.fill();
  } else {
    slab(view, x - w * 0.04, y - h, w * 0.08, h, adjust(view.wood, -0.16));
    slab(view, x - w * 0.2, y - h * 0.06, w * 0.4, h * 0.07, adjust(view.wood, -0.16), h * 0.03);
  }
  ctx.fillStyle = css(view.lit(cloth ?? view.wood, 0.8));
  ctx.beginPath();
  ctx.ellipse(x, y - h, w / 2, w * 0.1, 0, 0, Math.PI * 2);
  ctx.fill();
}

/** Counter with machine, chalk menu, pendant lamps, a small table. */
export const cafe: RoomPainter = (view) => {
  const { board, unit, floorY, width, height } = view;
  const { ctx } = board;
  const w = Math.min(unit * 0.52, view.free.w);
  const x = farSide(view, w);
  slab(view, x + w * 0.1, floorY - unit * 0.47, w * 0.46, unit * 0.2, [46, 50, 50], unit * 0.006);
  ctx.strokeStyle = css([238, 230, 206], 0.75);
  ctx.lineWidth = Math.max(1, unit * 0.003);
  for (let i = 0; i < 5; i += 1) {
    ctx.beginPath();
    ctx.moveTo(x + w * 0.14, floorY - unit * (0.44 - i * 0.035));
    ctx.lineTo(x + w * (0.34 + 0.05 * ((i * 7) % 3)), floorY - unit * (0.44 - i * 0.035));
    ctx.moveTo(x + w * 0.46, floorY - unit * (0.44 - i * 0.035));
    ctx.lineTo(x + w * 0.51, floorY - unit * (0.44 - i * 0.035));
    ctx.stroke();
  }
  slab(view, x + w * 0.62, floorY - unit * 0.27, unit * 0.15, unit * 0.11, [196, 200, 202], unit * 0.012);
  slab(view, x + w * 0.66, floorY - unit * 0.21, unit * 0.1, unit * 0.05, [60, 56, 54], unit * 0.006);
  for (let i = 0; i < 4; i += 1)
    slab(
      view,
      x + w * (0.12 + i * 0.09),
      floorY - unit * 0.205,
      unit * 0.035,
      unit * 0.04,
      [244, 240, 232],
      unit * 0.008,
    );
  slab(view, x, floorY - unit * 0.165, w, unit * 0.03, adjust(view.wood, 0.05), unit * 0.006);
  slab(
    view,
    x + w * 0.02,
    floorY - unit * 0.135,
    w * 0.96,
    unit * 0.18,
    mix(view.accent, [60, 60, 60], 0.25),
    unit * 0.004,
  );
  floorShade(view, x, floorY + unit * 0.05, w);
  for (let i = 0; i < 3; i += 1) glowLamp(view, x + w * (0.2 + i * 0.3), unit * 0.1, unit * 0.06, unit * 0.12);
  roundTable(
    view,
    view.windowLeft ? width * 0.14 : width * 0.86,
    floorY + (height - floorY) * 0.34,
    unit * 0.24,
    unit * 0.17,
    null,
  );
  housePlant(view, view.windowLeft ? width * 0.03 : width * 0.97, floorY + unit * 0.03, unit * 0.2);
};

/** Laid tables with candles, pendant lamps, pictures. */
export const restaurant: RoomPainter = (view) => {
  const { unit, floorY, width, height, board } = view;
  const { ctx } = board;
  framed(view, view.free.x + view.free.w * 0.35, floorY - unit * 0.4, unit * 0.2, unit * 0.14);
  slab(view, 0, floorY - unit * 0.13, width, unit * 0.14, adjust(view.accent, -0.14));
  for (const [at, row] of [
    [0.12, 0.1],
    [0.88, 0.1],
    [0.04, 0.42],
    [0.96, 0.42],
  ] as const) {
    const x = width * at;
    const y = floorY + (height - floorY) * row;
    const w = unit * (0.24 + row * 0.24);
    const h = unit * (0.13 + row * 0.12);
    roundTable(view, x, y, w, h, [246, 240, 230]);
    if (view.asked('table', 'dining table', 'candle')) continue;
    ctx.fillStyle = css(view.lit([250, 246, 236], 0.9));
    ctx.fillRect(x - w * 0.02, y - h - unit * 0.05, w * 0.04, unit * 0.045);
    ctx.save();
    ctx.globalCompositeOperation = 'screen';
    const flame = ctx.createRadialGradient(x, y - h - unit * 0.06, 0, x, y - h - unit * 0.06, unit * 0.08);
    flame.addColorStop(0, 'rgba(255,220,140,0.95)');
    flame.addColorStop(0.2, 'rgba(255,180,90,0.5)');
    flame.addColorStop(1, 'rgba(255,160,70,0)');
    ctx.fillStyle = flame;
    ctx.fillRect(x - unit * 0.08, y - h - unit * 0.14, unit * 0.16, unit * 0.16);
    ctx.restore();
  }
  for (const at of [0.22, 0.5, 0.78]) glowLamp(view, width * at, unit * 0.09, unit * 0.07, unit * 0.12);
};

/** Shelves of goods in many colours and a till. */
export const shop: RoomPainter = (view) => {
  const { board, unit, floorY, width } = view;
  const { ctx } = board;
  const goods: Rgb[] = [
    [214, 84, 70],
    [240, 186, 70],
    [90, 150, 190],
    [120, 170, 100],
    [236, 226, 206],
    [170, 110, 170],
    [230, 140, 80],
  ];
  for (let row = 0; row < 4; row += 1) {
    const y = floorY - unit * (0.44 - row * 0.105);
    for (let x = view.free.x; x < view.free.x + view.free.w - unit * 0.03; ) {
      const w = unit * view.random.between(0.028, 0.06);
      const h = unit * view.random.between(0.045, 0.085);
      slab(view, x, y - h, w * 0.9, h, view.random.pick(goods), unit * view.random.pick([0.004, 0.012, 0.02]));
      x += w;
    }
    slab(view, view.free.x, y, view.free.w, unit * 0.014, view.wood);
  }
  const w = unit * 0.34;
  const x = view.windowLeft ? width - w * 1.04 : w * 0.04;
  slab(view, x, floorY - unit * 0.1, w, unit * 0.2, mix(view.accent, [240, 232, 220], 0.3), unit * 0.008);
  slab(view, x - w * 0.02, floorY - unit * 0.12, w * 1.04, unit * 0.028, view.wood, unit * 0.006);
  slab(view, x + w * 0.3, floorY - unit * 0.185, unit * 0.09, unit * 0.066, [90, 96, 104], unit * 0.01);
  floorShade(view, x, floorY + unit * 0.1, w);
  ctx.fillStyle = css(view.lit([250, 246, 236], 0.8));
  for (let i = 0; i < 9; i += 1) {
    ctx.fillStyle = css(view.lit(i % 2 === 0 ? view.accent : [248, 244, 236], 0.6));
    ctx.beginPath();
    ctx.moveTo((width * i) / 9, 0);
    ctx.lineTo((width * (i + 1)) / 9, 0);
    ctx.lineTo((width * (i + 1)) / 9, unit * 0.06);
    ctx.arc((width * (i + 0.5)) / 9, unit * 0.06, width / 18, 0, Math.PI);
    ctx.fill();
  }
};

/** Red curtains, beams from above, glowing boards. */
export const stage: RoomPainter = (view) => {
  const { board, scene, width, height, floorY } = view;
  const { ctx } = board;
  const red: Rgb = view.random.pick<Rgb>([
    [168, 34, 46],
    [126, 34, 86],
    [44, 58, 128],
  ]);
  paintCurtain(
    board,
    width * 0.12,
    -height * 0.02,
    width * 0.76,
    floorY + height * 0.02,
    adjust(red, -0.16),
    scene,
    16,
  );
  ctx.fillStyle = 'rgba(14,6,22,0.5)';
  ctx.fillRect(0, 0, width, floorY);
  for (const side of [0, 1])
    paintCurtain(
      board,
      side === 0 ? -width * 0.02 : width * 0.84,
      -height * 0.02,
      width * 0.18,
      height * 0.92,
      red,
      scene,
      6,
    );
  for (let i = 0; i < 7; i += 1) {
    const x0 = (width * i) / 7;
    ctx.fillStyle = css(view.lit(adjust(red, -0.03), 0.6));
    ctx.beginPath();
    ctx.moveTo(x0, 0);
    ctx.lineTo(x0 + width / 7, 0);
    ctx.quadraticCurveTo(x0 + width / 14, height * 0.17, x0, 0);
    ctx.fill();
    ctx.fillRect(x0, 0, width / 7 + 1, height * 0.045);
  }
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  for (const [from, to, tone] of [
    [0.2, 0.44, [255, 236, 190]],
    [0.8, 0.56, [255, 236, 190]],
    [0.5, 0.5, [255, 246, 222]],
  ] as const) {
    const beam = ctx.createLinearGradient(0, 0, 0, height * 0.94);
    beam.addColorStop(0, css(tone as Rgb, 0.34));
    beam.addColorStop(1, css(tone as Rgb, 0.03));
    ctx.fillStyle = beam;
    ctx.filter = `blur(${Math.max(2, width * 0.012)}px)`;
    ctx.beginPath();
    ctx.moveTo(width * (from - 0.012), 0);
    ctx.lineTo(width * (from + 0.012), 0);
    ctx.lineTo(width * (to + 0.2), height * 0.9);
    ctx.lineTo(width * (to - 0.2), height * 0.9);
    ctx.fill();
    ctx.filter = 'none';
  }
  ctx.translate(width / 2, floorY + (height - floorY) * 0.5);
  ctx.scale(1, 0.3);
  const pool = ctx.createRadialGradient(0, 0, 0, 0, 0, width * 0.46);
  pool.addColorStop(0, 'rgba(255,236,196,0.6)');
  pool.addColorStop(0.6, 'rgba(255,226,176,0.25)');
  pool.addColorStop(1, 'rgba(255,220,160,0)');
  ctx.fillStyle = pool;
  ctx.fillRect(-width, -width, width * 2, width * 2);
  ctx.restore();
};

/** Pictures in gold frames under small lamps, a bench, ropes. */
export const museum: RoomPainter = (view) => {
  const { board, unit, floorY, width } = view;
  const { ctx } = board;
  const count = Math.max(2, Math.round(width / (unit * 0.36)));
  for (let i = 0; i < count; i += 1) {
    const w = unit * view.random.between(0.17, 0.25);
    const h = unit * view.random.between(0.16, 0.25);
    const x = (width * (i + 0.5)) / count - w / 2;
    const y = floorY - unit * 0.16 - h;
    ctx.save();
    ctx.globalCompositeOperation = 'screen';
    const glow = ctx.createRadialGradient(x + w / 2, y, 0, x + w / 2, y + h * 0.4, w * 1.1);
    glow.addColorStop(0, 'rgba(255,240,206,0.5)');
    glow.addColorStop(1, 'rgba(255,236,200,0)');
    ctx.fillStyle = glow;
    ctx.fillRect(x - w, y - h * 0.4, w * 3, h * 2);
    ctx.restore();
    framed(view, x, y, w, h);
    slab(view, x + w * 0.42, y + h + unit * 0.014, w * 0.16, unit * 0.016, [236, 230, 216]);
  }
  slab(view, 0, 0, width, unit * 0.035, mix(view.wall, [255, 255, 255], 0.5));
  ctx.fillStyle = css(view.lit([196, 160, 90], 0.8));
  for (let i = 0; i < 5; i += 1)
    roundBox(view, width * (0.06 + i * 0.22), floorY - unit * 0.07, unit * 0.01, unit * 0.11, unit * 0.005);
  ctx.strokeStyle = css(view.lit([150, 40, 50], 0.6));
  ctx.lineWidth = unit * 0.008;
  for (let i = 0; i < 4; i += 1) {
    ctx.beginPath();
    ctx.moveTo(width * (0.06 + i * 0.22), floorY - unit * 0.062);
    ctx.quadraticCurveTo(
      width * (0.17 + i * 0.22),
      floorY - unit * 0.01,
      width * (0.28 + i * 0.22),
      floorY - unit * 0.062,
    );
    ctx.stroke();
  }
};
