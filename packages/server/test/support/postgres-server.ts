// A real PostgreSQL for tests and benchmarks, on a free port of loopback, in a folder of its own, as root and as a plain
// user alike. One for each test file (starting takes about a second), a fresh database for each suite or test.
//
//   const server = await startPostgres();
//   const url = await server.createDatabase();   // postgres://…: empty, nobody else's
//   await server.close();                        // ends every process and removes every file
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chown, mkdtemp } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPrograms, findServerUser } from './postgres-binaries.js';

export interface PostgresServer {
  readonly port: number;
  /** Makes an empty database and resolves to its URL. */
  createDatabase(): Promise<string>;
  /** Takes every row out of a database of ours, as if it had just been made: much faster than making one. */
  empty(url: string): Promise<void>;
  /** Runs one statement as the superuser, in `postgres` unless a URL says otherwise. */
  query(text: string, url?: string): Promise<Record<string, unknown>[]>;
  /** Stops it; `immediate` as if the power went. The data and the port stay for `start`. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
  /** Starts it again after `stop`; resolves once it takes connections. */
  start(): Promise<void>;
  /** Ends it and removes its files. Twice is harmless. */
  close(): Promise<void>;
}

export interface PostgresOptions {
  /** True: every commit is flushed, as in production. Tests do without: nobody pulls their plug. Default false. */
  durable?: boolean;
  /** More settings of postgresql.conf: `{ max_connections: '20' }`. */
  settings?: Record<string, string>;
}

/** Longest a start may take, ms: generous, since test machines are busy. */
const startTimeoutMs = 60_000;

/** Ports may be taken between being found free and being used. */
const portTries = 5;

async function findFreePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const emptyEverything = `do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'service_state'
    and tablename not like 'kysely%' loop execute format('delete from %I', name); end loop;
  update service_state set virtual_time = 0, maintenance = 0;
end $$`;

/** Starts a server. Rejects with what it said when it cannot. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'inkling-postgres-'));
  const data = join(folder, 'data');
  const user = findServerUser();
  let child: ChildProcess | undefined;
  let closed = false;
  let port = 0;
  // A test process that ends without closing (a failed hook, an uncaught error) leaves nothing behind either.
  const cleanUp = () => {
    child?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', cleanUp);

  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

  async function query(text: string, url = urlOf('postgres')): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    // A server that is stopped under an idle connection makes it emit an error; the query itself rejects.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Starts the process and waits until it answers; false when the port was taken meanwhile. */
  async function launch(programs: string): Promise<boolean> {
    const settings: Record<string, string> = {
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      // No helper processes for reading: a stop would wait for them.
      io_method: 'sync',
      ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
      ...options.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const started = spawn(join(programs, 'postgres'), ['-D', data, ...flags], {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    let said = '';
    started.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8192);
    });
    const exited = new Promise<'exited'>((resolve) => started.once('exit', () => resolve('exited')));
    const deadline = Date.now() + startTimeoutMs;
    while (Date.now() < deadline) {
      const answer = await Promise.race([
        exited,
        query('select 1').then(
          () => 'ready' as const,
          () => 'not yet' as const,
        ),
      ]);
      if (answer === 'ready') return true;
      if (answer === 'exited') {
        child = undefined;
        if (/could not (bind|create any TCP)/.test(said)) return false;
        throw new Error(`PostgreSQL did not start: ${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`PostgreSQL did not answer within ${startTimeoutMs} ms: ${said}`);
  }

  async function stop(how: 'fast' | 'immediate' = 'fast'): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, 'exit');
    running.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await exited;
  }

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await stop('immediate');
    process.off('exit', cleanUp);
    // Some thousands of files, hundreds a database: several times faster than their asynchronous removal.
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    const programs = findPrograms(user, folder);
    const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    await promisify(execFile)(join(programs, 'initdb'), ['-D', data, ...flags], { ...user, cwd: '/' });
    let launched = false;
    for (let attempt = 0; attempt < portTries && !launched; attempt += 1) {
      port = await findFreePort();
      launched = await launch(programs);
    }
    if (!launched) throw new Error('no free port for PostgreSQL could be found');
    let databases = 0;
    return {
      get port() {
        return port;
      },
      async createDatabase() {
        databases += 1;
        const name = `test_${databases}`;
        await query(`create database ${name} template template0`);
        return urlOf(name);
      },
      async empty(url) {
        await query(emptyEverything, url);
      },
      query,
      stop,
      async start() {
        if (!(await launch(programs))) throw new Error(`port ${port} was taken while PostgreSQL was stopped`);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
