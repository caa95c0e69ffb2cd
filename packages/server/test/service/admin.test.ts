// Administration over HTTP on the whole service: closed without its key, audited with it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { permanentKey, type RunningService, sleepingModels, startTestService } from './running-service.js';

const adminKey = 'admin-key-for-tests-only';
const tasksPath = '/kling/v1/images/generations';
const fox = { model_name: 'kling-v1', prompt: 'a red fox' };
type Fields = Record<string, unknown>;

let running: RunningService;
before(async () => {
  running = await startTestService(sleepingModels, { INKLING_ADMIN_KEY: adminKey });
});
after(() => running.close());

async function admin(method: string, path: string, body?: unknown, key: string | null = adminKey) {
  const answer = await running.call(`/admin/v1${path}`, { method, key, ...(body === undefined ? {} : { body }) });
  return { ...answer, data: answer.json.data as Fields & Fields[] };
}

describe('the admin key', () => {
  it('is asked for, and is no account key; an account key is no admin key', async () => {
    assert.equal((await admin('GET', '/accounts', undefined, null)).json.code, 1001);
    assert.equal((await admin('GET', '/accounts', undefined, permanentKey)).json.code, 1002);
    assert.equal((await running.call(tasksPath, { key: adminKey })).json.code, 1002);
    assert.equal((await admin('GET', '/accounts')).status, 200);
  });

  it('closes everything where it is not configured', async () => {
    const closed = await startTestService();
    const answer = await closed.call('/admin/v1/accounts', { key: 'anything-at-all-here' });
    assert.equal(answer.json.code, 1103);
    assert.match(answer.json.message, /INKLING_ADMIN_KEY/);
    await closed.close();
  });
});

describe('accounts', () => {
  it('are made, changed in part, shown without secrets, and used at once', async () => {
    const made = await admin('PUT', '/accounts/acme', { concurrency: 1, access_key: 'ak', secret_key: 'very-secret' });
    assert.deepEqual([made.data.id, made.data.concurrency, made.data.has_secret_key], ['acme', 1, true]);
    const changed = await admin('PUT', '/accounts/acme', { weight: 2, concurrency: null });
    assert.deepEqual([changed.data.weight, changed.data.concurrency, changed.data.access_key], [2, null, 'ak']);
    const shown = JSON.stringify((await admin('GET', '/accounts')).json);
    assert.ok(shown.includes('"acme"') && !shown.includes('very-secret') && !shown.includes('whsec_'));
    const rotated = await admin('POST', '/accounts/acme/rotate-webhook-secret');
    assert.match(String(rotated.data.webhook_secret), /^whsec_/);
    assert.equal((await admin('GET', '/accounts/acme')).data.webhook_secrets, 2);
  });

  const wrong: [string, unknown, RegExp][] = [
    ['/accounts/acme', { weight: 0 }, /^weight/],
    ['/accounts/acme', { colour: 'red' }, /Unknown field: colour/],
    ['/accounts/acme', { billing: 'free' }, /^billing value 'free' is invalid, allowed values: unlimited/],
    ['/accounts/a%20b', {}, /invalid/],
    ['/accounts/acme/packs/p', { name: 'p', quantity: -1, effective_at: 1, expires_at: 2 }, /^quantity/],
    ['/accounts/acme/packs/p', { name: 'p', quantity: 1, effective_at: 2, expires_at: 1 }, /^expires_at/],
    ['/maintenance', { on: 'yes' }, /^on/],
  ];
  for (const [path, body, message] of wrong) {
    it(`${path} ${JSON.stringify(body)} is refused by name`, async () => {
      const answer = await admin('PUT', path, body);
      assert.equal(answer.json.code, 1201);
      assert.match(answer.json.message, message);
    });
  }

  it('get keys that work until they are revoked', async () => {
    const made = await admin('POST', '/accounts/acme/keys', { label: 'laptop', models: ['kling-v1'] });
    const key = String(made.data.key);
    assert.equal((await running.call(tasksPath, { key, body: fox })).status, 200);
    assert.equal((await running.call(tasksPath, { key, body: { ...fox, model_name: 'kling-v2' } })).json.code, 1103);
    assert.ok(!JSON.stringify((await admin('GET', '/accounts/acme/keys')).json).includes(key));
    assert.equal((await admin('DELETE', `/keys/${made.data.id}`)).status, 200);
    assert.equal((await running.call(tasksPath, { key, body: fox })).json.code, 1002);
    assert.equal((await admin('DELETE', `/keys/${made.data.id}`)).json.code, 1203);
    assert.equal((await admin('POST', '/accounts/nobody/keys', {})).json.code, 1203);
  });

  it('get packs, and spend them', async () => {
    await admin('PUT', '/accounts/buyer', { billing: 'prepaid' });
    const times = { effective_at: Date.now() - 1000, expires_at: Date.now() + 3_600_000 };
    await admin('PUT', '/accounts/buyer/packs/p1', { name: 'trial', quantity: 3, ...times });
    const { key } = (await admin('POST', '/accounts/buyer/keys', {})).data;
    await running.call(tasksPath, { key: String(key), body: { ...fox, n: 2 }, headers: { prefer: 'wait=30' } });
    const [pack] = (await admin('GET', '/accounts/buyer/packs')).data;
    assert.deepEqual([pack?.id, pack?.quantity, pack?.remaining, pack?.reserved], ['p1', 3, 1, 0]);
  });

  it('are purged with their tasks, pictures and keys', async () => {
    const { key } = (await admin('POST', '/accounts/buyer/keys', {})).data;
    const listed = await running.call(tasksPath, { key: String(key) });
    const [task] = listed.json.data as { task_id: string; task_result: { images: { url: string }[] } }[];
    const url = task?.task_result.images[0]?.url ?? '';
    assert.equal((await fetch(url)).status, 200);
    assert.equal((await admin('DELETE', '/accounts/buyer')).status, 200);
    assert.equal((await fetch(url)).status, 404);
    assert.equal((await running.call(tasksPath, { key: String(key) })).json.code, 1002);
    assert.equal((await admin('GET', '/accounts/buyer')).json.code, 1203);
    assert.equal((await admin('GET', `/tasks/${task?.task_id}`)).json.code, 1203);
  });
});

