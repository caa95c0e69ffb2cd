// Trees grown from a seed and lit like the scene: crowns of many small leaf strokes, conifers in drooping tiers, palms, bare wood, bamboo.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { css, mix, type Rgb } from '../scene/colour.js';
import { createRandom, type Random } from '../scene/random.js';
import type { Layer, Scene, TreeKind } from '../scene/scene.js';
import { type Board, codedCopy } from './board.js';
import { type TreeSpec, tone } from './tree-spec.js';
import { paintBamboo, paintPalm } from './tropical-trees.js';

const treeWidth = 200;
const treeHeight = 300;
const footX = 100;
const footY = 296;

/** Grows one tree on its own canvas of `scale` pixels per unit. */
function growTree(spec: TreeSpec, seed: number, scale: number): Canvas {
  const canvas = createCanvas(Math.ceil(treeWidth * scale), Math.ceil(treeHeight * scale));
  const ctx = canvas.getContext('2d');
  ctx.scale(scale, scale);
  const random = createRandom(seed, 631);
  if (spec.kind === 'conifer') paintConifer(ctx, spec, random);
  else if (spec.kind === 'palm') paintPalm(ctx, spec, random);
  else if (spec.kind === 'bamboo') paintBamboo(ctx, spec, random);
  else paintLeafTree(ctx, spec, random);
  return canvas;
}

function paintConifer(ctx: SKRSContext2D, spec: TreeSpec, random: Random): void {
  const tiers = random.whole(8, 10);
  const lean = random.between(-4, 4);
  const girth = random.between(58, 76);
  ctx.fillStyle = css(tone(spec, [92, 66, 48], 0.3));
  ctx.fillRect(footX - 5, 250, 10, footY - 250);
  const top = 34;
  const low = 274;
  // Boughs from the lowest tier up; each tier is a fan of needled strokes, darker inside, lit on the light's side.
  for (let tier = 0; tier < tiers; tier += 1) {
    const t = tier / (tiers - 1);
    const y = low - (low - top) * t ** 0.92;
    const reach = girth * (1 - t) ** 0.86 + 5;
    const drop = 24 - 9 * t;
    const boughs = Math.round(15 - 6 * t);
    const order = random.shuffle(Array.from({ length: boughs }, (_, i) => i));
    for (const pass of [0, 1]) {
      for (const i of order) {
        const spread = (i + 0.5) / boughs - 0.5;
        const x = footX + lean * t + spread * 2 * reach * random.between(0.86, 1.06);
        const tipY = y + drop * (1 - Math.abs(spread) * 0.9) * random.between(0.75, 1.1) - pass * 7;
        const facing = 0.5 + spread * spec.side * 0.95;
        const lambert = Math.max(0, facing * (pass === 0 ? 0.5 : 0.95) + random.between(-0.14, 0.14));
        const snowy = spec.snow && pass === 1 && random.chance(0.72);
        ctx.fillStyle = css(
          tone(spec, snowy ? [238, 244, 252] : spec.foliage, snowy ? 0.25 + lambert * 0.75 : lambert),
        );
        const rootX = footX + lean * t + spread * (2 + 8 * (1 - t));
        const rootY = y - 22 + 6 * t - pass * 3;
        const wide = 2.5 + 9 * (1 - t);
        ctx.beginPath();
        ctx.moveTo(rootX - wide * 0.5, rootY);
        ctx.quadraticCurveTo((rootX + x) / 2 - wide * 0.6, (rootY + tipY) / 2 + 5, x, tipY);
        ctx.quadraticCurveTo((rootX + x) / 2 + wide * 0.8, (rootY + tipY) / 2 - 6, rootX + wide * 0.6, rootY);
        ctx.fill();
      }
    }
  }
  // The leader: a slim tip over the last tier.
  for (const half of [-1, 1]) {
    const albedo: Rgb = spec.snow && half * spec.side > 0 ? [238, 244, 252] : spec.foliage;
    ctx.fillStyle = css(tone(spec, albedo, half * spec.side > 0 ? 0.85 : 0.25));
    ctx.beginPath();
    ctx.moveTo(footX + lean, top - 30);
    ctx.quadraticCurveTo(footX + lean + half * 2.5, top - 12, footX + lean + half * 8, top + 4);
    ctx.lineTo(footX + lean, top + 2);
    ctx.fill();
  }
}

/** Where leaves sit: a blob of the crown. */
interface Blob {
  x: number;
  y: number;
  r: number;
}

function flatCrown(random: Random): Blob[] {
  return Array.from({ length: 17 }, (_, i) => ({
    x: footX + (i / 16 - 0.5) * 176,
    y: 92 + Math.abs(i / 16 - 0.5) * 26 + random.between(-9, 9),
    r: random.between(15, 24) * (1 - Math.abs(i / 16 - 0.5) * 0.7),
  }));
}

