// Every row of contract §4, reached by its real condition over HTTP on the whole service.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { businessCodes, type ErrorCode } from '../../src/core/errors.js';
import { type Answer, type RunningService, sleepingModels, startTestService } from './running-service.js';

const submitPath = '/kling/v1/images/generations';
const hour = 3_600_000;
const limited = (id: string, more: object = {}) => ({ id, keys: [{ key: `sk-key-of-${id}` }], ...more });
const pack = { id: 'p1', name: 'trial', quantity: 5, effectiveAt: Date.now() - hour, expiresAt: Date.now() + hour };

const configuration = {
  ...sleepingModels,
  accounts: [
    limited('disabled', { enabled: false }),
    limited('postpaid', { billing: 'postpaid', creditLimit: 4 }),
    limited('prepaid', { billing: 'prepaid', packs: [pack] }),
    limited('expired-pack', { billing: 'prepaid', packs: [{ ...pack, expiresAt: Date.now() - hour / 2 }] }),
    limited('slow-requests', { limits: { requestsPerSecond: 0.01, burst: 1 } }),
    limited('one-at-a-time', { limits: { concurrency: 2 } }),
    limited('queueing', { limits: { concurrency: 1 }, whenBusy: 'queue' }),
    limited('trusted', { policy: false }),
    { id: 'narrow', keys: [{ key: 'sk-narrow-key', models: ['kling-v1'] }] },
    { id: 'elsewhere', keys: [{ key: 'sk-elsewhere-key', allowIps: ['203.0.113.0/24'] }] },
    { id: 'late', keys: [{ key: 'sk-late-key', expiresAt: Date.now() - 1000 }] },
    { id: 'signed', accessKey: 'ak-signed', secretKey: 'secret-of-signed' },
  ],
  policy: { blockedTerms: ['moonshine'] },
  queue: { maxWaiting: 30 },
};

let running: RunningService;
before(async () => {
  running = await startTestService(configuration);
});
after(() => running.close());

const fox = { model_name: 'kling-v1', prompt: 'a red fox' };
const submit = (body: unknown, key?: string | null, headers: object = {}) =>
  running.call(submitPath, { body, headers, ...(key === undefined ? {} : { key }) });

/** Holds the answer to the table: status, code, envelope without data, request id. */
function assertRefused(answer: Answer, code: ErrorCode, message: RegExp): void {
  assert.equal(answer.json.code, code, JSON.stringify(answer.json));
  assert.equal(answer.status, businessCodes[code].status);
  assert.match(answer.json.message, message);
  assert.deepEqual(Object.keys(answer.json).sort(), ['code', 'message', 'request_id']);
  assert.equal(answer.headers.get('x-request-id'), answer.json.request_id);
}

function token(claims: object, secret: string): Promise<string> {
  return import('jose').then(({ SignJWT }) =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(new TextEncoder().encode(secret)),
  );
}

