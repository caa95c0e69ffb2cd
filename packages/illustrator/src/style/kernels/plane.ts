// Single-channel pictures of floats, and the few operations on them that every style stands on.

/** A single-channel picture, row by row; values are 0–1 unless said otherwise. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** An all-zero plane. */
export function createPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

/** Gamma-encoded luma (Rec. 709 weights), 0–1, reduced `shrink` times by taking the mean of each block; sides round up. */
export function lumaPlane(rgba: Uint8ClampedArray, width: number, height: number, shrink = 1): Plane {
  const plane = createPlane(Math.ceil(width / shrink), Math.ceil(height / shrink));
  for (let y = 0, o = 0; y < plane.height; y += 1) {
    const y1 = Math.min(height, (y + 1) * shrink);
    for (let x = 0; x < plane.width; x += 1, o += 1) {
      const x1 = Math.min(width, (x + 1) * shrink);
      let sum = 0;
      for (let yy = y * shrink; yy < y1; yy += 1) {
        for (let xx = x * shrink, i = (yy * width + xx) * 4; xx < x1; xx += 1, i += 4)
          sum += 0.2126 * (rgba[i] as number) + 0.7152 * (rgba[i + 1] as number) + 0.0722 * (rgba[i + 2] as number);
      }
      plane.data[o] = sum / (255 * (y1 - y * shrink) * (x1 - x * shrink));
    }
  }
  return plane;
}

/** Half the size, means of 2×2 blocks; odd sides round up and repeat their last line. */
export function halve(plane: Plane): Plane {
  const { width, height, data } = plane;
  const result = createPlane(Math.ceil(width / 2), Math.ceil(height / 2));
  for (let y = 0, o = 0; y < result.height; y += 1) {
    const top = y * 2 * width;
    const low = Math.min(height - 1, y * 2 + 1) * width;
    for (let x = 0; x < result.width; x += 1, o += 1) {
      const left = x * 2;
      const right = Math.min(width - 1, left + 1);
      result.data[o] =
        ((data[top + left] as number) +
          (data[top + right] as number) +
          (data[low + left] as number) +
          (data[low + right] as number)) /
        4;
    }
  }
  return result;
}

let scratch = new Float32Array(0);

/** Room for one blur's half-done work, kept between blurs: fresh memory of that size costs as much as the blur. */
function scratchOf(length: number): Float32Array {
  if (scratch.length < length) scratch = new Float32Array(length);
  return scratch;
}

/** Mean over a (2·radius+1)² window, edges clamped; `radius` in whole pixels. Cost does not depend on the radius. */
export function boxBlur(source: Plane, radius: number): Plane {
  const result = createPlane(source.width, source.height);
  boxPass(source, result, radius, scratchOf(source.data.length));
  return result;
}

/** `boxBlur` in place: for planes that are nobody else's, and need no new memory. */
export function boxBlurOwn(plane: Plane, radius: number): void {
  boxPass(plane, plane, radius, scratchOf(plane.data.length));
}

