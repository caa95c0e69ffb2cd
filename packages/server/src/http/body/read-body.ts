// Reads a request body into one buffer, within a bound on its length and on the memory of all bodies together.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../../core/errors.js';
import { HttpRefusal } from '../failure.js';
import type { BodyBudget } from './body-budget.js';

/** Room for a 10 MB picture as base64 (13.4 MiB) and everything beside it, bytes. */
export const maxSubmitBytes = 15 * 1024 * 1024;

/** Bodies up to this many bytes need no room in the budget: 10,000 sockets of them are 640 MB at the very worst. */
const smallBodyBytes = 64 * 1024;

/** The bounds of one route. */
export interface BodyLimits {
  /** Longest body, bytes. */
  maxBytes: number;
  /** Memory of all large bodies together. */
  budget: BodyBudget;
}

/** A body in memory. */
export interface ReadBody {
  /** As it came, without any decoding. */
  bytes: Buffer;
  /** Gives the memory back to the budget, once the bytes and what was made of them are no longer needed. */
  release(): void;
}

/** Of bodies that took no room. */
const nothing = () => undefined;

/**
 * The whole body. HttpRefusal 413 when it is longer than `maxBytes` (what is left of it stays unread), AppError 1200
 * when it is compressed or breaks off, 5002 when there is no room for it. `signal` is
 * asked for only where there may be something to wait for.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limits: BodyLimits,
  signal: () => AbortSignal,
): Promise<ReadBody> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new AppError(1200, 'Request body is compressed: send it without Content-Encoding');
  const declared = request.headers['content-length'];
  const length = declared === undefined ? undefined : Number(declared);
  if (length !== undefined && length > limits.maxBytes) throw tooLarge(limits.maxBytes);

  let release: (() => void) | undefined;
  if (length !== undefined && length > smallBodyBytes) release = await limits.budget.reserve(length, signal());
  try {
    // A caller that sent `Expect: 100-continue` holds the body back until here: it is authenticated and there is room.
    if (/100-continue/i.test(request.headers.expect ?? '')) response.writeContinue();
    // A chunked body does not say how long it will be: once it is no longer small it counts as the longest.
    const bytes = await collect(request, limits.maxBytes, async () => {
      if (release === undefined) release = await limits.budget.reserve(limits.maxBytes, signal());
    });
    return { bytes, release: release ?? nothing };
  } catch (error) {
    release?.();
    throw error;
  }
}

/**
 * The bytes of a body, by events: an async iterator costs 30 µs per request, this 5. Over `maxBytes` the rest stays
 * unread, so that an answer can still be written. Once it is no longer small, it pauses until `grow` is done.
 */
function collect(request: IncomingMessage, maxBytes: number, grow: () => Promise<void>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    let hasGrown = false;
    const stop = () => request.off('data', onData).off('end', onEnd).off('error', onError).off('close', onError);
    const fail = (error: unknown) => {
      request.pause();
      stop();
      reject(error);
    };
    const onError = (cause?: unknown) => fail(new AppError(1200, 'Request body broke off', { cause }));
    const onEnd = () => {
      stop();
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, received));
    };
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (received > maxBytes) {
        fail(tooLarge(maxBytes));
        return;
      }
      chunks.push(chunk);
      if (received <= smallBodyBytes || hasGrown) return;
      hasGrown = true;
      request.pause();
      grow().then(() => request.resume(), fail);
    };
    request.on('data', onData).on('end', onEnd).on('error', onError).on('close', onError);
  });
}

function tooLarge(maxBytes: number): HttpRefusal {
  return new HttpRefusal(413, 1201, `Request body is too large: at most ${maxBytes} bytes are accepted on this route`);
}
