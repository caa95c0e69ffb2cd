// Keys and accounts that callers use, remembered between requests: every request asks for both, and they hardly change.
//
// What is remembered is true. A change made here is seen by the next request; one made by somebody else is noticed by
// the dialect: SQLite says exactly when another process has written, PostgreSQL's processes tell each other, and forget
// everything after a second in case they were not heard. Only what exists is kept, so a new key works at once and
// guessing keys fills nothing.
import type { AccountRows, AdminRows, KeyRows } from '../store.js';
import type { SqlDialect } from './sql-dialect.js';

/** The part of a dialect that knows of changes made elsewhere. */
type Changes = Pick<SqlDialect, 'callersVersion' | 'callersChanged'>;

/** Entries of each kind at most. */
const maxEntries = 10_000;

export interface CallerMemory {
  keys(rows: KeyRows): KeyRows;
  accounts(rows: AccountRows): AccountRows;
  admin(rows: AdminRows): AdminRows;
}

/** Makes the memory of one store. */
export function createCallerMemory(changes: Changes): CallerMemory {
  let changesHere = 0;
  let versionElsewhere: unknown;
  const memories: Map<string, unknown>[] = [];

  /** Forgets everything if anybody may have changed anything; returns what stands for the state of now. */
  function look(): number {
    const version = changes.callersVersion();
    if (version !== versionElsewhere) {
      versionElsewhere = version;
      forget();
    }
    return changesHere;
  }
  function forget(): void {
    changesHere += 1;
    for (const memory of memories) memory.clear();
  }
  function changed(): void {
    forget();
    changes.callersChanged?.();
  }

  /** The same read, asked once until something changes. */
  function remember<Value>(read: (id: string) => Promise<Value | undefined>) {
    const memory = new Map<string, Value>();
    memories.push(memory);
    return async (id: string): Promise<Value | undefined> => {
      const state = look();
      const known = memory.get(id);
      if (known !== undefined) return known;
      const found = await read(id);
      // Changed while it was read: this may be what it was before.
      if (found === undefined || look() !== state) return found;
      if (memory.size >= maxEntries) memory.clear();
      memory.set(id, found);
      return found;
    };
  }

  /** The write, and then everybody looks again; also when it failed, since a commit whose answer was lost may stand. */
  function afterwards<Arguments extends unknown[], Result>(write: (...values: Arguments) => Promise<Result>) {
    return (...values: Arguments): Promise<Result> => write(...values).finally(changed);
  }

  return {
    keys: (rows) => ({
      ...rows,
      findByHash: remember(rows.findByHash),
      add: afterwards(rows.add),
      revoke: afterwards(rows.revoke),
    }),
    accounts: (rows) => ({
      ...rows,
      find: remember(rows.find),
      findByAccessKey: remember(rows.findByAccessKey),
      put: afterwards(rows.put),
    }),
    admin: (rows) => ({ ...rows, deleteAccount: afterwards(rows.deleteAccount) }),
  };
}
