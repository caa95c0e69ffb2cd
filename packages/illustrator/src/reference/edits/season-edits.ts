// Seasons laid over a photograph: leaves turn, snow settles, light follows.
import type { SeasonName } from '../../brief/vocabulary.js';
import { fractalNoise } from '../../style/kernels/noise.js';
import { fromOklab, type Lab, toOklab } from '../../style/kernels/oklab.js';
import { clamp, gaussianBlur, lumaPlane, type Plane, sampleBilinear, smoothstep } from '../../style/kernels/plane.js';
import { latticeValue } from '../../style/kernels/random.js';
import { applyColourMap, foliage } from './colour-map.js';
import { type EditContext, editShrink } from './edit-context.js';

/** Brings a photograph to a season. In place. */
export function editSeason(context: EditContext, season: SeasonName): void {
  seasons[season](context);
}

const seasons: Record<SeasonName, (context: EditContext) => void> = {
  spring: (context) => {
    applyColourMap(context, (l, a, b): Lab => {
      const leaf = foliage(a, b);
      return [l + 0.05 * leaf + 0.02, a * (1 + 0.1 * leaf) - 0.006 * leaf, b * (1 + 0.3 * leaf) + 0.006];
    });
    scatterBlossom(context);
  },
  summer: (context) =>
    applyColourMap(context, (l, a, b): Lab => {
      const leaf = foliage(a, b);
      return [l + (l - 0.5) * 0.07 + 0.02, a * 1.12 - 0.014 * leaf, b * 1.14 + 0.014];
    }),
  autumn: (context) => {
    turnLeaves(context);
    applyColourMap(context, (l, a, b): Lab => [l * 0.98, a * 0.96 + 0.012, b * 0.96 + 0.02]);
  },
  winter: (context) => {
    applyColourMap(
      context,
      (l, a, b): Lab => {
        const leaf = foliage(a, b);
        // Leaves fall: what was green is twigs and rime.
        return [l + (0.62 - l) * 0.25 * leaf + 0.015, a * (0.82 - 0.62 * leaf), b * (0.82 - 0.66 * leaf) - 0.014];
      },
      (l, a, b): Lab => [l + (0.88 - l) * 0.45, a * 0.5, b * 0.5 - 0.008],
    );
    settleSnow(context);
  },
};

/** Every clump of leaves takes a colour of its own between gold and crimson. */
function turnLeaves(context: EditContext): void {
  const { width, height, rgba, seed, unit, strength } = context;
  const w = Math.ceil(width / editShrink);
  const h = Math.ceil(height / editShrink);
  const clumps = fractalNoise(w, h, { size: 14 * unit, octaves: 4, gain: 0.7, seed: seed ^ 0x41 });
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      const [l, a, b] = toOklab(rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number);
      const leaf = foliage(a, b) * strength;
      if (leaf < 0.01) continue;
      const chroma = Math.sqrt(a * a + b * b) * 0.95 + 0.025;
      // 112° is yellowed green, 95° gold, 60° orange, 32° crimson.
      const angle =
        ((32 + 80 * smoothstep(0.3, 0.7, sampleBilinear(clumps, x / editShrink, y / editShrink))) * Math.PI) / 180;
      const [r, g, bl] = fromOklab(l + 0.03, chroma * Math.cos(angle), chroma * Math.sin(angle));
      rgba[p] = (rgba[p] as number) + (r - (rgba[p] as number)) * leaf;
      rgba[p + 1] = (rgba[p + 1] as number) + (g - (rgba[p + 1] as number)) * leaf;
      rgba[p + 2] = (rgba[p + 2] as number) + (bl - (rgba[p + 2] as number)) * leaf;
    }
}

/** Pink blossom in clusters among the leaves. */
function scatterBlossom(context: EditContext): void {
  const { width, height, rgba, seed, unit, strength } = context;
  const clusters = fractalNoise(Math.ceil(width / editShrink), Math.ceil(height / editShrink), {
    size: 20 * unit,
    octaves: 3,
    seed: seed ^ 0x42,
  });
  const cell = Math.max(1, Math.round(3 * unit));
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      const bloom = smoothstep(0.55, 0.68, sampleBilinear(clusters, x / editShrink, y / editShrink));
      if (bloom === 0) continue;
      const [l, a, b] = toOklab(rgba[p] as number, rgba[p + 1] as number, rgba[p + 2] as number);
      const petal = latticeValue((x / cell) | 0, (y / cell) | 0, seed ^ 0x43);
      // Trees bloom, lawns do not: the higher up, the more.
      const high = smoothstep(0.3, 0.6, 1 - y / height);
      const share = foliage(a, b) * bloom * high * strength * (petal > 0.4 ? 0.9 : 0);
      if (share < 0.01) continue;
      const [r, g, bl] = fromOklab(clamp(0.62 + l * 0.36 + 0.06 * petal, 0, 0.97), 0.085 - 0.04 * petal, -0.004);
      rgba[p] = (rgba[p] as number) + (r - (rgba[p] as number)) * share;
      rgba[p + 1] = (rgba[p + 1] as number) + (g - (rgba[p + 1] as number)) * share;
      rgba[p + 2] = (rgba[p + 2] as number) + (bl - (rgba[p + 2] as number)) * share;
    }
}

