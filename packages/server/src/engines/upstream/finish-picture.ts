// The last step of every engine that gets its pictures from elsewhere.
import type { PictureFitter } from '../../images/picture-fitter.js';
import { EngineError, type EngineImage, type EngineJob } from '../engine.js';

/** The bytes as the job wants them. EngineError (`ours`) when they are no picture. */
export async function finishPicture(
  fitter: Pick<PictureFitter, 'fit'>,
  { request }: Pick<EngineJob, 'request'>,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<EngineImage> {
  const { width, height, outputFormat: format, watermark } = request;
  return fitter.fit({ bytes, width, height, format, watermark }, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError('ours', `the server sent a picture that is of no use: ${why}`, { cause: error });
  });
}

/** `image/png` or `image/jpeg`: what the checked reference is, by its first byte. */
export function referenceType(bytes: Uint8Array): 'image/png' | 'image/jpeg' {
  return bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
}
