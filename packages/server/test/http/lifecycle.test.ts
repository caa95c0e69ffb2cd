// Health, metrics, the page at the root, TLS, and how an app closes.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createMetrics } from '../../src/core/metrics.js';
import { testCertificate, testPrivateKey } from '../outbound/loopback-certificate.js';
import { keys } from './fakes.js';
import { goodBody, startServer } from './harness.js';

test('is alive and ready', async (context) => {
  const server = await startServer(context);
  const alive = await server.call('/healthz', { key: null });
  assert.deepEqual([alive.status, alive.json], [200, { status: 'ok' }]);
  const ready = await server.call('/readyz', { key: null });
  assert.deepEqual([ready.status, ready.json], [200, { status: 'ready' }]);
});

test('is not ready while the store does not answer, and says so without its reason', async (context) => {
  const check = () => Promise.reject(new Error('password wrong'));
  const server = await startServer(context, {}, { store: { check } });
  const answer = await server.call('/readyz', { key: null });
  assert.deepEqual([answer.status, answer.json.code, answer.json.message], [503, 5001, 'Not ready: store']);
  assert.equal((await server.call('/healthz', { key: null })).status, 200);
});

test('is not ready while a part says nothing at all', async (context) => {
  const never = () => new Promise<void>(() => undefined);
  const sleep = async () => undefined;
  const clock = { now: Date.now, sleep };
  const server = await startServer(context, {}, { store: { check: never }, clock });
  assert.equal((await server.call('/readyz')).json.message, 'Not ready: store');
});

test('is not ready while it drains', async (context) => {
  const server = await startServer(context);
  server.tasks.drain();
  assert.equal((await server.call('/readyz')).status, 503);
});

test('asks its parts once, however many ask it', async (context) => {
  let asked = 0;
  const check = async () => {
    asked += 1;
  };
  let nowMs = 1_000_000;
  const clock = { now: () => nowMs, sleep: () => new Promise<void>(() => undefined) };
  const server = await startServer(context, {}, { store: { check }, clock });
  await Promise.all(Array.from({ length: 20 }, () => server.call('/readyz')));
  assert.equal(asked, 1);
  nowMs += 1000;
  await server.call('/readyz');
  assert.equal(asked, 2);
});

test('metrics count requests by route and status, and show the process’s and other rooms’ numbers', async (context) => {
  const metrics = createMetrics();
  metrics.count('inkling_lease_losses_total', ['other room'], 7);
  const server = await startServer(context, {}, { metrics });
  await server.submit(goodBody);
  await server.submit({});
  await server.call('/v1/images/generations/one');
  await server.call('/v1/images/generations/two');
  await server.call('/nope');
  const { text, headers, status } = await server.call('/metrics', { key: null });
  assert.equal(status, 200);
  assert.match(String(headers['content-type']), /^text\/plain; version=0.0.4/);
  const count = (labels: string) =>
    new RegExp(`inkling_http_request_duration_seconds_count\\{${labels}\\} (\\d+)`).exec(text)?.[1];
  assert.equal(count('method="POST",route="/kling/v1/images/generations",status="200"'), '1');
  assert.equal(count('method="POST",route="/kling/v1/images/generations",status="400"'), '1');
  assert.equal(count('method="GET",route="/v1/images/generations/:id",status="400"'), '2');
  assert.equal(count('method="GET",route="unknown",status="404"'), '1');
  assert.match(text, /^process_resident_memory_bytes \d+/m);
  assert.match(text, /^nodejs_eventloop_lag_p99_seconds /m);
  assert.match(text, /^inkling_lease_losses_total\{engine="other room"\} 7$/m);
  assert.ok(!text.includes(keys.alice));
});

test('without a studio the root says what to do: to people as a page, to programs as JSON', async (context) => {
  const server = await startServer(context);
  const { json } = await server.call('/', { key: null });
  const { studio, ...rest } = json as unknown as { studio: string };
  assert.deepEqual(rest, { name: 'inkling', docs: '/docs', openapi: '/openapi.json' });
  assert.match(studio, /^not built; to have it: npm ci .* && npm run build && .*npm start$/);
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const page = await server.call('/', { key: null, headers: { accept } });
  assert.deepEqual([page.status, page.headers['content-type']], [200, 'text/html; charset=utf-8']);
  assert.match(String(page.headers['content-security-policy']), /^default-src 'none';/);
  for (const said of ['Inkling is running', 'npm run build', 'href="/docs"', '工作室'])
    assert.ok(page.text.includes(said));
  // What it tells people to run is there to be run.
  const { scripts } = JSON.parse(await readFile(new URL('../../../../../package.json', import.meta.url), 'utf8'));
  assert.ok(scripts.build && scripts.start);
});

test('serves the studio with a strict policy, and keeps the API’s 404', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'studio-'));
  context.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Inkling</title>');
  await writeFile(join(folder, 'index-BxT4k2Qa.js'), 'export {};');
  await writeFile(join(folder, '.secret'), 'hidden');
  const settings = { publicUrl: 'https://images.example.com/kling' };
  const server = await startServer(context, settings, { studioFolder: folder });
  const page = await server.call('/', { key: null });
  assert.deepEqual([page.status, page.text], [200, '<!doctype html><title>Inkling</title>']);
  assert.match(String(page.headers['content-type']), /^text\/html/);
  assert.equal(page.headers['cache-control'], 'no-cache');
  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /^default-src 'none'; script-src 'self';/);
  assert.match(policy, /img-src 'self' data: blob: https:\/\/images\.example\.com;/);
  const script = await server.call('/index-BxT4k2Qa.js', { key: null });
  assert.equal(script.headers['cache-control'], 'public, max-age=31536000, immutable');
  for (const path of ['/.secret', '/other.js', '/../package.json', '/%2e%2e/package.json']) {
    const answer = await server.call(path, { key: null });
    assert.deepEqual([answer.status, answer.json.code], [404, 1203], path);
  }
  assert.equal((await server.call('/', { method: 'POST' })).json.code, 1202);
  assert.equal((await server.call('/v1/models')).status, 200);
});

