// Structural similarity, to measure how close a picture stays to its reference.

/** Luma of H×W×4, box-reduced by `shrink`. */
function reducedLuma(rgba: Uint8ClampedArray, width: number, height: number, shrink: number): Float64Array {
  const w = Math.floor(width / shrink);
  const h = Math.floor(height / shrink);
  const luma = new Float64Array(w * h);
  for (let y = 0; y < h * shrink; y += 1)
    for (let x = 0; x < w * shrink; x += 1) {
      const p = (y * width + x) * 4;
      const i = Math.floor(y / shrink) * w + Math.floor(x / shrink);
      luma[i] =
        (luma[i] as number) +
        (0.2126 * (rgba[p] as number) + 0.7152 * (rgba[p + 1] as number) + 0.0722 * (rgba[p + 2] as number)) /
          (shrink * shrink);
    }
  return luma;
}

/**
 * Mean SSIM of two pictures of one size over 8×8 windows, every 4 pixels (Wang, Bovik, Sheikh and Simoncelli, "Image Quality
 * Assessment: From Error Visibility to Structural Similarity", 2004). 1 for equal pictures. `box` limits it to a part.
 */
export function ssim(
  a: Uint8ClampedArray,
  b: Uint8ClampedArray,
  width: number,
  height: number,
  box: { x0: number; y0: number; x1: number; y1: number } = { x0: 0, y0: 0, x1: width, y1: height },
  shrink = 1,
): number {
  const la = reducedLuma(a, width, height, shrink);
  const lb = reducedLuma(b, width, height, shrink);
  const w = Math.floor(width / shrink);
  const side = 8;
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  let sum = 0;
  let count = 0;
  for (let y = Math.ceil(box.y0 / shrink); y + side <= Math.floor(box.y1 / shrink); y += 4)
    for (let x = Math.ceil(box.x0 / shrink); x + side <= Math.floor(box.x1 / shrink); x += 4) {
      let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let dy = 0; dy < side; dy += 1)
        for (let dx = 0; dx < side; dx += 1) {
          const va = la[(y + dy) * w + x + dx] as number;
          const vb = lb[(y + dy) * w + x + dx] as number;
          ma += va;
          mb += vb;
          aa += va * va;
          bb += vb * vb;
          ab += va * vb;
        }
      const n = side * side;
      ma /= n;
      mb /= n;
      const varA = aa / n - ma * ma;
      const varB = bb / n - mb * mb;
      const cov = ab / n - ma * mb;
      sum += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (varA + varB + c2));
      count += 1;
    }
  return sum / count;
}
