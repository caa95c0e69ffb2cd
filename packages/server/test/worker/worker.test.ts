// The worker over a real SQLite store, with a clock and an engine that the test moves by hand.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { AppError } from '../../src/core/errors.js';
import { builtInModels } from '../../src/core/model.js';
import { gaveUpMessage, type Task } from '../../src/core/task.js';
import { EngineError } from '../../src/engines/engine.js';
import { createEngineRegistry } from '../../src/engines/engine-registry.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { NewTask, Store } from '../../src/store/store.js';
import { cancelledMessage, createTaskService, type TaskService } from '../../src/tasks/task-service.js';
import { defaultLeaseOptions } from '../../src/worker/lease.js';
import { createWorker, type Worker } from '../../src/worker/worker.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { createMemoryStorage, type MemoryStorage } from '../support/memory-storage.js';
import { createQuietLog } from '../support/quiet-log.js';
import { createScriptedEngine, type ScriptedEngine, tinyImage } from '../support/scripted-engine.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';

let folder: string;
let clock: ManualClock;
let store: Store;
let storage: MemoryStorage;
let engine: ScriptedEngine;
let tasks: TaskService;
let workers: Worker[];
let logPrompts: boolean;
let logged: Record<string, unknown>[];
let checkPicture: (bytes: Uint8Array) => void;
let checkUrl: (url: string) => Promise<{ bytes: Uint8Array; contentType: 'image/png'; width: number; height: number }>;

/** Starts one more worker on the same store. */
async function startWorker(scripted = engine): Promise<Worker> {
  const { log, lines } = await createQuietLog();
  logged = lines;
  const worker = createWorker({
    store,
    storage,
    references: { checkUrl: (url) => checkUrl(url) },
    clock,
    log,
    engines: createEngineRegistry({ illustrator: async () => scripted }),
    models: builtInModels,
    workerId: 'w1',
    lease: defaultLeaseOptions,
    maxFaults: 3,
    maxLost: 6,
    pollMs: 1000,
    logPrompts,
    policy: { checkPicture: async (picture) => checkPicture(picture.bytes) },
    retentionMsOf: async () => 1000,
  });
  worker.start();
  workers.push(worker);
  return worker;
}

async function submit(overrides: Partial<NewTask> = {}): Promise<Task> {
  const { task } = await tasks.submit(sampleTask(overrides));
  return task;
}

/** Moves the clock on in steps until the condition holds; fails after ten minutes of its time. */
async function until(condition: () => boolean | Promise<boolean>, stepMs = 250): Promise<void> {
  for (let passedMs = 0; passedMs < 600_000; passedMs += Math.max(stepMs, 1)) {
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
  folder = await mkdtemp(join(tmpdir(), 'inkling-worker-'));
  clock = createManualClock();
  store = await openSqliteStore(join(folder, 'inkling.db'), clock, 'final', false);
  await store.accounts.put(newAccount('default'));
  storage = createMemoryStorage();
  engine = createScriptedEngine();
  tasks = createTaskService({ store, storage, clock, maxWaiting: 100, unitsPerImage: () => 1 });
  workers = [];
  logPrompts = false;
  logged = [];
  checkPicture = () => undefined;
  checkUrl = async () => ({ bytes: new Uint8Array([9]), contentType: 'image/png', width: 300, height: 300 });
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop(0)));
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a task that goes well', () => {
  it('is processing while the engine paints, then succeeds with stored pictures', async () => {
    await startWorker();
    const task = await submit({ request: sampleRequest({ n: 2, watermark: true }), units: 2 });
    const call = await engine.call(0);
    assert.equal(call.kind, 'start');
    assert.deepEqual(call.job.request, task.request);
    assert.equal(call.job.reference, null);
    assert.equal((await read(task)).status, 'processing');
    call.answer({ kind: 'done', images: [tinyImage, { ...tinyImage, watermarked: new Uint8Array([2, 2]) }] });
    await reaches(task, 'succeed');
    const { pictures } = await read(task);
    assert.deepEqual(
      pictures.map((picture) => [picture.index, picture.variant, picture.byteLength]),
      [
        [0, 'plain', 1],
        [1, 'plain', 1],
        [1, 'watermarked', 2],
      ],
    );
    for (const picture of pictures) assert.ok(storage.objects.has(picture.storageKey));
  });

  it('is logged without its prompt unless the operator wants it', async () => {
    for (const wanted of [false, true]) {
      logPrompts = wanted;
      const worker = await startWorker();
      const task = await submit({ request: sampleRequest({ prompt: 'my secret garden' }) });
      (await engine.call(engine.calls.length)).answer({ kind: 'done', images: [tinyImage] });
      await reaches(task, 'succeed');
      await until(() => logged.some((line) => line.msg === 'attempt ended'));
      assert.equal(JSON.stringify(logged).includes('my secret garden'), wanted);
      await worker.stop(0);
    }
  });

  it('tells progress as the engine reports it, never 1 before the end', async () => {
    await startWorker();
    const task = await submit();
    const call = await engine.call(0);
    call.context.reportProgress(0.4);
    call.context.reportProgress(0.2);
    await until(async () => (await read(task)).progress === 0.4);
    call.context.reportProgress(1);
    await until(async () => (await read(task)).progress === 0.99);
    call.answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
    assert.equal((await read(task)).progress, 1);
  });

  it('tells how far each of several pictures is, never falling, and nothing of one alone', async () => {
    await startWorker();
    const task = await submit({ request: sampleRequest({ n: 2 }) });
    const call = await engine.call(0);
    call.context.reportProgress(0.3, [0.5, 0.1]);
    await until(async () => (await read(task)).pictureProgress?.[0] === 0.5);
    // The whole stands still, one picture does not; numbers that are none, or too few, say nothing.
    call.context.reportProgress(0.3, [0.4, 0.2]);
    call.context.reportProgress(0.3, [Number.NaN, 7]);
    call.context.reportProgress(0.3, [1]);
    await until(async () => (await read(task)).pictureProgress?.[1] === 1);
    assert.deepEqual((await read(task)).pictureProgress, [0.5, 1]);
    call.answer({ kind: 'done', images: [tinyImage, tinyImage] });
    await reaches(task, 'succeed');
    assert.equal((await read(task)).pictureProgress, undefined);
    const alone = await submit();
    (await engine.call(1)).context.reportProgress(0.5, [0.5]);
    await until(async () => (await read(alone)).progress === 0.5);
    assert.equal((await read(alone)).pictureProgress, undefined);
  });

  it('keeps its lease by heartbeats, however long it takes', async () => {
    await startWorker();
    const task = await submit();
    const call = await engine.call(0);
    for (let second = 0; second < 120; second += 1) await clock.advance(1000);
    call.answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
    assert.equal(engine.calls.length, 1);
  });

  it('runs as many at a time as the engine has room for', async () => {
    await startWorker();
    for (let index = 0; index < 4; index += 1) await submit();
    await until(() => engine.calls.length === 2);
    await clock.advance(2000);
    assert.equal(engine.calls.length, 2);
    engine.calls[0]?.answer({ kind: 'done', images: [tinyImage] });
    await until(() => engine.calls.length === 3);
  });
});

