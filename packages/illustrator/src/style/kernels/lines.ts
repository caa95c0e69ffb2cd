// Lines: where a draughtsman would put ink, as a plane of darkness.
import { type Painting, regionNames } from '../../paint/painting.js';
import type { FlowField } from './flow.js';
import { createPlane, createRowReader, gaussianBlur, halve, type Plane, smoothstep } from './plane.js';

/** How lines are found. */
export interface LineOptions {
  /** Width of the finest line, pixels (deviation of the inner Gaussian). */
  sigma: number;
  /** How much of the wider Gaussian is taken away: nearer 1 finds fainter lines. */
  tau: number;
  /** Response at which a line begins, about 0.01. */
  threshold: number;
  /** Slope of the soft threshold: 30 soft pencil, 150 hard ink. */
  sharpness: number;
  /** Half the distance over which lines are drawn together along the flow, pixels; 0 for none. */
  smooth: number;
}

/** How much darker a region counts than it is, so that a white dog in the snow still has an outline. */
const regionOffset = regionNames.map((name) =>
  name === 'subject' ? 0.16 : name === 'building' ? 0.1 : name === 'far' ? 0.05 : 0,
);

/** What lines are found in, at full and at half size. */
export interface Contrast {
  full: Plane;
  half: Plane;
}

/**
 * Planes for line finding in which neighbours of equal luma differ too: luma with unequal weights, less an offset per region for
 * scenes of our own, calmed where there is only texture. About 25 ms at 1024².
 */
export function contrastPlanes(painting: Painting): Contrast {
  const full = rawContrast(painting);
  const half = halve(full);
  const soft = gaussianBlur(half, (painting.width + painting.height) / 1024);
  calmTexture(full, soft, painting, 1);
  calmTexture(half, soft, painting, 2);
  return { full, half };
}

/** The half of `contrastPlanes` alone. */
export function halfContrast(painting: Painting): Plane {
  const half = halve(rawContrast(painting));
  calmTexture(half, gaussianBlur(half, (painting.width + painting.height) / 1024), painting, 2);
  return half;
}

function rawContrast({ rgba, width, height, regions, photograph }: Painting): Plane {
  const plane = createPlane(width, height);
  const offsets = Float32Array.from(regionOffset, (offset) => (photograph ? 0 : offset));
  const gain = (photograph ? contrastGain(rgba, width, height) : 1) / 255;
  const [red, green, blue] = [0.42 * gain, 0.5 * gain, 0.08 * gain];
  for (let i = 0, p = 0; i < plane.data.length; i += 1, p += 4)
    plane.data[i] =
      red * (rgba[p] as number) +
      green * (rgba[p + 1] as number) +
      blue * (rgba[p + 2] as number) -
      (offsets[regions[i] as number] as number);
  return plane;
}

/**
 * How much a photograph's contrast must be raised (0.8–3) for its stronger edges to be as strong as in a crisp one: soft and hazy
 * pictures have lines too. Measured on every ninth pixel: the 94th percentile of the step over four pixels.
 */
function contrastGain(rgba: Uint8ClampedArray, width: number, height: number): number {
  const histogram = new Uint32Array(256);
  const reach = Math.max(2, Math.round((width + height) / 512));
  let count = 0;
  for (let y = 0; y + reach < height; y += 3)
    for (let x = 0; x + reach < width; x += 3) {
      const p = (y * width + x) * 4 + 1;
      const step = Math.max(
        Math.abs((rgba[p] as number) - (rgba[p + reach * 4] as number)),
        Math.abs((rgba[p] as number) - (rgba[p + reach * width * 4] as number)),
      );
      histogram[step] = (histogram[step] as number) + 1;
      count += 1;
    }
  let above = 0;
  let step = 255;
  while (step > 0 && above < count * 0.06) {
    above += histogram[step] as number;
    step -= 1;
  }
  return Math.min(3, Math.max(0.8, 70 / Math.max(1, step)));
}

/** How much of the texture of a region lines should pass over: nobody draws every blade of grass. */
const texture = regionNames.map((name) => (name === 'ground' || name === 'plant' ? 0.82 : name === 'water' ? 0.6 : 0));

