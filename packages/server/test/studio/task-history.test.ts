// The story of a task as its page tells it, without a browser: the order, the durations, what is left out; spans of time.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { loadStudioModule } from './studio-module.js';

interface Entry {
  atMs: number;
  what: { kind: string; afterMs?: number; [more: string]: unknown };
}
interface Module {
  tellHistory(task: object, marks: object[], callbacks: object[]): Entry[];
}

describe('the story of a task', () => {
  let tell: Module['tellHistory'];
  before(async () => {
    ({ tellHistory: tell } = await loadStudioModule<Module>('task-page/task-history.ts'));
  });
  const task = {
    createdAtMs: 1000,
    endedAtMs: undefined as number | undefined,
    status: 'processing',
    cancelled: false,
  };
  const mark = (kind: string, at: number, worker: string | null = null) => ({ kind, at, worker });

  it('says how long each thing took, over several tries', () => {
    const marks = [
      mark('started', 3000, 'a'),
      mark('fault', 4500),
      mark('started', 6000, 'b'),
      mark('lost', 36_000),
      mark('started', 36_100, 'c'),
    ];
    const done = { ...task, endedAtMs: 40_000, status: 'succeed' };
    assert.deepEqual(
      tell(done, marks, []).map(({ atMs, what }) => [atMs, what.kind, what.afterMs]),
      [
        [1000, 'submitted', undefined],
        [3000, 'started', 2000],
        [4500, 'fault', 1500],
        [6000, 'started', 1500],
        [36_000, 'lost', 30_000],
        [36_100, 'started', 100],
        [40_000, 'succeed', 3900],
      ],
    );
    assert.deepEqual(
      tell(done, marks, []).flatMap(({ what }) => (what.kind === 'started' ? [[what.worker, what.again]] : [])),
      [
        ['a', false],
        ['b', true],
        ['c', true],
      ],
    );
  });

  it('does without marks, as tasks of older builds have none', () => {
    const kinds = (more: object) => tell({ ...task, ...more }, [], []).map(({ what }) => what.kind);
    assert.deepEqual(kinds({}), ['submitted']);
    assert.deepEqual(kinds({ endedAtMs: 2000, status: 'failed' }), ['submitted', 'failed']);
    assert.deepEqual(kinds({ endedAtMs: 2000, status: 'failed', cancelled: true }), ['submitted', 'cancelled']);
    assert.equal(tell({ ...task, endedAtMs: 2000, status: 'failed' }, [], [])[1]?.what.afterMs, undefined);
  });

  it('puts every try of every callback where it belongs', () => {
    const attempt = (number: number, at: number, status: number | null, error: string | null = null) => ({
      attempt: number,
      started_at: at,
      http_status: status,
      error,
    });
    const callbacks = [
      { log: [attempt(1, 5000, 500), attempt(2, 9000, null, 'no answer'), attempt(3, 12_000, 204)] },
      { log: [attempt(1, 2500, 200)] },
    ];
    const told = tell({ ...task, endedAtMs: 4000, status: 'succeed' }, [mark('started', 2000, 'a')], callbacks);
    assert.deepEqual(
      told.map(({ what }) => [what.kind, what.delivered, what.attempt, what.outcome].filter((it) => it !== undefined)),
      [
        ['submitted'],
        ['started'],
        ['callback', true, 1, 'HTTP 200'],
        ['succeed'],
        ['callback', false, 1, 'HTTP 500'],
        ['callback', false, 2, 'no answer'],
        ['callback', true, 3, 'HTTP 204'],
      ],
    );
  });

  it('is in order whatever the marks, and never counts backwards', () => {
    const marks = fc.array(
      fc.record({ kind: fc.constantFrom('started', 'fault', 'lost'), at: fc.nat(90_000), worker: fc.constant('w') }),
    );
    fc.assert(
      fc.property(marks, (list) => {
        const sorted = list.toSorted((one, other) => one.at - other.at);
        const told = tell({ ...task, createdAtMs: 0, endedAtMs: 90_000, status: 'succeed' }, sorted, []);
        assert.equal(told.length, list.length + 2);
        for (const [index, entry] of told.entries()) {
          assert.ok(entry.atMs >= (told[index - 1]?.atMs ?? 0));
          assert.ok((entry.what.afterMs ?? 0) >= 0);
        }
      }),
    );
  });
});

describe('spans of time', () => {
  it('are said as people say them', async () => {
    const { writeDuration } = await loadStudioModule<{ writeDuration(ms: number, words: object): string }>(
      'text/duration.ts',
    );
    const words = {
      seconds: (value: string) => `${value}s`,
      minutes: (minutes: number, seconds: number) => `${minutes}m${seconds}`,
      hours: (hours: number, minutes: number) => `${hours}h${minutes}`,
    };
    const cases: [number, string][] = [
      [-5, '0.0s'],
      [40, '0.0s'],
      [9940, '9.9s'],
      [9960, '10s'],
      [59_400, '59s'],
      [59_600, '1m0'],
      [200_000, '3m20'],
      [7_500_000, '2h5'],
    ];
    for (const [ms, said] of cases) assert.equal(writeDuration(ms, words), said, `${ms} ms`);
  });
});
