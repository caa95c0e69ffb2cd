// A PostgreSQL that flushes every commit, and nodes of the service on it, for benches.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newAccount } from '../../packages/server/dist/src/core/account.js';
import { createLog } from '../../packages/server/dist/src/core/log.js';
import { openPostgresStore } from '../../packages/server/dist/src/store/postgres/open-postgres-store.js';
import { startPostgres } from '../../packages/server/dist/test/support/postgres-server.js';

export const benchKey = 'sk-key-of-the-bench';

/** Starts a helper process of this folder; resolves once it says where it listens. */
export async function startProcess(name, env) {
  const child = fork(new URL(name, import.meta.url), { env: { ...process.env, ...env } });
  const [{ url }] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended at its start: ${code}`))),
  ]);
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** `sleepMs`: what a picture takes. */
export async function startBenchCluster({ sleepMs = 50 } = {}) {
  const server = await startPostgres({ durable: true, settings: { max_wal_size: '4GB', shared_buffers: '512MB' } });
  const folder = await mkdtemp(join(tmpdir(), 'inkling-bench-'));
  const databaseUrl = await server.createDatabase();
  const configuration = {
    engines: { sleeper: { type: 'sleep', sleepMs } },
    models: { 'kling-v1': { engine: 'sleeper' } },
    queue: { maxWaiting: 10_000_000 },
  };
  await writeFile(join(folder, 'inkling.json'), JSON.stringify(configuration));
  const log = await createLog({ level: 'silent', format: 'json' });
  const store = await openPostgresStore({ url: databaseUrl, log });
  await store.accounts.put(newAccount('default'));
  const nodes = [];
  return {
    server,
    store,
    databaseUrl,
    async start(role, env = {}) {
      const node = await startProcess('node-process.mjs', {
        PORT: '0',
        INKLING_ROLE: role,
        INKLING_DATABASE_URL: databaseUrl,
        INKLING_DATA_DIR: join(folder, 'data'),
        INKLING_CONFIG: join(folder, 'inkling.json'),
        INKLING_API_KEY: benchKey,
        INKLING_LOG_LEVEL: 'silent',
        ...env,
      });
      nodes.push(node);
      return node;
    },
    async close() {
      for (const node of nodes) await node.stop();
      await store.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
