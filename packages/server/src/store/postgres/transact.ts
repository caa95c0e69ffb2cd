// Transactions that are run again when they certainly wrote nothing: lost against another one (deadlock, serialization),
// or cut off before the commit was sent. A commit whose answer was lost is not repeated: it may have been written.
import type { Kysely, Transaction } from 'kysely';
import { backoffMs } from '../../core/backoff.js';
import { systemClock } from '../../core/clock.js';
import type { Schema } from '../sql/schema.js';
import { isUnavailable, lostRace } from './postgres-failure.js';

/** Runs in all. */
const maxRuns = 5;
/** Of these, after connections that broke: a server that is down must be told of soon. */
const maxBrokenRuns = 2;

const pause = { baseMs: 5, maxMs: 100, jitter: 1 };

/** Runs `job` in a transaction, several times if need be: what it does outside the database must bear repeating. */
export async function transact<Result>(
  database: Kysely<Schema>,
  job: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  for (let run = 1; ; run += 1) {
    let committing = false;
    try {
      return await database.transaction().execute(async (transaction) => {
        const result = await job(transaction);
        committing = true;
        return result;
      });
    } catch (error) {
      const again = lostRace(error) ? run < maxRuns : !committing && isUnavailable(error) && run < maxBrokenRuns;
      if (!again) throw error;
      await systemClock.sleep(backoffMs(run, pause));
    }
  }
}
