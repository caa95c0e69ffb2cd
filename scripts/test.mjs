// Builds, then runs every test file with Node's own runner and ends with one plain line of counts.
// `npm test -- tasks http` runs only the files whose path contains one of the words.
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
await build();

const files = [];
for (const name of await readdir(join(root, 'packages'))) {
  const folder = join(root, 'packages', name, 'dist', 'test');
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  for (const entry of entries) if (entry.endsWith('.test.js')) files.push(join(folder, entry));
}
const chosen = files
  .filter((file) => words.length === 0 || words.some((word) => relative(root, file).includes(word)))
  .sort();

const counts = { passed: 0, failed: 0, skipped: 0 };
const skippedNames = [];
// Two files at a time: the smallest machine the project promises has two cores.
const stream = run({ files: chosen, concurrency: 2, timeout: 600_000 });
stream.on('test:pass', (event) => {
  if (event.details.type === 'suite') return;
  if (event.skip !== undefined || event.todo !== undefined) {
    counts.skipped += 1;
    skippedNames.push(event.name);
  } else counts.passed += 1;
});
stream.on('test:fail', (event) => {
  if (event.details.type !== 'suite' || event.details.error?.failureType !== 'subtestsFailed') counts.failed += 1;
});
for await (const line of stream.compose(spec)) process.stdout.write(line);

for (const name of skippedNames) console.log(`skipped: ${name}`);
if (counts.passed + counts.failed === 0) counts.failed += 1;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
