// Cut layers: how high each sheet lies, and the shadows sheets throw on those below.
import { type Painting, type RegionName, regionNames } from '../paint/painting.js';
import { fullIndex } from './flat-picture.js';
import { boxBlur, createPlane, gaussianBlur, type Plane } from './kernels/plane.js';

const plant = regionNames.indexOf('plant');
const depths: Partial<Record<RegionName, number>> = { sky: 0, far: 1, building: 3, subject: 4, lettering: 4 };

/** How far in front each region lies, in sheets. */
const lift = regionNames.map((name) => depths[name] ?? 2);

/** Height of the sheets at half size: `rise(label)` for the sheet itself plus its region's place in depth. */
export function sheetHeights(
  painting: Painting,
  labels: Uint8Array,
  width: number,
  height: number,
  rise: (label: number) => number,
): Plane {
  const heights = createPlane(width, height);
  const depth = painting.photograph ? lift.map(() => 0) : lift;
  const above = new Float32Array(width);
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const region = painting.regions[fullIndex(painting, width, i)] as number;
      // Plants are marked by rough outlines, which must not show: they lie on the sheet that ends above them.
      if (region !== plant) above[x] = depth[region] as number;
      heights.data[i] = rise(labels[i] as number) + (above[x] as number);
    }
  return heights;
}

/**
 * Shade that sheets throw, 0 (none) – about 1, for light from the upper left. `reach` is how far one sheet's shadow falls, in
 * pixels of `heights`; a tight shadow at the edge and a wide one below, as in a box frame under a lamp.
 */
export function castShadows(heights: Plane, reach: number): Plane {
  const { width, height } = heights;
  const shade = createPlane(width, height);
  const tight = gaussianBlur(heights, Math.max(0.5, reach * 0.35));
  const wide = boxBlur(boxBlur(heights, Math.round(reach * 1.4)), Math.round(reach));
  const near = Math.max(1, Math.round(reach * 0.5));
  const far = Math.max(1, Math.round(reach * 1.2));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const own = heights.data[i] as number;
      const a = Math.max(0, y - near) * width + Math.max(0, x - near);
      const b = Math.max(0, y - far) * width + Math.max(0, x - far);
      const edge = Math.min(2, Math.max(0, (tight.data[a] as number) - own));
      const veil = Math.min(3, Math.max(0, (wide.data[b] as number) - own));
      shade.data[i] = 0.32 * edge + 0.22 * veil;
    }
  return shade;
}
