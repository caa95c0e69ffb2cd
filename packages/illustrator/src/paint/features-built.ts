// Single buildings: barn, windmill, cottage, castle, pagoda, lighthouse, bridge, pier, fence, bench.
import { css, type Rgb } from '../scene/colour.js';
import { block, type FeaturePainter, footShade, pane, polygon } from './feature-view.js';

/** A red barn with a white-framed door. */
export const barn: FeaturePainter = (view) => {
  const { x, y, size, tone } = view;
  const red: Rgb = [168, 58, 48];
  footShade(view, 0.66);
  block(view, x - size * 0.5, y - size * 0.55, size * 1.0, size * 0.55, red);
  polygon(view, tone(red, 0.6), [
    x - size * 0.5,
    y - size * 0.54,
    x - size * 0.36,
    y - size * 0.82,
    x,
    y - size,
    x + size * 0.36,
    y - size * 0.82,
    x + size * 0.5,
    y - size * 0.54,
  ]);
  polygon(view, tone([112, 104, 104], 0.7), [
    x - size * 0.56,
    y - size * 0.53,
    x - size * 0.39,
    y - size * 0.85,
    x,
    y - size * 1.04,
    x,
    y - size * 0.97,
    x - size * 0.35,
    y - size * 0.8,
    x - size * 0.5,
    y - size * 0.5,
  ]);
  polygon(view, tone([112, 104, 104], 0.3), [
    x + size * 0.56,
    y - size * 0.53,
    x + size * 0.39,
    y - size * 0.85,
    x,
    y - size * 1.04,
    x,
    y - size * 0.97,
    x + size * 0.35,
    y - size * 0.8,
    x + size * 0.5,
    y - size * 0.5,
  ]);
  const { ctx } = view.board;
  ctx.fillStyle = tone([242, 238, 230], 0.7);
  ctx.fillRect(x - size * 0.17, y - size * 0.37, size * 0.34, size * 0.37);
  ctx.fillStyle = tone([128, 44, 38], 0.4);
  ctx.fillRect(x - size * 0.15, y - size * 0.35, size * 0.3, size * 0.35);
  ctx.strokeStyle = tone([242, 238, 230], 0.7);
  ctx.lineWidth = size * 0.022;
  ctx.beginPath();
  ctx.moveTo(x - size * 0.15, y - size * 0.35);
  ctx.lineTo(x + size * 0.15, y);
  ctx.moveTo(x + size * 0.15, y - size * 0.35);
  ctx.lineTo(x - size * 0.15, y);
  ctx.stroke();
  pane(view, x - size * 0.06, y - size * 0.7, size * 0.12, size * 0.12);
};

/** A tower mill with four sails. */
export const windmill: FeaturePainter = (view) => {
  const { board, x, y, size, tone, random } = view;
  const { ctx } = board;
  footShade(view, 0.3);
  polygon(view, tone([232, 222, 204], 0.75), [
    x - size * 0.2,
    y,
    x - size * 0.12,
    y - size * 0.66,
    x + size * 0.12,
    y - size * 0.66,
    x + size * 0.2,
    y,
  ]);
  polygon(
    view,
    tone([232, 222, 204], 0.2, 0.6),
    view.side < 0
      ? [x, y, x, y - size * 0.66, x + size * 0.12, y - size * 0.66, x + size * 0.2, y]
      : [x, y, x, y - size * 0.66, x - size * 0.12, y - size * 0.66, x - size * 0.2, y],
  );
  polygon(view, tone([140, 78, 60], 0.7), [
    x - size * 0.15,
    y - size * 0.65,
    x,
    y - size * 0.84,
    x + size * 0.15,
    y - size * 0.65,
  ]);
  pane(view, x - size * 0.03, y - size * 0.46, size * 0.06, size * 0.09);
  pane(view, x - size * 0.04, y - size * 0.16, size * 0.08, size * 0.16);
  const turn = random.between(0.2, 1.2);
  for (let i = 0; i < 4; i += 1) {
    const angle = turn + (i * Math.PI) / 2;
    ctx.save();
    ctx.translate(x, y - size * 0.66);
    ctx.rotate(angle);
    ctx.fillStyle = tone([120, 84, 60], 0.5);
    ctx.fillRect(-size * 0.008, 0, size * 0.016, size * 0.44);
    ctx.fillStyle = tone([248, 244, 234], 0.85, 0.92);
    ctx.fillRect(size * 0.008, size * 0.08, size * 0.075, size * 0.35);
    ctx.restore();
  }
};