describe('business codes', () => {
  it('0: accepted', async () => {
    const answer = await submit(fox);
    assert.deepEqual([answer.status, answer.json.code, answer.json.message], [200, 0, 'SUCCEED']);
  });

  it('1000: a signature that does not verify', async () => {
    const bad = await token({ iss: 'ak-signed', exp: Date.now() / 1000 + 60 }, 'guess');
    assertRefused(await submit(fox, bad), 1000, /^Authentication failed/);
  });

  it('1001: no Authorization', async () => assertRefused(await submit(fox, null), 1001, /^Authorization is empty$/));

  it('1002: an unknown key', async () =>
    assertRefused(await submit(fox, 'sk-nobody'), 1002, /^Authorization is invalid/));

  it('1003: a token of the future; a good one is accepted', async () => {
    const nowS = Math.floor(Date.now() / 1000);
    const early = await token({ iss: 'ak-signed', exp: nowS + 600, nbf: nowS + 300 }, 'secret-of-signed');
    assertRefused(await submit(fox, early), 1003, /not active/);
    const good = await token({ iss: 'ak-signed', exp: nowS + 1800, nbf: nowS - 5 }, 'secret-of-signed');
    assert.equal((await submit(fox, good)).status, 200);
  });

  it('1004: a key and a token past their time', async () => {
    assertRefused(await submit(fox, 'sk-late-key'), 1004, /expired/);
    const old = await token({ iss: 'ak-signed', exp: Math.floor(Date.now() / 1000) - 60 }, 'secret-of-signed');
    assertRefused(await submit(fox, old), 1004, /expired/);
  });

  it('1100: a disabled account', async () => assertRefused(await submit(fox, 'sk-key-of-disabled'), 1100, /disabled/));

  it('1101: a post-paid account in arrears', async () => {
    const key = 'sk-key-of-postpaid';
    const paid = await submit({ ...fox, model_name: 'kling-v2' }, key, { prefer: 'wait=30' });
    assert.equal((paid.json.data as { final_unit_deduction?: string }).final_unit_deduction, '4');
    assertRefused(await submit(fox, key), 1101, /arrears/);
  });

  it('1102: packs used up, or expired', async () => {
    const key = 'sk-key-of-prepaid';
    await submit({ ...fox, model_name: 'kling-v2' }, key, { prefer: 'wait=30' });
    assertRefused(await submit({ ...fox, n: 2 }, key), 1102, /^Account balance not enough$/);
    assert.equal((await submit(fox, key)).status, 200);
    assertRefused(await submit(fox, 'sk-key-of-expired-pack'), 1102, /balance/);
  });

  it('1103: a model the key may not use', async () => {
    assert.equal((await submit(fox, 'sk-narrow-key')).status, 200);
    assertRefused(await submit({ ...fox, model_name: 'kling-v2' }, 'sk-narrow-key'), 1103, /kling-v2.*kling-v1/);
  });

  it('1200: a body that is no JSON object', async () => {
    for (const body of ['', '{', '[]', '"text"', 'null', '{"prompt": }']) assertRefused(await submit(body), 1200, /./);
  });

  it('1201: a parameter that is wrong', async () => {
    assertRefused(await submit({ ...fox, n: 10 }), 1201, /^n/);
    assertRefused(
      await submit({ ...fox, aspect_ratio: '4:5' }),
      1201,
      /^aspect_ratio value '4:5' is invalid, allowed values: 16:9/,
    );
    assertRefused(await submit({ ...fox, image: 'AAAA' }), 1201, /^image/);
  });

  it('1202: the wrong method', async () => {
    assertRefused(await running.call(submitPath, { method: 'PUT', body: fox }), 1202, /PUT/);
  });

  it('1203: no such route, model, task', async () => {
    assertRefused(await running.call('/kling/v1/nothing'), 1203, /No such route/);
    assertRefused(await submit({ ...fox, model_name: 'kling-v9' }), 1203, /kling-v1-5/);
    assertRefused(await running.call(`${submitPath}/nothing`), 1203, /^Task not found by id\/external id: nothing$/);
    const vendor = await running.call('/v1/images/generations/nothing');
    assert.deepEqual([vendor.status, vendor.json.code], [400, 1201]);
  });

  it('1300: URLs into a private network', async () => {
    const callback = { ...fox, callback_url: 'http://127.0.0.1:9/hook' };
    assertRefused(await submit(callback), 1300, /^callback_url.*private/);
    assertRefused(await submit({ ...fox, image: 'http://169.254.169.254/latest' }), 1300, /^image.*private/);
    assertRefused(await submit({ ...fox, image: 'http://2130706433/a.png' }), 1300, /^image.*private/);
  });

  it('1301: the content policy, where it applies', async () => {
    const prompt = { ...fox, prompt: 'a jar of moonshine' };
    assertRefused(await submit(prompt), 1301, /^Failure to pass the risk control system: /);
    assert.equal((await submit(prompt, 'sk-key-of-trusted')).status, 200);
  });

  it('1302: too many requests, with a time to come back', async () => {
    assert.equal((await submit(fox, 'sk-key-of-slow-requests')).status, 200);
    const answer = await submit(fox, 'sk-key-of-slow-requests');
    assertRefused(answer, 1302, /^API request too fast$/);
    assert.ok(Number(answer.headers.get('retry-after')) > 50);
  });

  it('1303: more at a time than the account may, with a time to come back; a cancel makes room', async () => {
    const key = 'sk-key-of-one-at-a-time';
    const slow = { ...fox, model_name: 'slow', n: 2 };
    const first = await submit(slow, key);
    const { task_id: id } = first.json.data as { task_id: string };
    const answer = await submit({ ...slow, n: 1 }, key);
    assertRefused(answer, 1303, /^parallel task over resource pack limit$/);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    await running.call(`${submitPath}/${id}/cancel`, { method: 'POST', key });
    assert.equal((await submit({ ...fox, n: 2 }, key)).status, 200);
  });

  it('1303 without a time to come back: more than the account may ever have', async () => {
    for (const [key, most] of [
      ['sk-key-of-one-at-a-time', '2 pictures'],
      ['sk-key-of-queueing', '1 picture'],
    ] as const) {
      const answer = await submit({ ...fox, n: 3 }, key);
      assertRefused(answer, 1303, new RegExp(`^parallel task over resource pack limit: n is 3, .* ${most} in work`));
      assert.equal(answer.headers.get('retry-after'), null);
    }
  });

  it('no 1303 for an account that queues: its second task waits for its first', async () => {
    const key = 'sk-key-of-queueing';
    const slow = await submit({ ...fox, model_name: 'slow' }, key);
    const next = await submit(fox, key);
    assert.equal(next.status, 200);
    const path = `${submitPath}/${(next.json.data as { task_id: string }).task_id}`;
    const waiting = await running.call(path, { key });
    assert.equal((waiting.json.data as { task_status: string }).task_status, 'submitted');
    const { task_id: id } = slow.json.data as { task_id: string };
    await running.call(`${submitPath}/${id}/cancel`, { method: 'POST', key });
    const done = await running.call(path, { key, headers: { prefer: 'wait=30' } });
    assert.equal((done.json.data as { task_status: string }).task_status, 'succeed');
  });

  it('1304: an address that is not on the list of the key', async () => {
    assertRefused(await submit(fox, 'sk-elsewhere-key'), 1304, /allow-list/);
  });

  it('5001: maintenance; queries go on', async () => {
    await running.service.store.service.setMaintenance(true);
    const refused = async () => (await submit(fox)).status === 503;
    while (!(await refused()));
    const answer = await submit(fox);
    assertRefused(answer, 5001, /maintenance/);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.equal((await running.call(submitPath)).status, 200);
    await running.service.store.service.setMaintenance(false);
    while (await refused());
  });

  it('5000: a fault of ours says nothing about us', async () => {
    const { store } = running.service;
    const { list } = store.tasks;
    store.tasks.list = async () => {
      throw new Error('select * from /secret/path sk-verysecretkey');
    };
    const answer = await running.call(submitPath);
    store.tasks.list = list;
    assertRefused(answer, 5000, /^Internal error$/);
    assert.ok(!JSON.stringify(running.lines).includes('sk-verysecretkey'));
  });

  it('5002: a backlog over its bound, with a time to come back', async () => {
    const slow = { ...fox, model_name: 'slow' };
    let answer = await submit(slow);
    for (let sent = 0; sent < 200 && answer.status === 200; sent += 1) answer = await submit(slow);
    assertRefused(answer, 5002, /busy/);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  });
});

describe('the log of all this', () => {
  it('holds request ids and no key, token or prompt', () => {
    const text = JSON.stringify(running.lines);
    assert.ok(running.lines.some((line) => typeof line.request_id === 'string'));
    assert.ok(!text.includes('sk-key-of-prepaid'));
    assert.ok(!text.includes('sk-permanent-key-for-tests'));
    assert.ok(!/eyJ[\w-]+\.[\w-]+\./.test(text));
    assert.ok(!text.includes('moonshine'));
  });
});
