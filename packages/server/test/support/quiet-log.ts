// A log that keeps its lines.
import { createLog, type Log } from '../../src/core/log.js';

/** A logger and the parsed lines it has written so far. */
export async function createQuietLog(): Promise<{ log: Log; lines: Record<string, unknown>[] }> {
  const lines: Record<string, unknown>[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { log: await createLog({ level: 'trace', format: 'json', stream }), lines };
}
