// What furniture is painted with: the room's measures and colours, and solid shapes that are lit alike.
import { adjust, css, type Rgb } from '../scene/colour.js';
import type { Random } from '../scene/random.js';
import type { Scene } from '../scene/scene.js';
import { type Board, markBox } from './board.js';

/** A room as its furnisher sees it; lengths in pixels. */
export interface RoomView {
  board: Board;
  scene: Scene;
  random: Random;
  width: number;
  height: number;
  /** Where the back wall meets the floor. */
  floorY: number;
  /** A length that furniture is measured in; about the room's width. */
  unit: number;
  wall: Rgb;
  accent: Rgb;
  wood: Rgb;
  windowLeft: boolean;
  /** The stretch of wall that no window takes: furniture against the wall stays within it. */
  free: { x: number; w: number };
  lit: (albedo: Rgb, lambert: number) => Rgb;
  /** Is one of these among the subjects? Then the room has none of its own: what is asked for must stay countable. */
  asked: (...concepts: string[]) => boolean;
}

/** Furnishes one kind of room. */
export type RoomPainter = (view: RoomView) => void;

/** x of something `w` wide, as far from the window as the free wall allows; `inset` is kept to the room's edge. */
export function farSide({ free, windowLeft }: RoomView, w: number, inset = 0): number {
  return windowLeft ? free.x + free.w - w - inset : free.x + inset;
}

/** A box seen from the front: face shaded from the light's side, a bright upper edge, a soft shadow to the wall. */
export function slab(view: RoomView, x: number, y: number, w: number, h: number, albedo: Rgb, round = 0): void {
  const { ctx } = view.board;
  ctx.fillStyle = css(view.scene.light.shadow.colour, 0.16);
  roundBox(view, x + (view.windowLeft ? 0.012 : -0.012) * view.unit, y + h * 0.02, w, h, round);
  const face = ctx.createLinearGradient(x, y, x + w, y + h * 0.4);
  face.addColorStop(0, css(view.lit(albedo, view.windowLeft ? 0.72 : 0.36)));
  face.addColorStop(1, css(view.lit(albedo, view.windowLeft ? 0.36 : 0.72)));
  ctx.fillStyle = face;
  roundBox(view, x, y, w, h, round);
  ctx.fillStyle = css(view.lit(adjust(albedo, 0.06), 0.95), 0.6);
  ctx.fillRect(x + round, y, w - round * 2, Math.max(1, view.unit * 0.003));
  markBox(view.board, 'indoor', 60, x, y, w, h);
}

/** Fills a rounded rectangle with the current fill. */
export function roundBox(
  { board: { ctx } }: RoomView,
  x: number,
  y: number,
  w: number,
  h: number,
  radius: number,
): void {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, Math.min(radius, w / 2, h / 2));
  ctx.fill();
}

/** The soft shade under something that stands on the floor. */
export function floorShade(view: RoomView, x: number, y: number, w: number): void {
  const { ctx } = view.board;
  ctx.save();
  ctx.translate(x + w / 2, y);
  ctx.scale(1, 0.12);
  const soft = ctx.createRadialGradient(0, 0, 0, 0, 0, w * 0.6);
  soft.addColorStop(0, css(view.scene.light.shadow.colour, 0.42));
  soft.addColorStop(0.7, css(view.scene.light.shadow.colour, 0.2));
  soft.addColorStop(1, css(view.scene.light.shadow.colour, 0));
  ctx.fillStyle = soft;
  ctx.fillRect(-w, -w, w * 2, w * 2);
  ctx.restore();
}

