// From the data folder of a service that has lived to PostgreSQL and a bucket: everything arrives, a service goes on from
// there, and a move that is killed in the middle is taken up where it stopped. Real SQLite, PostgreSQL, S3 and processes.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { migrate } from '../../src/cli/migrate/migrate.js';
import { runCommandLine } from '../../src/cli/run-command-line.js';
import { takeDatabase } from '../../src/store/sqlite/database-lock.js';
import { type RunningService, startTestService } from '../service/running-service.js';
import { type S3Server, s3Keys, startS3Server } from '../storage/s3-server.js';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createFakeWorld } from './support/fake-world.js';

const submitPath = '/kling/v1/images/generations';
const declaredKey = 'sk-of-a-declared-account';
const configuration = {
  engines: { sleeper: { type: 'sleep', sleepMs: 0 }, slow: { type: 'sleep', sleepMs: 3_600_000 } },
  models: { 'kling-v1': { engine: 'sleeper', unitsPerImage: 1.5 }, slow: { engine: 'slow', unitsPerImage: 2 } },
  accounts: [
    {
      id: 'acme',
      keys: [{ key: declaredKey }],
      billing: 'prepaid',
      packs: [{ id: 'p', name: 'p', quantity: 100, effectiveAt: 1_700_000_000_000, expiresAt: 4_000_000_000_000 }],
    },
  ],
};

let folder: string;
/** The data folder of a service that has stopped; every test works on a copy. */
let home: string;
let postgres: PostgresServer;
let s3: S3Server;
let receiver: HttpReceiver;
/** What the service knew before it stopped. */
let finished: { id: string; path: string; bytes: Buffer };
let unfinishedId: string;

interface TaskData {
  task_id: string;
  task_status: string;
  task_result?: { images: { url: string }[] };
}

async function submit(service: RunningService, body: object, headers: object = {}): Promise<TaskData> {
  const whole = { model_name: 'kling-v1', prompt: 'a red fox', ...body };
  const answer = await service.call(submitPath, { body: whole, headers, key: declaredKey });
  return answer.json.data as TaskData;
}

let copies = 0;
/** A copy of the stopped service's home, and an empty database. */
async function prepare(): Promise<{ data: string; to: string; storage: string; prefix: string }> {
  copies += 1;
  const data = join(folder, `data-${copies}`);
  await cp(join(home, 'data'), data, { recursive: true });
  const prefix = `moved-${copies}`;
  const storage = `s3://${s3Keys.accessKeyId}:${s3Keys.secretAccessKey}@pictures/${prefix}?endpoint=${s3.origin}`;
  return { data, to: await postgres.createDatabase(), storage, prefix };
}

/** Runs the command as a person would. */
async function run(data: string, ...args: string[]) {
  const world = createFakeWorld({ env: { INKLING_DATA_DIR: data } });
  const code = await runCommandLine(['migrate', ...args], world);
  return { code, output: world.output(), errors: world.errors() };
}

/** Rows of a table in the target. */
async function rows(to: string, table: string): Promise<number> {
  const [row] = await postgres.query(`select count(*)::int as n from ${table}`, to);
  return Number(row?.n);
}

