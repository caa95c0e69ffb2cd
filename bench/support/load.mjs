// Load over HTTP: as many requests as get through on a number of connections, each sent when the last one is answered.
import { Pool } from 'undici';

/** Resolves to requests a second and latencies in ms; rejects on an answer that is not 200. */
export async function measureLoad(url, { connections, seconds, request }) {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const latencies = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  async function run() {
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      const { statusCode, body } = await pool.request(request());
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${statusCode} ${text}`);
      latencies.push(performance.now() - sentAt);
    }
  }
  await Promise.all(Array.from({ length: connections }, run));
  const tookS = (performance.now() - startedAt) / 1000;
  await pool.close();
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { perSecond: latencies.length / tookS, medianMs: at(0.5), p99Ms: at(0.99) };
}

/** The value in the middle. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
