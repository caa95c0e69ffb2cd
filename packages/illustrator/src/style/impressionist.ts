// Impressionist: short dabs of broken colour in bright air, violet shadows, water in level strokes, a primed canvas between.
import { regionNames } from '../paint/painting.js';
import { keepDetail, keepLettering } from './keep.js';
import { addDirection } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { type LabImage, labImage } from './kernels/oklab.js';
import { createRandom, type Random } from './kernels/random.js';
import { createBristles } from './strokes/bristles.js';
import { formFlow } from './strokes/form-flow.js';
import { layStrokes, type StrokeDraft, type StrokeLayer, type StrokeSubject } from './strokes/lay-strokes.js';
import { prime } from './strokes/prime.js';
import { shadeRelief } from './strokes/relief.js';
import type { Style } from './style-context.js';

const [water, ground, plant, sky] = (['water', 'ground', 'plant', 'sky'] as const).map((name) =>
  regionNames.indexOf(name),
);

/** Lifts the key: shadows become light and violet, lights warm, no black anywhere. In place. */
function openShadows(aim: LabImage): void {
  for (let i = 0; i < aim.l.length; i += 1) {
    const l = aim.l[i] as number;
    const shade = Math.max(0, 0.55 - l);
    aim.l[i] = 0.16 + l * 0.82 + 0.06 * l * (1 - l);
    aim.a[i] = (aim.a[i] as number) * 1.18 + shade * 0.05;
    aim.b[i] = (aim.b[i] as number) * 1.18 - shade * 0.09 + Math.max(0, l - 0.6) * 0.05;
  }
}

/** Breaks a colour: one dab in five leans to a neighbouring hue, keeping its lightness; nearby dabs mix in the eye. */
function breakColour(draft: StrokeDraft, random: Random): boolean {
  const quiet = 1 - draft.detail / 255;
  const chroma = Math.sqrt(draft.a * draft.a + draft.b * draft.b);
  const roll = random.next();
  const swing = roll < 0.1 ? 1.1 : roll < 0.2 ? -0.9 : random.between(-0.4, 0.4);
  const angle = swing * (0.25 + 0.75 * quiet);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const a = draft.a * cos - draft.b * sin;
  draft.b = draft.a * sin + draft.b * cos + (roll > 0.85 ? 0.015 : 0);
  draft.a = a;
  draft.L += (roll > 0.8 ? 0.05 : 0) * quiet + (chroma < 0.03 ? random.normal() * 0.015 * quiet : 0);
  if (draft.region === water) {
    draft.length *= 1.7;
    draft.turn *= 0.2;
  } else if (draft.region === plant || draft.region === ground) draft.length *= 0.8;
  else if (draft.region === sky) draft.half *= 1.15;
  return true;
}

/** Dabs in several sizes (Hertzmann 1998), colour broken per dab after the practice of optical mixing. */
export const paintImpressionist: Style = function* ({ painting, seed, unit }) {
  const { width, height, rgba, detail, regions } = painting;
  const random = createRandom(seed, 3);
  const flow = formFlow(painting, seed, (field, i, _x, _y, region) => {
    // Level water, slanting skies: the wrist's own rhythm.
    if (region === 'water') addDirection(field, i, 0, 4e-3);
    else if (region === 'sky') addDirection(field, i, -0.35, 0.5e-3);
  });
  yield 0.1;
  const aimScale = 2;
  const aim = kuwahara(labImage(rgba, width, height, aimScale), flow, 3.2 * unit);
  openShadows(aim);
  yield 0.25;
  const subject: StrokeSubject = { width, height, rgba, aim, aimScale, flow, detail, regions };
  const surface = prime(aim, aimScale, width, height);
  const dab = createBristles({ dryness: 0.55, streaks: 0.85, softness: 0.3, taper: 0.25 }, 8, 31);
  const touch = createBristles({ dryness: 0.25, streaks: 0.6, softness: 0.35, taper: 0.4 }, 6, 32);
  const adjust = (draft: StrokeDraft): boolean => breakColour(draft, random);
  const common = { opacity: 0.88, streak: 18, adjust };
  const layers: StrokeLayer[] = [
    {
      ...common,
      bristles: dab,
      half: 9,
      length: 44,
      spacing: 16,
      detail: [0, 150],
      threshold: 0,
      tolerance: [210, 80],
      limit: [0.2, 0.1],
      play: { light: 0.045, colour: 0.03 },
      turn: 0.4,
    },
    {
      ...common,
      bristles: dab,
      half: 5.5,
      length: 26,
      spacing: 10,
      detail: [0, 200],
      threshold: 0,
      tolerance: [150, 60],
      limit: [0.16, 0.08],
      play: { light: 0.05, colour: 0.034 },
      turn: 0.45,
    },
    {
      ...common,
      bristles: touch,
      half: 3.4,
      length: 15,
      spacing: 6.2,
      detail: [70, 255],
      threshold: 0,
      tolerance: [95, 45],
      limit: [0.12, 0.06],
      play: { light: 0.04, colour: 0.026 },
      turn: 0.35,
    },
    {
      ...common,
      bristles: touch,
      half: 2,
      length: 9,
      spacing: 4,
      detail: [120, 255],
      threshold: 22,
      tolerance: [80, 40],
      limit: [0.1, 0.05],
      play: { light: 0.025, colour: 0.015 },
      turn: 0.2,
    },
    // Sparks: stars, lit windows, flowers, laid on last with the tip of the brush.
    {
      ...common,
      bristles: touch,
      sparks: true,
      half: 2.8,
      length: 9,
      spacing: 5,
      detail: [0, 130],
      threshold: 34,
      tolerance: [110, 60],
      limit: [0.3, 0.3],
      play: { light: 0.03, colour: 0.02 },
      turn: 0.3,
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
    yield 0.3 + 0.12 * (k + 1);
  }
  keepDetail(surface.rgba, painting, 180, 0.5);
  keepLettering(surface.rgba, painting, 0.85, 6 * unit);
  shadeRelief(surface, 11, 0.15, 0.5);
  return surface.rgba;
};
