// Is a server running on this data folder? Servers hold a shared lock on a small file beside the database for as long as
// they live; who needs the folder alone asks for the exclusive one. The operating system gives locks back when a process
// dies, however it dies. SQLite takes them, since Node cannot.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

export interface DatabaseLock {
  release(): void;
}

const lockFile = (databaseFile: string) => `${databaseFile}.lock`;

/** Held by a server: any number of them at a time. Undefined while somebody has the database alone. */
export function shareDatabase(databaseFile: string): DatabaseLock | undefined {
  return lock(databaseFile, 'begin', 'select count(*) from sqlite_master');
}

/** Held by who must be alone; undefined while a server runs. */
export function takeDatabase(databaseFile: string): DatabaseLock | undefined {
  return lock(databaseFile, 'begin exclusive');
}

function lock(databaseFile: string, ...statements: string[]): DatabaseLock | undefined {
  mkdirSync(dirname(databaseFile), { recursive: true });
  const database = new Database(lockFile(databaseFile));
  try {
    database.exec('pragma busy_timeout = 0');
    // Not WAL, whose readers and writers do not lock each other out.
    database.exec('pragma journal_mode = delete');
    for (const statement of statements) {
      if (statement.startsWith('select')) database.prepare(statement).all();
      else database.exec(statement);
    }
  } catch (error) {
    database.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  let isHeld = true;
  return {
    release() {
      if (!isHeld) return;
      isHeld = false;
      // Closing alone keeps the lock while a statement is still known to the driver.
      database.exec('rollback');
      database.close();
    },
  };
}
