// What a server said is repeated without our secrets, on one line, cut.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createScrubber } from '../../../src/engines/upstream/scrub.js';

describe('a scrubber', () => {
  const scrub = createScrubber(['sk-secret', 'sk-secret-longer', 'ab']);

  it('takes every secret out, the longer one whole', () => {
    assert.equal(scrub('bad key sk-secret-longer, not sk-secret'), 'bad key …, not …');
  });

  it('takes tokens out, whoever signed them', () => {
    assert.equal(scrub('token eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhayJ9.sig_-x expired'), 'token … expired');
  });

  it('leaves one line of at most 300 characters', () => {
    assert.equal(scrub('a\r\n\tb\u2028c '), 'a b c');
    assert.equal([...scrub('😀'.repeat(1000))].length, 301);
  });

  it('never lets a secret through, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        assert.ok(!scrub(`${before}sk-secret${after}`).includes('sk-secret'));
      }),
    );
  });
});
