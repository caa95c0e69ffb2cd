// The state machine of a task, and the numbers a backoff gives.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { backoffMs } from '../../src/core/backoff.js';
import { newTaskId } from '../../src/core/ids.js';
import { canBecome, isFinal, taskStatuses } from '../../src/core/task.js';

describe('the states of a task', () => {
  it('never go back, and never leave an end', () => {
    const order = { submitted: 0, processing: 1, succeed: 2, failed: 2 };
    for (const from of taskStatuses) {
      for (const to of taskStatuses) {
        if (canBecome(from, to)) assert.ok(order[to] >= order[from], `${from} → ${to}`);
        if (isFinal(from)) assert.equal(canBecome(from, to), false, `${from} → ${to}`);
      }
    }
  });

  it('reach both ends from the start, success only through work', () => {
    assert.equal(canBecome('submitted', 'processing'), true);
    assert.equal(canBecome('submitted', 'failed'), true);
    assert.equal(canBecome('submitted', 'succeed'), false);
    assert.equal(canBecome('processing', 'succeed'), true);
    assert.deepEqual(taskStatuses.filter(isFinal), ['succeed', 'failed']);
  });
});

describe('backoff', () => {
  it('doubles, is spread downwards only, and has a ceiling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const wait = backoffMs(attempt, { baseMs: 100, maxMs: 5000, jitter: 0.5 }, () => random);
        const full = Math.min(5000, 100 * 2 ** (attempt - 1));
        assert.ok(wait <= full && wait >= Math.floor(full / 2));
      }),
    );
  });
});

describe('task ids', () => {
  it('are 22 characters, sort by age and do not repeat', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => newTaskId(1_700_000_000_000 + index));
    assert.ok(ids.every((id) => /^[0-9A-Za-z]{22}$/.test(id)));
    assert.deepEqual([...ids].sort(), ids);
    assert.equal(new Set(Array.from({ length: 1000 }, () => newTaskId(5))).size, 1000);
  });
});
