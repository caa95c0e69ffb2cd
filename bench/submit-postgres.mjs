// Submit and query on PostgreSQL, every commit flushed, against Fastify that answers the same bytes and keeps nothing.
// Promised: submit at least 30 % of bare Fastify, query at least 70 %, p99 of a submit below 25 ms, at 64 connections.
//   node bench/submit-postgres.mjs [seconds per round, default 4] [rounds, default 3]
import { benchKey, startBenchCluster, startProcess } from './support/cluster.mjs';
import { measureLoad, median } from './support/load.mjs';

const [seconds = 4, rounds = 3] = process.argv.slice(2).map(Number);
const connections = 64;
const path = '/kling/v1/images/generations';
const headers = { authorization: `Bearer ${benchKey}`, 'content-type': 'application/json' };
const body = JSON.stringify({ model_name: 'kling-v1', prompt: 'a red fox in the snow at sunset, oil painting' });
const submit = () => ({ path, method: 'POST', headers, body });

const cluster = await startBenchCluster();
try {
  const api = await cluster.start('api');
  const sample = await (await fetch(api.url + path, { method: 'POST', headers, body })).text();
  const { task_id: id } = JSON.parse(sample).data;
  const query = () => ({ path: `${path}/${id}`, method: 'GET', headers });
  const bare = await startProcess('bare-process.mjs', { BARE_BODY: sample });
  const found = { submit: [], query: [], bareSubmit: [], bareQuery: [] };
  // Warm, then by turns, so that what else the machine does hits both alike.
  for (const url of [api.url, bare.url]) await measureLoad(url, { connections, seconds: 1, request: submit });
  for (let round = 0; round < rounds; round += 1) {
    found.bareSubmit.push(await measureLoad(bare.url, { connections, seconds, request: submit }));
    found.submit.push(await measureLoad(api.url, { connections, seconds, request: submit }));
    found.bareQuery.push(await measureLoad(bare.url, { connections, seconds, request: query }));
    found.query.push(await measureLoad(api.url, { connections, seconds, request: query }));
  }
  const rate = (name) => median(found[name].map((entry) => entry.perSecond));
  const tell = (what, ours, theirs, promised) => {
    const ratio = rate(ours) / rate(theirs);
    const p99 = median(found[ours].map((entry) => entry.p99Ms));
    console.log(
      `${what}: ${rate(ours).toFixed(0)}/s of ${rate(theirs).toFixed(0)}/s bare = ${(ratio * 100).toFixed(0)} % ` +
        `(promised ${promised} %), p99 ${p99.toFixed(1)} ms`,
    );
  };
  tell('submit', 'submit', 'bareSubmit', 30);
  tell('query', 'query', 'bareQuery', 70);
  await bare.stop();
} finally {
  await cluster.close();
}
