// Line art: clean black pen lines of varying weight on white, with a few solid blacks.
import { structureTensor, tangentFlow } from './kernels/flow.js';
import { contrastPlanes, flowLines } from './kernels/lines.js';
import { createRowReader, gaussianBlur, smoothstep } from './kernels/plane.js';
import type { Style } from './style-context.js';

export const paintLineArt: Style = function* ({ painting, unit }) {
  const { width, height, rgba } = painting;
  const { full, half } = contrastPlanes(painting);
  const flow = tangentFlow(structureTensor(half, 1.6 * unit), 2);
  yield 0.2;
  // A drawn scene has no noise, so fainter edges may count.
  const noise = painting.photograph ? 1 : 0.4;
  const fine = flowLines(full, flow, {
    sigma: 1 * unit,
    tau: 1,
    threshold: 0.011 * noise,
    sharpness: 120,
    smooth: 5 * unit,
  });
  yield 0.6;
  // Weight: a broader pen where the contrast is broad, worked out at half size.
  const bold = flowLines(half, flow, {
    sigma: 1.5 * unit,
    tau: 1,
    threshold: 0.022 * noise,
    sharpness: 120,
    smooth: 4 * unit,
  });
  const tone = gaussianBlur(half, 1.5 * unit);
  yield 0.85;
  const output = new Uint8ClampedArray(rgba.length);
  const boldRow = createRowReader(bold, width, height);
  const toneRow = createRowReader(tone, width, height);
  for (let y = 0, i = 0; y < height; y += 1) {
    const bolds = boldRow(y);
    const tones = toneRow(y);
    for (let x = 0; x < width; x += 1, i += 1) {
      const solid = 1 - smoothstep(0.05, 0.08, tones[x] as number);
      const level = 255 * (1 - Math.max(fine.data[i] as number, bolds[x] as number, solid));
      const p = i * 4;
      output[p] = level;
      output[p + 1] = level;
      output[p + 2] = level;
      output[p + 3] = 255;
    }
  }
  return output;
};
