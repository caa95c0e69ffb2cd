// Submit, query and claim with many finished tasks in the table, against the same with an empty one.
// Promised: at most 1.3 times as long with 5 million.
//   node bench/large-table.mjs [finished tasks, default 5000000] [calls of each kind, default 400]
import { sampleTask } from '../packages/server/dist/test/support/task-samples.js';
import { startBenchCluster } from './support/cluster.mjs';
import { median } from './support/load.mjs';

const [finished = 5_000_000, calls = 400] = process.argv.slice(2).map(Number);
const cluster = await startBenchCluster();
const { store, server, databaseUrl } = cluster;

const kinds = {
  submit: () => store.tasks.submit(sampleTask()),
  query: (ids) => store.tasks.find('default', ids[Math.floor(Math.random() * ids.length)]),
  claim: () => store.tasks.claim({ workerId: 'w', leaseMs: 30_000, limit: 1, models: ['kling-v1'] }),
};

/** Median ms of each kind of call. */
async function measure(ids) {
  const took = { submit: [], query: [], claim: [] };
  for (let call = -50; call < calls; call += 1) {
    for (const [kind, job] of Object.entries(kinds)) {
      const from = performance.now();
      await job(ids);
      if (call >= 0) took[kind].push(performance.now() - from);
    }
  }
  return Object.fromEntries(Object.entries(took).map(([kind, values]) => [kind, median(values)]));
}

try {
  const some = [];
  for (let index = 0; index < 100; index += 1) {
    const task = sampleTask();
    await store.tasks.submit(task);
    some.push(task.id);
  }
  const empty = await measure(some);
  const startedAt = performance.now();
  await server.query(
    `insert into tasks (id, account_id, status, status_message, model, request, public_origin, n, units, held, turn,
       faults, progress, created_at, updated_at, ended_at, bytes_expire_at)
     select 'old-' || i, case when i % 2 = 0 then 'default' else 'a' || i % 100 end, 'failed', '', 'kling-v1',
       '{"model":"kling-v1","prompt":"a red fox","n":1}', 'http://127.0.0.1', 1, 1, 0, i, 0, 1,
       1760000000000 + i, 1760000000000 + i, 1760000000000 + i, 4000000000000 + i
     from generate_series(1, ${finished}) i`,
    databaseUrl,
  );
  await server.query('vacuum analyze tasks', databaseUrl);
  console.log(`${finished} finished tasks written in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  const old = Array.from({ length: 1000 }, () => `old-${2 * Math.ceil(Math.random() * (finished / 2 - 1))}`);
  const full = await measure(old);
  for (const kind of Object.keys(kinds)) {
    const factor = full[kind] / empty[kind];
    console.log(
      `${kind}: ${empty[kind].toFixed(2)} ms empty, ${full[kind].toFixed(2)} ms full = ${factor.toFixed(2)} times (promised 1.3)`,
    );
  }
} finally {
  await cluster.close();
}
