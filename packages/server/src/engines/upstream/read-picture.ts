// A picture that another server made, as it may be kept: what its bytes say it is, whole, and in the format asked for.
import sharp from 'sharp';
import type { OutputFormat } from '../../core/task.js';
import { sniffFormat } from '../../images/sniff-format.js';
import type { EngineImage } from '../engine.js';

/** Most pixels that are decoded: 8k × 8k. */
const maxPixels = 64_000_000;

/** The bytes are no picture, or a damaged one. The message says what they look like. */
export class NotAPictureError extends Error {
  override readonly name = 'NotAPictureError';
}

/**
 * Decodes the picture once, whole, off the event loop. One that is PNG or JPEG as asked keeps its bytes; any other
 * format that can be decoded (WebP, AVIF, …) is written anew. Throws NotAPictureError.
 */
export async function readPicture(bytes: Uint8Array, format: OutputFormat): Promise<EngineImage> {
  const sniffed = sniffFormat(bytes);
  const wanted = format === 'png' ? 'png' : 'jpeg';
  const contentType = format === 'png' ? 'image/png' : 'image/jpeg';
  try {
    const decoder = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
    if ('format' in sniffed && sniffed.format === wanted) {
      const { width, height } = await decoder.metadata();
      // Down to one pixel: every row is decoded, so that half a picture is found out, and nothing large is kept.
      await decoder.resize(1, 1, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer();
      return { bytes, contentType, width, height };
    }
    const encoder = format === 'png' ? decoder.png({ compressionLevel: 6 }) : decoder.jpeg({ quality: 95 });
    const { data, info } = await encoder.toBuffer({ resolveWithObject: true });
    return { bytes: data, contentType, width: info.width, height: info.height };
  } catch (error) {
    const looksLike = 'looksLike' in sniffed ? sniffed.looksLike : `a damaged ${sniffed.format.toUpperCase()}`;
    throw new NotAPictureError(`what should be a picture looks like ${looksLike}`, { cause: error });
  }
}
