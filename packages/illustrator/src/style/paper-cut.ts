// Paper-cut 剪纸: sheets of red paper, deep to pale, cut out and laid over cream with their shadows, a little gold between.
import { regionNames } from '../paint/painting.js';
import { flattenPicture, fullIndex } from './flat-picture.js';
import { keepLetteringInTwoTones } from './keep.js';
import { renderLabels } from './kernels/flatten.js';
import { featureLines } from './kernels/lines.js';
import { smoothLabels } from './kernels/palette.js';
import {
  createRowReader,
  diagonalSlope,
  gaussianBlur,
  type Plane,
  type RowReader,
  smoothstep,
} from './kernels/plane.js';
import { textureSide, textureTile } from './kernels/textures.js';
import { castShadows, sheetHeights } from './layers.js';
import type { Style } from './style-context.js';

const mask = textureSide - 1;

/** Sheets from the deepest red to the cream ground, 0xBBGGRR. */
const sheets = Uint32Array.from(
  [
    [88, 8, 20],
    [138, 14, 26],
    [182, 22, 32],
    [208, 40, 40],
    [226, 92, 62],
    [236, 168, 92],
    [248, 222, 168],
    [252, 240, 214],
  ] as const,
  ([r, g, b]) => r | (g << 8) | (b << 16),
);
const shift = regionNames.map((name) => (name === 'subject' ? -0.06 : name === 'building' ? -0.03 : 0));

/** Splits lightness into sheets of equal area, so that dark and light pictures both use the whole range. */
function cutLevels(tone: Plane, count: number): number[] {
  const histogram = new Uint32Array(256);
  for (const value of tone.data) {
    const bin = Math.max(0, Math.min(255, Math.round(value * 255)));
    histogram[bin] = (histogram[bin] as number) + 1;
  }
  const levels: number[] = [];
  let sum = 0;
  for (let bin = 0; bin < 256 && levels.length < count - 1; bin += 1) {
    sum += histogram[bin] as number;
    while (levels.length < count - 1 && sum >= (tone.data.length * (levels.length + 1)) / count)
      // Half by area, half evenly: a picture that is nearly all snow stays nearly all cream.
      levels.push(0.5 * (bin / 255) + 0.5 * (0.22 + (0.68 * (levels.length + 1)) / count));
  }
  return levels;
}

export const paintPaperCut: Style = function* ({ painting, seed, unit }) {
  const { width, height } = painting;
  const flat = flattenPicture(painting, { colours: 4, radius: 9, rounds: 0, seed, unit });
  const { aim } = flat;
  yield 0.4;
  const offsets = painting.photograph ? shift.map(() => 0) : shift;
  const raw = { width: aim.width, height: aim.height, data: aim.l.slice() };
  for (let i = 0; i < raw.data.length; i += 1)
    raw.data[i] =
      (raw.data[i] as number) + (offsets[painting.regions[fullIndex(painting, aim.width, i)] as number] as number);
  // Where nothing matters the scissors take long curves: grass and gravel become one sheet.
  const tone = gaussianBlur(raw, 1.2 * unit);
  const broad = gaussianBlur(raw, 7 * unit);
  for (let i = 0; i < tone.data.length; i += 1) {
    const care = painting.detail[fullIndex(painting, aim.width, i)] as number;
    const loose = 1 - smoothstep(50, 110, care);
    tone.data[i] = (tone.data[i] as number) + ((broad.data[i] as number) - (tone.data[i] as number)) * loose;
  }
  const levels = cutLevels(tone, sheets.length);
  const labels = new Uint8Array(tone.data.length);
  for (let i = 0; i < labels.length; i += 1) {
    const value = tone.data[i] as number;
    let label = 0;
    while (label < levels.length && value > (levels[label] as number)) label += 1;
    labels[i] = label;
  }
  const cut = smoothLabels(labels, aim.width, aim.height, 3);
  // Darker sheets lie above lighter ones, as in a cut that is pasted on pale paper.
  const heights = sheetHeights(painting, cut, aim.width, aim.height, (label) => (sheets.length - label) * 0.7);
  const shade = castShadows(heights, 5 * unit);
  const features = featureLines(painting, flat.contrast.half, flat.flow, unit);
  yield 0.7;
  const output = renderLabels(cut, aim.width, aim.height, sheets, width, height);
  const fibre = textureTile('washi');
  const tooth = textureTile('tooth');
  const [shadeRow, rimRow, featureRow] = [shade, diagonalSlope(heights, 1), features].map((plane) =>
    createRowReader(plane, width, height),
  ) as [RowReader, RowReader, RowReader];
  for (let y = 0, i = 0; y < height; y += 1) {
    const shades = shadeRow(y);
    const rims = rimRow(y);
    const slits = featureRow(y);
    for (let x = 0; x < width; x += 1, i += 1) {
      const tile = ((y & mask) << 9) | (x & mask);
      const dark = Math.min(0.62, shades[x] as number);
      // The cut edge of a sheet catches the light on the side it comes from.
      const rim = 0.5 * (rims[x] as number);
      const light =
        1 + 0.03 * (fibre[tile] as number) + 0.025 * (tooth[tile] as number) + Math.max(0, Math.min(0.09, rim * 0.06));
      const gain = light * (1 - dark);
      const p = i * 4;
      // Eyes and mouths are knife cuts that show the darkest sheet.
      const slit = slits[x] as number;
      output[p] = (output[p] as number) * gain * (1 - slit) + 96 * slit;
      output[p + 1] = (output[p + 1] as number) * gain * (1 - 0.12 * dark) * (1 - slit) + 10 * slit;
      output[p + 2] = (output[p + 2] as number) * gain * (1 - slit) + 20 * slit;
    }
  }
  keepLetteringInTwoTones(output, painting, 0.92, 3 * unit, [110, 10, 22], [250, 232, 196]);
  return output;
};
