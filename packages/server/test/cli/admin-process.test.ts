// Administration from the command line as people use it: real processes beside a real server on the same database,
// which notices what they did.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommandLine } from '../../src/cli/run-command-line.js';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { createFakeWorld } from './support/fake-world.js';
import { startInkling, startInklingService } from './support/inkling-process.js';

type Fields = Record<string, unknown>;

const root = mkdtempSync(join(tmpdir(), 'inkling-admin-'));
let service: Awaited<ReturnType<typeof startInklingService>>;
let receiver: HttpReceiver;
let receiverStatus = 410;
before(async () => {
  receiver = await startReceiver((_request, response) => {
    response.statusCode = receiverStatus;
    response.end('noted');
  });
  const configFile = join(root, 'inkling.json');
  const engines = { sleeper: { type: 'sleep', sleepMs: 0 }, slow: { type: 'sleep', sleepMs: 3_600_000 } };
  const models = { 'kling-v1': { engine: 'sleeper' }, 'kling-v2': { engine: 'sleeper' }, slow: { engine: 'slow' } };
  writeFileSync(configFile, JSON.stringify({ engines, models }));
  service = await startInklingService(root, { INKLING_CONFIG: configFile, INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' });
});
after(async () => {
  service.child.kill('SIGTERM');
  await service.ended;
  await receiver.close();
  rmSync(root, { recursive: true, force: true });
});

/** `inkling <args>` in a process of its own, beside the server. */
async function inkling(...args: string[]) {
  const command = startInkling(service.folder, args);
  const code = await command.ended;
  return { code, output: command.output(), errors: command.errors() };
}
/** The same command line in this process: a start takes a second, and most of this is about what it does. */
async function here(...args: string[]) {
  const world = createFakeWorld({ env: { INKLING_DATA_DIR: join(service.folder, 'data') } });
  const code = await runCommandLine(args, world);
  return { code, output: world.output(), errors: world.errors() };
}
/** One with `--json`; it must work. */
async function json(...args: string[]) {
  const { code, output, errors } = await here(...args, '--json');
  assert.equal(code, 0, errors);
  assert.equal(errors, '');
  return JSON.parse(output) as Fields & Fields[];
}
async function call(path: string, key: string, body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(service.url + path, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, json: (await response.json()) as { code: number; data: Fields } };
}
const tasksPath = '/kling/v1/images/generations';
const fox = { model_name: 'kling-v1', prompt: 'a red fox' };
const submit = (key: string, body: object = {}, headers = {}) => call(tasksPath, key, { ...fox, ...body }, headers);

describe('inkling accounts, packs and keys beside a running server', () => {
  it('make an account with limits that hold at once, and tables for people', async () => {
    const added = await inkling('accounts', 'add', 'acme', '--json', '--concurrency', '2', '--billing', 'prepaid');
    assert.equal(added.code, 0, added.errors);
    const made = await json('accounts', 'set', 'acme', '--weight', '0.5');
    assert.deepEqual([made.id, made.concurrency, made.billing, made.weight], ['acme', 2, 'prepaid', 0.5]);
    const { key } = await json('keys', 'add', '--account', 'acme', '--models', 'kling-v1,slow', '--label', 'laptop');
    assert.equal((await submit(String(key))).json.code, 1102);
    const pack = await inkling('packs', 'put', 'acme', 'trial', '--quantity', '3', '--expires', '30d');
    assert.match(pack.output, /^remaining +3$/m);
    assert.equal((await submit(String(key), {}, { prefer: 'wait=30' })).json.data.task_status, 'succeed');
    assert.equal((await submit(String(key), { n: 3 })).json.code, 1303);
    assert.equal((await submit(String(key), { model_name: 'kling-v2' })).json.code, 1103);
    assert.deepEqual(
      (await json('packs', 'list', 'acme')).map((entry) => entry.remaining),
      [2],
    );
    const table = await inkling('accounts', 'list');
    assert.match(table.output, /^ID +ENABLED +BILLING +SLOTS HELD +REQUESTS\/S +RESERVED +OWED$/m);
    assert.match(table.output, /^acme +yes +prepaid +0\/2 +no limit +0 +0$/m);
  });

  it('change what is named and nothing else; none takes a limit away', async () => {
    const changed = await json('accounts', 'set', 'acme', '--concurrency', 'none', '--enabled', 'off');
    assert.deepEqual([changed.concurrency, changed.enabled, changed.weight], [null, false, 0.5]);
    await json('accounts', 'set', 'acme', '--enabled', 'on', '--billing', 'unlimited');
    const shown = await here('accounts', 'show', 'acme');
    assert.match(shown.output, /^enabled +yes$/m);
    assert.match(shown.output, /^concurrency +-$/m);
    const secret = await here('accounts', 'rotate-secret', 'acme');
    assert.match(secret.output, /^whsec_\S+\n$/);
    assert.equal((await json('accounts', 'show', 'acme')).webhook_secrets, 2);
  });

  it('refuse what cannot be, and say what to do', async () => {
    const cases: [string[], number, RegExp][] = [
      [['accounts', 'add', 'acme'], 1, /There is an account 'acme' already\.\nNext: `inkling accounts set`/],
      [['accounts', 'set', 'amce'], 1, /There is no account 'amce'\.\nNext: accounts are: acme, default/],
      [['accounts', 'purge', 'acme'], 2, /for good\.\nNext: inkling accounts purge acme --yes does it/],
      [['packs', 'put', 'acme', 'p2'], 2, /A new pack needs --quantity and --expires/],
    ];
    for (const [args, code, said] of cases) {
      const refused = await here(...args);
      assert.equal(refused.code, code, refused.errors);
      assert.match(refused.errors, said);
      assert.equal(refused.output, '');
    }
  });
});

describe('inkling tasks and callbacks beside a running server', () => {
  it('list, show, cancel and delete anybody’s task', async () => {
    const { json: answer } = await submit(service.key, { model_name: 'slow' });
    const id = String(answer.data.task_id);
    const listed = await json('tasks', 'list', '--account', 'default', '--limit', '1');
    assert.deepEqual(
      listed.map((task) => task.task_id),
      [id],
    );
    const cancelled = await inkling('tasks', 'cancel', id);
    assert.equal(cancelled.errors, `Task ${id} of account 'default' has ended: failed (Cancelled by the caller).\n`);
    assert.equal((await call(`${tasksPath}/${id}`, service.key)).json.data.task_status, 'failed');
    assert.equal((await json('tasks', 'show', id)).model_name, 'slow');
    assert.equal((await json('tasks', 'delete', id)).deleted, true);
    assert.equal((await call(`${tasksPath}/${id}`, service.key)).status, 404);
    const gone = await here('tasks', 'show', id);
    assert.equal(gone.code, 1);
    assert.match(gone.errors, /There is no task/);
  });

  it('redeliver a dead callback: the server makes it again under the same id', async () => {
    const { json: answer } = await submit(service.key, { callback_url: receiver.origin });
    const taskId = String(answer.data.task_id);
    await receiver.received(1);
    let dead = (await json('callbacks', 'list', '--state', 'dead'))[0];
    while (dead === undefined) dead = (await json('callbacks', 'list', '--state', 'dead'))[0];
    assert.deepEqual([dead.task_id, dead.attempts], [taskId, 1]);
    receiverStatus = 200;
    const again = await inkling('callbacks', 'redeliver', String(dead.webhook_id));
    assert.equal(again.code, 0, again.errors);
    await receiver.received(2);
    assert.equal(receiver.requests[1]?.headers['webhook-id'], dead.webhook_id);
    let shown = await json('callbacks', 'show', taskId);
    while (shown[0]?.state !== 'delivered') shown = await json('callbacks', 'show', taskId);
    const log = shown[0]?.log as Fields[];
    assert.deepEqual(
      log.map((attempt) => [attempt.http_status, attempt.reply]),
      [
        [410, 'noted'],
        [200, 'noted'],
      ],
    );
    const unknown = await here('callbacks', 'redeliver', 'msg_none');
    assert.equal(unknown.code, 1);
    assert.match(unknown.errors, /No callback 'msg_none' that could be made again now/);
  });
});

describe('inkling maintenance, purge and audit', () => {
  it('refuses submits at a running server until it is off again', async () => {
    assert.equal((await here('maintenance')).output, 'off\n');
    assert.match((await inkling('maintenance', 'on')).errors, /Maintenance is on: submits are refused with 5001/);
    while ((await submit(service.key)).json.code !== 5001);
    assert.equal((await call(tasksPath, service.key)).status, 200);
    assert.equal((await here('maintenance')).output, 'on\n');
    assert.match((await here('maintenance', 'off')).errors, /Maintenance is off: submits are taken again/);
    while ((await submit(service.key)).json.code !== 0);
  });

  it('purges an account: keys, tasks and pictures are gone at the server too', async () => {
    const { key } = await json('keys', 'add', '--account', 'acme');
    const { json: answer } = await submit(String(key), {}, { prefer: 'wait=30' });
    const result = answer.data.task_result as { images: { url: string }[] };
    const picture = result.images[0]?.url ?? '';
    assert.equal((await fetch(picture)).status, 200);
    const purged = await inkling('accounts', 'purge', 'acme', '--yes');
    assert.match(purged.errors, /^Account 'acme' is gone, with 2 tasks; /);
    assert.equal((await fetch(picture)).status, 404);
    assert.equal((await submit(String(key))).json.code, 1002);
    assert.match((await here('accounts', 'show', 'acme')).errors, /There is no account 'acme'/);
  });

  it('wrote down who did all of this, and no secret', async () => {
    const entries = await json('audit', '--limit', '500');
    const actions = new Set(entries.map((entry) => entry.action));
    for (const action of [
      'account.add',
      'account.change',
      'account.rotate-webhook-secret',
      'account.purge',
      'key.add',
      'pack.put',
      'task.cancel',
      'task.delete',
      'callback.redeliver',
      'maintenance.on',
      'maintenance.off',
    ])
      assert.ok(actions.has(action), action);
    assert.deepEqual([...new Set(entries.map((entry) => entry.actor))], [`cli:${userInfo().username}`]);
    assert.ok(!/sk-[\w-]{20}|whsec_/.test(JSON.stringify(entries)));
    assert.match((await inkling('audit', '--limit', '1')).output, /^AT +WHO +WHAT +TO WHAT +DETAIL\n/);
  });
});
