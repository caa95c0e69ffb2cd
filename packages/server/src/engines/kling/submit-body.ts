// A job as the upstream wants to be asked for it (Kling's Images API, field by field).
import type { EngineJob } from '../engine.js';

export interface SubmitBodyOptions {
  /** Another Inkling understands more than Kling does: `seed`. */
  upstream: 'kling' | 'inkling';
  /** Where the upstream shall call when something happened; absent: nowhere. */
  callbackUrl?: string;
}

/** The body as JSON. */
export function renderSubmitBody(job: EngineJob, options: SubmitBodyOptions): string {
  const { request, reference, model } = job;
  const fields = {
    model_name: job.upstreamModel,
    prompt: request.prompt,
    // Kling refuses the two together; so do we, but a model of the operator's own may be more generous one day.
    ...(request.negativePrompt === null || reference ? {} : { negative_prompt: request.negativePrompt }),
    ...(reference
      ? {
          ...(request.imageReference === null ? {} : { image_reference: request.imageReference }),
          image_fidelity: request.imageFidelity,
          human_fidelity: request.humanFidelity,
        }
      : {}),
    n: request.n,
    aspect_ratio: request.aspectRatio,
    // Models with one resolution may not know the field at all.
    ...(model.resolutions.length > 1 ? { resolution: request.resolution } : {}),
    output_format: request.outputFormat,
    ...(request.watermark ? { watermark_info: { enabled: true } } : {}),
    ...(options.upstream === 'inkling' ? { seed: request.seed } : {}),
    ...(options.callbackUrl === undefined ? {} : { callback_url: options.callbackUrl }),
    external_task_id: job.externalId,
  };
  const text = JSON.stringify(fields);
  if (!reference) return text;
  // Base64 needs no escaping: put in as it is, ten megabytes are not looked at letter by letter.
  const { buffer, byteOffset, byteLength } = reference.bytes;
  return `{"image":"${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}",${text.slice(1)}`;
}
