// A street in one-point perspective: house fronts on both sides drawn flat, then drawn again in narrow slices toward the vanishing point.
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { adjust, css, mix, type Rgb } from '../scene/colour.js';
import { createRandom, type Random } from '../scene/random.js';
import type { Layer, Scene, StreetStyle } from '../scene/scene.js';
import { type Board, codedCopy } from './board.js';
import { paintGround } from './ground.js';
import { hazeAt, litColour } from './pixels.js';

type StreetLayer = Extract<Layer, { kind: 'street' }>;

/** Paints ground and both house rows. */
export function paintStreet(board: Board, scene: Scene, layer: StreetLayer): void {
  const { width, height } = board;
  const random = createRandom(layer.seed, 711);
  if (layer.frontal) {
    paintAcross(board, scene, layer, random);
    return;
  }
  const vx = layer.vanishing.x * width;
  const vy = layer.vanishing.y * height;
  const stone: Rgb =
    layer.road === 'asphalt' ? [104, 106, 112] : layer.road === 'cobbles' ? [148, 138, 126] : [190, 186, 182];
  paintGround(board, scene, {
    kind: 'ground',
    seed: layer.seed,
    ground: layer.road,
    top: layer.vanishing.y,
    albedo: stone,
    tint: null,
    way: null,
    wet: false,
  });
  paintPavements(board, scene, layer, vx, vy);
  // Where the houses' feet leave the frame at each side, and how far they reach toward the middle.
  const footY = vy + (height - vy) * 0.62;
  const roofY = vy - (height - vy) * (layer.style === 'modern' ? 1.9 : 1.15);
  for (const side of [-1, 1]) {
    const front = drawFronts(scene, layer.style, random, side);
    const edge = side < 0 ? -width * 0.02 : width * 1.02;
    const far = vx + (edge - vx) * 0.17;
    sliceFronts(board, scene, front, { edge, far, vx, vy, footY, roofY });
  }
}

/** The street seen from its other side: a row of fronts, pavement, and the road across. */
function paintAcross(board: Board, scene: Scene, layer: StreetLayer, random: Random): void {
  const { width, height, ctx } = board;
  const y0 = layer.kerb ? layer.vanishing.y + 0.055 : Math.max(layer.vanishing.y + 0.05, layer.feet[0] - 0.085);
  const y1 = layer.kerb ? Math.max(y0 + 0.05, layer.feet[0] - 0.05) : Math.min(0.985, layer.feet[1] + 0.05);
  const foot = (y0 - 0.045) * height;
  paintGround(board, scene, {
    kind: 'ground',
    seed: layer.seed,
    ground: 'paving',
    top: foot / height,
    albedo: [186, 180, 174],
    tint: null,
    way: { kind: 'across', y0, y1 },
    wet: false,
  });
  const front = drawFronts(scene, layer.style, random, random.chance(0.5) ? 1 : -1);
  const tall = foot * 0.98;
  const wide = (tall * 1400) / 512;
  const code = codedCopy(front, 'building', 110);
  for (let x = -random.next() * wide * 0.4; x < width; x += wide - 2) {
    ctx.drawImage(front, x, foot - tall, wide, tall);
    board.map.drawImage(code, x, foot - tall, wide, tall);
  }
  ctx.fillStyle = css(scene.light.shadow.colour, 0.28);
  ctx.fillRect(0, foot, width, height * 0.008);
}

interface Frame {
  edge: number;
  far: number;
  vx: number;
  vy: number;
  footY: number;
  roofY: number;
}

/** Draws the flat fronts column by column: evenly in the street's depth, so densely toward the vanishing point. */
function sliceFronts(board: Board, scene: Scene, front: Canvas, { edge, far, vx, vy, footY, roofY }: Frame): void {
  const from = Math.round(Math.min(edge, far));
  const to = Math.round(Math.max(edge, far));
  const step = 2;
  const near = Math.abs(edge - vx);
  const farScale = Math.abs((far - vx) / near);
  hazeFront(front, scene, farScale);
  const code = codedCopy(front, 'building', 110);
  for (let x = from; x < to; x += step) {
    const scale = Math.abs(x - vx) / near;
    // Distance along the street grows as 1 / scale.
    const along = (1 / scale - 1) / (1 / farScale - 1);
    const source = Math.min(front.width - 2, Math.max(0, along * (front.width - 2)));
    const top = vy + (roofY - vy) * scale;
    const tall = vy + (footY - vy) * scale - top;
    board.ctx.drawImage(front, source, 0, 2, front.height, x, top, step + 0.6, tall);
    board.map.drawImage(code, source / 2, 0, 1, code.height, x, top, step + 0.6, tall);
  }
}

