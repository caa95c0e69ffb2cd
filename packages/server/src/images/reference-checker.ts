// The door for reference pictures: fetches where needed, has them checked off the event loop, and answers in the
// contract's words.
import { availableParallelism } from 'node:os';
import { AppError, invalidField } from '../core/errors.js';
import type { GuardedFetch } from '../outbound/guarded-fetch.js';
import { asFieldError, quoteUrl } from '../outbound/outbound-error.js';
import type { CheckJob, CheckOutcome, FacesJob, FacesOutcome } from './check-picture.js';
import type { CheckedPicture, ReferenceChecker } from './checked-picture.js';
import { ProcessError } from './job-process.js';
import { fileSizeProblem, maxFileBytes } from './picture-limits.js';
import { createProcessPool } from './process-pool.js';

export interface ReferenceCheckerOptions {
  guardedFetch: Pick<GuardedFetch, 'fetch' | 'checkUrlShape'>;
  /**
   * Pictures decoded at once, each in a process of its own of about 100 MB, 600 MB for the worst picture there is.
   * Default a half of the processor's threads, 1–4.
   */
  processes?: number;
  /** Most pictures that wait for a process; further ones get 5002. Default 32. */
  maxWaiting?: number;
  /** Longest time one check may run, ms, not counting the wait; default 10,000. */
  timeLimitMs?: number;
  /** Cap on fetching a URL, ms; default 15,000. */
  fetchTimeoutMs?: number;
  /** A process without work ends after this, ms; default 20,000. */
  idleMs?: number;
}

/** Longest text of base64 that is looked at, in characters: the largest file, and a line break every 60 characters. */
const maxBase64Length = Math.ceil((maxFileBytes * 4) / 3) + Math.ceil(maxFileBytes / 20);

/** Most JavaScript heap of a process, MiB: the base64 text twice over, and room. Pixels do not count: they lie outside. */
const maxHeapMb = 256;

/** Seconds after which somebody turned away may come back. */
const retryAfterS = 2;

/** Makes the checker; no process starts before the first picture. */
export function createReferenceChecker(options: ReferenceCheckerOptions): ReferenceChecker {
  const { guardedFetch } = options;
  const pool = createProcessPool<CheckJob | FacesJob, CheckOutcome | FacesOutcome>({
    entry: new URL('./check-process.js', import.meta.url),
    processes: options.processes ?? Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2))),
    maxWaiting: options.maxWaiting ?? 32,
    timeLimitMs: options.timeLimitMs ?? 10_000,
    idleMs: options.idleMs ?? 20_000,
    maxHeapMb,
  });

  /** What the process found out; a refusal is thrown. */
  async function run(job: CheckJob | FacesJob, signal: AbortSignal | undefined) {
    const outcome = await pool.run(job, signal).catch((error: unknown) => {
      throw explainProcessError(error);
    });
    if ('problem' in outcome) throw invalidField('image', `image: ${outcome.problem}`);
    return outcome;
  }

  async function check(job: CheckJob, signal: AbortSignal | undefined): Promise<CheckedPicture> {
    const outcome = await run(job, signal);
    if (!('picture' in outcome)) throw new Error('a check of a picture answered with something else');
    return outcome.picture;
  }

  async function fetchBytes(url: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const response = await guardedFetch.fetch(url, {
      headers: { accept: 'image/png, image/jpeg' },
      maxBytes: maxFileBytes,
      timeoutMs: options.fetchTimeoutMs ?? 15_000,
      ...(signal ? { signal } : {}),
    });
    if (response.status === 200) return response.bytes();
    response.discard();
    throw invalidField('image', `image: ${quoteUrl(url)} answered with HTTP status ${response.status}`);
  }

  return {
    async checkBase64(base64, { face, signal }) {
      refuseByLook(base64);
      // The text is decoded by the process; here it is only copied.
      return check({ source: base64, face }, signal);
    },
    async findFaces(base64, { signal }) {
      refuseByLook(base64);
      const outcome = await run({ source: base64, findFaces: true }, signal);
      if (!('faces' in outcome)) throw new Error('a search for faces answered with something else');
      return outcome.faces;
    },
    async checkUrl(url, { face, signal }) {
      const bytes = await fetchBytes(url, signal).catch((error: unknown) => {
        throw asFieldError(error, 'image');
      });
      return check({ source: bytes, face }, signal);
    },
    checkUrlShape(url, field) {
      try {
        guardedFetch.checkUrlShape(url);
      } catch (error) {
        throw asFieldError(error, field);
      }
    },
    close: () => pool.close(),
  };
}

/** Refuses what need not be decoded to be refused. */
function refuseByLook(base64: string): void {
  if (/^\s*data:/i.test(base64.slice(0, 64)))
    throw invalidField('image', "image: File is not in a valid base64 format: send only what follows 'base64,'");
  if (base64.length > maxBase64Length)
    throw invalidField('image', `image: ${fileSizeProblem((base64.length * 3) / 4)}`);
}

/** A picture that takes its process down is refused; a crowd or a shutdown is our doing. */
function explainProcessError(error: unknown): unknown {
  if (!(error instanceof ProcessError)) return error;
  const refused = (problem: string) => new AppError(1201, `image: ${problem}`, { field: 'image', cause: error });
  switch (error.reason) {
    case 'slow':
      return refused('File takes too long to decode');
    case 'crashed':
      return refused('File cannot be decoded');
    case 'busy':
      return new AppError(5002, undefined, { retryAfterS, cause: error });
    case 'closed':
      return new AppError(5001, undefined, { retryAfterS, cause: error });
  }
}