describe('tasks, callbacks, maintenance', () => {
  it('shows, ends and removes anybody’s task', async () => {
    const { json } = await running.call(tasksPath, { body: { ...fox, model_name: 'slow' } });
    const id = String((json.data as Fields).task_id);
    const waiting = (await admin('GET', '/tasks?account_id=default&limit=5')).data;
    assert.ok(waiting.some((task) => task.task_id === id && task.account_id === 'default'));
    assert.equal((await admin('POST', `/tasks/${id}/cancel`)).data.task_status, 'failed');
    assert.ok((await admin('GET', '/tasks?status=failed')).data.some((task) => task.task_id === id));
    assert.equal((await admin('DELETE', `/tasks/${id}`)).data.deleted, true);
    assert.equal((await admin('GET', `/tasks/${id}`)).json.code, 1203);
    assert.equal((await admin('GET', '/tasks?status=lost')).json.code, 1201);
  });

  it('lists callbacks by state, and makes one again', async () => {
    const body = { ...fox, callback_url: 'https://receiver.invalid/hook' };
    const { json } = await running.call(tasksPath, { body, headers: { prefer: 'wait=30' } });
    const id = (json.data as Fields).task_id;
    const find = async () =>
      (await admin('GET', '/callbacks?state=pending')).data.find(
        (entry) => entry.task_id === id && entry.attempts === 1,
      );
    let callback = await find();
    while (!callback) callback = await find();
    const again = await admin('POST', `/callbacks/${callback.webhook_id}/redeliver`);
    assert.equal(again.data.state, 'pending');
    assert.equal((await admin('POST', '/callbacks/msg_none/redeliver')).json.code, 1203);
  });

  it('switches maintenance on and off', async () => {
    assert.deepEqual((await admin('PUT', '/maintenance', { on: true })).data, { on: true });
    while ((await running.call(tasksPath, { body: fox })).json.code !== 5001);
    assert.deepEqual((await admin('GET', '/maintenance')).data, { on: true });
    await admin('PUT', '/maintenance', { on: false });
    while ((await running.call(tasksPath, { body: fox })).json.code !== 0);
  });

  it('tells usage by day, model and account', async () => {
    await running.call(tasksPath, { body: { ...fox, n: 2 }, headers: { prefer: 'wait=30' } });
    const { data } = await admin('GET', '/usage?days=2&utc_offset_minutes=480');
    const days = data.days as Fields[];
    assert.equal(days.length, 2);
    assert.ok(Number(days[1]?.pictures) >= 2 && Number(days[1]?.units) >= 2 && Number(days[1]?.p50_ms) >= 0);
    assert.ok((data.models as Fields[]).some((model) => model.model_name === 'kling-v1'));
    assert.ok((data.accounts as Fields[]).some((account) => account.account_id === 'default'));
    assert.ok(Array.isArray(data.failures));
    for (const query of ['days=0', 'days=367', 'utc_offset_minutes=841', 'days=many'])
      assert.match((await admin('GET', `/usage?${query}`)).json.message, /value .* is invalid, allowed: integers from/);
    assert.equal((await admin('GET', '/usage', undefined, permanentKey)).json.code, 1002);
  });

  it('writes down who changed what, never a secret', async () => {
    const log = (await admin('GET', '/audit?limit=500')).data;
    const actions = new Set(log.map((entry) => entry.action));
    for (const action of [
      'account.add',
      'account.change',
      'key.add',
      'key.revoke',
      'pack.put',
      'maintenance.on',
      'task.delete',
    ]) {
      assert.ok(actions.has(action), action);
    }
    assert.ok(log.every((entry) => entry.actor === 'api'));
    assert.ok(!/very-secret|whsec_|sk-[\w-]{20}/.test(JSON.stringify(log)));
  });
});
