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

/**
 * The whole body. HttpRefusal 413 when it is longer than `maxBytes` (what is left of it stays unread), AppError 1200
 * when it is compressed or breaks off, 5002 when there is no room for it.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<ReadBody> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new AppError(1200, 'Request body is compressed: send it without Content-Encoding');
  const declared = request.headers['content-length'];
  const length = declared === undefined ? undefined : Number(declared);
  if (length !== undefined && length > limits.maxBytes) throw tooLarge(limits.maxBytes);

  let release: () => void = () => undefined;
  if (length !== undefined && length > smallBodyBytes) release = await limits.budget.reserve(length, signal);
  try {
    // A caller that sent `Expect: 100-continue` holds the body back until here: it is authenticated and there is room.
    if (/100-continue/i.test(request.headers.expect ?? '')) response.writeContinue();
    const chunks: Buffer[] = [];
    let received = 0;
    for await (const chunk of bodyChunks(request)) {
      received += chunk.length;
      if (received > limits.maxBytes) throw tooLarge(limits.maxBytes);
      // A chunked body does not say how long it will be: from here on it counts as the longest.
      if (length === undefined && received > smallBodyBytes && received - chunk.length <= smallBodyBytes)
        release = await limits.budget.reserve(limits.maxBytes, signal);
      chunks.push(chunk);
    }
    return { bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, received), release };
  } catch (error) {
    release();
    throw error;
  }
}

/** The chunks of a body; stopping early leaves the socket as it is, so that an answer can still be written. */
async function* bodyChunks(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch (error) {
    throw new AppError(1200, 'Request body broke off', { cause: error });
  }
}

function tooLarge(maxBytes: number): HttpRefusal {
  return new HttpRefusal(413, 1201, `Request body is too large: at most ${maxBytes} bytes are accepted on this route`);
}
