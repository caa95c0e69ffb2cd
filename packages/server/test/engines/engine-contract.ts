// What every engine must do, run on each of them: an engine's own test file calls this with a maker.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import sharp from 'sharp';
import type { ImageRequest } from '../../src/core/task.js';
import { type Engine, EngineError, type EngineJob } from '../../src/engines/engine.js';
import { lastOperation, recordingContext, runToEnd, sampleJob } from './engine-jobs.js';

/** An engine with its surroundings: for a remote one, the server it talks to. */
export interface EngineUnderTest {
  engine: Engine;
  /** Another instance on the same surroundings, as after a restart. Absent: the engine never saves an operation. */
  reopen?(): Promise<Engine>;
  end(): Promise<void>;
}

export interface EngineContractOptions {
  /** An engine that works. */
  make(): Promise<EngineUnderTest>;
  /**
   * An engine whose jobs do not end by themselves, and what resolves once a job is under way. Absent: its jobs take
   * long enough to be interrupted as they are.
   */
  makeEndless?(): Promise<EngineUnderTest & { underWay?: Promise<unknown> }>;
  /** What the engine was configured with and must never say. */
  secrets?: readonly string[];
  /** Makes a job; default: a text-to-image job of `kling-v1`. */
  job?(request?: Partial<ImageRequest>): EngineJob;
  /** Ways to fail, each with an engine that will fail so. */
  faults?: readonly {
    title: string;
    make(): Promise<EngineUnderTest>;
    fault: 'request' | 'ours';
    /** What the message must say. */
    message?: RegExp;
  }[];
}

/** Everything that can be read from an error, its causes included. */
function everythingSaid(error: unknown): string {
  return inspect(error, { depth: 20, showHidden: true, maxStringLength: 100_000 });
}

/** Registers the contract as tests. */
export function describeEngine(name: string, options: EngineContractOptions): void {
  const jobOf = options.job ?? ((request) => sampleJob(request));

  async function on(make: () => Promise<EngineUnderTest>, run: (under: EngineUnderTest) => Promise<void>) {
    const under = await make();
    try {
      await run(under);
    } finally {
      await under.engine.close();
      await under.end();
    }
  }

  describe(`engine contract: ${name}`, () => {
    for (const request of [
      { aspectRatio: '1:1', n: 2, outputFormat: 'png' as const },
      { aspectRatio: '16:9', n: 1, outputFormat: 'jpg' as const },
    ]) {
      it(`makes ${request.n} of ${request.aspectRatio} as ${request.outputFormat}`, () =>
        on(options.make, async ({ engine }) => {
          const job = jobOf(request);
          const context = recordingContext();
          const { images } = await runToEnd(engine, job, context);
          assert.equal(images.length, job.request.n);
          for (const image of images) {
            const contentType = request.outputFormat === 'png' ? 'image/png' : 'image/jpeg';
            assert.equal(image.contentType, contentType);
            const { format, width, height } = await sharp(image.bytes).metadata();
            assert.equal(format, request.outputFormat === 'png' ? 'png' : 'jpeg');
            assert.deepEqual([width, height], [image.width, image.height], 'says what its bytes hold');
            assert.deepEqual([width, height], [job.request.width, job.request.height]);
          }
          assert.ok(
            context.progress.every((fraction) => fraction >= 0 && fraction <= 1),
            `progress within 0–1: ${context.progress}`,
          );
          assert.deepEqual(
            context.progress,
            [...context.progress].sort((one, other) => one - other),
            'progress never falls',
          );
          for (const [told, fractions] of context.pictureProgress.entries()) {
            assert.equal(fractions.length, job.request.n, 'one number for each picture');
            const before = context.pictureProgress[told - 1] ?? fractions.map(() => 0);
            const rising = fractions.every((fraction, index) => fraction >= (before[index] ?? 0) && fraction <= 1);
            assert.ok(rising, `rising within 0–1: ${before} → ${fractions}`);
          }
        }));
    }

    it('says in a sentence that it works, without its secrets', () =>
      on(options.make, async ({ engine }) => {
        const said = await engine.check();
        assert.match(said, /^\S.*[^.\s]$/s);
        for (const secret of options.secrets ?? []) assert.ok(!said.includes(secret), said);
      }));

    it('has a name and room for at least one job', () =>
      on(options.make, async ({ engine }) => {
        assert.notEqual(engine.name, '');
        assert.ok(engine.concurrency >= 1);
      }));

    it('stops a job when it is told to', { timeout: 30_000 }, async () => {
      const under: EngineUnderTest & { underWay?: Promise<unknown> } = await (options.makeEndless ?? options.make)();
      try {
        const context = recordingContext();
        const job = jobOf({ n: 9 });
        const running = runToEnd(under.engine, job, context);
        const ended = running.then(
          () => 'done',
          () => 'stopped',
        );
        await (under.underWay ?? new Promise((resolve) => setImmediate(resolve)));
        const abortedAtMs = performance.now();
        context.abort();
        assert.equal(await ended, 'stopped');
        // A second is promised; the rest is for a busy machine.
        assert.ok(performance.now() - abortedAtMs < 10_000);
      } finally {
        await under.engine.close();
        await under.end();
      }
    });

    it('does not start what was stopped before', () =>
      on(options.make, async ({ engine }) => {
        const context = recordingContext();
        context.abort();
        await assert.rejects(runToEnd(engine, jobOf({ n: 2 }), context));
      }));

    it('can be closed twice, used or not', () =>
      on(options.make, async ({ engine }) => {
        await engine.close();
        await engine.close();
      }));

    it('goes on from any operation it saved, in another instance', () =>
      on(options.make, async ({ engine, reopen }) => {
        const context = recordingContext((operation) => {
          assert.deepEqual(JSON.parse(JSON.stringify(operation)), operation, 'an operation is plain JSON');
          for (const secret of options.secrets ?? []) assert.ok(!JSON.stringify(operation).includes(secret));
        });
        const job = jobOf({ n: 2 });
        const first = await runToEnd(engine, job, context);
        if (!reopen) {
          assert.deepEqual(context.operations, [], 'an engine that saves operations says how to reopen it');
          return;
        }
        assert.ok(context.operations.length > 0, 'a remote engine saves its intent');
        for (const operation of [...context.operations]) {
          const other = await reopen();
          try {
            const again = recordingContext();
            await again.saveOperation(operation);
            const { images } = await runToEnd(other, job, again, lastOperation(again));
            assert.equal(images.length, first.images.length);
          } finally {
            await other.close();
          }
        }
      }));

    for (const { title, make, fault, message } of options.faults ?? []) {
      it(`blames ${fault === 'request' ? 'the request' : 'nobody who asked'}: ${title}`, () =>
        on(make, async ({ engine }) => {
          const error = await runToEnd(engine, jobOf(), recordingContext()).then(
            () => assert.fail('it should have failed'),
            (reason: unknown) => reason,
          );
          if (fault === 'request') assert.ok(error instanceof EngineError, everythingSaid(error));
          if (error instanceof EngineError) assert.equal(error.fault, fault, error.message);
          if (message && error instanceof Error) assert.match(error.message, message);
          for (const secret of options.secrets ?? [])
            assert.ok(!everythingSaid(error).includes(secret), 'a secret in an error');
        }));
    }
  });
}
