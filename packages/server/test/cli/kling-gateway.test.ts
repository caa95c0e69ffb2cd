// The gateway's client against real sockets: what is sent, and how every kind of answer and failure is told.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { GatewayRefusal, GatewayUnreachable } from '../../src/cli/generate/gateway-failure.js';
import { createKlingGateway, type KlingGateway } from '../../src/cli/generate/kling-gateway.js';
import { type Answer, type KlingPeer, sendJson, startKlingPeer, success } from './support/kling-peer.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of open.splice(0).reverse()) await part.close();
});

/** A peer that answers so, and a gateway client that talks to it. */
async function connect(answer: Answer): Promise<{ peer: KlingPeer; gateway: KlingGateway }> {
  const peer = await startKlingPeer(answer);
  const gateway = createKlingGateway(`${peer.origin}/kling/v1`, 'sk-test');
  open.push(peer, gateway);
  return { peer, gateway };
}

/** The refusal that a promise ends in. */
async function refusalOf(promise: Promise<unknown>): Promise<GatewayRefusal> {
  const error = await promise.then(
    () => assert.fail('nothing was refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof GatewayRefusal, String(error));
  return error;
}

describe('what is sent', () => {
  it('is a submit with key and JSON body', async () => {
    const { peer, gateway } = await connect((_, response) =>
      sendJson(response, 200, success({ task_id: 't', task_status: 'submitted' })),
    );
    const task = await gateway.submit({ model_name: 'kling-v1', prompt: '狐狸' });
    assert.equal(task.id, 't');
    const [seen] = peer.requests;
    assert.equal(seen?.method, 'POST');
    assert.equal(seen?.path, '/kling/v1/images/generations');
    assert.equal(seen?.headers.authorization, 'Bearer sk-test');
    assert.equal(seen?.headers['content-type'], 'application/json');
    assert.deepEqual(seen?.body, { model_name: 'kling-v1', prompt: '狐狸' });
  });

  it('is a query whose id cannot leave its place in the path', async () => {
    const { peer, gateway } = await connect((_, response) =>
      sendJson(response, 200, success({ task_id: 't', task_status: 'processing' })),
    );
    await gateway.query('../../admin?x=1');
    assert.equal(peer.requests[0]?.path, '/kling/v1/images/generations/..%2F..%2Fadmin%3Fx%3D1');
  });
});

describe('a refusal', () => {
  it('tells message, code and the next step', async () => {
    const { gateway } = await connect((_, response) =>
      sendJson(response, 401, { code: 1002, message: 'Authorization is invalid: unknown API key', request_id: 'r' }),
    );
    const refusal = await refusalOf(gateway.submit({}));
    assert.equal(refusal.message, 'Authorization is invalid: unknown API key (code 1002)');
    assert.match(refusal.hint ?? '', /--key/);
    assert.equal(refusal.retryable, false);
  });

  it('is seen in the code even under HTTP 200', async () => {
    const { gateway } = await connect((_, response) =>
      sendJson(response, 200, { code: '1102', message: 'no balance' }),
    );
    assert.equal((await refusalOf(gateway.submit({}))).code, 1102);
  });

  it('is seen in the status even with code 0', async () => {
    const { gateway } = await connect((_, response) =>
      sendJson(response, 500, success({ task_id: 't', task_status: 'x' })),
    );
    assert.equal((await refusalOf(gateway.submit({}))).status, 500);
  });

  it('carries Retry-After', async () => {
    const { gateway } = await connect((_, response) =>
      sendJson(response, 429, { code: 1302, message: 'API request too fast' }, { 'retry-after': '7' }),
    );
    const refusal = await refusalOf(gateway.submit({}));
    assert.equal(refusal.retryAfterS, 7);
    assert.equal(refusal.retryable, true);
    assert.equal(refusal.hint, 'try again in 7 s');
  });

  for (const [what, status, body, hint] of [
    ['a web server that is no gateway', 404, '<html>not here</html>', /--base-url/],
    ['a broken proxy', 502, '<html>bad gateway</html>', /later/],
    ['an empty answer', 200, '', undefined],
    ['JSON that is no envelope', 200, '[1]', undefined],
    ['a proxy that wants a login', 403, 'no', /--key/],
  ] as const) {
    it(`is what ${what} amounts to`, async () => {
      const { gateway } = await connect((_, response) => response.writeHead(status).end(body));
      const refusal = await refusalOf(gateway.submit({}));
      assert.equal(refusal.code, undefined);
      assert.match(refusal.message, /not that of a Kling API \(HTTP \d+\)/);
      if (hint === undefined) assert.equal(refusal.hint, undefined);
      else assert.match(refusal.hint ?? '', hint);
    });
  }

  it('is what a success without a task amounts to', async () => {
    const { gateway } = await connect((_, response) => sendJson(response, 200, success([])));
    assert.match((await refusalOf(gateway.query('t'))).message, /holds no task/);
  });

  it('cannot drive the terminal', async () => {
    const { gateway } = await connect((_, response) =>
      sendJson(response, 400, { code: 1201, message: '\u001b[2Jowned\u0007' }),
    );
    assert.equal((await refusalOf(gateway.submit({}))).message, '[2Jowned (code 1201)');
  });

  it('of an unknown code is not retried', async () => {
    const { gateway } = await connect((_, response) => sendJson(response, 400, { code: 987654, message: 'x' }));
    assert.equal((await refusalOf(gateway.submit({}))).retryable, false);
  });
});

describe('a gateway that cannot be reached', () => {
  it('is told apart from one that refuses', async () => {
    const { peer, gateway } = await connect(() => undefined);
    await peer.close();
    await assert.rejects(gateway.submit({}), (error: unknown) => {
      assert.ok(error instanceof GatewayUnreachable);
      assert.match(error.message, /^http:\/\/127\.0\.0\.1:\d+ cannot be reached: nothing listens there$/);
      return true;
    });
  });

  it('may also cut the connection', async () => {
    const { gateway } = await connect((_, response) => response.destroy());
    await assert.rejects(gateway.submit({}), /cannot be reached: the connection was cut/);
  });

  it('may speak something else than HTTP', async () => {
    const server = createServer((socket) => void socket.resume().end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(typeof address === 'object' && address);
    const gateway = createKlingGateway(`http://127.0.0.1:${address.port}/v1`, 'k');
    open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) }, gateway);
    await assert.rejects(gateway.submit({}), GatewayUnreachable);
  });

  it('may send an answer without end', async () => {
    const { gateway } = await connect((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
      };
      response.on('drain', more);
      more();
    });
    await assert.rejects(gateway.submit({}), /cannot be reached: the answer is too large/);
  });
});

