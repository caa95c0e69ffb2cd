// Several keys: shares, failover, waiting when told to, and each job polled with the key that bought it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { systemClock } from '../../../src/core/clock.js';
import type { Engine, EngineJob } from '../../../src/engines/engine.js';
import { lastOperation, recordingContext, runToEnd, sampleJob } from '../engine-jobs.js';
import { type FakeKling, refuse, type Trick } from './fake-kling.js';
import { withKling } from './kling-setup.js';

const keys = [{ apiKey: 'sk-key-number-one' }, { apiKey: 'sk-key-number-two' }];
const noSingleKey = { apiKey: undefined };
/** Which key each call of a kind bore. */
const usedBy = (fake: FakeKling, kind: string) =>
  fake.calls
    .filter((call) => call.kind === kind)
    .map((call) => String(call.headers.authorization).replace('Bearer ', ''));
/** A trick for the calls of one key only. */
const forKey =
  (key: string, fake: () => FakeKling, trick: Trick): Trick =>
  (response, usual) => {
    const mine = fake().calls.at(-1)?.headers.authorization === `Bearer ${key}`;
    if (mine) trick(response, usual);
    else usual();
  };

/** Starts a job and leaves it waiting. */
async function begin(engine: Engine, job: EngineJob = sampleJob()) {
  const context = recordingContext();
  const outcome = await engine.start(job, context);
  assert.equal(outcome.kind, 'waiting');
  if (outcome.kind === 'waiting') await context.saveOperation(outcome.operation);
  return { job, context, outcome };
}

describe('several keys', () => {
  it(
    'share jobs by weight, and poll with the key that bought',
    withKling(
      { declaration: { ...noSingleKey, keys: [{ ...keys[0], weight: 3 }, keys[1]] } },
      async ({ engine, fake }) => {
        fake.looksUntilDone = 2;
        await Promise.all(Array.from({ length: 16 }, () => runToEnd(engine, sampleJob(), recordingContext())));
        const bought = usedBy(fake, 'submit');
        assert.equal(bought.filter((key) => key === keys[0]?.apiKey).length, 12);
        const buyerOf = new Map([...fake.tasks.values()].map((task, index) => [task.id, bought[index]]));
        for (const call of fake.calls.filter((each) => each.kind === 'find'))
          assert.equal(call.headers.authorization, `Bearer ${buyerOf.get(call.url.split('/').at(-1) ?? '')}`);
      },
    ),
  );

  it(
    'hold no more jobs than each may',
    withKling(
      { declaration: { ...noSingleKey, keys: keys.map((key) => ({ ...key, concurrency: 2 })) } },
      async ({ engine, fake }) => {
        fake.looksUntilDone = Number.POSITIVE_INFINITY;
        assert.equal(engine.room?.(), 4);
        const jobs = [];
        for (let count = 0; count < 4; count += 1) jobs.push(await begin(engine));
        assert.equal(engine.room?.(), 0);
        const fifth = await begin(engine);
        assert.equal(lastOperation(fifth.context), null, 'nothing was begun');
        assert.deepEqual(usedBy(fake, 'submit').length, 4);
        let told = 0;
        engine.onRoom?.(() => {
          told += 1;
        });
        engine.watch?.drop(jobs[0]?.job.taskId ?? '', 'lost');
        assert.equal(told, 1);
        assert.equal(engine.room?.(), 1);
      },
    ),
  );

  for (const [code, status] of [
    [1002, 401],
    [1100, 429],
    [1101, 429],
    [1102, 429],
    [1103, 403],
    [1304, 429],
  ] as const) {
    it(
      `fail over on ${code}`,
      withKling({ declaration: { ...noSingleKey, keys }, clock: systemClock }, async ({ engine, fake }) => {
        fake.always(
          'submit',
          forKey('sk-key-number-one', () => fake, refuse(status, code, 'no')),
        );
        for (let count = 0; count < 3; count += 1) await begin(engine);
        assert.equal(fake.tasks.size, 3);
        const asked = usedBy(fake, 'submit').filter((key) => key === 'sk-key-number-one').length;
        // A key that is shut is left alone for a minute; one that only lacks this model is not.
        if (code === 1103) assert.ok(asked >= 1);
        else assert.equal(asked, 1);
        if (code !== 1103) assert.equal(engine.condition?.().state, 'degraded');
      }),
    );
  }

  it(
    'never move a job that may be bought to another key',
    withKling({ declaration: { ...noSingleKey, keys } }, async ({ engine, fake }) => {
      fake.next('submit', refuse(500, 5000, 'x'));
      fake.next('find', refuse(401, 1002, 'no'), refuse(401, 1002, 'no'));
      await runToEnd(engine, sampleJob(), recordingContext());
      const [first] = usedBy(fake, 'submit');
      // Asked with the one that tried, until the upstream said twice that there is no such task.
      const asked = usedBy(fake, 'find').slice(0, 4);
      assert.deepEqual(asked, [first, first, first, first]);
    }),
  );
});

