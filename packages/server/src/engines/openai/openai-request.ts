// A job → the requests that an OpenAI-style image server takes.
import type { EngineJob } from '../engine.js';
import { referenceType } from '../upstream/finish-picture.js';
import { type FormPart, formBody } from '../upstream/form-body.js';

/** How a server differs from others. */
export interface OpenAiManners {
  /** The sizes it takes, `1536x1024`; empty: any, and the exact pixels are asked for. */
  sizes: readonly string[];
  /** `none`: it takes no `response_format` (OpenAI's gpt-image models). */
  responseFormat: 'b64_json' | 'url' | 'none';
  /** Whether it takes, or ignores, `seed`, `negative_prompt` and the fidelities. */
  extensions: boolean;
  /** Further fields of every request. */
  parameters: Readonly<Record<string, unknown>>;
}

/** OpenAI itself: three sizes, and an error for every field it does not know. */
export const openAiManners: OpenAiManners = {
  sizes: ['1024x1024', '1536x1024', '1024x1536'],
  responseFormat: 'none',
  extensions: false,
  parameters: {},
};

/** Everybody else, unless told otherwise. */
export const otherManners: OpenAiManners = { sizes: [], responseFormat: 'b64_json', extensions: true, parameters: {} };

/** The size to ask for: of those the server takes the one whose shape is nearest, then the larger one. */
export function chooseSize(sizes: readonly string[], width: number, height: number): string {
  const known = sizes.map((text) => {
    const [w = 0, h = 0] = text.split('x').map(Number);
    return { text, pixels: w * h, error: Math.abs(Math.log((w / h) * (height / width))) };
  });
  known.sort((one, other) => one.error - other.error || other.pixels - one.pixels);
  return known[0]?.text ?? `${width}x${height}`;
}

/** One request as it goes out. */
export interface OpenAiCall {
  path: '/images/generations' | '/images/edits';
  json?: unknown;
  body?: Uint8Array;
  headers: Record<string, string>;
}

/** The request for `n` of the job's pictures, beginning with picture `index` (each has a seed of its own). */
export function toOpenAiCall(job: EngineJob, manners: OpenAiManners, index: number, n: number): OpenAiCall {
  const { request, reference } = job;
  const fields: Record<string, unknown> = {
    model: job.upstreamModel,
    prompt: request.prompt,
    n,
    size: chooseSize(manners.sizes, request.width, request.height),
    ...(manners.responseFormat === 'none' ? {} : { response_format: manners.responseFormat }),
    ...(manners.extensions ? extensionsOf(job, index) : {}),
    ...manners.parameters,
  };
  if (!reference) return { path: '/images/generations', json: fields, headers: {} };
  const contentType = referenceType(reference.bytes);
  const fileName = contentType === 'image/png' ? 'image.png' : 'image.jpg';
  const parts: FormPart[] = Object.entries(fields).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  return {
    path: '/images/edits',
    ...formBody([...parts, { name: 'image', fileName, contentType, bytes: reference.bytes }]),
  };
}

/** What OpenAI has no words for; servers for open models mostly have these. */
function extensionsOf({ request, reference }: EngineJob, index: number): Record<string, unknown> {
  const fields: Record<string, unknown> = { seed: (request.seed + index) % 2 ** 32 };
  if (request.negativePrompt !== null) fields.negative_prompt = request.negativePrompt;
  if (!reference) return fields;
  const { imageFidelity, humanFidelity } = request;
  return {
    ...fields,
    image_fidelity: imageFidelity,
    human_fidelity: humanFidelity,
    // The same thing the other way round: how much may be changed.
    strength: Math.round((1 - imageFidelity) * 1000) / 1000,
  };
}
