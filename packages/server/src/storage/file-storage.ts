// Pictures as files below one folder: the storage of a single machine.
//
// A write goes to a fresh file in `.partial/`, is flushed, and is then renamed into its place, whose folder is flushed
// too: after a power cut the object is there whole or not at all. Keys never start a part with a dot, so that nothing
// under a key can collide with `.partial`.
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Storage, StorageError, type StoredObject } from './storage.js';
import { checkRange, checkStorageKey, isStorageKey } from './storage-key.js';

export interface FileStorageOptions {
  /** Where everything lies; made on the first write. */
  folder: string;
  /** `check()` rejects with less free space than this, bytes; default 64 MiB. */
  minFreeBytes?: number;
}

const defaultMinFreeBytes = 64 * 1024 * 1024;

/** A write or removal that was cut short leaves something in `.partial/`; `check()` removes what is older than this, ms. */
const stalePartialMs = 60 * 60 * 1000;

/** Times a write tries to reach its place while removals take the folder away. */
const maxMoves = 5;

/** Makes the storage; nothing is touched until it is used. Errors are StorageErrors whose message is one plain sentence. */
export function createFileStorage(options: FileStorageOptions): Storage {
  const folder = resolve(options.folder);
  const partialFolder = join(folder, '.partial');
  const minFreeBytes = options.minFreeBytes ?? defaultMinFreeBytes;

  const pathOf = (key: string): string => join(folder, ...checkStorageKey(key).split('/'));

  /** A fresh name in `.partial/`. */
  const partialPath = async (): Promise<string> => {
    await mkdir(partialFolder, { recursive: true });
    return join(partialFolder, randomBytes(12).toString('hex'));
  };

  /** Writes a flushed file that nobody knows yet; resolves to its path. */
  const writePartial = async (bytes: Uint8Array): Promise<string> => {
    const path = await partialPath();
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return path;
  };

  /** Moves a partial file to its place and makes the move, and every new folder on the way, survive a power cut. */
  const moveIntoPlace = async (partial: string, path: string): Promise<void> => {
    const made = await mkdir(dirname(path), { recursive: true });
    await rename(partial, path);
    // A new folder is an entry of its parent, so parents are flushed up to where nothing was new.
    const top = made === undefined ? dirname(path) : dirname(made);
    for (let at = dirname(path); ; at = dirname(at)) {
      await flushFolder(at);
      if (at === top || at === dirname(at)) break;
    }
  };

  /** The same while removeBelow may take the folder away between its making and the rename: then once more, with a new one. */
  const insistOnPlace = async (partial: string, path: string): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await moveIntoPlace(partial, path);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || tries === maxMoves) throw error;
      }
    }
  };

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      try {
        const partial = await writePartial(bytes);
        try {
          await insistOnPlace(partial, path);
        } catch (error) {
          await rm(partial, { force: true }).catch(() => undefined);
          throw error;
        }
      } catch (error) {
        throw explain(error, folder);
      }
    },

    async get(key) {
      const path = pathOf(key);
      const found = await orUndefined(stat(path), folder);
      return found?.isFile() ? storedFile(path, found.size) : undefined;
    },

    read: async (key) => orUndefined(readFile(pathOf(key)), folder),

    async removeBelow(prefix) {
      const path = pathOf(prefix);
      const found = await orUndefined(stat(path), folder);
      // An object under exactly this key is not below it.
      if (!found?.isDirectory()) return;
      try {
        // Moved away first: it is gone at once, and a write beside it makes itself a new folder.
        const doomed = await partialPath();
        await rename(path, doomed);
        await rm(doomed, { recursive: true, force: true });
      } catch (error) {
        // Somebody else removed it in the meantime.
        if (codeOf(error) !== 'ENOENT') throw explain(error, folder);
      }
    },

    async listBelow(prefix, { after = '', limit }) {
      const names = (await orUndefined(readdir(pathOf(prefix)), folder)) ?? [];
      // A folder is read whole: a page saves the caller's memory and queries, not ours.
      return names
        .filter((name) => isStorageKey(name) && name > after)
        .sort()
        .slice(0, limit);
    },

    async check() {
      try {
        await rm(await writePartial(new Uint8Array([1])));
        await removeStale(partialFolder);
      } catch (error) {
        throw explain(error, folder);
      }
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < minFreeBytes) {
        const [free, least] = [bavail * bsize, minFreeBytes].map((bytes) => Math.floor(bytes / 1024 / 1024));
        throw new StorageError(
          `The disk of the data folder ${folder} is nearly full: ${free} MB free, at least ${least} MB are needed.`,
        );
      }
    },

    // Every call opens and closes what it needs.
    close: async () => undefined,
  };
}

function storedFile(path: string, byteLength: number): StoredObject {
  return {
    byteLength,
    open(range) {
      if (range) checkRange(range, byteLength);
      return createReadStream(path, range);
    },
  };
}

/**
 * Flushes a folder's entries. Some systems (Windows) cannot open a folder; there a rename is durable by itself. A folder
 * that is gone was removed with all in it, after the write.
 */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (['ENOENT', 'EISDIR', 'EPERM', 'EINVAL'].includes(codeOf(error))) return undefined;
    throw error;
  });
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

/** Removes what cut-short writes and removals left, once none under way can own it any more. */
async function removeStale(partialFolder: string): Promise<void> {
  for (const name of await readdir(partialFolder)) {
    const path = join(partialFolder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < Date.now() - stalePartialMs) await rm(path, { recursive: true, force: true });
  }
}
/** The result, or undefined when there is no such file; other failures are explained. */
async function orUndefined<T>(pending: Promise<T>, folder: string): Promise<T | undefined> {
  try {
    return await pending;
  } catch (error) {
    // EISDIR, ENOTDIR: the key names a folder, or something below an object; there is no object in either case.
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return undefined;
    throw explain(error, folder);
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

const sentences: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a part of the path is not a folder',
  ENOENT: 'the folder cannot be made',
};

/** A failure of the file system as one plain sentence that names the folder. */
function explain(error: unknown, folder: string): StorageError {
  if (error instanceof StorageError) return error;
  const code = codeOf(error);
  const why = Object.hasOwn(sentences, code) ? sentences[code] : code || 'an unknown error';
  return new StorageError(`The data folder ${folder} cannot be used: ${why}.`, { cause: error });
}
