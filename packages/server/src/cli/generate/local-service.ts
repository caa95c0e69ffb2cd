// The whole service in this process, for one picture: on a port that nobody else knows, quiet, and gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../config/configuration.js';
import type { Environment } from '../../config/environment.js';
import { createLog } from '../../core/log.js';
import { createService } from '../../main.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { prepareDataFolder } from '../serve/start-failure.js';
import { readBootstrapKey } from './find-gateway.js';
import type { LocalService } from './generate.js';
import { resolveKlingAddress } from './kling-address.js';

/** The settings in force, but reachable from here only. */
function localEnvironment(env: Environment, dataFolder: string): Environment {
  const unset = { INKLING_PUBLIC_URL: '', INKLING_TLS_CERT: '', INKLING_TLS_KEY: '', INKLING_TRUSTED_PROXIES: '' };
  return { ...env, ...unset, PORT: '0', HOST: '127.0.0.1', INKLING_DATA_DIR: dataFolder };
}

/**
 * Starts it in the data folder that INKLING_DATA_DIR names, else in a temporary one that goes with it. What it logs goes
 * to standard error, and only where INKLING_LOG_LEVEL asks for it.
 */
export async function startLocalService({ env, stderr }: CommandWorld): Promise<LocalService> {
  const temporary = env.INKLING_DATA_DIR ? undefined : await mkdtemp(join(tmpdir(), 'inkling-'));
  const dataFolder = temporary ?? env.INKLING_DATA_DIR ?? '';
  const removeFolder = async (): Promise<void> => {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  };
  try {
    const configuration = readConfiguration(localEnvironment(env, dataFolder));
    const { settings } = configuration;
    await prepareDataFolder(dataFolder);
    const level = env.INKLING_LOG_LEVEL ? settings.logLevel : 'silent';
    const log = await createLog({ level, format: 'json', stream: { write: (line) => void stderr.write(line) } });
    const service = await createService(configuration, { log });
    const close = async (): Promise<void> => {
      await service.close();
      await removeFolder();
    };
    try {
      const { url } = await service.start();
      const key = settings.apiKey ?? (await readBootstrapKey(dataFolder));
      if (key === undefined) throw new CommandFailure('The key of the service cannot be read from its data folder');
      return { address: resolveKlingAddress(url), key, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await removeFolder();
    throw error;
  }
}
