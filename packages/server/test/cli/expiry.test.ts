// When a key ends.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { parseExpiry } from '../../src/cli/keys/expiry.js';

const nowMs = Date.parse('2026-11-22T12:00:00Z');

describe('parseExpiry', () => {
  for (const [text, time] of [
    ['90m', '2026-11-22T13:30:00Z'],
    ['12h', '2026-11-23T00:00:00Z'],
    ['30d', '2026-12-22T12:00:00Z'],
    ['2w', '2026-12-06T12:00:00Z'],
    ['2027-01-31', '2027-01-31T00:00:00Z'],
    ['2027-01-31T08:00:00+08:00', '2027-01-31T00:00:00Z'],
    ['2027-01-31T08:00:00.5Z', '2027-01-31T08:00:00.500Z'],
  ] as const) {
    it(`takes ${text} for ${time}`, () => assert.equal(parseExpiry(text, nowMs), Date.parse(time)));
  }
  for (const text of [
    '',
    'tomorrow',
    '30',
    '30y',
    '-1d',
    '1.5d',
    '2027',
    '31.01.2027',
    '2027-13-01',
    '9999999d',
    '2020-01-01',
    '0d',
  ]) {
    it(`refuses '${text}'`, () => {
      assert.throws(
        () => parseExpiry(text, nowMs),
        (error: unknown) => error instanceof CommandFailure && error.exitCode === 2,
      );
    });
  }
});