describe('reference pictures', () => {
  it('are read from storage and used the way the model uses them', async () => {
    await startWorker();
    storage.objects.set('tasks/x/reference.png', new Uint8Array([5]));
    await submit({
      reference: { kind: 'stored', storageKey: 'tasks/x/reference.png', contentType: 'image/png', width: 9, height: 9 },
      request: sampleRequest({ model: 'kling-v1-5', imageReference: 'face' }),
    });
    const call = await engine.call(0);
    assert.deepEqual(call.job.reference, { bytes: new Uint8Array([5]), use: 'face' });
  });

  it('that came as a slow URL are fetched now; a bad one fails the task in the same words', async () => {
    checkUrl = async () => {
      throw new AppError(1201, 'image: the picture behind the URL is truncated');
    };
    await startWorker();
    const task = await submit({ reference: { kind: 'url', url: 'https://example.com/a.png' } });
    await reaches(task, 'failed');
    assert.equal((await read(task)).statusMessage, 'image: the picture behind the URL is truncated');
    assert.equal(engine.calls.length, 0);
  });
});

describe('faults', () => {
  it('of the request fail at once', async () => {
    await startWorker();
    const task = await submit();
    (await engine.call(0)).throw(new EngineError('request', 'image: no face was found'));
    await reaches(task, 'failed');
    assert.equal((await read(task)).statusMessage, 'image: no face was found');
    assert.equal(engine.calls.length, 1);
  });

  it('of ours are tried again, still processing, until there were too many', async () => {
    await startWorker();
    const task = await submit();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await until(() => engine.calls.length === attempt + 1);
      assert.equal((await read(task)).status, 'processing');
      engine.calls[attempt]?.throw(new Error('disk on fire at /secret/path'));
    }
    await reaches(task, 'failed');
    assert.equal((await read(task)).statusMessage, gaveUpMessage);
    await clock.advance(120_000);
    assert.equal(engine.calls.length, 3);
  });

  it('wait as long as the engine asks before the next try', async () => {
    await startWorker();
    await submit();
    const startedMs = clock.now();
    (await engine.call(0)).throw(new EngineError('ours', 'busy', { retryAfterMs: 20_000 }));
    await until(() => engine.calls.length === 2);
    assert.ok(clock.now() - startedMs >= 20_000);
  });

  it('a picture that breaks the policy fails the task, and nothing of it is kept', async () => {
    checkPicture = () => {
      throw new AppError(1301, 'Failure to pass the risk control system: no');
    };
    await startWorker();
    const task = await submit();
    (await engine.call(0)).answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'failed');
    assert.equal((await read(task)).statusMessage, 'Failure to pass the risk control system: no');
    assert.equal(storage.objects.size, 0);
  });

  it('a wrong number of pictures counts as one of ours', async () => {
    await startWorker();
    const task = await submit({ request: sampleRequest({ n: 2 }) });
    (await engine.call(0)).answer({ kind: 'done', images: [tinyImage] });
    await until(() => engine.calls.length === 2);
    assert.equal((await read(task)).faults, 1);
  });
});

