// Connections to PostgreSQL: pooled, every statement with a deadline of our own, no error that nobody hears.
//
// The deadline is kept on this side: a server that is gone without a word (half-open TCP, a stopped machine) answers no
// statement_timeout. Whoever runs into it has his connection cut, never given back: its answer may still come.
// Without a pooler in between the server gets the same deadlines, so that it does not go on with what nobody waits for,
// and frees the locks of a process that was stopped in the middle of a transaction.
import pg from 'pg';
import { isForeignStatement, isOutdatedStatement, isUnavailable, toStoreFailure } from './postgres-failure.js';
import { createStatementNames } from './statement-names.js';

export interface PoolOptions {
  /** postgres://… */
  url: string;
  /** Connections at most. */
  size: number;
  /** A transaction-mode pooler (PgBouncer) stands in between: nothing may outlive a transaction. */
  pooler: boolean;
  /** Longest wait for a connection, and for the answer to a statement, ms. */
  timeoutMs: number;
  /** A connection broke while nobody used it. */
  onLost: (error: Error) => void;
}

interface Answer {
  command: string;
  rowCount: number | null;
  rows: Record<string, unknown>[];
}

/** The slices of a pool and of its connections that Kysely uses. */
export interface PooledConnection {
  query(text: string, values: readonly unknown[]): Promise<Answer>;
  release(): void;
}

export interface ConnectionPool {
  connect(): Promise<PooledConnection>;
  end(): Promise<void>;
}

/** Type ids of PostgreSQL. */
const [int8, numeric] = [20, 1700];

/** Integers and sums as numbers: times in ms and counts stay far below 2^53. Everything else as pg reads it. */
export const numberTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8 || oid === numeric) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** How every connection of ours is made. */
export function connectionConfig(url: string, name: string, timeoutMs: number): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: timeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: numberTypes,
  };
}

/** Closes the socket now: whoever waits for an answer gets an error. */
export function cutConnection(client: pg.ClientBase): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

export function createConnectionPool(options: PoolOptions): ConnectionPool {
  const { timeoutMs } = options;
  const serverDeadlines = {
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs * 2,
  };
  const pool = new pg.Pool({
    ...connectionConfig(options.url, 'inkling', timeoutMs),
    ...(options.pooler ? {} : serverDeadlines),
    max: options.size,
    idleTimeoutMillis: 30_000,
  });
  const names = createStatementNames(!options.pooler);
  // Without a listener either of these would end the process.
  pool.on('error', options.onLost);
  pool.on('connect', (client) => client.on('error', options.onLost));

  /** Sends one statement; cuts the connection when no answer comes in time. */
  async function send(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<Answer> {
    const name = names.nameOf(text);
    let late = false;
    let waiting = true;
    const timer = setTimeout(() => {
      // A process that stood still finds its timers due before it has read the answers that came meanwhile: read first.
      setImmediate(() => {
        if (!waiting) return;
        late = true;
        cutConnection(client);
      });
    }, timeoutMs);
    try {
      return await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
    } catch (error) {
      if (!late) throw error;
      throw new Error(`timeout exceeded: no answer from PostgreSQL within ${timeoutMs} ms`, { cause: error });
    } finally {
      waiting = false;
      clearTimeout(timer);
    }
  }

  return {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw toStoreFailure(error);
      });
      let broken = false;
      let inTransaction = false;
      return {
        async query(text, values) {
          try {
            const answer = await send(client, text, values);
            if (text === 'begin') inTransaction = true;
            return answer;
          } catch (error) {
            const outdated = isOutdatedStatement(error);
            if (outdated || isForeignStatement(error)) {
              if (outdated) names.renew();
              else names.switchOff();
              // Inside a transaction everything is lost already: it is run again as a whole.
              if (!inTransaction) return await send(client, text, values);
            }
            if (isUnavailable(error)) broken = true;
            throw toStoreFailure(error);
          }
        },
        release() {
          client.release(broken);
        },
      };
    },
    end: () => pool.end(),
  };
}
