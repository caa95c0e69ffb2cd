// How administrative commands print: the objects of `/admin/v1` as JSON, or a table for people.
import type { CommandWorld } from '../command-world.js';
import { plainText } from '../text-style.js';
import { formatTable } from '../text-table.js';

export interface ShowOptions {
  json?: boolean;
}

/** Local reading is nobody's business: UTC, to the minute. */
export function shortTime(ms: number | null): string {
  return ms === null ? '-' : new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

/** A value in a cell. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return plainText(typeof value === 'string' ? value : String(value));
}

/** Rows as JSON or as a table; with no rows, `nothing` is said on standard error. */
export function showRows<Row>(
  world: CommandWorld,
  options: ShowOptions,
  rows: readonly Row[],
  columns: Readonly<Record<string, (row: Row) => unknown>>,
  nothing: string,
): void {
  if (options.json === true) world.stdout.write(`${JSON.stringify(rows)}\n`);
  else if (rows.length === 0) world.stderr.write(`${nothing}\n`);
  else {
    const cells = rows.map((row) => Object.values(columns).map((read) => cell(read(row))));
    world.stdout.write(formatTable(Object.keys(columns), cells));
  }
}

/** One object as JSON, or a line for each field; what is nested is written as JSON. */
export function showObject(world: CommandWorld, options: ShowOptions, object: Record<string, unknown>): void {
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify(object)}\n`);
    return;
  }
  const width = Math.max(...Object.keys(object).map((name) => name.length));
  for (const [name, value] of Object.entries(object)) {
    const nested = typeof value === 'object' && value !== null;
    const text = name.endsWith('_at') && typeof value === 'number' ? shortTime(value) : cell(value);
    world.stdout.write(`${name.padEnd(width)}  ${nested ? JSON.stringify(value) : text}\n`);
  }
}

/** A change that was made: the object as JSON, or one sentence for people on standard error. */
export function showDone(world: CommandWorld, options: ShowOptions, object: object, sentence: string): void {
  if (options.json === true) world.stdout.write(`${JSON.stringify(object)}\n`);
  else world.stderr.write(`${sentence}\n`);
}
