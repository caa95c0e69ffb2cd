// The whole service on a port and in a folder of its own, painting with the sleeping engine unless a test wants more.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../src/config/configuration.js';
import { createService, type Service } from '../../src/main.js';
import { createQuietLog } from '../support/quiet-log.js';

export interface Answer {
  status: number;
  headers: Headers;
  /** The whole envelope. */
  json: { code: number; message: string; request_id: string; data?: unknown };
}

export interface RunningService {
  readonly url: string;
  readonly folder: string;
  readonly service: Service;
  /** Log lines so far. */
  readonly lines: Record<string, unknown>[];
  /** One call; `key` null sends none. The body is sent as JSON. */
  call(
    path: string,
    options?: { method?: string; key?: string | null; headers?: object; body?: unknown },
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** The permanent key of the default account. */
export const permanentKey = 'sk-permanent-key-for-tests';

/** Paints nothing, at once: every built-in model is served by the sleeping engine. */
export const sleepingModels = {
  engines: { sleeper: { type: 'sleep', sleepMs: 0 }, slow: { type: 'sleep', sleepMs: 3_600_000 } },
  models: {
    'kling-v1': { engine: 'sleeper' },
    'kling-v1-5': { engine: 'sleeper' },
    'kling-v2': { engine: 'sleeper', unitsPerImage: 4 },
    slow: { engine: 'slow' },
  },
};

/** Starts a service. `configuration` is the content of INKLING_CONFIG. */
export async function startTestService(
  configuration: object = sleepingModels,
  env: Record<string, string> = {},
  folder?: string,
): Promise<RunningService> {
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'inkling-service-')));
  const configFile = join(home, 'inkling.json');
  await writeFile(configFile, JSON.stringify(configuration));
  const settings = {
    PORT: '0',
    INKLING_DATA_DIR: join(home, 'data'),
    INKLING_API_KEY: permanentKey,
    INKLING_CONFIG: configFile,
    ...env,
  };
  const { log, lines } = await createQuietLog();
  const service = await createService(readConfiguration(settings), { log, stopGraceMs: 0 });
  const { url } = await service.start();
  return {
    url,
    folder: home,
    service,
    lines,
    async call(path, { method, key = permanentKey, headers = {}, body } = {}) {
      const response = await fetch(url + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, json: JSON.parse(text || '{}') as Answer['json'] };
    },
    async close() {
      await service.close();
      if (folder === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}
