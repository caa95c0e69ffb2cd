// A submit from end to end over the fakes: its answer, the dialects' differences, tolerated forms of the request, the
// reference picture, idempotency, waiting, draining.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keys } from './fakes.js';
import { goodBody, startServer, type TestServer } from './harness.js';

const gateway = '/kling/v1/images/generations';
const vendor = '/v1/images/generations';

/** The last thing that was submitted. */
function lastInput(server: TestServer) {
  return server.tasks.inputs.at(-1) ?? assert.fail('nothing was submitted');
}

test('answers with the submitted task and nothing more', async (context) => {
  const server = await startServer(context);
  const answer = await server.submit(goodBody);
  const { id, createdAtMs } = [...server.tasks.rows.values()][0] ?? assert.fail();
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.json, {
    code: 0,
    message: 'SUCCEED',
    request_id: answer.headers['x-request-id'],
    data: { task_id: id, task_status: 'submitted', created_at: createdAtMs, updated_at: createdAtMs },
  });
  assert.match(String(answer.headers['content-type']), /^application\/json; charset=utf-8$/);
  assert.match(String(answer.headers['x-request-id']), /^[\w-]{22}$/);
});

test('names the external id in task_info', async (context) => {
  const server = await startServer(context);
  const answer = await server.submit({ ...goodBody, external_task_id: 'mine-1' });
  assert.deepEqual(answer.json.data?.task_info, { external_task_id: 'mine-1' });
  assert.equal(lastInput(server).externalTaskId, 'mine-1');
});

test('refuses an external id that is taken', async (context) => {
  const server = await startServer(context);
  await server.submit({ ...goodBody, external_task_id: 'mine-1' });
  const answer = await server.submit({ ...goodBody, external_task_id: 'mine-1' });
  assert.equal(answer.status, 400);
  assert.deepEqual([answer.json.code, answer.json.message], [1201, 'External_task_id mine-1 already exists']);
});

test('submits for the account of the key, with the host that was used', async (context) => {
  const server = await startServer(context);
  await server.submit(goodBody, { key: keys.bob });
  assert.equal(lastInput(server).accountId, 'bob');
  assert.equal(lastInput(server).publicOrigin, server.origin);
  assert.equal(lastInput(server).reference, null);
  assert.equal(lastInput(server).idempotency, null);
});

test('keeps the callback URL', async (context) => {
  const server = await startServer(context);
  await server.submit({ ...goodBody, callback_url: 'https://example.com/hook' });
  assert.equal(lastInput(server).callbackUrl, 'https://example.com/hook');
});

test('the vendor dialect has its own defaults', async (context) => {
  const server = await startServer(context);
  const answer = await server.call(vendor, { method: 'POST', body: { prompt: 'a fox' } });
  assert.equal(answer.status, 200);
  const { request } = lastInput(server);
  assert.deepEqual([request.model, request.aspectRatio, request.width], ['kling-v1', '16:9', 1360]);
  const unknown = await server.call(vendor, { method: 'POST', body: { ...goodBody, model_name: 'sdxl' } });
  assert.deepEqual([unknown.status, unknown.json.code], [400, 1201]);
  assert.match(String(unknown.json.message), /allowed values: kling-v1, kling-v1-5/);
});

