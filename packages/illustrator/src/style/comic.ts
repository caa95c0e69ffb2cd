// Comic: bold ink, flat printing colours, Ben-Day dots in the half tones.
import { flattenPicture } from './flat-picture.js';
import { keepLettering } from './keep.js';
import { packPalette, renderLabels } from './kernels/flatten.js';
import { halftone } from './kernels/halftone.js';
import { flowLines } from './kernels/lines.js';
import type { Lab } from './kernels/oklab.js';
import { createRowReader, smoothstep } from './kernels/plane.js';
import type { Style } from './style-context.js';

/** Printing inks: more chroma, the lights lighter, no muddy middle. */
function toPrint([l, a, b]: Lab): Lab {
  const lift = l > 0.42 ? Math.min(0.97, 0.46 + (l - 0.42) * 1.02) : l;
  return [lift, a * 1.3, b * 1.3 + 0.006];
}

/** Soft quantisation to few colours under flow-guided XDoG ink (Winnemöller, Olsen and Gooch 2006; Winnemöller 2012). */
export const paintComic: Style = function* ({ painting, seed, unit }) {
  const { width, height, detail } = painting;
  const flat = flattenPicture(painting, { colours: 20, radius: 6, rounds: 2, seed, unit });
  const { aim, flow } = flat;
  yield 0.35;
  const output = renderLabels(
    flat.labels,
    aim.width,
    aim.height,
    packPalette(flat.palette.map(toPrint)),
    width,
    height,
  );
  yield 0.5;
  // A drawn scene has no noise, so fainter edges may count.
  const noise = painting.photograph ? 1 : 0.4;
  const fine = flowLines(flat.contrast.full, flow, {
    sigma: 1.1 * unit,
    tau: 1,
    threshold: 0.012 * noise,
    sharpness: 130 / noise,
    smooth: 5 * unit,
  });
  const bold = flowLines(flat.contrast.half, flow, {
    sigma: 1.9 * unit,
    tau: 1,
    threshold: 0.02 * noise,
    sharpness: 130,
    smooth: 5 * unit,
  });
  yield 0.8;
  const cell = 7.5 * unit;
  const toneRow = createRowReader(flat.light, width, height);
  const boldRow = createRowReader(bold, width, height);
  for (let y = 0, i = 0; y < height; y += 1) {
    const tones = toneRow(y);
    const bolds = boldRow(y);
    for (let x = 0; x < width; x += 1, i += 1) {
      const p = i * 4;
      const tone = tones[x] as number;
      const care = (detail[i] as number) / 255;
      // Dots where it is half dark, none in lights, none over eyes and letters.
      const dots = 0.55 * smoothstep(0.8, 0.4, tone) * (1 - smoothstep(0.62, 0.8, care));
      const cover = dots > 0.02 ? halftone(x, y, dots, cell) * 0.3 : 0;
      const ink = Math.max(fine.data[i] as number, bolds[x] as number, 1 - smoothstep(0.16, 0.2, tone));
      const keep = (1 - cover) * (1 - ink);
      output[p] = (output[p] as number) * keep + 14 * ink;
      output[p + 1] = (output[p + 1] as number) * keep + 12 * ink;
      output[p + 2] = (output[p + 2] as number) * (keep + 0.25 * cover * (1 - ink)) + 20 * ink;
    }
  }
  keepLettering(output, painting, 0.75, 4 * unit);
  return output;
};
