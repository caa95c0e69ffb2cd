// Draws what carries letters: sign board, banner, paper, book, screen, neon sign, and so on, with the text exactly as given.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { pigments } from '../artwork/colour-targets.js';
import type { FractionBox } from '../artwork/measure.js';
import type { ColourName } from '../brief/vocabulary.js';
import { carriers, type SignCarrier } from './carriers.js';
import { fitText, lineHeightEm, type MeasureLine } from './fit-text.js';
import { fontFamilies, type Hand } from './fonts.js';

export interface SignRequest {
  /** Lettered as it stands; line feeds are kept. */
  text: string;
  carrier: SignCarrier;
  /** The board never grows beyond this; pixels, 16–4096. */
  maxWidthPx: number;
  maxHeightPx: number;
  /** Colour of the letters; null picks what reads best on the carrier. */
  colour?: ColourName | null;
  /** Colour of the board, paper or cloth; null keeps the carrier's own. */
  boardColour?: ColourName | null;
  hand?: Hand;
  /** Stand the sign on a post below the board (carrier `sign` only). */
  post?: boolean;
  /** Seed of small differences, [0, 2^32). */
  variant: number;
}

export interface DrawnSign {
  /** Transparent, cropped to the carrier and its post. */
  canvas: Canvas;
  /** Where the letters stand, fractions of the canvas. */
  textBox: FractionBox;
  /** The board without its post, fractions of the canvas. */
  boardBox: FractionBox;
  /** Where two hands grip it, fractions of the canvas: left and right edge, or one point on the post twice. */
  grips: readonly [readonly [number, number], readonly [number, number]];
  /** Height of a capital letter in pixels: below 8 nobody reads it. */
  letterHeightPx: number;
}

/** Right-to-left scripts: Hebrew, Arabic and their presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

function measureWith(context: SKRSContext2D, families: string): MeasureLine {
  context.font = `100px ${families}`;
  return (line) => context.measureText(line).width / 100;
}

/** WCAG relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const part = (shift: number) => {
    const channel = ((value >> shift) & 255) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

/** WCAG contrast ratio, 1–21. */
export function contrastRatio(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function hexOf(name: ColourName | null | undefined): string | undefined {
  if (name === null || name === undefined) return undefined;
  return name === 'rainbow' ? pigments.purple : pigments[name];
}

/** Shades a hex colour towards black or white until it stands out from `ground` (contrast ≥ 3.2). */
function readable(ink: string, ground: string): string {
  const towards = luminance(ground) > 0.2 ? 0 : 255;
  for (let step = 0; step <= 10; step++) {
    const value = Number.parseInt(ink.slice(1), 16);
    const mixed = [16, 8, 0]
      .map((shift) => Math.round(((value >> shift) & 255) * (1 - step / 10) + (towards * step) / 10))
      .map((channel) => channel.toString(16).padStart(2, '0'))
      .join('');
    if (contrastRatio(`#${mixed}`, ground) >= 3.2) return `#${mixed}`;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}

/** Draws a sign. Throws a RangeError for a size outside 16–4096; an empty text gives an empty board. */
export function drawSign(request: SignRequest): DrawnSign {
  const { maxWidthPx, maxHeightPx } = request;
  if (!(maxWidthPx >= 16 && maxWidthPx <= 4096 && maxHeightPx >= 16 && maxHeightPx <= 4096))
    throw new RangeError(`sign of ${maxWidthPx} × ${maxHeightPx} px: each side must be 16–4096`);
  const carrier = carriers[request.carrier];
  const families = fontFamilies(request.hand ?? carrier.hand);
  const measure = measureWith(createCanvas(1, 1).getContext('2d'), families);
  const post = request.carrier === 'sign' && (request.post ?? false);
  const boardHeight = maxHeightPx * (post ? 0.55 : 1);
  const [padX, padY] = carrier.padding;
  const fitted = fitText(request.text, measure, maxWidthPx * (1 - 2 * padX), boardHeight * (1 - 2 * padY));
  // The board closes around the letters but keeps a shape that reads as a board.
  const snugHeight = fitted.height / (1 - 2 * padY);
  const width = Math.ceil(
    Math.min(maxWidthPx, Math.max(fitted.width / (1 - 2 * padX), snugHeight * carrier.leastAspect, 16)),
  );
  const height = Math.ceil(Math.min(boardHeight, Math.max(snugHeight, width / carrier.mostAspect)));
  const canvas = createCanvas(width, post ? Math.min(Math.floor(maxHeightPx), Math.ceil(height / 0.55)) : height);
  const context = canvas.getContext('2d');
  const ground = hexOf(request.boardColour) ?? carrier.ground;
  carrier.paint(context, { width, height, ground, variant: request.variant, postTo: post ? canvas.height : null });
  const ink = readable(hexOf(request.colour) ?? carrier.ink, ground);
  const { size, lines } = fitted;
  context.font = `${size}px ${families}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const top = (height - lines.length * lineHeightEm * size) / 2 + carrier.shiftY * height;
  lines.forEach((line, index) => {
    const leftwards = rightToLeft.test(line);
    context.direction = leftwards ? 'rtl' : 'ltr';
    // 0.96 em from the top of a line to its base line centres Latin capitals and Han alike to within 3 %.
    // Centred by their ink: a full-width comma at the end of a line is half empty. (Skia reports the ink of leftward
    // lines from their other end; they are centred by their advance.)
    const { actualBoundingBoxLeft, actualBoundingBoxRight } = context.measureText(line);
    const middle = width / 2 + (leftwards ? 0 : (actualBoundingBoxLeft - actualBoundingBoxRight) / 2);
    carrier.letter(context, line, middle, top + (index * lineHeightEm + 0.97) * size, ink, size);
  });
  const fraction = (y: number) => y / canvas.height;
  const textTop = Math.max(0, top);
  return {
    canvas,
    textBox: [
      0.5 - fitted.width / width / 2,
      fraction(textTop),
      0.5 + fitted.width / width / 2,
      fraction(Math.min(height, textTop + fitted.height)),
    ],
    boardBox: [0, 0, 1, fraction(height)],
    grips: post
      ? [
          [0.5, fraction(height + (canvas.height - height) * 0.45)],
          [0.5, fraction(height + (canvas.height - height) * 0.6)],
        ]
      : [
          [0.02, 0.62],
          [0.98, 0.62],
        ],
    letterHeightPx: size * 0.73,
  };
}
