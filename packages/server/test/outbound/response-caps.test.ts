// Hostile answers: too long, too slow, bombs, broken bytes. Each is cut off with its own reason, and the socket goes too.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { after, describe, it } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import type { GuardedRequest } from '../../src/outbound/guarded-fetch.js';
import { OutboundError } from '../../src/outbound/outbound-error.js';
import { startServer, startTcpServer } from './loopback-server.js';

const guarded = createGuardedFetch({ allowPrivate: ['127.0.0.1'] });
after(() => guarded.close());

/** Fetches from a server with this handler; resolves to the body's text, or to the reason of the failure. */
async function outcome(handle: (response: ServerResponse) => void, request: GuardedRequest = {}): Promise<string> {
  const server = await startServer((_request, response) => {
    response.on('error', () => undefined);
    handle(response);
  });
  try {
    const response = await guarded.fetch(`http://127.0.0.1:${server.port}/`, { timeoutMs: 20_000, ...request });
    return Buffer.from(await response.bytes()).toString('latin1');
  } catch (error) {
    assert.ok(error instanceof OutboundError, `unexpected: ${error}`);
    return error.reason;
  } finally {
    await server.close();
  }
}

/** The same against raw bytes on a socket. */
async function rawOutcome(bytes: string, request: GuardedRequest = {}): Promise<string> {
  const server = await startTcpServer((socket) => socket.on('data', () => socket.write(bytes, 'latin1')));
  try {
    const response = await guarded.fetch(`http://127.0.0.1:${server.port}/`, { timeoutMs: 20_000, ...request });
    return Buffer.from(await response.bytes()).toString('latin1');
  } catch (error) {
    assert.ok(error instanceof OutboundError, `unexpected: ${error}`);
    return error.reason;
  } finally {
    await server.close();
  }
}

