// Child processes of a bench: servers under test and the load generator. Each is asked by messages, and ends with us.
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Forks `file` and resolves once it has sent its first message, which is returned beside what one may do with it. */
export async function startServer(file, options = {}) {
  const child = fork(file, {
    env: { ...process.env, ...options.env },
    execArgv: options.execArgv ?? [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the server under test ended early (${code})`);
  });
  const [ready] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined);
  return {
    ...ready,
    /** CPU time so far, ms: `user` and `system`. */
    async cpu() {
      child.send('cpu');
      const [{ user, system }] = await once(child, 'message');
      return { user: user / 1000, system: system / 1000 };
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** Answers `startServer` from inside a server's process. */
export function reportReady(facts, close) {
  process.on('message', () => process.send(process.cpuUsage()));
  process.on('disconnect', async () => {
    await close();
    process.exit();
  });
  process.send(facts);
}

/** The load generator; `run` resolves to count, elapsedMs, latenciesMs and its own cpuMs. */
export function startLoad() {
  const child = fork(new URL('./load-process.mjs', import.meta.url));
  return {
    async run(job) {
      child.send(job);
      const [answer] = await once(child, 'message');
      if (answer.kind === 'failed') throw new Error(answer.message);
      return answer;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
