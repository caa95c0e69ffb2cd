// A pooler in transaction mode, as PgBouncer is: many clients, few connections to the server, and each transaction (or
// statement outside one) gets whichever connection is next. Prepared statements and LISTEN therefore do not survive.
// Speaks only as much of PostgreSQL's protocol (version 3) as that takes: trusted logins, one user, one database.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TransactionPooler {
  readonly port: number;
  close(): Promise<void>;
}

interface Message {
  /** One letter; empty for the nameless first message of a client. */
  type: string;
  bytes: Buffer;
}

/** Cuts a stream into messages. `startup`: the first one has no letter. */
function createReader(startup: boolean, onMessage: (message: Message) => void): (chunk: Buffer) => void {
  let buffer = Buffer.alloc(0);
  let first = startup;
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = first ? 0 : 1;
      if (buffer.length < head + 4) return;
      const length = head + buffer.readUInt32BE(head);
      if (buffer.length < length) return;
      const bytes = buffer.subarray(0, length);
      const type = first ? '' : String.fromCharCode(bytes[0] ?? 0);
      buffer = buffer.subarray(length);
      first = false;
      onMessage({ type, bytes });
    }
  };
}

/** A connection to the server; `user` is the client that has it for now. */
interface Backend {
  socket: Socket;
  user: { receive(message: Message): void } | undefined;
  /** Answers that are still to come. */
  outstanding: number;
}

const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const authenticated = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);

/** Starts a pooler with `size` connections to the server. */
export async function startTransactionPooler(targetPort: number, size: number): Promise<TransactionPooler> {
  const sockets = new Set<Socket>();
  const idle: Backend[] = [];
  const waiting: ((backend: Backend) => void)[] = [];
  let opened = 0;

  function track(socket: Socket): Socket {
    sockets.add(socket);
    // Many small messages: none waits to be sent with others.
    socket.setNoDelay();
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  }

  function giveBack(backend: Backend): void {
    backend.user = undefined;
    const next = waiting.shift();
    if (next) next(backend);
    // To the end of the line: the next transaction gets another one.
    else idle.push(backend);
  }

  /** Logs in with the first message of a client, and counts answers from then on. */
  function open(startup: Buffer): void {
    opened += 1;
    const backend: Backend = { socket: track(connect(targetPort, '127.0.0.1')), user: undefined, outstanding: 1 };
    let loggedIn = false;
    const read = createReader(false, (message) => {
      if (loggedIn) backend.user?.receive(message);
      if (message.type !== 'Z') return;
      backend.outstanding -= 1;
      loggedIn = true;
      if (backend.outstanding === 0 && message.bytes[5] === 0x49) giveBack(backend);
    });
    backend.socket.on('data', read);
    backend.socket.write(startup);
  }

  const server = createServer((client) => {
    track(client);
    let backend: Backend | undefined;
    let asking = false;
    let startup = Buffer.alloc(0);
    const held: Message[] = [];
    const user = {
      receive({ type, bytes }: Message) {
        client.write(bytes);
        // Given back by the reader of the backend right after this.
        if (type === 'Z' && backend?.outstanding === 1 && bytes[5] === 0x49) backend = undefined;
      },
    };
    function forward(to: Backend): void {
      for (const message of held.splice(0)) {
        if (message.type === 'Q' || message.type === 'S') to.outstanding += 1;
        to.socket.write(message.bytes);
      }
    }
    function take(message: Message): void {
      if (message.type === '') {
        startup = Buffer.from(message.bytes);
        client.write(Buffer.concat([authenticated, ready]));
        return;
      }
      if (message.type === 'X') return;
      held.push(message);
      if (backend) forward(backend);
      if (backend || asking) return;
      asking = true;
      const got = (given: Backend) => {
        asking = false;
        backend = given;
        given.user = user;
        forward(given);
      };
      const free = idle.shift();
      if (free) got(free);
      else {
        waiting.push(got);
        if (opened < size) open(startup);
      }
    }
    client.on('data', createReader(true, take));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
