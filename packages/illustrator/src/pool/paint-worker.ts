// Runs in a worker thread: paints one request and sends the bytes back without copying them.
import type { MessagePort } from 'node:worker_threads';
import { move } from 'piscina';
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
function owned(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

/** Piscina's entry: paints `job`. */
export async function paintJob({ request, port }: PaintJob): Promise<PaintReply> {
  try {
    const { bytes, watermarked, ...rest } = await illustrate(
      request,
      port ? { onProgress: (fraction) => port.postMessage(fraction) } : {},
    );
    const painted: Illustration = {
      ...rest,
      bytes: move(owned(bytes)) as Uint8Array,
      ...(watermarked && { watermarked: owned(watermarked) }),
    };
    return { painted };
  } catch (error) {
    if (!(error instanceof IllustratorError)) throw error;
    return { refused: { reason: error.reason, field: error.field, message: error.message } };
  } finally {
    port?.close();
  }
}
