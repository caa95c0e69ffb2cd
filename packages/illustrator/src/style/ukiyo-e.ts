// Ukiyo-e: a key block of dark lines, flat plate-printed pigments, skies shaded by bokashi, mulberry paper under everything.
import { type Painting, regionNames } from '../paint/painting.js';
import { flattenPicture } from './flat-picture.js';
import { keepLettering, keepLights } from './keep.js';
import { packPalette, renderLabels } from './kernels/flatten.js';
import { flowLines } from './kernels/lines.js';
import { fromOklab, type Lab, toOklab } from './kernels/oklab.js';
import { clamp, smoothstep } from './kernels/plane.js';
import { textureSide, textureTile } from './kernels/textures.js';
import type { Style } from './style-context.js';

const mask = textureSide - 1;

/** The printer's pigments, 8-bit sRGB: Prussian blue, indigo, light indigo, safflower red, red lead, ochre, gamboge, orpiment green, … */
const pigments = (
  [
    [24, 52, 92],
    [44, 78, 120],
    [96, 132, 160],
    [158, 184, 192],
    [174, 58, 48],
    [212, 110, 70],
    [196, 142, 78],
    [226, 190, 110],
    [92, 116, 74],
    [136, 150, 96],
    [52, 76, 66],
    [120, 92, 72],
    [84, 64, 66],
    [36, 38, 46],
    [228, 208, 168],
    [238, 226, 198],
    [214, 158, 142],
    [116, 86, 116],
    [150, 146, 138],
  ] as const
).map(([r, g, b]) => toOklab(r, g, b));
const paper: Lab = toOklab(240, 229, 203);

/** Pulls a colour to the nearest pigment and away from pure white and black. */
function toPigment([l, a, b]: Lab): Lab {
  let best = pigments[0] as Lab;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const pigment of pigments) {
    const d = (pigment[0] - l) ** 2 + 5 * ((pigment[1] - a) ** 2 + (pigment[2] - b) ** 2);
    if (d < bestDistance) {
      bestDistance = d;
      best = pigment;
    }
  }
  const pull = 0.5;
  return [l + (best[0] - l) * pull, a + (best[1] - a) * pull, b + (best[2] - b) * pull];
}

/** First and last row of the sky, or undefined when there is next to none. */
function skyRows({ width, height, regions }: Painting): { top: number; bottom: number } | undefined {
  const sky = regionNames.indexOf('sky');
  let top = height;
  let bottom = 0;
  let count = 0;
  for (let y = 0; y < height; y += 4)
    for (let x = 0; x < width; x += 4)
      if (regions[y * width + x] === sky) {
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        count += 16;
      }
  return count > width * height * 0.05 ? { top, bottom } : undefined;
}

export const paintUkiyoE: Style = function* ({ painting, seed, unit }) {
  const { width, height, regions } = painting;
  const flat = flattenPicture(painting, { colours: 20, radius: 9, rounds: 4, seed, unit });
  const { aim, flow } = flat;
  yield 0.35;
  const output = renderLabels(
    flat.labels,
    aim.width,
    aim.height,
    packPalette(flat.palette.map(toPigment)),
    width,
    height,
  );
  yield 0.5;
  const noise = painting.photograph ? 1 : 0.4;
  const key = flowLines(flat.contrast.full, flow, {
    sigma: 1.2 * unit,
    tau: 1,
    threshold: 0.013 * noise,
    sharpness: 110 / noise,
    smooth: 7 * unit,
  });
  yield 0.75;
  const washi = textureTile('washi');
  const grain = textureTile('silk');
  const sky = regionNames.indexOf('sky');
  const rows = skyRows(painting);
  // Night or day is told by the sky itself: the band at the top is Prussian blue by day, near black by night.
  const skyTone = rows ? meanSkyTone(painting) : toOklab(120, 160, 190);
  const high = toPigment([skyTone[0] * 0.62, skyTone[1] * 0.5 - 0.01, Math.min(-0.05, skyTone[2])]);
  for (let y = 0, i = 0; y < height; y += 1) {
    const inSky = rows ? clamp((y - rows.top) / Math.max(1, rows.bottom - rows.top), 0, 1) : 0;
    // Bokashi: wiped pigment, densest at the upper edge, gone a third of the way down; a breath of it above the horizon.
    const wipe = smoothstep(0.36, 0.02, inSky);
    const highRgb = fromOklab(...high);
    for (let x = 0; x < width; x += 1, i += 1) {
      const p = i * 4;
      const tooth = washi[((y & mask) << 9) | (x & mask)] as number;
      let r = output[p] as number;
      let g = output[p + 1] as number;
      let b = output[p + 2] as number;
      if (regions[i] === sky && rows) {
        // The plates cannot print a gradient: most of the sky is one tone, nearer to bare paper than the scene's.
        const bare = 0.3 * (1 - wipe);
        r += (paperRgb[0] - r) * bare + (highRgb[0] - r) * wipe * 0.9;
        g += (paperRgb[1] - g) * bare + (highRgb[1] - g) * wipe * 0.9;
        b += (paperRgb[2] - b) * bare + (highRgb[2] - b) * wipe * 0.9;
      }
      // The rubbing pad presses pigment into the paper unevenly, along the board's grain.
      const board = grain[((((y * 3) | 0) & mask) << 9) | ((x >> 2) & mask)] as number;
      const press = 1 + 0.028 * tooth + 0.02 * board;
      const ink = (key.data[i] as number) * (0.94 - 0.1 * Math.max(0, tooth));
      output[p] = r * press * (1 - ink) + 34 * ink;
      output[p + 1] = g * press * (1 - ink) + 32 * ink;
      output[p + 2] = b * press * (1 - ink) + 44 * ink;
    }
  }
  keepLights(output, painting, 0.7);
  keepLettering(output, painting, 0.7, 4 * unit);
  return output;
};

const paperRgb = fromOklab(...paper);

/** Mean colour of the sky. */
function meanSkyTone({ rgba, regions }: Painting): Lab {
  const sky = regionNames.indexOf('sky');
  let r = 0;
  let g = 0;
  let b = 0;
  let count = 0;
  for (let i = 0; i < regions.length; i += 37)
    if (regions[i] === sky) {
      r += rgba[i * 4] as number;
      g += rgba[i * 4 + 1] as number;
      b += rgba[i * 4 + 2] as number;
      count += 1;
    }
  return toOklab(
    Math.round(r / Math.max(1, count)),
    Math.round(g / Math.max(1, count)),
    Math.round(b / Math.max(1, count)),
  );
}
