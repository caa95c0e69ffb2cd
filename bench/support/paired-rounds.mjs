// Two servers, measured in turn, round after round: what else the machine does falls on both, and only their ratio is
// believed. The order changes every round, so that neither always comes first.
import { median, percentile } from './statistics.mjs';

/**
 * Measures `baseline` and `candidate`; each is `{ name, server, job }`, `server` from `startServer`, `job` for
 * `load.run`. Resolves to medians of each and of the ratios of throughput and of CPU per request, paired by round.
 */
export async function measurePairs({ load, baseline, candidate, rounds, warmUpCount }) {
  const sides = [baseline, candidate];
  for (const side of sides) await load.run({ ...side.job, count: warmUpCount });
  const results = { [baseline.name]: [], [candidate.name]: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? sides : [...sides].reverse();
    for (const side of order) results[side.name].push(await measureOnce(load, side));
  }
  const ratios = (pick) => results[candidate.name].map((one, index) => pick(one) / pick(results[baseline.name][index]));
  return {
    baseline: summarise(results[baseline.name]),
    candidate: summarise(results[candidate.name]),
    throughputRatio: median(ratios((one) => one.perSecond)),
    cpuRatio: median(ratios((one) => one.userCpuMs)),
  };
}

async function measureOnce(load, { server, job }) {
  const before = await server.cpu();
  const run = await load.run(job);
  const after = await server.cpu();
  return {
    perSecond: run.count / (run.elapsedMs / 1000),
    // Other programs on the machine slow the clock, not this.
    userCpuMs: (after.user - before.user) / run.count,
    cpuMs: (after.user + after.system - before.user - before.system) / run.count,
    p50Ms: percentile(run.latenciesMs, 0.5),
    p99Ms: percentile(run.latenciesMs, 0.99),
    clientCpuMs: run.cpuMs / run.count,
  };
}

function summarise(rounds) {
  const names = Object.keys(rounds[0]);
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))]));
}

/** A summary on one line. */
export function describe(name, summary) {
  const figure = (value, digits) => value.toFixed(digits);
  return (
    `${name.padEnd(24)} ${figure(summary.perSecond, 0).padStart(6)} requests/s   ` +
    `user CPU ${figure(summary.userCpuMs, 3)} ms, CPU ${figure(summary.cpuMs, 3)} ms a request   ` +
    `p50 ${figure(summary.p50Ms, 1)} ms, p99 ${figure(summary.p99Ms, 1)} ms   (client: ${figure(summary.clientCpuMs, 3)} ms)`
  );
}
