// The database of the settings in force, for commands that work on it beside a running server.
import { ConfigurationError, type Fault } from '../../config/fault.js';
import { readSettings, type Settings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { createLog } from '../../core/log.js';
import { nameDatabase, openStore } from '../../store/open-store.js';
import type { Store } from '../../store/store.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { prepareDataFolder } from '../serve/start-failure.js';

/** Opens the database, does the job and closes it again. */
export async function withStore<Result>(
  { world, clock }: { world: CommandWorld; clock: Clock },
  job: (store: Store, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const faults: Fault[] = [];
  const settings = readSettings(world.env, faults);
  if (faults.length > 0) throw new ConfigurationError(faults);
  if (settings.databaseUrl === null) await prepareDataFolder(settings.dataFolder);
  const log = await createLog({ level: 'silent', format: 'json' });
  const store = await openStore(settings, clock, log).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`The database '${nameDatabase(settings)}' cannot be opened: ${reason}`, { cause: error });
  });
  try {
    return await job(store, settings);
  } finally {
    await store.close();
  }
}
