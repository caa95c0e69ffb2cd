// A Store over any SQL database that a dialect describes.
import { sql } from 'kysely';
import type { CallbackEvents, Store } from '../store.js';
import { createAccountRows } from './account-rows.js';
import { createAdminRows } from './admin-rows.js';
import { createCallerMemory } from './caller-memory.js';
import { createGalleryRows } from './gallery-rows.js';
import { createKeyRows } from './key-rows.js';
import { createNodeRows } from './node-rows.js';
import { createDeliveryRows } from './outbox.js';
import { createPictureRows } from './picture-rows.js';
import { createServiceRows } from './service-rows.js';
import type { SqlDialect } from './sql-dialect.js';
import type { StoreNotifier } from './store-notifier.js';
import { createTaskRows } from './task-rows.js';
import { createUsageRows } from './usage-rows.js';

/** Puts the halves together. The tables must be up to date. */
export function createSqlStore(dialect: SqlDialect, notifier: StoreNotifier, callbackEvents: CallbackEvents): Store {
  const { database } = dialect;
  const tasks = createTaskRows(dialect, notifier, callbackEvents);
  const memory = createCallerMemory(dialect);
  let closing: Promise<void> | undefined;
  return {
    tasks,
    pictures: createPictureRows(dialect),
    keys: memory.keys(createKeyRows(dialect)),
    accounts: memory.accounts(createAccountRows(dialect)),
    deliveries: createDeliveryRows(dialect, notifier),
    service: createServiceRows(dialect),
    admin: memory.admin(createAdminRows(dialect)),
    gallery: createGalleryRows(dialect),
    usage: createUsageRows(dialect),
    events: notifier,
    nodes: createNodeRows(dialect),
    async now() {
      const found = await sql<{ now: number }>`select ${dialect.nowMs()} as now`.execute(database);
      return Number(found.rows[0]?.now);
    },
    async check() {
      await sql`select virtual_time from service_state where id = 1`.execute(database);
    },
    close() {
      closing ??= tasks.idle().then(() => database.destroy());
      return closing;
    },
  };
}
