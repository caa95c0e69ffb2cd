// Every rule of the house that a machine can hold; `npm run check` runs them all, two at a time, and fails if any is
// broken. Each says in a sentence what to do about it. `npm run check -- lint` runs the steps whose name has the word.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A tool of ours by its name in node_modules/.bin: npx would take half a second to find the same file. */
const tool = (name) => join(root, 'node_modules', '.bin', name);
/** Steps that depend on nothing; the longest first. */
const steps = [
  ['types', tool('tsc'), ['-p', 'tsconfig.json'], 'fix the types; no `any`, no `@ts-ignore`'],
  ['studio types', tool('tsc'), ['-p', 'packages/studio/tsconfig.json'], 'fix the types of the page'],
  [
    'generated docs',
    process.execPath,
    ['scripts/generate-docs.mjs', '--check'],
    'a table in the code changed: run `npm run docs` and commit the result',
  ],
  ['lint and format', tool('biome'), ['check', '.'], '`npm run format` mends most of it'],
  [
    'layers and cycles',
    tool('depcruise'),
    ['--config', '.dependency-cruiser.mjs', 'packages'],
    'a room may import only the rooms below it: see ARCHITECTURE.md',
  ],
  ['dead code', tool('knip'), [], 'delete what nobody uses, or stop exporting what only its own file uses'],
  [
    'lock file',
    process.execPath,
    ['scripts/check-lock.mjs'],
    '`npm ci` would fail in a fresh clone: choose a version whose packages for all platforms the registry serves',
  ],
  [
    'links',
    process.execPath,
    ['scripts/check-links.mjs'],
    'a Markdown file names a file or a heading that is not there: mend the link, or the heading',
  ],
  ['file length', process.execPath, ['scripts/check-file-length.mjs'], 'split the file by job'],
];

/** Runs one command; resolves to its exit code and everything it printed. */
function runStep(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Runs one step; resolves to whether its rule holds, and says so. */
async function checkStep([name, command, args, advice]) {
  const startedMs = performance.now();
  const { code, output } = await runStep(command, args);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(code === 0 ? `ok      ${name} (${seconds} s)` : `BROKEN  ${name} (${seconds} s): ${advice}\n${output}`);
  return code === 0;
}

const words = process.argv.slice(2);
const queue = steps
  .filter(([, , args]) => !args[1]?.endsWith('tsconfig.json') || existsSync(join(root, args[1])))
  .filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
// The docs are generated from built code.
const results = [await checkStep(['build', process.execPath, ['scripts/build.mjs'], 'a source cannot be read'])];
const takeSteps = async () => {
  for (let step = queue.shift(); step; step = queue.shift()) results.push(await checkStep(step));
};
await Promise.all([takeSteps(), takeSteps()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