/** Lays haze over the far end of a flat row of fronts, only where there are fronts. */
function hazeFront(front: Canvas, scene: Scene, farScale: number): void {
  const ctx = front.getContext('2d');
  const haze = ctx.createLinearGradient(0, 0, front.width, 0);
  for (let i = 0; i <= 8; i += 1) {
    const along = i / 8;
    const scale = 1 / (1 + along * (1 / farScale - 1));
    haze.addColorStop(along, css(scene.light.haze, hazeAt(scene.light, (1 - scale) ** 1.5) * 0.8));
  }
  ctx.globalCompositeOperation = 'source-atop';
  ctx.fillStyle = haze;
  ctx.fillRect(0, 0, front.width, front.height);
  ctx.globalCompositeOperation = 'source-over';
}

const wallTones: Record<StreetStyle, Rgb[]> = {
  modern: [
    [176, 150, 130],
    [150, 160, 172],
    [196, 186, 172],
    [140, 120, 112],
    [186, 170, 150],
  ],
  shops: [
    [206, 150, 116],
    [226, 204, 168],
    [150, 170, 172],
    [196, 120, 104],
    [222, 190, 140],
  ],
  ancient: [
    [150, 104, 78],
    [172, 128, 96],
    [128, 88, 70],
  ],
  village: [
    [232, 214, 186],
    [222, 196, 160],
    [240, 232, 216],
  ],
};

/** A row of house fronts, flat: 1400 × 512 pixels, sky above the roofs transparent. */
function drawFronts(scene: Scene, style: StreetStyle, random: Random, side: number): Canvas {
  const canvas = createCanvas(1400, 512);
  const ctx = canvas.getContext('2d');
  // The row that faces the light is bright, the other lies in shade.
  const facing = (side < 0 ? scene.light.from.x > 0.5 : scene.light.from.x < 0.5) ? 0.78 : 0.26;
  const lit = (albedo: Rgb, lambert = facing): string => css(litColour(albedo, scene.light, lambert));
  let x = 0;
  while (x < 1400) {
    const w = random.between(150, 250);
    const top = style === 'modern' ? random.between(0, 200) : random.between(90, 190);
    const wall = random.pick(wallTones[style]);
    ctx.fillStyle = lit(wall);
    ctx.fillRect(x, top, w - 2, 512 - top);
    ctx.fillStyle = lit(adjust(wall, -0.12), facing * 0.6);
    ctx.fillRect(x + w - 5, top, 4, 512 - top);
    if (style === 'ancient') drawEaves(ctx, x, top, w, lit);
    else {
      ctx.fillStyle = lit(adjust(wall, 0.08));
      ctx.fillRect(x - 3, top, w + 4, 12);
      ctx.fillStyle = lit(adjust(wall, -0.16), facing * 0.5);
      ctx.fillRect(x, top + 12, w - 2, 5);
    }
    drawFrontWindows(ctx, scene, random, style, x, top, w, lit);
    drawGroundFloor(ctx, scene, random, style, x, w, lit);
    x += w;
  }
  return canvas;
}

type Context = ReturnType<Canvas['getContext']>;
type Lit = (albedo: Rgb, lambert?: number) => string;

function drawEaves(ctx: Context, x: number, top: number, w: number, lit: Lit): void {
  for (const [y, reach] of [
    [top, 18],
    [top + 150, 12],
  ] as const) {
    ctx.fillStyle = lit([74, 78, 88]);
    ctx.beginPath();
    ctx.moveTo(x - reach, y + 26);
    ctx.quadraticCurveTo(x + w * 0.1, y + 14, x + w * 0.16, y - 14);
    ctx.lineTo(x + w * 0.84, y - 14);
    ctx.quadraticCurveTo(x + w * 0.9, y + 14, x + w + reach, y + 26);
    ctx.lineTo(x + w, y + 34);
    ctx.lineTo(x, y + 34);
    ctx.fill();
    ctx.fillStyle = lit([52, 54, 62], 0.1);
    ctx.fillRect(x, y + 30, w, 8);
  }
}

