// Van Gogh: thick separate strokes that swirl around lights and through skies, dark contours, blues against yellows.
import type { Painting } from '../paint/painting.js';
import { keepDetail, keepLettering } from './keep.js';
import { addDirection } from './kernels/flow.js';
import { kuwahara } from './kernels/kuwahara.js';
import { type LabImage, labImage } from './kernels/oklab.js';
import { gaussianBlur, lumaPlane } from './kernels/plane.js';
import { createRandom, type Random } from './kernels/random.js';
import { createBristles } from './strokes/bristles.js';
import { formFlow } from './strokes/form-flow.js';
import { layStrokes, type StrokeLayer, type StrokeSubject } from './strokes/lay-strokes.js';
import { outlineStrokes } from './strokes/outline.js';
import { prime } from './strokes/prime.js';
import { shadeRelief } from './strokes/relief.js';
import type { Style } from './style-context.js';

/** A whirl in the air: strokes within `radius` circle around it. `pull` radians turn circles into spirals. */
interface Whirl {
  x: number;
  y: number;
  radius: number;
  weight: number;
  pull: number;
}

/** Centres of light in the sky (sun, moon, lamps), brightest first: peaks of blurred luma well above their surroundings. */
function findLights(painting: Painting, unit: number): { x: number; y: number; radius: number }[] {
  const { width, height, rgba, regions } = painting;
  const shrink = 8;
  const luma = lumaPlane(rgba, width, height, shrink);
  const near = gaussianBlur(luma, 2.5 * unit);
  const wide = gaussianBlur(luma, 14 * unit);
  const peaks: { x: number; y: number; gain: number }[] = [];
  for (let y = 1; y < near.height - 1; y += 1) {
    for (let x = 1; x < near.width - 1; x += 1) {
      const i = y * near.width + x;
      if (regions[Math.min(height - 1, y * shrink) * width + Math.min(width - 1, x * shrink)] !== 0) continue;
      const value = near.data[i] as number;
      const gain = value - (wide.data[i] as number);
      if (gain < 0.035) continue;
      const isPeak = [-near.width, near.width, -1, 1].every((step) => (near.data[i + step] as number) <= value);
      if (isPeak) peaks.push({ x: x * shrink, y: y * shrink, gain });
    }
  }
  peaks.sort((a, b) => b.gain - a.gain || a.y - b.y || a.x - b.x);
  return peaks.slice(0, 5).map(({ x, y, gain }) => ({ x, y, radius: (60 + 700 * Math.min(0.2, gain)) * unit }));
}

/** Whirls around the lights, and a few more in the open, spaced apart. */
function placeWhirls(painting: Painting, unit: number, random: Random): Whirl[] {
  const whirls: Whirl[] = findLights(painting, unit).map((light) => ({ ...light, weight: 3, pull: 0 }));
  for (let tries = 0; tries < 60 && whirls.length < 9; tries += 1) {
    const x = random.next() * painting.width;
    const y = random.next() * painting.height;
    const radius = random.between(70, 170) * unit;
    const clear = whirls.every((other) => Math.hypot(other.x - x, other.y - y) > (other.radius + radius) * 0.8);
    if (clear) whirls.push({ x, y, radius, weight: 1.4, pull: random.between(0.15, 0.5) });
  }
  return whirls;
}

/** Pushes colours to his palette: more chroma, shadows to blue, lights to yellow. In place. */
function heighten(aim: LabImage): void {
  for (let i = 0; i < aim.l.length; i += 1) {
    const l = aim.l[i] as number;
    const lean = (l - 0.55) * 0.07;
    aim.a[i] = (aim.a[i] as number) * 1.3;
    aim.b[i] = (aim.b[i] as number) * 1.3 + lean;
    aim.l[i] = l + (l - 0.55) * 0.08;
  }
}

/**
 * Curved strokes (Hertzmann 1998) along a flow that joins the picture's structure tensor with whirls: a sum of tensors, so
 * that edges, lights and open air each have their say.
 */
