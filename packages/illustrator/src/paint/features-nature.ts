// Single pieces of nature: waterfall, rocks, lava, cactus, hay, hedge, corals, lily pads, craters, the Earth.
import { css, mix, type Rgb } from '../scene/colour.js';
import { paintPlanet } from './deep.js';
import type { FeaturePainter } from './feature-view.js';

/** A saguaro with two arms. */
export const cactus: FeaturePainter = (view) => {
  const { board, x, y, size, tone, side } = view;
  const { ctx } = board;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  const limbs: [number, number, number, number, number, number, number][] = [
    [0, 0, 0, -0.5, 0, -0.94, 0.15],
    [0, -0.34, -0.2, -0.34, -0.2, -0.64, 0.1],
    [0, -0.46, 0.22, -0.46, 0.22, -0.78, 0.1],
  ];
  for (const [shift, lambert, share] of [
    [0, 0.25, 1],
    [side * 0.028, 0.85, 0.5],
  ] as const) {
    for (const [ax, ay, bx, by, cx, cy, thick] of limbs) {
      ctx.strokeStyle = tone([84, 128, 82], lambert);
      ctx.lineWidth = size * thick * share;
      ctx.beginPath();
      ctx.moveTo(x + (ax + shift) * size, y + ay * size);
      ctx.quadraticCurveTo(x + (bx + shift) * size, y + by * size, x + (cx + shift) * size, y + cy * size);
      ctx.stroke();
    }
  }
};

/** Two round bales. */
export const hay: FeaturePainter = (view) => {
  const { board, x, y, size, tone } = view;
  const { ctx } = board;
  for (const [dx, scale] of [
    [-0.55, 0.85],
    [0.5, 1],
  ] as const) {
    const r = (size * scale) / 2;
    const cx = x + dx * size;
    ctx.fillStyle = tone([206, 172, 96], 0.3);
    ctx.fillRect(cx - r * 0.2, y - r * 2, r * 1.4, r * 2);
    for (const [share, lambert] of [
      [1, 0.7],
      [0.72, 0.55],
      [0.46, 0.72],
      [0.2, 0.5],
    ] as const) {
      ctx.fillStyle = tone([216, 184, 108], lambert);
      ctx.beginPath();
      ctx.ellipse(cx - r * 0.2, y - r, r * share * 0.85, r * share, 0, 0, Math.PI * 2);
      ctx.fill();
    }
  }
};

/** A clipped hedge across the picture. */
export const hedge: FeaturePainter = (view) => {
  const { board, random, y, size, tone } = view;
  const { ctx } = board;
  const count = Math.round((board.width / size) * 190);
  ctx.fillStyle = tone([66, 104, 58], 0.1);
  ctx.fillRect(0, y - size * 0.9, board.width, size * 0.92);
  for (let i = 0; i < count; i += 1) {
    const up = random.next();
    ctx.fillStyle = tone([84, 128, 66], Math.max(0, up * 0.75 + random.between(-0.15, 0.2)));
    ctx.beginPath();
    ctx.ellipse(
      random.next() * board.width,
      y - size * up * 0.98,
      size * 0.045,
      size * 0.03,
      random.between(-1, 1),
      0,
      Math.PI * 2,
    );
    ctx.fill();
  }
};

