// A pen for our own drawings: collects SVG shapes and the gradients they are filled with. No outlines: form comes from tone.
import { addNotoShapes, compose, createBounds, ellipsePath, identity, parseTransform } from './bounds.js';
import type { Point } from './drawing.js';
import type { ViewBox } from './svg.js';

/**
 * How a shape is filled: `#rrggbb`; `#a>#b` from top to bottom; `#a|#b` from left to right; `#a@#b` from a lit middle
 * (up and left of the centre) to the rim. An opacity may follow: `#ffffff*0.4`.
 */
export type Fill = string;

export interface Sketch {
  path(d: string, fill: Fill): void;
  /** A stroked line with round ends. */
  line(d: string, width: number, stroke: Fill): void;
  ellipse(cx: number, cy: number, rx: number, ry: number, fill: Fill, turnDegrees?: number): void;
  rect(x: number, y: number, width: number, height: number, radius: number, fill: Fill): void;
  polygon(points: readonly Point[], fill: Fill): void;
  /** A closed soft outline through the points. */
  blob(points: readonly Point[], fill: Fill): void;
  /** Everything that `draw` adds is transformed: an SVG transform list. */
  group(transform: string, draw: () => void): void;
  /** What `draw` adds shows only inside the closed path `d`. */
  clipped(d: string, draw: () => void): void;
  /** Adds finished SVG elements: a Noto head or prop in its 128 × 128 box, or one of our own sketches. */
  raw(elements: string): void;
  /** A Noto drawing placed into `box`; what it draws beyond its own 128 × 128 is cut off, as Noto means it. */
  inset(body: string, box: ViewBox): void;
  /** How far all of it reaches, `[x, y, width, height]`; null for an empty sketch. */
  box(): ViewBox | null;
  /** All elements so far, gradients first. */
  toSvg(): string;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Path data of a closed curve through `points`: a uniform Catmull–Rom spline written as cubic Béziers. */
export function closedCurve(points: readonly Point[]): string {
  const at = (index: number): Point => points[(index + points.length) % points.length] ?? [0, 0];
  const first = at(0);
  let d = `M${round(first[0])} ${round(first[1])}`;
  for (let index = 0; index < points.length; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const one: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const two: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    d += `C${[...one, ...two, ...to].map(round).join(' ')}`;
  }
  return `${d}Z`;
}

/** Path data of an open curve through `points`. */
export function openCurve(points: readonly Point[]): string {
  const last = points.length - 1;
  const at = (index: number): Point => points[Math.min(last, Math.max(0, index))] ?? [0, 0];
  let d = `M${at(0).map(round).join(' ')}`;
  for (let index = 0; index < last; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const one: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const two: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    d += `C${[...one, ...two, ...to].map(round).join(' ')}`;
  }
  return d;
}

/**
 * Path data of a limb: a tapering tube along `points`, `widths` thick at each of them, with round ends.
 * Needs as many widths as points, at least two. `roundness` of start and end: 0.5 makes half circles, 0 cuts flat.
 */
export function limb(points: readonly Point[], widths: readonly number[], roundness: Point = [0.5, 0.5]): string {
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach((point, index) => {
    const before = points[Math.max(0, index - 1)] ?? point;
    const after = points[Math.min(points.length - 1, index + 1)] ?? point;
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const half = (widths[index] ?? 1) / 2;
    const [nx, ny] = [(-(after[1] - before[1]) / length) * half, ((after[0] - before[0]) / length) * half];
    left.push([point[0] + nx, point[1] + ny]);
    right.unshift([point[0] - nx, point[1] - ny]);
  });
  const cap = (end: Point, from: Point, reach: number): Point => {
    const length = Math.hypot(end[0] - from[0], end[1] - from[1]) || 1;
    return [end[0] + ((end[0] - from[0]) / length) * reach, end[1] + ((end[1] - from[1]) / length) * reach];
  };
  const origin: Point = [0, 0];
  const [start, second] = [points[0] ?? origin, points[1] ?? origin];
  const [end, lastButOne] = [points.at(-1) ?? origin, points.at(-2) ?? origin];
  return closedCurve([
    ...left,
    cap(end, lastButOne, (widths.at(-1) ?? 1) * roundness[1]),
    ...right,
    cap(start, second, (widths[0] ?? 1) * roundness[0]),
  ]);
}

/** Starts a drawing; `prefix` keeps its ids apart from those of other drawings in one document. */
export function createSketch(prefix = 'k'): Sketch {
  const definitions = new Map<string, string>();
  let elements = '';
  let clips = 0;
  const bounds = createBounds();
  let map = identity;
  // What is drawn inside a clip cannot reach beyond the shape it is clipped to, which has been drawn before.
  let clipDepth = 0;
  const reach = (d: string, strokeWidth = 0) => {
    if (clipDepth === 0) bounds.add(d, map, strokeWidth);
  };

  function gradient(kind: '>' | '|' | '@', from: string, to: string): string {
    const known = `${kind}${from}${to}`;
    const id = `${prefix}${kind === '>' ? 'v' : kind === '|' ? 'h' : 'r'}${from.slice(1)}${to.slice(1)}`;
    const stops = `<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`;
    definitions.set(
      known,
      kind === '@'
        ? `<radialGradient id="${id}" cx="0.4" cy="0.35" r="0.75">${stops}</radialGradient>`
        : `<linearGradient id="${id}" x1="0" y1="0" x2="${kind === '|' ? 1 : 0}" y2="${kind === '>' ? 1 : 0}">${stops}</linearGradient>`,
    );
    return `url(#${id})`;
  }

  function paint(fill: Fill, property: 'fill' | 'stroke'): string {
    const [colours = '', opacity] = fill.split('*');
    const found = /^(#[0-9a-f]+)([>|@])(#[0-9a-f]+)$/i.exec(colours);
    const [, from, kind, to] = found ?? [];
    const value =
      from !== undefined && to !== undefined && (kind === '>' || kind === '|' || kind === '@')
        ? gradient(kind, from, to)
        : colours;
    return `${property}="${value}"${opacity === undefined ? '' : ` ${property}-opacity="${opacity}"`}`;
  }

  const sketch: Sketch = {
    path(d, fill) {
      reach(d);
      elements += `<path ${paint(fill, 'fill')} d="${d}"/>`;
    },
    line(d, width, stroke) {
      reach(d, width);
      elements += `<path fill="none" ${paint(stroke, 'stroke')} stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`;
    },
    ellipse(cx, cy, rx, ry, fill, turnDegrees) {
      const upright = map;
      if (turnDegrees) map = compose(map, parseTransform(`rotate(${turnDegrees} ${cx} ${cy})`));
      reach(ellipsePath(cx, cy, rx, ry));
      map = upright;
      const turn = turnDegrees ? ` transform="rotate(${round(turnDegrees)} ${round(cx)} ${round(cy)})"` : '';
      elements += `<ellipse ${paint(fill, 'fill')} cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}"${turn}/>`;
    },
    rect(x, y, width, height, radius, fill) {
      reach(`M${x} ${y}h${width}v${height}h${-width}Z`);
      elements += `<rect ${paint(fill, 'fill')} x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}"/>`;
    },
    polygon(points, fill) {
      reach(`M${points.map((point) => point.join(' ')).join('L')}Z`);
      elements += `<path ${paint(fill, 'fill')} d="M${points.map((point) => point.map(round).join(' ')).join('L')}Z"/>`;
    },
    blob(points, fill) {
      sketch.path(closedCurve(points), fill);
    },
    group(transform, draw) {
      const outer = map;
      map = compose(map, parseTransform(transform));
      elements += `<g transform="${transform}">`;
      draw();
      elements += '</g>';
      map = outer;
    },
    clipped(d, draw) {
      clips += 1;
      const id = `${prefix}c${clips}`;
      definitions.set(id, `<clipPath id="${id}"><path d="${d}"/></clipPath>`);
      elements += `<g clip-path="url(#${id})">`;
      clipDepth += 1;
      draw();
      clipDepth -= 1;
      elements += '</g>';
    },
    raw(more) {
      if (clipDepth === 0) addNotoShapes(bounds, more, map);
      elements += more;
    },
    inset(body, [x, y, width, height]) {
      // Noto drawings keep a margin of about 4 units.
      const margin = width * 0.03;
      reach(`M${x + margin} ${y + margin}h${width - 2 * margin}v${height - 2 * margin}h${2 * margin - width}Z`);
      elements += `<svg x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" viewBox="0 0 128 128">${body}</svg>`;
    },
    box: bounds.box,
    toSvg: () => (definitions.size > 0 ? `<defs>${[...definitions.values()].join('')}</defs>` : '') + elements,
  };
  return sketch;
}
