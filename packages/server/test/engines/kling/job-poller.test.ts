// Polling under a clock moved by hand: on time, adaptive, spread, off the list when there are many, resting when told.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { createJobPoller, type JobPoller, type JobPollerOptions } from '../../../src/engines/kling/job-poller.js';
import type { CallOutcome, UpstreamTask } from '../../../src/engines/kling/kling-api.js';
import { defaultPollSchedule, pollPauseMs } from '../../../src/engines/kling/poll-schedule.js';
import { createManualClock } from '../../support/manual-clock.js';

let poller: JobPoller | undefined;
afterEach(() => poller?.close());

/** A poller over an upstream of words: which tasks it shows, and what it was asked. */
function make(options: Partial<JobPollerOptions> = {}) {
  const clock = createManualClock();
  const startMs = clock.now();
  const asked: { id: string; atMs: number }[] = [];
  const listed: number[] = [];
  const due = new Map<string, UpstreamTask | undefined>();
  const status = new Map<string, UpstreamTask['task_status'] | 'absent' | 'odd'>();
  const refused: string[] = [];
  const world = {
    listWorks: true,
    unlisted: new Set<string>(),
    refuse: undefined as Exclude<CallOutcome<unknown>, { kind: 'ok' }> | undefined,
    onLook: (_id: string) => {},
  };
  const show = (id: string): UpstreamTask => ({
    task_id: id,
    task_status: (status.get(id) ?? 'processing') as 'processing',
  });
  const api = {
    async find(_key: string, id: string): Promise<CallOutcome<UpstreamTask>> {
      asked.push({ id, atMs: clock.now() - startMs });
      if (world.refuse) return world.refuse;
      if (status.get(id) === 'absent') return { kind: 'absent' };
      if (status.get(id) === 'odd') return { kind: 'request', message: 'id: is odd' };
      world.onLook(id);
      return { kind: 'ok', value: show(id), retryAfterMs: undefined };
    },
    async list(
      _key: string,
      page: number,
      size: number,
    ): Promise<CallOutcome<{ tasks: UpstreamTask[]; count: number }>> {
      listed.push(clock.now() - startMs);
      if (!world.listWorks) return { kind: 'configuration', reason: 'no list' };
      if (world.refuse) return world.refuse;
      const ids = [...status.keys()]
        .filter((id) => !world.unlisted.has(id))
        .reverse()
        .slice((page - 1) * size, page * size);
      for (const id of ids) world.onLook(id);
      return { kind: 'ok', value: { tasks: ids.map(show), count: ids.length }, retryAfterMs: undefined };
    },
  };
  const made = createJobPoller(
    {
      api,
      breaker: { state: 'closed', opensInMs: 0 },
      clock,
      keyId: 'k',
      onDue: (id, answer) => due.set(id, answer),
      onRefused: (outcome) => refused.push(outcome.kind),
    },
    { schedule: { ...defaultPollSchedule }, listFrom: 20, pollsPerSecond: 100, patienceMs: 86_400_000, ...options },
  );
  poller = made;
  return {
    poller: made,
    clock,
    asked,
    listed,
    due,
    status,
    refused,
    world,
    add(count: number) {
      for (let index = 0; index < count; index += 1) {
        const id = `t${status.size}`;
        status.set(`up-${id}`, 'processing');
        made.add({ taskId: id, upstreamTaskId: `up-${id}`, sinceMs: clock.now() });
      }
    },
    async pass(ms: number, stepMs = 100) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        await clock.advance(stepMs);
        for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

describe('the pause between two looks', () => {
  it('grows with the age of a job, within its bounds, and differs from job to job', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        fc.nat(60_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (age, least, random) => {
          const pause = pollPauseMs(age, least, defaultPollSchedule, () => random);
          const base = Math.max(least, Math.min(15_000, Math.max(1000, age * 0.15)));
          assert.ok(pause >= Math.floor(base * 0.9) && pause <= Math.ceil(base * 1.1));
        },
      ),
    );
    assert.notEqual(
      pollPauseMs(0, 0, defaultPollSchedule, () => 0),
      pollPauseMs(0, 0, defaultPollSchedule, () => 1),
    );
  });
});

