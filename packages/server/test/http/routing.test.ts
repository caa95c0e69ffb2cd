// What is known and what is not: routes, methods, keys, and the headers that every answer carries.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keys } from './fakes.js';
import { goodBody, startServer } from './harness.js';

const gateway = '/kling/v1/images/generations';
const vendor = '/v1/images/generations';

const unknownRoutes: [method: string, path: string][] = [
  ['GET', '/nope'],
  ['POST', '/nope'],
  ['PUT', '/nope'],
  ['PROPFIND', '/nope'],
  ['OPTIONS', '/nope'],
  ['GET', '/kling'],
  ['GET', '/kling/v1'],
  ['GET', '/kling/v2/images/generations'],
  ['GET', '/v1/videos/text2video'],
  ['POST', `${gateway}/id/unknown`],
  ['POST', '/KLING/V1/images/generations'],
  ['GET', '/files'],
  ['GET', '/docs/../../etc/passwd'],
  ['GET', '/docs/%2e%2e%2f%2e%2e%2fpackage.json'],
  ['GET', '/docs/constructor'],
  ['GET', '/%zz'],
  ['GET', `${gateway}/%E0%A4%A`],
  ['GET', '/.env'],
];
for (const [method, path] of unknownRoutes) {
  test(`${method} ${path} is no route`, async (context) => {
    const server = await startServer(context);
    const answer = await server.call(path, { method, key: null });
    assert.deepEqual([answer.status, answer.json.code], [404, 1203], answer.text);
    assert.equal(answer.json.request_id, answer.headers['x-request-id']);
    assert.ok(!('data' in answer.json));
  });
}

const wrongMethods: [method: string, path: string, allow: string][] = [
  ['DELETE', gateway, 'GET, HEAD, POST'],
  ['PUT', vendor, 'GET, HEAD, POST'],
  ['PATCH', `${vendor}/`, 'GET, HEAD, POST'],
  ['POST', `${gateway}/some-id`, 'DELETE, GET, HEAD'],
  ['PATCH', `${vendor}/some-id?x=1`, 'DELETE, GET, HEAD'],
  ['GET', `${gateway}/some-id/cancel`, 'POST'],
  ['HEAD', `${gateway}/some-id/events`, 'GET'],
  ['POST', '/kling/v1/models', 'GET, HEAD'],
  ['PROPFIND', '/v1/models', 'GET, HEAD'],
  ['POST', '/files/abc.png', 'GET, HEAD'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['DELETE', '/metrics', 'GET, HEAD'],
  ['POST', '/', 'GET, HEAD'],
  ['TRACE', vendor, 'GET, HEAD, POST'],
];
for (const [method, path, allow] of wrongMethods) {
  test(`${method} ${path} is the wrong method`, async (context) => {
    const server = await startServer(context);
    const answer = await server.call(path, { method, key: null });
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.allow, allow);
    if (method !== 'HEAD') assert.equal(answer.json.code, 1202);
  });
}

const authorizations: [name: string, authorization: string | undefined, status: number, code: number][] = [
  ['none', undefined, 401, 1001],
  ['empty', '', 401, 1001],
  ['a scheme alone', 'Bearer', 401, 1002],
  ['another scheme', 'Basic YTpi', 401, 1002],
  ['an unknown key', 'Bearer sk-unknown', 401, 1002],
  ['an expired key', `Bearer ${keys.expired}`, 401, 1004],
  ['a key in capitals of the scheme', `BEARER ${keys.alice}`, 200, 0],
  ['a key in lower case of the scheme', `bearer ${keys.alice}`, 200, 0],
];
for (const [name, authorization, status, code] of authorizations) {
  test(`Authorization: ${name}`, async (context) => {
    const server = await startServer(context);
    const headers = authorization === undefined ? {} : { authorization };
    for (const path of [gateway, vendor, '/v1/models']) {
      const answer = await server.call(path, { key: null, headers });
      assert.deepEqual([answer.status, answer.json.code], [status, code], path);
    }
  });
}

test('who is calling comes before what the body is, and before the task', async (context) => {
  const server = await startServer(context);
  const calls = await Promise.all([
    server.submit('not json', { key: null }),
    server.submit({ model_name: 'nope' }, { key: null }),
    server.call(`${gateway}/nothing`, { key: null }),
    server.call(`${gateway}/nothing/cancel`, { method: 'POST', key: null }),
    server.call(`${gateway}/nothing/events`, { key: null }),
    server.call(`${gateway}?pageNum=0`, { key: null }),
    server.call('/v1/models', { key: null }),
  ]);
  for (const answer of calls) assert.deepEqual([answer.status, answer.json.code], [401, 1001]);
});

