// An HTTP proxy that stands before a real server and spoils what the test tells it to: errors, resets, silence, half an
// answer, nobody there. Headers pass unchanged, so that signatures over them hold.
import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to one request. `unavailable`: 503 without asking the server. `reset`: the connection is cut at once.
 * `silent`: no answer ever. `half`: the first half of the answer's body, then a cut. `late-reset`: the server does what
 * was asked, and the caller never hears of it.
 */
export type Fault = 'none' | 'unavailable' | 'reset' | 'silent' | 'half' | 'late-reset';

export interface FaultyProxy {
  readonly origin: string;
  /** `METHOD path` of every request so far, in order. */
  readonly seen: string[];
  /** Decides over each request from now on; `index` counts from 0 since this call. */
  spoil(decide: (request: IncomingMessage, index: number) => Fault): void;
  /** From now on nobody listens. */
  leave(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy that passes everything on to `target` (`http://host:port`) until told otherwise. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const seen: string[] = [];
  let decide: (request: IncomingMessage, index: number) => Fault = () => 'none';
  let index = 0;
  let server: Server | undefined;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    seen.push(`${request.method} ${request.url}`);
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const fault = decide(request, index);
    index += 1;
    if (fault === 'reset') request.socket.resetAndDestroy();
    else if (fault === 'unavailable') {
      request.resume().once('end', () => response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>'));
    } else if (fault !== 'silent') pass(request, response, fault);
  }

  function pass(request: IncomingMessage, response: ServerResponse, fault: Fault): void {
    const { method, headers, url } = request;
    const upstream = forward(`${target}${url}`, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        if (fault === 'late-reset') return request.socket.resetAndDestroy();
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (fault !== 'half') return response.end(body);
        response.write(body.subarray(0, Math.ceil(body.length / 2)), () => request.socket.resetAndDestroy());
      });
    });
    upstream.on('error', () => request.socket.destroy());
    request.pipe(upstream);
  }

  async function listen(port: number): Promise<number> {
    server = createServer(handle);
    await new Promise<void>((resolve) => {
      server?.listen(port, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }
  async function leave(): Promise<void> {
    const leaving = server;
    server = undefined;
    if (leaving === undefined) return;
    const closed = new Promise((resolve) => leaving.close(resolve));
    leaving.closeAllConnections();
    await closed;
  }

  const port = await listen(0);
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    spoil(next) {
      decide = next;
      index = 0;
    },
    leave,
    async comeBack() {
      await listen(port);
    },
    close: leave,
  };
}
