// Checks of what is kept: data folder, database, pictures, the key of the first start.
import { existsSync } from 'node:fs';
import { mkdtemp, rmdir, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Configuration } from '../../config/configuration.js';
import { databaseFile, picturesFolder } from '../../config/data-layout.js';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { createLog } from '../../core/log.js';
import { describeStorage, openStorage } from '../../storage/open-storage.js';
import { nameDatabase, openStore } from '../../store/open-store.js';
import { CommandFailure, describeSystemError } from '../command-failure.js';
import { readBootstrapKey } from '../generate/find-gateway.js';
import { prepareDataFolder } from '../serve/start-failure.js';
import type { Check, Finding } from './finding.js';

/** Free space below which pictures will soon not fit, bytes. */
const littleSpaceBytes = 1024 ** 3;
/** Keys shorter than this can be guessed. */
const shortKeyLength = 16;

const notYet: Omit<Finding, 'name'> = { state: 'ok', detail: 'will be made at the first start' };

/** The nearest folder at or above `folder` that exists. */
function nearestFolder(folder: string): string {
  const whole = resolve(folder);
  return existsSync(whole) || dirname(whole) === whole ? whole : nearestFolder(dirname(whole));
}

/** Can the folder be used, or made? Nothing is made by looking. */
function folderCheck(folder: string): Check {
  return {
    name: 'data folder',
    look: async () => {
      const whole = resolve(folder);
      const nearest = nearestFolder(folder);
      if (nearest === whole) await prepareDataFolder(folder);
      else {
        // A probe that is taken away again: root has all rights, on a read-only disk too.
        const probe = await mkdtemp(join(nearest, '.probe-')).catch((error: unknown) => {
          throw new CommandFailure(`'${whole}' cannot be made: ${describeSystemError(error)}`, {
            hint: 'choose another with INKLING_DATA_DIR',
          });
        });
        await rmdir(probe);
      }
      const { bavail, bsize } = await statfs(nearest);
      const detail = `${whole}${nearest === whole ? '' : ', will be made'}, ${((bavail * bsize) / 1024 ** 3).toFixed(1)} GiB free`;
      if (bavail * bsize >= littleSpaceBytes) return { state: 'ok', detail };
      return { state: 'warning', detail, advice: 'make room, or shorten INKLING_RETENTION_DAYS' };
    },
  };
}

function databaseCheck(settings: Settings, clock: Clock): Check {
  return {
    name: 'database',
    look: async () => {
      const file = databaseFile(settings.dataFolder);
      const embedded = settings.databaseUrl === null;
      if (embedded && !existsSync(file)) return notYet;
      const store = await openStore(settings, clock, await createLog({ level: 'silent', format: 'json' }));
      try {
        await store.check();
        const { waiting, running } = await store.tasks.counts();
        const kind = embedded
          ? `SQLite, ${((await stat(file)).size / 1024 ** 2).toFixed(1)} MiB`
          : nameDatabase(settings);
        return { state: 'ok', detail: `${kind}, ${waiting} tasks waiting, ${running} in work` };
      } finally {
        await store.close();
      }
    },
  };
}

function picturesCheck({ settings, bucket }: Configuration): Check {
  return {
    name: 'pictures',
    look: async () => {
      const pictures = picturesFolder(settings.dataFolder);
      if (bucket === null && !existsSync(pictures)) return notYet;
      const storage = await openStorage(bucket, pictures);
      try {
        await storage.check();
        const links = settings.pictureLinks === 'presigned' ? ', callers are redirected to it' : '';
        return { state: 'ok', detail: `${describeStorage(bucket, resolve(pictures))}${links}` };
      } finally {
        await storage.close();
      }
    },
  };
}

function keyCheck(settings: Settings): Check {
  return {
    name: 'key',
    look: async () => {
      if (settings.apiKey !== null) {
        const short = settings.apiKey.length < shortKeyLength;
        return short
          ? {
              state: 'warning',
              detail: 'INKLING_API_KEY is short enough to be guessed',
              advice: 'take at least 16 random characters',
            }
          : { state: 'ok', detail: 'INKLING_API_KEY is set' };
      }
      const key = await readBootstrapKey(settings.dataFolder);
      return key === undefined ? notYet : { state: 'ok', detail: 'that of the first start, kept in the data folder' };
    },
  };
}

/** Everything about what is kept. */
export function dataChecks(configuration: Configuration, clock: Clock): Check[] {
  const { settings } = configuration;
  const { dataFolder } = settings;
  return [folderCheck(dataFolder), databaseCheck(settings, clock), picturesCheck(configuration), keyCheck(settings)];
}
