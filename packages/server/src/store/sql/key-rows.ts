// The keys table.
import { sql } from 'kysely';
import type { KeyRows } from '../store.js';
import { toApiKey } from './row-mapping.js';
import type { KeyRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Builds the key half of a Store. */
export function createKeyRows(dialect: SqlDialect): KeyRows {
  const { database } = dialect;
  return {
    async add(key, hash) {
      // A key added again gets the limits it is given now; it stays revoked.
      await sql`insert into api_keys
        (id, account_id, hash, hint, label, created_at, expires_at, revoked_at, models, allow_ips)
        values (${key.id}, ${key.accountId}, ${hash}, ${key.hint}, ${key.label}, ${dialect.nowMs()}, ${key.expiresAtMs},
          null, ${key.models && JSON.stringify(key.models)}, ${key.allowIps && JSON.stringify(key.allowIps)})
        on conflict (hash) do update set account_id = excluded.account_id, label = excluded.label,
          expires_at = excluded.expires_at, models = excluded.models, allow_ips = excluded.allow_ips`.execute(database);
    },

    async findByHash(hash) {
      const found = await sql<KeyRow>`select * from api_keys where hash = ${hash}`.execute(database);
      return found.rows[0] && toApiKey(found.rows[0]);
    },

    async list(accountId) {
      const found = await sql<KeyRow>`select * from api_keys
        ${accountId === undefined ? sql`` : sql`where account_id = ${accountId}`}
        order by created_at, id`.execute(database);
      return found.rows.map(toApiKey);
    },

    async revoke(idOrHint) {
      const revoked = await sql`update api_keys set revoked_at = ${dialect.nowMs()}
        where (id = ${idOrHint} or hint = ${idOrHint}) and revoked_at is null returning id`.execute(database);
      return revoked.rows.length > 0;
    },
  };
}
