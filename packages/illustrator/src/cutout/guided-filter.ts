// Fits a coarse mask to the edges of a picture: the guided filter (He, Sun, Tang 2010) with a colour guide, its
// coefficients computed on a reduced picture and applied at full size (He and Sun 2015, "Fast Guided Filter").
import { boxBlur, createPlane, type Plane } from '../style/kernels/plane.js';

/** Three planes of one size, 0–1. */
export type Guide = [Plane, Plane, Plane];

/** mask ≈ red·r + green·g + blue·b + constant around every place. */
export interface EdgeModel {
  red: Plane;
  green: Plane;
  blue: Plane;
  constant: Plane;
}

/** `mask` and `guide` have one size. `radius` in their pixels; `smoothness` is the ε of the paper, in squared guide units. */
export function fitToEdges(mask: Plane, guide: Guide, radius: number, smoothness: number): EdgeModel {
  const { width, height } = mask;
  const mean = (plane: Plane): Plane => boxBlur(plane, radius);
  const product = (one: Plane, other: Plane): Plane => {
    const out = createPlane(width, height);
    for (let index = 0; index < out.data.length; index++)
      out.data[index] = (one.data[index] as number) * (other.data[index] as number);
    return out;
  };
  const [r, g, b] = guide;
  const [meanR, meanG, meanB, meanMask] = [mean(r), mean(g), mean(b), mean(mask)];
  const [rr, rg, rb, gg, gb, bb] = [
    mean(product(r, r)),
    mean(product(r, g)),
    mean(product(r, b)),
    mean(product(g, g)),
    mean(product(g, b)),
    mean(product(b, b)),
  ];
  const [mr, mg, mb] = [mean(product(mask, r)), mean(product(mask, g)), mean(product(mask, b))];
  const [red, green, blue, constant] = [0, 1, 2, 3].map(() => createPlane(width, height)) as [
    Plane,
    Plane,
    Plane,
    Plane,
  ];
  for (let index = 0; index < mask.data.length; index++) {
    const at = (plane: Plane): number => plane.data[index] as number;
    const [x, y, z, m] = [at(meanR), at(meanG), at(meanB), at(meanMask)];
    // Covariance of the guide (regularised) and of guide and mask; then the 3×3 system by Cramer's rule.
    const xx = at(rr) - x * x + smoothness;
    const xy = at(rg) - x * y;
    const xz = at(rb) - x * z;
    const yy = at(gg) - y * y + smoothness;
    const yz = at(gb) - y * z;
    const zz = at(bb) - z * z + smoothness;
    const mx = at(mr) - m * x;
    const my = at(mg) - m * y;
    const mz = at(mb) - m * z;
    const cofactorX = yy * zz - yz * yz;
    const cofactorY = xz * yz - xy * zz;
    const cofactorZ = xy * yz - xz * yy;
    const determinant = xx * cofactorX + xy * cofactorY + xz * cofactorZ;
    const a = (cofactorX * mx + cofactorY * my + cofactorZ * mz) / determinant;
    const b2 = (cofactorY * mx + (xx * zz - xz * xz) * my + (xy * xz - xx * yz) * mz) / determinant;
    const c = (cofactorZ * mx + (xy * xz - xx * yz) * my + (xx * yy - xy * xy) * mz) / determinant;
    red.data[index] = a;
    green.data[index] = b2;
    blue.data[index] = c;
    constant.data[index] = m - a * x - b2 * y - c * z;
  }
  return { red: mean(red), green: mean(green), blue: mean(blue), constant: mean(constant) };
}
