// Palms and bamboo: feathered fronds on a bent stem, jointed canes with hanging leaves.
import type { SKRSContext2D } from '@napi-rs/canvas';
import { css } from '../scene/colour.js';
import type { Random } from '../scene/random.js';
import { type TreeSpec, tone } from './tree-spec.js';

/** A palm in the 200 × 300 units of a tree. */
export function paintPalm(ctx: SKRSContext2D, spec: TreeSpec, random: Random): void {
  const lean = random.between(-34, 34);
  const headX = 100 + lean;
  const headY = 78 + random.between(-8, 8);
  const bend = -lean * 0.4;
  const at = (t: number): [number, number] => {
    const u = 1 - t;
    return [u * u * 100 + 2 * u * t * (100 + bend) + t * t * headX, u * u * 298 + 2 * u * t * 190 + t * t * headY];
  };
  for (let i = 0; i < 30; i += 1) {
    const [x, y] = at(i / 29);
    const width = 9.5 - (i / 29) * 4;
    ctx.fillStyle = css(tone(spec, [134, 106, 78], i % 2 === 0 ? 0.35 : 0.2));
    ctx.fillRect(x - width / 2, y - 5, width, 8);
    ctx.fillStyle = css(tone(spec, [150, 120, 88], 0.9));
    ctx.fillRect(spec.side > 0 ? x + width * 0.12 : x - width / 2, y - 5, width * 0.36, 6);
  }
  const fronds = random.whole(10, 12);
  for (let i = 0; i < fronds; i += 1) {
    const angle = -Math.PI * 0.5 + ((i + 0.5) / fronds - 0.5) * Math.PI * 1.75 + random.between(-0.1, 0.1);
    paintFrond(ctx, spec, random, headX, headY, angle, random.between(62, 84));
  }
  for (let i = 0; i < 4; i += 1) {
    ctx.fillStyle = css(tone(spec, [120, 84, 52], 0.5));
    ctx.beginPath();
    ctx.arc(headX - 8 + i * 5, headY + 5 + (i % 2) * 4, 4.4, 0, Math.PI * 2);
    ctx.fill();
  }
}

function paintFrond(
  ctx: SKRSContext2D,
  spec: TreeSpec,
  random: Random,
  x: number,
  y: number,
  angle: number,
  length: number,
): void {
  const droop = length * 0.62;
  const ex = x + Math.cos(angle) * length;
  const ey = y + Math.sin(angle) * length * 0.8 + droop * (0.3 + 0.7 * Math.abs(Math.cos(angle)));
  const mx = x + Math.cos(angle) * length * 0.55;
  const my = y + Math.sin(angle) * length * 0.75 - 8;
  const leaflets = 17;
  for (const half of [1, -1]) {
    for (let i = 1; i <= leaflets; i += 1) {
      const t = i / leaflets;
      const u = 1 - t;
      const px = u * u * x + 2 * u * t * mx + t * t * ex;
      const py = u * u * y + 2 * u * t * my + t * t * ey;
      const tx = 2 * u * (mx - x) + 2 * t * (ex - mx);
      const ty = 2 * u * (my - y) + 2 * t * (ey - my);
      const norm = Math.hypot(tx, ty) || 1;
      const reach = 21 * Math.sin(Math.PI * (0.14 + t * 0.8)) + 3;
      const nx = (-ty / norm) * half * 0.8 + (tx / norm) * 0.75;
      const ny = (tx / norm) * half * 0.8 + (ty / norm) * 0.75 + 0.35;
      const up = half * Math.cos(angle) < 0 ? 0.85 : 0.32;
      ctx.fillStyle = css(tone(spec, spec.foliage, Math.max(0, up + random.between(-0.15, 0.15))));
      ctx.beginPath();
      ctx.moveTo(px - (tx / norm) * 2.2, py - (ty / norm) * 2.2);
      ctx.quadraticCurveTo(px + nx * reach * 0.6 + 1, py + ny * reach * 0.45, px + nx * reach, py + ny * reach);
      ctx.lineTo(px + (tx / norm) * 2.2, py + (ty / norm) * 2.2);
      ctx.fill();
    }
  }
}

/** A clump of bamboo: three to five canes that fill the height. */
export function paintBamboo(ctx: SKRSContext2D, spec: TreeSpec, random: Random): void {
  const canes = random.whole(3, 4);
  for (let c = 0; c < canes; c += 1) {
    const x = 34 + (c / Math.max(1, canes - 1)) * 132 + random.between(-10, 10);
    const width = random.between(6.5, 10.5);
    const lean = random.between(-12, 12);
    const joint = random.between(34, 44);
    for (let y = 298; y > -10; y -= joint) {
      const shift = lean * (1 - y / 298);
      const side = spec.side > 0 ? 1 : -1;
      for (const [from, to, lambert] of [
        [-0.5, 0.5, 0.25],
        [-0.5 + (side > 0 ? 0.42 : 0.1), side > 0 ? 0.42 : 0.08, 0.85],
      ] as const) {
        ctx.fillStyle = css(tone(spec, spec.foliage, lambert));
        ctx.fillRect(x + shift + from * width, y - joint + 1.6, (to - from) * width, joint - 2.4);
      }
      ctx.fillStyle = css(tone(spec, spec.foliage, 0.05));
      ctx.fillRect(x + shift - width * 0.58, y - joint, width * 1.16, 1.8);
      if (y < 230) paintSpray(ctx, spec, random, x + shift, y - joint);
    }
  }
}

function paintSpray(ctx: SKRSContext2D, spec: TreeSpec, random: Random, x: number, y: number): void {
  const toward = random.chance(0.5) ? 1 : -1;
  const twigs = random.whole(5, 8);
  for (let i = 0; i < twigs; i += 1) {
    const angle = toward > 0 ? random.between(-0.6, 0.8) : Math.PI - random.between(-0.6, 0.8);
    const from = random.between(2, 18);
    const length = random.between(16, 28);
    const px = x + Math.cos(angle) * from;
    const py = y + Math.sin(angle) * from;
    ctx.fillStyle = css(tone(spec, spec.foliage, random.between(0.25, 1)));
    ctx.beginPath();
    ctx.moveTo(px, py);
    ctx.quadraticCurveTo(
      px + Math.cos(angle - 0.3) * length * 0.5,
      py + Math.sin(angle - 0.3) * length * 0.5 - 2,
      px + Math.cos(angle) * length,
      py + Math.sin(angle) * length + 6,
    );
    ctx.quadraticCurveTo(
      px + Math.cos(angle + 0.3) * length * 0.5,
      py + Math.sin(angle + 0.3) * length * 0.5 + 3,
      px,
      py,
    );
    ctx.fill();
  }
}