describe('a few jobs', () => {
  it('are asked for one by one, ever less often', async () => {
    const { add, pass, asked, listed } = make();
    add(1);
    await pass(120_000);
    const pauses = asked.map(({ atMs }, index) => atMs - (asked[index - 1]?.atMs ?? 0));
    assert.ok((pauses[0] ?? 0) >= 900 && (pauses[0] ?? 0) <= 1200, String(pauses[0]));
    assert.ok(asked.length > 10 && asked.length < 40, String(asked.length));
    assert.ok((pauses.at(-1) ?? 0) > 10_000, 'an old one is asked for seldom');
    assert.equal(listed.length, 0);
  });

  it('are told as due once they have ended, with the answer, and not asked for again', async () => {
    const { add, pass, asked, due, status, poller: made } = make();
    add(2);
    status.set('up-t0', 'succeed');
    status.set('up-t1', 'failed');
    await pass(2000);
    assert.deepEqual([...due].map(([id, answer]) => [id, answer?.task_status]).sort(), [
      ['t0', 'succeed'],
      ['t1', 'failed'],
    ]);
    assert.equal(made.size, 0);
    const looks = asked.length;
    await pass(30_000);
    assert.equal(asked.length, looks);
  });

  it('are looked at sooner when poked, and not when removed', async () => {
    const { add, pass, asked, poller: made } = make();
    add(1);
    await pass(60_000, 1000);
    await pass(1000);
    const before = asked.length;
    assert.equal(made.poke('t0'), true);
    await pass(200);
    assert.ok(asked.length > before);
    assert.equal(made.poke('nobody'), false);
    made.remove('t0');
    const after = asked.length;
    await pass(60_000, 1000);
    assert.equal(asked.length, after);
  });

  it('that the upstream does not know twice are handed back without an answer', async () => {
    const { add, pass, due, status } = make();
    add(1);
    status.set('up-t0', 'absent');
    await pass(10_000);
    assert.deepEqual([...due], [['t0', undefined]]);
  });

  it('of which one is refused for itself go on', async () => {
    const { add, pass, asked, due, status } = make();
    add(2);
    status.set('up-t0', 'odd');
    await pass(10_000);
    assert.deepEqual([...due], [['t0', undefined]]);
    assert.ok(asked.filter(({ id }) => id === 'up-t1').length > 3, 'the other one is not held up');
  });

  it('that never end are handed back when patience is over', async () => {
    const { add, pass, due } = make({ patienceMs: 60_000 });
    add(1);
    await pass(100_000, 1000);
    assert.deepEqual([...due], [['t0', undefined]]);
  });
});

describe('an upstream that says wait', () => {
  it('is left alone as long as it says, and then asked again', async () => {
    const { add, pass, asked, refused, world } = make();
    add(3);
    world.refuse = { kind: 'busy', retryAfterMs: 30_000, parallel: false };
    await pass(2000);
    assert.deepEqual([...new Set(refused)], ['busy']);
    const before = asked.length;
    world.refuse = undefined;
    await pass(25_000, 500);
    assert.equal(asked.length, before, 'it rests');
    await pass(10_000, 500);
    assert.ok(asked.length >= before + 3);
  });
});

describe('ten thousand jobs', () => {
  it('are read off the list, five hundred a call, each on time and without drift', { timeout: 240_000 }, async () => {
    const { add, pass, asked, listed, world, clock, poller: made } = make();
    const lastLook = new Map<string, number>();
    let latest = 0;
    add(10_000);
    const startMs = clock.now();
    world.onLook = (id) => {
      latest = Math.max(latest, clock.now() - (lastLook.get(id) ?? startMs));
      lastLook.set(id, clock.now());
    };
    await pass(120_000, 250);
    assert.equal(lastLook.size, 10_000, 'each was looked at');
    assert.equal(made.size, 10_000);
    // The longest pause a job may have, and what a reading of twenty pages may add.
    assert.ok(latest <= 15_000 * 1.1 + 3000, `a job was not looked at for ${latest} ms`);
    assert.ok(asked.length < 500, `${asked.length} were asked for by themselves`);
    assert.ok(listed.length / 120 < 15, `${listed.length} calls of the list in two minutes`);
  });

  it('are asked for one by one where there is no list, as fast as is allowed and no faster', async () => {
    const { add, pass, asked, listed, world } = make({ pollsPerSecond: 50 });
    world.listWorks = false;
    add(1000);
    await pass(60_000, 250);
    assert.equal(listed.length, 1, 'the list is tried once');
    assert.ok(asked.length / 60 < 75, `${asked.length} queries in a minute`);
    assert.equal(new Set(asked.map(({ id }) => id)).size, 1000);
  });

  it('that the list does not show are asked for by themselves', async () => {
    const { add, pass, asked, world } = make();
    add(1000);
    for (const id of ['up-t3', 'up-t50']) world.unlisted.add(id);
    await pass(5000);
    const byThemselves = new Set(asked.map(({ id }) => id));
    for (const id of world.unlisted) assert.ok(byThemselves.has(id), id);
    assert.ok(byThemselves.size < 500, 'most were seen on the list');
  });
});
