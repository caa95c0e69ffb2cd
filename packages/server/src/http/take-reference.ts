// The reference picture of a submit: checked and stored before the task is accepted, or, where its URL is slow, left to
// the worker.
import { AppError } from '../core/errors.js';
import type { TaskReference } from '../core/task.js';
import type { CheckedPicture } from '../images/checked-picture.js';
import { referenceName, taskPrefix } from '../storage/storage.js';
import type { HttpParts } from './parts.js';
import type { SubmittedImage } from './wire/check-submit.js';

/** What a check of a reference needs to know beside the picture. */
export interface ReferenceOptions {
  /** The picture must hold exactly one face. */
  face: boolean;
  /** Aborts when the caller is gone. */
  signal: AbortSignal;
}

type ReferenceParts = Pick<HttpParts, 'references' | 'storage' | 'clock'> & { deadlineMs: number };

/**
 * Checks the picture and stores it under the task's prefix. A URL that has not answered within the deadline is accepted
 * as it is. AppError 1201 or 1300 when it is refused.
 */
export async function takeReference(
  parts: ReferenceParts,
  image: SubmittedImage,
  taskId: string,
  options: ReferenceOptions,
): Promise<TaskReference> {
  if (image.kind === 'base64')
    return storePicture(parts, taskId, await parts.references.checkBase64(image.data, options));
  parts.references.checkUrlShape(image.url, 'image');
  const picture = await checkInTime(parts, image.url, options);
  return picture === undefined ? { kind: 'url', url: image.url } : storePicture(parts, taskId, picture);
}

/** The checked picture, or undefined when the deadline came first. */
async function checkInTime(
  parts: ReferenceParts,
  url: string,
  options: ReferenceOptions,
): Promise<CheckedPicture | undefined> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  // The race is decided by whichever comes first; the loser is told to stop.
  const late = parts.clock.sleep(parts.deadlineMs, signal).then(() => undefined);
  const check = parts.references.checkUrl(url, { face: options.face, signal });
  try {
    return await Promise.race([check, late]);
  } finally {
    stop.abort(new AppError(1201, 'image: the check was not done in time'));
    // After the deadline the check ends with an error that nobody waits for.
    check.catch(() => undefined);
  }
}

async function storePicture(parts: ReferenceParts, taskId: string, picture: CheckedPicture): Promise<TaskReference> {
  const { bytes, contentType, width, height } = picture;
  const storageKey = `${taskPrefix(taskId)}/${referenceName}.${contentType === 'image/png' ? 'png' : 'jpg'}`;
  await parts.storage.put(storageKey, bytes, contentType);
  return { kind: 'stored', storageKey, contentType, width, height };
}
