// Pictures from a Stable Diffusion web UI and its forks: `/sdapi/v1/txt2img`, `/sdapi/v1/img2img`, progress and interrupt.
//
// The server paints while the request is open, one request after the other, and keeps nothing to look up: an attempt that
// was cut off starts afresh. Its GPU is the operator's own, so nothing is bought twice.
import type { Clock } from '../../core/clock.js';
import type { PictureFitter } from '../../images/picture-fitter.js';
import { type Engine, type EngineContext, EngineError, type EngineJob } from '../engine.js';
import { callJson, member, quoteServer, retryAfterMs } from '../upstream/call-json.js';
import { finishPicture } from '../upstream/finish-picture.js';
import type { UpstreamFetch } from '../upstream/upstream-fetch.js';

export interface A1111EngineOptions {
  /** Origin of the server. */
  baseUrl: string;
  /** What it was started with as `--api-auth`: `user:password`. */
  auth?: string | undefined;
  /** Further fields of every request: `steps`, `cfg_scale`, `sampler_name`, … */
  parameters: Readonly<Record<string, unknown>>;
  /** Longest time for one job, ms. */
  timeoutMs: number;
}

export interface A1111EngineParts {
  upstream: UpstreamFetch;
  fitter: PictureFitter;
  clock: Clock;
}

/** How often progress is asked for, ms. */
const progressMs = 1000;
/** Nine pictures of 2048×2048 as PNG in base64. */
const maxAnswerBytes = 256 * 1024 * 1024;
/** Longest time for a small question, ms. */
const questionMs = 10_000;

export function createA1111Engine(options: A1111EngineOptions, parts: A1111EngineParts): Engine {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const headers: Record<string, string> =
    options.auth === undefined ? {} : { authorization: `Basic ${Buffer.from(options.auth).toString('base64')}` };
  const secrets = [options.auth, headers.authorization];

  /** Progress of our own job until `done` aborts. Errors are no news: the request itself will tell. */
  async function followProgress(job: EngineJob, context: EngineContext, done: AbortSignal): Promise<void> {
    let told = 0;
    while (!done.aborted) {
      await parts.clock.sleep(progressMs, done);
      if (done.aborted) return;
      const answer = await ask('/sdapi/v1/progress?skip_current_image=true', done).catch(() => undefined);
      const current = member(answer?.json, 'current_task');
      const progress = member(answer?.json, 'progress');
      // Newer servers say whose turn it is; older ones paint for us alone, for all we know.
      const ours = current === undefined || current === job.externalId;
      if (done.aborted || !ours || typeof progress !== 'number' || !(progress > told)) continue;
      told = Math.min(progress, 1);
      context.reportProgress(told);
    }
  }

  const ask = (path: string, signal: AbortSignal) =>
    callJson(parts.upstream, baseUrl + path, { headers, signal, timeoutMs: questionMs });

  /** Stops the server's work on our job; what it works on for others goes on where it says whose turn it is. */
  async function interrupt(job: EngineJob): Promise<void> {
    const { signal } = new AbortController();
    const answer = await ask('/sdapi/v1/progress?skip_current_image=true', signal);
    const current = member(answer.json, 'current_task');
    if (current !== undefined && current !== job.externalId) return;
    await callJson(parts.upstream, `${baseUrl}/sdapi/v1/interrupt`, {
      method: 'POST',
      headers,
      signal,
      timeoutMs: questionMs,
    });
  }

  async function paint(job: EngineJob, context: EngineContext): Promise<Uint8Array[]> {
    const done = new AbortController();
    const following = followProgress(job, context, done.signal);
    try {
      const answer = await callJson(parts.upstream, `${baseUrl}/sdapi/v1/${job.reference ? 'img2img' : 'txt2img'}`, {
        headers,
        json: toBody(job, options.parameters),
        signal: context.signal,
        timeoutMs: options.timeoutMs,
        maxBytes: maxAnswerBytes,
      });
      if (answer.status !== 200)
        throw refusalOf(answer.status, answer.json, retryAfterMs(answer.headers, parts.clock.now()));
      const images = member(answer.json, 'images');
      // A grid or what a ControlNet saw may follow the pictures.
      const texts = (Array.isArray(images) ? images : []).filter((text) => typeof text === 'string');
      return texts.slice(0, job.request.n).map((text) => Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64'));
    } catch (error) {
      // It would go on painting for nobody: whoever has the task next can only start afresh.
      if (context.signal.aborted || !(error instanceof EngineError && error.fault === 'request'))
        await interrupt(job).catch(() => undefined);
      throw error;
    } finally {
      done.abort();
      await following;
    }
  }

  function refusalOf(status: number, json: unknown, waitMs: number | undefined): EngineError {
    const words = quoteServer(
      member(json, 'errors') || member(json, 'detail') || member(json, 'error') || json || '',
      secrets,
    );
    const said = words === '' ? '' : `: ${words}`;
    if (status === 422 || status === 400)
      return new EngineError('request', `The server of this model refused the request${said}`);
    const why =
      status === 401 || status === 403
        ? 'the server refuses our user name and password'
        : status === 404
          ? 'the server has no API: start it with --api'
          : `the server answered with HTTP status ${status}`;
    return new EngineError('ours', `${why}${said}`, waitMs === undefined ? {} : { retryAfterMs: waitMs });
  }

  return {
    name: 'a1111',
    // It works on one request at a time; a second one of ours only keeps it from resting in between.
    concurrency: 2,
    async start(job, context) {
      context.signal.throwIfAborted();
      const pictures = await paint(job, context);
      if (pictures.length < job.request.n)
        throw new EngineError('ours', `the server made ${pictures.length} pictures, not ${job.request.n}`);
      const images = pictures.map((bytes) => finishPicture(parts.fitter, job, bytes, context.signal));
      return { kind: 'done', images: await Promise.all(images) };
    },
    async check() {
      const { signal } = new AbortController();
      const answer = await ask('/sdapi/v1/sd-models', signal);
      if (answer.status !== 200) throw refusalOf(answer.status, answer.json, undefined);
      const names = (Array.isArray(answer.json) ? answer.json : []).map((model) => String(member(model, 'title')));
      return `${new URL(baseUrl).host} answers and has ${names.length} checkpoints${names.length > 0 ? `: ${names.slice(0, 5).join(', ')}` : ''}`;
    },
    async close() {
      await Promise.all([parts.upstream.close(), parts.fitter.close()]);
    },
  };
}

/** The job in the server's words. */
function toBody(job: EngineJob, parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { request, reference, model } = job;
  return {
    prompt: request.prompt,
    negative_prompt: request.negativePrompt ?? '',
    seed: request.seed,
    width: request.width,
    height: request.height,
    batch_size: request.n,
    n_iter: 1,
    send_images: true,
    save_images: false,
    do_not_save_grid: true,
    // Its queue and its progress call the job by this name.
    force_task_id: job.externalId,
    // Without one the server uses whatever it has loaded.
    ...(model.upstreamModel === undefined ? {} : { override_settings: { sd_model_checkpoint: model.upstreamModel } }),
    ...(reference
      ? {
          init_images: [Buffer.from(reference.bytes).toString('base64')],
          // How much may be changed; the closer to the reference, the less.
          denoising_strength: Math.round((1 - request.imageFidelity) * 1000) / 1000,
          // Crop and resize: a stretched face is no likeness.
          resize_mode: 1,
        }
      : {}),
    ...parameters,
  };
}
