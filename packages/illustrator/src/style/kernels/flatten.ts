// Flat colours at full size from a small map of labels, with smooth edges.
import { type Lab, type LabImage, packOklab } from './oklab.js';
import { clamp } from './plane.js';

/**
 * Paints each label in its colour (packed 0xBBGGRR) at `width` × `height`. Edges between labels become smooth curves with one
 * soft pixel instead of the small map's steps: of the four labels around a point the one with the most bilinear weight wins.
 */
export function renderLabels(
  labels: Uint8Array,
  labelWidth: number,
  labelHeight: number,
  colours: Uint32Array,
  width: number,
  height: number,
): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(rgba.buffer);
  const scaleX = labelWidth / width;
  const scaleY = labelHeight / height;
  const sharp = Math.max(0.5, 0.5 / Math.max(scaleX, scaleY));
  for (let y = 0; y < height; y += 1) {
    const v = clamp((y + 0.5) * scaleY - 0.5, 0, labelHeight - 1);
    const v0 = v | 0;
    const fy = v - v0;
    const top = v0 * labelWidth;
    const low = Math.min(labelHeight - 1, v0 + 1) * labelWidth;
    for (let x = 0; x < width; x += 1) {
      const u = clamp((x + 0.5) * scaleX - 0.5, 0, labelWidth - 1);
      const u0 = u | 0;
      const u1 = u0 + 1 < labelWidth ? u0 + 1 : u0;
      const a = labels[top + u0] as number;
      const b = labels[top + u1] as number;
      const c = labels[low + u0] as number;
      const d = labels[low + u1] as number;
      words[y * width + x] =
        a === b && a === c && a === d
          ? (colours[a] as number) | 0xff000000
          : blendCorner(colours, a, b, c, d, u - u0, fy, sharp) | 0xff000000;
    }
  }
  return rgba;
}

/** The colour at (fx, fy) between four labels, of which at least two differ. */
function blendCorner(
  colours: Uint32Array,
  a: number,
  b: number,
  c: number,
  d: number,
  fx: number,
  fy: number,
  sharp: number,
): number {
  let wa = (1 - fx) * (1 - fy);
  let wb = fx * (1 - fy);
  let wc = (1 - fx) * fy;
  const wd = fx * fy;
  // Equal labels pool their weight under the first of them.
  if (d === a) wa += wd;
  else if (d === b) wb += wd;
  else if (d === c) wc += wd;
  const ownD = d !== a && d !== b && d !== c ? wd : 0;
  if (c === a) {
    wa += wc;
    wc = 0;
  } else if (c === b) {
    wb += wc;
    wc = 0;
  }
  if (b === a) {
    wa += wb;
    wb = 0;
  }
  let first = a;
  let second = b;
  let firstWeight = wa;
  let secondWeight = wb;
  if (wb > wa) {
    first = b;
    second = a;
    firstWeight = wb;
    secondWeight = wa;
  }
  if (wc > firstWeight) {
    second = first;
    secondWeight = firstWeight;
    first = c;
    firstWeight = wc;
  } else if (wc > secondWeight) {
    second = c;
    secondWeight = wc;
  }
  if (ownD > firstWeight) {
    second = first;
    secondWeight = firstWeight;
    first = d;
    firstWeight = ownD;
  } else if (ownD > secondWeight) {
    second = d;
    secondWeight = ownD;
  }
  const t = 0.5 + 0.5 * Math.min(1, (firstWeight - secondWeight) * sharp * 2);
  return mixPacked(colours[second] as number, colours[first] as number, t);
}

/** `p` + (`q` − `p`) × `t` per channel of packed colours. */
function mixPacked(p: number, q: number, t: number): number {
  const r = (p & 255) + ((q & 255) - (p & 255)) * t;
  const g = ((p >> 8) & 255) + (((q >> 8) & 255) - ((p >> 8) & 255)) * t;
  const b = ((p >> 16) & 255) + (((q >> 16) & 255) - ((p >> 16) & 255)) * t;
  return (r + 0.5) | 0 | (((g + 0.5) | 0) << 8) | (((b + 0.5) | 0) << 16);
}

/** Packed colours of a palette. */
export function packPalette(palette: readonly Lab[]): Uint32Array {
  return Uint32Array.from(palette, ([l, a, b]) => packOklab(l, a, b));
}

/** `image` enlarged to the given size between its pixels (bilinear), as RGBA. */
export function renderSmooth(image: LabImage, width: number, height: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(rgba.buffer);
  const { width: w, height: h } = image;
  const row = new Float32Array(w * 3);
  for (let y = 0; y < height; y += 1) {
    const v = clamp(((y + 0.5) * h) / height - 0.5, 0, h - 1);
    const v0 = v | 0;
    const fy = v - v0;
    const top = v0 * w;
    const low = Math.min(h - 1, v0 + 1) * w;
    for (const [k, plane] of [image.l, image.a, image.b].entries())
      for (let x = 0; x < w; x += 1)
        row[k * w + x] = (plane[top + x] as number) + ((plane[low + x] as number) - (plane[top + x] as number)) * fy;
    for (let x = 0; x < width; x += 1) {
      const u = clamp(((x + 0.5) * w) / width - 0.5, 0, w - 1);
      const u0 = u | 0;
      const u1 = u0 + 1 < w ? u0 + 1 : u0;
      const fx = u - u0;
      const at = (k: number): number => {
        const from = row[k + u0] as number;
        return from + ((row[k + u1] as number) - from) * fx;
      };
      words[y * width + x] = packOklab(at(0), at(w), at(2 * w)) | 0xff000000;
    }
  }
  return rgba;
}
