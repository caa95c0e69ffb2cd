// Helper process: opens the database, submits (argument 2: how many in all, 0 without end) and tells its parent each id
// once the submit was answered.
import { newAccount } from '../../src/core/account.js';
import { systemClock } from '../../src/core/clock.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import { sampleTask } from '../support/task-samples.js';

const count = Number(process.argv[3]);
let left = count === 0 ? Number.POSITIVE_INFINITY : count;
const store = await openSqliteStore(process.argv[2] ?? '', systemClock);
await store.accounts.put(newAccount('default'));

async function submitAll(): Promise<void> {
  while (process.connected && left > 0) {
    left -= 1;
    const task = sampleTask();
    const outcome = await store.tasks.submit(task);
    if (outcome.kind === 'created') process.send?.(task.id);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
await Promise.all([submitAll(), submitAll(), submitAll()]);
await store.close();
process.disconnect();
