// The painter's seal: a small red square with carved white strokes, set into a quiet corner.
import type { Painting } from '../paint/painting.js';
import { latticeValue } from './kernels/random.js';

/**
 * Two characters in the squared strokes of seal script, 墨 (ink) over 印 (seal), 12 × 24 cells: `#` is carved away and stays paper.
 */
const carving = [
  '.##########.',
  '.#..#..#..#.',
  '.#.######.#.',
  '.#..#..#..#.',
  '.##########.',
  '.....##.....',
  '.##########.',
  '.#.#.##.#.#.',
  '...######...',
  '.....##.....',
  '.##########.',
  '............',
  '.####.#####.',
  '.#....#...#.',
  '.#....#...#.',
  '.####.#...#.',
  '.#....#...#.',
  '.#....#...#.',
  '.####.#.###.',
  '.#....#.....',
  '.#....#.....',
  '.####.#.....',
];

/** The quietest lower corner, or the upper ones when letters stand below; pixel position of the seal's upper left corner. */
function quietCorner(
  { width, height, detail, letteringBoxes }: Painting,
  w: number,
  h: number,
  margin: number,
): { x: number; y: number } {
  const places = [
    { x: width - margin - w, y: height - margin - h },
    { x: margin, y: height - margin - h },
    { x: width - margin - w, y: margin },
    { x: margin, y: margin },
  ];
  let best = places[0] as { x: number; y: number };
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [order, place] of places.entries()) {
    let cost = order * 6;
    for (let y = 0; y < h; y += 3)
      for (let x = 0; x < w; x += 3)
        cost += ((detail[Math.round(place.y + y) * width + Math.round(place.x + x)] ?? 0) * 9) / (w * h);
    for (const box of letteringBoxes)
      if (place.x < box.x1 && place.x + w > box.x0 && place.y < box.y1 && place.y + h > box.y0) cost += 1000;
    if (cost < bestCost) {
      bestCost = cost;
      best = place;
    }
  }
  return best;
}

/** Stamps the seal on `rgba` (H×W×4, in place), about a twentieth of the picture wide, unevenly inked. */
export function stampSeal(rgba: Uint8ClampedArray, painting: Painting, seed: number, unit: number): void {
  const { width, height } = painting;
  const cell = Math.max(1, 3.6 * unit);
  const border = 1.6;
  const columns = carving[0]?.length ?? 0;
  const w = (columns + border * 2) * cell;
  const h = (carving.length + border * 2) * cell;
  if (w * 4 > width || h * 4 > height) return;
  const corner = quietCorner(painting, w, h, 34 * unit);
  for (let y = Math.floor(corner.y); y < corner.y + h; y += 1)
    for (let x = Math.floor(corner.x); x < corner.x + w; x += 1) {
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const gx = (x - corner.x) / cell - border;
      const gy = (y - corner.y) / cell - border;
      // Worn rim: stone chips, more towards the corners.
      const rim = Math.min(gx + border, columns + border - gx, gy + border, carving.length + border - gy);
      const chip = latticeValue(Math.floor(gx * 1.3), Math.floor(gy * 1.3), seed ^ 0x5ea1) * 0.55;
      if (rim < chip) continue;
      if (carving[Math.floor(gy)]?.[Math.floor(gx)] === '#') continue;
      const worn = latticeValue(x, y, seed ^ 0x5ea2) < 0.06 ? 0.35 : 0.9;
      const p = (y * width + x) * 4;
      rgba[p] = (rgba[p] as number) + (186 - (rgba[p] as number)) * worn;
      rgba[p + 1] = (rgba[p + 1] as number) + (38 - (rgba[p + 1] as number)) * worn;
      rgba[p + 2] = (rgba[p + 2] as number) + (34 - (rgba[p + 2] as number)) * worn;
    }
}
