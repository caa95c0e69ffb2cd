// The last touches: light that blooms, corners that darken, and the palette words as one colour table over the whole picture.
import { createCanvas } from '@napi-rs/canvas';
import type { ColourName, PaletteName } from '../brief/vocabulary.js';
import { fromOklab, toOklab } from '../scene/colour.js';
import { colourOf } from '../scene/colour-names.js';
import type { Grade, Scene } from '../scene/scene.js';
import type { Board } from './board.js';
import { ditherAt } from './noise.js';

/** Blooms and vignettes the board; palette words are applied to its pixels when there are any. */
export function finish(board: Board, scene: Scene): void {
  const { ctx, width, height } = board;
  bloom(board, scene.grade.bloom);
  const corner = ctx.createRadialGradient(
    width / 2,
    height * 0.48,
    Math.min(width, height) * 0.42,
    width / 2,
    height * 0.5,
    Math.hypot(width, height) * 0.56,
  );
  corner.addColorStop(0, 'rgba(10,8,24,0)');
  corner.addColorStop(0.5, `rgba(10,8,24,${(scene.grade.vignette * 0.25).toFixed(3)})`);
  corner.addColorStop(1, `rgba(10,8,24,${scene.grade.vignette.toFixed(3)})`);
  ctx.fillStyle = corner;
  ctx.fillRect(0, 0, width, height);
  if (needsTable(scene.grade)) applyTable(board, scene.grade);
}

/** Bright parts shine over their surroundings. */
function bloom(board: Board, strength: number): void {
  const { width, height } = board;
  const w = Math.ceil(width / 6);
  const h = Math.ceil(height / 6);
  const small = createCanvas(w, h);
  const own = small.getContext('2d');
  own.drawImage(board.canvas, 0, 0, w, h);
  // Squaring twice leaves only what is bright.
  own.globalCompositeOperation = 'multiply';
  own.drawImage(small, 0, 0);
  own.drawImage(small, 0, 0);
  const soft = createCanvas(w, h);
  const blur = soft.getContext('2d');
  blur.filter = `blur(${Math.max(1, Math.min(w, h) * 0.03)}px)`;
  blur.drawImage(small, 0, 0);
  board.ctx.save();
  board.ctx.globalCompositeOperation = 'screen';
  board.ctx.globalAlpha = strength;
  board.ctx.drawImage(soft, 0, 0, width, height);
  board.ctx.restore();
}

function needsTable(grade: Grade): boolean {
  return grade.palettes.length > 0 || grade.tint !== null || grade.without.length > 0;
}

/** One colour in Oklab through all palette words, the tint and the colours to avoid; Oklab again. */
export function gradeColour(l: number, a: number, b: number, grade: Grade): [number, number, number] {
  let [light, green, yellow] = [l, a, b];
  const steps: Record<PaletteName, () => void> = {
    pastel: () => {
      light = 0.34 + light * 0.66;
      green *= 0.62;
      yellow *= 0.62;
    },
    neon: () => {
      light = light * 0.92;
      green *= 1.55;
      yellow *= 1.55;
    },
    monochrome: () => {
      green = 0;
      yellow = 0;
    },
    sepia: () => {
      green = green * 0.12 + 0.018;
      yellow = yellow * 0.12 + 0.052;
    },
    warm: () => {
      green += 0.014;
      yellow += 0.03;
    },
    cool: () => {
      green -= 0.01;
      yellow -= 0.034;
    },
    vivid: () => {
      green *= 1.3;
      yellow *= 1.3;
      light += (light - 0.6) * 0.08;
    },
    muted: () => {
      green *= 0.6;
      yellow *= 0.6;
    },
    dark: () => {
      light *= 0.78;
    },
    bright: () => {
      light = 0.12 + light * 0.9;
    },
    vintage: () => {
      light = 0.08 + light * 0.86;
      green = green * 0.7 + 0.006;
      yellow = yellow * 0.7 + 0.022;
    },
  };
  for (const palette of grade.palettes) steps[palette]();
  if (grade.tint) {
    const [, ta, tb] = toOklab(colourOf(grade.tint));
    green = green * 0.3 + ta * 0.62;
    yellow = yellow * 0.3 + tb * 0.62;
  }
  for (const name of grade.without) [green, yellow] = avoid(green, yellow, name);
  return [Math.min(1, Math.max(0, light)), green, yellow];
}

/** Turns colours away from a hue that must not appear; greys cannot be avoided this way and stay. */
function avoid(a: number, b: number, name: ColourName): [number, number] {
  const [, ta, tb] = toOklab(colourOf(name));
  const target = Math.hypot(ta, tb);
  const chroma = Math.hypot(a, b);
  if (target < 0.04 || chroma < 0.015) return [a, b];
  const likeness = (a * ta + b * tb) / (target * chroma);
  if (likeness < 0.8) return [a, b];
  const fade = 1 - Math.min(1, (likeness - 0.8) / 0.12);
  return [a * fade, b * fade];
}

const side = 25;

/** Applies the grade through a 25³ table with trilinear look-up and dither. */
function applyTable(board: Board, grade: Grade): void {
  const table = new Float32Array(side ** 3 * 3);
  const step = 255 / (side - 1);
  for (let r = 0; r < side; r += 1) {
    for (let g = 0; g < side; g += 1) {
      for (let b = 0; b < side; b += 1) {
        const [l, x, y] = toOklab([r * step, g * step, b * step]);
        table.set(fromOklab(...gradeColour(l, x, y, grade)), ((r * side + g) * side + b) * 3);
      }
    }
  }
  const image = board.ctx.getImageData(0, 0, board.width, board.height);
  const { data } = image;
  for (let i = 0, pixel = 0; i < data.length; i += 4, pixel += 1) {
    const r = (data[i] as number) / step;
    const g = (data[i + 1] as number) / step;
    const b = (data[i + 2] as number) / step;
    const ri = Math.min(side - 2, r | 0);
    const gi = Math.min(side - 2, g | 0);
    const bi = Math.min(side - 2, b | 0);
    const fr = r - ri;
    const fg = g - gi;
    const fb = b - bi;
    const noise = ditherAt(pixel % board.width, (pixel / board.width) | 0);
    const base = ((ri * side + gi) * side + bi) * 3;
    for (let c = 0; c < 3; c += 1) {
      const at = base + c;
      const c00 = (table[at] as number) * (1 - fb) + (table[at + 3] as number) * fb;
      const c01 = (table[at + side * 3] as number) * (1 - fb) + (table[at + side * 3 + 3] as number) * fb;
      const far = at + side * side * 3;
      const c10 = (table[far] as number) * (1 - fb) + (table[far + 3] as number) * fb;
      const c11 = (table[far + side * 3] as number) * (1 - fb) + (table[far + side * 3 + 3] as number) * fb;
      data[i + c] = (c00 * (1 - fg) + c01 * fg) * (1 - fr) + (c10 * (1 - fg) + c11 * fg) * fr + noise;
    }
  }
  board.ctx.putImageData(image, 0, 0);
}
