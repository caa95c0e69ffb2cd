// Calls that come together travel together, nobody is left behind, and a failure is everybody's of that batch.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createBatcher } from '../../src/store/sql/batcher.js';

/** A run that ends when it is told to. */
function createRuns() {
  const runs: { items: number[]; end(): void; fail(error: Error): void }[] = [];
  const run = (items: number[]) =>
    new Promise<number[]>((resolve, reject) => {
      runs.push({ items, end: () => resolve(items.map((item) => item * 10)), fail: reject });
    });
  return { runs, run };
}

describe('batcher', () => {
  it('runs what came in one turn of the loop at once, across microtasks', async () => {
    const { runs, run } = createRuns();
    const batcher = createBatcher(run, { maxItems: 10, parallel: 1 });
    const first = batcher.add(1);
    await Promise.resolve();
    const second = batcher.add(2);
    await nextTurn();
    assert.deepEqual(
      runs.map(({ items }) => items),
      [[1, 2]],
    );
    runs[0]?.end();
    assert.deepEqual(await Promise.all([first, second]), [10, 20]);
  });

  it('shares the next run among those who come during one, in order and within the bound', async () => {
    const { runs, run } = createRuns();
    const batcher = createBatcher(run, { maxItems: 2, parallel: 1 });
    const answers = [batcher.add(1)];
    await nextTurn();
    for (const item of [2, 3, 4]) answers.push(batcher.add(item));
    await nextTurn();
    assert.equal(runs.length, 1, 'one run at a time');
    for (let at = 0; at < 3; at += 1) {
      runs[at]?.end();
      await nextTurn();
    }
    assert.deepEqual(
      runs.map(({ items }) => items),
      [[1], [2, 3], [4]],
    );
    assert.deepEqual(await Promise.all(answers), [10, 20, 30, 40]);
  });

  it('runs as many at a time as it may', async () => {
    const { runs, run } = createRuns();
    const batcher = createBatcher(run, { maxItems: 1, parallel: 2 });
    const answers = [1, 2, 3].map((item) => batcher.add(item));
    await nextTurn();
    assert.equal(runs.length, 2);
    runs[1]?.end();
    await nextTurn();
    assert.equal(runs.length, 3);
    for (const one of runs) one.end();
    assert.deepEqual(await Promise.all(answers), [10, 20, 30]);
  });

  it('takes an item that is added by whoever was just answered', async () => {
    const batcher = createBatcher(async (items: number[]) => items, { maxItems: 10, parallel: 1 });
    let answered = 0;
    for (let at = 0; at < 50; at += 1) answered += await batcher.add(1);
    assert.equal(answered, 50);
  });

  it('rejects everybody of a run that failed, and goes on', async () => {
    const { runs, run } = createRuns();
    const batcher = createBatcher(run, { maxItems: 10, parallel: 1 });
    const lost = [batcher.add(1), batcher.add(2)];
    await nextTurn();
    const later = batcher.add(3);
    runs[0]?.fail(new Error('disk full'));
    for (const one of lost) await assert.rejects(one, /disk full/);
    await nextTurn();
    runs[1]?.end();
    assert.equal(await later, 30);
  });

  it('is idle once the last run has ended', async () => {
    const { runs, run } = createRuns();
    const batcher = createBatcher(run, { maxItems: 10, parallel: 2 });
    await batcher.idle();
    const answer = batcher.add(1);
    let idle = false;
    const waited = batcher.idle().then(() => {
      idle = true;
    });
    await nextTurn();
    assert.equal(idle, false);
    runs[0]?.end();
    await answer;
    await waited;
    assert.equal(idle, true);
  });
});
