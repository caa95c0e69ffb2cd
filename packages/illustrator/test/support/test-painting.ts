// A small painting made of arithmetic: sky, sun, hills, ground, a round animal with eyes, and a board with letters.
import { type Painting, type RegionName, regionNames } from '../../src/paint/painting.js';

/** Where things stand, as fractions of the picture. */
export const testSubject = { x: 0.36, y: 0.62, radius: 0.2 };
const testBoard = { x0: 0.62, y0: 0.6, x1: 0.94, y1: 0.76 };

/** Paints it at any size; about a millisecond per 10,000 pixels. */
export function testPainting(width: number, height: number): Painting {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const regions = new Uint8Array(width * height);
  const detail = new Uint8Array(width * height);
  const index = (name: RegionName): number => regionNames.indexOf(name);
  const short = Math.min(width, height);
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const fx = (x + 0.5) / width;
      const fy = (y + 0.5) / height;
      let colour: [number, number, number] = [90 + 150 * fy, 110 + 60 * fy, 200 - 60 * fy];
      let region = index('sky');
      let care = 0;
      const put = (name: RegionName, value: number, next: [number, number, number]): void => {
        region = index(name);
        care = value;
        colour = next;
      };
      if (Math.hypot((fx - 0.75) * width, (fy - 0.22) * height) < short * 0.07) put('sky', 20, [255, 246, 200]);
      if (fy > 0.5 + 0.08 * Math.sin(fx * 9)) put('far', 40, [92, 84, 140]);
      if (fy > 0.6) put('ground', 20, [120 + 60 * fy, 170, 90]);
      const dx = ((fx - testSubject.x) * width) / (short * testSubject.radius);
      const dy = ((fy - testSubject.y) * height) / (short * testSubject.radius);
      if (dx * dx + dy * dy < 1) {
        put('subject', 150, [222, 120, 60]);
        const eye = Math.hypot(Math.abs(dx) - 0.35, dy + 0.2);
        if (eye < 0.3) care = 235;
        if (eye < 0.16) colour = [20, 16, 16];
        if (Math.abs(dx) < 0.3 && Math.abs(dy - 0.4) < 0.07) colour = [60, 20, 20];
      }
      if (fx > testBoard.x0 && fx < testBoard.x1 && fy > testBoard.y0 && fy < testBoard.y1) {
        put('subject', 220, [205, 160, 100]);
        const u = (fx - testBoard.x0) / (testBoard.x1 - testBoard.x0);
        const v = (fy - testBoard.y0) / (testBoard.y1 - testBoard.y0);
        // Upright bars stand for letters: as thick as strokes, as close as strokes.
        if (v > 0.25 && v < 0.75 && (u * 8) % 1 < 0.5 && u > 0.06 && u < 0.94) put('lettering', 255, [34, 22, 16]);
      }
      rgba.set([...colour, 255], i * 4);
      regions[i] = region;
      detail[i] = care;
    }
  return {
    width,
    height,
    rgba,
    regions,
    detail,
    letteringBoxes: [
      {
        x0: Math.floor(testBoard.x0 * width),
        y0: Math.floor(testBoard.y0 * height),
        x1: Math.ceil(testBoard.x1 * width),
        y1: Math.ceil(testBoard.y1 * height),
      },
    ],
  };
}

/** Luma of one pixel, 0–255. */
export function lumaAt(rgba: Uint8ClampedArray, width: number, x: number, y: number): number {
  const p = (y * width + x) * 4;
  return 0.2126 * (rgba[p] as number) + 0.7152 * (rgba[p + 1] as number) + 0.0722 * (rgba[p + 2] as number);
}

/** Mean luma over pixels of a box for which `wanted` holds. */
export function meanLuma(
  rgba: Uint8ClampedArray,
  width: number,
  box: { x0: number; y0: number; x1: number; y1: number },
  wanted: (x: number, y: number) => boolean = () => true,
): number {
  let sum = 0;
  let count = 0;
  for (let y = box.y0; y < box.y1; y += 1)
    for (let x = box.x0; x < box.x1; x += 1)
      if (wanted(x, y)) {
        sum += lumaAt(rgba, width, x, y);
        count += 1;
      }
  return sum / Math.max(1, count);
}
