// A mixture of Gaussians over Oklab: which colours the subject has, which the background (GrabCut, Rother 2004).
import type { LabGrid } from './lab-grid.js';

const components = 5;
/** Added to every variance: two samples closer than about 0.012 in Oklab are the same colour. */
const leastVariance = 1.5e-4;

interface Gaussian {
  mean: [number, number, number];
  /** Inverse covariance: ll, la, lb, aa, ab, bb. */
  inverse: [number, number, number, number, number, number];
  /** ln(share) − ½ ln(det). */
  offset: number;
}

/** Minus the log-likelihood of a colour, up to a constant that all models share. */
export type ColourModel = (l: number, a: number, b: number) => number;

/** Fits the mixture to the samples, each counted by its weight (≥ 0); undefined when next to nothing has weight. */
export function fitColourModel(grid: LabGrid, weights: Float32Array): ColourModel | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total < 8) return undefined;
  const nearest = cluster(grid, weights);
  const gaussians: Gaussian[] = [];
  for (let component = 0; component < components; component++) {
    const gaussian = fitGaussian(grid, weights, nearest, component, total);
    if (gaussian) gaussians.push(gaussian);
  }
  return (l, a, b) => {
    let best = Number.NEGATIVE_INFINITY;
    for (const { mean, inverse, offset } of gaussians) {
      const x = l - mean[0];
      const y = a - mean[1];
      const z = b - mean[2];
      const [xx, xy, xz, yy, yz, zz] = inverse;
      const squared = x * x * xx + y * y * yy + z * z * zz + 2 * (x * y * xy + x * z * xz + y * z * yz);
      const value = offset - squared / 2;
      if (value > best) best = value;
    }
    return -best;
  };
}

/** K-means, started from the colours farthest from one another, so that it needs no chance. The cluster of every sample. */
function cluster(grid: LabGrid, weights: Float32Array): Uint8Array {
  const { l, a, b } = grid;
  const count = l.length;
  const centres: [number, number, number][] = [];
  const distance = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  const nearest = new Uint8Array(count);
  const measure = (index: number, centre: [number, number, number]): number =>
    ((l[index] as number) - centre[0]) ** 2 +
    4 * (((a[index] as number) - centre[1]) ** 2 + ((b[index] as number) - centre[2]) ** 2);
  let next = weights.findIndex((weight) => weight > 0.5);
  for (let component = 0; component < components && next >= 0; component++) {
    const centre: [number, number, number] = [l[next] as number, a[next] as number, b[next] as number];
    centres.push(centre);
    next = -1;
    let farthest = 0;
    for (let index = 0; index < count; index++) {
      const weight = weights[index] as number;
      if (weight < 0.5) continue;
      const value = measure(index, centre);
      if (value < (distance[index] as number)) distance[index] = value;
      if ((distance[index] as number) > farthest) {
        farthest = distance[index] as number;
        next = index;
      }
    }
  }
  for (let round = 0; round < 6; round++) {
    const sums = centres.map(() => [0, 0, 0, 0]);
    for (let index = 0; index < count; index++) {
      const weight = weights[index] as number;
      if (weight <= 0) continue;
      let least = Number.POSITIVE_INFINITY;
      centres.forEach((centre, component) => {
        const value = measure(index, centre);
        if (value < least) {
          least = value;
          nearest[index] = component;
        }
      });
      const sum = sums[nearest[index] as number];
      if (!sum) continue;
      sum[0] = (sum[0] as number) + weight * (l[index] as number);
      sum[1] = (sum[1] as number) + weight * (a[index] as number);
      sum[2] = (sum[2] as number) + weight * (b[index] as number);
      sum[3] = (sum[3] as number) + weight;
    }
    sums.forEach(([sumL = 0, sumA = 0, sumB = 0, weight = 0], component) => {
      if (weight > 0) centres[component] = [sumL / weight, sumA / weight, sumB / weight];
    });
  }
  return nearest;
}

function fitGaussian(
  grid: LabGrid,
  weights: Float32Array,
  nearest: Uint8Array,
  component: number,
  total: number,
): Gaussian | undefined {
  let [count, meanL, meanA, meanB] = [0, 0, 0, 0];
  let [ll, la, lb, aa, ab, bb] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < nearest.length; index++) {
    const weight = nearest[index] === component ? (weights[index] as number) : 0;
    if (weight <= 0) continue;
    const l = grid.l[index] as number;
    const a = grid.a[index] as number;
    const b = grid.b[index] as number;
    count += weight;
    meanL += weight * l;
    meanA += weight * a;
    meanB += weight * b;
    ll += weight * l * l;
    la += weight * l * a;
    lb += weight * l * b;
    aa += weight * a * a;
    ab += weight * a * b;
    bb += weight * b * b;
  }
  if (count < 2) return undefined;
  meanL /= count;
  meanA /= count;
  meanB /= count;
  ll = ll / count - meanL * meanL + leastVariance;
  aa = aa / count - meanA * meanA + leastVariance;
  bb = bb / count - meanB * meanB + leastVariance;
  la = la / count - meanL * meanA;
  lb = lb / count - meanL * meanB;
  ab = ab / count - meanA * meanB;
  const determinant = ll * (aa * bb - ab * ab) - la * (la * bb - ab * lb) + lb * (la * ab - aa * lb);
  if (!(determinant > 0)) return undefined;
  return {
    mean: [meanL, meanA, meanB],
    inverse: [
      (aa * bb - ab * ab) / determinant,
      (lb * ab - la * bb) / determinant,
      (la * ab - lb * aa) / determinant,
      (ll * bb - lb * lb) / determinant,
      (la * lb - ll * ab) / determinant,
      (ll * aa - la * la) / determinant,
    ],
    offset: Math.log(count / total) - Math.log(determinant) / 2,
  };
}
