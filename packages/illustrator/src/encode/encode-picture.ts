// Pixels to bytes: exact size, 8-bit sRGB with its profile, and a note of how the picture came about.
import sharp from 'sharp';
import { noteInJpeg, noteInPng } from './picture-note.js';

/** What is written into a picture besides its pixels. */
export interface PictureMetadata {
  prompt: string;
  /** [0, 2^32). */
  seed: number;
  style: string;
  /** Of the illustrator: same version, seed and request give the same bytes. */
  version: string;
}

/** How `encodePicture` writes. */
export interface EncodeOptions {
  format: 'png' | 'jpg';
  /** Left out: the file says nothing about its making. */
  metadata?: PictureMetadata;
  /** JPEG only, 1–100; default 92, with full colour resolution: red letters on blue stay sharp. */
  quality?: number;
}

/**
 * Encodes H×W×4 (alpha is dropped) as PNG or JPEG; equal input gives equal bytes. Throws RangeError when `rgba` is not
 * width × height × 4 long.
 *
 * PNG: level 2 with adaptive filters. Measured at 1024² on painted pictures against libpng's usual level 6 without filters:
 * 1.3 × the time, 0.75 × the size; level 1 without filters takes 0.5 × the time and 1.12 × the size.
 */
export async function encodePicture(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  options: EncodeOptions,
): Promise<Uint8Array> {
  if (rgba.length !== width * height * 4 || rgba.length === 0)
    throw new RangeError(`${rgba.length} bytes are not ${width}x${height} pixels of 4 bytes`);
  const pixels = sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  })
    .removeAlpha()
    .withIccProfile('srgb');
  const note = options.metadata && JSON.stringify({ software: 'Inkling', ...options.metadata });
  if (options.format === 'png') {
    const png = await pixels.png({ compressionLevel: 2, adaptiveFiltering: true }).toBuffer();
    return note === undefined ? png : noteInPng(png, note);
  }
  const jpeg = await pixels.jpeg({ quality: options.quality ?? 92, chromaSubsampling: '4:4:4' }).toBuffer();
  return note === undefined ? jpeg : noteInJpeg(jpeg, note);
}
