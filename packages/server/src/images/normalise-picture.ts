// Untrusted bytes to a picture that everybody may trust: decoded once, whole, within bounds, and written anew.
//
// Writing anew is what makes it safe: nothing of the file is kept but its pixels, so whatever else it was (an archive
// behind the picture, metadata, more frames) is gone.
import sharp from 'sharp';
import type { CheckedPicture } from './checked-picture.js';
import { findSizeProblem, maxFileBytes, maxPixels } from './picture-limits.js';
import { sniffFormat } from './sniff-format.js';

/** A reason to refuse the picture, in words for whoever sent it; not a fault of ours. */
export class PictureProblem extends Error {}

/** Decoded pixels: `channels` bytes each, row by row from the top left, sRGB, alpha not multiplied in. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  channels: 3 | 4;
}

/** Longest side of the result, pixels: more than any engine paints, and a bound on what is kept and sent on. */
const maxSide = 3072;
/** Longest side where that still fills too many bytes: four bytes a pixel stay below the cap on files even as noise. */
const maxSideOfNoise = 1536;

/**
 * Decodes and checks: format by content, size, then every pixel, of which there are at most 40 million. Pictures with sides above 3072 px are scaled down. Throws PictureProblem.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels> {
  const sniffed = sniffFormat(bytes);
  if ('looksLike' in sniffed)
    throw new PictureProblem(`File format is invalid: it looks like ${sniffed.looksLike}, allowed formats: PNG, JPEG`);

  // The header alone, whatever size it claims; no pixel is decoded and nothing is allocated for one.
  const header = await refuseBroken(sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata());
  // Another loader than the magic bytes promise: a file made to be read in two ways.
  if (header.format !== sniffed.format) throw new PictureProblem(brokenFile);
  const { width, height } = header.autoOrient;
  const problem = findSizeProblem(width, height);
  if (problem !== undefined) throw new PictureProblem(problem);

  const { data, info } = await refuseBroken(
    sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      // sRGB of 8 bits is what sharp writes unless told otherwise.
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  if (info.channels !== 3 && info.channels !== 4)
    throw new Error(`the decoder made ${info.channels} channels out of sRGB`);
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Writes pixels as PNG where any is transparent, else as JPEG q95 4:4:4; at most 10 MB, scaled down if need be. */
export async function encodePicture(pixels: Pixels): Promise<CheckedPicture> {
  const first = await encodeWithin(pixels, maxSide);
  return first.bytes.byteLength <= maxFileBytes ? first : encodeWithin(pixels, maxSideOfNoise);
}

async function encodeWithin(pixels: Pixels, side: number): Promise<CheckedPicture> {
  const { data, ...raw } = pixels;
  const image = sharp(data, { raw }).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const transparent = isTransparent(pixels);
  // PNG level 3: a third of the time of the default, for a few percent more bytes.
  const encoded = transparent
    ? image.png({ compressionLevel: 3 })
    : image.removeAlpha().jpeg({ quality: 95, chromaSubsampling: '4:4:4' });
  const { data: bytes, info } = await encoded.toBuffer({ resolveWithObject: true });
  return {
    bytes,
    contentType: transparent ? 'image/png' : 'image/jpeg',
    width: info.width,
    height: info.height,
  };
}

/** Is any pixel less than opaque? */
function isTransparent({ data, channels }: Pixels): boolean {
  if (channels === 3) return false;
  for (let index = 3; index < data.length; index += 4) if (data[index] !== 255) return true;
  return false;
}

const brokenFile = 'File is damaged, incomplete or not what it claims to be: it cannot be decoded';

/** Whatever a decoder of untrusted bytes throws is about the bytes. Its own words stay with us, as the cause. */
async function refuseBroken<T>(decoding: Promise<T>): Promise<T> {
  try {
    return await decoding;
  } catch (error) {
    throw new PictureProblem(brokenFile, { cause: error });
  }
}
