// The sender over a real store, real sockets and the real guard, against receivers that behave as receivers do.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { type CallbackSender, createCallbackSender } from '../../src/callbacks/callback-sender.js';
import { newAccount } from '../../src/core/account.js';
import { systemClock } from '../../src/core/clock.js';
import type { Task } from '../../src/core/task.js';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import type { GuardedFetch } from '../../src/outbound/guarded-fetch.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { CallbackEvents, Delivery, DeliveryAttempt, Store } from '../../src/store/store.js';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { createQuietLog } from '../support/quiet-log.js';
import { samplePicture, sampleTask } from '../support/task-samples.js';

const secret = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;
let folder: string;
let store: Store;
let outbound: GuardedFetch;
let senders: CallbackSender[];
let receivers: HttpReceiver[];
/** What the clock adds to real time: lets the schedule pass without waiting. */
let aheadMs: number;
const clock = { now: () => Date.now() + aheadMs, sleep: systemClock.sleep };

async function openStore(events: CallbackEvents = 'final') {
  store = await openSqliteStore(join(folder, `${events}.db`), clock, events, false);
  await store.accounts.put(newAccount('default', { webhookSecrets: [secret] }));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-callbacks-'));
  aheadMs = 0;
  senders = [];
  receivers = [];
  outbound = createGuardedFetch({ allowPrivate: ['127.0.0.1'] });
  await openStore();
});
afterEach(async () => {
  await Promise.all(senders.map((sender) => sender.stop(0)));
  await Promise.all(receivers.map((receiver) => receiver.close()));
  await outbound.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function startSender(guard: GuardedFetch = outbound, timeoutMs?: number): Promise<CallbackSender> {
  const { log } = await createQuietLog();
  const sender = createCallbackSender({
    store,
    outbound: guard,
    clock,
    log,
    renderTask: (task: Task) => ({ task_id: task.id, task_status: task.status }),
    secretsOf: async (id) => (await store.accounts.find(id))?.webhookSecrets ?? [],
    concurrency: 8,
    perHost: 2,
    pollMs: 50,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  sender.start();
  senders.push(sender);
  return sender;
}

async function receive(answer?: Parameters<typeof startReceiver>[0]): Promise<HttpReceiver> {
  const receiver = await startReceiver(answer);
  receivers.push(receiver);
  return receiver;
}

/** Submits a task with a callback and ends it; returns its id. */
async function endTask(callbackUrl: string, end: 'succeed' | 'fail' = 'succeed'): Promise<string> {
  const outcome = await store.tasks.submit(sampleTask({ callbackUrl }));
  assert.ok(outcome.kind === 'created');
  const [task] = await store.tasks.claim({ workerId: 'w', leaseMs: 60_000, limit: 1, models: ['kling-v1'] });
  assert.ok(task);
  if (end === 'fail') await store.tasks.fail(task.id, task.leaseToken, 'no');
  else await store.tasks.succeed(task.id, task.leaseToken, [samplePicture(task.id, 0, 9e12)]);
  return task.id;
}

/** Looks again and again, as fast as the event loop turns, until the delivery of a task is as wanted. */
async function until(
  taskId: string,
  wanted: (delivery: Delivery & { log: DeliveryAttempt[] }) => boolean,
): Promise<Delivery & { log: DeliveryAttempt[] }> {
  for (;;) {
    const [delivery] = await store.deliveries.listOfTask(taskId);
    if (delivery && wanted(delivery)) return delivery;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const untilTried = (taskId: string, tries: number) => until(taskId, (delivery) => delivery.attempts >= tries);

describe('a delivery', () => {
  it('is a signed POST of the task object, made as soon as the task has ended', async () => {
    const receiver = await receive();
    await startSender();
    const taskId = await endTask(`${receiver.origin}/hook?x=1`);
    const delivery = await until(taskId, (entry) => entry.state === 'delivered');
    const request = receiver.requests[0];
    assert.equal(request?.method, 'POST');
    assert.equal(request?.path, '/hook?x=1');
    assert.equal(request?.headers['content-type'], 'application/json');
    assert.equal(request?.headers['webhook-id'], delivery.id);
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, `${value}`]),
    );
    assert.deepEqual(new Webhook(secret).verify(request?.body ?? '', headers), {
      task_id: taskId,
      task_status: 'succeed',
    });
    assert.deepEqual(
      delivery.log.map((attempt) => [attempt.attempt, attempt.httpStatus, attempt.reply, attempt.error]),
      [[1, 200, 'ok', null]],
    );
  });

  it('is tried again under the same id until it is taken', async () => {
    const receiver = await receive((_request, response, index) => {
      response.statusCode = index < 2 ? 500 : 204;
      response.end(index < 2 ? 'not now' : undefined);
    });
    await startSender();
    const taskId = await endTask(receiver.origin, 'fail');
    await untilTried(taskId, 1);
    aheadMs += 6000;
    await untilTried(taskId, 2);
    aheadMs += 6 * 60_000;
    const delivery = await until(taskId, (entry) => entry.state === 'delivered');
    assert.deepEqual(
      delivery.log.map((attempt) => [attempt.httpStatus, attempt.reply]),
      [
        [500, 'not now'],
        [500, 'not now'],
        [204, ''],
      ],
    );
    assert.equal(new Set(receiver.requests.map((request) => request.headers['webhook-id'])).size, 1);
    assert.equal(receiver.requests.length, 3);
  });

  it('is given up at 410, and made again on request', async () => {
    let gone = true;
    const receiver = await receive((_request, response) => {
      response.statusCode = gone ? 410 : 200;
      response.end();
    });
    await startSender();
    const taskId = await endTask(receiver.origin);
    const dead = await until(taskId, (entry) => entry.state === 'dead');
    gone = false;
    assert.equal(await store.deliveries.redeliver(dead.id), true);
    await until(taskId, (entry) => entry.state === 'delivered');
    assert.equal(receiver.requests.length, 2);
  });

  it('tells of every change when asked to, in order, each as it was then', async () => {
    await store.close();
    await openStore('all');
    const receiver = await receive();
    await startSender();
    await endTask(receiver.origin);
    await receiver.received(2);
    const statuses = receiver.requests.map(
      (request) => (JSON.parse(request.body) as { task_status: string }).task_status,
    );
    assert.deepEqual(statuses.sort(), ['processing', 'succeed']);
  });
});

describe('a bad receiver', () => {
  it('a redirect is a failure, and nobody goes there', async () => {
    const elsewhere = await receive();
    const receiver = await receive((_request, response) => {
      response.writeHead(307, { location: elsewhere.origin });
      response.end();
    });
    await startSender();
    const delivery = await untilTried(await endTask(receiver.origin), 1);
    assert.equal(delivery.log[0]?.httpStatus, 307);
    assert.equal(delivery.state, 'pending');
    assert.equal(elsewhere.requests.length, 0);
  });

  it('a connection that is reset is a failure with a reason', async () => {
    const receiver = await receive((_request, response) => response.socket?.resetAndDestroy());
    await startSender();
    const delivery = await untilTried(await endTask(receiver.origin), 1);
    assert.equal(delivery.log[0]?.httpStatus, null);
    assert.match(delivery.log[0]?.error ?? '', /reset|closed/);
    assert.ok(!delivery.log[0]?.error?.includes(folder));
  });

  it('nobody listening is a failure with a reason', async () => {
    const receiver = await startReceiver();
    await receiver.close();
    await startSender();
    const delivery = await untilTried(await endTask(receiver.origin), 1);
    assert.match(delivery.log[0]?.error ?? '', /refused/);
  });

  it('an endless answer is cut after a kilobyte; its status counts', async () => {
    let sent = 0;
    const receiver = await receive((_request, response) => {
      response.writeHead(200, { 'content-length': String(10 * 1024 ** 3) });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x'))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    });
    await startSender();
    const delivery = await until(await endTask(receiver.origin), (entry) => entry.state === 'delivered');
    assert.ok((delivery.log[0]?.reply?.length ?? 0) <= 1024 + 30);
    assert.ok(sent < 50 * 1024 ** 2, `${sent} bytes were read`);
  });

  it('one that takes the request and never answers is given up after the time-out, with that reason', async () => {
    const receiver = await receive(() => undefined);
    await startSender(outbound, 100);
    const delivery = await untilTried(await endTask(receiver.origin), 1);
    assert.deepEqual([delivery.log[0]?.httpStatus, delivery.state], [null, 'pending']);
    assert.match(delivery.log[0]?.error ?? '', /did not answer|in time|took longer|too slow/);
    assert.equal(receiver.requests.length, 1);
  });

  it('one that trickles its head is given up after the time-out', async () => {
    const trickle = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      const timer = setInterval(() => socket.write('X'), 5);
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      socket.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => trickle.listen(0, '127.0.0.1', resolve));
    const { port } = trickle.address() as AddressInfo;
    await startSender(outbound, 300);
    const delivery = await untilTried(await endTask(`http://127.0.0.1:${port}/`), 1);
    assert.deepEqual([delivery.log[0]?.httpStatus, delivery.state], [null, 'pending']);
    await new Promise((resolve) => trickle.close(resolve));
  });

  it('one that trickles its answer for ever is let go after the time-out; its status counts', async () => {
    let closed = false;
    const receiver = await receive((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 5);
      response.on('close', () => {
        closed = true;
        clearInterval(timer);
      });
    });
    await startSender(outbound, 500);
    const delivery = await until(await endTask(receiver.origin), (entry) => entry.state === 'delivered');
    assert.match(delivery.log[0]?.reply ?? '', /^\.*$/);
    while (!closed) await new Promise((resolve) => setImmediate(resolve));
  });

  it('one that hangs delays nobody else, and holds no more tries than its share', async () => {
    const hanging = await receive(() => undefined);
    const good = await receive();
    await startSender();
    for (let index = 0; index < 6; index += 1) await endTask(hanging.origin);
    const taskId = await endTask(good.origin);
    await until(taskId, (entry) => entry.state === 'delivered');
    assert.ok(hanging.requests.length <= 2, `${hanging.requests.length} at a time, 2 allowed`);
  });

  it('an address that is not allowed is never called', async () => {
    const receiver = await receive();
    const strict = createGuardedFetch({ allowPrivate: [] });
    await startSender(strict);
    const delivery = await untilTried(await endTask(receiver.origin), 1);
    assert.match(delivery.log[0]?.error ?? '', /private or reserved/);
    assert.equal(receiver.requests.length, 0);
    await strict.close();
  });

  it('a name that resolves to a private address is never called', async () => {
    const receiver = await receive();
    const rebinding = createGuardedFetch({
      allowPrivate: [],
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    await startSender(rebinding);
    const port = new URL(receiver.origin).port;
    const delivery = await untilTried(await endTask(`http://innocent.example:${port}/`), 1);
    assert.match(delivery.log[0]?.error ?? '', /private or reserved/);
    assert.equal(receiver.requests.length, 0);
    await rebinding.close();
  });
});

describe('a sender that goes away', () => {
  it('leaves what is owed to the next one, under the same id', async () => {
    let hang = true;
    const receiver = await receive((_request, response) => {
      if (!hang) response.end();
    });
    const first = await startSender();
    const taskId = await endTask(receiver.origin);
    await receiver.received(1);
    await first.stop(0);
    assert.equal((await store.deliveries.listOfTask(taskId))[0]?.attempts, 0);
    hang = false;
    aheadMs += 31_000;
    await startSender();
    const delivery = await until(taskId, (entry) => entry.state === 'delivered');
    assert.equal(receiver.requests.length, 2);
    assert.equal(receiver.requests[0]?.headers['webhook-id'], receiver.requests[1]?.headers['webhook-id']);
    assert.equal(delivery.attempts, 1);
  });
});
