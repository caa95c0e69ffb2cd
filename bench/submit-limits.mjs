// What key lookup and limits cost a submit: an account with a hashed key that has an expiry, models and addresses, with a
// request rate and slots, against the permanent key of an account without any of it; one server takes both in turn, since
// two processes of the same code differ by a third in what a request costs them. With --prepaid a pack pays as well: that
// is billing, and shown apart.
//   node bench/submit-limits.mjs [rounds] [requests a round] [--prepaid]     default 61 rounds of 1,000, 64 connections
// Wanted: less than 5 % of submit throughput.
import { build } from '../scripts/build.mjs';
import { describe, measurePairs } from './support/paired-rounds.mjs';
import { startLoad, startServer } from './support/processes.mjs';
import { benchKey, requestText, submitBody, tasksPath, waitingConfiguration } from './support/requests.mjs';

const prepaid = process.argv.includes('--prepaid');
const [rounds = 61, count = 1000] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
  .map(Number);
const permanentKey = 'sk-permanent-0000000000000000000000000';
const hourMs = 3_600_000;

await build();
const plain = { id: 'default' };
const limited = {
  id: 'limited',
  keys: [{ key: benchKey, models: ['kling-v1'], allowIps: ['127.0.0.0/8', '::1'], expiresAt: Date.now() + hourMs }],
  limits: { requestsPerSecond: 1_000_000, burst: 1_000_000, concurrency: 1_000_000 },
  ...(prepaid && {
    billing: 'prepaid',
    packs: [{ id: 'p', name: 'p', quantity: 1e9, effectiveAt: Date.now() - hourMs, expiresAt: Date.now() + hourMs }],
  }),
};
const load = startLoad();
const configuration = waitingConfiguration(plain);
configuration.accounts.push(limited);
const server = await startServer(new URL('./support/inkling-server.mjs', import.meta.url), {
  env: { BENCH_CONFIG: JSON.stringify(configuration), INKLING_API_KEY: permanentKey },
});
const side = (name, key) => ({
  name,
  server,
  job: {
    port: server.port,
    requests: [requestText('POST', tasksPath, { key, body: submitBody })],
    connections: 64,
    count,
    expectStatus: 200,
  },
});
const result = await measurePairs({
  load,
  baseline: side('plain', permanentKey),
  candidate: side('limited', benchKey),
  rounds,
  warmUpCount: Math.min(4000, count),
});
console.log(
  `key lookup and limits cost ${((1 - result.throughputRatio) * 100).toFixed(1)} % of submit throughput (wanted: < 5 %)`,
);
console.log(`  and ${((result.cpuRatio - 1) * 100).toFixed(1)} % more user CPU a request`);
console.log(`  ${describe('permanent key, no limits', result.baseline)}`);
console.log(`  ${describe(prepaid ? 'key, rate, slots, pack' : 'key, rate, slots', result.candidate)}`);
await server.stop();
await load.stop();
