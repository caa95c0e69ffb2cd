// Accounts and keys.
import { sql } from 'kysely';
import type { AccountRows, KeyRows } from '../store.js';
import { toApiKey } from './row-mapping.js';
import type { AccountRow, KeyRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Builds the key half of a Store. */
export function createKeyRows(dialect: SqlDialect): KeyRows {
  const { database } = dialect;
  return {
    async add(key, hash) {
      await sql`insert into api_keys (id, account_id, hash, hint, label, created_at, expires_at, revoked_at)
        values (${key.id}, ${key.accountId}, ${hash}, ${key.hint}, ${key.label}, ${dialect.nowMs()}, ${key.expiresAtMs}, null)
        on conflict (hash) do nothing`.execute(database);
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

/** Builds the account half of a Store. */
export function createAccountRows(dialect: SqlDialect): AccountRows {
  const { database } = dialect;
  return {
    async put(account) {
      await sql`insert into accounts (id, enabled, weight, access_key, secret_key, last_turn, created_at)
        values (${account.id}, ${account.enabled ? 1 : 0}, ${account.weight}, ${account.accessKey}, ${account.secretKey}, 0, ${dialect.nowMs()})
        on conflict (id) do update set enabled = excluded.enabled, weight = excluded.weight,
          access_key = excluded.access_key, secret_key = excluded.secret_key`.execute(database);
    },

    async find(id) {
      const found = await sql<AccountRow>`select * from accounts where id = ${id}`.execute(database);
      return found.rows[0] && toAccount(found.rows[0]);
    },

    async findByAccessKey(accessKey) {
      const found = await sql<AccountRow>`select * from accounts where access_key = ${accessKey}`.execute(database);
      return found.rows[0] && toAccount(found.rows[0]);
    },
  };
}

function toAccount(row: AccountRow) {
  return {
    id: row.id,
    enabled: row.enabled === 1,
    weight: row.weight,
    accessKey: row.access_key,
    secretKey: row.secret_key,
  };
}