/** A shelf board's worth of books. */
export function books(view: RoomView, x: number, y: number, w: number, h: number): void {
  const { ctx } = view.board;
  const colours: Rgb[] = [
    [150, 66, 56],
    [62, 92, 110],
    [196, 156, 82],
    [84, 112, 82],
    [216, 204, 180],
    [104, 70, 96],
    [180, 104, 66],
  ];
  let at = x;
  while (at < x + w - view.unit * 0.006) {
    const wide = Math.min(x + w - at, view.unit * view.random.between(0.008, 0.019));
    const tall = h * view.random.between(0.62, 0.94);
    const colour = view.random.pick(colours);
    ctx.fillStyle = css(view.lit(colour, view.random.between(0.35, 0.7)));
    ctx.fillRect(at, y + h - tall, wide * 0.93, tall);
    ctx.fillStyle = css(view.lit(adjust(colour, 0.12), 0.8), 0.7);
    ctx.fillRect(at + wide * 0.1, y + h - tall * 0.82, wide * 0.72, tall * 0.05);
    at += wide;
    if (view.random.chance(0.07)) at += view.unit * 0.02;
  }
}

/** An upright shelf with books on every board. */
export function bookcase(view: RoomView, x: number, y: number, w: number, h: number, shelves: number): void {
  slab(view, x, y, w, h, adjust(view.wood, -0.1));
  const { ctx } = view.board;
  const gap = h / shelves;
  for (let i = 0; i < shelves; i += 1) {
    const top = y + gap * i + gap * 0.12;
    ctx.fillStyle = css(view.lit(adjust(view.wood, -0.26), 0.2));
    ctx.fillRect(x + w * 0.03, top, w * 0.94, gap * 0.82);
    books(view, x + w * 0.04, top, w * 0.92, gap * 0.8);
  }
  floorShade(view, x, y + h, w);
}

/** A picture in a frame: a small landscape in the room's colours. */
export function framed(view: RoomView, x: number, y: number, w: number, h: number): void {
  if (view.asked('picture frame', 'painting', 'photo')) return;
  const { ctx } = view.board;
  const { random } = view;
  slab(
    view,
    x,
    y,
    w,
    h,
    random.pick<Rgb>([
      [176, 140, 84],
      [70, 56, 48],
      [226, 220, 208],
    ]),
  );
  const m = Math.min(w, h) * 0.09;
  const sky: Rgb = random.pick<Rgb>([
    [176, 204, 222],
    [240, 206, 160],
    [206, 186, 210],
  ]);
  ctx.save();
  ctx.beginPath();
  ctx.rect(x + m, y + m, w - m * 2, h - m * 2);
  ctx.clip();
  const air = ctx.createLinearGradient(0, y, 0, y + h);
  air.addColorStop(0, css(view.lit(sky, 0.5)));
  air.addColorStop(1, css(view.lit([250, 236, 210], 0.6)));
  ctx.fillStyle = air;
  ctx.fillRect(x, y, w, h);
  for (const [base, tone] of [
    [0.5, [120, 140, 150]],
    [0.66, [96, 126, 96]],
    [0.82, [150, 140, 84]],
  ] as const) {
    ctx.fillStyle = css(view.lit(tone as Rgb, 0.55));
    ctx.beginPath();
    ctx.moveTo(x, y + h);
    const phase = random.between(0, 6);
    for (let i = 0; i <= 12; i += 1) ctx.lineTo(x + (w * i) / 12, y + h * (base + 0.09 * Math.sin(i * 0.8 + phase)));
    ctx.lineTo(x + w, y + h);
    ctx.fill();
  }
  ctx.restore();
  markBox(view.board, 'indoor', 90, x, y, w, h);
}