/** A small house with a warm window and smoke. */
export const cottage: FeaturePainter = (view) => {
  const { board, x, y, size, tone, random } = view;
  const { ctx } = board;
  footShade(view, 0.7);
  const wall: Rgb = random.pick<Rgb>([
    [238, 226, 204],
    [226, 206, 178],
    [214, 196, 180],
  ]);
  block(view, x - size * 0.5, y - size * 0.5, size, size * 0.5, wall);
  block(view, x + size * 0.2, y - size * 0.98, size * 0.12, size * 0.3, [150, 100, 84]);
  polygon(view, tone([156, 80, 62], 0.7), [
    x - size * 0.62,
    y - size * 0.46,
    x - size * 0.34,
    y - size * 0.9,
    x + size * 0.34,
    y - size * 0.9,
    x + size * 0.62,
    y - size * 0.46,
  ]);
  for (let row = 0; row < 5; row += 1) {
    ctx.strokeStyle = tone([110, 54, 44], 0.3, 0.5);
    ctx.lineWidth = Math.max(1, size * 0.008);
    ctx.beginPath();
    const ry = y - size * (0.5 + row * 0.085);
    ctx.moveTo(x - size * (0.6 - row * 0.056), ry);
    ctx.lineTo(x + size * (0.6 - row * 0.056), ry);
    ctx.stroke();
  }
  ctx.fillStyle = tone([104, 68, 48], 0.5);
  ctx.beginPath();
  ctx.roundRect(x - size * 0.08, y - size * 0.32, size * 0.17, size * 0.32, [size * 0.08, size * 0.08, 0, 0]);
  ctx.fill();
  for (const dx of [-0.36, 0.22]) {
    ctx.fillStyle = tone([250, 246, 236], 0.7);
    ctx.fillRect(x + dx * size - size * 0.015, y - size * 0.36, size * 0.18, size * 0.17);
    pane(view, x + dx * size, y - size * 0.345, size * 0.15, size * 0.14);
  }
  for (let i = 0; i < 9; i += 1) {
    const px = x + size * (0.26 + i * 0.03 + random.bell() * 0.03);
    const py = y - size * (1.0 + i * 0.065);
    const r = size * (0.05 + i * 0.012);
    const smoke = ctx.createRadialGradient(px, py, 0, px, py, r);
    smoke.addColorStop(0, tone([236, 234, 232], 0.7, 0.3 - i * 0.025));
    smoke.addColorStop(1, tone([236, 234, 232], 0.7, 0));
    ctx.fillStyle = smoke;
    ctx.fillRect(px - r, py - r, r * 2, r * 2);
  }
};

/** Towers with pointed roofs and banners behind a wall. */
export const castle: FeaturePainter = (view) => {
  const { x, y, size, tone, board, random } = view;
  const stone: Rgb = [182, 172, 160];
  const roof: Rgb = random.pick<Rgb>([
    [92, 104, 140],
    [150, 74, 66],
    [84, 110, 110],
  ]);
  const { ctx } = board;
  for (const [dx, w, h] of [
    [-0.34, 0.13, 0.62],
    [0.3, 0.14, 0.7],
    [-0.12, 0.16, 0.86],
    [0.12, 0.13, 0.74],
    [-0.5, 0.12, 0.46],
    [0.5, 0.12, 0.5],
  ] as const) {
    const tx = x + dx * size - (w * size) / 2;
    block(view, tx, y - h * size * 0.78, w * size, h * size * 0.78, stone);
    polygon(view, tone(roof, 0.7), [
      tx - size * 0.014,
      y - h * size * 0.77,
      tx + (w * size) / 2,
      y - h * size * 1.12,
      tx + w * size + size * 0.014,
      y - h * size * 0.77,
    ]);
    polygon(view, tone(roof, 0.15, 0.5), [
      tx + (w * size) / 2,
      y - h * size * 1.12,
      tx + w * size * (view.side < 0 ? 1 : 0),
      y - h * size * 0.77,
      tx + (w * size) / 2,
      y - h * size * 0.77,
    ]);
    pane(view, tx + w * size * 0.4, y - h * size * 0.62, w * size * 0.2, size * 0.045);
  }
  block(view, x - size * 0.56, y - size * 0.3, size * 1.12, size * 0.3, stone);
  for (let i = 0; i < 14; i += 1)
    block(view, x - size * 0.56 + i * size * 0.081, y - size * 0.335, size * 0.046, size * 0.04, stone);
  ctx.fillStyle = tone([70, 52, 42], 0.3);
  ctx.beginPath();
  ctx.roundRect(x - size * 0.06, y - size * 0.17, size * 0.12, size * 0.17, [size * 0.06, size * 0.06, 0, 0]);
  ctx.fill();
};

