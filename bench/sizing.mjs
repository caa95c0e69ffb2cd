// How much a service takes: bytes of database per task, bytes per picture, memory at rest and while it paints. Sizes, not
// speeds: they come out the same on a busy machine. `node bench/sizing.mjs`; docs/operations.md quotes it.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../scripts/build.mjs';

await build();
const root = fileURLToPath(new URL('..', import.meta.url));
const { openSqliteStore } = await import('../packages/server/dist/src/store/sqlite/open-sqlite-store.js');
const { systemClock } = await import('../packages/server/dist/src/core/clock.js');
const { newAccount } = await import('../packages/server/dist/src/core/account.js');
const { samplePicture, sampleTask } = await import('../packages/server/dist/test/support/task-samples.js');

const folder = await mkdtemp(join(tmpdir(), 'inkling-sizing-'));
const mebibytes = (bytes) => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;

/** Resident memory of a process and its children, bytes. Linux only. */
async function memoryOf(pid) {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')).trim();
  const own = Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? 0);
  const below = await Promise.all(children.split(/\s+/).filter(Boolean).map(memoryOf));
  return own * 1024 + below.reduce((sum, bytes) => sum + bytes, 0);
}

async function filesBelow(path) {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath ?? entry.path, entry.name))),
  );
}

// Rows: finished tasks with a prompt of 200 characters and one picture.
const tasks = 5000;
const store = await openSqliteStore(join(folder, 'inkling.db'), systemClock);
await store.accounts.put(newAccount('default'));
const prompt = 'a red fox in the snow at sunset, '.repeat(7).slice(0, 200);
for (let done = 0; done < tasks; done += 100) {
  const batch = Array.from({ length: 100 }, () => {
    const task = sampleTask();
    return { ...task, request: { ...task.request, prompt } };
  });
  await Promise.all(batch.map((task) => store.tasks.submit(task)));
  const claimed = await store.tasks.claim({ workerId: 'w', leaseMs: 60_000, limit: 100, models: ['kling-v1'] });
  for (const task of claimed) await store.tasks.succeed(task.id, task.leaseToken, [samplePicture(task.id, 0, 2e12)]);
}
await store.close();
const { size } = await stat(join(folder, 'inkling.db'));
console.log(`database: ${Math.round(size / tasks)} bytes a finished task with one picture (${tasks} tasks)`);

// A service that paints for real: a few prompts in both formats.
const env = {
  ...process.env,
  PORT: '0',
  INKLING_DATA_DIR: join(folder, 'data'),
  INKLING_API_KEY: 'sk-sizing-key',
  INKLING_LOG_FORMAT: 'json',
};
const server = spawn(process.execPath, ['bin/inkling.mjs', 'serve'], {
  cwd: root,
  env,
  stdio: ['ignore', 'ignore', 'pipe'],
});
const url = await new Promise((resolve, reject) => {
  let said = '';
  server.stderr.on('data', (chunk) => {
    said += chunk;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
    if (found) resolve(found[0]);
  });
  server.once('exit', () => reject(new Error(said)));
});
await fetch(`${url}/readyz`);
console.log(`memory at rest: ${mebibytes(await memoryOf(server.pid))}`);
let most = 0;
const watch = setInterval(async () => {
  most = Math.max(most, await memoryOf(server.pid));
}, 200);
const prompts = [
  'a red fox in the snow at sunset',
  'three sailing boats, watercolour',
  '一座灯塔，水墨画',
  'a city at night, neon',
];
for (const format of ['png', 'jpg']) {
  for (const text of prompts) {
    await fetch(`${url}/kling/v1/images/generations`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-sizing-key', prefer: 'wait=60' },
      body: JSON.stringify({ model_name: 'kling-v1', prompt: text, output_format: format }),
    }).then((answer) => answer.arrayBuffer());
  }
  const files = await filesBelow(join(folder, 'data', 'pictures'));
  const before = format === 'png' ? 0 : prompts.length;
  const sizes = files
    .sort((one, other) => one.mtimeMs - other.mtimeMs)
    .slice(before)
    .map((file) => file.size);
  const mean = sizes.reduce((sum, bytes) => sum + bytes, 0) / sizes.length;
  console.log(`pictures of 1024×1024 as ${format}: ${Math.round(mean / 1024)} KiB on average (${sizes.length})`);
}
clearInterval(watch);
console.log(`memory while painting one after the other: at most ${mebibytes(most)}`);
server.kill('SIGTERM');
await new Promise((resolve) => server.once('exit', resolve));
await rm(folder, { recursive: true, force: true });
