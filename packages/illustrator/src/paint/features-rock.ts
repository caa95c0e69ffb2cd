// Pieces of stone: waterfall, boulders, lava on a volcano.
import { css, mix, type Rgb } from '../scene/colour.js';
import { type FeaturePainter, polygon } from './feature-view.js';

/** Cliffs with white water between them and spray at the foot. */
export const waterfall: FeaturePainter = (view) => {
  const { board, random, x, y, size, tone } = view;
  const { ctx } = board;
  const half = size * 0.34;
  for (const side of [-1, 1]) {
    for (let i = 0; i < 7; i += 1) {
      const inner = x + side * half * 0.5;
      const outer = x + side * (half * 1.5 + size * 0.25 * random.next());
      const top = y - size * (1 - i * 0.13) * random.between(0.9, 1.05);
      polygon(view, tone([104, 112, 98], random.between(0.15, 0.8)), [
        inner,
        y,
        inner + side * random.between(0, 0.06) * size,
        top,
        outer,
        top + size * 0.14,
        outer + side * size * 0.1,
        y,
      ]);
    }
    for (let i = 0; i < 26; i += 1) {
      ctx.fillStyle = tone([84, 126, 66], random.between(0.2, 0.9));
      ctx.beginPath();
      ctx.ellipse(
        x + side * (half * random.between(0.5, 1.9)),
        y - size * random.between(0.78, 1.04),
        size * 0.035,
        size * 0.022,
        0,
        0,
        Math.PI * 2,
      );
      ctx.fill();
    }
  }
  const fall = ctx.createLinearGradient(0, y - size, 0, y);
  fall.addColorStop(0, tone([226, 240, 246], 0.9, 0.9));
  fall.addColorStop(1, tone([240, 248, 252], 1));
  ctx.fillStyle = fall;
  ctx.fillRect(x - half * 0.5, y - size * 0.92, half, size * 0.95);
  for (let i = 0; i < 70; i += 1) {
    ctx.fillStyle = tone(random.chance(0.5) ? [160, 200, 214] : [255, 255, 255], random.between(0.5, 1), 0.55);
    const fx = x + half * random.between(-0.5, 0.48);
    const from = random.next();
    ctx.fillRect(
      fx,
      y - size * 0.92 + size * 0.9 * from,
      size * 0.006,
      size * random.between(0.05, 0.22) * (1 - from * 0.6),
    );
  }
  for (let i = 0; i < 30; i += 1) {
    const sx = x + half * random.bell() * 1.3;
    const sy = y + size * 0.02 - random.next() ** 2 * size * 0.14;
    const r = size * random.between(0.02, 0.08);
    const spray = ctx.createRadialGradient(sx, sy, 0, sx, sy, r);
    spray.addColorStop(0, tone([250, 252, 255], 0.9, 0.42));
    spray.addColorStop(1, tone([250, 252, 255], 0.9, 0));
    ctx.fillStyle = spray;
    ctx.fillRect(sx - r, sy - r, r * 2, r * 2);
  }
};

/** A few boulders that lean on each other. */
export const rocks: FeaturePainter = (view) => {
  const { random, x, y, size, tone, side, board } = view;
  board.ctx.fillStyle = css(view.scene.light.shadow.colour, 0.3);
  board.ctx.beginPath();
  board.ctx.ellipse(x, y, size * 1.15, size * 0.14, 0, 0, Math.PI * 2);
  board.ctx.fill();
  for (const [dx, scale] of [
    [-0.6, 0.7],
    [0.6, 0.62],
    [0.05, 1],
    [-0.25, 0.4],
  ] as const) {
    const w = size * scale * 0.75;
    const h = size * scale * random.between(0.75, 0.95);
    const cx = x + dx * size;
    const base = y + (scale < 0.5 ? size * 0.06 : 0);
    const grey: Rgb = random.pick<Rgb>([
      [138, 132, 126],
      [126, 124, 124],
      [146, 134, 120],
    ]);
    const peak = cx + w * random.between(-0.25, 0.25);
    polygon(view, tone(grey, 0.45), [
      cx - w,
      base,
      cx - w * 0.8,
      base - h * 0.5,
      peak - w * 0.3,
      base - h,
      peak + w * 0.34,
      base - h * 0.94,
      cx + w * 0.9,
      base - h * 0.4,
      cx + w,
      base,
    ]);
    polygon(
      view,
      tone(grey, 0.95),
      side > 0
        ? [
            peak + w * 0.34,
            base - h * 0.94,
            cx + w * 0.9,
            base - h * 0.4,
            cx + w,
            base,
            cx + w * 0.2,
            base,
            peak + w * 0.05,
            base - h * 0.5,
          ]
        : [
            peak - w * 0.3,
            base - h,
            cx - w * 0.8,
            base - h * 0.5,
            cx - w,
            base,
            cx - w * 0.2,
            base,
            peak,
            base - h * 0.5,
          ],
    );
    polygon(
      view,
      tone(grey, 0.1, 0.7),
      side > 0
        ? [cx - w, base, cx - w * 0.8, base - h * 0.5, cx - w * 0.3, base - h * 0.4, cx - w * 0.2, base]
        : [cx + w, base, cx + w * 0.9, base - h * 0.4, cx + w * 0.4, base - h * 0.4, cx + w * 0.2, base],
    );
  }
};

