// The database of the settings in force, for commands that work on it beside a running server.
import { databaseFile } from '../../config/data-layout.js';
import { ConfigurationError, type Fault } from '../../config/fault.js';
import { findMissingInSettings } from '../../config/missing-abilities.js';
import { readSettings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.js';
import type { Store } from '../../store/store.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { prepareDataFolder } from '../serve/start-failure.js';

/** Opens the database, does the job and closes it again. */
export async function withStore<Result>(
  { world, clock }: { world: CommandWorld; clock: Clock },
  job: (store: Store) => Promise<Result>,
): Promise<Result> {
  const faults: Fault[] = [];
  const settings = readSettings(world.env, faults);
  faults.push(...findMissingInSettings(settings));
  if (faults.length > 0) throw new ConfigurationError(faults);
  await prepareDataFolder(settings.dataFolder);
  const file = databaseFile(settings.dataFolder);
  const store = await openSqliteStore(file, clock).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`The database '${file}' cannot be opened: ${reason}`, { cause: error });
  });
  try {
    return await job(store);
  } finally {
    await store.close();
  }
}
