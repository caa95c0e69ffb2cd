// The whole check of one reference picture, as it runs in a child process: bytes in, a picture or a reason out.
import type { findFaces } from '@inkling/illustrator';
import sharp from 'sharp';
import { decodeBase64 } from './base64.js';
import type { CheckedPicture, FacesFound } from './checked-picture.js';
import { decodePicture, encodePicture, PictureProblem, type Pixels } from './normalise-picture.js';
import { fileSizeProblem, maxFileBytes } from './picture-limits.js';

/** One job: bare base64, or bytes. */
export interface CheckJob {
  source: string | Uint8Array;
  /** It must hold exactly one face. */
  face: boolean;
}

/** Another job: which faces are in the picture? */
export interface FacesJob {
  source: string;
  findFaces: true;
}

/** `problem`: the words after `image: `. */
export type CheckOutcome = { picture: CheckedPicture } | { problem: string };
export type FacesOutcome = { faces: FacesFound } | { problem: string };

/** Longest side at which faces are looked for, pixels: more costs time and finds no face that would be of use. */
const maxFaceSide = 1280;

/** Checks one picture. Rejects only for faults of ours. `loadFinder` loads the face detector, on the first need. */
export async function checkPicture(job: CheckJob, loadFinder: () => Promise<typeof findFaces>): Promise<CheckOutcome> {
  return catchProblem(async () => {
    const pixels = await decodeSource(job.source);
    if (job.face) await requireOneFace(pixels, await loadFinder());
    return { picture: await encodePicture(pixels) };
  });
}

/** Finds the faces of one picture; a picture that a submit would refuse is refused here in the same words. */
export async function findFacesOf(job: FacesJob, loadFinder: () => Promise<typeof findFaces>): Promise<FacesOutcome> {
  return catchProblem(async () => {
    const pixels = await decodeSource(job.source);
    const found = await lookForFaces(pixels, await loadFinder());
    const faces = found.map(({ box, score }) => ({ box, score }));
    return { faces: { width: pixels.width, height: pixels.height, faces } };
  });
}

/** The outcome, or why the picture is refused; faults of ours go on as errors. */
async function catchProblem<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | { problem: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PictureProblem) return { problem: error.message };
    throw error;
  }
}

/** Bytes within the bound, decoded. */
async function decodeSource(source: CheckJob['source']): Promise<Pixels> {
  const bytes = typeof source === 'string' ? bytesOfBase64(source) : source;
  if (bytes.byteLength > maxFileBytes) throw new PictureProblem(fileSizeProblem(bytes.byteLength));
  return decodePicture(bytes);
}

function bytesOfBase64(text: string): Buffer {
  const decoded = decodeBase64(text);
  if ('problem' in decoded) throw new PictureProblem(`File is not in a valid base64 format: ${decoded.problem}`);
  return decoded.bytes;
}

/** The faces of a picture, looked for at a size that is enough. */
async function lookForFaces(pixels: Pixels, find: typeof findFaces): ReturnType<typeof findFaces> {
  const { data, ...raw } = pixels;
  const small = await sharp(data, { raw })
    .resize({ width: maxFaceSide, height: maxFaceSide, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return find({ rgba: small.data, width: small.info.width, height: small.info.height });
}

/** Throws a PictureProblem unless there is exactly one face. */
async function requireOneFace(pixels: Pixels, find: typeof findFaces): Promise<void> {
  const faces = await lookForFaces(pixels, find);
  if (faces.length === 0) throw new PictureProblem("no face was found, image_reference 'face' needs exactly one");
  if (faces.length > 1)
    throw new PictureProblem(`${faces.length} faces were found, image_reference 'face' needs exactly one`);
}
