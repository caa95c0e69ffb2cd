// The processes of the service, each of which writes its row now and then.
import { sql } from 'kysely';
import type { NodeRows, ServiceNode } from '../store.js';
import type { NodeRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';

/** A process that was killed is shown as silent for so long, then forgotten, ms. */
const forgetMs = 24 * 60 * 60 * 1000;

/** Builds the part of a Store that knows its processes. */
export function createNodeRows(dialect: SqlDialect): NodeRows {
  const { database } = dialect;
  return {
    async beat(node) {
      await sql`insert into nodes (id, role, host, pid, version, started_at, running, seen_at)
        values (${node.id}, ${node.role}, ${node.host}, ${node.pid}, ${node.version}, ${node.startedAtMs},
          ${node.running}, ${dialect.nowMs()})
        on conflict (id) do update set running = excluded.running, seen_at = excluded.seen_at`.execute(database);
      await sql`delete from nodes where seen_at < ${dialect.nowMs()} - ${forgetMs}`.execute(database);
    },

    async leave(id) {
      await sql`delete from nodes where id = ${id}`.execute(database);
    },

    async list() {
      const found = await sql<NodeRow & { now: number }>`select nodes.*, ${dialect.nowMs()} as now from nodes
        order by started_at, id`.execute(database);
      return found.rows.map((row) => ({
        id: row.id,
        role: row.role as ServiceNode['role'],
        host: row.host,
        pid: row.pid,
        version: row.version,
        startedAtMs: row.started_at,
        running: row.running,
        silentMs: Math.max(0, row.now - row.seen_at),
      }));
    },
  };
}
