// Does twice as many workers do twice as much? A 50 ms sleeping engine, one task at a time for each worker, so that a
// worker's capacity is 20 tasks a second and what is measured is claiming, ending and storing.
// Promised: at least 1.9 times as much for each doubling, up to 8 workers.
//   node bench/scale-workers.mjs [seconds per step, default 8] [most workers, default 8]
import { sampleTask } from '../packages/server/dist/test/support/task-samples.js';
import { startBenchCluster } from './support/cluster.mjs';

const [seconds = 8, most = 8] = process.argv.slice(2).map(Number);
const cluster = await startBenchCluster({ sleepMs: 50 });
try {
  const ended = async () => {
    const [row] = await cluster.server.query(
      'select count(*)::int as many, (extract(epoch from clock_timestamp()) * 1000)::float8 as now from tasks where ended_at is not null',
      cluster.databaseUrl,
    );
    return row;
  };
  let before;
  let running = 0;
  for (let workers = 1; workers <= most; workers *= 2) {
    for (; running < workers; running += 1) await cluster.start('worker', { BENCH_CONCURRENCY: '1' });
    // More than they can do, so that nobody waits for work.
    const tasks = Array.from({ length: Math.ceil(workers * 20 * (seconds + 6)) }, () => sampleTask());
    await Promise.all(tasks.map((task) => cluster.store.tasks.submit(task)));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const from = await ended();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const to = await ended();
    const perSecond = ((to.many - from.many) / (to.now - from.now)) * 1000;
    const factor = before === undefined ? '' : `, ${(perSecond / before).toFixed(2)} times as much (promised 1.9)`;
    console.log(`${workers} workers: ${perSecond.toFixed(1)} tasks/s${factor}`);
    before = perSecond;
    await cluster.server.query('delete from tasks where ended_at is null and lease_token is null', cluster.databaseUrl);
  }
  // From the submit at one process to the claim by another, nothing else to do.
  const delays = [];
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (let index = 0; index < 20; index += 1) {
    const task = sampleTask();
    const claimed = new Promise((resolve) => {
      const stop = cluster.store.events.onChanged((id, change) => {
        if (id !== task.id || change !== 'status') return;
        stop();
        resolve();
      });
    });
    await cluster.store.tasks.submit(task);
    const submittedAt = performance.now();
    await claimed;
    delays.push(performance.now() - submittedAt);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  delays.sort((a, b) => a - b);
  console.log(
    `idle cluster, submit to start and word of it back: median ${delays[10].toFixed(0)} ms, worst ${delays.at(-1).toFixed(0)} ms (promised 100)`,
  );
} finally {
  await cluster.close();
}
