// Oklab: the perceptual colour space in which artwork is measured and recoloured (Björn Ottosson, 2020).

/** Lightness 0–1, green–red and blue–yellow about −0.4…0.4. */
export interface Oklab {
  l: number;
  a: number;
  b: number;
}

function toLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toGamma(value: number): number {
  return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
}

// 256 entries instead of a power per channel: measuring an artwork asks for some 20,000 pixels.
let linearTable: Float64Array | undefined;

/** sRGB bytes (0–255 each) to Oklab. */
export function rgbToOklab(red: number, green: number, blue: number): Oklab {
  linearTable ??= Float64Array.from({ length: 256 }, (_, channel) => toLinear(channel));
  const r = linearTable[red] ?? 0;
  const g = linearTable[green] ?? 0;
  const b = linearTable[blue] ?? 0;
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
}

function oklabToLinear({ l, a, b }: Oklab): [number, number, number] {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** Oklab to sRGB bytes. What lies outside sRGB keeps its lightness and hue and loses chroma until it fits. */
export function oklabToRgb(colour: Oklab): [number, number, number] {
  const l = Math.min(1, Math.max(0, colour.l));
  let low = 0;
  let high = 1;
  let linear = oklabToLinear({ ...colour, l });
  const fits = (channels: readonly number[]) => channels.every((value) => value >= -1e-4 && value <= 1.0001);
  if (!fits(linear)) {
    for (let step = 0; step < 12; step++) {
      const middle = (low + high) / 2;
      linear = oklabToLinear({ l, a: colour.a * middle, b: colour.b * middle });
      if (fits(linear)) low = middle;
      else high = middle;
    }
    linear = oklabToLinear({ l, a: colour.a * low, b: colour.b * low });
  }
  const byte = (value: number) => Math.round(toGamma(Math.min(1, Math.max(0, value))));
  return [byte(linear[0]), byte(linear[1]), byte(linear[2])];
}

/** Distance from the grey axis; 0 grey, about 0.3 the most vivid sRGB colours. */
export function chromaOf({ a, b }: Oklab): number {
  return Math.hypot(a, b);
}

/** Hue angle in radians, −π…π. */
export function hueOf({ a, b }: Oklab): number {
  return Math.atan2(b, a);
}

/** Smallest signed turn from one hue to another, radians, −π…π. */
export function hueTurn(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

/** How different two colours look: Euclidean distance in Oklab, 0.02 just noticeable, 0.3 and more between basic colours. */
export function distance(one: Oklab, other: Oklab): number {
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

/** Lightness, chroma and hue (radians) to Oklab. */
export function fromPolar(l: number, chroma: number, hue: number): Oklab {
  return { l, a: chroma * Math.cos(hue), b: chroma * Math.sin(hue) };
}

/** `#rgb` or `#rrggbb` to Oklab. */
export function hexToOklab(hex: string): Oklab {
  const long = hex.length === 4 ? `#${hex[1]}${hex[1]}${hex[2]}${hex[2]}${hex[3]}${hex[3]}` : hex;
  const number = Number.parseInt(long.slice(1, 7), 16);
  return rgbToOklab(number >> 16, (number >> 8) & 255, number & 255);
}

/** Oklab to `#rrggbb`. */
export function oklabToHex(colour: Oklab): string {
  return `#${oklabToRgb(colour)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}
