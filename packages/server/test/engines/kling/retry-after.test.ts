// `Retry-After` in both its forms, and what is not believed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRetryAfter } from '../../../src/engines/kling/kling-api.js';

const clock = { now: () => Date.parse('2026-11-27T12:00:00Z') };

describe('Retry-After', () => {
  for (const [value, ms] of [
    ['7', 7000],
    [' 0 ', 0],
    ['Fri, 27 Nov 2026 12:00:30 GMT', 30_000],
    ['Fri, 27 Nov 2026 11:00:00 GMT', 0],
    ['999999999', 3_600_000],
    ['soon', undefined],
    [undefined, undefined],
  ] as const)
    it(`reads ${value} as ${ms} ms`, () => assert.equal(readRetryAfter(value, clock), ms));
});
