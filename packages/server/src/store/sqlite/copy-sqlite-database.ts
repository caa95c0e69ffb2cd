// A copy of a SQLite database as it is at one moment, whoever writes to it meanwhile.
import Database from 'libsql';

/** Writes the copy, looks whether it is sound, and returns how many tasks it holds. Throws when it is not. */
export function copySqliteDatabase(from: string, to: string): number {
  const source = new Database(from);
  try {
    source.exec('pragma busy_timeout = 5000');
    // Reads one snapshot and writes a database without gaps or write-ahead log.
    source.exec(`vacuum into '${to.replaceAll("'", "''")}'`);
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    const checked = copy.prepare('pragma integrity_check').get() as { integrity_check?: string };
    if (checked.integrity_check !== 'ok') throw new Error(`the copy is damaged: ${checked.integrity_check}`);
    return (copy.prepare('select count(*) as tasks from tasks').get() as { tasks: number }).tasks;
  } finally {
    copy.close();
  }
}
