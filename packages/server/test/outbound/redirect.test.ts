// Redirects: each target is judged anew, and what must not travel stays behind.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import type { GuardedFetch } from '../../src/outbound/guarded-fetch.js';
import { testCertificate } from './loopback-certificate.js';
import { fakeLookup, type LoopbackServer, startServer } from './loopback-server.js';

/** Answers `/STATUS?to=URL` with that redirect, everything else with its own method. */
function redirecting() {
  return (
    request: { url?: string | undefined; method?: string | undefined },
    response: import('node:http').ServerResponse,
  ) => {
    const url = new URL(request.url ?? '/', 'http://here');
    const status = Number(url.pathname.slice(1));
    if (status >= 300) response.writeHead(status, { location: url.searchParams.get('to') ?? '' }).end('moved');
    else response.end(request.method);
  };
}

describe('redirects', () => {
  let first: LoopbackServer;
  let second: LoopbackServer;
  let secure: LoopbackServer;
  let guarded: GuardedFetch;
  before(async () => {
    first = await startServer(redirecting());
    second = await startServer(redirecting());
    secure = await startServer(redirecting(), { tls: true });
    const { lookup } = fakeLookup({
      'pictures.example': ['127.0.0.1'],
      'other.example': ['127.0.0.1'],
      'inside.example': ['10.0.0.1'],
    });
    guarded = createGuardedFetch({ allowPrivate: ['127.0.0.1'], lookup, trustedAuthorities: testCertificate });
  });
  after(() => Promise.all([guarded.close(), first.close(), second.close(), secure.close()]));

  const from = (status: number, to: string, server = first, scheme = 'http') =>
    `${scheme}://pictures.example:${server.port}/${status}?to=${encodeURIComponent(to)}`;
  const text = async (response: Promise<{ bytes(): Promise<Uint8Array> }>) =>
    new TextDecoder().decode(await (await response).bytes());

  it('are followed three times and no further', async () => {
    let url = '/end';
    for (let hop = 1; hop <= 3; hop += 1) url = `/302?to=${encodeURIComponent(url)}`;
    const base = `http://pictures.example:${first.port}`;
    const response = await guarded.fetch(base + url);
    assert.equal(response.url.pathname, '/end');
    assert.equal(await text(Promise.resolve(response)), 'GET');
    const four = `${base}/302?to=${encodeURIComponent(url)}`;
    await assert.rejects(guarded.fetch(four), { reason: 'redirect', message: /redirects more than 3 times/ });
    await assert.rejects(guarded.fetch(base + url, { maxRedirects: 2 }), { reason: 'redirect' });
    const loop = `${base}/301?to=${encodeURIComponent('?to=')}`;
    await assert.rejects(guarded.fetch(loop, { maxRedirects: 3 }), { reason: 'redirect' });
  });

  it('are handed back untouched where none may be followed', async () => {
    const response = await guarded.fetch(from(302, 'http://169.254.169.254/'), {
      method: 'POST',
      body: '{}',
      maxRedirects: 0,
    });
    assert.equal(response.status, 302);
    assert.equal(response.headers.location, 'http://169.254.169.254/');
    response.discard();
  });

  it('are refused into private networks, by literal and by name', async () => {
    for (const to of [
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]/',
      'http://0x0a000001/',
      '//10.0.0.1/',
      'http://inside.example/',
    ])
      for (const status of [301, 302, 303, 307, 308])
        await assert.rejects(guarded.fetch(from(status, to)), { reason: 'forbidden' }, to);
  });

  it('are refused to anything but plain web addresses', async () => {
    for (const to of [
      'file:///etc/passwd',
      'ftp://other.example/',
      'data:image/png;base64,AA',
      `http://me:secret@other.example:${second.port}/`,
    ])
      await assert.rejects(guarded.fetch(from(302, to)), { reason: 'bad-url' }, to);
    await assert.rejects(guarded.fetch(from(302, 'http://[bad')), { reason: 'redirect' });
  });

  it('without a location, or of a status that does not redirect, are plain answers', async () => {
    const response = await guarded.fetch(`http://pictures.example:${first.port}/304?to=x`);
    assert.equal(response.status, 304);
    response.discard();
  });

  it('keep every header on one origin, and only harmless ones across origins', async () => {
    const headers = {
      Authorization: 'Bearer tell-nobody',
      Cookie: 'a=1',
      'X-Api-Key': 'tell-nobody',
      Accept: 'image/png',
    };
    await text(guarded.fetch(from(302, '/end'), { headers }));
    const same = first.requests.at(-1)?.headers;
    assert.deepEqual(
      [same?.authorization, same?.['x-api-key'], same?.accept],
      ['Bearer tell-nobody', 'tell-nobody', 'image/png'],
    );
    const others = [`http://pictures.example:${second.port}/`, `http://other.example:${second.port}/`];
    for (const to of others) {
      await text(guarded.fetch(from(302, to), { headers }));
      const seen = second.requests.at(-1)?.headers;
      assert.equal(seen?.accept, 'image/png');
      assert.doesNotMatch(JSON.stringify(seen), /tell-nobody|cookie/);
    }
  });

  it('from https to http carry nothing secret', async () => {
    const to = `http://pictures.example:${second.port}/`;
    await text(guarded.fetch(from(302, to, secure, 'https'), { headers: { authorization: 'Bearer tell-nobody' } }));
    assert.equal(secure.requests.at(-1)?.headers.authorization, 'Bearer tell-nobody');
    assert.equal(second.requests.at(-1)?.headers.authorization, undefined);
    const post = { method: 'POST', body: 'tell-nobody' } as const;
    const before = second.requests.length;
    await assert.rejects(guarded.fetch(from(307, to, secure, 'https'), post), { reason: 'redirect' });
    assert.equal(second.requests.length, before);
  });

  it('turn a POST into a GET without its body, unless they say to repeat it', async () => {
    const post = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } } as const;
    for (const status of [301, 302, 303]) {
      assert.equal(await text(guarded.fetch(from(status, '/end'), post)), 'GET');
      const seen = first.requests.at(-1);
      assert.deepEqual([seen?.body, seen?.headers['content-type']], ['', undefined]);
    }
    for (const status of [307, 308]) {
      assert.equal(await text(guarded.fetch(from(status, '/end'), post)), 'POST');
      assert.equal(first.requests.at(-1)?.body, '{"a":1}');
    }
    assert.equal(await text(guarded.fetch(from(303, '/end'), { method: 'PUT', body: 'x' })), 'GET');
    assert.equal(await text(guarded.fetch(from(302, '/end'), { method: 'PUT', body: 'x' })), 'PUT');
    assert.equal((await guarded.fetch(from(303, '/end'), { method: 'HEAD' })).status, 200);
    assert.equal(first.requests.at(-1)?.method, 'HEAD');
  });
});
