// The loop of worker and callback sender on a clock that stands still.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClaimLoop } from '../../src/core/claim-loop.js';
import { createManualClock } from '../support/manual-clock.js';

/** A loop over a list of things to take; `take` says what claiming does. */
function makeLoop(options: { dueInMs?: number } = {}) {
  const clock = createManualClock();
  const listeners = new Set<() => void>();
  const errors: unknown[] = [];
  const looks: number[] = [];
  let waiting = 0;
  let broken = false;
  const loop = createClaimLoop({
    clock,
    async claim() {
      looks.push(clock.now());
      if (broken) throw new Error('database gone');
      if (waiting === 0) return false;
      waiting -= 1;
      return true;
    },
    nextDueInMs: async () => options.dueInMs,
    onWork(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pollMs: 1000,
    onError: (error) => errors.push(error),
  });
  return {
    loop,
    clock,
    errors,
    looks,
    listeners,
    /** Lets everything that can go on without the clock go on. */
    settle: async () => {
      for (let turn = 0; turn < 10; turn += 1) await clock.advance(0);
    },
    bring(count: number) {
      waiting += count;
      for (const listener of listeners) listener();
    },
    breakDown(now: boolean) {
      broken = now;
    },
  };
}

describe('claim loop', () => {
  it('takes until nothing is left, then sleeps until told, until due, or for a poll', async () => {
    const { loop, clock, looks, bring, settle } = makeLoop();
    loop.start();
    loop.start();
    await settle();
    assert.equal(looks.length, 1);
    bring(2);
    await settle();
    assert.equal(looks.length, 4);
    await clock.advance(999);
    await settle();
    assert.equal(looks.length, 4);
    await clock.advance(1);
    await settle();
    assert.equal(looks.length, 5);
    await loop.stop(0);
  });

  it('wakes for what is due before the poll', async () => {
    const { loop, clock, looks, settle } = makeLoop({ dueInMs: 40 });
    loop.start();
    await settle();
    await clock.advance(40);
    await settle();
    assert.equal(looks.length, 2);
    await loop.stop(0);
  });

  it('tells of a failure and tries again after a poll, not at once', async () => {
    const { loop, clock, errors, looks, breakDown, bring, settle } = makeLoop();
    breakDown(true);
    loop.start();
    await settle();
    bring(1);
    await settle();
    assert.deepEqual([errors.length, looks.length], [1, 1]);
    breakDown(false);
    await clock.advance(1000);
    await settle();
    assert.equal(looks.length, 3);
    await loop.stop(0);
  });

  it('looks again when something in hand is settled', async () => {
    const { loop, looks, settle } = makeLoop();
    loop.start();
    await settle();
    let finish: () => void = () => undefined;
    loop.hold(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    await settle();
    assert.equal(looks.length, 1);
    finish();
    await settle();
    assert.equal(looks.length, 2);
    await loop.stop(0);
  });

  it('stops at once with nothing in hand, also before it was started, also twice', async () => {
    const { loop, looks, listeners, bring, settle } = makeLoop();
    loop.start();
    await settle();
    await loop.stop(60_000);
    await loop.stop(60_000);
    assert.equal(loop.stopping, true);
    assert.equal(listeners.size, 0);
    bring(1);
    await settle();
    assert.equal(looks.length, 1);
    await makeLoop().loop.stop(60_000);
  });

  it('drops what is in hand after the grace, not before', async () => {
    const { loop, clock, settle } = makeLoop();
    loop.start();
    await settle();
    loop.hold(
      new Promise((resolve) => {
        loop.dropped.addEventListener('abort', () => resolve());
      }),
    );
    let stopped = false;
    const stop = loop.stop(5000).then(() => {
      stopped = true;
    });
    await clock.advance(4999);
    await settle();
    assert.deepEqual([stopped, loop.dropped.aborted], [false, false]);
    await clock.advance(1);
    await stop;
    assert.deepEqual([stopped, loop.dropped.aborted], [true, true]);
  });
});