/** Mixes `soft` (of half the painting's size) into `plane` (`shrink` times smaller than it), in place, where there is only texture. */
function calmTexture(plane: Plane, soft: Plane, painting: Painting, shrink: number): void {
  const { width, height, regions, detail } = painting;
  const weight = Float32Array.from({ length: 256 }, (_, care) => 1 - smoothstep(60, 125, care));
  const calm = Float32Array.from(texture, (share) => (painting.photograph ? 0.5 : share));
  const softRow = createRowReader(soft, plane.width, plane.height);
  for (let y = 0, i = 0; y < plane.height; y += 1) {
    const row = Math.min(height - 1, y * shrink) * width;
    const softs = softRow(y);
    for (let x = 0; x < plane.width; x += 1, i += 1) {
      const at = row + Math.min(width - 1, x * shrink);
      const share = (calm[regions[at] as number] as number) * (weight[detail[at] as number] as number);
      if (share > 0)
        plane.data[i] = (plane.data[i] as number) + ((softs[x] as number) - (plane.data[i] as number)) * share;
    }
  }
}

/**
 * Extended difference of Gaussians, smoothed along the edge tangent flow (Winnemöller, Kyprianidis and Olsen, "XDoG: an
 * eXtended difference-of-Gaussians compendium", 2012; flow-guided form after Kang, Lee and Chui 2007). Returns ink, 0 (none) –
 * 1 (full), at `source`'s resolution.
 */
export function flowLines(source: Plane, flow: FlowField, options: LineOptions): Plane {
  const { tau, threshold, sharpness } = options;
  const response = gaussianBlur(source, options.sigma);
  const narrow = response === source ? { ...source, data: source.data.slice() } : response;
  const wide = gaussianBlur(source, options.sigma * 1.6).data;
  // Positive where the place is darker than its surroundings.
  for (let i = 0; i < wide.length; i += 1) narrow.data[i] = tau * (wide[i] as number) - (narrow.data[i] as number);
  const drawn = options.smooth > 0 ? smoothAlong(narrow, flow, options.smooth, threshold * 0.3) : narrow;
  for (let i = 0; i < wide.length; i += 1) {
    // A rational soft step instead of tanh: the same shape, a tenth of the time, equal on every machine.
    const over = ((drawn.data[i] as number) - threshold) * sharpness;
    drawn.data[i] = over <= 0 ? 0 : Math.min(1, (over / (1 + over)) * 1.2);
  }
  return drawn;
}

/**
 * The lines of careful places only (detail above about 140: eyes, mouths, whiskers), at half size: for styles whose material is too
 * coarse to keep an expression by itself.
 */
export function featureLines(painting: Painting, contrast: Plane, flow: FlowField, unit: number): Plane {
  const lines = flowLines(contrast, flow, {
    sigma: 0.9 * unit,
    tau: 1,
    threshold: 0.014 * (painting.photograph ? 1 : 0.6),
    sharpness: 110,
    smooth: 2 * unit,
  });
  for (let y = 0, i = 0; y < lines.height; y += 1)
    for (let x = 0; x < lines.width; x += 1, i += 1) {
      const full = Math.min(painting.height - 1, y * 2) * painting.width + Math.min(painting.width - 1, x * 2);
      lines.data[i] = (lines.data[i] as number) * smoothstep(135, 195, painting.detail[full] as number);
    }
  return lines;
}

/**
 * Mean along the flow, `half` pixels each way: joins broken lines and calms ragged ones. Places with values below `floor` stay
 * as they are: most of a picture is no line, and skipping it is most of the speed.
 */
function smoothAlong(source: Plane, flow: FlowField, half: number, floor: number): Plane {
  const { width, height, data } = source;
  const result = createPlane(width, height);
  const toFlow = flow.width / width;
  const steps = Math.max(1, Math.round(half / 1.5));
  const stride = half / steps;
  for (let y = 0; y < height; y += 1) {
    const flowRow = Math.min(flow.height - 1, (y * toFlow) | 0) * flow.width;
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const here = data[i] as number;
      if (here < floor) {
        result.data[i] = here;
        continue;
      }
      const f = flowRow + Math.min(flow.width - 1, (x * toFlow) | 0);
      const dx = (flow.tx[f] as number) * stride;
      const dy = (flow.ty[f] as number) * stride;
      let sum = here;
      let px = x + 0.5;
      let py = y + 0.5;
      let qx = px;
      let qy = py;
      let count = 1;
      for (let k = 0; k < steps; k += 1) {
        px += dx;
        py += dy;
        qx -= dx;
        qy -= dy;
        if (px >= 0 && py >= 0 && px < width && py < height) {
          sum += data[(py | 0) * width + (px | 0)] as number;
          count += 1;
        }
        if (qx >= 0 && qy >= 0 && qx < width && qy < height) {
          sum += data[(qy | 0) * width + (qx | 0)] as number;
          count += 1;
        }
      }
      result.data[i] = sum / count;
    }
  }
  return result;
}
