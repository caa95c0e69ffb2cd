// An account with thousands of finished tasks, written straight into the database: painting them would take hours.
import { join } from 'node:path';
import Database from 'libsql';
import type { RunningService } from '../service/running-service.js';

/** A row, whatever its columns. */
type Row = Record<string, string | number | null>;

/**
 * Copies a finished task of the account with its first picture `count` times: a minute apart, older and older, with the
 * prompts `crowd 0001`, `crowd 0002`, … from the newest on. Every copy has a picture token of its own and shares the bytes.
 */
export function makeCrowd(running: RunningService, taskId: string, count: number): void {
  const database = new Database(join(running.folder, 'data', 'inkling.db'));
  try {
    database.exec('pragma busy_timeout = 10000');
    // The driver puts figures of its own beside the columns.
    const read = (query: string): Row => {
      const { _metadata, ...row } = database.prepare(query).get(taskId) as Row;
      return row;
    };
    const task = read('select * from tasks where id = ?');
    const picture = read('select * from pictures where task_id = ?');
    const insert = (table: string, row: Row) => {
      const names = Object.keys(row);
      return database.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`);
    };
    const insertTask = insert('tasks', task);
    const insertPicture = insert('pictures', picture);
    database.exec('begin immediate');
    for (let index = 1; index <= count; index += 1) {
      const number = String(index).padStart(4, '0');
      const createdAtMs = Number(task.created_at) - index * 60_000;
      const id = `crowd${number}`.padEnd(22, '0');
      const request = { ...JSON.parse(String(task.request)), prompt: `crowd ${number}` };
      const copy: Row = { ...task, id, created_at: createdAtMs, request: JSON.stringify(request) };
      insertTask.run(Object.values(copy));
      insertPicture.run(Object.values({ ...picture, task_id: id, token: `token${number}`.padEnd(22, '0') }));
    }
    database.exec('commit');
  } finally {
    database.close();
  }
}
