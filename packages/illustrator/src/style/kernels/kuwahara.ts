// Edge-preserving simplification: flattens texture into patches of paint while edges stay where they are.

import type { FlowField } from './flow.js';
import type { LabImage } from './oklab.js';
import { gaussianBlur, type Plane } from './plane.js';

/** Sectors around a pixel; eight as in the literature. */
const sectors = 8;

/**
 * Anisotropic Kuwahara filter (Kyprianidis, Kang and Döllner, "Image and Video Abstraction by Anisotropic Kuwahara
 * Filtering", 2009) in a form that suits a CPU: the means and variances of the eight sectors are read from one blurred
 * copy of the picture, at points on an ellipse stretched along the flow, instead of being summed anew at every pixel.
 * `radius` in pixels of `image`; `sharpness` ≥ 1 is the exponent that favours quiet sectors (8 is crisp).
 * `flow` may have another resolution. Returns a new image.
 */
export function kuwahara(image: LabImage, flow: FlowField, radius: number, sharpness = 8): LabImage {
  const { width, height } = image;
  const plane = (data: Float32Array): Plane => ({ width, height, data });
  const sigma = Math.max(0.6, radius * 0.42);
  const l = gaussianBlur(plane(image.l), sigma).data;
  const a = gaussianBlur(plane(image.a), sigma).data;
  const b = gaussianBlur(plane(image.b), sigma).data;
  // Variance of lightness plus a share for colour: E[x²] − E[x]².
  const squares = new Float32Array(width * height);
  for (let i = 0; i < squares.length; i += 1) {
    const vl = image.l[i] as number;
    const va = image.a[i] as number;
    const vb = image.b[i] as number;
    squares[i] = vl * vl + va * va + vb * vb;
  }
  const spread = gaussianBlur(plane(squares), sigma).data;
  for (let i = 0; i < spread.length; i += 1) {
    const vl = l[i] as number;
    const va = a[i] as number;
    const vb = b[i] as number;
    const variance = Math.max(0, (spread[i] as number) - vl * vl - va * va - vb * vb);
    // 1 + (σ/σ0)^q, its inverse is the weight; σ0 ≈ 0.02 is just visible texture.
    spread[i] = 1 / (1e-4 + (variance * 2500) ** (sharpness / 4));
  }
  const result: LabImage = {
    width,
    height,
    l: new Float32Array(width * height),
    a: new Float32Array(width * height),
    b: new Float32Array(width * height),
  };
  const cos = Float32Array.from({ length: sectors }, (_, k) => Math.cos((k * 2 * Math.PI) / sectors));
  const sin = Float32Array.from({ length: sectors }, (_, k) => Math.sin((k * 2 * Math.PI) / sectors));
  const fieldScale = flow.width / width;
  for (let y = 0; y < height; y += 1) {
    const fieldRow = Math.min(flow.height - 1, (y * fieldScale) | 0) * flow.width;
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const f = fieldRow + Math.min(flow.width - 1, (x * fieldScale) | 0);
      // Along the flow the ellipse grows, across it shrinks, by up to two at a clean edge.
      const stretch = 1 + (flow.coherence[f] as number);
      const ux = (flow.tx[f] as number) * radius * stretch;
      const uy = (flow.ty[f] as number) * radius * stretch;
      const vx = (-(flow.ty[f] as number) * radius) / stretch;
      const vy = ((flow.tx[f] as number) * radius) / stretch;
      let weight = 0;
      let sumL = 0;
      let sumA = 0;
      let sumB = 0;
      for (let k = 0; k < sectors; k += 1) {
        let sx = (x + ux * (cos[k] as number) + vx * (sin[k] as number) + 0.5) | 0;
        let sy = (y + uy * (cos[k] as number) + vy * (sin[k] as number) + 0.5) | 0;
        sx = sx < 0 ? 0 : sx >= width ? width - 1 : sx;
        sy = sy < 0 ? 0 : sy >= height ? height - 1 : sy;
        const j = sy * width + sx;
        const w = spread[j] as number;
        weight += w;
        sumL += w * (l[j] as number);
        sumA += w * (a[j] as number);
        sumB += w * (b[j] as number);
      }
      result.l[i] = sumL / weight;
      result.a[i] = sumA / weight;
      result.b[i] = sumB / weight;
    }
  }
  return result;
}
