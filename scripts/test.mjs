// Builds, then runs every test file with Node's own runner and ends with one plain line of counts.
// `npm test -- tasks http` runs only the files whose path contains one of the words.
// Beyond the tests themselves, these fail a run: a file without a test, one that hangs, one that leaves something open
// or running, and a run in which nothing ran. What was skipped is named.
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { findOrphans, runIdVariable } from './testing/find-orphans.mjs';

/** Longest time one file (Node 20, 22) or one test (Node 24) may take, ms; a run of many kills takes longer. */
const timeoutMs = 300_000 + Number(process.env.INKLING_TEST_KILLS ?? 0) * 20_000;

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

const runId = randomUUID();
process.env[runIdVariable] = runId;
process.env.NODE_OPTIONS = [
  process.env.NODE_OPTIONS ?? '',
  `--import ${new URL('testing/end-with-leftovers.mjs', import.meta.url).href}`,
].join(' ');

const counts = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
const failedFiles = new Set();
const untidyFiles = new Set();

/** Counts one failure that no test stands for, and says what it is at the end. */
function failRun(message) {
  counts.failed += 1;
  notes.push(`FAILED: ${message}`);
}

/** Counts what was skipped, or is marked as work to do; true when the event is such a one. */
function countSkip(event) {
  if (event.skip === undefined && event.todo === undefined) return false;
  counts.skipped += 1;
  const reason = [event.skip, event.todo].find((value) => typeof value === 'string' && value !== '');
  notes.push(`skipped: ${event.name}${reason ? ` (${reason})` : ''}`);
  return true;
}

if (chosen.length === 0) failRun(`no test file's path contains ${words.join(' or ') || 'anything'}`);
// Two files at a time: the smallest machine the project promises has two cores.
const stream = run({ files: chosen, concurrency: 2, timeout: timeoutMs });
stream.on('test:pass', (event) => {
  if (countSkip(event) || event.details.type === 'suite') return;
  // A file that holds no test is reported as one that passed, under its own path.
  if (chosen.includes(event.name)) failRun(`${relative(root, event.name)} holds no test`);
  else counts.passed += 1;
});
stream.on('test:fail', (event) => {
  if (countSkip(event)) return;
  if (event.details.type !== 'suite' || event.details.error?.failureType !== 'subtestsFailed') counts.failed += 1;
  failedFiles.add(event.name);
});
stream.on('test:stderr', (event) => {
  if (event.message.includes('left open after the last test')) untidyFiles.add(event.file);
});
for await (const line of stream.compose(spec)) process.stdout.write(line);

// Node says nothing of a file's exit code when a test in it failed, or was marked as work to do, as well.
for (const file of untidyFiles) if (!failedFiles.has(file)) failRun(`${relative(root, file)} left something open`);
for (const { pid, command } of findOrphans(runId)) {
  failRun(`a test started this and did not end it: ${command} (process ${pid})`);
  process.kill(pid, 'SIGKILL');
}
if (counts.passed + counts.failed === 0) failRun('nothing ran');
for (const note of notes) console.log(note);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
