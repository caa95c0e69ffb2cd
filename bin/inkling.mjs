#!/usr/bin/env node
// The command line's door. In a clone, the build is brought up to date first (a second at most), the studio page only for
// the command that serves it; the rest is the server's.
import { existsSync } from 'node:fs';

const sources = new URL('../packages/server/src/cli/run-command-line.ts', import.meta.url);
if (existsSync(sources)) {
  const { build } = await import('../scripts/build.mjs');
  await build({ tests: false, studio: process.argv[2] === 'serve' });
}
const { runCommandLine } = await import('../packages/server/dist/src/cli/run-command-line.js');
process.exitCode = await runCommandLine(process.argv.slice(2));