test('close lets a running answer finish, then ends the connection', async (context) => {
  const server = await startServer(context, { closeTimeoutMs: 60_000 });
  const submit = server.tasks.submit;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let started: () => void = () => undefined;
  const running = new Promise<void>((resolve) => {
    started = resolve;
  });
  server.tasks.submit = async (input) => {
    started();
    await held;
    return submit(input);
  };
  const answer = server.submit(goodBody, { headers: { connection: 'keep-alive' } });
  await running;
  const closed = server.app.close();
  while (server.app.server.listening) await new Promise(setImmediate);
  release();
  const { status, headers } = await answer;
  assert.equal(status, 200);
  assert.equal(headers.connection, 'close');
  await closed;
  await server.app.close();
  await assert.rejects(server.call('/healthz'));
});

test('close answers whoever prefers to wait', async (context) => {
  const server = await startServer(context, { closeTimeoutMs: 60_000 });
  const before = server.tasks.listeners;
  const waiting = server.submit(goodBody, { headers: { prefer: 'wait=60' } });
  while (server.tasks.listeners === before) await new Promise(setImmediate);
  await server.app.close();
  assert.equal((await waiting).json.data?.task_status, 'submitted');
});

test('close cuts what does not finish in time', async (context) => {
  const server = await startServer(context, { closeTimeoutMs: 50 });
  server.tasks.submit = () => new Promise(() => undefined);
  const answer = assert.rejects(server.submit(goodBody));
  while ((await server.call('/healthz')).status !== 200) await new Promise(setImmediate);
  await server.app.close();
  await answer;
});

test('close does not wait for idle connections', async (context) => {
  const server = await startServer(context, { closeTimeoutMs: 60_000 });
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  const ended = once(socket, 'close');
  socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket, 'data');
  await server.app.close();
  await ended;
});

test('a caller that hangs up aborts the check of its picture', async (context) => {
  const server = await startServer(context, { referenceDeadlineMs: 600_000 });
  let aborted: (reason: unknown) => void = () => undefined;
  const abort = new Promise((resolve) => {
    aborted = resolve;
  });
  let asked: () => void = () => undefined;
  const checking = new Promise<void>((resolve) => {
    asked = resolve;
  });
  server.references.checkUrl = (_url, { signal }) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        aborted(signal.reason);
        reject(signal.reason);
      });
      asked();
    });
  const body = JSON.stringify({ ...goodBody, image: 'https://slow.example/a.png' });
  const request = httpRequest({
    port: server.port,
    path: '/v1/images/generations',
    method: 'POST',
    headers: { authorization: `Bearer ${keys.alice}`, 'content-length': body.length },
    agent: false,
  });
  request.on('error', () => undefined);
  request.end(body);
  await checking;
  request.destroy();
  await abort;
  assert.equal(server.tasks.inputs.length, 0);
  assert.ok(!server.logLines.some((line) => line.level === 'error'));
});

test('one connection carries many requests', async (context) => {
  const server = await startServer(context);
  const socket = connect(server.port, '127.0.0.1');
  const body = JSON.stringify(goodBody);
  const one =
    `POST /v1/images/generations HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${keys.alice}\r\n` +
    `content-length: ${body.length}\r\n\r\n${body}`;
  socket.write(one.repeat(20));
  let text = '';
  for await (const chunk of socket) {
    text += chunk;
    if (text.split('"code":0').length === 21) break;
  }
  assert.equal(server.tasks.inputs.length, 20);
});

test('answers to several requests of one socket that is refused in between still come in order', async (context) => {
  const server = await startServer(context);
  const text = await server.raw(
    'POST /v1/images/generations HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\n{"a"',
    'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  );
  assert.match(text, /^HTTP\/1.1 401 [\s\S]*"code":1001[\s\S]*HTTP\/1.1 200 OK[\s\S]*"status":"ok"/);
});

test('serves HTTPS with a certificate, and links to itself with it', async (context) => {
  const server = await startServer(context, { tls: { cert: testCertificate, key: testPrivateKey } });
  const ask = async (path: string) => {
    const request = httpsRequest({
      host: '127.0.0.1',
      port: server.port,
      path,
      ca: testCertificate,
      checkServerIdentity: () => undefined,
      headers: { authorization: `Bearer ${keys.alice}`, host: 'images.example' },
      agent: false,
    });
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response) text += chunk;
    return text;
  };
  assert.match(await ask('/healthz'), /"status":"ok"/);
  assert.match(await ask('/openapi.json'), /"servers":\[\{"url":"https:\/\/images\.example"\}\]/);
  // Plain HTTP on the same port is no TLS: it is cut, and the server goes on.
  await server.raw('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  assert.match(await ask('/healthz'), /"status":"ok"/);
});
