// Pictures from a server that speaks the OpenAI images API: OpenAI, LocalAI, stable-diffusion.cpp, vLLM, another Inkling.
//
// Such a server paints while the request is open and keeps nothing to look up. What can be done against buying twice:
// every request carries an `Idempotency-Key` that is stored before the request goes out, so that a server that heeds it
// (Inkling does) gives an attempt that was cut off the same pictures again. A refusal is definite: the next attempt
// gets a new key, or it would be given the same refusal.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/clock.js';
import type { PictureFitter } from '../../images/picture-fitter.js';
import type { GuardedFetch } from '../../outbound/guarded-fetch.js';
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineImage,
  type EngineJob,
  type EngineOutcome,
} from '../engine.js';
import { callJson, member } from '../upstream/call-json.js';
import { finishPicture } from '../upstream/finish-picture.js';
import type { UpstreamFetch } from '../upstream/upstream-fetch.js';
import { type OpenAiPicture, Refusal, readPictures, refusalOf } from './openai-answer.js';
import { type OpenAiManners, toOpenAiCall } from './openai-request.js';

export interface OpenAiEngineOptions {
  /** Up to and with `/v1`. */
  baseUrl: string;
  apiKey?: string | undefined;
  manners: OpenAiManners;
  /** Most pictures in one request; null: as many as wanted, and one at a time once the server refused several. */
  picturesPerRequest: number | null;
  /** Jobs at a time. */
  concurrency: number;
  /** Longest time for one request, ms. */
  timeoutMs: number;
}

export interface OpenAiEngineParts {
  /** Reaches the server, and nothing else. */
  upstream: UpstreamFetch;
  /** Reaches the pictures that the server puts somewhere else: public addresses only. */
  elsewhere: Pick<GuardedFetch, 'fetch' | 'close'>;
  fitter: PictureFitter;
  clock: Clock;
}

/** What is saved: the key of the attempt, and since when the server has been telling us to wait. */
interface OpenAiOperation {
  key: string;
  limitedSinceMs?: number;
}

/** Requests of one job at the same time. */
const parallel = 3;
/** A picture of 4096×4096 as PNG, in base64, and room. */
const maxPictureBytes = 96 * 1024 * 1024;
/** How long a server may tell us to wait before that counts as a fault, ms. */
const maxLimitedMs = 3_600_000;
/** Wait where the server named none, ms. */
const limitedPollMs = 10_000;

