// Helper process of benches: a node of the service, configured by its environment. BENCH_CONCURRENCY bounds how many
// tasks each engine takes at a time, so that a worker's capacity is known.
import { readConfiguration } from '../../packages/server/dist/src/config/configuration.js';
import { createService } from '../../packages/server/dist/src/main.js';

const concurrency = Number(process.env.BENCH_CONCURRENCY ?? 0);
const bounded = async (engine) => (concurrency > 0 ? { ...(await engine), concurrency } : engine);
const service = await createService(readConfiguration(process.env), {
  stopGraceMs: 1000,
  between: { engines: (engines) => ({ ...engines, get: (key) => bounded(engines.get(key)) }) },
});
const { url } = await service.start();
process.send({ url });
process.on('SIGTERM', () => void service.close().then(() => process.disconnect()));
process.on('disconnect', () => process.exit());
