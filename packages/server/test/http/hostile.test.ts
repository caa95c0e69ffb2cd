// Hostile and broken clients on raw sockets: slow heads and bodies, endless and oversized ones, bytes that are no HTTP.
// Time limits are set short here; every test waits for the server to act, none for a time to pass.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { keys } from './fakes.js';
import { goodBody, startServer, type TestServer } from './harness.js';

const quick = { headersTimeoutMs: 150, requestTimeoutMs: 300, checkIntervalMs: 20 };
const post = 'POST /kling/v1/images/generations HTTP/1.1\r\nhost: x\r\n';
const withKey = `${post}authorization: Bearer ${keys.alice}\r\n`;

/** Status, code and request id of the first answer in `text`; every answer must be in the envelope. */
function readAnswer(text: string): { status: number; code: unknown; message: string } {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  const json = JSON.parse(body) as Record<string, unknown>;
  assert.deepEqual(Object.keys(json), ['code', 'message', 'request_id']);
  assert.match(head, new RegExp(`x-request-id: ${json.request_id}`));
  assert.match(head, /content-type: application\/json; charset=utf-8/);
  return { status, code: json.code, message: String(json.message) };
}

const malformed: [name: string, bytes: string | Buffer, status: number, code: number][] = [
  ['no HTTP', 'HELLO\r\n\r\n', 400, 1200],
  ['a TLS hello', Buffer.from('16030100a5010000a1030352362c10', 'hex'), 400, 1200],
  ['binary', Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 13, 10]), 400, 1200],
  ['HTTP/9.9', 'GET / HTTP/9.9\r\nhost: x\r\n\r\n', 400, 1200],
  ['a header without a colon', 'GET / HTTP/1.1\r\nhost x\r\n\r\n', 400, 1200],
  ['a blank in a header name', 'GET / HTTP/1.1\r\nho st: x\r\n\r\n', 400, 1200],
  ['a NUL in a header', 'GET / HTTP/1.1\r\nhost: x\0y\r\n\r\n', 400, 1200],
  ['a length that is no number', `${withKey}content-length: ten\r\n\r\n`, 400, 1200],
  ['a negative length', `${withKey}content-length: -1\r\n\r\n`, 400, 1200],
  ['two lengths', `${withKey}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, 400, 1200],
  ['length and chunks together', `${withKey}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`, 400, 1200],
  ['an unknown transfer encoding', `${withKey}transfer-encoding: gzip\r\n\r\n{}`, 400, 1200],
  ['headers over 16 KiB', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 1201],
  ['a URL over 16 KiB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 1201],
  ['5000 headers', `GET / HTTP/1.1\r\nhost: x\r\n${'x-a: bcdefg\r\n'.repeat(5000)}\r\n`, 431, 1201],
];
for (const [name, bytes, status, code] of malformed) {
  test(`answers ${name} in the envelope and hangs up`, async (context) => {
    const server = await startServer(context);
    const answer = readAnswer(await server.raw(bytes));
    assert.deepEqual([answer.status, answer.code], [status, code]);
    assert.equal((await server.call('/healthz')).status, 200);
  });
}

const slow: [name: string, bytes: string][] = [
  ['a socket that says half a line', 'GET / HT'],
  ['headers that never end', 'GET / HTTP/1.1\r\nhost: x\r\nx-a: b\r\n'],
  ['a body that never comes', `${withKey}content-length: 100\r\n\r\n`],
  ['a body that stops halfway', `${withKey}content-length: 100\r\n\r\n{"model_name":`],
  ['chunks that stop', `${withKey}transfer-encoding: chunked\r\n\r\n5\r\n{"mod\r\n`],
];
for (const [name, bytes] of slow) {
  test(`cuts ${name} with 408`, async (context) => {
    const server = await startServer(context, quick);
    const answer = readAnswer(await server.raw(bytes));
    assert.deepEqual([answer.status, answer.code], [408, 1200]);
  });
}

/** Sends `piece` again and again, as fast as it goes or every `everyMs`, until the socket is closed or `until` was received. */
async function sendForever(
  server: TestServer,
  start: string,
  piece: string | Buffer,
  { everyMs, until }: { everyMs?: number; until?: string } = {},
): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
    if (until !== undefined && received.includes(until)) socket.destroy();
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(start);
  const timer = everyMs === undefined ? undefined : setInterval(() => socket.write(piece), everyMs);
  if (everyMs === undefined) {
    const pump = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', pump);
    pump();
  }
  await closed;
  clearInterval(timer);
  return received;
}

test('cuts a head that trickles in, byte after byte', async (context) => {
  const server = await startServer(context, quick);
  const received = await sendForever(server, 'GET / HTTP/1.1\r\nhost: x\r\nx-a: ', 'a', { everyMs: 10 });
  assert.equal(readAnswer(received).status, 408);
});

test('cuts a body that trickles in, byte after byte', async (context) => {
  const server = await startServer(context, quick);
  const received = await sendForever(server, `${withKey}content-length: 100000\r\n\r\n`, ' ', { everyMs: 10 });
  assert.equal(readAnswer(received).status, 408);
});

test('cuts an endless head', async (context) => {
  const server = await startServer(context);
  const received = await sendForever(server, 'GET / HTTP/1.1\r\nhost: x\r\n', `x-${'a'.repeat(100)}: b\r\n`);
  assert.equal(readAnswer(received).status, 431);
});

test('an endless body is answered 413 once it is too large', async (context) => {
  const server = await startServer(context);
  const piece = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 0x20), Buffer.from('\r\n')]);
  const received = await sendForever(server, `${withKey}transfer-encoding: chunked\r\n\r\n`, piece, { until: '}' });
  const answer = readAnswer(received);
  assert.deepEqual([answer.status, answer.code], [413, 1201]);
  assert.match(answer.message, /^Request body is too large: at most 15728640 bytes/);
});

