// Cut layers: how high each sheet lies, and the shadows sheets throw on those below.
import { type Painting, regionNames } from '../paint/painting.js';
import { fullIndex } from './flat-picture.js';
import { boxBlur, createPlane, gaussianBlur, type Plane } from './kernels/plane.js';

/** How far in front each region lies, in sheets. */
const lift = regionNames.map((name) =>
  name === 'sky'
    ? 0
    : name === 'far'
      ? 1
      : name === 'subject' || name === 'lettering'
        ? 4
        : name === 'plant' || name === 'building'
          ? 3
          : 2,
);

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
  for (let i = 0; i < labels.length; i += 1)
    heights.data[i] =
      rise(labels[i] as number) + (depth[painting.regions[fullIndex(painting, width, i)] as number] as number);
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
