// What administration reads and writes across accounts.
import { sql } from 'kysely';
import { newToken } from '../../core/ids.js';
import type { AdminRows, AuditEntry } from '../store.js';
import { readPictures } from './read-pictures.js';
import type { AuditRow, TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** Builds the administration part of a Store. */
export function createAdminRows(dialect: SqlDialect): AdminRows {
  const { database } = dialect;
  return {
    async listTasks({ accountId, status, limit, offset }) {
      const found = await sql<TaskRow>`select * from tasks
        where ${accountId === undefined ? sql`1 = 1` : sql`account_id = ${accountId}`}
          and ${status === undefined ? sql`1 = 1` : sql`status = ${status}`}
        order by created_at desc, id desc limit ${limit} offset ${offset}`.execute(database);
      return readPictures(dialect, database, found.rows);
    },

    async findTask(id) {
      const found = await sql<TaskRow>`select * from tasks where id = ${id}`.execute(database);
      return (await readPictures(dialect, database, found.rows))[0];
    },

    async unknownTasks(ids) {
      if (ids.length === 0) return [];
      const found = await sql<{ id: string }>`select id from tasks where id ${dialect.anyOf(ids)}`.execute(database);
      const known = new Set(found.rows.map((row) => row.id));
      return ids.filter((id) => !known.has(id));
    },

    deleteTask(id) {
      return dialect.transact(async (transaction) => {
        const gone = await sql`delete from tasks where id = ${id} and ended_at is not null returning id`.execute(
          transaction,
        );
        if (gone.rows.length === 0) return false;
        await sql`delete from pictures where task_id = ${id}`.execute(transaction);
        await sql`delete from delivery_attempts
          where delivery_id in (select id from deliveries where task_id = ${id})`.execute(transaction);
        await sql`delete from deliveries where task_id = ${id}`.execute(transaction);
        await sql`delete from idempotency where task_id = ${id}`.execute(transaction);
        await sql`delete from task_marks where task_id = ${id}`.execute(transaction);
        return true;
      });
    },

    deleteAccount(id) {
      return dialect.transact(async (transaction) => {
        // Locked first, so that a submit under way has either been written or finds no account.
        await sql`select id from accounts where id = ${id} ${dialect.forUpdate}`.execute(transaction);
        const gone = await sql`delete from accounts
          where id = ${id} and not exists (select 1 from tasks where account_id = ${id}) returning id`.execute(
          transaction,
        );
        if (gone.rows.length === 0) return false;
        await sql`delete from api_keys where account_id = ${id}`.execute(transaction);
        await sql`delete from packs where account_id = ${id}`.execute(transaction);
        await sql`delete from idempotency where account_id = ${id}`.execute(transaction);
        return true;
      });
    },

    async addAudit(entry) {
      await sql`insert into audit (id, created_at, actor, action, subject, detail)
        values (${newToken()}, ${dialect.nowMs()}, ${entry.actor}, ${entry.action}, ${entry.subject},
          ${JSON.stringify(entry.detail)})`.execute(database);
    },

    async listAudit(limit) {
      const found = await sql<AuditRow>`select * from audit order by created_at desc, id desc limit ${limit}`.execute(
        database,
      );
      return found.rows.map(
        (row): AuditEntry => ({
          id: row.id,
          atMs: row.created_at,
          actor: row.actor,
          action: row.action,
          subject: row.subject,
          detail: JSON.parse(row.detail) as Record<string, unknown>,
        }),
      );
    },
  };
}
