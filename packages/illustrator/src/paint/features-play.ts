// Things of parks and games: lamp post, swing, slide, parasol, goal, the stands of a stadium.
import { css, type Rgb } from '../scene/colour.js';
import { block, type FeaturePainter, polygon } from './feature-view.js';

/** A street lamp; after dark it glows and lights the ground. */
export const lampPost: FeaturePainter = ({ board, scene, x, y, size, tone, glow }) => {
  const { ctx } = board;
  const iron: Rgb = [62, 66, 72];
  ctx.fillStyle = css(scene.light.shadow.colour, 0.35);
  ctx.beginPath();
  ctx.ellipse(x, y, size * 0.09, size * 0.018, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = tone(iron, 0.5);
  ctx.fillRect(x - size * 0.013, y - size * 0.84, size * 0.026, size * 0.84);
  ctx.fillRect(x - size * 0.03, y - size * 0.08, size * 0.06, size * 0.08);
  ctx.fillStyle = tone(iron, 0.95, 0.7);
  ctx.fillRect(x - size * 0.004, y - size * 0.84, size * 0.008, size * 0.78);
  ctx.fillStyle = scene.light.dark ? css([255, 232, 170]) : tone([240, 240, 230], 0.8);
  ctx.beginPath();
  ctx.moveTo(x - size * 0.03, y - size * 0.84);
  ctx.lineTo(x - size * 0.05, y - size * 0.95);
  ctx.lineTo(x + size * 0.05, y - size * 0.95);
  ctx.lineTo(x + size * 0.03, y - size * 0.84);
  ctx.fill();
  ctx.fillStyle = tone(iron, 0.6);
  ctx.beginPath();
  ctx.moveTo(x - size * 0.062, y - size * 0.945);
  ctx.lineTo(x, y - size);
  ctx.lineTo(x + size * 0.062, y - size * 0.945);
  ctx.fill();
  if (!scene.light.dark) return;
  glow((light) => {
    const halo = light.createRadialGradient(x, y - size * 0.9, 0, x, y - size * 0.9, size * 0.6);
    halo.addColorStop(0, 'rgba(255,220,150,0.85)');
    halo.addColorStop(0.12, 'rgba(255,200,120,0.4)');
    halo.addColorStop(1, 'rgba(255,180,90,0)');
    light.fillStyle = halo;
    light.fillRect(x - size, y - size * 1.6, size * 2, size * 1.6);
    light.translate(x, y);
    light.scale(1, 0.22);
    const pool = light.createRadialGradient(0, 0, 0, 0, 0, size * 0.7);
    pool.addColorStop(0, 'rgba(255,206,130,0.5)');
    pool.addColorStop(1, 'rgba(255,190,110,0)');
    light.fillStyle = pool;
    light.fillRect(-size, -size, size * 2, size * 2);
  });
};

/** Two swings on a frame. */
export const swing: FeaturePainter = ({ board, x, y, size, tone }) => {
  const { ctx } = board;
  ctx.lineCap = 'round';
  ctx.strokeStyle = tone([206, 82, 66], 0.6);
  ctx.lineWidth = size * 0.035;
  ctx.beginPath();
  for (const side of [-1, 1]) {
    for (const lean of [-0.16, 0.16]) {
      ctx.moveTo(x + side * size * 0.52, y - size * 0.95);
      ctx.lineTo(x + side * size * 0.52 + lean * size, y);
    }
  }
  ctx.moveTo(x - size * 0.52, y - size * 0.95);
  ctx.lineTo(x + size * 0.52, y - size * 0.95);
  ctx.stroke();
  for (const dx of [-0.24, 0.22]) {
    ctx.strokeStyle = tone([80, 80, 84], 0.4);
    ctx.lineWidth = size * 0.01;
    ctx.beginPath();
    for (const s of [-0.07, 0.07]) {
      ctx.moveTo(x + (dx + s) * size, y - size * 0.95);
      ctx.lineTo(x + (dx + s) * size, y - size * 0.26);
    }
    ctx.stroke();
    ctx.fillStyle = tone([236, 180, 70], 0.6);
    ctx.fillRect(x + (dx - 0.09) * size, y - size * 0.27, size * 0.18, size * 0.035);
  }
};

/** A slide with its ladder. */
export const slide: FeaturePainter = (view) => {
  const { board, x, y, size, tone } = view;
  const { ctx } = board;
  ctx.lineCap = 'round';
  ctx.strokeStyle = tone([70, 130, 190], 0.5);
  ctx.lineWidth = size * 0.035;
  ctx.beginPath();
  for (const dx of [-0.36, -0.2]) {
    ctx.moveTo(x + dx * size - size * 0.08, y);
    ctx.lineTo(x + dx * size, y - size * 0.98);
  }
  for (let i = 1; i < 7; i += 1) {
    ctx.moveTo(x - size * (0.43 - i * 0.011), y - size * i * 0.12);
    ctx.lineTo(x - size * (0.27 - i * 0.011), y - size * i * 0.12);
  }
  ctx.stroke();
  polygon(view, tone([240, 184, 62], 0.75), [
    x - size * 0.3,
    y - size * 0.76,
    x - size * 0.14,
    y - size * 0.76,
    x + size * 0.4,
    y - size * 0.12,
    x + size * 0.62,
    y - size * 0.1,
    x + size * 0.62,
    y - size * 0.02,
    x + size * 0.34,
    y - size * 0.03,
  ]);
  polygon(view, tone([226, 120, 52], 0.5), [
    x - size * 0.14,
    y - size * 0.76,
    x - size * 0.12,
    y - size * 0.82,
    x + size * 0.43,
    y - size * 0.18,
    x + size * 0.62,
    y - size * 0.16,
    x + size * 0.62,
    y - size * 0.1,
    x + size * 0.4,
    y - size * 0.12,
  ]);
};

/** A striped parasol. */
export const parasol: FeaturePainter = (view) => {
  const { board, x, y, size, tone } = view;
  const { ctx } = board;
  ctx.fillStyle = tone([226, 220, 210], 0.6);
  ctx.fillRect(x - size * 0.012, y - size * 0.8, size * 0.024, size * 0.8);
  for (let i = 0; i < 6; i += 1) {
    const x0 = x + size * (i / 3 - 1) * 0.56;
    const x1 = x + size * ((i + 1) / 3 - 1) * 0.56;
    polygon(view, tone(i % 2 === 0 ? [220, 76, 66] : [248, 244, 236], 0.85 - Math.abs(i - 2.5) * 0.08), [
      x0,
      y - size * 0.66,
      x,
      y - size,
      x1,
      y - size * 0.66,
    ]);
  }
};

/** A football goal with its net. */
export const goal: FeaturePainter = ({ board, x, y, size, tone }) => {
  const { ctx } = board;
  const w = size * 2.2;
  ctx.strokeStyle = tone([240, 242, 244], 0.7, 0.35);
  ctx.lineWidth = Math.max(0.6, size * 0.008);
  ctx.beginPath();
  for (let i = 0; i <= 22; i += 1) {
    ctx.moveTo(x - w / 2 + (w * i) / 22, y - size);
    ctx.lineTo(x - w * 0.44 + (w * 0.88 * i) / 22, y - size * 0.1);
  }
  for (let i = 0; i <= 9; i += 1) {
    ctx.moveTo(x - w / 2 + w * 0.006 * i, y - size + size * 0.1 * i);
    ctx.lineTo(x + w / 2 - w * 0.006 * i, y - size + size * 0.1 * i);
  }
  ctx.stroke();
  ctx.strokeStyle = tone([250, 250, 250], 0.9);
  ctx.lineWidth = size * 0.05;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(x - w / 2, y);
  ctx.lineTo(x - w / 2, y - size);
  ctx.lineTo(x + w / 2, y - size);
  ctx.lineTo(x + w / 2, y);
  ctx.stroke();
};

/** Rows of spectators under floodlights. */
export const stands: FeaturePainter = (view) => {
  const { board, scene, random, y, size, tone } = view;
  const { ctx, width } = board;
  const rows = 13;
  const shirts: Rgb[] = [
    [206, 66, 60],
    [240, 240, 240],
    [70, 110, 180],
    [240, 196, 70],
    [80, 150, 96],
    [60, 60, 74],
  ];
  ctx.fillStyle = tone([96, 104, 120], 0.4);
  ctx.fillRect(0, y - size * 0.96, width, size * 0.96);
  for (let row = 0; row < rows; row += 1) {
    const ry = y - size * (0.1 + 0.76 * (1 - row / rows));
    ctx.fillStyle = tone([120, 128, 144], 0.2 + row * 0.04);
    ctx.fillRect(0, ry, width, (size * 0.76) / rows);
    const step = size * 0.042;
    for (let x = random.next() * step; x < width; x += step) {
      if (random.chance(0.1)) continue;
      const shirt = random.pick(shirts);
      ctx.fillStyle = tone(shirt, random.between(0.3, 0.8));
      ctx.fillRect(x, ry + size * 0.012, step * 0.66, size * 0.034);
      ctx.fillStyle = tone([222, 184, 150], 0.6);
      ctx.fillRect(x + step * 0.17, ry - size * 0.006, step * 0.33, size * 0.019);
    }
  }
  ctx.fillStyle = tone([226, 230, 236], 0.7);
  ctx.fillRect(0, y - size * 0.115, width, size * 0.09);
  for (let i = 0; i < 9; i += 1) {
    ctx.fillStyle = tone(random.pick(shirts), 0.7);
    ctx.fillRect((width * i) / 9 + width * 0.006, y - size * 0.1, width / 9 - width * 0.012, size * 0.06);
  }
  block(view, 0, y - size * 1.0, width, size * 0.07, [170, 176, 188]);
  for (const at of [0.1, 0.9]) {
    const x = width * at;
    ctx.fillStyle = tone([120, 124, 130], 0.5);
    ctx.fillRect(x - size * 0.012, y - size * 1.5, size * 0.024, size * 0.56);
    ctx.fillStyle = css([255, 252, 236], scene.light.dark ? 1 : 0.85);
    for (let i = 0; i < 12; i += 1) {
      ctx.beginPath();
      ctx.arc(
        x + ((i % 4) - 1.5) * size * 0.045,
        y - size * (1.5 + Math.floor(i / 4) * 0.045),
        size * 0.017,
        0,
        Math.PI * 2,
      );
      ctx.fill();
    }
    if (!scene.light.dark) continue;
    view.glow((light) => {
      const halo = light.createRadialGradient(x, y - size * 1.54, 0, x, y - size * 1.54, size * 0.9);
      halo.addColorStop(0, 'rgba(240,246,255,0.7)');
      halo.addColorStop(1, 'rgba(220,232,255,0)');
      light.fillStyle = halo;
      light.fillRect(x - size, y - size * 2.5, size * 2, size * 2);
    });
  }
};
