// Real servers on loopback for tests of what goes out: they count who came and what was asked.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { testCertificate, testPrivateKey } from './loopback-certificate.js';

export interface LoopbackServer {
  port: number;
  /** TCP connections so far. */
  connections(): number;
  /** Requests so far, oldest first. */
  requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  close(): Promise<void>;
}

/** Starts an HTTP (or, with `tls`, an HTTPS) server on 127.0.0.1. The handler runs once the request's body is read. */
export async function startServer(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  options: { tls?: boolean } = {},
): Promise<LoopbackServer> {
  const requests: LoopbackServer['requests'] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      handler(request, response);
    });
  };
  const server = options.tls
    ? createTlsServer({ cert: testCertificate, key: testPrivateKey }, listener)
    : createServer(listener);
  return { requests, ...(await listen(server)) };
}

/** Starts a bare TCP server for answers that no HTTP library would send. */
export async function startTcpServer(onSocket: (socket: Socket) => void): Promise<Omit<LoopbackServer, 'requests'>> {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      onSocket(socket);
    }),
  );
}

async function listen(server: Server): Promise<Omit<LoopbackServer, 'requests'>> {
  let connections = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A lookup that knows only these names; for every other it fails like a resolver. It counts its calls. */
export function fakeLookup(names: Record<string, string[] | (() => string[])>) {
  const asked: string[] = [];
  const lookup = async (hostname: string) => {
    asked.push(hostname);
    const entry = names[hostname];
    if (!entry) throw Object.assign(new Error(`no ${hostname}`), { code: 'ENOTFOUND' });
    const addresses = typeof entry === 'function' ? entry() : entry;
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { lookup, asked };
}