const tolerated: [name: string, headers: Record<string, string>, body: string | Buffer, path?: string][] = [
  ['a charset', { 'content-type': 'application/json;charset=UTF-8' }, JSON.stringify(goodBody)],
  ['text/plain', { 'content-type': 'text/plain' }, JSON.stringify(goodBody)],
  ['a form type', { 'content-type': 'application/x-www-form-urlencoded' }, JSON.stringify(goodBody)],
  ['no content type', {}, JSON.stringify(goodBody)],
  ['a content type that is none', { 'content-type': ';;;' }, JSON.stringify(goodBody)],
  ['multipart without parts', { 'content-type': 'multipart/form-data' }, JSON.stringify(goodBody)],
  ['a byte order mark', {}, `\ufeff${JSON.stringify(goodBody)}`],
  ['blanks around the object', {}, ` \r\n${JSON.stringify(goodBody)}\n `],
  ['chunks', { 'transfer-encoding': 'chunked' }, JSON.stringify(goodBody)],
  ['identity encoding', { 'content-encoding': 'identity' }, JSON.stringify(goodBody)],
  ['Expect: 100-continue', { expect: '100-continue' }, JSON.stringify(goodBody)],
  ['another expectation', { expect: 'miracles' }, JSON.stringify(goodBody)],
  ['bearer in lower case', { authorization: `bearer ${keys.alice}` }, JSON.stringify(goodBody)],
  ['a trailing slash', {}, JSON.stringify(goodBody), `${gateway}/`],
  ['double slashes', {}, JSON.stringify(goodBody), '//kling//v1///images/generations'],
  ['slashes at both ends', {}, JSON.stringify(goodBody), '//kling/v1/images/generations//'],
  ['an odd query string', {}, JSON.stringify(goodBody), `${gateway}?=null`],
  ['another odd query string', {}, JSON.stringify(goodBody), `${gateway}/?&&a=%zz&a[b]=1&__proto__=2`],
  ['a question mark', {}, JSON.stringify(goodBody), `${gateway}?`],
  ['a key in escapes', {}, '{"model\\u005fname":"kling-v1","prompt":"\\ud83e\\udd8a"}'],
];

for (const [name, headers, body, path = gateway] of tolerated) {
  test(`tolerates ${name}`, async (context) => {
    const server = await startServer(context);
    const answer = await server.call(path, { method: 'POST', headers, body });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(lastInput(server).request.model, 'kling-v1');
  });
}

test('refuses a compressed body', async (context) => {
  const server = await startServer(context);
  const answer = await server.submit(goodBody, { headers: { 'content-encoding': 'gzip' } });
  assert.deepEqual([answer.status, answer.json.code], [400, 1200]);
  assert.match(String(answer.json.message), /compressed/);
});

test('stores a checked picture below the task', async (context) => {
  const server = await startServer(context);
  await server.submit({ ...goodBody, model_name: 'kling-v1-5', image: 'anBlZw==', image_reference: 'face' });
  assert.deepEqual(server.references.seen, [{ kind: 'base64', text: 'anBlZw==', face: true }]);
  const { id, reference } = lastInput(server);
  const storageKey = `tasks/${id}/reference.png`;
  assert.deepEqual(reference, { kind: 'stored', storageKey, contentType: 'image/png', width: 640, height: 480 });
  assert.deepEqual([...server.storage.objects.keys()], [storageKey]);
});

test('names a JPEG reference by its type', async (context) => {
  const server = await startServer(context);
  await server.submit({ ...goodBody, image: 'jpeg' });
  assert.deepEqual([...server.storage.objects.keys()], [`tasks/${lastInput(server).id}/reference.jpg`]);
  assert.equal(server.references.seen[0]?.face, false);
});

test('checks a picture at a URL before it accepts', async (context) => {
  const server = await startServer(context);
  await server.submit({ ...goodBody, image: 'https://example.com/a.png' });
  assert.equal(lastInput(server).reference?.kind, 'stored');
  assert.deepEqual(server.references.seen, [{ kind: 'url', text: 'https://example.com/a.png', face: false }]);
});

test('accepts a URL that does not answer within the deadline, and gives the check up', async (context) => {
  const server = await startServer(context, { referenceDeadlineMs: 20 });
  const answer = await server.submit({ ...goodBody, image: 'https://slow.example/a.png' });
  assert.equal(answer.status, 200);
  assert.deepEqual(lastInput(server).reference, { kind: 'url', url: 'https://slow.example/a.png' });
  assert.equal(server.storage.objects.size, 0);
});

test('removes the picture of a submit that is refused after all', async (context) => {
  const server = await startServer(context);
  await server.submit({ ...goodBody, external_task_id: 'mine-1' });
  const answer = await server.submit({ ...goodBody, external_task_id: 'mine-1', image: 'aGVsbG8=' });
  assert.equal(answer.status, 400);
  assert.equal(server.storage.objects.size, 0);
});

