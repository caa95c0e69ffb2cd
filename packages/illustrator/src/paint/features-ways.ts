// Things along ways and water: bridge, pier, fence, bench.
import type { Rgb } from '../scene/colour.js';
import { block, type FeaturePainter, footShade, polygon } from './feature-view.js';

/** An arched stone bridge across the picture. */
export const bridge: FeaturePainter = (view) => {
  const { board, y, size, tone } = view;
  const { ctx, width } = board;
  const deck = y - size * 0.52;
  const stone: Rgb = [178, 164, 148];
  const arches = 3;
  const rise = (x: number): number => -Math.sin((x / width) * Math.PI) * size * 0.16;
  ctx.fillStyle = tone(stone, 0.6);
  ctx.beginPath();
  ctx.moveTo(-4, deck);
  for (let i = 0; i <= 40; i += 1) ctx.lineTo((width * i) / 40, deck + rise((width * i) / 40));
  ctx.lineTo(width + 4, y);
  for (let i = arches - 1; i >= 0; i -= 1) {
    const x0 = width * ((i + 0.12) / arches);
    const x1 = width * ((i + 0.88) / arches);
    const crown = deck + rise((x0 + x1) / 2) + size * 0.14;
    ctx.lineTo(x1, y);
    ctx.bezierCurveTo(x1, crown, x0, crown, x0, y);
  }
  ctx.lineTo(-4, y);
  ctx.fill();
  ctx.strokeStyle = tone(stone, 0.95);
  ctx.lineWidth = size * 0.045;
  ctx.beginPath();
  for (let i = 0; i <= 40; i += 1) {
    const x = (width * i) / 40;
    if (i === 0) ctx.moveTo(x, deck + rise(x) - size * 0.03);
    else ctx.lineTo(x, deck + rise(x) - size * 0.03);
  }
  ctx.stroke();
  for (let i = 0; i <= 12; i += 1) {
    const x = (width * (i + 0.5)) / 13;
    block(view, x - size * 0.015, deck + rise(x) - size * 0.14, size * 0.03, size * 0.12, stone);
  }
  ctx.strokeStyle = tone(stone, 0.3);
  ctx.lineWidth = size * 0.02;
  for (let i = 0; i < arches; i += 1) {
    const x0 = width * ((i + 0.12) / arches);
    const x1 = width * ((i + 0.88) / arches);
    const crown = deck + rise((x0 + x1) / 2) + size * 0.14;
    ctx.beginPath();
    ctx.moveTo(x0, y);
    ctx.bezierCurveTo(x0, crown, x1, crown, x1, y);
    ctx.stroke();
  }
};

/** Planks on posts that lead into the water. */
export const pier: FeaturePainter = (view) => {
  const { board, x, y, size, tone } = view;
  const { ctx } = board;
  const far = y - size;
  for (let i = 0; i < 16; i += 1) {
    const t0 = (i / 16) ** 1.6;
    const t1 = ((i + 0.86) / 16) ** 1.6;
    const half = (t: number): number => size * (0.08 + 0.42 * t);
    polygon(view, tone([150, 118, 86], 0.5 + 0.3 * (i % 2)), [
      x - half(t0),
      far + size * t0,
      x + half(t0),
      far + size * t0,
      x + half(t1),
      far + size * t1,
      x - half(t1),
      far + size * t1,
    ]);
  }
  ctx.fillStyle = tone([104, 78, 58], 0.3);
  for (let i = 1; i < 5; i += 1) {
    const t = (i / 5) ** 1.5;
    for (const side of [-1, 1])
      ctx.fillRect(
        x + side * size * (0.08 + 0.42 * t) - size * 0.012,
        far + size * t - size * 0.1 * (0.4 + t),
        size * 0.03 * (0.4 + t),
        size * 0.2 * (0.4 + t),
      );
  }
};

/** A wooden fence across the picture. */
export const fence: FeaturePainter = (view) => {
  const { board, y, size, tone, random } = view;
  const { ctx, width } = board;
  const wood: Rgb = [156, 124, 92];
  for (const up of [0.36, 0.74]) {
    ctx.fillStyle = tone(wood, 0.6);
    ctx.fillRect(0, y - size * up, width, size * 0.12);
    ctx.fillStyle = tone(wood, 0.1, 0.6);
    ctx.fillRect(0, y - size * up + size * 0.09, width, size * 0.035);
  }
  for (let x = -random.next() * size; x < width; x += size * 1.35) {
    block(view, x, y - size, size * 0.15, size * 1.02, wood);
    polygon(view, tone(wood, 0.8), [x, y - size, x + size * 0.075, y - size * 1.09, x + size * 0.15, y - size]);
  }
};

/** A railway track across the picture: gravel, sleepers, and two rails that catch the light; wheels stand at `y`. */
export const rails: FeaturePainter = ({ board, y, size, tone, random }) => {
  const { ctx, width } = board;
  ctx.fillStyle = tone([148, 138, 128], 0.42);
  ctx.beginPath();
  ctx.moveTo(0, y - size * 0.42);
  ctx.lineTo(width, y - size * 0.42);
  ctx.lineTo(width, y + size * 0.62);
  ctx.lineTo(0, y + size * 0.62);
  ctx.fill();
  for (let i = 0; i < width / 2.2; i += 1) {
    ctx.fillStyle = tone([150, 142, 134], random.between(0.1, 0.85), random.between(0.5, 1));
    const stone = size * random.between(0.025, 0.06);
    ctx.fillRect(random.next() * width, y + size * random.between(-0.44, 0.62), stone * 1.4, stone);
  }
  for (let x = -random.next() * size; x < width; x += size * 0.52) {
    ctx.fillStyle = tone([104, 78, 60], 0.5);
    ctx.fillRect(x, y - size * 0.3, size * 0.24, size * 0.68);
    ctx.fillStyle = tone([70, 52, 42], 0.2);
    ctx.fillRect(x, y + size * 0.34, size * 0.24, size * 0.06);
  }
  for (const at of [-0.16, 0.2]) {
    ctx.fillStyle = tone([84, 82, 86], 0.3);
    ctx.fillRect(0, y + size * at, width, size * 0.1);
    ctx.fillStyle = tone([206, 208, 214], 0.9);
    ctx.fillRect(0, y + size * at, width, size * 0.04);
  }
};

/** A park bench. */
export const bench: FeaturePainter = (view) => {
  const { x, y, size } = view;
  footShade(view, 0.9);
  for (const side of [-0.72, 0.64]) block(view, x + side * size, y - size * 0.5, size * 0.08, size * 0.5, [70, 74, 78]);
  for (let i = 0; i < 3; i += 1)
    block(view, x - size * 0.85, y - size * (0.98 - i * 0.16), size * 1.7, size * 0.11, [168, 118, 74]);
  block(view, x - size * 0.9, y - size * 0.5, size * 1.8, size * 0.1, [178, 128, 82]);
};