/** `boxBlur` into `target` (may be `source`), with `across` as scratch space of the same size. */
function boxPass(source: Plane, target: Plane, radius: number, across: Float32Array): void {
  const { width, height, data } = source;
  const scale = 1 / (2 * radius + 1);
  const inner = Math.max(0, width - radius - 1);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const last = row + width - 1;
    const first = data[row] as number;
    const final = data[last] as number;
    let sum = first * radius;
    for (let x = 0; x <= radius; x += 1) sum += data[Math.min(row + x, last)] as number;
    let x = 0;
    for (const end = Math.min(radius, width); x < end; x += 1) {
      across[row + x] = sum * scale;
      sum += (data[Math.min(row + x + radius + 1, last)] as number) - first;
    }
    // The long middle needs no clamping.
    let enter = row + x + radius + 1;
    let leave = row + x - radius;
    for (; x < inner; x += 1, enter += 1, leave += 1) {
      across[row + x] = sum * scale;
      sum += (data[enter] as number) - (data[leave] as number);
    }
    for (; x < width; x += 1, leave += 1) {
      across[row + x] = sum * scale;
      sum += final - (data[leave] as number);
    }
  }
  // Columns are summed row by row: memory is walked in order, which is several times faster than going down a column.
  const sums = new Float64Array(width);
  for (let y = -radius; y <= radius; y += 1) {
    const row = Math.min(height - 1, Math.max(0, y)) * width;
    for (let x = 0; x < width; x += 1) sums[x] = (sums[x] as number) + (across[row + x] as number);
  }
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const enter = Math.min(height - 1, y + radius + 1) * width;
    const leave = Math.max(0, y - radius) * width;
    for (let x = 0; x < width; x += 1) {
      const sum = sums[x] as number;
      target.data[row + x] = sum * scale;
      sums[x] = sum + (across[enter + x] as number) - (across[leave + x] as number);
    }
  }
}

/** Near-Gaussian blur of deviation `sigma` pixels: an exact small kernel below 2, else three box blurs (error under 3 %). */
export function gaussianBlur(source: Plane, sigma: number): Plane {
  if (sigma < 0.25) return source;
  const result = createPlane(source.width, source.height);
  const across = scratchOf(source.data.length);
  if (sigma < 2) {
    kernelPass(source, result, sigma, across);
    return result;
  }
  // A box of width w has variance (w²−1)/12; three of them must add up to sigma².
  const radius = Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
  boxPass(source, result, radius, across);
  boxPass(result, result, radius, across);
  boxPass(result, result, radius, across);
  return result;
}

/** Separable Gaussian of up to 2 × 5 + 1 taps, edges clamped. */
function kernelPass(source: Plane, target: Plane, sigma: number, across: Float32Array): void {
  const { width, height, data } = source;
  const reach = Math.min(5, Math.ceil(sigma * 2.5));
  const taps = Array.from({ length: 6 }, (_, k) => (k > reach ? 0 : Math.exp(-(k * k) / (2 * sigma * sigma))));
  const total = taps.reduce((sum, tap, k) => sum + (k === 0 ? tap : 2 * tap), 0);
  const [t0, t1, t2, t3, t4, t5] = taps.map((tap) => tap / total) as [number, number, number, number, number, number];
  const wide = reach > 3;
  // Each row is copied between clamped margins; then the taps are written out, which is twice as fast as a loop over them.
  const line = new Float32Array(width + 10);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    line.set(data.subarray(row, row + width), 5);
    line.fill(data[row] as number, 0, 5);
    line.fill(data[row + width - 1] as number, width + 5);
    for (let x = 5; x < width + 5; x += 1) {
      let sum =
        t0 * (line[x] as number) +
        t1 * ((line[x - 1] as number) + (line[x + 1] as number)) +
        t2 * ((line[x - 2] as number) + (line[x + 2] as number)) +
        t3 * ((line[x - 3] as number) + (line[x + 3] as number));
      if (wide)
        sum +=
          t4 * ((line[x - 4] as number) + (line[x + 4] as number)) +
          t5 * ((line[x - 5] as number) + (line[x + 5] as number));
      across[row + x - 5] = sum;
    }
  }
  const rowAt = (y: number): number => Math.min(height - 1, Math.max(0, y)) * width;
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const [u1, u2, u3, u4, u5] = [rowAt(y - 1), rowAt(y - 2), rowAt(y - 3), rowAt(y - 4), rowAt(y - 5)];
    const [d1, d2, d3, d4, d5] = [rowAt(y + 1), rowAt(y + 2), rowAt(y + 3), rowAt(y + 4), rowAt(y + 5)];
    for (let x = 0; x < width; x += 1) {
      let sum =
        t0 * (across[row + x] as number) +
        t1 * ((across[u1 + x] as number) + (across[d1 + x] as number)) +
        t2 * ((across[u2 + x] as number) + (across[d2 + x] as number)) +
        t3 * ((across[u3 + x] as number) + (across[d3 + x] as number));
      if (wide)
        sum +=
          t4 * ((across[u4 + x] as number) + (across[d4 + x] as number)) +
          t5 * ((across[u5 + x] as number) + (across[d5 + x] as number));
      target.data[row + x] = sum;
    }
  }
}

