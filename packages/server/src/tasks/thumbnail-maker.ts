// Small pictures of finished pictures: made when first asked for, kept beside the picture in the storage, gone with it.
//
// Widths are fixed, so a picture has at most as many thumbnails as there are widths, however often and by whomever it
// is asked for: nobody can fill the disk. They lie below the task's prefix, and whatever removes the task's bytes (the
// sweeper, a removal, a purge) removes them too.
import { AppError } from '../core/errors.js';
import type { Picture } from '../core/task.js';
import { ProcessError } from '../images/job-process.js';
import { createProcessPool } from '../images/process-pool.js';
import type { ThumbnailJob } from '../images/thumbnail-process.js';
import { type Storage, taskPrefix } from '../storage/storage.js';

/** Widths there are, pixels: a tile of the studio's gallery, and the same on a screen of twice the density. */
export const thumbnailWidths = [320, 640] as const;
export type ThumbnailWidth = (typeof thumbnailWidths)[number];

export const thumbnailType = 'image/webp';

export interface ThumbnailMaker {
  /**
   * The WebP of a picture. Undefined: the picture's bytes are gone. AppError 5002 when too many are being made, 5001
   * while stopping.
   */
  get(picture: Picture, width: ThumbnailWidth): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

export interface ThumbnailOptions {
  storage: Pick<Storage, 'put' | 'read' | 'removeBelow'>;
  /** Is the picture still to be had? Asked after a thumbnail was stored, since a removal may have come in between. */
  isAlive(token: string): Promise<boolean>;
  /** Made at once, each in a process of about 80 MB that ends when it is idle. Default 1. */
  processes?: number;
  /** Most that wait to be made; further ones get 5002. Default 64. */
  maxWaiting?: number;
  /** Longest time one may take, ms; default 30,000: it takes a hundredth, on a machine that is not at its limit. */
  timeLimitMs?: number;
}

/** Makes the maker; no process starts before the first thumbnail. */
export function createThumbnailMaker(options: ThumbnailOptions): ThumbnailMaker {
  const { storage } = options;
  const places = options.processes ?? 1;
  const pool = createProcessPool<ThumbnailJob, Uint8Array>({
    entry: new URL('../images/thumbnail-process.js', import.meta.url),
    processes: places,
    // Its own queue is needed only while a process that failed is being ended.
    maxWaiting: places,
    timeLimitMs: options.timeLimitMs ?? 30_000,
    idleMs: 20_000,
    maxHeapMb: 128,
  });
  const making = new Map<string, Promise<Uint8Array | undefined>>();
  // Whoever waits holds no bytes: a picture is read once it is its turn.
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function takePlace(): Promise<void> {
    if (busy < places) {
      busy += 1;
      return;
    }
    if (waiting.length >= (options.maxWaiting ?? 64)) throw new AppError(5002, undefined, { retryAfterS: 1 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function passPlaceOn(): void {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }

  async function make(picture: Picture, width: ThumbnailWidth, key: string): Promise<Uint8Array | undefined> {
    await takePlace();
    try {
      const bytes = await storage.read(picture.storageKey);
      if (bytes === undefined) return undefined;
      const small = await pool.run({ bytes, width }).catch((error: unknown) => {
        throw explainProcessError(error);
      });
      await storage.put(key, small, thumbnailType);
      if (!(await options.isAlive(picture.token))) await storage.removeBelow(taskPrefix(picture.taskId));
      return small;
    } finally {
      passPlaceOn();
    }
  }

  return {
    async get(picture, width) {
      const key = `${taskPrefix(picture.taskId)}/thumbnails/${picture.token}-${width}.webp`;
      const kept = await storage.read(key);
      if (kept) return kept;
      // Two who ask for the same are given the same.
      const underWay = making.get(key);
      if (underWay) return underWay;
      const made = make(picture, width, key).finally(() => making.delete(key));
      making.set(key, made);
      return made;
    },
    close: () => pool.close(),
  };
}

/** A crowd, a slow machine or a shutdown is nobody's fault; anything else is ours. */
function explainProcessError(error: unknown): unknown {
  if (!(error instanceof ProcessError)) return error;
  if (error.reason === 'closed') return new AppError(5001, undefined, { retryAfterS: 2, cause: error });
  if (error.reason === 'busy' || error.reason === 'slow')
    return new AppError(5002, undefined, { retryAfterS: 1, cause: error });
  return error;
}
