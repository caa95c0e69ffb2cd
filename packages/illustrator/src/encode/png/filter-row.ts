// PNG's row filters (PNG 3rd edition, 9): each byte less what its neighbours foretell. Reads RGBA, writes RGB.
// A pixel is filtered whole: its four bytes lie in one 32-bit number, and sums that may not spill from byte to byte are
// kept apart by masks (Lamport, "Multiple byte processing with full-word instructions", 1975).

/** Filter types by their numbers in the file. */
const sub = 1;
const up = 2;
const average = 3;
const paeth = 4;

/** Every so many pixels are looked at when a filter is chosen: a guess is enough, and a look at all would cost as much as filtering. */
const stride = 13;
/** Paeth's filter takes five times as long as the others on noise: it must be better by this much, as it is on flat colours. */
const paethGain = 0.86;

/** Absolute value of a difference taken as a signed byte: what a small residue costs. */
const cost = (residue: number): number => {
  const byte = residue & 255;
  return byte < 128 ? byte : 256 - byte;
};

/** Paeth's choice: whichever of left, above and above-left is nearest to left + above − above-left. */
function predict(left: number, above: number, corner: number): number {
  const p = above - corner;
  const q = left - corner;
  const byLeft = p < 0 ? -p : p;
  const byAbove = q < 0 ? -q : q;
  const byCorner = p + q < 0 ? -p - q : p + q;
  return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
}

/** The filter that leaves least of row `y`, by the sum of absolute residues of some of its pixels. */
function chooseFilter(rgba: Uint8ClampedArray, width: number, y: number): number {
  if (y === 0) return sub;
  let bySub = 0;
  let byUp = 0;
  let byAverage = 0;
  let byPaeth = 0;
  const row = y * width * 4;
  for (let i = row + 4 * (1 + (y % stride)), end = row + width * 4; i < end; i += 4 * stride)
    for (let c = i; c < i + 3; c += 1) {
      const value = rgba[c] as number;
      const left = rgba[c - 4] as number;
      const above = rgba[c - width * 4] as number;
      bySub += cost(value - left);
      byUp += cost(value - above);
      byAverage += cost(value - ((left + above) >> 1));
      byPaeth += cost(value - predict(left, above, rgba[c - width * 4 - 4] as number));
    }
  const least = Math.min(bySub, byUp, byAverage);
  if (byPaeth < least * paethGain) return paeth;
  return least === byUp ? up : least === byAverage ? average : sub;
}

/** A picture to be filtered, as bytes and as pixels of four bytes, and where the rows go. */
export interface FilterJob {
  rgba: Uint8ClampedArray;
  pixels: Int32Array;
  width: number;
  target: DataView;
}

/** Byte by byte, a − b. */
const less = (a: number, b: number): number =>
  ((a | 0x80808080) - (b & 0x7f7f7f7f)) ^ ((a ^ b ^ 0x80808080) & 0x80808080);

/**
 * Writes row `y`, filtered, with its filter's number before it: 3 × width + 1 bytes from `at`. One byte more may be written,
 * which the next row overwrites.
 */
export function filterRow({ rgba, pixels, width, target }: FilterJob, y: number, at: number): void {
  const filter = chooseFilter(rgba, width, y);
  target.setUint8(at, filter);
  const row = y * width;
  if (filter === paeth) filterPaeth(pixels, width, row, target, at + 1);
  else if (filter === up) filterUp(pixels, width, row, target, at + 1);
  else if (filter === average) filterAverage(pixels, width, row, target, at + 1);
  else filterSub(pixels, width, row, target, at + 1);
}

function filterSub(pixels: Int32Array, width: number, row: number, target: DataView, at: number): void {
  let left = 0;
  for (let i = row, o = at, end = row + width; i < end; i += 1, o += 3) {
    const value = pixels[i] as number;
    target.setInt32(o, less(value, left), true);
    left = value;
  }
}

function filterUp(pixels: Int32Array, width: number, row: number, target: DataView, at: number): void {
  for (let i = row, o = at, end = row + width; i < end; i += 1, o += 3)
    target.setInt32(o, less(pixels[i] as number, pixels[i - width] as number), true);
}

function filterAverage(pixels: Int32Array, width: number, row: number, target: DataView, at: number): void {
  let left = 0;
  for (let i = row, o = at, end = row + width; i < end; i += 1, o += 3) {
    const value = pixels[i] as number;
    const above = pixels[i - width] as number;
    // The mean, rounded down: what both have, and half of what one has.
    const mean = (left & above) + (((left ^ above) >>> 1) & 0x7f7f7f7f);
    target.setInt32(o, less(value, mean), true);
    left = value;
  }
}

function filterPaeth(pixels: Int32Array, width: number, row: number, target: DataView, at: number): void {
  let left = 0;
  let corner = 0;
  for (let i = row, o = at, end = row + width; i < end; i += 1, o += 3) {
    const above = pixels[i - width] as number;
    const value = pixels[i] as number;
    // Where all is flat, and it mostly is where this filter is chosen, there is nothing to weigh.
    const foretold =
      left === corner
        ? above
        : above === corner
          ? left
          : predict(left & 255, above & 255, corner & 255) |
            (predict((left >>> 8) & 255, (above >>> 8) & 255, (corner >>> 8) & 255) << 8) |
            (predict((left >>> 16) & 255, (above >>> 16) & 255, (corner >>> 16) & 255) << 16);
    target.setInt32(o, less(value, foretold), true);
    left = value;
    corner = above;
  }
}
