// API nodes and workers as processes of their own on one PostgreSQL, a receiver of callbacks, and the ledger of what was
// promised: what every test of the chaos suite stands on, and what it checks at its end.
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.js';
import { startReceiver } from '../support/http-receiver.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createQuietLog } from '../support/quiet-log.js';

export interface ChaosNode {
  readonly child: ChildProcess;
  readonly url: string;
  /** Resolves when the process has ended, with the signal that ended it. */
  readonly ended: Promise<string | null>;
  readonly running: boolean;
  kill(signal: NodeJS.Signals): void;
}

export interface NodeOptions {
  /** `after-claim:KILL`; see chaos-process.ts. */
  fault?: string;
  env?: Record<string, string>;
  /** The program, if not this build's own. */
  serve?: URL;
}

export interface Cluster {
  readonly server: PostgresServer;
  /** URL of the database. */
  readonly url: string;
  /** Tasks that were promised, by their external ids. */
  readonly promised: Set<string>;
  start(role: 'api' | 'worker', options?: NodeOptions): Promise<ChaosNode>;
  /** Submits to a node; true when it promised the task. The same external id and idempotency key can be given again. */
  submit(at: ChaosNode, externalId: string): Promise<boolean>;
  /** Submits one task after the other to whichever of the nodes is up, until told to stop. */
  load(nodes: () => ChaosNode[], stop: AbortSignal): Promise<void>;
  /** Waits until everything has ended and been told, then checks what must hold whatever happened. Resolves to task ids by external id. */
  checkInvariants(at: ChaosNode): Promise<Map<string, string>>;
  close(): Promise<void>;
}

const key = 'sk-of-the-account-under-fire';
const unitsPerImage = 1.5;
const quantity = 1_000_000;
const images = '/kling/v1/images/generations';

