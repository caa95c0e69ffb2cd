// `Idempotency-Key` (contract §7): what was asked, boiled down to a digest, so that the same key with another request
// is noticed.
import { webcrypto } from 'node:crypto';
import { invalidField } from '../core/errors.js';
import type { NewTask } from '../store/store.js';
import type { CheckedSubmit } from './wire/check-submit.js';

/** The key, or null without one. AppError 1201 unless it is 1–255 visible ASCII characters. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined || header === '') return null;
  const key = String(header);
  if (!/^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(key))
    throw invalidField('Idempotency-Key', 'Idempotency-Key is invalid, allowed: 1 to 255 visible ASCII characters');
  return key;
}

/** SHA-256 in hex; WebCrypto computes it on a thread of the pool, so a 14 MB picture does not hold the event loop. */
async function digest(text: string, encoding: 'latin1' | 'utf8'): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', Buffer.from(text, encoding))).toString('hex');
}

/** Key and digest as the store keeps them; null without a key. A seed that was drawn here is no part of the request. */
export async function idempotencyOf(key: string | null, submit: CheckedSubmit): Promise<NewTask['idempotency']> {
  if (key === null) return null;
  const { request, image, externalTaskId, callbackUrl, seedGiven } = submit;
  const picture = image?.kind === 'base64' ? await digest(image.data, 'latin1') : (image?.url ?? null);
  const asked = { ...request, seed: seedGiven ? request.seed : null, picture, externalTaskId, callbackUrl };
  return { key, bodyDigest: await digest(JSON.stringify(asked), 'utf8') };
}
