// The Kling routes of one dialect, as OpenAPI describes them. Both dialects are described in full, not one by reference
// to the other: generators of clients read one prefix and know nothing of the second.

import type { ErrorCode } from '../../core/errors.js';
import type { Model } from '../../core/model.js';
import { maxSubmitBytes } from '../body/read-body.js';
import { type Dialect, unknownTask } from '../dialects.js';
import { maxWaitS } from '../prefer-wait.js';
import { listQuerySchema } from '../wire/list-query.js';
import { renderModel } from '../wire/render-task.js';
import { callbackExample, callbacksSchema, redeliveredSchema, removedSchema } from './callback-paths.js';
import {
  eventsExample,
  failedExample,
  finishedExample,
  submitExamples,
  submittedExample,
  successExample,
} from './examples.js';
import { authenticationCodes, errorResponses, type SpecialError } from './responses.js';
import { componentRef, type Json, queryParameters, submitSchemaName, successSchema } from './schemas.js';

/** Both kinds of id are looked up; a task id wins. */
const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: '`task_id` or `external_task_id`.',
  schema: { type: 'string' },
};
/** RFC 7240. */
const preferParameter = {
  name: 'Prefer',
  in: 'header',
  description: `\`wait=N\`: answer when the task has ended, or after N seconds (at most ${maxWaitS}).`,
  schema: { type: 'string', examples: ['wait=30'] },
};
/** Not Kling's; clients that do not send it notice nothing. */
const idempotencyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The first answer to this key is replayed for 24 hours; with another request it is refused (1201).',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
/** Sent by browsers by themselves when a stream broke off. */
const lastEventParameter = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'Id of the last event seen: events that show nothing newer are not sent again.',
  schema: { type: 'string' },
};

/** The one special status of a submit. */
const tooLarge: SpecialError = {
  status: 413,
  code: 1201,
  message: `Request body is too large: at most ${maxSubmitBytes} bytes are accepted on this route`,
  when: 'the body is larger than 15 MiB',
};

/** A 200 in the envelope, with an example. */
export function success(description: string, data: Json, example: unknown, headers: Json = {}): Json {
  return {
    description,
    headers: { 'x-request-id': { $ref: '#/components/headers/RequestId' }, ...headers },
    content: { 'application/json': { schema: successSchema(data), example: successExample(example) } },
  };
}

/** Paths of the dialect; operations are named after it. */
export function imagePaths(dialect: Dialect, models: readonly Model[]): Record<string, Json> {
  /** What every operation of the dialect shares. */
  const operation = (name: string, summary: string, rest: Json): Json => ({
    operationId: `${dialect.name}${name}`,
    tags: [dialect.name],
    summary,
    security: [{ bearer: [] }],
    ...rest,
  });
  const missingTask: SpecialError = {
    ...unknownTaskStatus(dialect),
    code: dialect.unknownTaskCode,
    message: unknownTask(dialect, 'fox-1').message,
    when: 'there is no such task in this account',
  };
  /** Errors of a route about one task. */
  const ofTask = (codes: readonly ErrorCode[] = []) =>
    errorResponses([...authenticationCodes, 1302, 5002, ...codes], [missingTask]);
  const retryAfter = { 'retry-after': { $ref: '#/components/headers/RetryAfter' } };
  const base = `${dialect.prefix}/images/generations`;
  return {
    [base]: {
      post: operation('Submit', 'Submit a task', {
        parameters: [idempotencyParameter, preferParameter],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: componentRef(submitSchemaName(dialect)),
              examples: Object.fromEntries(Object.entries(submitExamples).map(([name, value]) => [name, { value }])),
            },
          },
        },
        responses: {
          200: success('Accepted. With `Prefer: wait` the task as a query shows it.', anyTask, submittedExample),
          ...errorResponses(
            [...authenticationCodes, 1101, 1102, 1103, 1200, 1201, 1203, 1300, 1301, 1302, 1303, 5001, 5002],
            [tooLarge],
          ),
        },
      }),
      get: operation('List', 'List your tasks, newest first', {
        parameters: queryParameters(listQuerySchema),
        responses: {
          200: success('One page.', { type: 'array', items: componentRef('Task') }, [finishedExample]),
          ...errorResponses([...authenticationCodes, 1201, 1302, 5002]),
        },
      }),
    },
    [`${base}/{id}`]: {
      get: operation('Query', 'Look at a task', {
        parameters: [idParameter, preferParameter],
        responses: {
          200: success(
            'The task; `Retry-After` while it is unfinished.',
            componentRef('Task'),
            finishedExample,
            retryAfter,
          ),
          ...ofTask(),
        },
      }),
      delete: operation('Remove', 'Remove a task, its pictures and its callbacks now', {
        parameters: [idParameter],
        responses: {
          200: success('It is gone.', removedSchema, { task_id: submittedExample.task_id, deleted: true }),
          ...ofTask(),
        },
      }),
    },
    [`${base}/{id}/callbacks`]: {
      get: operation('Callbacks', 'List the callbacks of a task with every try', {
        parameters: [idParameter],
        responses: { 200: success('Oldest first.', callbacksSchema, [callbackExample]), ...ofTask() },
      }),
    },
    [`${base}/{id}/callbacks/{webhook_id}/redeliver`]: {
      post: operation('Redeliver', 'Make a callback again, under the same id', {
        parameters: [idParameter, { ...idParameter, name: 'webhook_id', description: '`webhook_id` of the callback.' }],
        responses: {
          200: success('It is due now.', redeliveredSchema, {
            webhook_id: callbackExample.webhook_id,
            state: 'pending',
          }),
          ...ofTask([1203]),
        },
      }),
    },
    [`${base}/{id}/cancel`]: {
      post: operation('Cancel', 'End a task; one that has ended is left as it is', {
        parameters: [idParameter],
        responses: { 200: success('The task as it now stands.', componentRef('Task'), failedExample), ...ofTask() },
      }),
    },
    [`${base}/{id}/events`]: {
      get: operation('Events', 'Follow a task by server-sent events', {
        description:
          'Every event is the whole state: `status` while the task goes on, `end` once it has ended; then the stream ends. ' +
          'A client that comes back with the id of the `end` event is answered 204.',
        parameters: [idParameter, lastEventParameter],
        responses: {
          200: {
            description: 'The stream.',
            content: {
              'text/event-stream': {
                schema: { type: 'string', description: 'The data of each event is a TaskEvent in JSON.' },
                example: eventsExample,
              },
            },
          },
          204: { description: 'The task has ended and the client has seen it.' },
          ...ofTask(),
        },
      }),
    },
    [`${dialect.prefix}/models`]: {
      get: operation('Models', 'List the models and what each can do', {
        responses: {
          200: success(
            'Every model.',
            { type: 'array', items: componentRef('Model') },
            models.slice(0, 1).map((model) => renderModel(model, true)),
          ),
          ...errorResponses([...authenticationCodes, 1302, 5002]),
        },
      }),
    },
  };
}

/** A submit answers short; one that waited answers like a query. */
const anyTask: Json = { anyOf: [componentRef('SubmittedTask'), componentRef('Task')] };

/** 404 or 400, as the dialect's table says. */
function unknownTaskStatus(dialect: Dialect): { status: number } {
  return { status: unknownTask(dialect, '').status };
}
