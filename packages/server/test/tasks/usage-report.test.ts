// Days of usage on a real store: where they begin, what they add up to, and that two readers share one reading.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createUsageReader } from '../../src/tasks/usage-report.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { samplePicture, sampleTask } from '../support/task-samples.js';

const hourMs = 3_600_000;
/** 2026-03-10 12:00 UTC. */
const noonMs = Date.UTC(2026, 2, 10, 12);

let folder: string;
let clock: ManualClock;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-usage-'));
  clock = createManualClock(noonMs - 48 * hourMs);
  store = await openSqliteStore(join(folder, 'inkling.db'), clock);
  for (const id of ['default', 'other']) await store.accounts.put(newAccount(id));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function paint(more: Parameters<typeof sampleTask>[0] = {}, failure?: string): Promise<void> {
  const task = sampleTask(more);
  await store.tasks.submit(task);
  const [claimed] = await store.tasks.claim({ workerId: 'w', leaseMs: 60_000, limit: 1, models: ['kling-v1'] });
  assert.ok(claimed);
  await clock.advance(1000);
  if (failure) await store.tasks.fail(claimed.id, claimed.leaseToken, failure);
  else await store.tasks.succeed(claimed.id, claimed.leaseToken, [samplePicture(task.id, 0, noonMs * 2)]);
}

describe('usage report', () => {
  it('has a row for every day, also a quiet one, oldest first', async () => {
    await paint();
    await clock.advance(48 * hourMs - 1000);
    await paint();
    const report = await createUsageReader(store, clock)({ days: 3, utcOffsetMinutes: 0 });
    assert.deepEqual(
      report.days.map(({ startMs, pictures, p50Ms }) => [new Date(startMs).toISOString(), pictures, p50Ms]),
      [
        ['2026-03-08T00:00:00.000Z', 1, 1000],
        ['2026-03-09T00:00:00.000Z', 0, null],
        ['2026-03-10T00:00:00.000Z', 1, 1000],
      ],
    );
  });

  it('begins days where the reader’s clock does', async () => {
    await clock.advance(42 * hourMs);
    // 06:00 UTC: the evening before in New York, the afternoon in Shanghai.
    await paint();
    const read = createUsageReader(store, clock);
    const inNewYork = await read({ days: 2, utcOffsetMinutes: -7 * 60 });
    assert.deepEqual(
      inNewYork.days.map((day) => [new Date(day.startMs).toISOString(), day.submitted]),
      [
        ['2026-03-08T07:00:00.000Z', 0],
        ['2026-03-09T07:00:00.000Z', 1],
      ],
    );
    const inShanghai = await read({ days: 1, utcOffsetMinutes: 8 * 60 });
    assert.deepEqual(
      inShanghai.days.map((day) => [new Date(day.startMs).toISOString(), day.submitted]),
      [['2026-03-09T16:00:00.000Z', 1]],
    );
  });

  it('adds up models, accounts and reasons over all days', async () => {
    await paint({ units: 2 });
    await paint({ accountId: 'other' }, 'no paint left');
    await clock.advance(24 * hourMs);
    await paint({ accountId: 'other', units: 3 });
    await paint({}, 'no paint left');
    await paint({}, 'no brush');
    const report = await createUsageReader(store, clock)({ days: 7, utcOffsetMinutes: 0 });
    assert.deepEqual(
      report.accounts.map(({ accountId, pictures, failed, units }) => [accountId, pictures, failed, units]),
      [
        ['default', 1, 2, 2],
        ['other', 1, 1, 3],
      ],
    );
    assert.deepEqual(
      report.models.map(({ model, submitted }) => [model, submitted]),
      [['kling-v1', 5]],
    );
    assert.deepEqual(report.failures, [
      { message: 'no paint left', count: 2 },
      { message: 'no brush', count: 1 },
    ]);
  });

  it('is read once for all who ask at the same time', async () => {
    let reads = 0;
    const counting = {
      usage: {
        span: (fromMs: number, toMs: number) => {
          reads += 1;
          return store.usage.span(fromMs, toMs);
        },
      },
    };
    const read = createUsageReader(counting, clock);
    const wish = { days: 5, utcOffsetMinutes: 0 };
    const [one, other] = await Promise.all([read(wish), read(wish)]);
    assert.equal(one, other);
    assert.equal(reads, 5);
    await read(wish);
    assert.equal(reads, 10);
  });
});
