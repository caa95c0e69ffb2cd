// The last touches on a rendered drawing: light in the eyes of black animals, runs of all colours, textures of materials.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { MaterialName } from '../brief/vocabulary.js';
import { rainbowPigments } from './colour-targets.js';
import type { FractionBox } from './measure.js';
import { seededNumber } from './seeded.js';

const middleY = (box: FractionBox) => (box[1] + box[3]) / 2;
const areaOf = (box: FractionBox) => (box[2] - box[0]) * (box[3] - box[1]);

/** Of the dark spots found on an animal, the one or two that are its eyes: the highest, and its twin on the same level. */
export function eyesAmong(spots: readonly FractionBox[]): FractionBox[] {
  const high = spots.filter((spot) => middleY(spot) < 0.62).sort((one, other) => middleY(one) - middleY(other));
  const [first] = high;
  // More spots than a face has are markings.
  if (first === undefined || spots.length > 6) return [];
  const twin = high.slice(1).find((spot) => {
    const ratio = areaOf(spot) / areaOf(first);
    return middleY(spot) - middleY(first) < 0.1 && ratio > 0.4 && ratio < 2.5;
  });
  return twin === undefined ? [first] : [first, twin];
}

/** Gives eyes an amber iris with a dark pupil, so that a black animal still looks at us. */
export function lightEyes(canvas: Canvas, eyes: readonly FractionBox[]): void {
  const context = canvas.getContext('2d');
  for (const [x0, y0, x1, y1] of eyes) {
    const [x, y] = [((x0 + x1) / 2) * canvas.width, ((y0 + y1) / 2) * canvas.height];
    const [rx, ry] = [((x1 - x0) / 2) * canvas.width, ((y1 - y0) / 2) * canvas.height];
    const disc = (dx: number, dy: number, size: number, fill: string) => {
      context.fillStyle = fill;
      context.beginPath();
      context.ellipse(x + dx * rx, y + dy * ry, rx * size, ry * size, 0, 0, 2 * Math.PI);
      context.fill();
    };
    disc(0, 0, 1.08, '#e2ae3e');
    disc(0, 0, 0.66, '#17171b');
    disc(-0.26, -0.34, 0.26, '#ffffff');
  }
}

/** Paints `draw` over the canvas, multiplied, only where something is drawn. */
function multiplyOver(canvas: Canvas, draw: (context: SKRSContext2D) => void): void {
  const shape = createCanvas(canvas.width, canvas.height);
  shape.getContext('2d').drawImage(canvas, 0, 0);
  const layer = createCanvas(canvas.width, canvas.height);
  const context = layer.getContext('2d');
  draw(context);
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(canvas, 0, 0);
  const target = canvas.getContext('2d');
  target.globalCompositeOperation = 'multiply';
  target.drawImage(layer, 0, 0);
  // Multiplying two soft edges makes them harder: cut back to the edges there were.
  target.globalCompositeOperation = 'destination-in';
  target.drawImage(shape, 0, 0);
  target.globalCompositeOperation = 'source-over';
}

/** Runs the hues of the rainbow over a drawing that was painted white, from its upper left to its lower right. */
export function paintRainbow(canvas: Canvas): void {
  multiplyOver(canvas, (context) => {
    const gradient = context.createLinearGradient(0, 0, canvas.width * 0.8, canvas.height);
    rainbowPigments.forEach((pigment, index) => {
      gradient.addColorStop(index / (rainbowPigments.length - 1), pigment);
    });
    context.fillStyle = gradient;
    context.fillRect(0, 0, canvas.width, canvas.height);
  });
}

/** What a material is made to look like. */
export interface MaterialLook {
  /** Its colour unless another is asked for. */
  pigment: string | null;
  /** Everything but ink takes the pigment, not only the main colour. */
  whole: boolean;
  /** 0–1 */
  opacity: number;
  texture: 'none' | 'grain' | 'speckle' | 'bricks' | 'knit' | 'sheen';
}