/**
 * The row at which the open ground ends in each column of `luma`, coming from below: where lightness leaves what it was so far. A trunk
 * stops its own column only.
 */
function groundRows(luma: Plane, context: EditContext): Float32Array {
  const { width, height } = luma;
  const soft = gaussianBlur(luma, 2 * context.unit);
  const rows = new Float32Array(width).fill(height);
  for (let x = 0; x < width; x += 1) {
    let mean = soft.data[(height - 1) * width + x] as number;
    let y = height - 1;
    for (; y > height * 0.3; y -= 1) {
      const i = y * width + x;
      if ((context.depth.data[i] as number) > 0.97 || Math.abs((soft.data[i] as number) - mean) > 0.09) break;
      mean += ((soft.data[i] as number) - mean) * 0.06;
    }
    rows[x] = y;
  }
  // No column may climb far above the common horizon: it has run up something as pale as the ground.
  const common = rows.toSorted()[width >> 1] as number;
  for (let x = 0; x < width; x += 1) rows[x] = Math.max(rows[x] as number, common - height * 0.04);
  // The middle of five columns: a single odd column is noise.
  return rows.map((_, x) => {
    const near = [x - 2, x - 1, x, x + 1, x + 2]
      .map((k) => rows[clamp(k, 0, width - 1)] as number)
      .sort((a, b) => a - b);
    return near[2] as number;
  });
}

/** Snow lies on what faces up: places darker above than below are edges seen from below, the others collect it; and on flat ground. */
export function settleSnow(context: EditContext): void {
  const { width, height, rgba, seed, unit, strength } = context;
  const luma = lumaPlane(rgba, width, height, editShrink);
  const drift = fractalNoise(luma.width, luma.height, {
    size: 40 * unit,
    sizeY: 12 * unit,
    octaves: 4,
    seed: seed ^ 0x44,
  });
  const ground = groundRows(luma, context);
  const cover = new Float32Array(luma.data.length);
  const reach = Math.max(1, Math.round(2.5 * unit));
  for (let y = 0, i = 0; y < luma.height; y += 1)
    for (let x = 0; x < luma.width; x += 1, i += 1) {
      const above = luma.data[Math.max(0, y - reach) * luma.width + x] as number;
      const ledge = smoothstep(0.02, 0.16, above - (luma.data[i] as number));
      // The nearer the viewer, the more grass looks through; far ground, seen at a flat angle, is white.
      const row = ground[x] as number;
      const back = 1 - (y - row) / Math.max(1, luma.height - row);
      const flat =
        smoothstep(-1, 2, y - row) * smoothstep(0.44 - 0.3 * back, 0.56 - 0.2 * back, drift.data[i] as number);
      cover[i] = context.outdoors ? clamp(0.75 * ledge + 0.93 * flat, 0, 0.93) : 0.25 * ledge;
    }
  const plane = { width: luma.width, height: luma.height, data: cover };
  for (let y = 0, p = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, p += 4) {
      const share =
        sampleBilinear(plane, x / editShrink, y / editShrink) * strength * (1 - (context.sky[p >> 2] as number));
      if (share < 0.01) continue;
      const light = (0.3 * (rgba[p] as number) + 0.6 * (rgba[p + 1] as number) + 0.1 * (rgba[p + 2] as number)) / 255;
      // Snow keeps the shading of what it lies on.
      const white = 196 + 54 * light;
      rgba[p] = (rgba[p] as number) + (white * 0.965 - (rgba[p] as number)) * share;
      rgba[p + 1] = (rgba[p + 1] as number) + (white * 0.985 - (rgba[p + 1] as number)) * share;
      rgba[p + 2] = (rgba[p + 2] as number) + (white + 4 - (rgba[p + 2] as number)) * share;
    }
}
