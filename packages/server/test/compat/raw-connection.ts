// A client that writes the very bytes it is given over TLS and reads answers one by one: what a client library puts on
// the wire can be repeated exactly, and a second request goes over the same connection.
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { connect } from 'node:tls';
import { testCertificate } from '../outbound/loopback-certificate.js';

export interface RawAnswer {
  version: string;
  status: number;
  /** Names in lower case; of a repeated one the last. */
  headers: Record<string, string>;
  body: Buffer;
}

export interface RawConnection {
  /** Writes one TLS record per piece. */
  write(...pieces: (string | Uint8Array)[]): Promise<void>;
  /** The next answer, once all of it is there. Rejects when the connection ends before that. */
  read(): Promise<RawAnswer>;
  /** Whether the server has closed its side, once the event loop has seen it. */
  closed(): Promise<unknown>;
}

/** Opens a connection to 127.0.0.1; it ends with the test. */
export async function openRawConnection(context: TestContext, port: number): Promise<RawConnection> {
  const socket = connect({ host: '127.0.0.1', port, ca: testCertificate, ALPNProtocols: ['http/1.1'] });
  context.after(() => socket.destroy());
  await once(socket, 'secureConnect');
  const end = once(socket, 'end');
  const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);

  async function more(): Promise<void> {
    const { done, value } = await chunks.next();
    if (done) throw new Error(`the connection ended after ${held.length} bytes of an answer`);
    held = Buffer.concat([held, value]);
  }
  async function take(length: number): Promise<Buffer> {
    while (held.length < length) await more();
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  }
  async function takeLine(): Promise<string> {
    while (!held.includes('\r\n')) await more();
    return (await take(held.indexOf('\r\n') + 2)).toString('latin1').trimEnd();
  }
  async function takeChunks(): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (;;) {
      const length = Number.parseInt(await takeLine(), 16);
      parts.push(await take(length));
      await takeLine();
      if (length === 0) return Buffer.concat(parts);
    }
  }

  return {
    async write(...pieces) {
      for (const piece of pieces) await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
    },
    async read() {
      const [version = '', status = ''] = (await takeLine()).split(' ');
      const headers: Record<string, string> = {};
      for (let line = await takeLine(); line !== ''; line = await takeLine()) {
        const colon = line.indexOf(':');
        headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
      }
      const bodiless = status === '100' || status === '204' || status === '304';
      const chunked = headers['transfer-encoding'] === 'chunked';
      const length = bodiless ? 0 : Number(headers['content-length'] ?? 0);
      return { version, status: Number(status), headers, body: chunked ? await takeChunks() : await take(length) };
    },
    closed: () => end,
  };
}
