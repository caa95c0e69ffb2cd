// One try at one delivery: build the body, sign it, post it through the guard, keep a kilobyte of what came back.
import type { Clock } from '../core/clock.js';
import { maskText } from '../core/log.js';
import type { Task } from '../core/task.js';
import type { GuardedFetch } from '../outbound/guarded-fetch.js';
import { OutboundError } from '../outbound/outbound-error.js';
import type { ClaimedDelivery, DeliveryAttempt } from '../store/store.js';
import { signDelivery } from './sign-delivery.js';

/** Longest wait for a receiver, from the first packet to the last byte, ms. */
export const deliveryTimeoutMs = 15_000;

/** Most of an answer that is read and kept, bytes. */
const maxReplyBytes = 1024;

export interface AttemptDeliveryParts {
  outbound: Pick<GuardedFetch, 'fetch'>;
  clock: Clock;
  /** The inner task object of a query. */
  renderTask: (task: Task) => object;
  /** `whsec_…` secrets of an account, newest first. */
  secretsOf: (accountId: string) => Promise<readonly string[]>;
  /** `traceparent` that the receiver is told of a delivery, while tracing is on. */
  traceParentOf?: (deliveryId: string) => string | undefined;
  /** From the first packet to the last byte of the answer, ms; default `deliveryTimeoutMs`, never more. */
  timeoutMs?: number;
}

/** The task as it was when the callback became owed: a `processing` event tells of nothing that came later. */
function taskOfDelivery(delivery: ClaimedDelivery): Task {
  const { task, taskStatus } = delivery;
  if (task.status === taskStatus) return task;
  return { ...task, status: taskStatus, updatedAtMs: delivery.taskUpdatedAtMs, statusMessage: '', pictures: [] };
}

/** Posts a delivery once. Never rejects: what went wrong is in the attempt. */
export async function attemptDelivery(
  parts: AttemptDeliveryParts,
  delivery: ClaimedDelivery,
  signal: AbortSignal,
): Promise<Omit<DeliveryAttempt, 'attempt'>> {
  const startedAtMs = parts.clock.now();
  const outcome = await post(parts, delivery, signal).catch((error: unknown) => ({
    httpStatus: null,
    error:
      error instanceof OutboundError ? error.message : 'the delivery could not be made because of an internal error',
    reply: null,
  }));
  return { startedAtMs, durationMs: parts.clock.now() - startedAtMs, ...outcome };
}

async function post(parts: AttemptDeliveryParts, delivery: ClaimedDelivery, signal: AbortSignal) {
  const body = JSON.stringify(parts.renderTask(taskOfDelivery(delivery)));
  const timestampS = Math.floor(parts.clock.now() / 1000);
  const secrets = await parts.secretsOf(delivery.accountId);
  const traceparent = parts.traceParentOf?.(delivery.id);
  const response = await parts.outbound.fetch(delivery.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Inkling',
      ...(traceparent === undefined ? {} : { traceparent }),
      ...signDelivery(secrets, { id: delivery.id, timestampS, body }),
    },
    body,
    signal,
    timeoutMs: Math.min(parts.timeoutMs ?? deliveryTimeoutMs, deliveryTimeoutMs),
    // A redirect is an answer like any other: a failure.
    maxRedirects: 0,
    // Not a bound on what is read: `readReply` stops after a kilobyte, however much was announced.
    maxBytes: Number.MAX_SAFE_INTEGER,
  });
  return { httpStatus: response.status, error: null, reply: await readReply(response.body) };
}

/** The first kilobyte, as text; whatever breaks or goes on behind it is of no interest: the status has been said. */
async function readReply(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of body) {
      pieces.push(piece);
      size += piece.byteLength;
      if (size >= maxReplyBytes) break;
    }
  } catch {
    // Too long, too slow or cut: what was read is enough.
  }
  const text = Buffer.concat(pieces).subarray(0, maxReplyBytes).toString('utf8');
  // PostgreSQL text holds no NUL.
  return maskText(text.replaceAll('\u0000', ' '));
}
