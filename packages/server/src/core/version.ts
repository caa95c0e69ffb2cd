// Which Inkling this is.
import { readFileSync } from 'node:fs';

/** Version of the server's package: `0.1.0`. */
export function readVersion(): string {
  // Seen from dist/src/core/, where this file runs.
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
