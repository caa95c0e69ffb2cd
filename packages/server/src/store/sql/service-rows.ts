// The one row that all processes of the service share.
import { sql } from 'kysely';
import type { ServiceRows } from '../store.js';
import type { SqlDialect } from './sql-dialect.js';

/** Builds the part of a Store that is about the service itself. */
export function createServiceRows(dialect: SqlDialect): ServiceRows {
  const { database } = dialect;
  return {
    async maintenance() {
      const found = await sql<{ maintenance: number }>`select maintenance from service_state where id = 1`.execute(
        database,
      );
      return found.rows[0]?.maintenance === 1;
    },
    async setMaintenance(on) {
      await sql`update service_state set maintenance = ${on ? 1 : 0} where id = 1`.execute(database);
    },
  };
}
