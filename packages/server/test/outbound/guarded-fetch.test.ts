// The guard in action: real servers on loopback, real sockets, a lookup of the test's own.
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import type { Lookup } from '../../src/outbound/guarded-agent.js';
import type { GuardedFetch, GuardedFetchOptions } from '../../src/outbound/guarded-fetch.js';
import { asFieldError, OutboundError } from '../../src/outbound/outbound-error.js';
import { proveGuard } from '../../src/outbound/self-test.js';
import { fakeLookup, type LoopbackServer, startServer } from './loopback-server.js';

const made: GuardedFetch[] = [];
/** A guard that is closed after the tests. */
function guard(options: Partial<GuardedFetchOptions> = {}): GuardedFetch {
  const created = createGuardedFetch({ allowPrivate: [], ...options });
  made.push(created);
  return created;
}
after(() => Promise.all(made.map((one) => one.close())));

/** The reason for which a promise rejects; fails when it does not, or with something else. */
async function reasonOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof OutboundError, `unexpected: ${error}`);
    return error.reason;
  }
  return 'none';
}

describe('address guard at connect time', () => {
  let server: LoopbackServer;
  before(async () => {
    server = await startServer((_request, response) => response.writeHead(200, { connection: 'close' }).end('hello'));
  });
  after(() => server.close());

  it('reaches a host whose address is open, and hands back status, headers, URL and bytes', async () => {
    const { lookup, asked } = fakeLookup({ 'pictures.example': ['127.0.0.1'] });
    const open = guard({ allowPrivate: ['127.0.0.1'], lookup });
    const response = await open.fetch(`http://pictures.example:${server.port}/a?b=1#c`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.connection, 'close');
    assert.equal(response.url.href, `http://pictures.example:${server.port}/a?b=1`);
    assert.equal(new TextDecoder().decode(await response.bytes()), 'hello');
    assert.equal(server.requests.at(-1)?.url, '/a?b=1');
    assert.deepEqual(asked, ['pictures.example']);
  });

  it('refuses literals, names, and mixed answers without one connection', async () => {
    const { lookup } = fakeLookup({
      'inside.example': ['127.0.0.1'],
      'inside6.example': ['::1'],
      'mapped.example': ['::ffff:127.0.0.1'],
      'mixed.example': ['8.8.8.8', '127.0.0.1'],
      'metadata.example': ['169.254.169.254'],
    });
    const shut = guard({ lookup });
    const before = server.connections();
    const hosts = ['127.0.0.1', '2130706433', '0177.0.0.1', '[::ffff:127.0.0.1]', 'localhost', '127.0.0.1.'];
    hosts.push(
      'inside.example',
      'inside6.example',
      'mapped.example',
      'mixed.example',
      'metadata.example',
      'inside.example.',
    );
    for (const host of hosts)
      assert.equal(await reasonOf(shut.fetch(`http://${host}:${server.port}/`)), 'forbidden', host);
    assert.equal(server.connections(), before);
  });

  it('connects to the address it checked: a second answer of the resolver is never asked for', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1'], ['10.0.0.1']];
    const { lookup, asked } = fakeLookup({ 'rebind.example': () => answers.shift() ?? [] });
    const open = guard({ allowPrivate: ['127.0.0.1'], lookup });
    const response = await open.fetch(`http://rebind.example:${server.port}/`);
    await response.bytes();
    assert.equal(asked.length, 1);
    assert.equal(await reasonOf(open.fetch(`http://rebind.example:${server.port}/`)), 'forbidden');
    assert.equal(asked.length, 2);
  });

  it('holds against a real name server that changes its mind', async () => {
    let answers = 0;
    const nameServer = createSocket('udp4');
    nameServer.on('message', (query, from) => {
      answers += 1;
      // Header: the query's id, response + recursion available, one question, one answer. Answer: name at offset 12, A, IN, TTL 0.
      const questionEnd = query.indexOf(0, 12) + 5;
      const last = answers % 2 === 1 ? [127, 0, 0, 1] : [127, 0, 0, 2];
      const header = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
      const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...last]);
      nameServer.send(Buffer.concat([header, query.subarray(12, questionEnd), answer]), from.port, from.address);
    });
    await new Promise<void>((resolve) => nameServer.bind(0, '127.0.0.1', resolve));
    const resolver = new Resolver();
    resolver.setServers([`127.0.0.1:${(nameServer.address() as AddressInfo).port}`]);
    const lookup: Lookup = async (name) => (await resolver.resolve4(name)).map((address) => ({ address, family: 4 }));
    const open = guard({ allowPrivate: ['127.0.0.1'], lookup });
    try {
      const outcomes: string[] = [];
      for (let turn = 0; turn < 4; turn += 1)
        outcomes.push(
          await open.fetch(`http://rebind.example:${server.port}/`).then(
            async (response) => String((await response.bytes()).length),
            (error) => (error as OutboundError).reason,
          ),
        );
      assert.deepEqual(outcomes, ['5', 'forbidden', '5', 'forbidden']);
      assert.equal(answers, 4);
    } finally {
      nameServer.close();
    }
  });

  it('takes no proxy from the environment', async () => {
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'];
    const saved = names.map((name) => process.env[name]);
    const proxy = await startServer((_request, response) => response.end('proxied'));
    for (const name of names) process.env[name] = `http://127.0.0.1:${proxy.port}`;
    try {
      const response = await guard({ allowPrivate: ['127.0.0.1'] }).fetch(`http://127.0.0.1:${server.port}/`);
      assert.equal(new TextDecoder().decode(await response.bytes()), 'hello');
      assert.equal(proxy.connections(), 0);
    } finally {
      names.forEach((name, index) => {
        if (saved[index] === undefined) delete process.env[name];
        else process.env[name] = saved[index];
      });
      await proxy.close();
    }
  });

  it('lets at most two names be looked up at once', async () => {
    let running = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const lookup: Lookup = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => waiting.push(resolve));
      running -= 1;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const open = guard({ allowPrivate: ['127.0.0.1'], lookup });
    const calls = Array.from({ length: 6 }, (_, index) =>
      open.fetch(`http://host${index}.example:${server.port}/`).then((response) => response.bytes()),
    );
    const done = Promise.all(calls);
    let finished = false;
    void done.then(() => {
      finished = true;
    });
    while (!finished) {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal((await done).length, 6);
    assert.equal(most, 2);
  });
});

