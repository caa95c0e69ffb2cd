// Neon: a dark city of light: edges glow like tubes, shadows sink into blue and violet, lamps bloom.
import { structureTensor, tangentFlow } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { flowLines, halfContrast } from './kernels/lines.js';
import { valueNoise } from './kernels/noise.js';
import { fromOklab, labImage } from './kernels/oklab.js';
import {
  boxBlur,
  createPlane,
  createRowReader,
  gaussianBlur,
  type Plane,
  type RowReader,
  smoothstep,
} from './kernels/plane.js';
import type { Style } from './style-context.js';

export const paintNeon: Style = function* ({ painting, seed, unit }) {
  const { width, height, detail } = painting;
  const half = halfContrast(painting);
  const flow = tangentFlow(structureTensor(half, 1.8 * unit), 2);
  const aim = kuwahara(labImage(painting.rgba, width, height, 2), flow, 2.2 * unit);
  yield 0.3;
  const noise = painting.photograph ? 1 : 0.45;
  const dark = flowLines(half, flow, {
    sigma: 1 * unit,
    tau: 1,
    threshold: 0.013 * noise,
    sharpness: 70 / noise,
    smooth: 4 * unit,
  });
  yield 0.5;
  // Tube colours: the thing's own hue made electric; greys take cyan or magenta by place.
  const w = aim.width;
  const h = aim.height;
  const tubes = [createPlane(w, h), createPlane(w, h), createPlane(w, h)] as [Plane, Plane, Plane];
  for (let y = 0, i = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, i += 1) {
      const line = dark.data[i] as number;
      if (line < 0.02) continue;
      let a = aim.a[i] as number;
      let b = aim.b[i] as number;
      const chroma = Math.sqrt(a * a + b * b);
      const place = smoothstep(0.42, 0.58, valueNoise(x / (150 * unit), y / (150 * unit), seed));
      const own = smoothstep(0.03, 0.1, chroma);
      // Cyan (−0.14, −0.07) and magenta (0.24, −0.08) are the poles of the night.
      a = own * (a / Math.max(chroma, 1e-3)) * 0.22 + (1 - own) * (-0.14 + 0.38 * place);
      b = own * (b / Math.max(chroma, 1e-3)) * 0.18 + (1 - own) * (-0.07 - 0.01 * place);
      const [r, g, bl] = fromOklab(0.74, a, b);
      tubes[0].data[i] = r * line;
      tubes[1].data[i] = g * line;
      tubes[2].data[i] = bl * line;
    }
  const glow = tubes.map((plane) => {
    const tight = gaussianBlur(plane, 2 * unit);
    const wide = boxBlur(boxBlur(tight, Math.round(9 * unit)), Math.round(12 * unit));
    for (let i = 0; i < wide.data.length; i += 1)
      wide.data[i] = 0.75 * (tight.data[i] as number) + 1.15 * (wide.data[i] as number);
    return wide;
  }) as [Plane, Plane, Plane];
  yield 0.75;
  // The night itself: light sinks, cold below, violet above; what was brightest stays lit.
  const night = [createPlane(w, h), createPlane(w, h), createPlane(w, h)] as [Plane, Plane, Plane];
  // A photograph has fewer outlines than a drawing, so more of its own light is left.
  const lit = painting.photograph ? 0.38 : 0.26;
  for (let y = 0, i = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, i += 1) {
      const l = aim.l[i] as number;
      const care = (detail[Math.min(height - 1, y * 2) * width + Math.min(width - 1, x * 2)] as number) / 255;
      const lamp = smoothstep(0.9, 0.99, l) * (1 - care);
      const level = 0.07 + l * (lit + 0.2 * care) + 0.25 * lamp;
      const shade = 1 - l;
      const [r, g, b] = fromOklab(
        level,
        (aim.a[i] as number) * 0.75 + 0.035 * shade + 0.012,
        (aim.b[i] as number) * 0.7 - 0.075 * shade - 0.03,
      );
      night[0].data[i] = r;
      night[1].data[i] = g;
      night[2].data[i] = b;
    }
  for (const [c, plane] of glow.entries())
    for (let i = 0; i < plane.data.length; i += 1)
      plane.data[i] = Math.min(255, (plane.data[i] as number) + 0.95 * ((tubes[c] as Plane).data[i] as number));
  const reader = (plane: Plane): RowReader => createRowReader(plane, width, height);
  const coreRow = reader(dark);
  const nightRows = night.map(reader);
  const glowRows = glow.map(reader);
  const output = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    const cores = coreRow(y);
    for (let c = 0; c < 3; c += 1) {
      const bases = (nightRows[c] as RowReader)(y);
      const lights = (glowRows[c] as RowReader)(y);
      for (let x = 0, p = y * width * 4 + c; x < width; x += 1, p += 4) {
        const core = cores[x] as number;
        const white = core > 0.55 ? (core - 0.55) * 1.4 : 0;
        // Screen: light adds up but never burns out to flat colour.
        const lit = 255 - ((255 - (bases[x] as number)) * (255 - (lights[x] as number))) / 255;
        output[p] = lit + (255 - lit) * white;
      }
    }
  }
  return output;
};
