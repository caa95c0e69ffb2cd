// What lies where in the data folder.
import { join } from 'node:path';

/** The SQLite database. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'inkling.db');
}

/** The folder of pictures. */
export function picturesFolder(dataFolder: string): string {
  return join(dataFolder, 'pictures');
}