describe('an upstream that says wait', () => {
  for (const [code, name] of [
    [1302, 'rate'],
    [1303, 'parallel tasks'],
  ] as const) {
    it(
      `for ${name} (${code}) is obeyed, and nothing counts as a fault`,
      withKling({}, async ({ engine, fake }) => {
        fake.next('submit', refuse(429, code, 'slow down', { 'retry-after': '7' }));
        const { context, outcome } = await begin(engine);
        assert.equal(lastOperation(context), null);
        assert.ok(outcome.kind === 'waiting' && outcome.pollInMs > 5000 && outcome.pollInMs <= 7000);
        assert.equal(engine.room?.(), 0, 'nothing new is begun meanwhile');
        assert.equal(engine.condition?.().lastError, null);
        await runToEnd(engine, sampleJob(), recordingContext());
        assert.equal(fake.tasks.size, 1);
      }),
    );
  }

  it(
    'on a query rests the polling, not the job',
    withKling({}, async ({ engine, fake }) => {
      fake.next('find', refuse(429, 1302, 'slow down', { 'retry-after': '3' }), refuse(502, 0, ''), refuse(429, 0, ''));
      await runToEnd(engine, sampleJob(), recordingContext());
      assert.equal(fake.tasks.size, 1);
    }),
  );
});

describe('access keys', () => {
  const declaration = { apiKey: undefined, accessKey: 'ak-far-away', secretKey: 'sk-far-away-secret' };
  const secret = new TextEncoder().encode(declaration.secretKey);

  it(
    'sign tokens as the vendor asks, and use each for a while',
    withKling({ declaration }, async ({ engine, fake }) => {
      await runToEnd(engine, sampleJob(), recordingContext());
      const tokens = fake.calls
        .filter((call) => call.kind !== 'picture')
        .map((call) => String(call.headers.authorization).slice(7));
      assert.ok(new Set(tokens).size <= 2);
      const { payload } = await jwtVerify(tokens[0] ?? '', secret, {
        currentDate: new Date((decodeJwt(tokens[0] ?? '').nbf ?? 0) * 1000 + 10_000),
      });
      assert.deepEqual(decodeProtectedHeader(tokens[0] ?? ''), { alg: 'HS256', typ: 'JWT' });
      assert.equal(payload.iss, 'ak-far-away');
      assert.equal((payload.exp ?? 0) - (payload.nbf ?? 0), 1805);
      for (const picture of fake.calls.filter((call) => call.kind === 'picture'))
        assert.equal(picture.headers.authorization, undefined, 'no key travels to where pictures lie');
    }),
  );

  it(
    'take the clock of the upstream when theirs is refused, at once and once',
    withKling({ declaration }, async ({ engine, fake }) => {
      const dated = new Date(Date.now() + 3_600_000).toUTCString();
      fake.next('submit', refuse(401, 1003, 'not yet', { date: dated }));
      await runToEnd(engine, sampleJob(), recordingContext());
      const [first, second] = fake.calls
        .filter((call) => call.kind === 'submit')
        .map((call) => decodeJwt(String(call.headers.authorization).slice(7)));
      assert.ok((second?.nbf ?? 0) - (first?.nbf ?? 0) > 3000);
      assert.equal(fake.tasks.size, 1);
    }),
  );
});