export const paintVanGogh: Style = function* ({ painting, seed, unit }) {
  const { width, height, rgba, detail, regions } = painting;
  const random = createRandom(seed, 2);
  const whirls = placeWhirls(painting, unit, random);
  const phase = random.between(0, 6.28);
  const flow = formFlow(painting, seed, (field, i, x, y, region) => {
    const care = detail[y * width + x] as number;
    const open = region === 'sky' ? 1 : region === 'subject' || region === 'lettering' ? 0 : 0.25 * (1 - care / 255);
    if (open === 0) return;
    const weight = open * 4e-3;
    // A long swell under everything, then the whirls.
    const swell = 0.5 * Math.sin(x / (130 * unit) + phase) + 0.35 * Math.sin(y / (70 * unit) + x / (260 * unit));
    addDirection(field, i, swell, weight);
    for (const whirl of whirls) {
      const dx = x - whirl.x;
      const dy = y - whirl.y;
      const near = (dx * dx + dy * dy) / (whirl.radius * whirl.radius);
      if (near > 4) continue;
      addDirection(
        field,
        i,
        Math.atan2(dy, dx) + Math.PI / 2 - whirl.pull,
        weight * whirl.weight * 2.5 * Math.exp(-near),
      );
    }
  });
  yield 0.12;
  const aimScale = 2;
  const aim = kuwahara(labImage(rgba, width, height, aimScale), flow, 3.5 * unit);
  heighten(aim);
  yield 0.25;
  const subject: StrokeSubject = { width, height, rgba, aim, aimScale, flow, detail, regions };
  const surface = prime(aim, aimScale, width, height);
  const thick = createBristles({ dryness: 0.35, streaks: 1, softness: 0.15, taper: 0.35 }, 8, 21);
  const fine = createBristles({ dryness: 0.2, streaks: 0.8, softness: 0.3, taper: 0.6 }, 6, 22);
  const common = { opacity: 0.97, streak: 24, turn: 0.08 };
  const layers: StrokeLayer[] = [
    {
      ...common,
      bristles: thick,
      half: 8,
      length: 90,
      spacing: 21,
      detail: [0, 140],
      threshold: 0,
      tolerance: [220, 70],
      limit: [0.16, 0.07],
      play: { light: 0.04, colour: 0.03 },
    },
    {
      ...common,
      bristles: thick,
      half: 5,
      length: 60,
      spacing: 14,
      detail: [0, 190],
      threshold: 0,
      tolerance: [170, 60],
      limit: [0.14, 0.07],
      play: { light: 0.055, colour: 0.035 },
    },
    {
      ...common,
      bristles: fine,
      half: 3.2,
      length: 32,
      spacing: 7.5,
      detail: [90, 255],
      threshold: 0,
      tolerance: [90, 45],
      limit: [0.1, 0.05],
      play: { light: 0.05, colour: 0.025 },
    },
    {
      ...common,
      bristles: fine,
      half: 1.8,
      length: 16,
      spacing: 4.2,
      detail: [110, 255],
      threshold: 12,
      tolerance: [80, 40],
      limit: [0.08, 0.05],
      play: { light: 0.03, colour: 0.015 },
    },
    // Sparks: stars, lit windows, flowers, laid on last with the tip of the brush.
    {
      ...common,
      bristles: fine,
      sparks: true,
      half: 2.8,
      length: 13,
      spacing: 5,
      detail: [0, 130],
      threshold: 30,
      tolerance: [110, 60],
      limit: [0.3, 0.3],
      play: { light: 0.03, colour: 0.02 },
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
  outlineStrokes(
    surface,
    subject,
    { bristles: fine, half: 2.2 * unit, length: 34 * unit, spacing: 9 * unit, colour: [28, 34, 74], opacity: 0.7 },
    random,
  );
  keepDetail(surface.rgba, painting, 190, 0.5);
  keepLettering(surface.rgba, painting, 0.88, 6 * unit);
  shadeRelief(surface, 22, 0.4, 0.25);
  return surface.rgba;
};
