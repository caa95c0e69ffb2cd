// The underpainting: the first thin coat, from which strokes are then built up.
import { type LabImage, packOklab } from '../kernels/oklab.js';
import { clamp } from '../kernels/plane.js';
import type { Surface } from './surface.js';

/** A surface of the given size covered with the colours of `aim` (`scale` picture pixels per pixel), flat at half height. */
export function prime(aim: LabImage, scale: number, width: number, height: number): Surface {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(rgba.buffer);
  const line = new Uint32Array(aim.width);
  for (let y = 0; y < height; y += 1) {
    if (y % scale === 0) {
      const row = clamp(y / scale, 0, aim.height - 1) * aim.width;
      for (let x = 0; x < aim.width; x += 1)
        line[x] = packOklab(aim.l[row + x] as number, aim.a[row + x] as number, aim.b[row + x] as number) | 0xff000000;
    }
    for (let x = 0, o = y * width; x < width; x += 1, o += 1) words[o] = line[(x / scale) | 0] as number;
  }
  return { width, height, rgba, relief: new Uint8Array(width * height).fill(110) };
}
