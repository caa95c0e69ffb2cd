// What each refusal of an upstream means, code by code.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { businessCodes } from '../../../src/core/errors.js';
import { judge } from '../../../src/engines/kling/verdict.js';

const kindOf = (status: number, code?: number, message = '') =>
  judge({ status, code, message, retryAfterMs: undefined }).kind;

describe('the verdict on a refusal', () => {
  it('knows every code of the table', () => {
    const expected: Record<string, string> = {
      1000: 'key',
      1001: 'key',
      1002: 'key',
      1003: 'key',
      1004: 'key',
      1100: 'key',
      1101: 'key',
      1102: 'key',
      1103: 'key',
      1200: 'configuration',
      1201: 'request',
      1202: 'configuration',
      1203: 'absent',
      1300: 'request',
      1301: 'request',
      1302: 'busy',
      1303: 'busy',
      1304: 'key',
      5000: 'doubt',
      5001: 'doubt',
      5002: 'doubt',
    };
    for (const [code, { status, message }] of Object.entries(businessCodes)) {
      if (code === '0') continue;
      assert.equal(kindOf(status, Number(code), message), expected[code], code);
    }
  });

  it('tells what is absent from what is misconfigured, in both dialects', () => {
    assert.equal(kindOf(404, 1203, 'Task not found by id/external id: x'), 'absent');
    assert.equal(kindOf(400, 1201, 'Task not found by id/external id: x'), 'absent');
    assert.equal(kindOf(404, 1203, 'No such route: GET /x'), 'configuration');
    assert.equal(kindOf(404, 1203, 'The model does not exist'), 'configuration');
    assert.equal(kindOf(404), 'configuration', 'a page of a proxy proves nothing about the task');
    assert.equal(kindOf(400, 1201, "model_name value 'x' is invalid"), 'configuration');
    assert.equal(kindOf(400, 1201, "image_reference is required with 'image' on model 'kling-v1-5'"), 'request');
    assert.equal(kindOf(400, 1201, 'External_task_id x already exists'), 'taken');
  });

  it('doubts whatever a server that fails says', () => {
    for (const status of [500, 502, 503, 504, 408, 425]) {
      assert.equal(kindOf(status), 'doubt');
      assert.equal(kindOf(status, 1203, 'Task not found'), 'doubt', 'also about what is absent');
      assert.equal(kindOf(status, 1102, 'no balance'), 'doubt');
    }
  });

  it('goes by the status where there is no code', () => {
    assert.equal(kindOf(429), 'busy');
    assert.equal(kindOf(401), 'key');
    assert.equal(kindOf(403), 'key');
    assert.equal(kindOf(413), 'request');
    assert.equal(kindOf(405), 'configuration');
    assert.equal(kindOf(200), 'doubt', 'it may have been done');
  });
});
