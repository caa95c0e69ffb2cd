// Reference bytes to pixels: upright, opaque, sRGB, no larger than the picture to be painted needs.
import sharp from 'sharp';
import { IllustratorError } from '../request.js';

/** Pixels of a photograph: H×W×4, 8-bit sRGB, opaque. */
export interface Photograph {
  width: number;
  height: number;
  rgba: Uint8ClampedArray;
}

/** The contract's bound on a decoded picture. */
const mostPixels = 40_000_000;

/** Scales a picture of the given size; the result is rounded to whole pixels of at least 1. */
export type Scale = (width: number, height: number) => number;

/** The smallest size that covers `width` × `height`. */
export function toCover(width: number, height: number): Scale {
  return (w, h) => Math.max(width / w, height / h);
}

/** A longer side of `side` pixels. */
export function toFitWithin(side: number): Scale {
  return (w, h) => side / Math.max(w, h);
}

/**
 * Decodes `bytes` at the size that `scale` asks for; EXIF orientation is honoured, transparency becomes white. Throws
 * IllustratorError 'undecodable' when the bytes are no whole PNG or JPEG picture of at most 40 Mpx.
 */
export async function decodeReference(bytes: Uint8Array, scale: Scale): Promise<Photograph> {
  try {
    const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const options = { limitInputPixels: mostPixels, failOn: 'truncated' } as const;
    const { autoOrient } = await sharp(input, options).metadata();
    const factor = scale(autoOrient.width, autoOrient.height);
    const width = Math.max(1, Math.round(autoOrient.width * factor));
    const height = Math.max(1, Math.round(autoOrient.height * factor));
    const data = await sharp(input, options)
      .autoOrient()
      .toColourspace('srgb')
      .flatten({ background: '#ffffff' })
      .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
      .ensureAlpha()
      .raw()
      .toBuffer();
    return { width, height, rgba: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength) };
  } catch (cause) {
    throw new IllustratorError('undecodable', 'reference', 'the reference picture cannot be decoded', { cause });
  }
}

/** The part of a photograph inside a box of whole pixels, copied. */
export function cropPhotograph(photo: Photograph, x0: number, y0: number, width: number, height: number): Photograph {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const from = ((y0 + y) * photo.width + x0) * 4;
    rgba.set(photo.rgba.subarray(from, from + width * 4), y * width * 4);
  }
  return { width, height, rgba };
}
