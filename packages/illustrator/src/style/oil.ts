// Oil: impasto strokes along the form, broad in skies and fine on faces, lit like laid-on paint.
import { keepDetail, keepLettering } from './keep.js';
import { kuwahara } from './kernels/kuwahara.js';
import { labImage } from './kernels/oklab.js';
import { createRandom } from './kernels/random.js';
import { createBristles } from './strokes/bristles.js';
import { formFlow } from './strokes/form-flow.js';
import { layStrokes, type StrokeLayer, type StrokeSubject } from './strokes/lay-strokes.js';
import { prime } from './strokes/prime.js';
import { shadeRelief } from './strokes/relief.js';
import type { Style } from './style-context.js';

/**
 * Painterly rendering in several stroke sizes, coarse to fine (Hertzmann 1998), over a Kuwahara-simplified aim, with
 * strokes clipped by colour (Litwinowicz 1997) and a lit relief.
 */
export const paintOil: Style = function* ({ painting, seed, unit }) {
  const { width, height, rgba, detail, regions } = painting;
  const random = createRandom(seed, 1);
  const flow = formFlow(painting, seed);
  yield 0.1;
  const aimScale = 2;
  const aim = kuwahara(labImage(rgba, width, height, aimScale), flow, 3 * unit);
  yield 0.25;
  const subject: StrokeSubject = { width, height, rgba, aim, aimScale, flow, detail, regions };
  const surface = prime(aim, aimScale, width, height);
  const broad = createBristles({ dryness: 0.5, streaks: 0.9, softness: 0.25, taper: 0.15 }, 6, 11);
  const fine = createBristles({ dryness: 0.25, streaks: 0.6, softness: 0.35, taper: 0.5 }, 6, 12);
  const common = { opacity: 0.94, streak: 20, play: { light: 0.03, colour: 0.014 }, turn: 0.12 };
  const layers: StrokeLayer[] = [
    {
      ...common,
      bristles: broad,
      half: 13,
      length: 110,
      spacing: 27,
      detail: [0, 120],
      threshold: 0,
      tolerance: [190, 60],
      limit: [0.12, 0.06],
    },
    {
      ...common,
      bristles: broad,
      half: 7.5,
      length: 64,
      spacing: 16,
      detail: [30, 200],
      threshold: 0,
      tolerance: [130, 50],
      limit: [0.1, 0.06],
    },
    {
      ...common,
      bristles: broad,
      half: 6,
      length: 54,
      spacing: 14,
      detail: [0, 30],
      threshold: 9,
      tolerance: [130, 50],
      limit: [0.1, 0.06],
    },
    {
      ...common,
      bristles: fine,
      half: 4,
      length: 34,
      spacing: 8,
      detail: [120, 255],
      threshold: 0,
      tolerance: [90, 40],
      limit: [0.09, 0.05],
    },
    {
      ...common,
      bristles: fine,
      half: 2,
      length: 18,
      spacing: 4.5,
      detail: [70, 255],
      threshold: 9,
      tolerance: [80, 36],
      limit: [0.08, 0.05],
    },
    // Sparks: stars, lit windows, flowers, laid on last with the tip of the brush.
    {
      ...common,
      bristles: fine,
      sparks: true,
      half: 2.4,
      length: 9,
      spacing: 5,
      detail: [0, 130],
      threshold: 26,
      tolerance: [110, 60],
      limit: [0.3, 0.3],
    },
  ];
  for (const [k, layer] of layers.entries()) {
    const { half, length, spacing } = layer;
    layStrokes(
      surface,
      subject,
      { ...layer, half: half * unit, length: length * unit, spacing: spacing * unit },
      random,
    );
    yield 0.3 + 0.1 * (k + 1);
  }
  keepDetail(surface.rgba, painting, 170, 0.65);
  keepLettering(surface.rgba, painting, 0.9, 6 * unit);
  shadeRelief(surface, 16, 0.35, 0.4);
  return surface.rgba;
};
