// One table of business codes: the server's, the SDK's and the page's say the same.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { errorNames, retryableCodes } from '@inkling/client';
import { businessCodes } from '../../src/core/errors.js';

const errors = Object.entries(businessCodes).filter(([code]) => code !== '0');

it('the SDK knows every code, and no other', () => {
  assert.deepEqual(
    Object.keys(errorNames),
    errors.map(([code]) => code),
  );
});

it('the SDK tries again what may succeed later, but for a token that is not valid yet', () => {
  const retryable = errors.filter(([, row]) => row.retryable).map(([code]) => Number(code));
  assert.deepEqual(
    retryable.filter((code) => code !== 1003),
    [...retryableCodes],
  );
});

it('docs/errors.md lists every code with its HTTP status', async () => {
  const page = await readFile(new URL('../../../../../docs/errors.md', import.meta.url), 'utf8');
  for (const [code, row] of errors) {
    const line = page.split('\n').find((text) => text.includes('|') && new RegExp(`\\b${code}\\b`).test(text));
    assert.ok(line?.includes(String(row.status)), `${code} with ${row.status}`);
  }
});