test('a picture that cannot be removed is logged, and the answer stands', async (context) => {
  const server = await startServer(context);
  server.storage.removeBelow = () => Promise.reject(new Error('disk gone'));
  await server.submit({ ...goodBody, external_task_id: 'mine-1' });
  const answer = await server.submit({ ...goodBody, external_task_id: 'mine-1', image: 'aGVsbG8=' });
  assert.equal(answer.json.code, 1201);
  assert.ok(server.logLines.some((line) => line.level === 'warn' && /could not be removed/.test(String(line.msg))));
});

test('a replay does not look at the picture again: its URL may be dead by now', async (context) => {
  const server = await startServer(context);
  const headers = { 'idempotency-key': 'order-8' };
  const body = { ...goodBody, image: 'https://pictures.example/once.png' };
  const first = await server.submit(body, { headers });
  server.references.checkUrl = () => Promise.reject(new Error('looked at again'));
  const second = await server.submit(body, { headers });
  assert.deepEqual(second.json.data, first.json.data);
  assert.equal(server.references.seen.length, 1);
  assert.equal(server.storage.objects.size, 1);
  const other = await server.submit({ ...body, prompt: 'another' }, { headers });
  assert.equal(other.json.code, 1201);
});

test('replays the first answer to an idempotency key', async (context) => {
  const server = await startServer(context);
  const headers = { 'idempotency-key': 'order-7' };
  const first = await server.submit({ ...goodBody, image: 'aGVsbG8=' }, { headers });
  const { id } = lastInput(server);
  server.tasks.change(id, { status: 'processing' });
  const second = await server.submit({ ...goodBody, image: 'aGVsbG8=' }, { headers });
  assert.deepEqual(second.json.data, first.json.data);
  assert.equal(server.tasks.inputs.length, 1);
  // The replay's own copy of the picture is gone again, the first one's is still there.
  assert.deepEqual([...server.storage.objects.keys()], [`tasks/${id}/reference.png`]);
});

const otherRequests: [name: string, body: object][] = [
  ['prompt', { ...goodBody, prompt: 'another' }],
  ['n', { ...goodBody, n: 2 }],
  ['seed', { ...goodBody, seed: 1 }],
  ['image', { ...goodBody, image: 'aGVsbG8=' }],
  ['image URL', { ...goodBody, image: 'https://example.com/a.png' }],
  ['callback_url', { ...goodBody, callback_url: 'https://example.com' }],
  ['external_task_id', { ...goodBody, external_task_id: 'x' }],
];
for (const [name, body] of otherRequests) {
  test(`an idempotency key with another ${name} is refused`, async (context) => {
    const server = await startServer(context);
    const headers = { 'idempotency-key': 'order-7' };
    await server.submit(goodBody, { headers });
    const answer = await server.submit(body, { headers });
    assert.deepEqual([answer.status, answer.json.code], [400, 1201]);
    assert.match(String(answer.json.message), /^Idempotency-Key/);
  });
}

test('the digest is of what was asked, not of how it was written', async (context) => {
  const server = await startServer(context);
  const headers = { 'idempotency-key': 'order-7' };
  const first = await server.submit(goodBody, { headers });
  const second = await server.submit({ prompt: 'a red fox', n: '1', model_name: 'kling-v1', junk: 1 }, { headers });
  assert.deepEqual(second.json.data, first.json.data);
});

for (const key of ['x'.repeat(256), 'ümlaut', `${' '.repeat(3)}\u0001`]) {
  test(`refuses the idempotency key ${JSON.stringify(key).slice(0, 20)}`, async (context) => {
    const server = await startServer(context);
    const answer = await server.raw(
      Buffer.from(
        `POST ${gateway} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${keys.alice}\r\nconnection: close\r\n` +
          `idempotency-key: ${key}\r\ncontent-length: ${JSON.stringify(goodBody).length}\r\n\r\n${JSON.stringify(goodBody)}`,
        'latin1',
      ),
    );
    assert.match(answer, /^HTTP\/1.1 400 /);
    assert.match(answer, /"code":120[01]/);
    assert.equal(server.tasks.inputs.length, 0);
  });
}