/** Glowing streams down a cone and the cloud above its crater. `x` is ignored: the cone stands where its ridge put it. */
export const lava: FeaturePainter = (view) => {
  const { board, random, y, size, scene } = view;
  const { ctx } = board;
  const layer = scene.layers.find((each) => each.kind === 'ridge' && each.shape === 'volcano');
  const x = layer ? peakOf(view, y, size) : view.x;
  const top = y - size * 0.86;
  for (let i = 0; i < 26; i += 1) {
    const t = i / 26;
    const px = x + (scene.light.from.x > 0.5 ? -1 : 1) * t * size * 0.5 + random.bell() * size * 0.1 * (0.4 + t);
    const py = top - size * (0.02 + t * 0.46);
    const r = size * (0.07 + t * 0.13) * random.between(0.7, 1.2);
    const smoke = ctx.createRadialGradient(px, py, 0, px, py, r);
    const tone: Rgb = mix([96, 84, 88], [255, 140, 70], Math.max(0, 0.5 - t));
    smoke.addColorStop(0, css(tone, 0.4));
    smoke.addColorStop(1, css(tone, 0));
    ctx.fillStyle = smoke;
    ctx.fillRect(px - r, py - r, r * 2, r * 2);
  }
  view.glow((light) => {
    const glow = light.createRadialGradient(x, top, 0, x, top, size * 0.42);
    glow.addColorStop(0, 'rgba(255,150,60,0.9)');
    glow.addColorStop(0.3, 'rgba(255,90,30,0.4)');
    glow.addColorStop(1, 'rgba(255,60,20,0)');
    light.fillStyle = glow;
    light.fillRect(x - size, top - size, size * 2, size * 2);
  });
  ctx.lineCap = 'round';
  for (const direction of [-0.55, 0.12, 0.62]) {
    const end = random.between(0.5, 0.85);
    for (const [width, colour] of [
      [0.03, 'rgba(206,44,20,0.9)'],
      [0.016, 'rgba(255,124,40,0.95)'],
      [0.006, 'rgba(255,226,130,0.95)'],
    ] as const) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = size * width;
      ctx.beginPath();
      ctx.moveTo(x + direction * size * 0.05, top);
      for (let k = 1; k <= 6; k += 1) {
        const t = (k / 6) * end;
        ctx.lineTo(
          x + direction * size * (0.05 + t * 0.5) + Math.sin(k * 2.1 + direction * 9) * size * 0.02,
          top + t * size * 0.8,
        );
      }
      ctx.stroke();
    }
  }
};

/** Highest point of what has been painted around the volcano: the crater, found where its ridge peaks. */
function peakOf({ board, scene }: Parameters<FeaturePainter>[0], y: number, size: number): number {
  const row = Math.max(0, Math.round(y - size * 0.8));
  const { data } = board.ctx.getImageData(0, row, board.width, 1);
  const layer = scene.layers.find((each) => each.kind === 'ridge' && each.shape === 'volcano');
  const sky = scene.sky?.stops[Math.floor((scene.sky.stops.length - 1) / 2)]?.colour ?? [200, 210, 220];
  if (!layer) return board.width / 2;
  let sum = 0;
  let weight = 0;
  for (let x = 0; x < board.width; x += 1) {
    const difference =
      Math.abs((data[x * 4] as number) - sky[0]) +
      Math.abs((data[x * 4 + 1] as number) - sky[1]) +
      Math.abs((data[x * 4 + 2] as number) - sky[2]);
    const w = Math.max(0, difference - 60) ** 2;
    sum += x * w;
    weight += w;
  }
  return weight > 0 ? sum / weight : board.width / 2;
}
