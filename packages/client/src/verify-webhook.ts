// Callbacks: proof that one came from the service, and is not an old one sent again (Standard Webhooks).
import { fromBase64, hmacSha256, toBase64 } from './encoding.js';
import { WebhookVerificationError } from './errors.js';
import type { ImageTask } from './wire-types.js';

export interface WebhookRequest {
  /** Fetch's Headers, or an object with names in any case, as Node and the clouds have it. */
  headers: Headers | Record<string, string | string[] | undefined>;
  /** The body exactly as it came, as text or bytes: parsing and printing it again changes it. */
  body: string | Uint8Array;
}

export interface WebhookOptions {
  /** How old or early a callback may be, s; default 300. */
  toleranceS?: number;
  /** Replaces the clock, for tests. */
  nowMs?: number;
}

/** Compares every character, so that the time taken says nothing about where two texts differ. */
function equalInConstantTime(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/** A header's value; throws when it is missing. */
function readHeader({ headers }: WebhookRequest, name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
  if (typeof value !== 'string' || value === '') throw new WebhookVerificationError(`header ${name} is missing`);
  return value;
}

/** The raw body as text. */
function readBody(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError('body must be the raw body, as text or bytes: turn off the JSON parser for this route');
}

/**
 * Checks a callback and returns the task it tells of. Throws WebhookVerificationError, and a TypeError for a secret that
 * is no base64 or a body that was parsed already. `secrets`: one `whsec_…`, or several while rotating. Answer 2xx soon,
 * and remember `webhook-id`: the same callback may come more than once.
 *
 * @example
 * ```ts
 * const task = await verifyWebhook('whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=', {
 *   headers: request.headers,
 *   body: await request.text(),
 * });
 * console.log(task.task_id, task.task_status);
 * ```
 */
export async function verifyWebhook(
  secrets: string | readonly string[],
  request: WebhookRequest,
  options: WebhookOptions = {},
): Promise<ImageTask> {
  const id = readHeader(request, 'webhook-id');
  const timestamp = readHeader(request, 'webhook-timestamp');
  const signatures = readHeader(request, 'webhook-signature').split(' ');
  const body = readBody(request.body);
  const ageS = (options.nowMs ?? Date.now()) / 1000 - Number(timestamp);
  if (!(Math.abs(ageS) <= (options.toleranceS ?? 300))) {
    throw new WebhookVerificationError('webhook-timestamp is too old or too far in the future');
  }
  for (const secret of typeof secrets === 'string' ? [secrets] : secrets) {
    const key = fromBase64(secret.replace(/^whsec_/, ''));
    const expected = `v1,${toBase64(await hmacSha256(key, `${id}.${timestamp}.${body}`))}`;
    if (signatures.some((signature) => equalInConstantTime(signature, expected))) {
      return JSON.parse(body) as ImageTask;
    }
  }
  throw new WebhookVerificationError('no signature matches');
}
