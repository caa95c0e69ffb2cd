// Runs in a worker thread: paints one request and sends the bytes back without copying them.
import type { MessagePort } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { illustrate } from '../illustrate.js';
import { type IllustrateRequest, type Illustration, IllustratorError } from '../request.js';

/** What the pool sends to a worker. */
export interface PaintJob {
  request: IllustrateRequest;
  /** Progress goes out here as plain numbers; null when nobody listens. */
  port: MessagePort | null;
}

/** What comes back: errors of the request travel as data, because an error loses its class on the way. */
export type PaintReply =
  | { painted: Illustration }
  | { refused: { reason: IllustratorError['reason']; field: string; message: string } };

/** A copy that owns its whole buffer, so that the buffer can be moved to another thread. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** Piscina's entry: paints `job`. */
export async function paintJob({ request, port }: PaintJob): Promise<unknown> {
  try {
    const { bytes, watermarked, ...rest } = await illustrate(
      request,
      port ? { onProgress: (fraction) => port.postMessage(fraction) } : {},
    );
    const main = owned(bytes);
    const marked = watermarked && owned(watermarked);
    const reply: PaintReply = { painted: { ...rest, bytes: main, ...(marked && { watermarked: marked }) } };
    // Piscina moves the listed buffers and delivers the value: no copy of megabytes on the event loop.
    return move({
      [transferableSymbol]: [main.buffer, ...(marked ? [marked.buffer] : [])],
      [valueSymbol]: reply,
    });
  } catch (error) {
    if (!(error instanceof IllustratorError)) throw error;
    const refused: PaintReply = { refused: { reason: error.reason, field: error.field, message: error.message } };
    return refused;
  } finally {
    port?.close();
  }
}
