// Waiting for a task: by events, by asking, and by both when the events stop.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followTask } from '../../src/cli/generate/follow-task.js';
import { GatewayRefusal, GatewayUnreachable } from '../../src/cli/generate/gateway-failure.js';
import type { KlingGateway } from '../../src/cli/generate/kling-gateway.js';
import type { TaskView } from '../../src/cli/generate/task-answer.js';
import { createManualClock } from '../support/manual-clock.js';

/** A state of task `t`. */
function state(status: string, progress?: number): TaskView {
  return { id: 't', status, statusMessage: '', progress, queuePosition: undefined, imageUrls: [] };
}

const refusal = (status: number, code?: number, retryAfterS?: number): GatewayRefusal =>
  new GatewayRefusal({ status, code, retryAfterS, message: 'no' });

interface Script {
  /** States of the stream; an error among them breaks it. Absent: there are no streams. */
  events?: readonly (TaskView | Error)[];
  /** Answers to one question after the other; the last one stands for all further ones. */
  answers?: readonly (TaskView | Error)[];
}

/** A gateway that plays a script, and how often it was asked. */
function play(script: Script): { gateway: KlingGateway; asked(): number } {
  let asked = 0;
  const gateway = {
    async *follow(_id: string, signal: AbortSignal) {
      if (script.events === undefined) throw new Error('this gateway has no event streams');
      for (const event of script.events) {
        if (event instanceof Error) throw event;
        yield event;
      }
      signal.throwIfAborted();
    },
    query: async () => {
      const answer = script.answers?.[Math.min(asked, (script.answers?.length ?? 1) - 1)];
      asked += 1;
      if (answer instanceof Error) throw answer;
      return answer ?? assert.fail('nobody should ask');
    },
  } as Partial<KlingGateway> as KlingGateway;
  return { gateway, asked: () => asked };
}

/** Follows a scripted task while time passes; what came of it and what was shown. */
async function follow(script: Script, options: { timeoutMs?: number; abortAfterMs?: number } = {}) {
  const clock = createManualClock();
  const { gateway, asked } = play(script);
  const stop = new AbortController();
  const shown: string[] = [];
  const startedMs = clock.now();
  let over = false;
  const outcome = followTask(gateway, state('submitted'), {
    clock,
    signal: stop.signal,
    timeoutMs: options.timeoutMs ?? 600_000,
    onState: (seen) => void shown.push(`${seen.status}${seen.progress === undefined ? '' : ` ${seen.progress}`}`),
  }).then(
    (task) => ({ task, error: undefined }),
    (error: unknown) => ({ task: undefined, error }),
  );
  void outcome.then(() => {
    over = true;
  });
  for (let turn = 0; turn < 10_000 && !over; turn += 1) {
    if (options.abortAfterMs !== undefined && clock.now() - startedMs >= options.abortAfterMs)
      stop.abort(new Error('enough'));
    await clock.advance(100);
  }
  return { ...(await outcome), shown, asked: asked(), tookMs: clock.now() - startedMs, sleepers: clock.sleepers };
}

describe('followTask', () => {
  it('follows the events to the end and asks nothing', async () => {
    const { task, shown, asked } = await follow({ events: [state('processing', 0.5), state('succeed', 1)] });
    assert.equal(task?.status, 'succeed');
    assert.deepEqual(shown, ['submitted', 'processing 0.5', 'succeed 1']);
    assert.equal(asked, 0);
  });

  it('asks where there are no events', async () => {
    const { task, shown, asked } = await follow({
      answers: [state('processing'), state('processing'), state('failed')],
    });
    assert.equal(task?.status, 'failed');
    assert.deepEqual(shown, ['submitted', 'processing', 'processing', 'failed']);
    assert.equal(asked, 3);
  });

  for (const [what, events] of [
    ['break off', [state('processing', 0.2), new Error('cut')]],
    ['stop before the end', [state('processing', 0.2)]],
  ] as const) {
    it(`asks when the events ${what}`, async () => {
      const { task, asked } = await follow({ events, answers: [state('succeed')] });
      assert.equal(task?.status, 'succeed');
      assert.equal(asked, 1);
    });
  }

  it('asks less and less often', async () => {
    const { asked, tookMs } = await follow({ answers: [...Array(20).fill(state('processing')), state('succeed')] });
    assert.equal(asked, 21);
    // 20 % jitter at most below 0.4 + 0.8 + 1.6 + 18 × 3 s.
    assert.ok(tookMs > 45_000 && tookMs < 62_000, `${tookMs} ms`);
  });

  for (const [what, fault] of [
    ['the gateway is away for a moment', new GatewayUnreachable('x')],
    ['a proxy fails', refusal(502)],
    ['it is too busy', refusal(504, 5002)],
  ] as const) {
    it(`goes on when ${what}`, async () => {
      const { task } = await follow({ answers: [fault, fault, fault, fault, fault, state('succeed')] });
      assert.equal(task?.status, 'succeed');
    });
  }

  it('counts faults in a row only', async () => {
    const some = [refusal(502), refusal(502), refusal(502), refusal(502), refusal(502), state('processing')];
    assert.equal((await follow({ answers: [...some, ...some, ...some, state('succeed')] })).task?.status, 'succeed');
  });

  it('gives up when the gateway stays away', async () => {
    const { error, asked } = await follow({ answers: [new GatewayUnreachable('gone')] });
    assert.ok(error instanceof GatewayUnreachable);
    assert.equal(asked, 6);
  });

  it('gives up at once when the question itself is refused', async () => {
    const { error, asked } = await follow({ answers: [refusal(401, 1002)] });
    assert.ok(error instanceof GatewayRefusal);
    assert.equal(asked, 1);
  });

  it('waits as long as it is told to', async () => {
    const { tookMs } = await follow({ answers: [refusal(429, 1302, 30), state('succeed')] });
    assert.ok(tookMs >= 30_000, `${tookMs} ms`);
  });

  it('has an end', async () => {
    const { error, tookMs } = await follow({ answers: [state('processing')] }, { timeoutMs: 20_000 });
    assert.match(String(error), /Task t has not ended after 20 s/);
    assert.ok(tookMs >= 20_000 && tookMs < 25_000, `${tookMs} ms`);
  });

  it('stops when told to', async () => {
    const { error, tookMs } = await follow({ answers: [state('processing')] }, { abortAfterMs: 5000 });
    assert.equal(String(error), 'Error: enough');
    assert.ok(tookMs < 6000, `${tookMs} ms`);
  });

  it('leaves no sleeper behind', async () => {
    assert.equal((await follow({ events: [state('succeed')] })).sleepers, 0);
    assert.equal((await follow({ answers: [state('failed')] })).sleepers, 0);
  });
});
