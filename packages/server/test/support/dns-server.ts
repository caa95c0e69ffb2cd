// A DNS server of the test's own: real UDP, real messages (RFC 1035 §4), answers that change from one question to the
// next, as an attacker's do.
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface DnsServer {
  /** Names asked for their IPv4 addresses, oldest first. */
  readonly asked: string[];
  /** Looks a name up here and nowhere else, in the form that the guard takes. */
  lookup(hostname: string): Promise<{ address: string; family: number }[]>;
  close(): Promise<void>;
}

/** The name in a question, and where the question ends. */
function readQuestion(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 5 };
}

/** One A record that must not be kept: it points at the question's name, class IN, TTL 0. */
function addressRecord(address: string): Buffer {
  const head = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4]);
  return Buffer.concat([head, Buffer.from(address.split('.').map(Number))]);
}

/** Starts one on loopback. `answer` gives the addresses of a name; `asking` counts that name's questions from 0. */
export async function startDnsServer(answer: (name: string, asking: number) => string[]): Promise<DnsServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (message, { address, port }) => {
    const { name, end } = readQuestion(message);
    const asking = asked.filter((earlier) => earlier === name).length;
    asked.push(name);
    const records = answer(name, asking).map(addressRecord);
    const reply = Buffer.from(message.subarray(0, end));
    // It is an answer, with recursion, without error; one question, so many answers, nothing else.
    reply.writeUInt16BE(0x8180, 2);
    reply.writeUInt16BE(records.length, 6);
    reply.fill(0, 8, 12);
    socket.send(Buffer.concat([reply, ...records]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver({ timeout: 30_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`]);
  return {
    asked,
    async lookup(hostname) {
      return (await resolver.resolve4(hostname)).map((address) => ({ address, family: 4 }));
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
