// What the loss of workers counts against the tasks they had in hand: little, and the one that kills is found alone.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { builtInModels } from '../../src/core/model.js';
import { gaveUpMessage, type Task } from '../../src/core/task.js';
import { createEngineRegistry } from '../../src/engines/engine-registry.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { defaultLeaseOptions } from '../../src/worker/lease.js';
import { createWorker, type Worker } from '../../src/worker/worker.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { createMemoryStorage } from '../support/memory-storage.js';
import { createQuietLog } from '../support/quiet-log.js';
import { createScriptedEngine, type ScriptedEngine, tinyImage } from '../support/scripted-engine.js';
import { sampleTask } from '../support/task-samples.js';

let folder: string;
let clock: ManualClock;
let store: Store;
let worker: Worker | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-lost-'));
  clock = createManualClock();
  store = await openSqliteStore(join(folder, 'inkling.db'), clock, 'final', false);
  await store.accounts.put(newAccount('default'));
});
afterEach(async () => {
  await worker?.stop(0);
  worker = undefined;
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function startWorker(engine: ScriptedEngine): Promise<void> {
  const { log } = await createQuietLog();
  worker = createWorker({
    store,
    storage: createMemoryStorage(),
    references: { checkUrl: () => Promise.reject(new Error('no reference is a URL here')) },
    clock,
    log,
    engines: createEngineRegistry({ illustrator: async () => engine }),
    models: builtInModels,
    workerId: 'w1',
    lease: defaultLeaseOptions,
    maxFaults: 3,
    maxLost: 6,
    pollMs: 1000,
    logPrompts: false,
    policy: { checkPicture: async () => undefined },
    retentionMsOf: async () => 1000,
  });
  worker.start();
}

async function submit(): Promise<Task> {
  const outcome = await store.tasks.submit(sampleTask());
  assert.equal(outcome.kind, 'created');
  return outcome.task;
}

async function read(task: Task): Promise<Task> {
  const found = await store.tasks.find('default', task.id);
  assert.ok(found);
  return found;
}

/** Moves the clock on in steps until the condition holds; fails after two minutes of its time. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let step = 0; step < 480; step += 1) {
    for (let turn = 0; turn < 5; turn += 1) {
      if (await condition()) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await clock.advance(250);
  }
  assert.fail('it never came true');
}
const reaches = (task: Task, status: Task['status']) => until(async () => (await read(task)).status === status);

describe('workers that died', () => {
  /** Claims whatever is ready for a worker that is never heard of again, so many times. */
  async function loseWorkers(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await store.tasks.claim({ workerId: 'dead', leaseMs: 1000, limit: 10, models: ['kling-v1'] });
      await clock.advance(1001);
      await store.tasks.wakeDue();
    }
  }

  it('count little against a task: it may just have been in hand', async () => {
    const task = await submit();
    await loseWorkers(5);
    const engine = createScriptedEngine();
    await startWorker(engine);
    (await engine.call(0)).answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
    assert.equal((await read(task)).faults, 5, 'more than the faults of an engine that end a task');
  });

  it('end a task that took too many of them along, before it takes another', async () => {
    const task = await submit();
    await loseWorkers(6);
    const engine = createScriptedEngine();
    await startWorker(engine);
    await reaches(task, 'failed');
    assert.equal((await read(task)).statusMessage, gaveUpMessage);
    assert.equal(engine.calls.length, 0);
  });

  it('make suspects of the tasks they had in hand, which are then tried one at a time, beside others', async () => {
    const engine = createScriptedEngine(4);
    const suspects = [await submit(), await submit()];
    await loseWorkers(3);
    await startWorker(engine);
    const first = await engine.call(0);
    const fresh = await submit();
    await until(() => engine.calls.length === 2);
    assert.equal(engine.calls[1]?.job.taskId, fresh.id);
    await clock.advance(30_000);
    assert.equal(engine.calls.length, 2, 'the other suspect waits');
    first.answer({ kind: 'done', images: [tinyImage] });
    await until(() => engine.calls.length === 3);
    assert.deepEqual(
      new Set([first.job.taskId, engine.calls[2]?.job.taskId]),
      new Set(suspects.map((suspect) => suspect.id)),
    );
    engine.calls[2]?.answer({ kind: 'done', images: [tinyImage] });
    for (const suspect of suspects) {
      await reaches(suspect, 'succeed');
      assert.equal((await read(suspect)).faults, 3, 'waiting is no fault');
    }
  });
});