describe('following a task', () => {
  it('yields the states of the stream', async () => {
    const { peer, gateway } = await connect((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const state of [
        { task_status: 'processing', progress: 0.5 },
        { task_status: 'succeed', progress: 1 },
      ]) {
        response.write(`event: status\ndata: ${JSON.stringify({ task_id: 't', ...state })}\n\n`);
      }
      response.end('data: no JSON\n\n');
    });
    const seen: unknown[] = [];
    for await (const task of gateway.follow('t', new AbortController().signal)) seen.push([task.status, task.progress]);
    assert.deepEqual(seen, [
      ['processing', 0.5],
      ['succeed', 1],
    ]);
    assert.equal(peer.requests[0]?.path, '/kling/v1/images/generations/t/events');
  });

  for (const [what, status, type, refusal] of [
    ['a gateway without streams', 404, 'application/json', /no streams of events/],
    ['a page in its place', 200, 'text/html', /no streams of events/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { gateway } = await connect((_, response) =>
        response.writeHead(status, { 'content-type': type }).end('{}'),
      );
      await assert.rejects(async () => {
        for await (const task of gateway.follow('t', new AbortController().signal)) assert.fail(task.id);
      }, refusal);
    });
  }
});

describe('a download', () => {
  it('follows redirects and never shows the key', async () => {
    const { peer, gateway } = await connect((request, response) => {
      if (request.path === '/a') response.writeHead(302, { location: '/b' }).end();
      else response.end(Buffer.from([1, 2, 3]));
    });
    assert.deepEqual([...(await gateway.download(`${peer.origin}/a`))], [1, 2, 3]);
    assert.deepEqual(
      peer.requests.map((request) => request.path),
      ['/a', '/b'],
    );
    for (const request of peer.requests) assert.equal(request.headers.authorization, undefined);
  });

  it('does not follow redirects without end', async () => {
    const { peer, gateway } = await connect((request, response) =>
      response.writeHead(302, { location: `${request.path}x` }).end(),
    );
    await assert.rejects(gateway.download(`${peer.origin}/a`), GatewayUnreachable);
    assert.ok(peer.requests.length <= 25, `${peer.requests.length} requests`);
  });

  it('that has expired is told', async () => {
    const { peer, gateway } = await connect((_, response) => sendJson(response, 410, { code: 1203 }));
    assert.match((await refusalOf(gateway.download(`${peer.origin}/a`))).message, /could not be downloaded .*HTTP 410/);
  });

  it('of something that is no address is told', async () => {
    const { gateway } = await connect(() => undefined);
    await assert.rejects(gateway.download('not a url'), GatewayUnreachable);
  });
});
