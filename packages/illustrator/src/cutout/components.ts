// Tidies a mask: keeps the pieces that matter, closes small holes, grows and shrinks.

/** A mask: 1 inside, 0 outside, H×W. */
export interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Numbers the connected pieces (eight neighbours for inside, four for holes) of one value. */
function label(mask: Mask, value: 0 | 1): { labels: Int32Array; sizes: number[]; touchesBorder: boolean[] } {
  const { width, height, data } = mask;
  const labels = new Int32Array(data.length).fill(-1);
  const sizes: number[] = [];
  const touchesBorder: boolean[] = [];
  const stack: number[] = [];
  const diagonal = value === 1;
  for (let seed = 0; seed < data.length; seed++) {
    if (data[seed] !== value || labels[seed] !== -1) continue;
    const name = sizes.length;
    let size = 0;
    let border = false;
    labels[seed] = name;
    stack.push(seed);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      size += 1;
      const x = at % width;
      const y = (at - x) / width;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) border = true;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if ((dx === 0 && dy === 0) || (!diagonal && dx !== 0 && dy !== 0)) continue;
          if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
          const next = at + dy * width + dx;
          if (data[next] !== value || labels[next] !== -1) continue;
          labels[next] = name;
          stack.push(next);
        }
      }
    }
    sizes.push(size);
    touchesBorder.push(border);
  }
  return { labels, sizes, touchesBorder };
}

/**
 * Keeps the weightiest piece and every piece of at least `share` of its weight; a piece weighs the sum of `weights` over
 * it. An empty mask stays empty.
 */
export function keepMainPieces(mask: Mask, weights: Float32Array, share: number): Mask {
  const { labels, sizes } = label(mask, 1);
  const piecesWeight = sizes.map(() => 0);
  labels.forEach((name, index) => {
    if (name >= 0) piecesWeight[name] = (piecesWeight[name] as number) + (weights[index] as number);
  });
  const most = Math.max(...piecesWeight);
  const data = Uint8Array.from(labels, (name) => (name >= 0 && (piecesWeight[name] as number) >= most * share ? 1 : 0));
  return { ...mask, data };
}

/** Closes holes of at most `share` of the mask's area; larger ones (an arm akimbo, a handle) stay open. */
export function fillHoles(mask: Mask, share: number): Mask {
  const { labels, sizes, touchesBorder } = label(mask, 0);
  const area = mask.data.reduce((sum, value) => sum + value, 0);
  const data = mask.data.map((value, index) => {
    const name = labels[index] as number;
    if (value === 1 || name < 0) return 1;
    return !touchesBorder[name] && (sizes[name] as number) <= area * share ? 1 : 0;
  });
  return { ...mask, data };
}

/** Grows the mask by a square of `radius` samples on every side; a negative radius shrinks it (not at the picture's edge). */
export function grow(mask: Mask, radius: number): Mask {
  const { width, height } = mask;
  const spreading = radius >= 0 ? 1 : 0;
  const reach = Math.abs(radius);
  /** Spreads along lines: `step` from sample to sample, `lineStep` from line to line. */
  const spread = (from: Uint8Array, length: number, step: number, lines: number, lineStep: number): Uint8Array => {
    const out = Uint8Array.from(from);
    for (let line = 0; line < lines; line++) {
      let fromLeft = Number.POSITIVE_INFINITY;
      let fromRight = Number.POSITIVE_INFINITY;
      for (let place = 0; place < length; place++) {
        const left = line * lineStep + place * step;
        const right = line * lineStep + (length - 1 - place) * step;
        fromLeft = from[left] === spreading ? 0 : fromLeft + 1;
        fromRight = from[right] === spreading ? 0 : fromRight + 1;
        if (fromLeft <= reach) out[left] = spreading;
        if (fromRight <= reach) out[right] = spreading;
      }
    }
    return out;
  };
  const across = spread(mask.data, width, 1, height, width);
  return { ...mask, data: spread(across, height, width, width, 1) };
}