test('an endless body without a key is answered before it is read, and then cut', async (context) => {
  const server = await startServer(context, { headersTimeoutMs: 2000, requestTimeoutMs: 2000, checkIntervalMs: 50 });
  const piece = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 0x20), Buffer.from('\r\n')]);
  const received = await sendForever(server, `${post}transfer-encoding: chunked\r\n\r\n`, piece);
  assert.deepEqual([readAnswer(received).status, readAnswer(received).code], [401, 1001]);
});

test('a body that says it is too large is refused unread, and its sender sees why', async (context) => {
  const server = await startServer(context);
  const body = Buffer.alloc(15 * 1024 * 1024 + 1, 0x20);
  for (const connection of ['close', 'keep-alive']) {
    const answer = await server.submit(body, { headers: { connection } });
    assert.deepEqual([answer.status, answer.json.code], [413, 1201], connection);
  }
});

test('a body of exactly 15 MiB is read', async (context) => {
  const server = await startServer(context);
  const start = JSON.stringify({ ...goodBody, image: '' }).slice(0, -2);
  const body = Buffer.alloc(15 * 1024 * 1024, 0x41);
  body.write(start);
  body.write('"}', body.length - 2);
  const answer = await server.submit(body);
  assert.equal(answer.status, 200, answer.text);
  assert.equal(server.references.seen[0]?.text.length, body.length - start.length - 2);
});

test('whoever sends a large body with a wrong key sees the refusal', async (context) => {
  const server = await startServer(context);
  const body = Buffer.alloc(10 * 1024 * 1024, 0x20);
  const answer = await server.submit(body, { key: 'sk-wrong', headers: { connection: 'close' } });
  assert.deepEqual([answer.status, answer.json.code], [401, 1002]);
});

test('with Expect, a body is only invited once its sender is known', async (context) => {
  const server = await startServer(context);
  const refused = await server.raw(`${post}connection: close\r\nexpect: 100-continue\r\ncontent-length: 0\r\n\r\n`);
  assert.match(refused, /^HTTP\/1\.1 401 /);
  const body = JSON.stringify(goodBody);
  const head = `${withKey}connection: close\r\nexpect: 100-continue\r\ncontent-length: ${body.length}\r\n\r\n`;
  const accepted = await server.raw(head, body);
  assert.match(accepted, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
});

test('a body that breaks off leaves nothing behind', async (context) => {
  const server = await startServer(context);
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume().end(`${withKey}content-length: 1000\r\n\r\n{"model_name":"kling-v1"`);
  await once(socket, 'close');
  assert.equal(server.tasks.inputs.length, 0);
  assert.ok(!server.logLines.some((line) => line.level === 'error'));
});

/** An upload of which the head and a first piece are sent. */
function beginUpload(server: TestServer, contentLength: number): Socket {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`${withKey}connection: close\r\nexpect: 100-continue\r\ncontent-length: ${contentLength}\r\n\r\n`);
  return socket;
}

