// The pool of child processes: bounds, kills, crashes and ends, with real processes.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createProcessPool, type ProcessPool, type ProcessPoolOptions } from '../../src/images/process-pool.js';
import type { PoolJob } from './pool-child-process.js';

const made: ProcessPool<PoolJob, unknown>[] = [];
function pool(options: Partial<ProcessPoolOptions> = {}): ProcessPool<PoolJob, unknown> {
  const entry = new URL('./pool-child-process.js', import.meta.url);
  const far = { timeLimitMs: 60_000, idleMs: 60_000, maxHeapMb: 64 };
  const created = createProcessPool<PoolJob, unknown>({ entry, processes: 1, maxWaiting: 10, ...far, ...options });
  made.push(created);
  return created;
}
after(() => Promise.all(made.map((one) => one.close())));

/** Resolves once `holds` does; the runner's time limit is the only clock. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

/** Is there a process with this number? */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs with the path of a file that a child writes its process number to. */
async function withMark(run: (markFile: string, readPid: () => Promise<number>) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'inkling-pool-'));
  const markFile = join(folder, 'pid');
  const readPid = async () => {
    let pid = 0;
    await until(async () => {
      pid = Number(await readFile(markFile, 'utf8').catch(() => '0'));
      return pid > 0;
    });
    return pid;
  };
  try {
    await run(markFile, readPid);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('process pool', () => {
  it('starts nothing before the first job, then keeps the process for the next', async () => {
    const jobs = pool();
    assert.equal(jobs.processCount(), 0);
    const first = await jobs.run({ do: 'pid' });
    assert.equal(await jobs.run({ do: 'pid' }), first);
    assert.equal(jobs.processCount(), 1);
  });

  it('carries text and bytes there and back', async () => {
    const jobs = pool();
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
    const value = { text: 'ä😀\0'.repeat(1000), bytes };
    const back = (await jobs.run({ do: 'echo', value })) as typeof value;
    assert.equal(back.text, value.text);
    assert.deepEqual(Buffer.from(back.bytes), Buffer.from(bytes));
  });

  it('runs no more than its processes at once and refuses when too many wait', async () => {
    const jobs = pool({ processes: 2, maxWaiting: 2 });
    const stop = new AbortController();
    const hanging = [1, 2].map(() => jobs.run({ do: 'hang' }, stop.signal));
    const waiting = [1, 2].map((value) => jobs.run({ do: 'echo', value }));
    await assert.rejects(jobs.run({ do: 'echo', value: 3 }), { reason: 'busy' });
    assert.equal(jobs.processCount(), 2);
    stop.abort(new Error('enough'));
    for (const job of hanging) await assert.rejects(job, /enough/);
    assert.deepEqual(await Promise.all(waiting), [1, 2]);
  });

  it('kills a process that spins past its time, and goes on with a new one', async () => {
    await withMark(async (markFile, readPid) => {
      const jobs = pool({ timeLimitMs: 1500 });
      await assert.rejects(jobs.run({ do: 'spin', markFile }), { reason: 'slow' });
      const pid = await readPid();
      assert.equal(await jobs.run({ do: 'echo', value: 'next' }), 'next');
      assert.ok(!isAlive(pid), 'the next job ran beside the one that was given up');
    });
  });

  it("kills a process whose caller leaves, with the caller's reason", async () => {
    await withMark(async (markFile, readPid) => {
      const jobs = pool();
      const leaving = new AbortController();
      const job = jobs.run({ do: 'spin', markFile }, leaving.signal);
      const pid = await readPid();
      const gone = new Error('gone');
      leaving.abort(gone);
      await assert.rejects(job, gone);
      await until(() => !isAlive(pid));
    });
  });

  it('lets a caller leave the queue without touching the job that runs', async () => {
    const jobs = pool({ maxWaiting: 1 });
    const first = new AbortController();
    const running = jobs.run({ do: 'hang' }, first.signal);
    const leaving = new AbortController();
    const queued = jobs.run({ do: 'echo', value: 1 }, leaving.signal);
    leaving.abort(new Error('gone'));
    await assert.rejects(queued, /gone/);
    const instead = jobs.run({ do: 'echo', value: 2 });
    first.abort(new Error('done'));
    await assert.rejects(running, /done/);
    assert.equal(await instead, 2);
    await assert.rejects(jobs.run({ do: 'echo', value: 3 }, AbortSignal.abort(new Error('early'))), /early/);
  });

  it('survives a process that dies, and one whose heap is full', async () => {
    const jobs = pool();
    await assert.rejects(jobs.run({ do: 'exit' }), { reason: 'crashed' });
    await assert.rejects(jobs.run({ do: 'fill' }), { reason: 'crashed' });
    assert.equal(await jobs.run({ do: 'echo', value: 'alive' }), 'alive');
  });

  it('blames no job for a process that cannot start', async () => {
    const jobs = pool({ entry: new URL('./no-such-file.js', import.meta.url) });
    await assert.rejects(
      jobs.run({ do: 'pid' }),
      (error: Error) => error.name === 'Error' && /ended with code 1/.test(error.message),
    );
    await until(() => jobs.processCount() === 0);
  });

  it('hands on the words of a fault of ours', async () => {
    await assert.rejects(pool().run({ do: 'fault' }), /^Error: Error: the model is missing$/);
  });

  it('gives its processes none of our environment', async () => {
    process.env.INKLING_TEST_SECRET = 'tell-nobody';
    const names = (await pool().run({ do: 'environment' })) as string[];
    delete process.env.INKLING_TEST_SECRET;
    assert.ok(!names.includes('INKLING_TEST_SECRET'));
  });

  it('ends a process that has nothing to do', async () => {
    const jobs = pool({ idleMs: 20 });
    const pid = (await jobs.run({ do: 'pid' })) as number;
    await until(() => !isAlive(pid) && jobs.processCount() === 0);
    assert.equal(await jobs.run({ do: 'echo', value: 'again' }), 'again');
  });

  it('notices when a resting process is killed by somebody else', async () => {
    const jobs = pool();
    process.kill((await jobs.run({ do: 'pid' })) as number, 'SIGKILL');
    await until(() => jobs.processCount() === 0);
    assert.equal(await jobs.run({ do: 'echo', value: 'new' }), 'new');
  });

  it('fails what runs and waits when it closes, leaves no process, and may be closed twice', async () => {
    await withMark(async (markFile, readPid) => {
      const jobs = pool();
      const running = jobs.run({ do: 'spin', markFile });
      const queued = jobs.run({ do: 'echo', value: 1 });
      const outcomes = Promise.allSettled([running, queued]);
      const pid = await readPid();
      await Promise.all([jobs.close(), jobs.close()]);
      for (const outcome of await outcomes)
        assert.equal(outcome.status === 'rejected' && outcome.reason.reason, 'closed');
      assert.ok(!isAlive(pid));
      assert.equal(jobs.processCount(), 0);
      await assert.rejects(jobs.run({ do: 'pid' }), { reason: 'closed' });
    });
  });
});
