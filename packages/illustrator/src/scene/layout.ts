// Placing groups in the frame: candidates are tried at random (from the seed) against hard rules, and the most natural one is kept.
// Units: y runs 0–1 from top to bottom, x from 0 to the picture's aspect, so that lengths are comparable.
import type { Random } from './random.js';

/** A rectangle in layout units. */
export interface Area {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Something to be placed. `box` is relative to its foot at scale 1. */
export interface Placeable {
  box: Area;
  /** Where the foot may stand. */
  band: readonly [number, number];
  /** Wished share of the band, 0 far … 1 near; null any. */
  near: number | null;
  /** Where the middle may be, 0–1 of the width. */
  across: readonly [number, number];
  /** Smaller when farther? False for what flies or swims in depth. */
  perspective: boolean;
  /** Same label: must not touch each other, so that they can be counted. */
  kind: string;
  /** Largest height on the picture, 0–1. */
  tallest: number;
}

/** A rule between two placeables, by index: `a` is to `b` as said. */
export interface Rule {
  a: number;
  b: number;
  rule: 'left' | 'right' | 'above' | 'below' | 'front' | 'behind' | 'beside' | 'around';
}

/** Where it went: foot position and scale. */
export interface Placement {
  x: number;
  y: number;
  scale: number;
}

export interface LayoutRequest {
  items: readonly Placeable[];
  rules: readonly Rule[];
  aspect: number;
  horizon: number;
  /** Areas to be kept free (titles, banners). */
  obstacles: readonly Area[];
  /** Scale at the near edge to begin with; lowered until everything fits. */
  scale: number;
  /** Wished middle of all, 0–1 of the width. */
  focus: number;
  random: Random;
}

const marginX = 0.03;
const marginTop = 0.045;
const marginBottom = 0.972;

/** Size factor of a foot position: gentle, so that far things stay large enough to see. */
export function perspectiveAt(y: number, horizon: number): number {
  const t = (y - horizon) / Math.max(0.08, 0.92 - horizon);
  return 0.66 + 0.34 * Math.min(1.1, Math.max(0, t));
}

/** Places everything. Hard rules hold whenever any tried scale allows it; the scale is lowered step by step until they do. */
export function solveLayout(request: LayoutRequest): Placement[] {
  const { items, random } = request;
  const order = placingOrder(request);
  let best: { placed: Placement[]; faults: number; cost: number } | null = null;
  let { scale } = request;
  for (let step = 0; step < 26; step += 1) {
    const tries = items.length === 1 ? 2 : 7;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const result = placeAll(request, order, scale, random);
      const better =
        !best || result.faults < best.faults - 1e-9 || (result.faults <= best.faults && result.cost < best.cost);
      if (better) best = result;
    }
    if (best && best.faults < 1e-6) break;
    scale *= 0.92;
  }
  return best?.placed ?? [];
}

/** Those with rules first, then the large ones: what is hardest to place chooses first. */
function placingOrder({ items, rules }: LayoutRequest): number[] {
  const ties = items.map((_, i) => rules.filter((rule) => rule.a === i || rule.b === i).length);
  const size = (item: Placeable): number => (item.box.x1 - item.box.x0) * (item.box.y1 - item.box.y0);
  return items
    .map((item, i) => ({
      i,
      weight: (ties[i] ?? 0) * 0.35 + size(item) + (item.across[1] - item.across[0] < 0.9 ? 0.5 : 0),
    }))
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .map(({ i }) => i);
}

