// A picture that another server made → the picture that the contract promises: exact size, exact format, nothing of the
// file kept but its pixels (ComfyUI and web UIs write the whole prompt into their PNGs).
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { maxPixels } from './picture-limits.js';

/** One job. */
export interface FitJob {
  bytes: Uint8Array;
  /** Pixels of the result. A picture of another shape is cut at its longer sides, from both ends alike. */
  width: number;
  height: number;
  format: 'png' | 'jpg';
  /** A visibly marked twin is wanted too. */
  watermark: boolean;
}

/** A picture as an engine hands it out. */
export interface FittedPicture {
  bytes: Uint8Array;
  contentType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  watermarked?: Uint8Array;
}

/** `problem`: why the bytes are no picture, in words for the log. */
export type FitOutcome = { picture: FittedPicture } | { problem: string };

const knownFormats: readonly string[] = ['png', 'jpeg', 'webp'];

/** Fits one picture. Rejects only for faults of ours. */
export async function fitPicture(job: FitJob): Promise<FitOutcome> {
  let pixels: { data: Buffer; info: OutputInfo };
  try {
    const { format = 'nothing known' } = await sharp(job.bytes, { limitInputPixels: false }).metadata();
    if (!knownFormats.includes(format)) return { problem: `it is ${format}, not PNG, JPEG or WebP` };
    pixels = await sharp(job.bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: job.width, height: job.height, fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch {
    // The decoder's words are about its insides.
    return { problem: 'it cannot be decoded' };
  }
  const { width, height, channels } = pixels.info;
  const plain = sharp(pixels.data, { raw: { width, height, channels } });
  const marked = job.watermark ? plain.clone().composite([{ input: drawMark(width, height) }]) : undefined;
  const watermarked = marked && (await encode(marked, job.format));
  const bytes = await encode(plain, job.format);
  const contentType = job.format === 'png' ? 'image/png' : 'image/jpeg';
  return { picture: { bytes, contentType, width, height, ...(watermarked ? { watermarked } : {}) } };
}

/** As the illustrator encodes: PNG level 2, JPEG q92 without subsampling. */
function encode(picture: Sharp, format: 'png' | 'jpg'): Promise<Buffer> {
  return format === 'png'
    ? picture.png({ compressionLevel: 2, adaptiveFiltering: true }).toBuffer()
    : picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** "AI" in the lower right corner, white with a dark rim, as strokes: no font is needed. About an eighth of the side high. */
function drawMark(width: number, height: number): Buffer {
  const unit = Math.min(width, height) / 8 / 10;
  const left = width - 16 * unit;
  const top = height - 12 * unit;
  const path = 'M0 10 L4 0 L8 10 M1.6 6 H6.4 M12 0 V10';
  const strokes = (colour: string, thickness: number) =>
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round"/>`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<g transform="translate(${left} ${top}) scale(${unit})" opacity="0.9">${strokes('#000', 2.6)}${strokes('#fff', 1.3)}</g></svg>`,
  );
}
