// Makes folders, wherever people point.
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Is it an error of the system with this code (`ENOENT`)? */
export function hasErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/**
 * Makes a folder and those above it; one that is there is fine. Node's own recursive way never returns for a folder
 * below /proc (seen with Node 20.20), so this goes step by step. Rejects as `mkdir` does.
 */
export async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path);
  try {
    await mkdir(folder);
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST') && (await stat(folder)).isDirectory()) return;
    if (!hasErrorCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder).catch((again: unknown) => {
      // Another start made it first.
      if (!hasErrorCode(again, 'EEXIST')) throw again;
    });
  }
}