function placeAll(
  request: LayoutRequest,
  order: readonly number[],
  scale: number,
  random: Random,
): { placed: Placement[]; faults: number; cost: number } {
  const { items } = request;
  const placed: (Placement | undefined)[] = items.map(() => undefined);
  let faults = 0;
  let cost = 0;
  for (const index of order) {
    const item = items[index];
    if (!item) continue;
    let choice: { placement: Placement; faults: number; cost: number } | null = null;
    const candidates = items.length === 1 ? 24 : 70;
    for (let c = 0; c < candidates; c += 1) {
      const placement = propose(request, item, scale, random);
      const found = faultsOf(request, index, placement, placed);
      if (choice && found > choice.faults) continue;
      const price = costOf(request, index, placement, placed, random);
      if (!choice || found < choice.faults - 1e-9 || price < choice.cost)
        choice = { placement, faults: found, cost: price };
    }
    if (!choice) continue;
    placed[index] = choice.placement;
    faults += choice.faults;
    cost += choice.cost;
  }
  return { placed: placed.map((each) => each ?? { x: 0, y: 0, scale }), faults, cost };
}

function propose({ aspect, horizon }: LayoutRequest, item: Placeable, scale: number, random: Random): Placement {
  const [low, high] = item.band;
  const wish = item.near === null ? random.next() : Math.min(1, Math.max(0, item.near + random.bell() * 0.3));
  let y = low + (high - low) * wish;
  let size = scale * (item.perspective ? perspectiveAt(y, horizon) : 1);
  const tall = item.box.y1 - item.box.y0;
  size = Math.min(size, item.tallest / tall, (aspect * (1 - 2 * marginX)) / (item.box.x1 - item.box.x0));
  // What hangs below the foot must stay inside too.
  y = Math.min(y, marginBottom - item.box.y1 * size);
  y = Math.max(y, marginTop - item.box.y0 * size);
  const left = marginX * aspect - item.box.x0 * size;
  const right = (1 - marginX) * aspect - item.box.x1 * size;
  const from = Math.max(left, item.across[0] * aspect);
  const to = Math.min(right, item.across[1] * aspect);
  const x = to > from ? random.between(from, to) : Math.min(right, Math.max(left, (from + to) / 2));
  return { x, y, scale: size };
}

/** The box a placement fills. */
export function areaOf(item: Placeable, { x, y, scale }: Placement): Area {
  return {
    x0: x + item.box.x0 * scale,
    y0: y + item.box.y0 * scale,
    x1: x + item.box.x1 * scale,
    y1: y + item.box.y1 * scale,
  };
}

function overlap(a: Area, b: Area, gap: number): number {
  const wide = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) + gap;
  const tall = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) + gap;
  return wide > 0 && tall > 0 ? wide * tall : 0;
}

/** 0 when every hard rule holds, else how badly they are broken. */
function faultsOf(
  request: LayoutRequest,
  index: number,
  placement: Placement,
  placed: readonly (Placement | undefined)[],
): number {
  const { items, rules, aspect, obstacles } = request;
  const item = items[index];
  if (!item) return 0;
  const area = areaOf(item, placement);
  const small = (area.x1 - area.x0) * (area.y1 - area.y0);
  let faults = 0;
  faults += Math.max(0, marginX * aspect - area.x0) + Math.max(0, area.x1 - (1 - marginX) * aspect);
  faults += Math.max(0, 0.02 - area.y0) + Math.max(0, area.y1 - 0.985);
  const middle = (area.x0 + area.x1) / 2 / aspect;
  faults += Math.max(0, item.across[0] - middle) + Math.max(0, middle - item.across[1]);
  for (const obstacle of obstacles) faults += overlap(area, obstacle, 0.012) / small;
  for (let other = 0; other < placed.length; other += 1) {
    const where = placed[other];
    const rival = items[other];
    if (!where || !rival) continue;
    const taken = areaOf(rival, where);
    const bound = rules.filter(
      (rule) => (rule.a === index && rule.b === other) || (rule.a === other && rule.b === index),
    );
    const depthwise = bound.some((rule) => rule.rule === 'front' || rule.rule === 'behind');
    const least = Math.min(small, (taken.x1 - taken.x0) * (taken.y1 - taken.y0));
    const shared = overlap(area, taken, item.kind === rival.kind ? 0.012 : 0.006) / least;
    faults += Math.max(0, shared - (depthwise ? 0.3 : 0));
    for (const rule of bound) {
      const [a, b] = rule.a === index ? [area, taken] : [taken, area];
      const [footA, footB] = rule.a === index ? [placement.y, where.y] : [where.y, placement.y];
      // What flies or hangs beside something need not be level with it.
      const loose = rule.rule === 'beside' && !(item.perspective && rival.perspective);
      faults += breach(rule.rule, a, b, loose ? footB : footA, footB, aspect);
    }
  }
  return faults;
}

