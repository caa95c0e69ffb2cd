// Jobs that an engine watches by itself, and engines without room: the worker over a real store, clock moved by hand.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { builtInModels } from '../../src/core/model.js';
import type { Task } from '../../src/core/task.js';
import { TaskEndedError } from '../../src/engines/engine.js';
import { createEngineRegistry } from '../../src/engines/engine-registry.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createTaskService, type TaskService } from '../../src/tasks/task-service.js';
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
let engine: ScriptedEngine;
let tasks: TaskService;
let workers: Worker[];

async function startWorker(): Promise<Worker> {
  const { log } = await createQuietLog();
  const worker = createWorker({
    store,
    storage: createMemoryStorage(),
    references: { checkUrl: () => assert.fail('there is no reference') },
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
  workers.push(worker);
  return worker;
}

const submit = async (): Promise<Task> => (await tasks.submit(sampleTask())).task;

/** Moves the clock on until the condition holds; fails after ten minutes of its time. */
async function until(condition: () => boolean | Promise<boolean>, stepMs = 250): Promise<void> {
  for (let passedMs = 0; passedMs < 600_000; passedMs += stepMs) {
    for (let turn = 0; turn < 5; turn += 1) {
      if (await condition()) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await clock.advance(stepMs);
  }
  assert.fail('it never came true');
}

async function read(task: Task): Promise<Task> {
  const found = await store.tasks.find('default', task.id);
  assert.ok(found);
  return found;
}
const reaches = (task: Task, status: Task['status']) => until(async () => (await read(task)).status === status);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-watched-'));
  clock = createManualClock();
  store = await openSqliteStore(join(folder, 'inkling.db'), clock, 'final', false);
  await store.accounts.put(newAccount('default'));
  engine = createScriptedEngine();
  const storage = createMemoryStorage();
  tasks = createTaskService({ store, storage, clock, maxWaiting: 100, unitsPerImage: () => 1 });
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop(0)));
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('jobs that their engine watches', () => {
  const waiting = { kind: 'waiting', operation: { upstream: '42' }, pollInMs: 1, watched: true } as const;
  /** Submits a task and lets the engine watch it. */
  async function submitWatched(worker: Worker): Promise<Task> {
    const task = await submit();
    (await engine.call(engine.calls.length)).answer(waiting);
    await until(async () => worker.running === 0 && (await store.tasks.counts()).running === 1);
    return task;
  }

  it('stay parked as long as the process lives, and are resumed when the engine says so', async () => {
    const worker = await startWorker();
    const task = await submitWatched(worker);
    await until(() => false, 1000).catch(() => undefined);
    assert.equal(engine.calls.length, 1, 'ten minutes, and nobody asked for it');
    engine.due(task.id);
    const call = await engine.call(1);
    assert.deepEqual([call.kind, call.operation], ['resume', { upstream: '42' }]);
    call.answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
    assert.equal((await read(task)).faults, 0);
  });

  it('that are due before they are parked are not forgotten', async () => {
    const worker = await startWorker();
    const task = await submit();
    const call = await engine.call(0);
    engine.due(task.id);
    call.answer(waiting);
    (await engine.call(1)).answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
    assert.equal(worker.running, 0);
  });

  it('are resumed by another process within a lease when theirs dies', async () => {
    const first = await startWorker();
    const task = await submitWatched(first);
    await first.stop(0);
    await startWorker();
    await until(() => engine.calls.length === 2);
    const call = await engine.call(1);
    assert.equal(call.kind, 'resume');
    call.answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
    assert.equal((await read(task)).faults, 0, 'waiting is no fault');
  });

  it('are dropped as ended when they are cancelled, parked or in hand', async () => {
    const worker = await startWorker();
    const parked = await submitWatched(worker);
    await tasks.cancel('default', parked.id);
    await until(() => engine.dropped.includes(`ended:${parked.id}`));
    const inHand = await submit();
    await engine.call(1);
    await tasks.cancel('default', inHand.id);
    await until(() => engine.dropped.includes(`ended:${inHand.id}`));
    assert.ok(engine.calls[1]?.context.signal.reason instanceof TaskEndedError);
  });

  it('are dropped as lost when another process has taken them', async () => {
    const worker = await startWorker();
    const task = await submitWatched(worker);
    await store.tasks.takeParked([task.id], { workerId: 'other', leaseMs: 600_000 });
    await until(() => engine.dropped.includes(`lost:${task.id}`));
    engine.due(task.id);
    await clock.advance(20_000);
    assert.equal(engine.calls.length, 1);
  });
});

describe('an engine without room', () => {
  it('leaves tasks in the queue, and gets them once it has some', async () => {
    engine.places = 0;
    await startWorker();
    const task = await submit();
    for (let turn = 0; turn < 5; turn += 1) await clock.advance(1000);
    assert.equal((await read(task)).status, 'submitted');
    engine.places = 1;
    engine.makeRoom();
    await until(() => engine.calls.length === 1);
    (await engine.call(0)).answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
  });
});
