// What stands around an engine: counts, the last error, and a breaker that leaves it alone when it fails again and again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EngineError } from '../../src/engines/engine.js';
import { createEngineRegistry } from '../../src/engines/engine-registry.js';
import { superviseEngine } from '../../src/engines/supervise-engine.js';
import { createManualClock } from '../support/manual-clock.js';
import { createScriptedEngine, tinyImage } from '../support/scripted-engine.js';
import { recordingContext, sampleJob } from './engine-jobs.js';

function make() {
  const clock = createManualClock();
  const inner = createScriptedEngine(4);
  const { engine, health } = superviseEngine('far', inner, clock);
  /** One job that ends so. */
  async function run(end: 'done' | Error): Promise<void> {
    const running = engine.start(sampleJob(), recordingContext());
    const call = await inner.call(inner.calls.length - 1);
    if (end === 'done') call.answer({ kind: 'done', images: [tinyImage] });
    else call.throw(end);
    await running.catch(() => undefined);
  }
  return { clock, inner, engine, health, run };
}
const fault = () => new Error('out of memory');

describe('a supervised engine', () => {
  it('is the engine, but for its name in the configuration', async () => {
    const { engine, inner } = make();
    assert.equal(engine.concurrency, inner.concurrency);
    assert.equal(await engine.check(), 'scripted');
    assert.equal(engine.watch, inner.watch);
    inner.places = 2;
    assert.equal(engine.room?.(), 2);
    let told = 0;
    engine.onRoom?.(() => {
      told += 1;
    });
    inner.makeRoom();
    assert.equal(told, 1);
    assert.equal(
      'resume' in superviseEngine('x', { ...inner, resume: undefined as never }, createManualClock()).engine,
      false,
    );
  });

  it('counts jobs in hand and how they ended', async () => {
    const { engine, inner, health, run } = make();
    const context = recordingContext();
    const running = engine.start(sampleJob(), context);
    assert.equal(health().inFlight, 1);
    context.abort();
    await assert.rejects(running);
    assert.deepEqual(health().ended, { done: 0, refused: 0, faulty: 0 }, 'one that was stopped says nothing');
    await run('done');
    await run(new EngineError('request', 'no'));
    await run(fault());
    assert.deepEqual([health().inFlight, health().ended], [0, { done: 1, refused: 1, faulty: 1 }]);
    assert.equal(health().lastError, 'out of memory');
    assert.equal(inner.calls.length, 4);
  });

  it('gets no more jobs after five faults in a row, then one, then all', async () => {
    const { clock, engine, health, run } = make();
    for (let count = 0; count < 5; count += 1) {
      assert.equal(health().state, 'ok');
      await run(fault());
    }
    assert.equal(health().state, 'down');
    assert.equal(engine.room?.(), 0);
    await clock.advance(1000);
    assert.equal(health().state, 'degraded');
    assert.equal(engine.room?.(), 1);
    await run('done');
    assert.deepEqual([health().state, engine.room?.()], ['ok', Number.POSITIVE_INFINITY]);
  });

  it('is not blamed for requests', async () => {
    const { health, run } = make();
    for (let count = 0; count < 20; count += 1) await run(new EngineError('request', 'no'));
    assert.equal(health().state, 'ok');
    assert.equal(health().lastError, null);
  });
});

describe('the registry', () => {
  it('tells of every engine: unused, made, or why it could not be made', async () => {
    let broken = true;
    const registry = createEngineRegistry({
      used: async () => createScriptedEngine(),
      unused: async () => createScriptedEngine(),
      broken: async () => {
        if (broken) throw new Error('no such file');
        return createScriptedEngine();
      },
    });
    await registry.get('used');
    await assert.rejects(registry.get('broken'), /no such file/);
    const states = () => registry.health().map(({ key, state, lastError }) => [key, state, lastError]);
    assert.deepEqual(states(), [
      ['used', 'ok', null],
      ['unused', 'unused', null],
      ['broken', 'down', 'no such file'],
    ]);
    broken = false;
    assert.equal(await registry.get('broken'), await registry.get('broken'));
    assert.deepEqual(states()[2], ['broken', 'ok', null]);
    assert.equal(registry.acceptCallback('x'), false);
    await assert.rejects(registry.get('constructor'), /there is no engine/);
    await registry.close();
    await registry.close();
  });
});
