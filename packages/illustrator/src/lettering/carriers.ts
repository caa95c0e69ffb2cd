// The things that carry letters, each a few strokes of Skia: how it looks, how its letters look, how much margin it needs.
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { BriefLettering } from '../brief/brief.js';
import type { Hand } from './fonts.js';

/** What letters can stand on; `none` is lettering by itself. */
export type SignCarrier = BriefLettering['carrier'];

/** What a carrier is told when it paints its board. */
interface Board {
  width: number;
  height: number;
  /** `#rrggbb` */
  ground: string;
  variant: number;
  /** Lower end of the post in pixels, null without one. */
  postTo: number | null;
}

interface Carrier {
  hand: Hand;
  /** Margin left and right, top and bottom, as shares of the board. */
  padding: readonly [number, number];
  /** Shape of the board, width ÷ height. */
  leastAspect: number;
  mostAspect: number;
  /** Letters sit this share of the height below the middle. */
  shiftY: number;
  ground: string;
  ink: string;
  paint(context: SKRSContext2D, board: Board): void;
  letter(context: SKRSContext2D, line: string, x: number, y: number, ink: string, size: number): void;
}

/** `#rrggbb` moved towards white (amount > 0) or black (amount < 0), amount −1…1. */
function shade(hex: string, amount: number): string {
  const value = Number.parseInt(hex.slice(1), 16);
  const target = amount > 0 ? 255 : 0;
  const mixed = [16, 8, 0].map((shift) => {
    const channel = (value >> shift) & 255;
    return Math.round(channel + (target - channel) * Math.abs(amount));
  });
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function fall(context: SKRSContext2D, height: number, from: string, to: string) {
  const gradient = context.createLinearGradient(0, 0, 0, height);
  gradient.addColorStop(0, from);
  gradient.addColorStop(1, to);
  return gradient;
}

function roundRect(context: SKRSContext2D, x: number, y: number, w: number, h: number, radius: number): void {
  context.beginPath();
  context.roundRect(x, y, w, h, radius);
}

const plainLetter: Carrier['letter'] = (context, line, x, y, ink) => {
  context.fillStyle = ink;
  context.fillText(line, x, y);
};

/** A white board in a wooden frame, on a post when asked. */
function paintSign(context: SKRSContext2D, { width, height, ground, postTo }: Board): void {
  const edge = Math.max(2, Math.min(width, height) * 0.055);
  if (postTo !== null) {
    const thick = Math.max(3, Math.min(width * 0.07, height * 0.16));
    const gradient = context.createLinearGradient(width / 2 - thick, 0, width / 2 + thick, 0);
    gradient.addColorStop(0.2, '#a8754a');
    gradient.addColorStop(0.8, '#7a4f30');
    context.fillStyle = gradient;
    roundRect(context, width / 2 - thick / 2, height * 0.5, thick, postTo - height * 0.5, thick * 0.3);
    context.fill();
  }
  context.fillStyle = fall(context, height, '#b98456', '#8a5a38');
  roundRect(context, 0, 0, width, height, edge * 1.4);
  context.fill();
  context.fillStyle = fall(context, height, shade(ground, 0.35), shade(ground, -0.07));
  roundRect(context, edge, edge, width - 2 * edge, height - 2 * edge, edge * 0.7);
  context.fill();
}

/** A cloth strip whose lower edge sags a little, with folded ends. */
function paintBanner(context: SKRSContext2D, { width, height, ground }: Board): void {
  const tail = Math.min(width * 0.09, height * 0.5);
  context.fillStyle = shade(ground, -0.32);
  for (const side of [-1, 1]) {
    const outer = side < 0 ? 0 : width;
    context.beginPath();
    context.moveTo(outer, height * 0.22);
    context.lineTo(outer - side * tail * 1.5, height * 0.22);
    context.lineTo(outer - side * tail * 1.5, height);
    context.lineTo(outer, height);
    context.lineTo(outer - side * tail * 0.45, height * 0.61);
    context.closePath();
    context.fill();
  }
  context.fillStyle = fall(context, height, shade(ground, 0.1), shade(ground, -0.12));
  context.fillRect(tail, 0, width - 2 * tail, height * 0.84);
}

/** A sheet of paper with a folded corner. */
function paintPaper(context: SKRSContext2D, { width, height, ground }: Board): void {
  const fold = Math.min(width, height) * 0.13;
  context.fillStyle = fall(context, height, shade(ground, 0.5), shade(ground, -0.05));
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(width - fold, 0);
  context.lineTo(width, fold);
  context.lineTo(width, height);
  context.lineTo(0, height);
  context.closePath();
  context.fill();
  context.fillStyle = shade(ground, -0.16);
  context.beginPath();
  context.moveTo(width - fold, 0);
  context.lineTo(width - fold, fold);
  context.lineTo(width, fold);
  context.closePath();
  context.fill();
}

/** A closed book seen from the front: cover, spine, pages below. */
function paintBook(context: SKRSContext2D, { width, height, ground }: Board): void {
  const page = Math.max(2, height * 0.05);
  context.fillStyle = shade(ground, -0.35);
  roundRect(context, 0, 0, width, height, page);
  context.fill();
  context.fillStyle = '#efe6d2';
  roundRect(context, width * 0.06, height - page * 1.7, width * 0.93, page * 1.2, page * 0.3);
  context.fill();
  context.fillStyle = fall(context, height, shade(ground, 0.12), shade(ground, -0.08));
  roundRect(context, 0, 0, width, height - page * 1.6, page);
  context.fill();
  context.fillStyle = shade(ground, -0.25);
  context.fillRect(width * 0.05, 0, Math.max(1, width * 0.025), height - page * 1.6);
}

/** A dark screen in a thin frame. */
function paintScreen(context: SKRSContext2D, { width, height, ground }: Board): void {
  const edge = Math.max(2, Math.min(width, height) * 0.045);
  context.fillStyle = '#2b3138';
  roundRect(context, 0, 0, width, height, edge * 1.5);
  context.fill();
  context.fillStyle = fall(context, height, shade(ground, 0.1), shade(ground, -0.25));
  roundRect(context, edge, edge, width - 2 * edge, height - 2 * edge, edge * 0.5);
  context.fill();
}

/** Tubes on a dark board; the letters glow. */
function paintNeon(context: SKRSContext2D, { width, height, ground }: Board): void {
  const edge = Math.max(2, Math.min(width, height) * 0.06);
  context.fillStyle = fall(context, height, shade(ground, 0.08), shade(ground, -0.3));
  roundRect(context, 0, 0, width, height, edge * 2);
  context.fill();
}

const neonLetter: Carrier['letter'] = (context, line, x, y, ink, size) => {
  context.save();
  context.shadowColor = ink;
  context.fillStyle = ink;
  for (const blur of [0.5, 0.22]) {
    context.shadowBlur = size * blur;
    context.fillText(line, x, y);
  }
  context.shadowBlur = 0;
  context.fillStyle = shade(ink, 0.72);
  context.fillText(line, x, y);
  context.restore();
};

const outlinedLetter: Carrier['letter'] = (context, line, x, y, ink, size) => {
  context.lineJoin = 'round';
  context.lineWidth = size * 0.14;
  context.strokeStyle = 'rgba(255,255,255,0.92)';
  context.strokeText(line, x, y);
  context.fillStyle = ink;
  context.fillText(line, x, y);
};

const nothing = (): void => undefined;

const board = { hand: 'sans', leastAspect: 1.2, mostAspect: 4, shiftY: 0, letter: plainLetter } as const;

/** Every carrier. `shirt`, `wall`, `cake`, `object` and `none` paint letters only: what they stand on is drawn by others. */
export const carriers: Readonly<Record<SignCarrier, Carrier>> = {
  sign: { ...board, padding: [0.09, 0.14], ground: '#fbfaf5', ink: '#2b2f36', paint: paintSign },
  banner: {
    ...board,
    padding: [0.15, 0.16],
    shiftY: -0.08,
    mostAspect: 8,
    ground: '#d8352f',
    ink: '#fff6e0',
    paint: paintBanner,
  },
  paper: { ...board, padding: [0.1, 0.12], leastAspect: 0.7, ground: '#f7f3e6', ink: '#33302b', paint: paintPaper },
  book: {
    ...board,
    padding: [0.14, 0.16],
    leastAspect: 0.65,
    mostAspect: 1.5,
    shiftY: -0.03,
    ground: '#2f5fa8',
    ink: '#ffe9a8',
    paint: paintBook,
  },
  screen: { ...board, padding: [0.09, 0.13], ground: '#16324a', ink: '#bff4ff', paint: paintScreen },
  'neon-sign': {
    ...board,
    padding: [0.1, 0.18],
    ground: '#1b1430',
    ink: '#ff5fb8',
    paint: paintNeon,
    letter: neonLetter,
  },
  wall: { ...board, padding: [0.02, 0.04], ground: '#d9d2c5', ink: '#3a3530', paint: nothing },
  shirt: { ...board, padding: [0.03, 0.04], ground: '#ffffff', ink: '#2b2f36', paint: nothing, letter: outlinedLetter },
  cake: { ...board, padding: [0.03, 0.05], ground: '#fff4e6', ink: '#b02a4c', paint: nothing },
  object: { ...board, padding: [0.03, 0.05], ground: '#fbfaf5', ink: '#2b2f36', paint: nothing },
  none: { ...board, padding: [0.03, 0.06], ground: '#ffffff', ink: '#2b2f36', paint: nothing, letter: outlinedLetter },
};
