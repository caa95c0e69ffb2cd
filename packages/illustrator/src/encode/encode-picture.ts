// Pixels to bytes: exact size, 8-bit sRGB with its profile, and a note of how the picture came about.
import sharp from 'sharp';
import { noteInJpeg, pngNote } from './picture-note.js';
import { srgbProfileChunk } from './png/srgb-profile.js';
import { writePng } from './png/write-png.js';

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
 */
export async function encodePicture(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  options: EncodeOptions,
): Promise<Uint8Array> {
  if (rgba.length !== width * height * 4 || rgba.length === 0)
    throw new RangeError(`${rgba.length} bytes are not ${width}x${height} pixels of 4 bytes`);
  const note = options.metadata && JSON.stringify({ software: 'Inkling', ...options.metadata });
  if (options.format === 'png')
    return writePng(rgba, width, height, [...(note === undefined ? [] : [pngNote(note)]), await srgbProfileChunk()]);
  const jpeg = await sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  })
    .removeAlpha()
    .withIccProfile('srgb')
    .jpeg({ quality: options.quality ?? 92, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return note === undefined ? jpeg : noteInJpeg(jpeg, note);
}
