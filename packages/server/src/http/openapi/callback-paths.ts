// What Inkling adds to a task beyond Kling: its callbacks, and its removal.
import type { Json } from './schemas.js';

const callbackSchema: Json = {
  type: 'object',
  properties: {
    webhook_id: { type: 'string', description: 'The `webhook-id` header of every try.' },
    url: { type: 'string' },
    task_status: { type: 'string' },
    state: { type: 'string', enum: ['pending', 'delivered', 'dead'] },
    attempts: { type: 'integer' },
    next_attempt_at: { type: ['integer', 'null'], description: 'Unix ms.' },
    created_at: { type: 'integer' },
    ended_at: { type: ['integer', 'null'] },
    log: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          attempt: { type: 'integer' },
          started_at: { type: 'integer' },
          duration_ms: { type: 'integer' },
          http_status: { type: ['integer', 'null'] },
          error: { type: ['string', 'null'] },
          reply: { type: ['string', 'null'], description: 'First kilobyte of the answer.' },
        },
      },
    },
  },
};

export const callbackExample: Json = {
  webhook_id: 'msg_5uXyTnS2QmWbWb7cV1d0Ig',
  url: 'https://example.com/hook',
  task_status: 'succeed',
  state: 'delivered',
  attempts: 1,
  next_attempt_at: null,
  created_at: 1746719590123,
  ended_at: 1746719590321,
  log: [{ attempt: 1, started_at: 1746719590130, duration_ms: 191, http_status: 200, error: null, reply: 'ok' }],
};

/** A list of callbacks with their logs. */
export const callbacksSchema: Json = { type: 'array', items: callbackSchema };

/** What a removal and a redelivery answer. */
export const removedSchema: Json = {
  type: 'object',
  properties: { task_id: { type: 'string' }, deleted: { type: 'boolean' } },
};
export const redeliveredSchema: Json = {
  type: 'object',
  properties: { webhook_id: { type: 'string' }, state: { type: 'string' } },
};

/** `data` of `GET /account/costs`. */
export const costsSchema: Json = {
  type: 'object',
  properties: {
    code: { type: 'integer' },
    msg: { type: 'string' },
    resource_pack_subscribe_infos: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          resource_pack_name: { type: 'string' },
          resource_pack_id: { type: 'string' },
          resource_pack_type: { type: 'string', enum: ['decreasing_total', 'constant_period'] },
          total_quantity: { type: 'number' },
          remaining_quantity: { type: 'number' },
          purchase_time: { type: 'integer' },
          effective_time: { type: 'integer' },
          invalid_time: { type: 'integer' },
          status: { type: 'string', enum: ['toBeOnline', 'online', 'expired', 'runOut'] },
        },
      },
    },
  },
};

export const costsExample: Json = {
  code: 0,
  msg: 'SUCCEED',
  resource_pack_subscribe_infos: [
    {
      resource_pack_name: 'trial',
      resource_pack_id: 'p1',
      resource_pack_type: 'decreasing_total',
      total_quantity: 100,
      remaining_quantity: 96,
      purchase_time: 1746719586481,
      effective_time: 1746719586481,
      invalid_time: 1749311586481,
      status: 'online',
    },
  ],
};