/** Five roofs, each smaller than the one below. */
export const pagoda: FeaturePainter = (view) => {
  const { x, y, size, tone } = view;
  const floors = 5;
  for (let i = 0; i < floors; i += 1) {
    const t = i / floors;
    const w = size * 0.3 * (1 - t * 0.55);
    const base = y - size * 0.9 * t;
    const h = size * 0.18;
    block(view, x - w * 0.34, base - h * 0.62, w * 0.68, h * 0.64, [150, 62, 48]);
    pane(view, x - w * 0.06, base - h * 0.42, w * 0.12, h * 0.42);
    polygon(view, tone([74, 80, 90], 0.6), [
      x - w * 0.72,
      base - h * 0.66,
      x - w * 0.5,
      base - h * 0.74,
      x - w * 0.3,
      base - h * 1.02,
      x + w * 0.3,
      base - h * 1.02,
      x + w * 0.5,
      base - h * 0.74,
      x + w * 0.72,
      base - h * 0.66,
      x + w * 0.4,
      base - h * 0.58,
      x - w * 0.4,
      base - h * 0.58,
    ]);
  }
  polygon(view, tone([190, 150, 80], 0.8), [
    x - size * 0.008,
    y - size * 0.9,
    x,
    y - size * 1.06,
    x + size * 0.008,
    y - size * 0.9,
  ]);
};

/** A striped tower on a rock, its lamp lit after dark. */
export const lighthouse: FeaturePainter = (view) => {
  const { board, x, y, size, tone, scene } = view;
  const { ctx } = board;
  polygon(view, tone([118, 112, 106], 0.4), [
    x - size * 0.36,
    y + size * 0.02,
    x - size * 0.2,
    y - size * 0.1,
    x + size * 0.2,
    y - size * 0.11,
    x + size * 0.4,
    y + size * 0.02,
  ]);
  const width = (t: number): number => size * (0.115 - 0.045 * t);
  for (let i = 0; i < 5; i += 1) {
    const t0 = i / 5;
    const t1 = (i + 1) / 5;
    const y0 = y - size * (0.08 + 0.66 * t0);
    const y1 = y - size * (0.08 + 0.66 * t1);
    const albedo: Rgb = i % 2 === 0 ? [206, 62, 54] : [246, 242, 234];
    polygon(view, tone(albedo, 0.8), [x - width(t0), y0, x - width(t1), y1, x + width(t1), y1, x + width(t0), y0]);
    polygon(
      view,
      tone(albedo, 0.1, 0.6),
      view.side < 0
        ? [x + width(t0) * 0.2, y0, x + width(t1) * 0.2, y1, x + width(t1), y1, x + width(t0), y0]
        : [x - width(t0), y0, x - width(t1), y1, x - width(t1) * 0.2, y1, x - width(t0) * 0.2, y0],
    );
  }
  const top = y - size * 0.74;
  ctx.fillStyle = tone([60, 60, 66], 0.5);
  ctx.fillRect(x - size * 0.09, top - size * 0.02, size * 0.18, size * 0.025);
  ctx.fillStyle = scene.light.dark ? css([255, 236, 170]) : tone([210, 226, 230], 0.8);
  ctx.fillRect(x - size * 0.05, top - size * 0.12, size * 0.1, size * 0.1);
  polygon(view, tone([176, 50, 44], 0.7), [
    x - size * 0.07,
    top - size * 0.12,
    x,
    top - size * 0.22,
    x + size * 0.07,
    top - size * 0.12,
  ]);
  if (!scene.light.dark) return;
  view.glow((light) => {
    for (const direction of [-1, 1]) {
      const end = x + direction * board.width * 0.7;
      const beam = light.createLinearGradient(x, 0, end, 0);
      beam.addColorStop(0, 'rgba(255,240,190,0.6)');
      beam.addColorStop(1, 'rgba(255,240,190,0)');
      light.fillStyle = beam;
      light.beginPath();
      light.moveTo(x, top - size * 0.08);
      light.lineTo(end, top - size * 0.3);
      light.lineTo(end, top + size * 0.12);
      light.fill();
    }
  });
};
