// DNS rebinding over real DNS and real sockets, through the real callback sender and the real reference checker: a name
// that is public when it is looked at and private when it is called. 127.0.0.2 stands for the public machine (it is the
// one address that is allowed), 127.0.0.1 for the private one; both listen on the same port.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createCallbackSender } from '../../src/callbacks/callback-sender.js';
import { newAccount } from '../../src/core/account.js';
import { systemClock } from '../../src/core/clock.js';
import type { AppError } from '../../src/core/errors.js';
import { createReferenceChecker } from '../../src/images/reference-checker.js';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import type { GuardedFetch } from '../../src/outbound/guarded-fetch.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import { flatPng } from '../images/picture-files.js';
import { type DnsServer, startDnsServer } from '../support/dns-server.js';
import { createQuietLog } from '../support/quiet-log.js';
import { sampleTask } from '../support/task-samples.js';

const publicAddress = '127.0.0.2';
const privateAddress = '127.0.0.1';

let port: number;
let publicPaths: string[];
/** Connections, not requests: a bare connect would be a scan of the private network already. */
let privateConnections: number;
let answerPublic: RequestListener;
let servers: Server[];
let dns: DnsServer;
let outbound: GuardedFetch;

async function listen(server: Server, at: number, host: string): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, host, resolve));
  return (server.address() as AddressInfo).port;
}

beforeEach(async () => {
  [servers, publicPaths, privateConnections] = [[], [], 0];
  answerPublic = (_request, response) => response.writeHead(500, { connection: 'close' }).end();
  const publicServer = createServer((request, response) => {
    publicPaths.push(request.url ?? '');
    request.resume().on('end', () => answerPublic(request, response));
  });
  port = await listen(publicServer, 0, publicAddress);
  const privateServer = createServer((_request, response) => response.end('the secret of the private network'));
  privateServer.on('connection', () => {
    privateConnections += 1;
  });
  await listen(privateServer, port, privateAddress);
});
afterEach(async () => {
  await outbound.close();
  await dns.close();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** The guard, asking a DNS server that answers by this script. */
async function guardWith(answer: (asking: number) => string[]): Promise<void> {
  dns = await startDnsServer((_name, asking) => answer(asking));
  outbound = createGuardedFetch({ allowPrivate: [publicAddress], lookup: dns.lookup });
}

describe('a callback to a name that rebinds', () => {
  /** Lets a delivery be tried `tries` times; returns its log. */
  async function deliver(tries: number) {
    const folder = await mkdtemp(join(tmpdir(), 'inkling-rebinding-'));
    let aheadMs = 0;
    const clock = { now: () => Date.now() + aheadMs, sleep: systemClock.sleep };
    const store = await openSqliteStore(join(folder, 'inkling.db'), clock, 'final', false);
    const { log } = await createQuietLog();
    const sender = createCallbackSender({
      store,
      outbound,
      clock,
      log,
      renderTask: (task) => ({ task_id: task.id }),
      secretsOf: async () => [],
      concurrency: 4,
      perHost: 2,
      pollMs: 20,
    });
    await store.accounts.put(newAccount('default'));
    const task = sampleTask({ callbackUrl: `http://innocent.example:${port}/hook` });
    await store.tasks.submit(task);
    await store.tasks.cancel('default', task.id, 'x');
    sender.start();
    for (;;) {
      const [delivery] = await store.deliveries.listOfTask(task.id);
      // Due at once: the schedule is not what is tested here.
      if (delivery && delivery.attempts > 0) aheadMs += 24 * 3_600_000;
      if (delivery && delivery.log.length >= tries) {
        await sender.stop(0);
        await store.close();
        await rm(folder, { recursive: true, force: true });
        return delivery.log;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('goes to the address that was checked, and asks for it once a try', async () => {
    await guardWith((asking) => [asking === 0 ? publicAddress : privateAddress]);
    const log = await deliver(1);
    assert.equal(log[0]?.httpStatus, 500);
    assert.deepEqual(publicPaths, ['/hook']);
    assert.deepEqual(dns.asked, ['innocent.example']);
    assert.equal(privateConnections, 0);
  });

  it('is refused at every later try, when the name has become private', async () => {
    await guardWith((asking) => [asking === 0 ? publicAddress : privateAddress]);
    const log = await deliver(3);
    assert.deepEqual(
      log.slice(0, 3).map((attempt) => attempt.httpStatus),
      [500, null, null],
    );
    for (const attempt of log.slice(1, 3)) assert.match(attempt.error ?? '', /private or reserved/);
    assert.equal(publicPaths.length, 1);
    assert.equal(privateConnections, 0);
  });

  it('is refused when one of its addresses is private, wherever it stands', async () => {
    await guardWith((asking) => (asking % 2 === 0 ? [publicAddress, privateAddress] : [privateAddress, publicAddress]));
    for (const attempt of await deliver(2)) assert.match(attempt.error ?? '', /private or reserved/);
    assert.deepEqual([publicPaths.length, privateConnections], [0, 0]);
  });
});

describe('an image URL of a name that rebinds', () => {
  const image = () => `http://innocent.example:${port}/picture.png`;

  it('is read from the address that was checked', async () => {
    const png = await flatPng(320, 320);
    answerPublic = (_request, response) => response.writeHead(200, { connection: 'close' }).end(png);
    await guardWith((asking) => [asking === 0 ? publicAddress : privateAddress]);
    const checker = createReferenceChecker({ guardedFetch: outbound, processes: 1 });
    const picture = await checker.checkUrl(image(), { face: false });
    assert.equal(picture.width, 320);
    // The second time the name is private.
    await refused(checker.checkUrl(`${image()}?again`, { face: false }));
    await checker.close();
    assert.equal(publicPaths.length, 1);
  });

  it('is refused where a redirect leads back to the name, private by now', async () => {
    answerPublic = (_request, response) =>
      response.writeHead(302, { location: `${image()}?inside`, connection: 'close' }).end();
    await guardWith((asking) => [asking === 0 ? publicAddress : privateAddress]);
    const checker = createReferenceChecker({ guardedFetch: outbound, processes: 1 });
    await refused(checker.checkUrl(image(), { face: false }));
    await checker.close();
    assert.deepEqual([publicPaths.length, dns.asked.length], [1, 2]);
  });

  /** Ends in 1300, with nobody of the private network touched and nothing of it said. */
  async function refused(pending: Promise<unknown>): Promise<void> {
    const error = await pending.then(
      () => assert.fail('it was taken'),
      (failure: AppError) => failure,
    );
    assert.equal(error.code, 1300, error.message);
    assert.match(error.message, /private or reserved/);
    assert.doesNotMatch(error.message, /secret|127\.0\.0\.1/);
    assert.equal(privateConnections, 0);
  }
});