/** By name. */
export const materialLooks: Readonly<Record<MaterialName, MaterialLook>> = {
  wood: { pigment: '#a8713f', whole: true, opacity: 1, texture: 'grain' },
  metal: { pigment: '#aab4be', whole: true, opacity: 1, texture: 'sheen' },
  glass: { pigment: '#bfe3f0', whole: true, opacity: 0.62, texture: 'sheen' },
  stone: { pigment: '#9a958c', whole: true, opacity: 1, texture: 'speckle' },
  paper: { pigment: '#f1e8d4', whole: true, opacity: 1, texture: 'none' },
  ice: { pigment: '#c8e8f6', whole: true, opacity: 0.86, texture: 'sheen' },
  cloth: { pigment: null, whole: false, opacity: 1, texture: 'knit' },
  plastic: { pigment: null, whole: false, opacity: 1, texture: 'sheen' },
  leather: { pigment: '#8a5a34', whole: false, opacity: 1, texture: 'speckle' },
  wool: { pigment: '#e6dccb', whole: false, opacity: 1, texture: 'knit' },
  brick: { pigment: '#b5654a', whole: true, opacity: 1, texture: 'bricks' },
  crystal: { pigment: '#d2c2f4', whole: true, opacity: 0.78, texture: 'sheen' },
};

const textures: Readonly<
  Record<MaterialLook['texture'], (context: SKRSContext2D, w: number, h: number, seed: number) => void>
> = {
  none: () => undefined,
  grain(context, w, h, seed) {
    context.strokeStyle = 'rgba(74, 40, 16, 0.32)';
    const step = h / 26;
    for (let line = 0; line < 30; line++) {
      context.lineWidth = step * (0.08 + seededNumber(seed, line) * 0.16);
      context.beginPath();
      const y = line * step;
      const swing = step * (0.6 + seededNumber(seed, 60 + line) * 1.6);
      context.moveTo(0, y);
      context.bezierCurveTo(w * 0.3, y - swing, w * 0.6, y + swing, w, y - swing * 0.4);
      context.stroke();
    }
  },
  speckle(context, w, h, seed) {
    const size = Math.max(w, h) / 130;
    for (let dot = 0; dot < 420; dot++) {
      context.fillStyle = dot % 2 === 0 ? 'rgba(40, 36, 34, 0.22)' : 'rgba(90, 84, 80, 0.18)';
      context.beginPath();
      context.arc(
        seededNumber(seed, dot * 2) * w,
        seededNumber(seed, dot * 2 + 1) * h,
        size * (0.4 + seededNumber(seed, 900 + dot)),
        0,
        7,
      );
      context.fill();
    }
  },
  bricks(context, w, h) {
    const tall = h / 16;
    context.strokeStyle = 'rgba(70, 34, 24, 0.5)';
    context.lineWidth = tall * 0.14;
    for (let row = 0; row < 17; row++) {
      context.strokeRect(-tall, row * tall, w + 2 * tall, tall);
      for (let x = (row % 2) * tall * 1.2; x < w; x += tall * 2.4) context.strokeRect(x, row * tall, 0.01, tall);
    }
  },
  knit(context, w, h) {
    const step = Math.max(w, h) / 44;
    context.strokeStyle = 'rgba(60, 40, 50, 0.16)';
    context.lineWidth = step * 0.2;
    for (let y = 0; y < h + step; y += step)
      for (let x = 0; x < w + step; x += step) {
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(x + step / 2, y + step * 0.6);
        context.lineTo(x + step, y);
        context.stroke();
      }
  },
  sheen: () => undefined,
};

/** Lays the texture of a material over the drawing, lightens it where light would glance off, and thins it if clear. */
export function applyMaterial(canvas: Canvas, material: MaterialName, seed: number): void {
  const { texture, opacity } = materialLooks[material];
  const { width, height } = canvas;
  multiplyOver(canvas, (context) => {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    textures[texture](context, width, height, seed);
  });
  const context = canvas.getContext('2d');
  if (texture === 'sheen') {
    context.globalCompositeOperation = 'source-atop';
    const gradient = context.createLinearGradient(0, 0, width, height);
    for (const [at, light] of [
      [0, 0.1],
      [0.28, 0.55],
      [0.36, 0.1],
      [0.62, 0.02],
      [0.72, 0.32],
      [0.8, 0],
    ] as const)
      gradient.addColorStop(at, `rgba(255, 255, 255, ${light})`);
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  }
  if (opacity < 1) {
    context.globalCompositeOperation = 'destination-in';
    context.fillStyle = `rgba(0, 0, 0, ${opacity})`;
    context.fillRect(0, 0, width, height);
  }
  context.globalCompositeOperation = 'source-over';
}
