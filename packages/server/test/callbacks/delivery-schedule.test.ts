// The schedule and the verdicts of contract §6.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgeAttempt, retryDelaysMs } from '../../src/callbacks/delivery-schedule.js';

describe('verdicts', () => {
  it('2xx is success, whichever try', () => {
    for (const status of [200, 201, 204, 299]) assert.deepEqual(judgeAttempt(status, 9), { kind: 'delivered' });
  });

  it('410 ends it at once', () => assert.deepEqual(judgeAttempt(410, 0), { kind: 'dead' }));

  it('everything else is tried again: redirects, refusals, faults, silence', () => {
    for (const status of [301, 302, 307, 400, 404, 429, 500, 503, null]) {
      assert.equal(judgeAttempt(status, 0).kind, 'retry');
    }
  });

  it('makes ten tries over 75 hours, then keeps the delivery as dead', () => {
    assert.equal(retryDelaysMs.length, 9);
    const hours = retryDelaysMs.reduce((sum, delay) => sum + delay, 0) / 3_600_000;
    assert.equal(Math.floor(hours), 75);
    assert.equal(judgeAttempt(500, 8).kind, 'retry');
    assert.deepEqual(judgeAttempt(500, 9), { kind: 'dead' });
    assert.deepEqual(judgeAttempt(null, 50), { kind: 'dead' });
  });

  it('spreads each wait by a fifth to both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const verdict = judgeAttempt(500, tries, () => random);
        const delay = retryDelaysMs[tries] ?? 0;
        assert.ok(verdict.kind === 'retry' && verdict.inMs >= delay * 0.8 - 1 && verdict.inMs <= delay * 1.2 + 1);
      }),
    );
  });
});
