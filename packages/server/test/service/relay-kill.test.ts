// Inkling in front of Inkling, and kill -9 of either side, again and again: no task is lost, none is bought twice.
// INKLING_TEST_RELAY_KILLS sets how many kills (default 3; a real run takes a hundred).
//
// Three witnesses: the upstream's own list (a task a name), its ledger (a pack pays once a task), and, in the second
// test, a peer that sells the same name as often as it is asked to and counts.
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../../src/core/clock.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import { startFakeKling } from '../engines/kling/fake-kling.js';

const kills = Number(process.env.INKLING_TEST_RELAY_KILLS ?? 3);
const callerKey = 'sk-key-of-the-caller';
const relayKey = 'sk-key-of-the-relay';
const quantity = 1_000_000;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-relay-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** One side: a real process that can be killed and started again at the same address with the same data. */
class Side {
  url = '';
  readonly name: string;
  private child: ChildProcess | undefined;
  private port = '0';
  constructor(name: string) {
    this.name = name;
  }
  async configure(configuration: object): Promise<void> {
    await writeFile(join(folder, `${this.name}.json`), JSON.stringify(configuration));
  }
  get database(): string {
    return join(folder, this.name, 'inkling.db');
  }
  async start(): Promise<void> {
    const env = {
      PORT: this.port,
      INKLING_DATA_DIR: join(folder, this.name),
      INKLING_CONFIG: join(folder, `${this.name}.json`),
      INKLING_LOG_LEVEL: 'silent',
      INKLING_TEST_LEASE_MS: '1500',
    };
    this.child = fork(new URL('./serve-process.js', import.meta.url), { env: { ...process.env, ...env } });
    const [message] = (await once(this.child, 'message')) as [{ url: string }];
    this.url = message.url;
    this.port = new URL(message.url).port;
  }
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = undefined;
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

async function call(side: Side, key: string, path: string, body?: object) {
  const response = await fetch(`${side.url}/kling/v1/images/generations${path}`, {
    headers: { authorization: `Bearer ${key}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  assert.equal(response.status, 200, await response.clone().text());
  return ((await response.json()) as { data: unknown }).data;
}
type Shown = { task_id: string; task_status: string; task_info?: { external_task_id: string } };

/** Every task of a key's account. */
async function listAll(side: Side, key: string): Promise<Shown[]> {
  const all: Shown[] = [];
  for (let page = 1; ; page += 1) {
    const tasks = (await call(side, key, `?pageSize=500&pageNum=${page}`)) as Shown[];
    all.push(...tasks);
    if (tasks.length < 500) return all;
  }
}

/** Submits one task after the other until told to stop; adds the names of those that were promised. */
async function submitUntil(stop: AbortSignal, side: Side, label: string, promised: string[]): Promise<void> {
  for (let count = 0; !stop.aborted; count += 1) {
    const name = `${label}-${count}`;
    try {
      await call(side, callerKey, '', { model_name: 'kling-v1', prompt: 'x', external_task_id: name });
      promised.push(name);
    } catch {
      // Down: wait for the next start rather than spin.
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Waits for the end of each of these tasks and returns how they ended. */
async function endsOf(side: Side, names: readonly string[]): Promise<string[]> {
  const ends: string[] = [];
  for (const name of names) {
    for (;;) {
      const { task_status: status } = (await call(side, callerKey, `/${name}`)) as Shown;
      if (status === 'succeed' || status === 'failed') {
        ends.push(status);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return ends;
}

const caller = { id: 'caller', keys: [{ key: callerKey }] };
const relayTo = (baseUrl: string, more: object) => ({
  accounts: [caller],
  engines: { far: { type: 'kling', baseUrl, apiKey: relayKey, submitTimeoutMs: 3000, queryTimeoutMs: 3000, ...more } },
  models: { 'kling-v1': { engine: 'far' } },
  queue: { maxWaiting: 100_000 },
});

/** Kills sides in turn, each time with fresh work under way and at another moment of it, and starts them again. */
async function killInTurn(sides: readonly Side[], promised: readonly string[]): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    const wanted = promised.length + 5;
    while (promised.length < wanted) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, (kill * 173) % 500));
    // Now one, now the other, now both.
    const chosen = kill % 3 === 2 ? sides : sides.slice(kill % sides.length, (kill % sides.length) + 1);
    await Promise.all(chosen.map((side) => side.end('SIGKILL')));
    await Promise.all(chosen.map((side) => side.start()));
  }
}

describe('a relay under kill -9', () => {
  it(`Inkling to Inkling, either side killed (${kills} kills)`, { timeout: 120_000 + kills * 15_000 }, async () => {
    const upstream = new Side('upstream');
    const relay = new Side('relay');
    const times = { effectiveAt: Date.now() - 1000, expiresAt: Date.now() + 86_400_000 };
    await upstream.configure({
      accounts: [
        {
          id: 'relay',
          keys: [{ key: relayKey }],
          billing: 'prepaid',
          packs: [{ id: 'p', name: 'p', quantity, ...times }],
        },
      ],
      engines: { sleeper: { type: 'sleep', sleepMs: 30 } },
      models: { 'kling-v1': { engine: 'sleeper', unitsPerImage: 1 } },
      queue: { maxWaiting: 100_000 },
    });
    try {
      await upstream.start();
      await relay.configure(relayTo(upstream.url, { upstream: 'inkling', prefix: '/kling/v1' }));
      await relay.start();
      const stop = new AbortController();
      const promised: string[] = [];
      const load = [1, 2].map((lane) => submitUntil(stop.signal, relay, `lane${lane}`, promised));
      await killInTurn([relay, upstream], promised);
      stop.abort();
      await Promise.all(load);
      assert.ok(promised.length > kills, `only ${promised.length} tasks were accepted`);
      assert.deepEqual([...new Set(await endsOf(relay, promised))], ['succeed'], 'every promised task succeeded');
      // A submit whose answer was lost may have made a task as well: all there are must have ended, bought once.
      const here = await listAll(relay, callerKey);
      await endsOf(
        relay,
        here.map((task) => task.task_id),
      );
      const there = await listAll(upstream, relayKey);
      assert.deepEqual(
        there.map((task) => task.task_info?.external_task_id).sort(),
        here.map((task) => `inkling-${task.task_id}`).sort(),
        'the upstream has one task for each of ours, and no other',
      );
      await Promise.all([relay.end('SIGTERM'), upstream.end('SIGTERM')]);
      const store = await openSqliteStore(upstream.database, systemClock);
      const [pack] = await store.accounts.listPacks('relay');
      assert.equal(pack?.remaining, quantity - here.length, 'each was paid once');
      await store.close();
      console.log(`# ${kills} kills, ${here.length} tasks, each bought once`);
    } finally {
      await Promise.all([relay.end('SIGKILL'), upstream.end('SIGKILL')]);
    }
  });

  it(`a peer that would sell twice, ours killed (${kills} kills)`, { timeout: 120_000 + kills * 15_000 }, async () => {
    const fake = await startFakeKling({ uniqueExternalIds: false });
    const relay = new Side('lonely');
    try {
      await relay.configure(relayTo(fake.origin, {}));
      await relay.start();
      const stop = new AbortController();
      const promised: string[] = [];
      const load = submitUntil(stop.signal, relay, 'lane', promised);
      await killInTurn([relay], promised);
      stop.abort();
      await load;
      assert.ok(promised.length > kills);
      assert.deepEqual([...new Set(await endsOf(relay, promised))], ['succeed']);
      const here = await listAll(relay, callerKey);
      await endsOf(
        relay,
        here.map((task) => task.task_id),
      );
      assert.deepEqual(
        [...fake.bought()].sort(),
        here.map((task) => [`inkling-${task.task_id}`, 1]).sort(),
        'each was bought once',
      );
      await relay.end('SIGTERM');
    } finally {
      await relay.end('SIGKILL');
      await fake.close();
    }
  });
});