describe('inkling migrate', () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inkling-migrate-'));
    [postgres, s3, receiver] = await Promise.all([
      startPostgres(),
      startS3Server(),
      startReceiver((_request, response) => response.writeHead(500).end()),
    ]);
    home = join(folder, 'home');
    await mkdir(home);
    const service = await startTestService(configuration, { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' }, home);
    const first = await submit(
      service,
      { external_task_id: 'order-1', n: 3 },
      { prefer: 'wait=60', 'idempotency-key': 'once' },
    );
    for (let index = 0; index < 10; index += 1)
      await submit(service, { prompt: `fox ${index}` }, { prefer: 'wait=60' });
    // A callback that will still be owed, with a try in its log.
    await submit(service, { callback_url: `${receiver.origin}/hook` }, { prefer: 'wait=60' });
    await receiver.received(1);
    unfinishedId = (await submit(service, { model_name: 'slow', n: 2 })).task_id;
    const url = new URL(first.task_result?.images[0]?.url ?? '');
    const picture = await fetch(url);
    finished = { id: first.task_id, path: url.pathname, bytes: Buffer.from(await picture.arrayBuffer()) };
    await service.close();
  });
  // Inside the suite: clearing thousands of files away takes longer than a file gets after its last test.
  after(async () => {
    await Promise.all([postgres.close(), s3.close(), receiver.close()]);
    // Hundreds of files: several times faster than their asynchronous removal.
    rmSync(folder, { recursive: true, force: true });
  });

  it('moves everything, and a service goes on from there', async () => {
    const { data, to, storage, prefix } = await prepare();
    const { code, output, errors } = await run(data, '--to', to, '--storage', storage);
    assert.equal(code, 0, errors);
    assert.match(errors, /All counts and sums are equal\. Next: set INKLING_DATABASE_URL/);
    assert.match(output, /^tasks +13$/m);
    assert.match(output, /^pictures +14$/m);
    assert.equal(s3.names().filter((name) => name.startsWith(`${prefix}/tasks/`)).length, 14);
    const [left] = await postgres.query(
      "select count(*)::int as n from pg_tables where tablename = 'inkling_move'",
      to,
    );
    assert.equal(left?.n, 0);
    assert.ok((await readdir(join(data, 'pictures', 'tasks'))).length > 0, 'the source stays as it is');

    const env = { INKLING_DATABASE_URL: to, INKLING_STORAGE_URL: storage, INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' };
    const service = await startTestService(configuration, env);
    try {
      const found = await service.call(`${submitPath}/order-1`, { key: declaredKey });
      assert.equal((found.json.data as TaskData).task_id, finished.id);
      const picture = await fetch(service.url + finished.path);
      assert.equal(picture.status, 200);
      assert.deepEqual(Buffer.from(await picture.arrayBuffer()), finished.bytes);
      const replayed = await submit(service, { external_task_id: 'order-1', n: 3 }, { 'idempotency-key': 'once' });
      assert.equal(replayed.task_id, finished.id, 'an idempotency key is still known');
      const open = await service.call(`${submitPath}/${unfinishedId}`, { key: declaredKey });
      assert.match((open.json.data as TaskData).task_status, /submitted|processing/);
      const callbacks = await service.service.store.deliveries.list('pending', 10);
      // The try that was made before is known; the new service may have made its second one already.
      assert.equal(callbacks.length, 1);
      assert.ok((callbacks[0]?.attempts ?? 0) >= 1);
      const [pack] = await service.service.store.accounts.listPacks('acme');
      // 3 pictures, 10, and one, at 1.5 each; two that are reserved at 2.
      assert.deepEqual([pack?.remaining, pack?.reserved], [100 - 14 * 1.5, 4]);
      assert.equal((await service.service.store.accounts.usage('acme'))?.slotsHeld, 2);
      assert.equal((await submit(service, {}, { prefer: 'wait=60' })).task_status, 'succeed');
    } finally {
      await service.close();
    }
  });

  for (const stopAfter of [3, 16]) {
    it(`goes on after a kill -9, ${stopAfter} batches in`, async () => {
      const { data, to, storage, prefix } = await prepare();
      const child = fork(new URL('./migrate-process.js', import.meta.url), [to, storage], {
        env: { ...process.env, INKLING_DATA_DIR: data },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      let batches = 0;
      child.on('message', () => {
        batches += 1;
        if (batches === stopAfter) child.kill('SIGKILL');
      });
      const [, signal] = (await once(child, 'exit')) as [number, string];
      assert.equal(signal, 'SIGKILL', 'killed before its end');
      const { code, errors } = await run(data, '--to', to, '--storage', storage);
      assert.equal(code, 0, errors);
      assert.match(errors, /Going on with a move that was interrupted/);
      assert.match(errors, /All counts and sums are equal/);
      assert.equal(await rows(to, 'tasks'), 13);
      assert.equal(s3.names().filter((name) => name.startsWith(`${prefix}/tasks/`)).length, 14);
    });
  }

  it('is stopped by Ctrl-C, and goes on', async () => {
    const { data, to } = await prepare();
    const world = createFakeWorld({ env: { INKLING_DATA_DIR: data } });
    const moving = migrate({ to }, { world, batchSize: 5 });
    while (world.send('SIGINT') === 0) await new Promise(setImmediate);
    await assert.rejects(moving, /The move was interrupted/);
    assert.equal((await run(data, '--to', to)).code, 0);
    assert.equal(await rows(to, 'tasks'), 13);
  });

  it('says what it would do, and does nothing, with --dry-run', async () => {
    const { data, to, storage, prefix } = await prepare();
    const { code, output, errors } = await run(data, '--to', to, '--storage', storage, '--dry-run');
    assert.equal(code, 0, errors);
    assert.match(output, /^tasks +13$/m);
    assert.match(output, new RegExp(`14 pictures, [\\d.]+ MiB, go to s3://pictures/${prefix}`));
    assert.match(errors, /Nothing was written/);
    const [tables] = await postgres.query("select count(*)::int as n from pg_tables where schemaname = 'public'", to);
    assert.equal(tables?.n, 0);
    assert.deepEqual(
      s3.names().filter((name) => name.startsWith(prefix)),
      [],
    );
  });

  it('leaves pictures where they are without --storage', async () => {
    const { data, to } = await prepare();
    assert.equal((await run(data, '--to', to)).code, 0);
    assert.equal(await rows(to, 'pictures'), 14);
  });

  it('names pictures that are lost already, and goes on', async () => {
    const { data, to, storage } = await prepare();
    await rm(join(data, 'pictures', 'tasks', finished.id), { recursive: true });
    const { code, errors } = await run(data, '--to', to, '--storage', storage);
    assert.equal(code, 0, errors);
    assert.equal(errors.match(/^Not there, and not copied: tasks\//gm)?.length, 3);
  });

  it('refuses while a server runs on the source', async () => {
    const { to } = await prepare();
    const service = await startTestService(configuration);
    const { code, errors } = await run(join(service.folder, 'data'), '--to', to);
    await service.close();
    assert.equal(code, 1);
    assert.match(errors, /A server is running on '.+'\.\n.*stop it first/);
  });

  it('keeps servers from starting on a source that is being moved', async () => {
    const { data } = await prepare();
    const lock = takeDatabase(join(data, 'inkling.db'));
    await assert.rejects(startTestService(configuration, { INKLING_DATA_DIR: data }), /is being moved/);
    lock?.release();
  });

  it('refuses a target that is not empty, and one with the half of another move', async () => {
    const { data, to } = await prepare();
    assert.equal((await run(data, '--to', to)).code, 0);
    const again = await run(data, '--to', to);
    assert.equal(again.code, 1);
    assert.match(again.errors, /The target is not empty/);

    const other = await prepare();
    const world = createFakeWorld({ env: { INKLING_DATA_DIR: other.data } });
    const moving = migrate({ to: other.to }, { world, batchSize: 5 });
    while (world.send('SIGINT') === 0) await new Promise(setImmediate);
    await assert.rejects(moving);
    // The source went on living meanwhile.
    const service = await startTestService(configuration, { INKLING_DATA_DIR: other.data });
    await submit(service, {}, { prefer: 'wait=60' });
    await service.close();
    const stale = await run(other.data, '--to', other.to);
    assert.equal(stale.code, 1);
    assert.match(stale.errors, /An unfinished move of another source, or of this one before it changed/);
  });

  it('says what is wrong with what it was asked', async () => {
    const { data, to } = await prepare();
    for (const [args, message] of [
      [['--to', 'mysql://x'], /--to: does not start with postgres:/],
      [['--to', to, '--storage', 's3://x'], /--storage: does not name a bucket/],
      [['--to', 'postgres://nobody@127.0.0.1:1/x'], /PostgreSQL cannot be used: .+\n.*look at --to/],
    ] as const) {
      const { code, errors } = await run(data, ...args);
      assert.equal(code, 1, errors);
      assert.match(errors, message);
    }
    const nothing = await run(join(folder, 'nothing'), '--to', to);
    assert.match(nothing.errors, /There is no database in/);
  });
});
