// Takes away what a drawing carries and a scene does not want: the stars that Noto sets around a mountain make no sense by
// day, and a beam of light belongs to the painter of the night.
import type { Raster } from './svg.js';

/** Gradients that end in nothing, and the shapes filled with one. */
const fadingGradient =
  /<(?:linear|radial)Gradient[^>]*\bid="([^"]+)"[^>]*>(?:<stop[^>]*\/>)*<stop[^>]*stop-opacity="0"\/>/g;

/** An SVG body without the shapes that fade away into nothing: beams and glows. */
export function withoutFades(body: string): string {
  let text = body;
  for (const [, id] of body.matchAll(fadingGradient))
    text = text.replaceAll(new RegExp(`<(?:path|circle|ellipse)[^>]*fill="url\\(#${id}\\)"[^>]*/>`, 'g'), '');
  return text;
}

/** Clears, in place, every pixel that does not hang together with the largest drawn shape. */
export function keepLargestShape({ width, height, rgba }: Raster): void {
  const shapeOf = new Int32Array(width * height).fill(-1);
  const sizes: number[] = [];
  const stack: number[] = [];
  for (let start = 0; start < shapeOf.length; start++) {
    if (shapeOf[start] !== -1 || (rgba[start * 4 + 3] ?? 0) < 8) continue;
    const shape = sizes.length;
    let size = 0;
    shapeOf[start] = shape;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      size += 1;
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= shapeOf.length || shapeOf[next] !== -1 || (rgba[next * 4 + 3] ?? 0) < 8) continue;
        shapeOf[next] = shape;
        stack.push(next);
      }
    }
    sizes.push(size);
  }
  const largest = sizes.indexOf(Math.max(...sizes));
  for (let at = 0; at < shapeOf.length; at++) if (shapeOf[at] !== largest) rgba[at * 4 + 3] = 0;
}
