// Which Inkling this is.
import { readFileSync } from 'node:fs';

/** Version of the server's package: `0.1.0`. */
export function readVersion(): string {
  // Seen from dist/src/cli/, where this file runs.
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** The same for programs. */
export function versionJson(): string {
  return JSON.stringify({
    version: readVersion(),
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
  });
}

/** One line for people: version, Node and platform. */
export function describeVersion(): string {
  return `inkling ${readVersion()} (Node ${process.versions.node}, ${process.platform} ${process.arch})`;
}
