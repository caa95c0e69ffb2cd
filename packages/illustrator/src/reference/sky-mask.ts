// Finds the sky of a photograph.
import { boxBlur, createPlane, type Plane, sampleBilinear } from '../style/kernels/plane.js';

/** Squared gradient above which a place is no plain sky; haze and soft clouds stay below. */
const plainEdge = 0.012;

/**
 * Sky, H×W: 1 where sky. What hangs together with the upper border, is smooth, and is bluer than red or bright and neutral; then grown, by
 * likeness to the sky's colour nearby, into the gaps between twigs and up to the outlines of things. `luma` and `edges` (squared gradients)
 * are `shrink` times smaller. Empty when less than a third of the upper border looks like sky: a bright corner of a room is none.
 */
export function findSky(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  luma: Plane,
  edges: Plane,
  shrink: number,
): Uint8Array {
  const core = floodFromAbove(rgba, width, height, luma, edges, shrink);
  if (!core) return new Uint8Array(width * height);
  return growByColour(core, rgba, width, height, shrink);
}

function floodFromAbove(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  luma: Plane,
  edges: Plane,
  shrink: number,
): Plane | undefined {
  const { width: w, height: h } = luma;
  const mask = createPlane(w, h);
  const looksLikeSky = (i: number): boolean => {
    if ((edges.data[i] as number) > plainEdge) return false;
    const p = (Math.min(height - 1, ((i / w) | 0) * shrink) * width + Math.min(width - 1, (i % w) * shrink)) * 4;
    const r = rgba[p] as number;
    const g = rgba[p + 1] as number;
    const b = rgba[p + 2] as number;
    return (b > r * 1.08 && r + g + b > 45) || (r + g + b > 510 && b > r * 0.985);
  };
  const queue = new Int32Array(w * h);
  let tail = 0;
  for (let x = 0; x < w; x += 1)
    if (looksLikeSky(x)) {
      mask.data[x] = 1;
      queue[tail++] = x;
    }
  if (tail < w * 0.3) return undefined;
  for (let head = 0; head < tail; head += 1) {
    const i = queue[head] as number;
    const x = i % w;
    for (const j of [i - 1, i + 1, i - w, i + w]) {
      if (j < 0 || j >= mask.data.length || mask.data[j] === 1) continue;
      if ((j === i - 1 && x === 0) || (j === i + 1 && x === w - 1) || !looksLikeSky(j)) continue;
      mask.data[j] = 1;
      queue[tail++] = j;
    }
  }
  return mask;
}

/** Full-size mask: sky is what lies in or near `core` and has the colour of the sky around it. */
function growByColour(core: Plane, rgba: Uint8ClampedArray, width: number, height: number, shrink: number): Uint8Array {
  const reach = Math.max(4, Math.round(core.width / 32));
  const weight = boxBlur(boxBlur(core, reach), reach);
  // The sky's own colour around each place: a blur that counts sky only.
  const [red, green, blue] = [0, 1, 2].map((c) => {
    const channel = createPlane(core.width, core.height);
    for (let y = 0, i = 0; y < core.height; y += 1)
      for (let x = 0; x < core.width; x += 1, i += 1) {
        const p = (Math.min(height - 1, y * shrink + 1) * width + Math.min(width - 1, x * shrink + 1)) * 4;
        channel.data[i] = (core.data[i] as number) * (rgba[p + c] as number);
      }
    const blurred = boxBlur(boxBlur(channel, reach), reach);
    for (let i = 0; i < blurred.data.length; i += 1)
      blurred.data[i] = (blurred.data[i] as number) / Math.max(1e-4, weight.data[i] as number);
    return blurred;
  }) as [Plane, Plane, Plane];
  const mask = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const u = (x - 1.5) / shrink;
      const v = (y - 1.5) / shrink;
      const near = sampleBilinear(weight, u, v);
      if (near < 0.008) continue;
      const p = i * 4;
      const far =
        Math.abs((rgba[p] as number) - sampleBilinear(red, u, v)) +
        Math.abs((rgba[p + 1] as number) - sampleBilinear(green, u, v)) +
        Math.abs((rgba[p + 2] as number) - sampleBilinear(blue, u, v));
      // Within the core anything goes but a strong contrast; outside it must be alike.
      const inside = sampleBilinear(core, u, v);
      if (far < 54 + 90 * inside) mask[i] = 1;
    }
  return mask;
}
