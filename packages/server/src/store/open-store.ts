// Which house the rows live in: PostgreSQL where the settings name one, else SQLite in the data folder.
import { databaseFile } from '../config/data-layout.js';
import type { Settings } from '../config/settings.js';
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import type { Store } from './store.js';

/** The database of these settings as one may name it in a message: never with a password. */
export function nameDatabase(settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>): string {
  if (settings.databaseUrl === null) return databaseFile(settings.dataFolder);
  const { host, pathname } = new URL(settings.databaseUrl);
  return `PostgreSQL at ${host}${pathname}`;
}

/**
 * Opens it, making or upgrading its tables. The driver of the other house is not even loaded. `startPatienceMs`: how long
 * to wait for a PostgreSQL that is not there yet.
 */
export async function openStore(
  settings: Pick<
    Settings,
    'databaseUrl' | 'databasePoolSize' | 'databasePooler' | 'databaseListenUrl' | 'dataFolder' | 'callbackEvents'
  >,
  clock: Clock,
  log: Log,
  startPatienceMs = 0,
): Promise<Store> {
  if (settings.databaseUrl === null) {
    const { openSqliteStore } = await import('./sqlite/open-sqlite-store.js');
    return openSqliteStore(databaseFile(settings.dataFolder), clock, settings.callbackEvents);
  }
  const { openPostgresStore } = await import('./postgres/open-postgres-store.js');
  return openPostgresStore({
    url: settings.databaseUrl,
    log,
    startPatienceMs,
    callbackEvents: settings.callbackEvents,
    poolSize: settings.databasePoolSize,
    pooler: settings.databasePooler === 'transaction',
    listenUrl: settings.databaseListenUrl,
  });
}
