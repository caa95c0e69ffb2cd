// How far a drawing reaches, worked out from its shapes without painting it: the planner asks before anything is painted.
import { Path2D } from '@napi-rs/canvas';
import type { ViewBox } from './svg.js';

/** `[a, b, c, d, e, f]` of the affine map x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Affine = readonly [number, number, number, number, number, number];

/** The map that changes nothing. */
export const identity: Affine = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The map of an SVG transform list made of `translate`, `scale` and `rotate`. Throws a RangeError on anything else. */
export function parseTransform(list: string): Affine {
  let map = identity;
  for (const [, name = '', text = ''] of list.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const numbers = text.split(/[\s,]+/).map(Number);
    const [first = 0, second, third] = numbers;
    if (name === 'translate') map = compose(map, [1, 0, 0, 1, first, second ?? 0]);
    else if (name === 'scale') map = compose(map, [first, 0, 0, second ?? first, 0, 0]);
    else if (name === 'rotate') {
      const angle = (first * Math.PI) / 180;
      const turn: Affine = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      const [x, y] = [second ?? 0, third ?? 0];
      map = compose(map, compose(compose([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y]));
    } else throw new RangeError(`'${name}' is not a transform that drawings use`);
  }
  return map;
}

/** The smallest box that holds both. */
export function joinBoxes(one: ViewBox | null, other: ViewBox | null): ViewBox | null {
  if (one === null || other === null) return one ?? other;
  const [x, y] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])];
  return [x, y, Math.max(one[0] + one[2], other[0] + other[2]) - x, Math.max(one[1] + one[3], other[1] + other[3]) - y];
}

/** Grows with every shape that is added. */
export interface Bounds {
  /** Path data under a map, with a stroke of that width around it. */
  add(d: string, map: Affine, strokeWidth?: number): void;
  /** `[x, y, width, height]`; null while nothing was added. */
  box(): ViewBox | null;
}

/** Starts with nothing. */
export function createBounds(): Bounds {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  return {
    add(d, [a, b, c, e, f, g], strokeWidth = 0) {
      const path = new Path2D(d);
      const mapped = path.transform({ a, b, c, d: e, e: f, f: g });
      const [left, top, right, bottom] = mapped.computeTightBounds();
      if (!(right >= left && bottom >= top)) return;
      // A round pen reaches half its width beyond the line, in every direction.
      const half = (strokeWidth / 2) * Math.sqrt(Math.abs(a * e - b * c));
      x0 = Math.min(x0, left - half);
      y0 = Math.min(y0, top - half);
      x1 = Math.max(x1, right + half);
      y1 = Math.max(y1, bottom + half);
    },
    box: () => (x1 >= x0 ? [x0, y0, x1 - x0, y1 - y0] : null),
  };
}

/** Path data of an ellipse. */
export function ellipsePath(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}

/** Adds the shapes of a Noto head or prop: its paths and ellipses, which stand there without transforms of their own. */
export function addNotoShapes(bounds: Bounds, body: string, map: Affine): void {
  for (const [, d = ''] of body.matchAll(/<path[^>]*\bd="([^"]+)"/g)) bounds.add(d, map);
  for (const [tag] of body.matchAll(/<(?:circle|ellipse)\b[^>]*>/g)) {
    const number = (name: string) => Number(new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1] ?? 0);
    const radius = number('r');
    bounds.add(ellipsePath(number('cx'), number('cy'), radius || number('rx'), radius || number('ry')), map);
  }
}
