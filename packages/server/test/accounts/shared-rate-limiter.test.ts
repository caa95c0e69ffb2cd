// A rate shared by processes: what one bucket in the database lets through, whoever asks.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createSharedRateLimiter } from '../../src/accounts/shared-rate-limiter.js';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.js';
import type { RateRows, Store } from '../../src/store/store.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createQuietLog } from '../support/quiet-log.js';

describe('rates', () => {
  let server: PostgresServer;
  let store: Store;
  let rates: RateRows;
  let clock: ManualClock;
  let takes = 0;
  before(async () => {
    server = await startPostgres();
    clock = createManualClock();
    const { log } = await createQuietLog();
    store = await openPostgresStore({ url: await server.createDatabase(), log, clock });
    const shared = store.rates;
    assert.ok(shared);
    rates = {
      take(...parameters) {
        takes += 1;
        return shared.take(...parameters);
      },
    };
  });
  after(async () => {
    await store.close();
    await server.close();
  });
  beforeEach(() => {
    takes = 0;
  });

  const freshBucket = () => `bucket ${randomUUID()}`;

  /** How many of `count` requests go through, taken by several processes in turn. */
  async function admitted(count: number, processes: number, bucket: string, perSecond: number, burst: number | null) {
    const limiters = Array.from({ length: processes }, () => createSharedRateLimiter(rates, clock));
    const waits = await Promise.all(
      Array.from({ length: count }, async (_, index) => limiters[index % processes]?.take(bucket, perSecond, burst)),
    );
    return waits.filter((wait) => wait === 0).length;
  }

  describe('a shared rate', () => {
    it('of up to ten a second is exact, whoever asks', async () => {
      assert.equal(await admitted(60, 3, freshBucket(), 8, 20), 20);
      assert.equal(await admitted(60, 3, freshBucket(), 0.5, null), 1);
    });

    it('never lets more through than the bucket holds, and at most a tenth of a second less for each process', async () => {
      const through = await admitted(3000, 4, freshBucket(), 1000, 1000);
      assert.ok(through <= 1000 && through >= 1000 - 4 * 100, `${through} of 1000`);
    });

    it('costs a statement for a tenth of a second, not one for each request', async () => {
      const limiter = createSharedRateLimiter(rates, clock);
      const bucket = freshBucket();
      for (let index = 0; index < 500; index += 1) assert.equal(await limiter.take(bucket, 1000, 1000), 0);
      assert.equal(takes, 5);
    });

    it('asks nothing while it knows the bucket to be empty, then fills at its rate', async () => {
      const limiter = createSharedRateLimiter(rates, clock);
      const bucket = freshBucket();
      assert.equal(await limiter.take(bucket, 2, 1), 0);
      assert.equal(await limiter.take(bucket, 2, 1), 500);
      const asked = takes;
      await clock.advance(200);
      assert.equal(await limiter.take(bucket, 2, 1), 300);
      assert.equal(takes, asked);
      await clock.advance(300);
      assert.equal(await limiter.take(bucket, 2, 1), 0);
    });

    it('voids what was not used within a second', async () => {
      const [here, there] = [createSharedRateLimiter(rates, clock), createSharedRateLimiter(rates, clock)];
      const bucket = freshBucket();
      assert.equal(await here.take(bucket, 100, 10), 0);
      assert.ok((await there.take(bucket, 100, 10)) > 0);
      await clock.advance(1000);
      assert.equal(await there.take(bucket, 100, 10), 0);
      assert.ok((await here.take(bucket, 100, 10)) > 0);
    });
  });
});