function crownOf(kind: TreeKind, random: Random): Blob[] {
  const blobs: Blob[] = [];
  const narrow = kind === 'poplar' || kind === 'birch';
  // An acacia's crown is a flat roof.
  if (kind === 'acacia') return flatCrown(random);
  const wide = kind === 'poplar' ? 30 : kind === 'birch' ? 50 : kind === 'jungle' ? 84 : 78;
  const high = kind === 'poplar' ? 122 : kind === 'birch' ? 104 : kind === 'jungle' ? 66 : 88;
  const middle = kind === 'poplar' ? 138 : kind === 'jungle' ? 88 : kind === 'birch' ? 122 : 116;
  for (let i = 0; i < 15; i += 1) {
    const angle = (i / 15) * Math.PI * 2 + random.between(-0.3, 0.3);
    const away = random.between(0.35, 0.85);
    blobs.push({
      x: footX + Math.cos(angle) * wide * away,
      y: middle + Math.sin(angle) * high * away,
      r: random.between(0.34, 0.5) * Math.min(wide, high) + (narrow ? 13 : 8),
    });
  }
  blobs.push({ x: footX, y: middle, r: Math.min(wide, high) * 0.72 });
  return blobs.sort((a, b) => b.y - a.y);
}

/** Broad trees, birches, poplars, blossom and bare trees: branching wood, then leaves. */
function paintLeafTree(ctx: SKRSContext2D, spec: TreeSpec, random: Random): void {
  const bark: Rgb = spec.kind === 'birch' ? [226, 222, 212] : spec.kind === 'blossom' ? [88, 60, 58] : [104, 78, 58];
  const thick = spec.kind === 'birch' || spec.kind === 'poplar' ? 8 : spec.kind === 'jungle' ? 17 : 13;
  ctx.lineCap = 'round';
  const tips: [number, number][] = [];
  const grow = (x: number, y: number, angle: number, length: number, width: number, level: number): void => {
    const bend = random.between(-0.22, 0.22);
    const ex = x + Math.cos(angle + bend) * length;
    const ey = y + Math.sin(angle + bend) * length;
    for (const [shift, lambert, share] of [
      [0, 0.22, 1],
      [spec.side * width * 0.22, 0.75, 0.45],
    ] as const) {
      ctx.strokeStyle = css(tone(spec, bark, lambert));
      ctx.lineWidth = width * share;
      ctx.beginPath();
      ctx.moveTo(x + shift, y);
      ctx.quadraticCurveTo((x + ex) / 2 + shift + bend * 12, (y + ey) / 2, ex + shift, ey);
      ctx.stroke();
    }
    if (level === 0) {
      tips.push([ex, ey]);
      return;
    }
    const forks = level > 2 ? 3 : 2;
    for (let i = 0; i < forks; i += 1) {
      const turn = (i - (forks - 1) / 2) * random.between(0.5, 0.75) + random.between(-0.12, 0.12);
      grow(
        ex,
        ey,
        angle + turn,
        length * random.between(spec.kind === 'bare' ? 0.64 : 0.5, spec.kind === 'bare' ? 0.82 : 0.64),
        width * 0.62,
        level - 1,
      );
    }
  };
  const levels = spec.kind === 'bare' ? 5 : 3;
  const stem =
    spec.kind === 'jungle' || spec.kind === 'acacia'
      ? 118
      : spec.kind === 'poplar'
        ? 40
        : spec.kind === 'bare'
          ? 84
          : spec.kind === 'birch'
            ? 74
            : 78;
  grow(footX, footY + 3, -Math.PI / 2 + random.between(-0.06, 0.06), stem, thick, levels);
  if (spec.kind === 'birch') {
    ctx.fillStyle = css(tone(spec, [60, 56, 54], 0.3));
    for (let i = 0; i < 9; i += 1)
      ctx.fillRect(footX - 4 + random.between(0, 4), 200 + i * 10.5, random.between(2, 5), 1.6);
  }
  if (spec.kind === 'bare') {
    if (spec.snow) {
      ctx.fillStyle = css(tone(spec, [240, 245, 252], 0.8));
      for (const [x, y] of tips) ctx.fillRect(x - 3, y - 1.5, 6, 2.2);
    }
    return;
  }
  paintLeaves(ctx, spec, random);
}

