// From what was asked for back to the form.
import type { StudioRequest } from '../api/studio-task.js';
import type { Draft } from './draft.js';

/** The form that would ask for the very same pictures, and have the same receiver told. */
export function toDraft(request: StudioRequest): Draft {
  return {
    prompt: request.prompt,
    negativePrompt: request.negative_prompt ?? '',
    modelName: request.model_name,
    aspectRatio: request.aspect_ratio,
    resolution: request.resolution,
    n: request.n,
    seed: String(request.seed),
    outputFormat: request.output_format,
    imageReference: request.image_reference ?? 'subject',
    imageFidelity: request.image_fidelity,
    humanFidelity: request.human_fidelity,
    watermark: request.watermark,
    callbackUrl: request.callback_url ?? '',
    // One task only may have it.
    externalTaskId: '',
  };
}
