// The load generator, in a process of its own so that its work is not counted as the server's. Plain sockets: each sends
// one request, waits for the whole answer, and sends the next; no pipelining. Told what to do by its parent, it answers
// with latencies and its own CPU time. A status other than the one expected ends the run.
import { connect } from 'node:net';

process.on('message', async (job) => {
  try {
    process.send({ kind: 'done', ...(await run(job)) });
  } catch (error) {
    process.send({ kind: 'failed', message: String(error?.message ?? error) });
  }
});
process.on('disconnect', () => process.exit());

/**
 * `requests`: texts of whole HTTP/1.1 requests, sent in turn, `count` in all. A count, not a time: on a busy machine a
 * time would measure cold code.
 */
async function run({ port, requests, connections, count, expectStatus }) {
  const payloads = requests.map((text) => Buffer.from(text));
  const latenciesMs = [];
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  let next = 0;
  const loops = Array.from({ length: connections }, () => converse());
  await Promise.all(loops);
  const elapsedMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpu);
  return { count: latenciesMs.length, elapsedMs, latenciesMs, cpuMs: (user + system) / 1000 };

  function converse() {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let sentMs = 0;
      let received = Buffer.alloc(0);
      const send = () => {
        if (next >= count) {
          socket.end();
          resolve();
          return;
        }
        sentMs = performance.now();
        socket.write(payloads[next++ % payloads.length]);
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed the connection')));
      socket.on('data', (chunk) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        const head = received.indexOf('\r\n\r\n');
        if (head < 0) return;
        const text = received.toString('latin1', 0, head);
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1]);
        if (received.length < head + 4 + length) return;
        const status = Number(text.slice(9, 12));
        if (status !== expectStatus) {
          reject(new Error(`status ${status}: ${received.toString('utf8', head + 4)}`));
          return;
        }
        latenciesMs.push(performance.now() - sentMs);
        received = Buffer.alloc(0);
        send();
      });
    });
  }
}