/** Writes for ever, as fast as the other side reads. */
function writeForEver(response: ServerResponse, chunk: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

describe('caps on bytes', () => {
  it('takes exactly the cap and refuses one byte more, announced or not', async () => {
    const exactly = 'x'.repeat(1000);
    assert.equal(await outcome((response) => response.end(exactly), { maxBytes: 1000 }), exactly);
    assert.equal(await outcome((response) => response.end(`${exactly}y`), { maxBytes: 1000 }), 'too-large');
    const chunked = (text: string) => (response: ServerResponse) => {
      response.write(text.slice(0, 500));
      response.end(text.slice(500));
    };
    assert.equal(await outcome(chunked(exactly), { maxBytes: 1000 }), exactly);
    assert.equal(await outcome(chunked(`${exactly}y`), { maxBytes: 1000 }), 'too-large');
  });

  it('refuses a large body by its announcement, before it is sent', async () => {
    const announced = 'HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n';
    assert.equal(await rawOutcome(announced), 'too-large');
  });

  it('cuts off an endless body', async () => {
    assert.equal(await outcome((response) => writeForEver(response, Buffer.alloc(65_536))), 'too-large');
  });

  it('cuts off decompression bombs: 256 MB of zeros never come out', async () => {
    const zeros = Buffer.alloc(256 * 1024 * 1024);
    for (const [encoding, bomb] of [
      ['gzip', gzipSync(zeros, { level: 1 })],
      ['deflate', deflateSync(zeros, { level: 1 })],
      ['br', brotliCompressSync(zeros.subarray(0, 64 * 1024 * 1024), { params: { 1: 1 } })],
    ] as const) {
      assert.ok(bomb.length < 10 * 1024 * 1024);
      const before = process.memoryUsage().external;
      const result = await outcome((response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
      assert.equal(result, 'too-large', encoding);
      assert.ok(process.memoryUsage().external - before < 40 * 1024 * 1024, 'the bomb was unpacked');
    }
  });

  it('bounds the bytes that a decompressor swallows without giving any', async () => {
    // Empty stored blocks of deflate: endless input, no output.
    const head = Buffer.from([0x78, 0x9c]);
    const nothing = Buffer.concat(Array.from({ length: 4000 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])));
    const result = await outcome(
      (response) => {
        response.writeHead(200, { 'content-encoding': 'deflate' }).write(head);
        writeForEver(response, nothing);
      },
      { maxBytes: 100_000 },
    );
    assert.equal(result, 'too-large');
  });
});

describe('encodings', () => {
  it('decodes what it knows', async () => {
    const text = 'a picture, say';
    const forms: [string, Buffer][] = [
      ['gzip', gzipSync(text)],
      ['X-GZIP', gzipSync(text)],
      ['deflate', deflateSync(text)],
      ['br', brotliCompressSync(text)],
      ['identity', Buffer.from(text)],
    ];
    for (const [encoding, bytes] of forms)
      assert.equal(
        await outcome((response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes)),
        text,
        encoding,
      );
  });

  it('refuses what it does not know, stacked encodings, and broken or truncated streams', async () => {
    const whole = gzipSync('x'.repeat(5000));
    const forms: [string, Buffer][] = [
      ['zstd', whole],
      ['gzip, gzip', gzipSync(whole)],
      ['gzip', Buffer.from('not gzip at all')],
      ['gzip', whole.subarray(0, whole.length - 12)],
      ['br', Buffer.from('not brotli either, surely')],
      ['deflate', Buffer.from([1, 2, 3, 4])],
    ];
    for (const [encoding, bytes] of forms)
      assert.equal(
        await outcome((response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes)),
        'bad-response',
        encoding,
      );
  });

  it('expects no body where HTTP says that there is none', async () => {
    const empty = (status: number) => (response: ServerResponse) =>
      response.writeHead(status, { 'content-encoding': 'gzip' }).end();
    assert.equal(await outcome(empty(204)), '');
    assert.equal(await outcome(empty(304)), '');
    assert.equal(await outcome(empty(200), { method: 'HEAD' }), '');
    assert.equal(
      await outcome((response) => response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': 0 }).end()),
      '',
    );
  });
});

describe('caps on time', () => {
  it('ends a call that gets no answer, half an answer, or drops for ever', async () => {
    assert.equal(await outcome(() => undefined, { timeoutMs: 150 }), 'timeout');
    assert.equal(await rawOutcome('HTTP/1.1 200 OK\r\nx-a: ', { timeoutMs: 150 }), 'timeout');
    let drip: NodeJS.Timeout | undefined;
    const dripping = (response: ServerResponse) => {
      drip = setInterval(() => response.write('x'), 10);
    };
    assert.equal(await outcome(dripping, { timeoutMs: 300, idleTimeoutMs: 10_000 }), 'timeout');
    clearInterval(drip);
  });

  it('ends a call whose lookup never returns', async () => {
    // The connection's own cap is far away, so that it is the call's cap that ends it.
    const lookup = () => new Promise<never>(() => undefined);
    const stuck = createGuardedFetch({ allowPrivate: [], lookup, connectTimeoutMs: 3_600_000 });
    const error = await stuck.fetch('http://stuck.example/', { timeoutMs: 100 }).catch((failure) => failure);
    assert.equal(error.reason, 'timeout');
    assert.match(error.message, /within 0\.1 s/);
    await stuck.close();
  });

  it('ends a wait for headers and a pause in the body by their own caps', async () => {
    assert.equal(await outcome(() => undefined, { headersTimeoutMs: 100 }), 'timeout');
    assert.equal(await outcome((response) => response.write('half'), { idleTimeoutMs: 100 }), 'timeout');
  });

  it('closes the socket when time is up', async () => {
    let closed: Promise<unknown> | undefined;
    const server = await startTcpServer((socket) => {
      closed = once(socket.resume(), 'close');
    });
    await assert.rejects(guarded.fetch(`http://127.0.0.1:${server.port}/`, { timeoutMs: 100 }), { reason: 'timeout' });
    await closed;
    await server.close();
  });

  it('survives an answer that nobody reads until time is up', async () => {
    let cutOff: Promise<unknown> | undefined;
    const server = await startServer((_request, response) => {
      cutOff = once(response, 'close');
      response.write('half');
    });
    const response = await guarded.fetch(`http://127.0.0.1:${server.port}/`, { timeoutMs: 100 });
    await cutOff;
    await assert.rejects(response.bytes(), { reason: 'timeout' });
    await server.close();
  });
});

describe("the caller's signal", () => {
  it('ends a call before it starts, while it waits, and while its body arrives, with its own reason', async () => {
    const server = await startServer((_request, response) => response.write('half'));
    const url = `http://127.0.0.1:${server.port}/`;
    const gone = new Error('gone');
    await assert.rejects(guarded.fetch(url, { signal: AbortSignal.abort(gone) }), gone);
    assert.equal(server.connections(), 0);

    const waiting = new AbortController();
    const call = guarded.fetch(url, { signal: waiting.signal });
    waiting.abort(gone);
    await assert.rejects(call, gone);

    const reading = new AbortController();
    const response = await guarded.fetch(url, { signal: reading.signal });
    const bytes = response.bytes();
    reading.abort(gone);
    await assert.rejects(bytes, gone);
    await server.close();
  });

  it('can be thrown after a finished call without effect', async () => {
    const server = await startServer((_request, response) => response.end('whole'));
    const controller = new AbortController();
    const response = await guarded.fetch(`http://127.0.0.1:${server.port}/`, { signal: controller.signal });
    const bytes = await response.bytes();
    controller.abort();
    assert.equal(bytes.length, 5);
    const other = await guarded.fetch(`http://127.0.0.1:${server.port}/`);
    other.discard();
    await server.close();
  });
});

describe('broken HTTP', () => {
  it('is refused with a reason', async () => {
    assert.equal(await rawOutcome('SSH-2.0-OpenSSH_9.2\r\n'), 'bad-response');
    assert.equal(await rawOutcome('HTTP/1.1 200 OK\r\ncontent-length: nine\r\n\r\nx'), 'bad-response');
    assert.equal(await rawOutcome(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(20_000)}\r\n\r\n`), 'bad-response');
    assert.equal(await rawOutcome('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'), 'bad-response');
  });

  it('tells a refused connection and an early end from the rest', async () => {
    const server = await startTcpServer((socket) => socket.destroy());
    const url = `http://127.0.0.1:${server.port}/`;
    await assert.rejects(guarded.fetch(url), { reason: 'unreachable' });
    await server.close();
    await assert.rejects(guarded.fetch(url), /the connection was refused/);
    const short = await startTcpServer((socket) =>
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf')),
    );
    const response = await guarded.fetch(`http://127.0.0.1:${short.port}/`);
    await assert.rejects(response.bytes(), { reason: 'unreachable' });
    await short.close();
  });
});