function drawFrontWindows(
  ctx: Context,
  scene: Scene,
  random: Random,
  style: StreetStyle,
  x: number,
  top: number,
  w: number,
  lit: Lit,
): void {
  const rows = Math.floor((356 - top) / 74);
  const columns = Math.max(2, Math.round(w / 62));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const wx = x + (w * (column + 0.5)) / columns - 15;
      const wy = top + 38 + row * 74;
      const glow = scene.light.dark && random.chance(0.55);
      ctx.fillStyle = lit([240, 236, 228], 0.6);
      ctx.fillRect(wx - 4, wy - 4, 38, 52);
      ctx.fillStyle = glow
        ? css(
            random.pick<Rgb>([
              [255, 208, 122],
              [255, 226, 164],
              [255, 190, 104],
            ]),
          )
        : lit([88, 112, 138], 0.7);
      ctx.fillRect(wx, wy, 30, 44);
      ctx.fillStyle = style === 'ancient' ? lit([92, 58, 42]) : lit([236, 232, 224], 0.5);
      ctx.fillRect(wx + 13.5, wy, 3, 44);
      ctx.fillRect(wx, wy + 18, 30, 3);
    }
  }
}

function drawGroundFloor(
  ctx: Context,
  scene: Scene,
  random: Random,
  style: StreetStyle,
  x: number,
  w: number,
  lit: Lit,
): void {
  const glow = scene.light.dark;
  const shop: Rgb = random.pick<Rgb>([
    [64, 92, 88],
    [122, 48, 48],
    [52, 64, 96],
    [150, 104, 56],
    [84, 70, 96],
  ]);
  ctx.fillStyle = style === 'ancient' ? lit([104, 66, 46]) : lit(shop);
  ctx.fillRect(x, 392, w - 2, 120);
  ctx.fillStyle = glow ? css([255, 214, 140]) : lit([120, 146, 160], 0.75);
  ctx.fillRect(x + w * 0.08, 416, w * 0.5, 70);
  ctx.fillStyle = glow ? css([240, 180, 100]) : lit([84, 100, 112], 0.6);
  ctx.fillRect(x + w * 0.68, 410, w * 0.2, 102);
  if (style === 'ancient') {
    for (let i = 0; i < 3; i += 1) {
      const lx = x + w * (0.2 + i * 0.3);
      ctx.fillStyle = css(glow ? [255, 110, 60] : litColour([206, 52, 42], scene.light, 0.8));
      ctx.beginPath();
      ctx.ellipse(lx, 384, 11, 15, 0, 0, Math.PI * 2);
      ctx.fill();
    }
    return;
  }
  const stripe: Rgb = random.pick<Rgb>([
    [206, 74, 62],
    [70, 130, 116],
    [226, 160, 66],
    [84, 110, 160],
  ]);
  for (let i = 0; i < 8; i += 1) {
    ctx.fillStyle = lit(i % 2 === 0 ? stripe : [246, 240, 228], 0.85);
    ctx.beginPath();
    ctx.moveTo(x + (w * i) / 8, 378);
    ctx.lineTo(x + (w * (i + 1)) / 8, 378);
    ctx.lineTo(x + (w * (i + 1)) / 8, 404);
    ctx.arc(x + (w * (i + 0.5)) / 8, 404, w / 16, 0, Math.PI);
    ctx.fill();
  }
}

/** Pavements, kerbs and the broken middle line. */
function paintPavements(board: Board, scene: Scene, layer: StreetLayer, vx: number, vy: number): void {
  const { ctx, width, height } = board;
  if (layer.road === 'cobbles') return;
  const low = height * 1.02;
  const paving = mix(litColour([190, 184, 178], scene.light, 0.6), scene.light.haze, 0.08);
  for (const side of [-1, 1]) {
    const kerb = width / 2 + side * width * 0.5;
    const wall = width / 2 + side * width * 1.5;
    ctx.fillStyle = css(paving);
    ctx.beginPath();
    ctx.moveTo(vx, vy);
    ctx.lineTo(kerb, low);
    ctx.lineTo(wall, low);
    ctx.fill();
    ctx.strokeStyle = css(litColour([226, 222, 216], scene.light, 0.8));
    ctx.lineWidth = Math.max(1, width * 0.003);
    ctx.beginPath();
    ctx.moveTo(vx, vy);
    ctx.lineTo(kerb, low);
    ctx.stroke();
  }
  ctx.fillStyle = css(litColour([240, 236, 224], scene.light, 0.7), 0.8);
  for (let i = 0; i < 9; i += 1) {
    const t0 = 0.05 * 1.5 ** i;
    const t1 = t0 * 1.26;
    const at = (t: number, offset: number): [number, number] => [
      vx + (width / 2 - vx + offset * width) * t,
      vy + (low - vy) * t,
    ];
    ctx.beginPath();
    ctx.moveTo(...at(t0, -0.011));
    ctx.lineTo(...at(t0, 0.011));
    ctx.lineTo(...at(t1, 0.011));
    ctx.lineTo(...at(t1, -0.011));
    ctx.fill();
  }
}
