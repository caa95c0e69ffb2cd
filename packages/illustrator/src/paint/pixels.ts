// Pixel-wise painting: buffers that reach the canvas in one go, and ramps that turn light into colour without a formula per pixel.
import { createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas';
import { mix, type Rgb, toLinear, toSrgb } from '../scene/colour.js';
import type { Light } from '../scene/scene.js';

/** An RGBA buffer for part of the board, W×H×4, straight alpha. It is filled, then drawn once. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8ClampedArray;
  /** What holds `data`, as the canvas knows it; it may have more rows. */
  image: ImageData;
}

/** Buffers that were drawn, by width: fresh memory of a picture's size costs more than most painting that is done in it. */
const drawn = new Map<number, ImageData>();
/** Bytes of buffers kept at most: one of 2048² and its halves. */
const keptBytes = 24 * 1024 * 1024;

/** A cleared (transparent) buffer. */
export function createRaster(width: number, height: number): Raster {
  const kept = drawn.get(width);
  if (kept && kept.height >= height) {
    drawn.delete(width);
    const data = kept.data.subarray(0, width * height * 4) as Uint8ClampedArray;
    return { width, height, data: data.fill(0), image: kept };
  }
  const image = new ImageData(width, height);
  return { width, height, data: image.data, image };
}

/** Takes a buffer back for the next one of its width; the tallest is kept, and all are dropped when they grow too many. */
function recycle({ image }: Raster): void {
  let bytes = image.data.length;
  for (const kept of drawn.values()) bytes += kept.data.length;
  if (bytes > keptBytes) drawn.clear();
  const other = drawn.get(image.width);
  if (image.data.length <= keptBytes && (other?.height ?? 0) < image.height) drawn.set(image.width, image);
}

/** The pixels of a buffer as one number each, 0xAABBGGRR: storing a pixel at once takes a third of the time of its four bytes. */
export function pixelsOf({ data }: Raster): Int32Array {
  return new Int32Array(data.buffer, data.byteOffset, data.length >> 2);
}

/** An opaque pixel from channels between 0 and 255.99, cut off to whole levels. */
export function packOpaque(r: number, g: number, b: number): number {
  return 0xff000000 | ((b | 0) << 16) | ((g | 0) << 8) | (r | 0);
}

/** Draws a buffer at (x, y), stretched to w×h pixels, with the context's clip, alpha and blending; it must not be used again. */
export function drawRaster(
  ctx: SKRSContext2D,
  raster: Raster,
  x: number,
  y: number,
  w = raster.width,
  h = raster.height,
): void {
  const canvas = createCanvas(raster.width, raster.height);
  canvas.getContext('2d').putImageData(raster.image, 0, 0, 0, 0, raster.width, raster.height);
  ctx.drawImage(canvas, x, y, w, h);
  recycle(raster);
}

/**
 * Puts an opaque buffer in the place of what is at (x, y), whole pixels, from its row `fromRow` on; the rows before are drawn.
 * Clip, alpha and blending of the context do not matter below, which saves most of the time. It must not be used again.
 */
export function placeRaster(ctx: SKRSContext2D, raster: Raster, x: number, y: number, fromRow = 0): void {
  const { width, height, image } = raster;
  const rows = Math.min(height, fromRow);
  if (rows > 0) {
    const canvas = createCanvas(width, rows);
    canvas.getContext('2d').putImageData(image, 0, 0, 0, 0, width, rows);
    ctx.drawImage(canvas, x, y);
  }
  if (rows < height) ctx.putImageData(image, x, y, 0, rows, width, height - rows);
  recycle(raster);
}

/** Number of steps in a ramp. */
export const rampSize = 128;

/** Colours of one material from full shadow (0) to full light (rampSize − 1), sRGB 0–255, three numbers a step. */
export type Ramp = Float32Array;

/**
 * Lights a material: reflected = albedo × (ambient + key × lambert), in linear light, then faded into haze by `depth`.
 * `gain` brightens or darkens the result.
 */
export function rampOf(albedo: Rgb, light: Light, depth = 0, gain = 1): Ramp {
  const ramp = new Float32Array(rampSize * 3);
  const fade = hazeAt(light, depth);
  for (let step = 0; step < rampSize; step += 1) {
    const colour = litColour(albedo, light, step / (rampSize - 1), gain);
    const faded = fade > 0 ? mix(colour, light.haze, fade) : colour;
    ramp.set(faded, step * 3);
  }
  return ramp;
}

/** One lit colour; `lambert` 0 (shade) … 1 (facing the light). */
export function litColour(albedo: Rgb, light: Light, lambert: number, gain = 1): Rgb {
  const one = (channel: 0 | 1 | 2): number =>
    toSrgb(softClip(toLinear(albedo[channel]) * (light.ambient[channel] + light.key[channel] * lambert) * gain * 1.12));
  return [one(0), one(1), one(2)];
}

/** A lit colour seen through the air at `depth` 0–1. */
export function seenColour(albedo: Rgb, light: Light, lambert: number, depth: number): Rgb {
  return mix(litColour(albedo, light, lambert), light.haze, hazeAt(light, depth));
}

/** Share of haze at a depth of 0 (near) to 1 (the horizon). */
export function hazeAt(light: Light, depth: number): number {
  return Math.min(1, Math.max(0, depth) ** 1.4 * light.hazeStrength);
}

/** Rolls highlights off above 0.8 instead of cutting them. */
function softClip(value: number): number {
  return value < 0.8 ? value : 0.8 + 0.2 * (1 - Math.exp(-(value - 0.8) / 0.2));
}

/** Position of a lambert value, any real, in a ramp's array. */
export function rampIndex(lambert: number): number {
  const step = lambert <= 0 ? 0 : lambert >= 1 ? rampSize - 1 : (lambert * (rampSize - 1) + 0.5) | 0;
  return step * 3;
}