/** A lamp that glows; `hang` gives the length of its cord, null for one that stands. */
export function glowLamp(view: RoomView, x: number, y: number, size: number, hang: number | null): void {
  if (view.asked('lamp', 'floor lamp')) return;
  const { ctx } = view.board;
  ctx.strokeStyle = css(view.lit([70, 62, 58], 0.4));
  ctx.lineWidth = Math.max(1, size * 0.06);
  ctx.beginPath();
  ctx.moveTo(x, hang === null ? y + size * 0.4 : y - hang);
  ctx.lineTo(x, hang === null ? y + size * 1.6 : y);
  ctx.stroke();
  ctx.fillStyle = css(view.scene.light.dark ? [255, 222, 160] : view.lit([244, 226, 190], 0.8));
  ctx.beginPath();
  ctx.moveTo(x - size * 0.28, y);
  ctx.lineTo(x + size * 0.28, y);
  ctx.lineTo(x + size * 0.52, y + size * 0.6);
  ctx.lineTo(x - size * 0.52, y + size * 0.6);
  ctx.fill();
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  const reach = size * (view.scene.light.dark ? 5 : 2);
  const glow = ctx.createRadialGradient(x, y + size * 0.5, 0, x, y + size * 0.5, reach);
  glow.addColorStop(0, css([255, 206, 130], view.scene.light.dark ? 0.6 : 0.22));
  glow.addColorStop(0.4, css([255, 190, 110], view.scene.light.dark ? 0.2 : 0.06));
  glow.addColorStop(1, css([255, 180, 100], 0));
  ctx.fillStyle = glow;
  ctx.fillRect(x - reach, y + size * 0.5 - reach, reach * 2, reach * 2);
  ctx.restore();
}

/** A pot with arching leaves, its foot at (x, y). */
export function housePlant(view: RoomView, x: number, y: number, size: number): void {
  if (view.asked('potted plant', 'plant', 'bonsai')) return;
  const { ctx } = view.board;
  floorShade(view, x - size * 0.24, y, size * 0.48);
  for (let i = 0; i < 26; i += 1) {
    const angle = -Math.PI / 2 + view.random.bell() * 1.25;
    const length = size * view.random.between(0.34, 0.66);
    const ex = x + Math.cos(angle) * length;
    const ey = y - size * 0.32 + Math.sin(angle) * length;
    const width = size * 0.045;
    ctx.fillStyle = css(view.lit([84, 132, 74], view.random.between(0.15, 0.95)));
    ctx.beginPath();
    ctx.moveTo(x, y - size * 0.3);
    ctx.quadraticCurveTo(
      x + Math.cos(angle) * length * 0.5 - width,
      y - size * 0.42 + Math.sin(angle) * length * 0.62,
      ex,
      ey,
    );
    ctx.quadraticCurveTo(
      x + Math.cos(angle) * length * 0.5 + width * 1.6,
      y - size * 0.36 + Math.sin(angle) * length * 0.5,
      x,
      y - size * 0.3,
    );
    ctx.fill();
  }
  const pot = ctx.createLinearGradient(x - size * 0.17, 0, x + size * 0.17, 0);
  pot.addColorStop(0, css(view.lit([206, 132, 96], view.windowLeft ? 0.9 : 0.3)));
  pot.addColorStop(1, css(view.lit([206, 132, 96], view.windowLeft ? 0.3 : 0.9)));
  ctx.fillStyle = pot;
  ctx.beginPath();
  ctx.moveTo(x - size * 0.17, y - size * 0.32);
  ctx.lineTo(x + size * 0.17, y - size * 0.32);
  ctx.lineTo(x + size * 0.12, y);
  ctx.lineTo(x - size * 0.12, y);
  ctx.fill();
  markBox(view.board, 'indoor', 80, x - size * 0.4, y - size * 0.9, size * 0.8, size * 0.6);
}

/** A rug: an ellipse on the floor with two bands. */
export function rug(view: RoomView, x: number, y: number, w: number, h: number, colour: Rgb): void {
  if (view.asked('carpet')) return;
  const { ctx } = view.board;
  for (const [scale, tone] of [
    [1, adjust(colour, -0.08)],
    [0.9, colour],
    [0.76, adjust(colour, 0.1)],
    [0.7, colour],
  ] as const) {
    ctx.fillStyle = css(view.lit(tone, 0.5));
    ctx.beginPath();
    ctx.ellipse(x, y, (w / 2) * scale, (h / 2) * scale, 0, 0, Math.PI * 2);
    ctx.fill();
  }
}
