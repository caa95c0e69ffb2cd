// However a submit goes and wherever we die, the upstream sells each job once.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Engine } from '../../../src/engines/engine.js';
import { lastOperation, type RecordingContext, recordingContext, runToEnd, sampleJob } from '../engine-jobs.js';
import { doAndHangUp, type FakeKling, hangUp, refuse, type Trick } from './fake-kling.js';
import { withKling } from './kling-setup.js';

/** Each external id was bought once, and by the name that the job gave. */
function assertBoughtOnce(fake: FakeKling, externalId: string): void {
  assert.deepEqual([...fake.bought()], [[externalId, 1]]);
}
const submits = (fake: FakeKling) => fake.calls.filter((call) => call.kind === 'submit').length;

/** Begins a job and stops, as a crash would, right after the nth save; what was saved is what is left. */
async function crashAfterSave(
  engine: Engine,
  job: ReturnType<typeof sampleJob>,
  saves: number,
): Promise<RecordingContext> {
  const context = recordingContext(() => {
    if (context.operations.length + 1 === saves) setImmediate(() => context.abort());
  });
  await runToEnd(engine, job, context).catch(() => undefined);
  return context;
}

const ambiguous: [string, Trick[], number][] = [
  ['was done, and the answer lost', [doAndHangUp], 1],
  [
    'was done, and answered by a broken proxy',
    [
      (response, usual) => {
        const end = response.end.bind(response);
        const writeHead = response.writeHead.bind(response);
        response.writeHead = (() => response) as typeof response.writeHead;
        response.end = (() => {
          writeHead(502, {});
          return end('<html>Bad gateway</html>');
        }) as typeof response.end;
        usual();
      },
    ],
    1,
  ],
  [
    'was done, and answered with nonsense',
    [
      (response, usual) => {
        const end = response.end.bind(response);
        response.end = (() => end('{"code":0,"data":{}}')) as typeof response.end;
        usual();
      },
    ],
    1,
  ],
  ['was not done, and the connection broke', [hangUp], 2],
  ['was not done, twice', [hangUp, refuse(500, 5000, 'internal')], 3],
  ['was refused for maintenance', [refuse(503, 5001, 'maintenance', { 'retry-after': '2' })], 2],
  ['was refused for a full queue', [refuse(504, 5002, 'busy')], 2],
];

describe('a submit of which nobody knows how it went', () => {
  for (const dialect of ['vendor', 'gateway'] as const) {
    for (const [title, tricks, calls] of ambiguous) {
      it(
        `that ${title}, is bought once (${dialect})`,
        withKling({ fake: { dialect } }, async ({ engine, fake }) => {
          const job = sampleJob();
          fake.next('submit', ...tricks);
          const { images } = await runToEnd(engine, job, recordingContext());
          assert.equal(images.length, 1);
          assertBoughtOnce(fake, job.externalId);
          assert.equal(submits(fake), calls);
        }),
      );
    }
  }

  it(
    'is looked up before anything else, and more than once before it is made again',
    withKling({}, async ({ engine, fake }) => {
      fake.next('submit', hangUp);
      await runToEnd(engine, sampleJob(), recordingContext());
      const kinds = fake.calls.map((call) => call.kind);
      assert.deepEqual(kinds.slice(0, 4), ['submit', 'find', 'find', 'submit']);
    }),
  );

  it(
    'is not made again while the upstream cannot be asked',
    withKling({}, async ({ engine, fake }) => {
      fake.next('submit', doAndHangUp);
      fake.next('find', hangUp, refuse(500, 5000, 'x'), refuse(429, 1302, 'too fast'), refuse(401, 1002, 'no'), hangUp);
      const job = sampleJob();
      await runToEnd(engine, job, recordingContext());
      assertBoughtOnce(fake, job.externalId);
      assert.equal(submits(fake), 1);
    }),
  );

  it(
    'is found when the upstream says that the name is taken',
    withKling({}, async ({ engine, fake }) => {
      // The first submit arrives after all, behind our back, when the second is made.
      fake.next('submit', hangUp, (_response, usual) => {
        usual();
      });
      const job = sampleJob();
      const first = fake.called('submit', 1).then(async () => {
        await fetch(`${fake.origin}/v1/images/generations`, {
          method: 'POST',
          body: JSON.stringify({ external_task_id: job.externalId, aspect_ratio: '1:1', n: 1 }),
        });
      });
      await runToEnd(engine, job, recordingContext());
      await first;
      assertBoughtOnce(fake, job.externalId);
    }),
  );
});

describe('a crash', () => {
  it(
    'after the intent and before the submit: the job is bought by who comes next',
    withKling({}, async ({ engine, fake, reopen }) => {
      const job = sampleJob();
      fake.always('submit', hangUp);
      const context = await crashAfterSave(engine, job, 1);
      fake.always('submit', undefined);
      assert.deepEqual((lastOperation(context) as { state: string }).state, 'intent');
      const other = await reopen();
      await runToEnd(other, job, recordingContext(), lastOperation(context));
      await other.close();
      assertBoughtOnce(fake, job.externalId);
    }),
  );

  it(
    'after the submit and before its answer was saved: the job is found',
    withKling({}, async ({ engine, fake, reopen }) => {
      const job = sampleJob();
      const context = recordingContext();
      fake.next('submit', (response, usual) => {
        usual();
        void response;
        context.abort();
      });
      await runToEnd(engine, job, context).catch(() => undefined);
      const intent = context.operations[0];
      const other = await reopen();
      await runToEnd(other, job, recordingContext(), intent);
      await other.close();
      assertBoughtOnce(fake, job.externalId);
      assert.equal(submits(fake), 1);
    }),
  );

  it(
    'while it was being painted or fetched: nothing is bought again',
    withKling({}, async ({ engine, fake, reopen }) => {
      const job = sampleJob();
      const context = recordingContext();
      await runToEnd(engine, job, context);
      for (const operation of context.operations) {
        const other = await reopen();
        await runToEnd(other, job, recordingContext(), operation);
        await other.close();
      }
      assertBoughtOnce(fake, job.externalId);
      assert.equal(submits(fake), 1);
    }),
  );

  it(
    'leaves no job to a key that is no longer configured',
    withKling({}, async ({ engine, fake }) => {
      const operation = {
        v: 1,
        state: 'submitted',
        keyId: 'gone',
        externalId: 'x',
        upstreamTaskId: 'y',
        sinceMs: 1,
        downloads: 0,
      };
      await assert.rejects(runToEnd(engine, sampleJob(), recordingContext(), operation), /not available/);
      assert.equal(fake.calls.length, 0);
      await assert.rejects(
        runToEnd(engine, sampleJob(), recordingContext(), { prompt_id: 'of another engine' }),
        /not one of this engine/,
      );
    }),
  );
});