/** Mixes the two rows about `v` (rows from the middle of the first one, held within the plane) into `line`. */
export function mixRows({ width: w, height: h, data }: Plane, v: number, line: Float32Array): void {
  const held = clamp(v, 0, h - 1);
  const v0 = held | 0;
  const fy = held - v0;
  const top = v0 * w;
  const low = Math.min(h - 1, v0 + 1) * w;
  for (let x = 0; x < w; x += 1)
    line[x] = (data[top + x] as number) + ((data[low + x] as number) - (data[top + x] as number)) * fy;
}

/** Gives one row of an enlarged plane; the array is reused by the next call. */
export type RowReader = (y: number) => Float32Array;

/**
 * Reads `plane` enlarged to `width` × `height` row by row: the returned function gives row `y` in one array, which it reuses. Bilinear, like
 * `sampleBilinear` at every pixel's centre, at a quarter of its price.
 */
export function createRowReader(plane: Plane, width: number, height: number): RowReader {
  const { width: w, height: h } = plane;
  const row = new Float32Array(width);
  const line = new Float32Array(w + 1);
  const index = new Uint16Array(width);
  const blend = new Float32Array(width);
  for (let x = 0; x < width; x += 1) {
    const u = clamp(((x + 0.5) * w) / width - 0.5, 0, w - 1);
    index[x] = u | 0;
    blend[x] = u - (u | 0);
  }
  return (y) => {
    mixRows(plane, ((y + 0.5) * h) / height - 0.5, line);
    line[w] = line[w - 1] as number;
    for (let x = 0; x < width; x += 1) {
      const i = index[x] as number;
      const from = line[i] as number;
      row[x] = from + ((line[i + 1] as number) - from) * (blend[x] as number);
    }
    return row;
  };
}

/** How much `plane` rises from the upper left to the lower right of each pixel, over `reach` whole pixels either way. */
export function diagonalSlope(plane: Plane, reach: number): Plane {
  const { width, height, data } = plane;
  const slope = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y += 1) {
    const up = Math.max(0, y - reach) * width;
    const down = Math.min(height - 1, y + reach) * width;
    for (let x = 0; x < width; x += 1, i += 1)
      slope.data[i] =
        (data[down + Math.min(width - 1, x + reach)] as number) - (data[up + Math.max(0, x - reach)] as number);
  }
  return slope;
}

/** The value at a point between pixels, edges clamped; `x`, `y` in the plane's own pixels (centres at whole numbers). */
export function sampleBilinear(plane: Plane, x: number, y: number): number {
  const { width, height, data } = plane;
  const cx = x < 0 ? 0 : Math.min(x, width - 1);
  const cy = y < 0 ? 0 : Math.min(y, height - 1);
  const x0 = cx | 0;
  const y0 = cy | 0;
  const fx = cx - x0;
  const fy = cy - y0;
  const i = y0 * width + x0;
  const right = x0 + 1 < width ? 1 : 0;
  const down = y0 + 1 < height ? width : 0;
  const top = (data[i] as number) + ((data[i + right] as number) - (data[i] as number)) * fx;
  const low = (data[i + down] as number) + ((data[i + down + right] as number) - (data[i + down] as number)) * fx;
  return top + (low - top) * fy;
}

/** Hermite step: 0 at `low` and before, 1 at `high` and beyond, smooth between; `low` may be the greater of the two. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** `value` kept within [low, high]. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : Math.min(value, high);
}
