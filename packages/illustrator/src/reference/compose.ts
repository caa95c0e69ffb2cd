// Lays a cut-out over a painting and tells the painting what is there now.
import type { Painting } from '../paint/painting.js';
import { regionNames } from '../paint/painting.js';
import type { SubjectPicture } from '../scene/scene.js';
import { clamp } from '../style/kernels/plane.js';

/** Where a picture is laid, in pixels of the painting; it is scaled to fill the box. */
export interface Placement {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Lays `picture` over `painting` in place: colours, region 'subject' and `detail` (H×W of the picture) go along. Scaled between pixels,
 * by area means when it shrinks by more than half.
 */
export function layPicture(painting: Painting, picture: SubjectPicture, detail: Uint8Array, place: Placement): void {
  const subject = regionNames.indexOf('subject');
  const stepX = picture.width / place.width;
  const stepY = picture.height / place.height;
  const taps = Math.max(1, Math.min(4, Math.round(Math.max(stepX, stepY))));
  const y0 = Math.max(0, Math.floor(place.y));
  const y1 = Math.min(painting.height, Math.ceil(place.y + place.height));
  const x0 = Math.max(0, Math.floor(place.x));
  const x1 = Math.min(painting.width, Math.ceil(place.x + place.width));
  const colour = new Float64Array(4);
  for (let y = y0; y < y1; y += 1)
    for (let x = x0; x < x1; x += 1) {
      colour.fill(0);
      for (let ty = 0; ty < taps; ty += 1)
        for (let tx = 0; tx < taps; tx += 1) {
          const u = (x + (tx + 0.5) / taps - place.x) * stepX - 0.5;
          const v = (y + (ty + 0.5) / taps - place.y) * stepY - 0.5;
          addSample(picture, u, v, colour);
        }
      const alpha = (colour[3] as number) / (taps * taps);
      if (alpha < 0.004) continue;
      const i = y * painting.width + x;
      const p = i * 4;
      for (let c = 0; c < 3; c += 1) {
        const own = painting.rgba[p + c] as number;
        painting.rgba[p + c] = own + ((colour[c] as number) / (colour[3] as number) - own) * alpha;
      }
      if (alpha < 0.5) continue;
      const k =
        clamp(Math.floor((y + 0.5 - place.y) * stepY), 0, picture.height - 1) * picture.width +
        clamp(Math.floor((x + 0.5 - place.x) * stepX), 0, picture.width - 1);
      painting.regions[i] = subject;
      painting.detail[i] = detail[k] as number;
    }
}

/** Adds the premultiplied colour (0–255 × alpha) and alpha (0–1) between four pixels. */
function addSample(picture: SubjectPicture, u: number, v: number, into: Float64Array): void {
  const x = clamp(u, 0, picture.width - 1);
  const y = clamp(v, 0, picture.height - 1);
  const x0 = x | 0;
  const y0 = y | 0;
  for (let dy = 0; dy < 2; dy += 1)
    for (let dx = 0; dx < 2; dx += 1) {
      const weight = (dx ? x - x0 : 1 - (x - x0)) * (dy ? y - y0 : 1 - (y - y0));
      if (weight === 0) continue;
      const p = (Math.min(picture.height - 1, y0 + dy) * picture.width + Math.min(picture.width - 1, x0 + dx)) * 4;
      const alpha = (weight * (picture.rgba[p + 3] as number)) / 255;
      into[0] = (into[0] as number) + (picture.rgba[p] as number) * alpha;
      into[1] = (into[1] as number) + (picture.rgba[p + 1] as number) * alpha;
      into[2] = (into[2] as number) + (picture.rgba[p + 2] as number) * alpha;
      into[3] = (into[3] as number) + alpha;
    }
}

/** How much each pixel belongs to region 'subject', 0–1, for mixing. */
export function subjectMask(painting: Painting): Float32Array {
  const subject = regionNames.indexOf('subject');
  return Float32Array.from(painting.regions, (region) => (region === subject ? 1 : 0));
}
