// Every rule of the house that a machine can hold, one after the other; `npm run check` fails on the first kind broken
// but always names every broken kind. Each step says in a sentence what to do about it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['types', 'npx', ['tsc', '-p', 'tsconfig.json'], 'fix the types; no `any`, no `@ts-ignore`'],
  ['studio types', 'npx', ['tsc', '-p', 'packages/studio/tsconfig.json'], 'fix the types of the page'],
  ['lint and format', 'npx', ['biome', 'check', '.'], '`npm run format` mends most of it'],
  [
    'layers and cycles',
    'npx',
    ['depcruise', '--config', '.dependency-cruiser.mjs', 'packages'],
    'a layer may import only those below it: see ARCHITECTURE.md',
  ],
  ['dead code', 'npx', ['knip'], 'delete what nobody uses'],
  ['file length', 'node', ['scripts/check-file-length.mjs'], 'split the file by job'],
  ['build', 'node', ['scripts/build.mjs'], 'the build must pass before the generated docs can be compared'],
  ['generated docs', 'node', ['scripts/generate-docs.mjs', '--check'], 'run `npm run docs` and commit the result'],
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

let broken = 0;
for (const [name, command, args, advice] of steps) {
  const startedMs = performance.now();
  const { code, output } = await runStep(command, args);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (code === 0) {
    console.log(`ok      ${name} (${seconds} s)`);
    continue;
  }
  broken += 1;
  console.log(`BROKEN  ${name} (${seconds} s): ${advice}\n${output}`);
}
process.exitCode = broken === 0 ? 0 : 1;
