// Accounts, their packs and what they spent.
import { sql } from 'kysely';
import type { AccountRows } from '../store.js';
import { toAccount, toPack } from './row-mapping.js';
import type { AccountRow, PackRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Builds the account half of a Store. */
export function createAccountRows(dialect: SqlDialect): AccountRows {
  const { database } = dialect;
  return {
    async put(account) {
      await sql`insert into accounts
        (id, enabled, weight, retention_days, policy, access_key, secret_key, requests_per_second, burst, concurrency,
         when_busy, billing, credit_limit, webhook_secrets, slots_held, owed, reserved, last_turn, created_at)
        values (${account.id}, ${account.enabled ? 1 : 0}, ${account.weight}, ${account.retentionDays},
          ${account.policy ? 1 : 0}, ${account.accessKey}, ${account.secretKey}, ${account.requestsPerSecond},
          ${account.burst}, ${account.concurrency}, ${account.whenBusy}, ${account.billing}, ${account.creditLimit},
          ${JSON.stringify(account.webhookSecrets)}, 0, 0, 0, 0, ${dialect.nowMs()})
        on conflict (id) do update set enabled = excluded.enabled, weight = excluded.weight,
          retention_days = excluded.retention_days, policy = excluded.policy, access_key = excluded.access_key,
          secret_key = excluded.secret_key, requests_per_second = excluded.requests_per_second, burst = excluded.burst,
          concurrency = excluded.concurrency, when_busy = excluded.when_busy, billing = excluded.billing,
          credit_limit = excluded.credit_limit, webhook_secrets = excluded.webhook_secrets`.execute(database);
    },

    async find(id) {
      const found = await sql<AccountRow>`select * from accounts where id = ${id}`.execute(database);
      return found.rows[0] && toAccount(found.rows[0]);
    },

    async findByAccessKey(accessKey) {
      const found = await sql<AccountRow>`select * from accounts where access_key = ${accessKey}`.execute(database);
      return found.rows[0] && toAccount(found.rows[0]);
    },

    async list() {
      const found = await sql<AccountRow>`select * from accounts order by id`.execute(database);
      return found.rows.map(toAccount);
    },

    async usage(id) {
      const found = await sql<AccountRow>`select * from accounts where id = ${id}`.execute(database);
      const row = found.rows[0];
      return row && { slotsHeld: row.slots_held, owedUnits: row.owed, reservedUnits: row.reserved };
    },

    async putPack(pack) {
      await sql`insert into packs
        (account_id, id, name, quantity, remaining, reserved, purchased_at, effective_at, expires_at)
        values (${pack.accountId}, ${pack.id}, ${pack.name}, ${pack.quantity}, ${pack.quantity}, 0, ${dialect.nowMs()},
          ${pack.effectiveAtMs}, ${pack.expiresAtMs})
        on conflict (account_id, id) do update set name = excluded.name, effective_at = excluded.effective_at,
          expires_at = excluded.expires_at, remaining = packs.remaining + excluded.quantity - packs.quantity,
          quantity = excluded.quantity`.execute(database);
    },

    async listPacks(accountId) {
      const found = await sql<PackRow>`select * from packs where account_id = ${accountId}
        order by purchased_at, id`.execute(database);
      return found.rows.map(toPack);
    },

    async unitsSpent(accountId, fromMs, toMs) {
      const found = await sql<{ spent: number | null }>`select sum(units) as spent from ledger
        where account_id = ${accountId} and created_at >= ${fromMs} and created_at < ${toMs}`.execute(database);
      return found.rows[0]?.spent ?? 0;
    },
  };
}
