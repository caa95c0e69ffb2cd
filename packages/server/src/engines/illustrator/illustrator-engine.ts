// The built-in artist as an engine: paints in worker threads, one picture a thread, nothing remote to resume.
import { availableParallelism } from 'node:os';
import type { IllustrateRequest, Illustration, Painters } from '@inkling/illustrator';
import { type Engine, EngineError, type EngineImage, type EngineJob } from '../engine.js';

export interface IllustratorEngineOptions {
  /** Threads that paint; null: one per core. */
  threads: number | null;
}

/**
 * How long a thread without work keeps its artwork and dictionaries, ms: starting afresh costs the next picture about
 * 0.8 s, keeping them about 150 MB.
 */
const idleMs = 120_000;

export function createIllustratorEngine(options: IllustratorEngineOptions): Engine {
  const threads = options.threads ?? availableParallelism();
  let opening: Promise<Painters> | undefined;

  /** The threads' pool. It and the artist's code (60 MB) come with the first picture: an idle service stays small. */
  function openPainters(): Promise<Painters> {
    opening ??= import('@inkling/illustrator').then(({ createPainters }) => createPainters({ threads, idleMs }));
    return opening;
  }

  return {
    name: 'illustrator',
    // One task more than threads: the next one is at hand when a thread becomes free.
    concurrency: threads + 1,

    async start(job, context) {
      const done = new Array<number>(job.request.n).fill(0);
      const stop = new AbortController();
      const signal = AbortSignal.any([context.signal, stop.signal]);
      try {
        const painters = await openPainters();
        const painted = await Promise.all(
          done.map((_fraction, index) =>
            painters.paint(toIllustrateRequest(job, index), {
              signal,
              onProgress(fraction) {
                done[index] = fraction;
                context.reportProgress(done.reduce((sum, part) => sum + part, 0) / done.length, done);
              },
            }),
          ),
        );
        return { kind: 'done', images: painted.map(toEngineImage) };
      } catch (error) {
        // The first failure decides; its siblings need not go on.
        stop.abort();
        if (isIllustratorError(error)) throw new EngineError('request', error.message, { cause: error });
        throw error;
      }
    },

    async check() {
      const painters = await openPainters();
      const { width, height } = await painters.paint({
        prompt: 'a red fox in the snow',
        width: 256,
        height: 256,
        seed: 1,
        format: 'png',
      });
      return `painted a test picture of ${width}x${height} px, ${threads} threads`;
    },

    async close() {
      await (await opening)?.close();
    },
  };
}

/** By name, because the class comes with the code that is loaded late. */
function isIllustratorError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'IllustratorError';
}

/** One picture of the job as the illustrator wants to be asked. */
function toIllustrateRequest({ request, reference }: EngineJob, index: number): IllustrateRequest {
  return {
    prompt: request.prompt,
    ...(request.negativePrompt === null ? {} : { negativePrompt: request.negativePrompt }),
    width: request.width,
    height: request.height,
    seed: request.seed,
    index,
    format: request.outputFormat,
    watermark: request.watermark,
    ...(reference === null
      ? {}
      : {
          reference: {
            bytes: reference.bytes,
            kind: reference.use,
            imageFidelity: request.imageFidelity,
            humanFidelity: request.humanFidelity,
          },
        }),
  };
}

function toEngineImage(painted: Illustration): EngineImage {
  return {
    bytes: painted.bytes,
    contentType: painted.contentType,
    width: painted.width,
    height: painted.height,
    ...(painted.watermarked ? { watermarked: painted.watermarked } : {}),
  };
}