test('an empty idempotency key is none', async (context) => {
  const server = await startServer(context);
  await server.submit(goodBody, { headers: { 'idempotency-key': '' } });
  assert.equal(lastInput(server).idempotency, null);
});

test('waits for the end where the caller prefers to', async (context) => {
  const server = await startServer(context);
  const waiting = server.submit(goodBody, { headers: { prefer: 'respond-async, wait=30' } });
  const stop = server.tasks.onChanged(() => undefined);
  // The wait listens for changes: once it does, the task may end.
  while (server.tasks.rows.size === 0 || server.tasks.listeners < 3) await new Promise(setImmediate);
  const [id = ''] = server.tasks.rows.keys();
  server.tasks.change(id, { status: 'failed', statusMessage: 'no luck' });
  stop();
  const answer = await waiting;
  assert.equal(answer.headers['preference-applied'], 'wait=30');
  assert.equal(answer.json.data?.task_status, 'failed');
  assert.equal(answer.json.data?.task_status_msg, 'no luck');
  assert.equal(answer.headers['retry-after'], undefined);
});

test('answers with the state there is when the time is up', async (context) => {
  const server = await startServer(context);
  const answer = await server.submit(goodBody, { headers: { prefer: 'wait=0' } });
  assert.equal(answer.json.data?.task_status, 'submitted');
  assert.equal(answer.json.data?.task_status_msg, '');
  assert.equal(answer.headers['retry-after'], '1');
});

test('takes no submits while it drains, and answers everything else', async (context) => {
  const server = await startServer(context);
  await server.submit({ ...goodBody, external_task_id: 'mine-1' });
  server.tasks.drain();
  const refused = await server.submit(goodBody);
  assert.deepEqual([refused.status, refused.json.code], [503, 5001]);
  assert.match(String(refused.headers['retry-after']), /^[1-9]\d*$/);
  assert.equal((await server.call(`${gateway}/mine-1`)).status, 200);
  assert.equal((await server.call('/v1/models')).status, 200);
});

test('a fault of ours is 5000 and says nothing about itself', async (context) => {
  const server = await startServer(context);
  server.tasks.submit = () => Promise.reject(new Error('SELECT * FROM tasks failed at /srv/secret.ts'));
  const answer = await server.submit(goodBody);
  assert.deepEqual([answer.status, answer.json.code, answer.json.message], [500, 5000, 'Internal error']);
  assert.doesNotMatch(answer.text, /SELECT|secret/);
  const line = server.logLines.find(({ level }) => level === 'error') ?? assert.fail('no error line');
  assert.equal(line.request_id, answer.headers['x-request-id']);
  assert.match(JSON.stringify(line), /SELECT/);
});

test('neither keys nor prompts nor pictures get into the log', async (context) => {
  const server = await startServer(context);
  const prompt = 'a prompt that is nobody’s business';
  const image = Buffer.alloc(3000, 'secret picture').toString('base64');
  await server.submit({ ...goodBody, prompt, image });
  await server.submit({ ...goodBody, prompt: prompt.repeat(200), image });
  await server.submit({ ...goodBody, prompt: { nested: prompt } });
  await server.submit({ ...goodBody, aspect_ratio: prompt });
  await server.submit(`{"prompt": "${prompt}"`);
  server.tasks.submit = () => Promise.reject(new Error('broken'));
  await server.submit({ ...goodBody, prompt, image });
  const log = JSON.stringify(server.logLines);
  assert.ok(server.logLines.length >= 6);
  assert.doesNotMatch(log, /business|secret picture/);
  assert.ok(!log.includes(image.slice(0, 40)));
  assert.ok(!log.includes(keys.alice));
});