/** How far `a` is from standing to `b` as the rule says; 0 when it does. */
function breach(rule: Rule['rule'], a: Area, b: Area, footA: number, footB: number, aspect: number): number {
  const over = (a.x0 + a.x1) / 2 - (b.x0 + b.x1) / 2;
  const lower = (a.y0 + a.y1) / 2 - (b.y0 + b.y1) / 2;
  switch (rule) {
    case 'left':
      // Beside means beside: the sideways distance must also exceed the difference in height.
      return Math.max(0, a.x1 - b.x0 + 0.01) + Math.max(0, Math.abs(lower) + over) * 0.6;
    case 'right':
      return Math.max(0, b.x1 - a.x0 + 0.01) + Math.max(0, Math.abs(lower) - over) * 0.6;
    case 'above':
      return (
        Math.max(0, a.y1 - b.y0 + 0.01) + Math.max(0, Math.abs(over) - 0.2) + Math.max(0, Math.abs(over) + lower) * 0.6
      );
    case 'below':
      return (
        Math.max(0, b.y1 - a.y0 + 0.01) + Math.max(0, Math.abs(over) - 0.2) + Math.max(0, Math.abs(over) - lower) * 0.6
      );
    case 'front':
      return Math.max(0, footB + 0.05 - footA) + Math.max(0, Math.abs(over) - 0.32 * aspect);
    case 'behind':
      return Math.max(0, footA + 0.05 - footB) + Math.max(0, Math.abs(over) - 0.32 * aspect);
    case 'beside':
      return (
        Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) +
        Math.max(0, Math.max(a.x0 - b.x1, b.x0 - a.x1) - 0.2) +
        Math.max(0, Math.abs(footA - footB) - 0.14)
      );
    case 'around':
      return Math.max(0, Math.hypot(over, lower) - 0.62);
  }
}

/** How unnatural a position is: far from the others, out of balance, level with a neighbour like on a grid. */
function costOf(
  request: LayoutRequest,
  index: number,
  placement: Placement,
  placed: readonly (Placement | undefined)[],
  random: Random,
): number {
  const { items, aspect, focus } = request;
  const item = items[index];
  if (!item) return 0;
  const area = areaOf(item, placement);
  const middle = (area.x0 + area.x1) / 2;
  let cost = random.next() * 0.16;
  let sum = middle * area1(area);
  let weight = area1(area);
  let nearest = Number.POSITIVE_INFINITY;
  placed.forEach((where, other) => {
    const rival = items[other];
    if (!where || !rival) return;
    const taken = areaOf(rival, where);
    sum += ((taken.x0 + taken.x1) / 2) * area1(taken);
    weight += area1(taken);
    const gapX = Math.max(0, Math.max(area.x0, taken.x0) - Math.min(area.x1, taken.x1));
    const gapY = Math.max(0, Math.max(area.y0, taken.y0) - Math.min(area.y1, taken.y1));
    nearest = Math.min(nearest, Math.hypot(gapX, gapY));
    if (item.kind === rival.kind && Math.abs(placement.y - where.y) < 0.02) cost += 0.05;
  });
  // Together they should balance around the focus, with air between but not scattered.
  cost += Math.abs(sum / weight / aspect - focus) * 1.6;
  if (nearest !== Number.POSITIVE_INFINITY) cost += Math.max(0, 0.03 - nearest) * 4 + Math.max(0, nearest - 0.14) * 0.9;
  return cost;
}

const area1 = (area: Area): number => (area.x1 - area.x0) * (area.y1 - area.y0);
