// Takes the background's colour out of the soft edge of a cut-out, so that no halo shows on another background.
// Blur fusion (Forte 2021, "Approximate Fast Foreground Colour Estimation"): the subject's and the background's colour
// around a pixel are means weighted by alpha, then corrected so that mixing them gives the pixel itself.
import type { DecodedPicture } from '../faces/picture-pyramid.js';
import { boxBlur, createPlane } from '../style/kernels/plane.js';

/**
 * The subject alone: H×W×4, straight alpha, transparent outside. `alpha` is H×W, 0–255. `radius` in pixels says how far
 * the edge's colours are looked for; by default 1/100 of the longer side. Throws a RangeError when the sizes differ.
 */
export function liftSubject(picture: DecodedPicture, alpha: Uint8Array, radius?: number): Uint8ClampedArray {
  const { rgba, width, height } = picture;
  if (alpha.length !== width * height || rgba.length !== 4 * alpha.length)
    throw new RangeError(`${alpha.length} alpha values do not fit a picture of ${width}x${height} pixels`);
  const reach = radius ?? Math.max(2, Math.round(Math.max(width, height) / 100));
  const out = new Uint8ClampedArray(rgba.length);
  const subject = createPlane(width, height);
  const background = createPlane(width, height);
  for (let index = 0; index < alpha.length; index++) {
    subject.data[index] = (alpha[index] as number) / 255;
    background.data[index] = 1 - (subject.data[index] as number);
    out[4 * index + 3] = alpha[index] as number;
  }
  const [subjectShare, backgroundShare] = [boxBlur(subject, reach).data, boxBlur(background, reach).data];
  for (let channel = 0; channel < 3; channel++) {
    const subjectColour = createPlane(width, height);
    const backgroundColour = createPlane(width, height);
    for (let index = 0; index < alpha.length; index++) {
      const value = rgba[4 * index + channel] as number;
      subjectColour.data[index] = value * (subject.data[index] as number);
      backgroundColour.data[index] = value * (background.data[index] as number);
    }
    const inner = boxBlur(subjectColour, reach).data;
    const outer = boxBlur(backgroundColour, reach).data;
    for (let index = 0; index < alpha.length; index++) {
      const value = rgba[4 * index + channel] as number;
      const part = subject.data[index] as number;
      if (part === 0) continue;
      const own = (inner[index] as number) / Math.max(1e-4, subjectShare[index] as number);
      const other = (outer[index] as number) / Math.max(1e-4, backgroundShare[index] as number);
      out[4 * index + channel] = part === 1 ? value : own + part * (value - part * own - (1 - part) * other);
    }
  }
  return out;
}
