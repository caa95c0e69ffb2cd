// Sleeping: until the time has come, or the signal.
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { systemClock } from '../../src/core/clock.js';

describe('system clock', () => {
  it('sleeps until the time has come, and not before', async () => {
    const startedMs = performance.now();
    await systemClock.sleep(20);
    assert.ok(performance.now() - startedMs >= 19);
  });

  it('wakes when the signal aborts, at once when it has already', async () => {
    const controller = new AbortController();
    const slept = systemClock.sleep(3_600_000, controller.signal);
    controller.abort('woken');
    await slept;
    await systemClock.sleep(3_600_000, controller.signal);
  });

  it('leaves no listener behind on a signal that lives on', async () => {
    const controller = new AbortController();
    await systemClock.sleep(0, controller.signal);
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  });

  it('does not fire at once for a time that is too long for a timer', async () => {
    const controller = new AbortController();
    let woken = false;
    const slept = systemClock.sleep(Number.MAX_SAFE_INTEGER, controller.signal).then(() => {
      woken = true;
    });
    await systemClock.sleep(5);
    assert.equal(woken, false);
    controller.abort();
    await slept;
  });
});