/** What tests of one file share. `sleepMs`: how long a picture takes. */
export async function startCluster(options: { sleepMs?: number; remote?: string } = {}): Promise<Cluster> {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const receiver = await startReceiver();
  const folder = await mkdtemp(join(tmpdir(), 'inkling-chaos-'));
  const times = { effectiveAt: Date.now() - 60_000, expiresAt: Date.now() + 86_400_000 };
  const packs = [{ id: 'p', name: 'p', quantity, ...times }];
  const configuration = {
    engines: { sleeper: { type: 'sleep', sleepMs: options.sleepMs ?? 20 } },
    models: { 'kling-v1': { engine: 'sleeper', unitsPerImage } },
    accounts: [{ id: 'fire', keys: [{ key }], billing: 'prepaid', packs }],
  };
  await writeFile(join(folder, 'inkling.json'), JSON.stringify(configuration));
  const nodes = new Set<ChaosNode>();
  const promised = new Set<string>();

  async function start(role: 'api' | 'worker', { fault = '', env = {}, serve }: NodeOptions = {}): Promise<ChaosNode> {
    const child = fork(serve ?? new URL('./chaos-process.js', import.meta.url), {
      env: {
        ...process.env,
        PORT: '0',
        INKLING_ROLE: role,
        INKLING_DATABASE_URL: url,
        INKLING_DATA_DIR: join(folder, 'data'),
        INKLING_CONFIG: join(folder, 'inkling.json'),
        INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1',
        INKLING_API_KEY: 'sk-nobody-uses-this-one',
        INKLING_LOG_LEVEL: 'silent',
        CHAOS_FAULT: fault,
        CHAOS_REMOTE: options.remote ?? '',
        ...env,
      },
    });
    const ended = once(child, 'exit').then(([, signal]) => signal as string | null);
    const ready = once(child, 'message').then(([message]) => (message as { url: string }).url);
    const origin = await Promise.race([
      ready,
      ended.then((how) => assert.fail(`a ${role} ended at its start: ${how}`)),
    ]);
    const node: ChaosNode = {
      child,
      url: origin,
      ended,
      get running() {
        return child.exitCode === null && child.signalCode === null;
      },
      kill: (signal) => void child.kill(signal),
    };
    nodes.add(node);
    return node;
  }

  async function api(at: ChaosNode, path: string, body?: object, headers: object = {}) {
    const response = await fetch(`${at.url}${images}${path}`, {
      headers: { authorization: `Bearer ${key}`, ...headers },
      signal: AbortSignal.timeout(60_000),
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const json = (await response.json()) as { code: number; message: string; data?: unknown };
    return { status: response.status, ...json };
  }

  async function submit(at: ChaosNode, externalId: string): Promise<boolean> {
    const request = {
      model_name: 'kling-v1',
      prompt: 'x',
      external_task_id: externalId,
      callback_url: receiver.origin,
    };
    try {
      const { code } = await api(at, '', request, { 'idempotency-key': externalId });
      if (code === 0) promised.add(externalId);
      return code === 0;
    } catch {
      // It died before it answered: nothing was promised.
      return false;
    }
  }

  interface Shown {
    task_id: string;
    task_status: string;
    task_status_msg: string;
    task_info?: { external_task_id: string };
    task_result?: { images: { url: string }[] };
  }

  async function listAll(at: ChaosNode): Promise<Shown[]> {
    const all: Shown[] = [];
    for (let page = 1; ; page += 1) {
      const { data } = await api(at, `?pageSize=500&pageNum=${page}`);
      all.push(...(data as Shown[]));
      if ((data as Shown[]).length < 500) return all;
    }
  }

  async function checkInvariants(at: ChaosNode): Promise<Map<string, string>> {
    let all: Shown[] = [];
    // Ended, all of them: those that were promised, and those whose promise was lost on the way.
    for (;;) {
      all = await listAll(at);
      if (all.every((task) => task.task_status === 'succeed' || task.task_status === 'failed')) break;
      await rest();
    }
    const byExternalId = new Map(all.map((task) => [task.task_info?.external_task_id ?? '', task]));
    assert.equal(byExternalId.size, all.length, 'an external id has two tasks');
    assert.deepEqual(
      [...promised].filter((id) => !byExternalId.has(id)),
      [],
      'promised, and lost',
    );
    assert.deepEqual([...new Set(all.map((task) => `${task.task_status} ${task.task_status_msg}`))], ['succeed ']);
    for (const task of all.slice(-20)) {
      const picture = await fetch(`${at.url}${new URL(task.task_result?.images[0]?.url ?? '').pathname}`);
      const { format, width } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
      assert.deepEqual([format, width], ['png', 1024]);
    }
    const idsByTask = () => {
      const ids = new Map<string, Set<unknown>>();
      for (const { body, headers } of receiver.requests) {
        const { task_id: id } = JSON.parse(body) as Shown;
        ids.set(id, (ids.get(id) ?? new Set()).add(headers['webhook-id']));
      }
      return ids;
    };
    let told = idsByTask();
    while (all.some((task) => !told.has(task.task_id))) {
      await rest();
      told = idsByTask();
    }
    assert.ok(
      [...told.values()].every((ids) => ids.size === 1),
      'a task was told of under two ids',
    );

    const { log } = await createQuietLog();
    const store = await openPostgresStore({ url, log });
    assert.deepEqual(await store.tasks.counts(), { waiting: 0, running: 0 });
    assert.deepEqual(await store.accounts.usage('fire'), { slotsHeld: 0, owedUnits: 0, reservedUnits: 0 });
    const [pack] = await store.accounts.listPacks('fire');
    assert.deepEqual([pack?.remaining, pack?.reserved], [quantity - all.length * unitsPerImage, 0]);
    await store.close();
    return new Map(all.map((task) => [task.task_info?.external_task_id ?? '', task.task_id]));
  }

  return {
    server,
    url,
    promised,
    start,
    submit,
    async load(up, stop) {
      for (let index = 0; !stop.aborted; index += 1) {
        const [node] = up().filter((candidate) => candidate.running);
        if (!node || !(await submit(node, `load-${index}`))) await rest();
      }
    },
    checkInvariants,
    async close() {
      for (const node of nodes) node.kill('SIGKILL');
      await Promise.all([...nodes].map((node) => node.ended));
      await receiver.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Between two looks at something that another process does. */
export const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

/** How much chaos is wanted: a few rounds, or as many as INKLING_TEST_CHAOS says (`full`: 200). */
export function chaosRounds(few: number): number {
  const wanted = process.env.INKLING_TEST_CHAOS ?? '';
  return wanted === 'full' ? 200 : Number(wanted) || few;
}
