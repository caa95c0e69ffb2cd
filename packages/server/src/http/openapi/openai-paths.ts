// `/openai/v1` as OpenAPI describes it. Bodies name what is read; whatever else OpenAI's clients send is ignored.
import { businessCodes, type ErrorCode } from '../../core/errors.js';
import type { Model } from '../../core/model.js';
import { HttpRefusal, toFailure } from '../failure.js';
import { defaultModel } from '../openai/image-body.js';
import { openAiPrefix, openAiShapes, TaskFailure, toOpenAiError } from '../openai/openai-failure.js';
import { componentRef, type Json } from './schemas.js';

const text = (description: string, rest: Json = {}): Json => ({ type: 'string', description, ...rest });

/** Components of this front. */
export const openAiSchemas: Record<string, Json> = {
  OpenAiError: {
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: {
          message: { type: 'string' },
          type: { type: 'string' },
          param: { type: ['string', 'null'] },
          code: { type: ['string', 'null'] },
        },
        required: ['message', 'type', 'param', 'code'],
      },
    },
    required: ['error'],
  },
  OpenAiImages: {
    type: 'object',
    properties: {
      created: { type: 'integer', description: 'Unix time in seconds' },
      background: { type: 'string' },
      output_format: { enum: ['png', 'jpeg'] },
      size: text('Pixels of each picture: the size of ours that is nearest to the one asked for.'),
      data: {
        type: 'array',
        items: { type: 'object', properties: { url: { type: 'string' }, b64_json: { type: 'string' } } },
      },
    },
    required: ['created', 'data'],
  },
  OpenAiModel: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      object: { const: 'model' },
      created: { type: 'integer' },
      owned_by: text('The engine that paints for it.'),
    },
    required: ['id', 'object', 'created', 'owned_by'],
  },
};

/** Errors of a route that waits for a task, beside those of its submit. */
const taskFailures = [
  new TaskFailure(409, 1201, 'task_cancelled', 'Cancelled by the caller'),
  new TaskFailure(400, 1201, 'image_generation_failed', 'image: File format is invalid'),
  new TaskFailure(500, 5000, 'image_generation_failed', 'The picture could not be made'),
];
const tooLarge = new HttpRefusal(413, 1201, 'Request body is too large');

const readCodes: readonly ErrorCode[] = [1000, 1001, 1002, 1003, 1004, 1100, 1302, 1304, 5000, 5002];
const submitCodes: readonly ErrorCode[] = [
  ...readCodes,
  ...([1101, 1102, 1103, 1200, 1201, 1203, 1300, 1301, 1303, 5001] as const),
];

/** Error responses by status, with an example for each code. */
function responsesOf(codes: readonly ErrorCode[], further: readonly HttpRefusal[] = []): Json {
  const examples = new Map<number, Record<string, Json>>();
  const note = (status: number, name: string, value: unknown) =>
    examples.set(status, { ...examples.get(status), [name]: { value } });
  for (const code of codes) {
    const { status, code: name, type } = openAiShapes[code];
    const { message } = businessCodes[code];
    note(status, `${name} (${code})`, { error: { message, type, param: null, code: name } });
  }
  for (const error of further) {
    const { status, body } = toOpenAiError(error, toFailure(error));
    note(status, String(body.error.code), body);
  }
  const responses = [...examples].map(([status, byName]) => [
    String(status),
    {
      description: Object.keys(byName).join(', '),
      content: { 'application/json': { schema: componentRef('OpenAiError'), examples: byName } },
    },
  ]);
  return Object.fromEntries(responses);
}

/** Fields that generations and edits share. */
function fieldsOf(models: readonly Model[]): Record<string, Json> {
  return {
    model: { enum: models.map((model) => model.name), default: defaultModel },
    prompt: { type: 'string', minLength: 1, maxLength: 2500 },
    n: { type: 'integer', minimum: 1, maximum: Math.max(...models.map((model) => model.maxN)), default: 1 },
    size: text('`auto`, or WIDTHxHEIGHT: the nearest size of the model is painted.', { examples: ['1536x1024'] }),
    response_format: { enum: ['url', 'b64_json'], default: 'url' },
    output_format: { enum: ['png', 'jpeg'], default: 'png' },
    seed: { type: 'integer', description: 'Not OpenAI’s; as are all other fields of our own submit, which work too.' },
  };
}

/** Paths of the front. */
export function openAiPaths(models: readonly Model[]): Record<string, Json> {
  const operation = (name: string, summary: string, rest: Json): Json => ({
    operationId: `openai${name}`,
    tags: ['openai'],
    summary,
    security: [{ bearer: [] }],
    ...rest,
  });
  const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
  const idempotency = {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key joins the same task for 24 hours; with one, hanging up does not cancel it.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
  const images = (name: string, summary: string, content: Json): Json =>
    operation(name, summary, {
      parameters: [idempotency],
      requestBody: { required: true, content },
      responses: {
        200: { description: 'The task has succeeded.', ...json(componentRef('OpenAiImages')) },
        ...responsesOf(submitCodes, [...taskFailures, tooLarge]),
      },
    });
  const fields = fieldsOf(models);
  const picture = text('PNG or JPEG, at most 10 MB.', { contentMediaType: 'application/octet-stream' });
  const address = text('Address, base64, or a `data:` URL.');
  const input_fidelity = { enum: ['low', 'high'], description: '`high`: image_fidelity and human_fidelity 0.85.' };
  const edit = (image: Json): Json => ({
    schema: { type: 'object', required: ['prompt', 'image'], properties: { ...fields, input_fidelity, image } },
  });
  const list = { type: 'object', properties: { data: { type: 'array', items: componentRef('OpenAiModel') } } };
  return {
    [`${openAiPrefix}/images/generations`]: {
      post: images('Generate', 'Make pictures from a prompt, and wait for them', {
        'application/json': { schema: { type: 'object', required: ['prompt'], properties: fields } },
      }),
    },
    [`${openAiPrefix}/images/edits`]: {
      post: images('Edit', 'Make pictures from a picture and a prompt, and wait for them', {
        'multipart/form-data': edit(picture),
        'application/json': edit(address),
      }),
    },
    [`${openAiPrefix}/models`]: {
      get: operation('ListModels', 'List the models that the key may use', {
        responses: { 200: { description: 'All of them.', ...json(list) }, ...responsesOf(readCodes) },
      }),
    },
    [`${openAiPrefix}/models/{id}`]: {
      get: operation('GetModel', 'One model', {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'The model.', ...json(componentRef('OpenAiModel')) },
          ...responsesOf([...readCodes, 1203]),
        },
      }),
    },
  };
}