describe('TLS', () => {
  it('checks the certificate against the name in the URL, though it connects to the checked address', async () => {
    const { testCertificate } = await import('./loopback-certificate.js');
    const server = await startServer((_request, response) => response.end('secret'), { tls: true });
    const { lookup } = fakeLookup({ 'pictures.example': ['127.0.0.1'], 'wrong.example': ['127.0.0.1'] });
    try {
      const open = guard({ allowPrivate: ['127.0.0.1'], lookup, trustedAuthorities: testCertificate });
      const response = await open.fetch(`https://pictures.example:${server.port}/`);
      assert.equal(new TextDecoder().decode(await response.bytes()), 'secret');
      await assert.rejects(open.fetch(`https://wrong.example:${server.port}/`), /certificate/);
      const suspicious = guard({ allowPrivate: ['127.0.0.1'], lookup });
      await assert.rejects(suspicious.fetch(`https://pictures.example:${server.port}/`), /certificate/);
      assert.equal(server.requests.length, 1);
    } finally {
      await server.close();
    }
  });
});

describe('self-test', () => {
  it('passes on the guard in use, also when the start itself opens loopback', async () => {
    await guard().selfTest();
    await guard({ allowPrivate: ['127.0.0.0/8', 'localhost'] }).selfTest();
  });

  it('fails on a guard that lets everything through', async () => {
    const broken = (options: GuardedFetchOptions) =>
      createGuardedFetch({ ...options, allowPrivate: ['127.0.0.1', 'localhost', 'self-test.invalid'] });
    await assert.rejects(proveGuard(broken), /failed its self-test: .*was reached/);
  });

  it('fails on a guard that forgets names, and on one that forgets redirects', async () => {
    const trustsNames = (options: GuardedFetchOptions) =>
      createGuardedFetch({ ...options, allowPrivate: [...options.allowPrivate, 'self-test.invalid'] });
    await assert.rejects(proveGuard(trustsNames), /self-test.invalid.*was reached/);
    const trustsRedirects = (options: GuardedFetchOptions) =>
      createGuardedFetch({
        ...options,
        allowPrivate: options.allowPrivate.includes('self-test.invalid') ? ['127.0.0.1'] : options.allowPrivate,
      });
    await assert.rejects(proveGuard(trustsRedirects), /redirect.*was reached/);
  });

  it('fails when its attempts prove nothing because everything is refused', async () => {
    const dead = (options: GuardedFetchOptions) => createGuardedFetch({ ...options, allowPrivate: [] });
    await assert.rejects(proveGuard(dead), /failed its self-test/);
  });
});

describe('what the caller is told', () => {
  const { lookup } = fakeLookup({ 'inside.example': ['10.1.2.3'] });
  const messageOf = async (url: string) => {
    const error = await guard({ lookup })
      .fetch(url)
      .then(
        () => undefined,
        (failure) => asFieldError(failure, 'image'),
      );
    return error as { code: number; message: string; field: string };
  };

  it('is 1300 for a forbidden address, without the address a name resolved to', async () => {
    const { code, message, field } = await messageOf('http://inside.example/a.png?token=tell-nobody');
    assert.deepEqual([code, field], [1300, 'image']);
    assert.match(message, /^image: 'http:\/\/inside\.example\/a\.png' points into a private/);
    assert.doesNotMatch(message, /10\.1\.2\.3|tell-nobody/);
  });

  it('is 1201 for the rest, the URL cut and without its secrets', async () => {
    const cases: [string, RegExp][] = [
      [
        'http://nowhere.example/a.png?sig=tell-nobody',
        /^image: 'http:\/\/nowhere\.example\/a\.png' has a host name that cannot be found$/,
      ],
      ['http://me:tell-nobody@nowhere.example/', /user name or password/],
      ['http://:tell-nobody@/x?tell-nobody', /not a valid URL/],
      ['ftp://nowhere.example/#tell-nobody', /not an http or https URL/],
      [`http://nowhere.example/${'a'.repeat(500)}`, /^image: '.{80}…' has a host name/],
    ];
    for (const [url, words] of cases) {
      const { code, message } = await messageOf(url);
      assert.equal(code, 1201, url);
      assert.match(message, words);
      assert.doesNotMatch(message, /tell-nobody/);
    }
  });

  it('leaves other errors as they are', () => {
    const other = new Error('other');
    assert.equal(asFieldError(other, 'image'), other);
  });
});

describe('ending', () => {
  it('fails the calls under way, refuses new ones, and may be closed twice', async () => {
    const server = await startServer(() => undefined);
    const open = createGuardedFetch({ allowPrivate: ['127.0.0.1'] });
    const hanging = reasonOf(open.fetch(`http://127.0.0.1:${server.port}/`));
    while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await open.close();
    await open.close();
    assert.equal(await hanging, 'closed');
    assert.equal(await reasonOf(open.fetch(`http://127.0.0.1:${server.port}/`)), 'closed');
    assert.equal((asFieldError(new OutboundError('closed', ''), 'image') as { code: number }).code, 5001);
    await server.close();
  });
});
