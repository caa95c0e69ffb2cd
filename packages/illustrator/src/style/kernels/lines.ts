// Lines: where a draughtsman would put ink, as a plane of darkness.
import { type Painting, regionNames } from '../../paint/painting.js';
import type { FlowField } from './flow.js';
import { createPlane, gaussianBlur, type Plane, smoothstep } from './plane.js';

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
  name === 'subject' ? 0.16 : name === 'building' ? 0.1 : name === 'plant' ? 0.08 : name === 'far' ? 0.05 : 0,
);

/**
 * A plane for line finding in which neighbours of equal luma differ too: luma with unequal weights, less an offset per region
 * for scenes of our own. Reduced `shrink` times.
 */
export function contrastPlane({ rgba, width, height, regions, photograph }: Painting, shrink = 1): Plane {
  const plane = createPlane(Math.ceil(width / shrink), Math.ceil(height / shrink));
  const offsets = regionOffset.map((offset) => (photograph ? 0 : offset * 255));
  const scale = 1 / (255 * shrink * shrink);
  for (let y = 0, o = 0; y < plane.height; y += 1)
    for (let x = 0; x < plane.width; x += 1, o += 1) {
      let sum = 0;
      for (let dy = 0; dy < shrink; dy += 1) {
        const row = Math.min(height - 1, y * shrink + dy) * width;
        for (let dx = 0; dx < shrink; dx += 1) {
          const i = row + Math.min(width - 1, x * shrink + dx);
          const p = i * 4;
          sum +=
            0.42 * (rgba[p] as number) +
            0.5 * (rgba[p + 1] as number) +
            0.08 * (rgba[p + 2] as number) -
            (offsets[regions[i] as number] as number);
        }
      }
      plane.data[o] = sum * scale;
    }
  return plane;
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
export function smoothAlong(source: Plane, flow: FlowField, half: number, floor: number): Plane {
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
