// Stained glass: panes cut along the picture's own edges, jewel colours lit from behind, rounded lead, fine lines painted on.
import { regionNames } from '../paint/painting.js';
import { keepDetail, keepLettering } from './keep.js';
import { structureTensor, tangentFlow } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { flowLines, halfContrast } from './kernels/lines.js';
import { fractalNoise } from './kernels/noise.js';
import { labImage, packOklab } from './kernels/oklab.js';
import {
  clamp,
  createPlane,
  createRowReader,
  diagonalSlope,
  gaussianBlur,
  type Plane,
  smoothstep,
} from './kernels/plane.js';
import { latticeValue } from './kernels/random.js';
import { cutPanes } from './panes.js';
import type { Style } from './style-context.js';

const smooth = regionNames.map((name) => name !== 'subject' && name !== 'lettering');

const thing = regionNames.indexOf('subject');

export const paintStainedGlass: Style = function* ({ painting, seed, unit }) {
  const { width, height, rgba, detail, regions } = painting;
  const contrast = halfContrast(painting);
  const flow = tangentFlow(structureTensor(contrast, 1.8 * unit), 2);
  const aim = kuwahara(labImage(rgba, width, height, 2), flow, 3.2 * unit);
  const { width: w, height: h } = aim;
  yield 0.25;
  const panes = cutPanes(painting, aim, seed, unit);
  yield 0.55;
  // Lead lies where panes meet; blurring the seam gives its width and its round back.
  const seam = createPlane(w, h);
  for (let y = 0; y < h - 1; y += 1)
    for (let x = 0; x < w - 1; x += 1) {
      const i = y * w + x;
      const label = panes.labels[i];
      if (label === panes.labels[i + 1] && label === panes.labels[i + w]) continue;
      // Outlines of things are leaded twice as heavily as the cuts within them.
      const here = regions[Math.min(height - 1, y * 2) * width + Math.min(width - 1, x * 2)];
      const right = regions[Math.min(height - 1, y * 2) * width + Math.min(width - 1, x * 2 + 2)];
      const below = regions[Math.min(height - 1, y * 2 + 2) * width + Math.min(width - 1, x * 2)];
      seam.data[i] = (here === thing) === (right === thing) && (here === thing) === (below === thing) ? 1 : 1.7;
    }
  const lead = gaussianBlur(seam, 1.6 * unit);
  const shade = gaussianBlur(seam, 6 * unit);
  const noise = painting.photograph ? 1 : 0.5;
  const painted = flowLines(contrast, flow, {
    sigma: 0.9 * unit,
    tau: 1,
    threshold: 0.014 * noise,
    sharpness: 90,
    smooth: 4 * unit,
  });
  const streak = fractalNoise(w, h, { size: 60 * unit, sizeY: 14 * unit, octaves: 4, seed: seed ^ 0x61 });
  yield 0.75;
  const colours = panes.colours.map(([l, a, b], k) => {
    const lift = (latticeValue(k, 1, seed) - 0.5) * 0.09;
    // Glass has no greys to speak of, and lets light through even where it is dark.
    const chroma = Math.sqrt(a * a + b * b);
    const gain = 1.45 + 0.5 * Math.max(0, 0.06 - chroma) * 10;
    return [clamp(0.24 + l * 0.72 + lift, 0, 0.97), a * gain, b * gain] as const;
  });
  // The glass itself is soft, so half the size is enough; lead and painted lines are drawn at full size.
  const glass = [createPlane(w, h), createPlane(w, h), createPlane(w, h)] as [Plane, Plane, Plane];
  for (let y = 0, i = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1, i += 1) {
      const full = Math.min(height - 1, y * 2) * width + Math.min(width - 1, x * 2);
      const [l, a, b] = colours[panes.labels[i] as number] as readonly [number, number, number];
      const care = (detail[full] as number) / 255;
      // In fine places the glass is flashed and etched: the picture's own tones show within the pane.
      const own = Math.min(1, smoothstep(0.42, 0.75, care) * 0.8 + (smooth[regions[full] as number] ? 0.12 : 0.3));
      const glassL = l + (0.2 + (aim.l[i] as number) * 0.76 - l) * own;
      const wave = (streak.data[i] as number) - 0.5;
      const bubble = latticeValue(x, y, seed ^ 0x62) > 0.9985 ? 0.07 : 0;
      const packed = packOklab(
        clamp(glassL + wave * 0.12 + bubble + 0.05 - (shade.data[i] as number) * 0.42, 0, 1),
        (a + ((aim.a[i] as number) * 1.35 - a) * own) * (1 + wave * 0.4),
        (b + ((aim.b[i] as number) * 1.35 - b) * own) * (1 + wave * 0.4),
      );
      glass[0].data[i] = packed & 255;
      glass[1].data[i] = (packed >> 8) & 255;
      glass[2].data[i] = packed >> 16;
      // What is painted on glass is painted where features are.
      painted.data[i] = (painted.data[i] as number) * smoothstep(0.3, 0.55, care) * 0.85;
    }
  yield 0.85;
  const output = new Uint8ClampedArray(rgba.length);
  const readers = [...glass, lead, diagonalSlope(lead, 1), painted].map((plane) =>
    createRowReader(plane, width, height),
  );
  for (let y = 0, p = 0; y < height; y += 1) {
    const [reds, greens, blues, leads, slopes, lines] = readers.map((read) => read(y)) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    for (let x = 0; x < width; x += 1, p += 4) {
      const metal = smoothstep(0.17, 0.3, leads[x] as number);
      const shine = (34 + clamp((slopes[x] as number) * 160, -22, 62)) * metal;
      const brown = (lines[x] as number) * (1 - metal);
      const keep = (1 - metal) * (1 - (lines[x] as number));
      output[p] = (reds[x] as number) * keep + shine + 26 * brown;
      output[p + 1] = (greens[x] as number) * keep + shine * 1.02 + 18 * brown;
      output[p + 2] = (blues[x] as number) * keep + shine * 1.1 + 14 * brown;
      output[p + 3] = 255;
    }
  }
  keepDetail(output, painting, 200, 0.35);
  keepLettering(output, painting, 0.85, 4 * unit);
  return output;
};
