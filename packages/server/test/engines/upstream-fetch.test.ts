// Calls of engines reach the configured servers, private or not, and nobody else.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createUpstreamFetch, type UpstreamFetch } from '../../src/engines/upstream/upstream-fetch.js';
import { type LoopbackServer, startServer } from '../outbound/loopback-server.js';

let server: LoopbackServer;
let other: LoopbackServer;
let upstream: UpstreamFetch;
before(async () => {
  other = await startServer((_request, response) => response.end('other'));
  server = await startServer((request, response) => {
    if (request.url === '/away') response.writeHead(307, { location: `http://127.0.0.1:${other.port}/` }).end();
    else if (request.url === '/moved') response.writeHead(307, { location: '/here' }).end();
    else if (request.url === '/large') response.end(Buffer.alloc(2000));
    else if (request.url !== '/never') response.end('here');
  });
  upstream = createUpstreamFetch([`http://127.0.0.1:${server.port}/some/path`]);
});
after(async () => {
  await upstream.close();
  await server.close();
  await other.close();
});

const at = (path: string, port = server.port) => `http://127.0.0.1:${port}${path}`;
const text = async (response: { bytes(): Promise<Uint8Array> }) => Buffer.from(await response.bytes()).toString();

describe('calls to an upstream', () => {
  it('reach a private address that the operator named', async () => {
    assert.equal(await text(await upstream.fetch(at('/'))), 'here');
    assert.ok(upstream.reaches(at('/x?y')));
  });

  it('follow a redirect on the same origin, with its body', async () => {
    assert.equal(await text(await upstream.fetch(at('/moved'), { method: 'POST', body: 'question' })), 'here');
    assert.equal(server.requests.at(-1)?.body, 'question');
  });

  it('do not follow one that leads to another port of the same machine', async () => {
    await assert.rejects(upstream.fetch(at('/away')), { name: 'OutboundError', reason: 'redirect' });
    assert.equal(other.connections(), 0);
  });

  it('never reach another origin', async () => {
    for (const url of [at('/', other.port), 'https://127.0.0.1/', 'http://example.com/', 'ftp://127.0.0.1/', 'x', '']) {
      assert.equal(upstream.reaches(url), false, url);
      await assert.rejects(upstream.fetch(url), { reason: 'forbidden' }, url);
    }
    assert.equal(other.connections(), 0);
  });

  it('are held to their caps', async () => {
    const large = await upstream
      .fetch(at('/large'), { maxBytes: 1000 })
      .then((response) => response.bytes().catch((e) => e));
    assert.equal((large as { reason?: string }).reason, 'too-large');
    await assert.rejects(upstream.fetch(at('/never'), { timeoutMs: 50 }), { reason: 'timeout' });
  });
});
