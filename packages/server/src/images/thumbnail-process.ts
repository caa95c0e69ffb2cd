// Entry of the child processes that make thumbnails: each message is a ThumbnailJob, each answer the WebP's bytes. In
// processes of their own, as every decoder here: a picture may come from an upstream service, and decoding is slow.
import sharp from 'sharp';
import type { ChildMessage } from './job-process.js';
import { maxPixels } from './picture-limits.js';

/** A finished picture and the width that is wanted, pixels; smaller pictures keep their size. */
export interface ThumbnailJob {
  bytes: Uint8Array;
  width: number;
}

// No picture comes twice: what was made is kept in the storage.
sharp.cache(false);

const answer = (message: ChildMessage<Uint8Array>) => process.send?.(message);

/** WebP q78 of 320 px: 10–25 kB where the PNG has 1–2 MB, about 15 ms of one thread. */
function shrink({ bytes, width }: ThumbnailJob): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78, effort: 3 })
    .toBuffer();
}

process.on('message', ({ job }: { job: ThumbnailJob }) => {
  shrink(job).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ fault: error instanceof Error ? String(error.stack) : String(error) }),
  );
});
// A terminal or a service manager signals the whole group; the server still drains then, and ends its children itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
answer({ ready: true });
