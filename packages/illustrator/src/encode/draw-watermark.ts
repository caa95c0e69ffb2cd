// The visible mark: the word "Inkling" in the lower right corner of a copy of the picture.

/** Letters as straight strokes on a grid 4 wide and 6 high, y down: no font needed, and the same on every machine. */
const letters: { advance: number; strokes: [number, number, number, number][] }[] = [
  { advance: 2, strokes: [[0.5, 0, 0.5, 6]] },
  {
    advance: 5,
    strokes: [
      [0, 6, 0, 2.4],
      [0, 3.4, 1.4, 2.4],
      [1.4, 2.4, 2.6, 2.4],
      [2.6, 2.4, 3.4, 3.4],
      [3.4, 3.4, 3.4, 6],
    ],
  },
  {
    advance: 4.6,
    strokes: [
      [0, 0, 0, 6],
      [3, 2.4, 0, 4.6],
      [1, 3.9, 3.2, 6],
    ],
  },
  { advance: 2, strokes: [[0.4, 0, 0.4, 6]] },
  {
    advance: 2,
    strokes: [
      [0.4, 2.4, 0.4, 6],
      [0.4, 0.6, 0.4, 0.7],
    ],
  },
  {
    advance: 5,
    strokes: [
      [0, 6, 0, 2.4],
      [0, 3.4, 1.4, 2.4],
      [1.4, 2.4, 2.6, 2.4],
      [2.6, 2.4, 3.4, 3.4],
      [3.4, 3.4, 3.4, 6],
    ],
  },
  {
    advance: 4,
    strokes: [
      [3.4, 2.4, 3.4, 7],
      [3.4, 7, 2.5, 8],
      [2.5, 8, 0.6, 8],
      [3.4, 3.4, 2.4, 2.4],
      [2.4, 2.4, 1, 2.4],
      [1, 2.4, 0, 3.4],
      [0, 3.4, 0, 5],
      [0, 5, 1, 6],
      [1, 6, 2.4, 6],
      [2.4, 6, 3.4, 5],
    ],
  },
];
/** Height of the drawing in grid units, descender included. */
const gridHeight = 8;
const strokeHalf = 0.42;

/** Distance from (x, y) to a segment. */
function distanceTo(x: number, y: number, [ax, ay, bx, by]: [number, number, number, number]): number {
  const dx = bx - ax;
  const dy = by - ay;
  const along = dx * dx + dy * dy;
  const t = along === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / along));
  const px = x - ax - t * dx;
  const py = y - ay - t * dy;
  return Math.sqrt(px * px + py * py);
}

/**
 * A copy of `rgba` (H×W×4, opaque) with the mark: white letters with a dark rim, so that it shows on any ground; about a sixth of
 * the shorter side wide.
 */
export function drawWatermark(rgba: Uint8ClampedArray, width: number, height: number): Uint8ClampedArray {
  const marked = new Uint8ClampedArray(rgba);
  const gridWidth = letters.reduce((sum, letter) => sum + letter.advance, 0) - 1;
  const size = Math.max(2, Math.min(width, height) / 6 / gridWidth);
  const margin = Math.min(width, height) / 40;
  const left = width - margin - gridWidth * size;
  const top = height - margin - gridHeight * size;
  const strokes: [number, number, number, number][] = [];
  let pen = 0;
  for (const letter of letters) {
    for (const [ax, ay, bx, by] of letter.strokes) strokes.push([pen + ax, ay, pen + bx, by]);
    pen += letter.advance;
  }
  for (let y = Math.max(0, Math.floor(top - 2 * size)); y < height; y += 1) {
    for (let x = Math.max(0, Math.floor(left - 2 * size)); x < width; x += 1) {
      const gx = (x + 0.5 - left) / size;
      const gy = (y + 0.5 - top) / size;
      let nearest = 9;
      for (const stroke of strokes) nearest = Math.min(nearest, distanceTo(gx, gy, stroke));
      const cover = Math.max(0, Math.min(1, (strokeHalf - nearest) * size + 0.5));
      const rim = Math.max(0, 1 - Math.max(0, nearest - strokeHalf) / 0.9) * 0.6;
      if (rim === 0) continue;
      const p = (y * width + x) * 4;
      for (let c = p; c < p + 3; c += 1) {
        const shaded = (marked[c] as number) * (1 - rim);
        marked[c] = shaded + (255 - shaded) * cover * 0.92;
      }
    }
  }
  return marked;
}
