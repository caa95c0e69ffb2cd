// Pixel-wise painting: buffers that reach the canvas in one go, and ramps that turn light into colour without a formula per pixel.
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { mix, type Rgb, toLinear, toSrgb } from '../scene/colour.js';
import type { Light } from '../scene/scene.js';

/** An RGBA buffer for part of the board, W×H×4, straight alpha. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A cleared (transparent) buffer. */
export function createRaster(width: number, height: number): Raster {
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

/** Draws a buffer at (x, y), stretched to w×h pixels, with the context's clip, alpha and blending. */
export function drawRaster(
  ctx: SKRSContext2D,
  raster: Raster,
  x: number,
  y: number,
  w = raster.width,
  h = raster.height,
): void {
  const canvas = createCanvas(raster.width, raster.height);
  const own = canvas.getContext('2d');
  const image = own.createImageData(raster.width, raster.height);
  image.data.set(raster.data);
  own.putImageData(image, 0, 0);
  ctx.drawImage(canvas, x, y, w, h);
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
