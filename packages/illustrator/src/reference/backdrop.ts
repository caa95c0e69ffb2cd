// Backgrounds for portraits: a studio's mottled cloth, and places thrown out of focus.
import { type Painting, regionNames } from '../paint/painting.js';
import { ditherSide, ditherTile } from '../style/kernels/dither.js';
import { fractalNoise } from '../style/kernels/noise.js';
import { packOklab } from '../style/kernels/oklab.js';
import { createPlane, gaussianBlur, sampleBilinear } from '../style/kernels/plane.js';
import { createRandom } from '../style/kernels/random.js';
import type { ColourStatistics } from './match-colours.js';

/**
 * A studio backdrop: mottled cloth with a pool of light behind the head, in a muted colour across the wheel from the sitter's clothes, so that
 * the figure stands out. Varies with `seed`.
 */
export function paintStudio(width: number, height: number, sitter: ColourStatistics, seed: number): Painting {
  const random = createRandom(seed, 71);
  const unit = (width + height) / 2048;
  const chroma = Math.hypot(sitter.mean[1], sitter.mean[2]);
  // Opposite the clothes when they have a colour, else anywhere; never quite opposite, which would shout.
  const angle =
    (chroma > 0.02 ? Math.atan2(-sitter.mean[2], -sitter.mean[1]) : random.between(0, 6.28)) +
    random.between(-0.7, 0.7);
  const strength = random.between(0.025, 0.055);
  const [a, b] = [strength * Math.cos(angle), strength * Math.sin(angle)];
  // A dark sitter before a light cloth and the other way round.
  const base = sitter.mean[0] < 0.5 ? random.between(0.6, 0.72) : random.between(0.34, 0.46);
  const step = 4;
  const mottle = fractalNoise(Math.ceil(width / step) + 1, Math.ceil(height / step) + 1, {
    size: (170 * unit) / step,
    octaves: 4,
    seed: seed ^ 0x7a,
  });
  const lampX = random.between(0.36, 0.64);
  const dither = ditherTile();
  const rgba = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(rgba.buffer);
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const d = Math.hypot((x / width - lampX) * 1.1, y / height - 0.4);
      const pool = Math.exp(-(d * d) / 0.16);
      const cloth = sampleBilinear(mottle, x / step, y / step) - 0.5;
      const grain = ((dither[(y & (ditherSide - 1)) * ditherSide + (x & (ditherSide - 1))] as number) - 0.5) / 255;
      words[i] =
        packOklab(base - 0.1 + 0.24 * pool + 0.1 * cloth + grain, a * (1 + cloth), b * (1 + cloth)) | 0xff000000;
    }
  return {
    width,
    height,
    rgba,
    regions: new Uint8Array(width * height).fill(regionNames.indexOf('indoor')),
    detail: new Uint8Array(width * height).fill(12),
    letteringBoxes: [],
  };
}

/** A painting out of focus by `sigma` pixels; its detail sinks with it. Returns a new one, without lettering. */
export function blurPainting(painting: Painting, sigma: number): Painting {
  const { width, height } = painting;
  const rgba = new Uint8ClampedArray(painting.rgba);
  for (let c = 0; c < 3; c += 1) {
    const channel = createPlane(width, height);
    for (let i = 0; i < channel.data.length; i += 1) channel.data[i] = painting.rgba[i * 4 + c] as number;
    const soft = gaussianBlur(channel, sigma).data;
    for (let i = 0; i < soft.length; i += 1) rgba[i * 4 + c] = soft[i] as number;
  }
  return { ...painting, rgba, detail: painting.detail.map((value) => value * 0.4), letteringBoxes: [] };
}
