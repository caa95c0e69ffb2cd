// What a store says about the life of tasks, on real rows with a clock that stands still.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { createMetrics, type Metrics } from '../../src/core/metrics.js';
import type { ClaimedTask } from '../../src/core/task.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { measureStore } from '../../src/telemetry/measure-store.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';

let folder: string;
let clock: ManualClock;
let metrics: Metrics;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-measure-'));
  clock = createManualClock();
  metrics = createMetrics();
  const opened = await openSqliteStore(join(folder, 'inkling.db'), clock, 'final', false);
  store = measureStore(opened, { metrics, clock, engineOf: (model) => (model === 'kling-v1' ? 'brush' : 'none') });
  await store.accounts.put(newAccount('default'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** The value of one series, or undefined while there is none. */
async function value(series: string): Promise<number | undefined> {
  const line = (await metrics.render()).split('\n').find((entry) => entry.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

const claimOptions = { workerId: 'w', leaseMs: 30_000, limit: 1, models: ['kling-v1'] };

/** Submits a task and claims it two seconds later. */
async function submitAndClaim(overrides: Parameters<typeof sampleTask>[0] = {}): Promise<ClaimedTask> {
  await store.tasks.submit(sampleTask(overrides));
  await clock.advance(2000);
  const [task] = await store.tasks.claim(claimOptions);
  return task ?? assert.fail('nothing to claim');
}

const attempts = (outcome: string) => `inkling_attempt_duration_seconds_sum{engine="brush",outcome="${outcome}"}`;

describe('a store that counts', () => {
  it('tells of a task that succeeds: waiting, working, pictures, whole life', async () => {
    const task = await submitAndClaim({ request: sampleRequest({ n: 2 }) });
    assert.equal(await value('inkling_tasks_submitted_total{model="kling-v1",outcome="created"}'), 1);
    assert.equal(await value('inkling_task_queue_seconds_sum{model="kling-v1"}'), 2);
    await clock.advance(3000);
    const pictures = [0, 1].map((index) => samplePicture(task.id, index, 2e12));
    const twin = { ...samplePicture(task.id, 0, 2e12), variant: 'watermarked' as const };
    await store.tasks.succeed(task.id, task.leaseToken, [...pictures, twin]);
    assert.equal(await value('inkling_tasks_ended_total{result="succeed",model="kling-v1",engine="brush"}'), 1);
    assert.equal(await value(attempts('succeed')), 3);
    assert.equal(await value('inkling_task_duration_seconds_sum{model="kling-v1",result="succeed"}'), 5);
    assert.equal(await value('inkling_pictures_total{model="kling-v1",engine="brush"}'), 2);
    assert.equal(await value('inkling_lease_losses_total{engine="brush"}'), undefined);
  });

  it('tells failures, faults and parking apart, and counts waiting once', async () => {
    const task = await submitAndClaim();
    await clock.advance(1000);
    await store.tasks.park(task.id, task.leaseToken, 0, true);
    assert.equal(await value(attempts('fault')), 1);
    const [again] = await store.tasks.claim(claimOptions);
    await store.tasks.saveOperation(task.id, again?.leaseToken ?? '', { remote: 1 });
    await clock.advance(4000);
    await store.tasks.park(task.id, again?.leaseToken ?? '', 0, false);
    assert.equal(await value(attempts('parked')), 4);
    const [last] = await store.tasks.claim(claimOptions);
    await store.tasks.fail(task.id, last?.leaseToken ?? '', 'no');
    assert.equal(await value('inkling_tasks_ended_total{result="failed",model="kling-v1",engine="brush"}'), 1);
    assert.equal(await value('inkling_task_queue_seconds_count{model="kling-v1"}'), 1);
  });

  it('counts a lease once that ran out, whatever the worker still tries to write', async () => {
    const task = await submitAndClaim();
    await clock.advance(31_000);
    await store.tasks.wakeDue();
    assert.equal(await store.tasks.extend(task.id, task.leaseToken, 30_000, 0), 'lost');
    assert.equal(await store.tasks.fail(task.id, task.leaseToken, 'late'), false);
    assert.equal(await value('inkling_lease_losses_total{engine="brush"}'), 1);
    assert.equal(await value('inkling_tasks_ended_total{result="failed",model="kling-v1",engine="brush"}'), undefined);
  });

  it('counts a cancelled task as cancelled, and as lost by who worked on it', async () => {
    const task = await submitAndClaim();
    await store.tasks.cancel('default', task.id, 'Cancelled');
    assert.equal(await value('inkling_tasks_ended_total{result="cancelled",model="kling-v1",engine="brush"}'), 1);
    assert.equal(await value('inkling_lease_losses_total{engine="brush"}'), 1);
    assert.equal(await value('inkling_attempt_duration_seconds_count{engine="brush",outcome="lost"}'), 1);
  });

  it('counts refused submits by why, and a model that is no longer there under no engine', async () => {
    await store.tasks.submit(sampleTask({ externalTaskId: 'x' }));
    await store.tasks.submit(sampleTask({ externalTaskId: 'x' }));
    assert.equal(await value('inkling_tasks_submitted_total{model="kling-v1",outcome="external-id-taken"}'), 1);
    const gone = sampleTask({ request: sampleRequest({ model: 'gone' }) });
    await store.tasks.submit(gone);
    await store.tasks.cancel('default', gone.id, 'Cancelled');
    assert.equal(await value('inkling_tasks_ended_total{result="cancelled",model="gone",engine="none"}'), 1);
  });

  it('counts callbacks by verdict, and those that are owed', async () => {
    const task = await submitAndClaim({ callbackUrl: 'https://example.com/hook' });
    await store.tasks.fail(task.id, task.leaseToken, 'no');
    assert.equal(await value('inkling_callbacks_pending'), 1);
    for (const next of [{ kind: 'retry', inMs: 0 }, { kind: 'delivered' }] as const) {
      const [delivery] = await store.deliveries.claim({ limit: 1, leaseMs: 30_000, busyHosts: [] });
      const attempt = { startedAtMs: 1, durationMs: 250, httpStatus: 200, error: null, reply: null };
      await store.deliveries.settle(delivery?.id ?? '', delivery?.leaseToken ?? '', attempt, next);
    }
    assert.equal(await value('inkling_callbacks_pending'), 0);
    assert.equal(await value('inkling_callback_attempts_total{verdict="retry"}'), 1);
    assert.equal(await value('inkling_callback_attempts_total{verdict="delivered"}'), 1);
    assert.equal(await value('inkling_callback_duration_seconds_sum'), 0.5);
  });

  it('reads queue, age and maintenance from the rows', async () => {
    assert.equal(await value('inkling_tasks_oldest_waiting_seconds'), 0);
    await store.tasks.submit(sampleTask());
    await clock.advance(7000);
    await store.tasks.submit(sampleTask());
    assert.equal(await value('inkling_tasks{state="waiting"}'), 2);
    assert.equal(await value('inkling_tasks{state="running"}'), 0);
    assert.equal(await value('inkling_tasks_oldest_waiting_seconds'), 7);
    assert.equal(await value('inkling_maintenance'), 0);
    await store.service.setMaintenance(true);
    assert.equal(await value('inkling_maintenance'), 1);
  });

  it('times every operation and counts those that fail', async () => {
    await store.tasks.find('default', 'x');
    assert.equal(await value('inkling_store_duration_seconds_count{operation="tasks.find"}'), 1);
    // A picture that is there twice breaks the row's key.
    const task = await submitAndClaim();
    const picture = samplePicture(task.id, 0, 2e12);
    await assert.rejects(store.tasks.succeed(task.id, task.leaseToken, [picture, picture]));
    assert.equal(await value('inkling_store_errors_total{operation="tasks.succeed"}'), 1);
    // Its end was not written: the attempt is over all the same.
    assert.equal(await value('inkling_attempt_duration_seconds_count{engine="brush",outcome="lost"}'), 1);
  });
});
