// Pictures from other servers, brought to the contract's size and format in processes that can be killed.
import type { FitJob, FitOutcome, FittedPicture } from './fit-picture.js';
import { createProcessPool } from './process-pool.js';

export interface PictureFitter {
  /**
   * Fits one picture. Rejects with an Error whose message follows `the picture … `: it cannot be decoded, took too long,
   * took its process down; or with the reason of `signal`.
   */
  fit(job: FitJob, signal?: AbortSignal): Promise<FittedPicture>;
  /** Ends every process. Twice is harmless. */
  close(): Promise<void>;
}

/** Pictures at once: two keep up with any one server. */
const processes = 2;

/** Makes the fitter; no process starts before the first picture, and one without work ends after 20 s. */
export function createPictureFitter(): PictureFitter {
  const pool = createProcessPool<FitJob, FitOutcome>({
    entry: new URL('./fit-process.js', import.meta.url),
    processes,
    maxWaiting: 10_000,
    timeLimitMs: 30_000,
    idleMs: 20_000,
    maxHeapMb: 128,
  });
  return {
    async fit(job, signal) {
      const outcome = await pool.run(job, signal);
      if ('problem' in outcome) throw new Error(outcome.problem);
      return outcome.picture;
    },
    close: () => pool.close(),
  };
}
