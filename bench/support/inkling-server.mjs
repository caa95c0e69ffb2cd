// Inkling as it is served, in a folder of its own on SQLite; its log goes to standard output like anybody's, and from
// there to nowhere. BENCH_CONFIG is the content of INKLING_CONFIG.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportReady } from './processes.mjs';

const { readConfiguration } = await import('../../packages/server/dist/src/config/configuration.js');
const { createService } = await import('../../packages/server/dist/src/main.js');

const folder = await mkdtemp(join(process.env.BENCH_FOLDER ?? tmpdir(), 'inkling-bench-'));
const configFile = join(folder, 'inkling.json');
await writeFile(configFile, process.env.BENCH_CONFIG ?? '{}');
const environment = {
  ...process.env,
  PORT: '0',
  INKLING_DATA_DIR: join(folder, 'data'),
  INKLING_CONFIG: configFile,
  INKLING_LOG_FORMAT: 'json',
};
const service = await createService(readConfiguration(environment), { stopGraceMs: 0 });
const { url } = await service.start();
reportReady({ port: Number(new URL(url).port), url }, async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});
