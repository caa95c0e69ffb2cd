// Submit and query on SQLite, against bare Fastify that answers the same bytes and stores nothing, in the same run.
//   node bench/submit-query.mjs [rounds] [requests a round]     default 5 rounds of 4,000, 64 connections
// Wanted: submit ≥ 50 %, query ≥ 70 % of bare Fastify's throughput, p99 of a submit < 25 ms. Every accepted submit is on
// disk before its answer, so BENCH_FOLDER should be on a disk that is meant (a RAM disk measures something else).
import { build } from '../scripts/build.mjs';
import { describe, measurePairs } from './support/paired-rounds.mjs';
import { startLoad, startServer } from './support/processes.mjs';
import { benchKey, call, requestText, submitBody, tasksPath, waitingConfiguration } from './support/requests.mjs';

const rounds = Number(process.argv[2] ?? 5);
const count = Number(process.argv[3] ?? 4000);
const connections = 64;
const warmUpCount = Math.min(4000, count);

await build();
const configuration = waitingConfiguration({ id: 'bench', keys: [{ key: benchKey }] });
const load = startLoad();
const inkling = await startServer(new URL('./support/inkling-server.mjs', import.meta.url), {
  env: { BENCH_CONFIG: JSON.stringify(configuration) },
});

const finished = JSON.parse(
  await call(inkling.url, tasksPath, {
    body: { ...submitBody, model_name: 'finished' },
    headers: { prefer: 'wait=30' },
  }),
);
const queryPath = `${tasksPath}/${finished.data.task_id}`;
const cases = [
  { name: 'query', text: requestText('GET', queryPath), answer: await call(inkling.url, queryPath), wanted: 0.7 },
  {
    name: 'submit',
    text: requestText('POST', tasksPath, { body: submitBody }),
    answer: await call(inkling.url, tasksPath, { body: submitBody }),
    wanted: 0.5,
  },
];
for (const { name, text, answer, wanted } of cases) {
  const bare = await startServer(new URL('./support/bare-server.mjs', import.meta.url), {
    env: { BENCH_ANSWER: answer },
  });
  const job = { requests: [text], connections, count, expectStatus: 200 };
  const result = await measurePairs({
    load,
    baseline: { name: 'bare', server: bare, job: { ...job, port: bare.port } },
    candidate: { name: 'inkling', server: inkling, job: { ...job, port: inkling.port } },
    rounds,
    warmUpCount,
  });
  await bare.stop();
  console.log(`${name}: ${(result.throughputRatio * 100).toFixed(0)} % of bare Fastify (wanted: ${wanted * 100} %)`);
  console.log(`  ${result.cpuRatio.toFixed(2)} times its user CPU a request`);
  console.log(`  ${describe('bare Fastify', result.baseline)}`);
  console.log(`  ${describe('Inkling on SQLite', result.candidate)}`);
}
await inkling.stop();
await load.stop();
