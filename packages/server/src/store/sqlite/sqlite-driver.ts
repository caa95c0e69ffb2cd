// SQLite for Kysely: one connection of libsql, statements prepared once, and commits that are flushed to disk without
// holding the event loop.
//
// SQLite itself would flush inside COMMIT (`synchronous = full`), on the event loop, for as long as the disk takes: half a
// millisecond, or two hundred while others write to it. Here a commit only writes to the log (`synchronous = normal`);
// the log is flushed by a thread of the pool, and a caller gets its answer after that. So an answered write is on disk
// all the same, and what several callers wrote meanwhile shares a flush. Nobody holds the connection while it waits.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type Database from 'libsql';
import type { GroupFlush } from './group-flush.js';

type SqliteDatabase = InstanceType<typeof Database>;
export type SqliteStatement = ReturnType<SqliteDatabase['prepare']>;

interface Prepared {
  statement: SqliteStatement;
  /** It returns rows. */
  reads: boolean;
  /** It may change something, and is then a commit of its own unless a transaction is open. */
  writes: boolean;
}

/** Statements kept at most: lists of many lengths make many texts. */
const maxPrepared = 500;

export interface SqliteDriver {
  dialect: Dialect;
  /** For statements that need no rows and no promise; inside a transaction that is flushed, or reading. */
  prepare(text: string): SqliteStatement;
}

/** Makes the dialect. `destroy` waits for the last flush and closes both. */
export function createSqliteDriver(database: SqliteDatabase, log: GroupFlush): SqliteDriver {
  const known = new Map<string, Prepared>();

  function prepare(text: string): Prepared {
    let prepared = known.get(text);
    if (prepared === undefined) {
      const statement = database.prepare(text);
      prepared = { statement, reads: statement.reader, writes: !/^\s*(?:select|explain|pragma)\b/i.test(text) };
      if (known.size >= maxPrepared) known.clear();
      known.set(text, prepared);
    }
    return prepared;
  }

  /** Something was written since the connection was taken. */
  let written = false;
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { statement, reads, writes } = prepare(sql);
      written ||= writes;
      if (reads) return { rows: statement.all(parameters) as Row[] };
      const { changes } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    },
    // biome-ignore lint/correctness/useYield: nothing here reads rows one by one
    async *streamQuery() {
      throw new Error('rows are not streamed from SQLite');
    },
  };
  const run = (text: string) => void prepare(text).statement.run([]);

  // Statements do not interleave, but transactions have pauses in which others would slip in.
  const waiting: (() => void)[] = [];
  let taken = false;
  const driver: Driver = {
    init: async () => undefined,
    async acquireConnection() {
      if (taken) await new Promise<void>((resolve) => waiting.push(resolve));
      taken = true;
      return connection;
    },
    // The write lock at once: a transaction that reads first and writes later would fail, not wait, when another process
    // wrote in between (SQLITE_BUSY_SNAPSHOT).
    beginTransaction: async () => run('begin immediate'),
    async commitTransaction() {
      run('commit');
      written = true;
    },
    rollbackTransaction: async () => run('rollback'),
    async releaseConnection() {
      const mustFlush = written;
      written = false;
      const nextOne = waiting.shift();
      if (nextOne) nextOne();
      else taken = false;
      // Whoever asked gets his answer only when this is done.
      if (mustFlush) await log.flush();
    },
    async destroy() {
      known.clear();
      await log.close();
      database.close();
    },
  };
  return {
    prepare: (text) => prepare(text).statement,
    dialect: {
      createDriver: () => driver,
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    },
  };
}
