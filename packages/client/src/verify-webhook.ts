// Callbacks: proof that one came from the service, and is not an old one sent again (Standard Webhooks).
import { fromBase64, hmacSha256, toBase64 } from './encoding.js';
import type { ImageTask } from './wire-types.js';

export interface WebhookRequest {
  /** Fetch's Headers, or an object with lower-case names as Node has it. */
  headers: Headers | Record<string, string | string[] | undefined>;
  /** The body exactly as it came: parsing and printing it again changes the bytes. */
  body: string;
}

/** The callback is not to be trusted; the message says why. */
export class WebhookVerificationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WebhookVerificationError';
  }
}

/** Compares every character, so that the time taken says nothing about where two texts differ. */
function equalInConstantTime(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/**
 * Checks a callback and returns the task it tells of. Throws WebhookVerificationError. `secrets`: one `whsec_…`, or
 * several while rotating. `toleranceS`: how old or early a callback may be, default 300 s. Answer 2xx soon and remember
 * `webhook-id`: the same callback may come more than once.
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
  options: { toleranceS?: number; nowMs?: number } = {},
): Promise<ImageTask> {
  const header = (name: string): string => {
    const value = request.headers instanceof Headers ? request.headers.get(name) : request.headers[name];
    if (typeof value !== 'string' || value === '') throw new WebhookVerificationError(`header ${name} is missing`);
    return value;
  };
  const id = header('webhook-id');
  const timestamp = header('webhook-timestamp');
  const signatures = header('webhook-signature').split(' ');
  const ageS = (options.nowMs ?? Date.now()) / 1000 - Number(timestamp);
  if (!(Math.abs(ageS) <= (options.toleranceS ?? 300))) {
    throw new WebhookVerificationError('webhook-timestamp is too old or too far in the future');
  }
  for (const secret of typeof secrets === 'string' ? [secrets] : secrets) {
    const key = fromBase64(secret.replace(/^whsec_/, ''));
    const expected = `v1,${toBase64(await hmacSha256(key, `${id}.${timestamp}.${request.body}`))}`;
    if (signatures.some((signature) => equalInConstantTime(signature, expected))) {
      return JSON.parse(request.body) as ImageTask;
    }
  }
  throw new WebhookVerificationError('no signature matches');
}