export function createOpenAiEngine(options: OpenAiEngineOptions, parts: OpenAiEngineParts): Engine {
  const { manners, timeoutMs } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const authorization = options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` };
  /** The server refused several pictures in one request before: not asked again. */
  let onlySingles = options.picturesPerRequest === 1;

  /** One request, for at most `n` pictures. */
  async function ask(
    job: EngineJob,
    key: string,
    index: number,
    n: number,
    signal: AbortSignal,
  ): Promise<OpenAiPicture[]> {
    const { path, headers, ...sent } = toOpenAiCall(job, manners, index, n);
    const answer = await callJson(parts.upstream, baseUrl + path, {
      ...sent,
      method: 'POST',
      headers: { ...headers, ...authorization, 'idempotency-key': `${key}-${index}x${n}` },
      signal,
      timeoutMs,
      maxBytes: maxPictureBytes * n,
    });
    if (answer.status === 200) return readPictures(answer).slice(0, n);
    throw refusalOf(answer, parts.clock.now(), [options.apiKey]);
  }

  async function load(picture: OpenAiPicture, signal: AbortSignal): Promise<Uint8Array> {
    if ('bytes' in picture) return picture.bytes;
    const url = new URL(picture.url, `${baseUrl}/`).href;
    const own = parts.upstream.reaches(url);
    const from = own ? parts.upstream : parts.elsewhere;
    const response = await from.fetch(url, { signal, timeoutMs: 60_000, maxBytes: maxPictureBytes });
    if (response.status === 200) return response.bytes();
    response.discard();
    throw new EngineError('ours', `a picture could not be fetched: HTTP status ${response.status}`);
  }

  /** The pictures of one request, finished; none at all when the server refused their number. */
  async function paintSome(job: EngineJob, key: string, index: number, wanted: number, signal: AbortSignal) {
    try {
      const pictures = await ask(job, key, index, wanted, signal);
      // Some make one at a time whatever they are asked for, and say nothing.
      if (pictures.length < wanted) onlySingles = true;
      return await Promise.all(
        pictures.map(async (picture) => finishPicture(parts.fitter, job, await load(picture, signal), signal)),
      );
    } catch (error) {
      if (wanted === 1 || !(error instanceof EngineError && error.fault === 'request')) throw error;
      // Perhaps it was the number (dall-e-3 makes one): one alone will tell.
      onlySingles = true;
      return [];
    }
  }

  /** All pictures of a job, in as few requests as the server allows. */
  async function paint(job: EngineJob, key: string, context: EngineContext): Promise<EngineImage[]> {
    const { n } = job.request;
    const images: EngineImage[] = [];
    const failed = new AbortController();
    const signal = AbortSignal.any([context.signal, failed.signal]);
    // Rising, whatever came back: no two pictures get the same seed.
    let index = 0;
    try {
      while (images.length < n) {
        const most = onlySingles ? 1 : Math.min(options.picturesPerRequest ?? n, n);
        const missing = n - images.length;
        const requests = onlySingles ? Math.min(parallel, missing) : 1;
        const rounds = await Promise.all(
          Array.from({ length: requests }, () => {
            const wanted = Math.min(most, missing);
            index += wanted;
            return paintSome(job, key, index - wanted, wanted, signal);
          }),
        );
        images.push(...rounds.flat());
        const done = Array.from({ length: n }, (_, place) => (place < images.length ? 1 : 0));
        context.reportProgress(images.length / n, done);
      }
    } catch (error) {
      // The first failure decides; its siblings need not go on.
      failed.abort();
      throw error;
    }
    return images;
  }

  async function run(operation: OpenAiOperation, job: EngineJob, context: EngineContext): Promise<EngineOutcome> {
    try {
      return { kind: 'done', images: await paint(job, operation.key, context) };
    } catch (error) {
      if (error instanceof Refusal) {
        const nowMs = parts.clock.now();
        const limitedSinceMs = operation.limitedSinceMs ?? nowMs;
        const next: OpenAiOperation = { key: randomUUID(), ...(error.limited ? { limitedSinceMs } : {}) };
        if (error.limited && nowMs - limitedSinceMs < maxLimitedMs)
          return { kind: 'waiting', operation: next, pollInMs: error.retryAfterMs ?? limitedPollMs };
        if (error.fault === 'ours') await context.saveOperation(next);
      }
      throw error;
    }
  }

  return {
    name: 'openai',
    concurrency: options.concurrency,
    async start(job, context) {
      context.signal.throwIfAborted();
      const operation: OpenAiOperation = { key: randomUUID() };
      await context.saveOperation(operation);
      return run(operation, job, context);
    },
    resume: (operation, job, context) => run(operation as OpenAiOperation, job, context),
    async check() {
      const call = { headers: authorization, signal: new AbortController().signal, timeoutMs: 10_000 };
      const answer = await callJson(parts.upstream, `${baseUrl}/models`, call);
      const { host } = new URL(baseUrl);
      // Servers of pictures alone often have no list.
      if (answer.status === 404 || answer.status === 405) return `${host} answers; it does not list its models`;
      if (answer.status !== 200) throw refusalOf(answer, parts.clock.now(), [options.apiKey]);
      const data = member(answer.json, 'data');
      const names = (Array.isArray(data) ? data : []).map((model) => String(member(model, 'id')));
      return `${host} answers and has ${names.length} models${names.length > 0 ? `: ${names.slice(0, 5).join(', ')}` : ''}`;
    },
    async close() {
      await Promise.all([parts.upstream.close(), parts.elsewhere.close(), parts.fitter.close()]);
    },
  };
}
