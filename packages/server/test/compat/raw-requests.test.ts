// Requests as other languages' HTTP libraries put them on the wire, byte by byte over TLS: which headers they send and
// leave out, their spelling, how they cut a body, what they expect of a connection.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permanentKey, sleepingModels } from '../service/running-service.js';
import { openRawConnection, type RawAnswer } from './raw-connection.js';
import { startTlsService } from './tls-service.js';

const gateway = '/kling/v1/images/generations';
const vendor = '/v1/images/generations';
const authorization = `Bearer ${permanentKey}`;

interface Envelope {
  code: number;
  message: string;
  data: { task_id: string; task_status: string; task_result?: { images: { index: number; url: string }[] } };
}

function parse(answer: RawAnswer): Envelope {
  return JSON.parse(answer.body.toString('utf8')) as Envelope;
}

/** Joins header lines as they go over the wire. */
function head(...lines: string[]): string {
  return `${lines.join('\r\n')}\r\n\r\n`;
}

test("Python's http.client: no User-Agent, no Connection, escaped text, one connection for everything", async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  // As json.dumps writes it: everything outside ASCII escaped.
  const prompt = '\\u4e00\\u53ea\\u888b\\u9f20, holding a sign that says \\"DMXAPI\\"';
  const body = `{"model_name": "kling-v1-5", "prompt": "${prompt}"}`;
  const submit = head(
    `POST ${gateway} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Accept-Encoding: identity',
    `Content-Length: ${body.length}`,
    `Authorization: ${authorization}`,
    'Content-Type: application/json',
  );
  await connection.write(submit + body);
  const submitted = await connection.read();
  assert.equal(submitted.status, 200);
  assert.equal(submitted.version, 'HTTP/1.1');
  assert.notEqual(submitted.headers.connection, 'close');
  assert.equal(submitted.headers['content-encoding'], undefined);
  const { task_id: id } = parse(submitted).data;

  let task: Envelope['data'];
  do {
    const query = [`GET ${gateway}/${id} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Accept-Encoding: identity'];
    await connection.write(head(...query, `Authorization: ${authorization}`));
    task = parse(await connection.read()).data;
  } while (task.task_status === 'submitted' || task.task_status === 'processing');
  assert.equal(task.task_status, 'succeed');

  const url = new URL(task.task_result?.images[0]?.url ?? assert.fail('no picture'));
  assert.equal(url.origin, `https://127.0.0.1:${port}`);
  await connection.write(head(`GET ${url.pathname} HTTP/1.1`, `Host: ${url.host}`, 'Accept-Encoding: identity'));
  const picture = await connection.read();
  assert.equal(picture.headers['content-type'], 'image/png');
  assert.deepEqual([picture.body.readUInt32BE(16), picture.body.readUInt32BE(20)], [1024, 1024]);
});

test('the odd query that samples of gateways carry is ignored', async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  const body = '{"model_name":"kling-v1","prompt":"x"}';
  const lines = [`Host: 127.0.0.1:${port}`, `Content-Length: ${body.length}`, `Authorization: ${authorization}`];
  await connection.write(head(`POST ${gateway}?=null HTTP/1.1`, ...lines) + body);
  assert.equal(parse(await connection.read()).code, 0);
});

test('.NET: chunked JSON with a charset, and null for everything that was not set', async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  const json = JSON.stringify({
    model_name: 'kling-v1',
    prompt: 'ein Fuchs im Schnee',
    negative_prompt: null,
    image: null,
    image_fidelity: null,
    n: null,
    aspect_ratio: null,
    callback_url: null,
  });
  const cut = 40;
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16).toUpperCase()}\r\n${text}\r\n`;
  await connection.write(
    head(
      `POST ${vendor} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Authorization: ${authorization}`,
      'Transfer-Encoding: chunked',
      'Content-Type: application/json; charset=utf-8',
    ),
    chunk(json.slice(0, cut)),
    chunk(json.slice(cut)),
    '0\r\n\r\n',
  );
  const answer = await connection.read();
  assert.equal(parse(answer).message, 'SUCCEED');
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
});

test('a client that waits for 100 Continue gets it before it sends its body', async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  const body = '{"prompt":"a fox"}';
  await connection.write(
    head(
      `POST ${vendor} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Authorization: ${authorization}`,
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
    ),
  );
  assert.equal((await connection.read()).status, 100);
  await connection.write(body);
  assert.equal(parse(await connection.read()).code, 0);
});

test('Go: header names in any case, gzip is accepted but not forced upon the client', async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  const body = '{"model_name":"kling-v2","prompt":"a fox","n":2}';
  await connection.write(
    head(
      `POST ${vendor} HTTP/1.1`,
      `HOST: 127.0.0.1:${port}`,
      'user-agent: Go-http-client/1.1',
      `content-length: ${body.length}`,
      `AUTHORIZATION: bearer ${permanentKey}`,
      'content-type: application/json',
      'accept-encoding: gzip',
    ),
    body,
  );
  const answer = await connection.read();
  assert.equal(answer.headers['content-encoding'], undefined);
  assert.equal(parse(answer).data.task_status, 'submitted');
});

test('httpx and aiohttp: a GET may name a content type, and even carry an empty object', async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  const lines = [`Host: 127.0.0.1:${port}`, `Authorization: ${authorization}`, 'Content-Type: application/json'];
  await connection.write(head(`GET ${vendor}?pageNum=1&pageSize=30 HTTP/1.1`, ...lines));
  assert.equal(parse(await connection.read()).code, 0);
  await connection.write(`${head(`GET ${vendor} HTTP/1.1`, ...lines, 'Content-Length: 2')}{}`);
  assert.equal(parse(await connection.read()).code, 0);
});

test('HTTP/1.0 is answered whole, and the connection ends', async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  await connection.write(head(`GET ${gateway} HTTP/1.0`, `Host: 127.0.0.1:${port}`, `Authorization: ${authorization}`));
  const answer = await connection.read();
  assert.deepEqual((parse(answer) as unknown as { data: unknown }).data, []);
  await connection.closed();
});

test('a refusal leaves the connection fit for the next request', async (context) => {
  const { port } = await startTlsService(context, sleepingModels);
  const connection = await openRawConnection(context, port);
  const body = '{"prompt":';
  const lines = [`Host: 127.0.0.1:${port}`, `Content-Length: ${body.length}`, 'Content-Type: application/json'];
  await connection.write(head(`POST ${gateway} HTTP/1.1`, ...lines) + body);
  const first = await connection.read();
  assert.deepEqual([first.status, parse(first).code], [401, 1001]);
  await connection.write(head(`POST ${gateway} HTTP/1.1`, ...lines, `Authorization: ${authorization}`) + body);
  const second = await connection.read();
  assert.deepEqual([second.status, parse(second).code], [400, 1200]);
  assert.ok(!('data' in parse(second)));
});
