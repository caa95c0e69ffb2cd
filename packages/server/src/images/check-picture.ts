// The whole check of one reference picture, as it runs in a child process: bytes in, a picture or a reason out.
import type { findFaces } from '@inkling/illustrator';
import sharp from 'sharp';
import { decodeBase64 } from './base64.js';
import type { CheckedPicture } from './checked-picture.js';
import { decodePicture, encodePicture, PictureProblem, type Pixels } from './normalise-picture.js';
import { fileSizeProblem, maxFileBytes } from './picture-limits.js';

/** One job: bare base64, or bytes. */
export interface CheckJob {
  source: string | Uint8Array;
  /** It must hold exactly one face. */
  face: boolean;
}

/** `problem`: the words after `image: `. */
export type CheckOutcome = { picture: CheckedPicture } | { problem: string };

/** Longest side at which faces are looked for, pixels: more costs time and finds no face that would be of use. */
const maxFaceSide = 1280;

/** Checks one picture. Rejects only for faults of ours. `loadFinder` loads the face detector, on the first need. */
export async function checkPicture(job: CheckJob, loadFinder: () => Promise<typeof findFaces>): Promise<CheckOutcome> {
  try {
    const bytes = typeof job.source === 'string' ? bytesOfBase64(job.source) : job.source;
    if (bytes.byteLength > maxFileBytes) throw new PictureProblem(fileSizeProblem(bytes.byteLength));
    const pixels = await decodePicture(bytes);
    if (job.face) await requireOneFace(pixels, await loadFinder());
    return { picture: await encodePicture(pixels) };
  } catch (error) {
    if (error instanceof PictureProblem) return { problem: error.message };
    throw error;
  }
}

function bytesOfBase64(text: string): Buffer {
  const decoded = decodeBase64(text);
  if ('problem' in decoded) throw new PictureProblem(`File is not in a valid base64 format: ${decoded.problem}`);
  return decoded.bytes;
}

/** Throws a PictureProblem unless there is exactly one face. */
async function requireOneFace(pixels: Pixels, find: typeof findFaces): Promise<void> {
  const { data, ...raw } = pixels;
  const small = await sharp(data, { raw })
    .resize({ width: maxFaceSide, height: maxFaceSide, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const faces = await find({ rgba: small.data, width: small.info.width, height: small.info.height });
  if (faces.length === 0) throw new PictureProblem("no face was found, image_reference 'face' needs exactly one");
  if (faces.length > 1)
    throw new PictureProblem(`${faces.length} faces were found, image_reference 'face' needs exactly one`);
}
