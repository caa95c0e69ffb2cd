// The version as the command line shows it.
import { readVersion } from '../core/version.js';

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