test('uploads over the memory bound wait unread until there is room', async (context) => {
  const megabyte = 1024 * 1024;
  const server = await startServer(context, { uploadMemoryBytes: 2 * megabyte });
  const uploads = [beginUpload(server, megabyte), beginUpload(server, megabyte)];
  // Invited: both have their room.
  const invitations = await Promise.all(uploads.map((socket) => once(socket, 'data')));
  for (const invitation of invitations) assert.match(String(invitation), /^HTTP\/1\.1 100 Continue/);
  const third = beginUpload(server, megabyte);
  let isInvited = false;
  third.once('data', () => {
    isInvited = true;
  });
  // A small request needs no room. Its answer shows that the server has gone on past the third head.
  assert.equal((await server.submit(goodBody)).status, 200);
  assert.equal((await server.submit(goodBody)).status, 200);
  assert.equal(isInvited, false);
  const invited = once(third, 'data');
  uploads[0]?.destroy();
  assert.match(String(await invited), /^HTTP\/1\.1 100 Continue/);
  for (const socket of [...uploads, third]) socket.destroy();
});

const bombs: [name: string, body: Buffer][] = [
  ['arrays in arrays', Buffer.alloc(14_000_000, '[')],
  ['empty objects', Buffer.from(`[${'{},'.repeat(4_000_000)}{}]`)],
  ['numbers', Buffer.from(`{"a":[${'0,'.repeat(6_000_000)}0]}`)],
  ['short strings', Buffer.from(`{"a":[${'"",'.repeat(4_000_000)}""]}`)],
  ['keys', Buffer.from(`{${'"a":0,'.repeat(2_000_000)}"a":0}`)],
  ['escaped quotes', Buffer.from(`{"a":"${'\\"'.repeat(6_000_000)}"}`)],
  ['blanks', Buffer.alloc(14_000_000, 0x20)],
];
for (const [name, body] of bombs) {
  test(`refuses 14 MB of ${name} without building them`, async (context) => {
    const server = await startServer(context);
    const before = process.memoryUsage().heapUsed;
    const answer = await server.submit(body);
    assert.deepEqual([answer.status, answer.json.code], [400, 1200]);
    assert.ok(process.memoryUsage().heapUsed - before < 50_000_000);
  });
}

test('more connections than the bound are refused at once', async (context) => {
  const server = await startServer(context, { maxConnections: 2 });
  const open = await Promise.all([holdOpen(context, server), holdOpen(context, server)]);
  const third = connect(server.port, '127.0.0.1');
  third.on('error', () => undefined);
  await once(third, 'close');
  for (const socket of open) assert.equal(socket.destroyed, false);
});

/** A connection that the server has answered on and keeps. */
async function holdOpen(context: TestContext, server: TestServer): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  context.after(() => socket.destroy());
  socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

test('a connection on which nothing moves is closed', async (context) => {
  const server = await startServer(context, { idleTimeoutMs: 50 });
  const socket = connect(server.port, '127.0.0.1');
  socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket.resume(), 'close');
});

test('a method that opens tunnels is refused', async (context) => {
  const server = await startServer(context);
  await server.raw('CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n');
  const upgrade = await server.raw(
    'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n',
  );
  assert.match(upgrade, /^HTTP\/1\.1 200 OK/);
});

test('a proxy’s form of the URL, and HTTP/1.0 without a host, are understood', async (context) => {
  const server = await startServer(context);
  const absolute = await server.raw(
    'GET http://other.example/healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  );
  assert.match(absolute, /"status":"ok"/);
  const old = await server.raw(`GET /v1/models HTTP/1.0\r\nauthorization: Bearer ${keys.alice}\r\n\r\n`);
  assert.match(old, /"code":0/);
});
