// Do two databases hold the same? Counts of every table, sums of every column that means money, slots or bytes, and how
// many tasks have which status.
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../sql/schema.js';
import { type TableName, tableNames, tablePlan } from './table-plan.js';

export interface TableSummary {
  rows: number;
  /** By column; for tasks also by `status <name>`. */
  sums: Record<string, number>;
}

/** What is in one database. */
export async function summarise(database: Kysely<Schema>): Promise<Record<TableName, TableSummary>> {
  const entries: [TableName, TableSummary][] = [];
  for (const table of tableNames) {
    const columns: readonly string[] = tablePlan[table].sums;
    const sums = columns.map((column) => sql`coalesce(sum(${sql.ref(column)}), 0) as ${sql.ref(column)}`);
    const found = await sql<Record<string, unknown>>`select count(*) as all_rows, ${sql.join(sums)}
      from ${sql.table(table)}`.execute(database);
    const row = found.rows[0] ?? {};
    const summary: TableSummary = {
      rows: Number(row.all_rows ?? 0),
      sums: Object.fromEntries(columns.map((column) => [column, Number(row[column] ?? 0)])),
    };
    if (table === 'tasks') Object.assign(summary.sums, await countStatuses(database));
    entries.push([table, summary]);
  }
  return Object.fromEntries(entries) as Record<TableName, TableSummary>;
}

async function countStatuses(database: Kysely<Schema>): Promise<Record<string, number>> {
  const found = await sql<{ status: string; tasks: number }>`select status, count(*) as tasks from tasks
    group by status`.execute(database);
  return Object.fromEntries(found.rows.map((row) => [`status ${row.status}`, Number(row.tasks)]));
}

/** Rows in all tables but the one that no database is without. */
export function countRows(summaries: Record<TableName, TableSummary>): number {
  return tableNames.reduce((sum, table) => sum + (table === 'service_state' ? 0 : summaries[table].rows), 0);
}

/** Sums of fractions may differ in their last digits by the order of adding. */
const tolerance = 1e-9;

/** A line for each thing that is not the same; none when all is well. */
export function findDifferences(
  source: Record<TableName, TableSummary>,
  target: Record<TableName, TableSummary>,
): string[] {
  const lines: string[] = [];
  for (const table of tableNames) {
    const [from, to] = [source[table], target[table]];
    if (from.rows !== to.rows) lines.push(`${table}: ${from.rows} rows, but ${to.rows} arrived`);
    for (const name of new Set([...Object.keys(from.sums), ...Object.keys(to.sums)])) {
      const [sent, arrived] = [from.sums[name] ?? 0, to.sums[name] ?? 0];
      const allowed = tolerance * Math.max(1, Math.abs(sent));
      if (Math.abs(sent - arrived) > allowed) lines.push(`${table}: ${name} is ${sent}, but ${arrived} arrived`);
    }
  }
  return lines;
}

/** Tells one state of a database from others: changes with every task, callback, key or administration. */
export function fingerprint(summaries: Record<TableName, TableSummary>): string {
  return JSON.stringify(tableNames.map((table) => [table, summaries[table].rows, summaries[table].sums]));
}