/** Leaf strokes, dark ones first and low, bright ones on what faces the light. */
function paintLeaves(ctx: SKRSContext2D, spec: TreeSpec, random: Random): void {
  const blobs = crownOf(spec.kind, random);
  const flecks = spec.kind === 'blossom' ? 44 : 36;
  for (const { x, y, r } of blobs) {
    ctx.fillStyle = css(tone(spec, spec.foliage, 0.08));
    ctx.beginPath();
    ctx.arc(x, y, r * 0.8, 0, Math.PI * 2);
    ctx.fill();
  }
  const tops = [...blobs].sort((a, b) => a.y - b.y).reverse();
  for (const pass of [0, 1, 2]) {
    for (const { x, y, r } of tops) {
      for (let i = 0; i < flecks; i += 1) {
        const angle = random.next() * Math.PI * 2;
        const away = Math.sqrt(random.next()) * (pass === 0 ? 1.06 : 0.94);
        const dx = Math.cos(angle) * away;
        const dy = Math.sin(angle) * away;
        // Light from above and the side: the upper, lit shoulder of each blob is bright.
        const facing =
          0.42 + dx * spec.side * 0.36 - dy * 0.4 - ((y - 112) / 260) * 0.6 + ((x - 100) / 160) * spec.side * 0.3;
        if (pass === 2 && facing < 0.55) continue;
        const lambert = Math.max(0, facing * (0.5 + pass * 0.28) + random.between(-0.13, 0.13));
        const lively = pass === 2 && random.chance(0.3) ? mix(spec.foliage, [255, 240, 150], 0.2) : spec.foliage;
        const snowy = spec.snow && facing > 0.6 && pass === 2;
        ctx.fillStyle = css(tone(spec, snowy ? [240, 245, 252] : lively, lambert));
        const size = random.between(2.6, 5.4) * (pass === 2 ? 0.85 : 1.1);
        ctx.beginPath();
        ctx.ellipse(x + dx * r, y + dy * r, size, size * 0.62, random.between(-0.9, 0.9), 0, Math.PI * 2);
        ctx.fill();
      }
    }
  }
}

/** Paints a stand of trees: smaller and hazier behind, a few variants reused, never inside `clear`. */
export function paintTrees(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'trees' }>): void {
  const { width, height } = board;
  const random = createRandom(layer.seed, 632);
  const side = scene.light.from.x > 0.5 ? 1 : -1;
  const tall = layer.height * height;
  const scale = Math.min(3, Math.max(0.2, tall / treeHeight));
  const variants: Canvas[] = [];
  const codes: Canvas[] = [];
  const variantCount = Math.min(layer.count, layer.height > 0.4 ? 3 : 4);
  for (let i = 0; i < variantCount; i += 1) {
    const tint = mix(layer.foliage, i % 2 === 0 ? [200, 190, 90] : [40, 80, 90], random.between(0, 0.16));
    const spec = { kind: layer.tree, foliage: tint, snow: layer.snow, light: scene.light, depth: layer.depth, side };
    const tree = growTree(spec, layer.seed + i * 131, scale);
    variants.push(tree);
    codes.push(codedCopy(tree, 'plant', 70));
  }
  const places = Array.from({ length: layer.count }, (_, i) => ({
    x: ((i + 0.5 + random.bell() * 0.42) / layer.count) * 1.12 - 0.06,
    y: layer.y + random.next() ** 1.4 * layer.spread,
    size: random.between(0.72, 1.08),
    flip: random.chance(0.5),
  })).sort((a, b) => a.y - b.y);
  const { clear } = layer;
  places.forEach((place, i) => {
    const canvas = variants[i % variants.length];
    if (!canvas) return;
    const near = layer.spread > 0 ? (place.y - layer.y) / layer.spread : 0.5;
    const h = tall * place.size * (0.86 + 0.28 * near);
    const w = (h * treeWidth) / treeHeight;
    const x = place.x * width;
    if (clear && x + w * 0.3 > clear[0] * width && x - w * 0.3 < clear[2] * width) return;
    const y = place.y * height;
    treeShadow(board, scene, x, y, w, h);
    for (const [ctx, picture] of [
      [board.ctx, canvas],
      [board.map, codes[i % codes.length]],
    ] as const) {
      if (!picture) continue;
      ctx.save();
      ctx.translate(x, y);
      if (place.flip) ctx.scale(-1, 1);
      ctx.drawImage(picture, -w / 2, -h * (footY / treeHeight), w, h);
      ctx.restore();
    }
  });
}

/** The soft shade a tree throws on the ground, away from the light. */
function treeShadow(board: Board, scene: Scene, x: number, y: number, w: number, h: number): void {
  const { ctx } = board;
  const { shadow, from } = scene.light;
  const lean = Math.max(-1, Math.min(1, x / board.width - from.x));
  const reach = w * 0.42;
  ctx.save();
  ctx.translate(x + lean * h * 0.16 * shadow.length, y + h * 0.006);
  ctx.scale(1 + Math.abs(lean) * 0.5 * shadow.length, 0.16);
  const shade = ctx.createRadialGradient(0, 0, 0, 0, 0, reach);
  shade.addColorStop(0, css(shadow.colour, shadow.opacity * 0.95));
  shade.addColorStop(0.6, css(shadow.colour, shadow.opacity * 0.5));
  shade.addColorStop(1, css(shadow.colour, 0));
  ctx.fillStyle = shade;
  ctx.fillRect(-reach, -reach, reach * 2, reach * 2);
  ctx.restore();
}
