// `/studio/v1` and thumbnails as OpenAPI describes them.
import { z } from 'zod';
import { thumbnailWidths } from '../../tasks/thumbnail-maker.js';
import { facesBodySchema } from '../studio-api/faces-route.js';
import { facesSchema, studioPageSchema, studioTaskDetailSchema } from '../studio-api/studio-answers.js';
import { studioQuerySchema } from '../studio-api/studio-query.js';
import { authenticationCodes, errorResponses, type SpecialError } from './responses.js';
import { type Json, queryParameters, successSchema } from './schemas.js';

const toJson = (schema: z.ZodType) => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
  return json as Json;
};
const binary = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };
const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: '`task_id` or `external_task_id`.',
  schema: { type: 'string' },
};
const expired: SpecialError = {
  status: 410,
  code: 1203,
  message: 'The picture has expired and is no longer kept',
  when: 'its time is over',
};

/** A route of an account's key. */
function operation(id: string, summary: string, rest: Json): Json {
  return { operationId: `studio${id}`, tags: ['studio'], summary, security: [{ bearer: [] }], ...rest };
}

/** A 200 in the envelope. */
function success(description: string, schema: z.ZodType): Json {
  return { description, content: { 'application/json': { schema: successSchema(toJson(schema)) } } };
}

/** Paths of the studio. */
export function studioPaths(): Record<string, Json> {
  const always = [...authenticationCodes, 1302, 5002] as const;
  return {
    '/studio/v1/tasks': {
      get: operation('ListTasks', 'Your tasks with what was asked for: by cursor, prompt, state and model', {
        description:
          'A filtered page looks at a bounded number of tasks: it may be short, or empty, and still have a `next`.',
        parameters: queryParameters(studioQuerySchema),
        responses: { 200: success('Newest first.', studioPageSchema), ...errorResponses([...always, 1201]) },
      }),
    },
    '/studio/v1/tasks/{id}': {
      get: operation('GetTask', 'A task with what was asked for, and what happened to it', {
        parameters: [idParameter],
        responses: { 200: success('The task.', studioTaskDetailSchema), ...errorResponses([...always, 1203]) },
      }),
    },
    '/studio/v1/tasks/{id}/reference': {
      get: operation('GetReference', 'The reference picture of a task, as it was checked and kept', {
        parameters: [idParameter],
        responses: {
          200: { description: 'The picture.', content: { 'image/png': binary, 'image/jpeg': binary } },
          ...errorResponses([...always, 1203]),
        },
      }),
    },
    '/studio/v1/faces': {
      post: operation('FindFaces', 'Find the faces of a picture; it is not kept', {
        requestBody: { required: true, content: { 'application/json': { schema: toJson(facesBodySchema) } } },
        responses: {
          200: success('The faces.', facesSchema),
          ...errorResponses([...always, 1200, 1201, 5001]),
        },
      }),
    },
    '/thumbnails/{width}/{name}': {
      get: {
        operationId: 'getThumbnail',
        tags: ['pictures'],
        summary: 'Fetch a finished picture in a small size',
        description: "The name is the picture's own, ending in `.webp`. HEAD and conditional requests work too.",
        security: [],
        parameters: [
          { name: 'width', in: 'path', required: true, schema: { type: 'integer', enum: [...thumbnailWidths] } },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: { type: 'string', examples: ['Zk3vX0f9QyqkS0Q1m2uJdA.webp'] },
          },
        ],
        responses: {
          200: { description: 'At most so wide.', content: { 'image/webp': binary } },
          304: { description: 'What the caller has is still good.' },
          ...errorResponses([1203, 5001, 5002], [expired]),
        },
      },
    },
  };
}