describe('operations', () => {
  it('are resumed after their time, by any worker', async () => {
    const first = await startWorker();
    const task = await submit();
    const call = await engine.call(0);
    await call.context.saveOperation({ upstream: null });
    call.answer({ kind: 'waiting', operation: { upstream: '42' }, pollInMs: 5000, progress: 0.3 });
    await until(async () => (await store.tasks.counts()).running === 1 && first.running === 0);
    await first.stop(0);
    await startWorker();
    const resumed = await until(() => engine.calls.length === 2).then(() => engine.calls[1]);
    assert.equal(resumed?.kind, 'resume');
    assert.deepEqual(resumed?.operation, { upstream: '42' });
    resumed?.answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
  });
});

describe('a lease that is lost', () => {
  it('stops the engine when the task is cancelled, at once', async () => {
    await startWorker();
    const task = await submit();
    const call = await engine.call(0);
    const cancelled = await tasks.cancel('default', task.id);
    assert.equal(cancelled?.statusMessage, cancelledMessage);
    assert.equal(call.context.signal.aborted, true);
    await until(() => workers[0]?.running === 0);
    assert.equal((await read(task)).status, 'failed');
    assert.equal((await read(task)).statusMessage, cancelledMessage);
  });

  it('frees its slots and its place in the engine without any time passing', async () => {
    await store.accounts.put(newAccount('default', { concurrency: 2, whenBusy: 'queue' }));
    engine = createScriptedEngine(1);
    await startWorker();
    const big = await submit({ request: sampleRequest({ n: 2 }) });
    await engine.call(0);
    const next = await submit();
    assert.equal((await store.accounts.usage('default'))?.slotsHeld, 2);
    await tasks.cancel('default', big.id);
    // The clock stands still: only the cancel itself can have let the next one in.
    const call = await engine.call(1);
    assert.equal(call.job.taskId, next.id);
    assert.equal((await store.accounts.usage('default'))?.slotsHeld, 1);
  });

  it('lets a frozen worker write nothing once another has the task', async () => {
    engine = createScriptedEngine(1);
    await startWorker();
    const task = await submit();
    const frozen = await engine.call(0);
    // The row moves on without this worker hearing of it, as when a process sleeps for longer than its lease.
    const extend = store.tasks.extend;
    store.tasks.extend = () => new Promise(() => {});
    await clock.advance(31_000);
    store.tasks.extend = extend;
    await store.tasks.wakeDue();
    const [other] = await store.tasks.claim({ workerId: 'w2', leaseMs: 60_000, limit: 1, models: ['kling-v1'] });
    assert.equal(other?.id, task.id);
    frozen.answer({ kind: 'done', images: [tinyImage] });
    await clock.advance(10);
    assert.equal((await read(task)).status, 'processing');
    assert.equal((await read(task)).pictures.length, 0);
    const picture = samplePicture(task.id, 0, 2e12);
    assert.equal(await store.tasks.succeed(task.id, other?.leaseToken ?? '', [picture]), true);
    // The frozen heartbeat can never answer: this worker is not waited for.
    workers = [];
  });
});

describe('stopping', () => {
  it('finishes what is in hand within the grace', async () => {
    const worker = await startWorker();
    const task = await submit();
    const call = await engine.call(0);
    const stopped = worker.stop(5000);
    const late = await submit();
    call.answer({ kind: 'done', images: [tinyImage] });
    await stopped;
    assert.equal((await read(task)).status, 'succeed');
    assert.equal((await read(late)).status, 'submitted');
  });

  it('gives back what does not finish: the next worker starts at once, no fault counted', async () => {
    const worker = await startWorker();
    const task = await submit();
    const call = await engine.call(0);
    await worker.stop(0);
    assert.equal(call.context.signal.aborted, true);
    assert.deepEqual(await store.tasks.counts(), { waiting: 1, running: 0 });
    assert.equal((await read(task)).faults, 0);
    const nextEngine = createScriptedEngine();
    await startWorker(nextEngine);
    (await nextEngine.call(0)).answer({ kind: 'done', images: [tinyImage] });
    await reaches(task, 'succeed');
  });
});
