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

/** Mean over a (2·radius+1)² window, edges clamped; `radius` in whole pixels. Cost does not depend on the radius. */
export function boxBlur(source: Plane, radius: number): Plane {
  const result = createPlane(source.width, source.height);
  boxPass(source, result, radius, new Float32Array(source.data.length));
  return result;
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
  const scratch = new Float32Array(source.data.length);
  if (sigma < 2) {
    kernelPass(source, result, sigma, scratch);
    return result;
  }
  // A box of width w has variance (w²−1)/12; three of them must add up to sigma².
  const radius = Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
  boxPass(source, result, radius, scratch);
  boxPass(result, result, radius, scratch);
  boxPass(result, result, radius, scratch);
  return result;
}

/** Separable Gaussian of up to 2 × 5 + 1 taps, edges clamped. */
function kernelPass(source: Plane, target: Plane, sigma: number, across: Float32Array): void {
  const { width, height, data } = source;
  const reach = Math.min(5, Math.ceil(sigma * 2.5));
  const taps = Float64Array.from({ length: reach + 1 }, (_, k) => Math.exp(-(k * k) / (2 * sigma * sigma)));
  const total = taps.reduce((sum, tap, k) => sum + (k === 0 ? tap : 2 * tap), 0);
  for (let k = 0; k <= reach; k += 1) taps[k] = (taps[k] as number) / total;
  const middle = taps[0] as number;
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const last = row + width - 1;
    for (let x = 0; x < width; x += 1) {
      const i = row + x;
      let sum = middle * (data[i] as number);
      if (x >= reach && x < width - reach)
        for (let k = 1; k <= reach; k += 1)
          sum += (taps[k] as number) * ((data[i - k] as number) + (data[i + k] as number));
      else
        for (let k = 1; k <= reach; k += 1)
          sum +=
            (taps[k] as number) * ((data[Math.max(row, i - k)] as number) + (data[Math.min(last, i + k)] as number));
      across[i] = sum;
    }
  }
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let x = 0; x < width; x += 1) target.data[row + x] = middle * (across[row + x] as number);
    for (let k = 1; k <= reach; k += 1) {
      const up = Math.max(0, y - k) * width;
      const down = Math.min(height - 1, y + k) * width;
      const tap = taps[k] as number;
      for (let x = 0; x < width; x += 1)
        target.data[row + x] =
          (target.data[row + x] as number) + tap * ((across[up + x] as number) + (across[down + x] as number));
    }
  }
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
