// OpenAI's body of an image request → a body of ours, so that one check serves every front.
//
// What OpenAI says in other words is translated; what says nothing to us (`quality`, `style`, `background`, `moderation`,
// `output_compression`, `user`) is ignored; our own fields (`seed`, `negative_prompt`, `image_fidelity`, …) may be sent
// along, as `extra_body` of the Python client does.
import { AppError, invalidField } from '../../core/errors.js';
import type { Model } from '../../core/model.js';
import { invalidValue } from '../wire/field-message.js';
import { readSize } from './image-size.js';

/** How pictures come back: as addresses, or inside the answer. */
export type ResponseFormat = 'url' | 'b64_json';

/** What an OpenAI body asks for. */
export interface OpenAiRequest {
  /** In the words of our own submit. */
  body: Record<string, unknown>;
  responseFormat: ResponseFormat;
}

/** The model when none is named, as under `/v1`. */
export const defaultModel = 'kling-v1';

/** What `input_fidelity: high` means in our numbers; `low` is our default. */
const highFidelity = 0.85;

/** Our own fields that are passed on as they are. */
const ownFields = [
  'prompt',
  'negative_prompt',
  'n',
  'image',
  'image_reference',
  'image_fidelity',
  'human_fidelity',
  'seed',
  'external_task_id',
  'callback_url',
] as const;

const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

/** Translates; AppError 1201 for what cannot be. Values that mean the same with us are judged by the submit's own check. */
export function readOpenAiBody(given: Record<string, unknown>, models: readonly Model[]): OpenAiRequest {
  refuseStreams(given);
  const name = isAbsent(given.model) ? defaultModel : given.model;
  const model = models.find((candidate) => candidate.name === name);
  const body: Record<string, unknown> = { model_name: name };
  for (const field of ownFields) if (!isAbsent(given[field])) body[field] = given[field];
  // An unknown model has no sizes: the submit's check says what models there are.
  if (model !== undefined) {
    const { aspect_ratio, resolution } = given;
    Object.assign(body, readSize(given.size, model));
    if (!isAbsent(aspect_ratio)) body.aspect_ratio = aspect_ratio;
    if (!isAbsent(resolution)) body.resolution = resolution;
    if (model.needsImageReference && !isAbsent(body.image)) body.image_reference ??= 'subject';
  }
  if (given.input_fidelity === 'high') {
    body.image_fidelity ??= highFidelity;
    body.human_fidelity ??= highFidelity;
  }
  body.output_format = readOutputFormat(given.output_format);
  return { body, responseFormat: readResponseFormat(given.response_format) };
}

/** There are no partial pictures to send: better no stream than one that only looks like it. */
function refuseStreams(given: Record<string, unknown>): void {
  if (given.stream === true || given.stream === 'true')
    throw invalidField(
      'stream',
      'stream is not supported here: leave it out, or follow GET /v1/images/generations/{id}/events',
    );
}

function readOutputFormat(format: unknown): 'png' | 'jpg' {
  if (isAbsent(format) || format === 'png') return 'png';
  if (format === 'jpeg' || format === 'jpg') return 'jpg';
  throw invalidValue('output_format', format, 'allowed values: png, jpeg');
}

function readResponseFormat(format: unknown): ResponseFormat {
  if (isAbsent(format) || format === 'url') return 'url';
  if (format === 'b64_json') return 'b64_json';
  throw invalidValue('response_format', format, 'allowed values: url, b64_json');
}

/** An error of the submit's check in the words of this front: its names of fields, not ours. */
export function inOpenAiWords(error: unknown): unknown {
  if (!(error instanceof AppError) || error.field !== 'model_name') return error;
  const message = error.message.replace(/^model_name\b/, 'model');
  // A model that is not there is 404 whatever route names it.
  return new AppError(error.code, message, { field: 'model', cause: error });
}
