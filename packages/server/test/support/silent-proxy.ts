// A TCP proxy on loopback that can go silent: connections stay open and nothing passes any more, as when a cable is
// pulled or a machine stops. New connections are accepted and left without an answer, too.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SilentProxy {
  readonly port: number;
  /** From now on nothing passes, in either direction. */
  silence(): void;
  /** New connections pass again; those that were silenced stay so. */
  speak(): void;
  /** Cuts every connection. */
  cut(): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of a port of this machine. */
export async function startSilentProxy(targetPort: number): Promise<SilentProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay();
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((inbound) => {
    track(inbound);
    if (silent) {
      inbound.pause();
      return;
    }
    const outbound = connect(targetPort, '127.0.0.1');
    track(outbound);
    for (const [from, to] of [
      [inbound, outbound],
      [outbound, inbound],
    ] as const) {
      from.on('data', (chunk) => to.write(chunk));
      from.on('end', () => to.end());
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    silence() {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    speak() {
      silent = false;
    },
    cut,
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