/** Branching corals and sponges along the sea bed, at the sides. */
export const corals: FeaturePainter = (view) => {
  const { board, random, y, size } = view;
  const { ctx } = board;
  const tones: Rgb[] = [
    [232, 104, 120],
    [240, 160, 90],
    [190, 110, 200],
    [250, 206, 120],
    [120, 190, 180],
  ];
  ctx.lineCap = 'round';
  const twig = (x: number, py: number, angle: number, length: number, width: number, level: number): void => {
    const ex = x + Math.cos(angle) * length;
    const ey = py + Math.sin(angle) * length;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x, py);
    ctx.lineTo(ex, ey);
    ctx.stroke();
    if (level > 0)
      for (const turn of [-0.5, 0.1, 0.55])
        twig(ex, ey, angle + turn + random.bell() * 0.3, length * 0.68, width * 0.72, level - 1);
  };
  for (let i = 0; i < 9; i += 1) {
    const edge = random.next() ** 1.8 * 0.36;
    const x = board.width * (i % 2 === 0 ? edge : 1 - edge);
    const near = random.between(0.6, 1.1);
    const colour = mix(random.pick(tones), [30, 90, 150], 0.3);
    const base = y + size * random.between(-0.1, 0.3);
    if (random.chance(0.6)) {
      for (const [shift, tone] of [
        [0, mix(colour, [16, 40, 90], 0.4)],
        [-size * 0.014, colour],
      ] as const) {
        ctx.strokeStyle = css(tone);
        twig(x + shift, base, -Math.PI / 2, size * 0.26 * near, size * 0.06 * near, 3);
      }
    } else {
      for (let k = 0; k < 4; k += 1) {
        ctx.fillStyle = css(mix(colour, k % 2 === 0 ? [16, 40, 90] : [255, 240, 220], 0.2));
        ctx.beginPath();
        ctx.ellipse(
          x + (k - 1.5) * size * 0.12,
          base - size * 0.1,
          size * 0.09,
          size * random.between(0.14, 0.3) * near,
          random.bell() * 0.3,
          0,
          Math.PI * 2,
        );
        ctx.fill();
      }
    }
  }
};

/** Round leaves with a few blossoms. */
export const lilyPads: FeaturePainter = (view) => {
  const { board, random, y, size, tone } = view;
  const { ctx } = board;
  for (let i = 0; i < 16; i += 1) {
    const px = board.width * random.next();
    const py = y + size * random.between(-0.4, 0.5);
    const r = size * random.between(0.06, 0.13) * (0.7 + (py - y) / size);
    ctx.fillStyle = tone([84, 132, 72], random.between(0.4, 0.85));
    ctx.beginPath();
    ctx.moveTo(px, py);
    ctx.ellipse(px, py, r, r * 0.36, 0, 0.3, Math.PI * 2 - 0.15);
    ctx.fill();
    if (!random.chance(0.3)) continue;
    for (let k = 0; k < 7; k += 1) {
      ctx.fillStyle = tone([246, 200, 216], k % 2 === 0 ? 0.9 : 0.6);
      ctx.beginPath();
      ctx.ellipse(px + (k - 3) * r * 0.1, py - r * 0.22, r * 0.1, r * 0.26, (k - 3) * 0.28, 0, Math.PI * 2);
      ctx.fill();
    }
  }
};

/** Rings of craters on the ground, flat in perspective. */
export const craters: FeaturePainter = (view) => {
  const { board, random, scene, tone, side } = view;
  const { ctx, width, height } = board;
  const horizon = scene.horizon * height;
  for (let i = 0; i < 13; i += 1) {
    const t = random.between(0.06, 1);
    const y = horizon + (height - horizon) * t;
    const rx = width * (0.015 + 0.1 * t) * random.between(0.5, 1.1);
    const ry = rx * (0.16 + 0.12 * t);
    const x = width * random.next();
    ctx.fillStyle = tone([206, 206, 212], 0.8, 0.75);
    ctx.beginPath();
    ctx.ellipse(x, y + ry * 0.14, rx * 1.12, ry * 1.16, 0, 0, Math.PI * 2);
    ctx.fill();
    const bowl = ctx.createLinearGradient(x - rx * side, 0, x + rx * side, 0);
    bowl.addColorStop(0, tone([150, 150, 156], 0.7));
    bowl.addColorStop(1, tone([110, 110, 118], 0));
    ctx.fillStyle = bowl;
    ctx.beginPath();
    ctx.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
    ctx.fill();
  }
};

/** The Earth over the horizon, amid stars. */
export const earth: FeaturePainter = ({ board, x, y, size, random }) => {
  paintPlanet(
    board,
    {
      x: x / board.width,
      y: y / board.height,
      size: size / 2 / Math.min(board.width, board.height),
      colour: [56, 112, 196],
      rings: false,
    },
    random.between(0, 500),
  );
};
