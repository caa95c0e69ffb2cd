// Ten thousand jobs wait at an upstream Kling: what looking after them costs this process, and whether each is asked
// for on time. Run: node bench/relay-pending.mjs [jobs=10000] [seconds=60]
//
// The upstream is a process of its own on loopback that answers at once and never finishes a job, the worst case. It
// notes when it showed each job. CPU is that of the relaying service alone, whole: HTTP, polling, the rows kept parked.
// Compared in the same run, as a ratio: the same service before it has any job, and the same jobs without the list.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [jobs = 10_000, seconds = 60] = process.argv.slice(2).map(Number).filter(Number.isFinite);
if (process.env.RELAY_BENCH_UPSTREAM) serveUpstream();
else await measureBoth();

/** The far side, in a process of its own. */
function serveUpstream() {
  const tasks = [];
  const byId = new Map();
  let withList = true;
  let calls = 0;
  let marksMs = new Map();
  let longestMs = new Map();
  const show = (task) => {
    const nowMs = Date.now();
    longestMs.set(task.id, Math.max(longestMs.get(task.id) ?? 0, nowMs - (marksMs.get(task.id) ?? nowMs)));
    marksMs.set(task.id, nowMs);
    return { task_id: task.id, task_status: 'processing', task_status_msg: '', created_at: 1, updated_at: 1 };
  };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      calls += 1;
      const url = new URL(request.url, 'http://x');
      const send = (data, code = 0) =>
        response.end(JSON.stringify({ code, message: 'Task not found', request_id: 'r', data }));
      if (request.method === 'POST') {
        const task = { id: `up-${tasks.length}` };
        tasks.push(task);
        byId.set(task.id, task);
        return send({ task_id: task.id, task_status: 'submitted' });
      }
      const id = url.pathname.split('/')[4];
      if (id && !byId.has(id)) {
        response.statusCode = 400;
        return send(undefined, 1201);
      }
      if (id) return send(show(byId.get(id)));
      if (!withList) {
        response.statusCode = 404;
        return send(undefined, 1202);
      }
      const size = Number(url.searchParams.get('pageSize'));
      const end = tasks.length - (Number(url.searchParams.get('pageNum')) - 1) * size;
      send(
        tasks
          .slice(Math.max(0, end - size), Math.max(0, end))
          .reverse()
          .map(show),
      );
    });
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  process.on('message', (message) => {
    if ('withList' in message) withList = message.withList;
    if (message.mark) {
      calls = 0;
      marksMs = new Map(tasks.map((task) => [task.id, Date.now()]));
      longestMs = new Map();
    }
    if (message.ask) {
      const nowMs = Date.now();
      const gaps = tasks.map((task) => Math.max(longestMs.get(task.id) ?? 0, nowMs - marksMs.get(task.id)));
      gaps.sort((one, other) => one - other);
      process.send({
        tasks: tasks.length,
        calls,
        median: gaps[gaps.length >> 1],
        p99: gaps[Math.floor(gaps.length * 0.99)],
        longest: gaps.at(-1),
      });
    }
  });
  process.on('disconnect', () => process.exit());
}

async function measureBoth() {
  const { build } = await import('../scripts/build.mjs');
  await build();
  const results = [await measure(true), await measure(false)];
  const rows = results.flatMap(({ mode, idle, busy, gaps }) => [
    `${mode}: ${(busy * 100).toFixed(1)} % of a core (idle ${(idle * 100).toFixed(1)} %), ${(gaps.calls / seconds).toFixed(1)} calls/s,`,
    `  longest gap between two looks at a job: median ${gaps.median} ms, p99 ${gaps.p99} ms, longest ${gaps.longest} ms`,
  ]);
  const ratio = results[1].busy / results[0].busy;
  console.log(
    `${jobs} jobs waiting upstream, ${seconds} s each\n${rows.join('\n')}\none by one / off the list: ${ratio.toFixed(1)}x CPU`,
  );
}

/** One service with all jobs waiting; `withList`: whether the upstream has a list to read. */
async function measure(withList) {
  const folder = await mkdtemp(join(tmpdir(), 'inkling-relay-bench-'));
  const upstream = fork(fileURLToPath(import.meta.url), { env: { ...process.env, RELAY_BENCH_UPSTREAM: '1' } });
  const [{ port }] = await once(upstream, 'message');
  upstream.send({ withList });
  const config = join(folder, 'inkling.json');
  await writeFile(
    config,
    JSON.stringify({
      accounts: [{ id: 'bench' }],
      engines: {
        far: { type: 'kling', baseUrl: `http://127.0.0.1:${port}`, apiKey: 'sk-bench', pollsPerSecond: 10_000 },
      },
      models: { 'kling-v1': { engine: 'far' } },
      queue: { maxWaiting: 1_000_000 },
    }),
  );
  const { readConfiguration } = await import('../packages/server/dist/src/config/configuration.js');
  const { createService } = await import('../packages/server/dist/src/main.js');
  const { newTaskId } = await import('../packages/server/dist/src/core/ids.js');
  const env = {
    PORT: '0',
    INKLING_DATA_DIR: join(folder, 'data'),
    INKLING_CONFIG: config,
    INKLING_LOG_LEVEL: 'silent',
  };
  const service = await createService(readConfiguration(env));
  try {
    await service.start();
    const idle = await coreShare(Math.min(seconds, 10));
    const request = {
      model: 'kling-v1',
      prompt: 'x',
      negativePrompt: null,
      imageReference: null,
      imageFidelity: 0.5,
      humanFidelity: 0.45,
      n: 1,
      aspectRatio: '1:1',
      resolution: '1k',
      width: 1024,
      height: 1024,
      outputFormat: 'png',
      seed: 1,
      watermark: false,
    };
    for (let left = jobs; left > 0; left -= 500) {
      await Promise.all(
        Array.from({ length: Math.min(left, 500) }, () =>
          service.store.tasks.submit({
            id: newTaskId(Date.now()),
            accountId: 'bench',
            externalTaskId: null,
            request,
            reference: null,
            callbackUrl: null,
            publicOrigin: 'http://x',
            units: 0,
            idempotency: null,
          }),
        ),
      );
    }
    for (let round = 0; ; round += 1) {
      const { watched } = service.engines.health().find(({ key }) => key === 'far');
      if (watched >= jobs) break;
      if (round % 20 === 0) console.error(`${watched} of ${jobs} jobs submitted upstream`);
      await pause(250);
    }
    await pause(20_000);
    upstream.send({ mark: true });
    const busy = await coreShare(seconds);
    upstream.send({ ask: true });
    const [gaps] = await once(upstream, 'message');
    if (gaps.tasks !== jobs) throw new Error(`${gaps.tasks} jobs were bought, not ${jobs}`);
    return { mode: withList ? 'off the list' : 'one by one', idle, busy, gaps };
  } finally {
    await service.close();
    upstream.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Share of one core that this process used over so many seconds. */
async function coreShare(forSeconds) {
  const before = process.cpuUsage();
  const startMs = performance.now();
  await pause(forSeconds * 1000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (performance.now() - startMs);
}