test('HEAD answers like GET, without a body', async (context) => {
  const server = await startServer(context);
  const get = await server.call('/v1/models');
  const head = await server.call('/v1/models', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.text, '');
  assert.equal(head.headers['content-length'], get.headers['content-length']);
});

test('a browser may call the API from any page', async (context) => {
  const server = await startServer(context);
  const preflight = await server.call(gateway, {
    method: 'OPTIONS',
    key: null,
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type,idempotency-key',
    },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers['access-control-allow-origin'], '*');
  assert.equal(preflight.headers['access-control-allow-headers'], 'authorization, content-type,idempotency-key');
  assert.match(String(preflight.headers['access-control-allow-methods']), /\bPOST\b/);
  assert.equal(preflight.headers['access-control-allow-credentials'], undefined);
  const paths: [string, string | null][] = [
    [gateway, keys.alice],
    [gateway, null],
    [`${vendor}/x`, keys.alice],
    ['/files/x.png', null],
    ['/openapi.json', null],
    ['/nope', null],
  ];
  for (const [path, key] of paths) {
    const answer = await server.call(path, { key, headers: { origin: 'https://app.example' } });
    assert.equal(answer.headers['access-control-allow-origin'], '*', path);
    assert.match(String(answer.headers['access-control-expose-headers']), /x-request-id/);
  }
});

test('a browser may call the API only from the pages that were named, where some were', async (context) => {
  const corsOrigins = ['https://app.example', 'http://localhost:3000'];
  const server = await startServer(context, { corsOrigins });
  for (const method of ['GET', 'OPTIONS']) {
    for (const origin of [...corsOrigins, 'https://evil.example', 'https://app.example.evil', undefined]) {
      const headers = { ...(origin ? { origin } : {}), 'access-control-request-method': 'POST' };
      const answer = await server.call(gateway, { method, headers });
      const allowed = origin !== undefined && corsOrigins.includes(origin) ? origin : undefined;
      assert.equal(answer.headers['access-control-allow-origin'], allowed, `${method} ${origin}`);
      assert.match(String(answer.headers.vary), /\borigin\b/, 'caches keep the answers of origins apart');
    }
  }
});

test('a preflight does not echo what is no list of headers', async (context) => {
  const server = await startServer(context);
  const answer = await server.call(gateway, {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'a, <b>; c' },
  });
  assert.equal(answer.headers['access-control-allow-headers'], 'authorization');
});

test('OPTIONS without a preflight says what a route takes', async (context) => {
  const server = await startServer(context);
  const answer = await server.call(`${gateway}/`, { method: 'OPTIONS', key: null });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.allow, 'GET, HEAD, POST, OPTIONS');
  assert.equal(answer.headers['access-control-allow-methods'], undefined);
});

test('pages of other origins cannot read metrics or health', async (context) => {
  const server = await startServer(context);
  for (const path of ['/metrics', '/readyz', '/healthz', '/docs']) {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await server.call(path, { method, key: null, headers: { origin: 'https://evil.example' } });
      assert.equal(answer.headers['access-control-allow-origin'], undefined, `${method} ${path}`);
    }
  }
});

test('every answer tells browsers not to guess', async (context) => {
  const server = await startServer(context);
  for (const path of [gateway, '/nope', '/%zz', '/healthz', '/metrics', '/docs', '/files/x.png', '/']) {
    const { headers } = await server.call(path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.match(String(headers['content-security-policy']), /default-src 'none'/, path);
    assert.match(String(headers['x-request-id']), /^[\w-]{22}$/, path);
  }
});

test('every request gets an id of its own, which is in the log', async (context) => {
  const server = await startServer(context);
  const ids = new Set<string>();
  for (let index = 0; index < 20; index += 1) {
    const answer = await server.call('/v1/models', { headers: { 'x-request-id': 'chosen-by-the-caller' } });
    ids.add(String(answer.headers['x-request-id']));
  }
  assert.equal(ids.size, 20);
  assert.ok(!ids.has('chosen-by-the-caller'));
  for (const id of ids) assert.ok(server.logLines.some((line) => line.request_id === id));
});

test('a request line in the log names route, status, code, account and task, and no URL', async (context) => {
  const server = await startServer(context);
  const submitted = await server.submit(goodBody);
  await server.call(`${gateway}/private-name?token=secret`);
  const [submit, query] = server.logLines.filter((line) => line.msg === 'request');
  assert.equal(submit?.route, gateway);
  assert.equal(submit?.status, 200);
  assert.equal(submit?.account_id, 'alice');
  assert.equal(submit?.task_id, submitted.json.data?.task_id);
  assert.equal(query?.route, `${gateway}/:id`);
  assert.equal(query?.code, 1203);
  assert.doesNotMatch(JSON.stringify(query), /private-name|token=/);
});
