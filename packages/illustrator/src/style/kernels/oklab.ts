// Oklab, the perceptual colour space in which styles mix, compare and grade colours.
// Björn Ottosson, "A perceptual color space for image processing", 2020: L is lightness 0–1, a green–red, b blue–yellow.

/** An Oklab colour: [L, a, b]. */
export type Lab = [number, number, number];

/** Tables that make conversion cheap; built once, on first use (about 3 ms). */
interface Tables {
  /** 8-bit sRGB → linear light, 0–1. */
  linear: Float32Array;
  /** Linear light × 4096 → 8-bit sRGB. */
  encoded: Uint8Array;
  /** Cone response × 8192 → its cube root. */
  root: Float32Array;
}

let tables: Tables | undefined;
const encodedSteps = 8192;
const rootSteps = 16384;

function getTables(): Tables {
  if (tables) return tables;
  const linear = new Float32Array(256);
  for (let i = 0; i < 256; i += 1) {
    const c = i / 255;
    linear[i] = c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }
  const encoded = new Uint8Array(encodedSteps + 1);
  for (let i = 0; i <= encodedSteps; i += 1) {
    const c = i / encodedSteps;
    encoded[i] = Math.round(255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055));
  }
  const root = new Float32Array(rootSteps + 2);
  for (let i = 0; i < root.length; i += 1) root[i] = Math.cbrt(i / rootSteps);
  tables = { linear, encoded, root };
  return tables;
}

/** 8-bit sRGB → Oklab. */
export function toOklab(r: number, g: number, b: number): Lab {
  const { linear } = getTables();
  const lr = linear[r] as number;
  const lg = linear[g] as number;
  const lb = linear[b] as number;
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Oklab → 8-bit sRGB packed as 0xBBGGRR; colours outside sRGB are clipped channel by channel. */
export function packOklab(L: number, a: number, b: number): number {
  const { encoded } = getTables();
  const l = L + 0.3963377774 * a + 0.2158037573 * b;
  const m = L - 0.1055613458 * a - 0.0638541728 * b;
  const s = L - 0.0894841775 * a - 1.291485548 * b;
  const l3 = l * l * l * encodedSteps;
  const m3 = m * m * m * encodedSteps;
  const s3 = s * s * s * encodedSteps;
  const clip = (v: number): number => (v < 0 ? 0 : v > encodedSteps ? encodedSteps : (v + 0.5) | 0);
  const red = encoded[clip(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3)] as number;
  const green = encoded[clip(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3)] as number;
  const blue = encoded[clip(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3)] as number;
  return red | (green << 8) | (blue << 16);
}

/** Oklab → [r, g, b], 8-bit sRGB. */
export function fromOklab(L: number, a: number, b: number): [number, number, number] {
  const packed = packOklab(L, a, b);
  return [packed & 255, (packed >> 8) & 255, packed >> 16];
}

/** A whole picture in Oklab: three planes, H×W each. */
export interface LabImage {
  width: number;
  height: number;
  l: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

/** RGBA → Oklab planes, reduced `shrink` times by block means in linear light. Error below 0.002 except near black. */
export function labImage(rgba: Uint8ClampedArray, width: number, height: number, shrink = 1): LabImage {
  const { linear, root } = getTables();
  const w = Math.ceil(width / shrink);
  const h = Math.ceil(height / shrink);
  const image: LabImage = {
    width: w,
    height: h,
    l: new Float32Array(w * h),
    a: new Float32Array(w * h),
    b: new Float32Array(w * h),
  };
  const cube = (value: number): number => {
    const at = value * rootSteps;
    const i = at | 0;
    const low = root[i] as number;
    return low + ((root[i + 1] as number) - low) * (at - i);
  };
  for (let y = 0, o = 0; y < h; y += 1) {
    const y1 = Math.min(height, (y + 1) * shrink);
    for (let x = 0; x < w; x += 1, o += 1) {
      const x1 = Math.min(width, (x + 1) * shrink);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let yy = y * shrink; yy < y1; yy += 1) {
        for (let xx = x * shrink, i = (yy * width + xx) * 4; xx < x1; xx += 1, i += 4) {
          r += linear[rgba[i] as number] as number;
          g += linear[rgba[i + 1] as number] as number;
          b += linear[rgba[i + 2] as number] as number;
        }
      }
      const scale = 1 / ((y1 - y * shrink) * (x1 - x * shrink));
      r *= scale;
      g *= scale;
      b *= scale;
      const l3 = cube(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
      const m3 = cube(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
      const s3 = cube(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
      image.l[o] = 0.2104542553 * l3 + 0.793617785 * m3 - 0.0040720468 * s3;
      image.a[o] = 1.9779984951 * l3 - 2.428592205 * m3 + 0.4505937099 * s3;
      image.b[o] = 0.0259040371 * l3 + 0.7827717662 * m3 - 0.808675766 * s3;
    }
  }
  return image;
}
