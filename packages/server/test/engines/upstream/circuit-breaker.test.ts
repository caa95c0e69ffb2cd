// A breaker opens after failures in a row, lets one call try, and stays open longer each time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCircuitBreaker } from '../../../src/engines/upstream/circuit-breaker.js';

/** A breaker and a hand on its clock. */
function make(options = {}) {
  let nowMs = 0;
  const breaker = createCircuitBreaker({ now: () => nowMs }, { threshold: 3, baseMs: 1000, maxMs: 5000, ...options });
  const fail = (times: number) => Array.from({ length: times }, () => breaker.failed());
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { breaker, fail, pass };
}

describe('a circuit breaker', () => {
  it('stays closed while failures are not in a row', () => {
    const { breaker, fail } = make();
    for (let round = 0; round < 5; round += 1) {
      fail(2);
      breaker.succeeded();
    }
    assert.equal(breaker.state, 'closed');
    assert.equal(breaker.opensInMs, 0);
  });

  it('opens at the threshold, is half-open when its time is up, and closes on a success', () => {
    const { breaker, fail, pass } = make();
    fail(3);
    assert.equal(breaker.state, 'open');
    assert.ok(breaker.opensInMs > 700 && breaker.opensInMs <= 1000, String(breaker.opensInMs));
    pass(1000);
    assert.equal(breaker.state, 'half-open');
    breaker.succeeded();
    assert.equal(breaker.state, 'closed');
  });

  it('stays open longer each time, up to its bound', () => {
    const { breaker, fail, pass } = make();
    fail(3);
    const waits = [];
    for (let round = 0; round < 5; round += 1) {
      waits.push(breaker.opensInMs);
      pass(breaker.opensInMs);
      fail(1);
      assert.equal(breaker.state, 'open');
    }
    assert.ok((waits[1] ?? 0) > (waits[0] ?? 0));
    assert.ok(waits.every((ms) => ms <= 5000));
  });

  it('does not count failures of calls that were under way when it opened', () => {
    const { breaker, fail } = make();
    fail(3);
    const left = breaker.opensInMs;
    fail(50);
    assert.equal(breaker.opensInMs, left);
  });
});
