// Files on disk: the contract, and what only files can get wrong.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createFileStorage } from '../../src/storage/file-storage.js';
import { StorageError } from '../../src/storage/storage.js';
import { describeStorage } from './storage-contract.js';

const makeFolder = () => mkdtemp(join(tmpdir(), 'inkling-storage-'));

describeStorage('files', async () => {
  const folder = await makeFolder();
  const storage = createFileStorage({ folder: join(folder, 'not', 'yet') });
  return { storage, end: () => rm(folder, { recursive: true, force: true }) };
});

/** Runs with a fresh folder that is removed afterwards. */
async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await makeFolder();
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('file storage', () => {
  it('touches nothing until it is used', () =>
    inFolder(async (folder) => {
      createFileStorage({ folder: join(folder, 'data') });
      assert.deepEqual(await readdir(folder), []);
    }));

  it('leaves no partial file behind, neither after success nor after failure', () =>
    inFolder(async (folder) => {
      const storage = createFileStorage({ folder });
      await storage.put('a/b', new Uint8Array(10), 'image/png');
      await storage.check();
      // A folder stands where the object should go, so that the rename fails after the file was written.
      await mkdir(join(folder, 'blocked', 'x'), { recursive: true });
      await assert.rejects(storage.put('blocked', new Uint8Array(10), 'image/png'), StorageError);
      await assert.rejects(storage.put('a/b/c', new Uint8Array(10), 'image/png'), StorageError);
      assert.deepEqual(await readdir(join(folder, '.partial')), []);
    }));

  it('clears partial files of crashed writes at a check, and only old ones', () =>
    inFolder(async (folder) => {
      const storage = createFileStorage({ folder });
      await mkdir(join(folder, '.partial'));
      for (const name of ['old', 'young']) await writeFile(join(folder, '.partial', name), 'x');
      const twoHoursAgo = Date.now() / 1000 - 7200;
      await utimes(join(folder, '.partial', 'old'), twoHoursAgo, twoHoursAgo);
      await storage.check();
      assert.deepEqual(await readdir(join(folder, '.partial')), ['young']);
    }));

  it('says in one sentence why a folder cannot be used', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'file'), 'x');
      for (const unusable of [join(folder, 'file'), join(folder, 'file', 'below')]) {
        const storage = createFileStorage({ folder: unusable });
        const plain = (error: Error) => {
          assert.ok(error instanceof StorageError);
          assert.match(error.message, /^The data folder [^\n]+ cannot be used: [a-z -]+\.$/);
          assert.ok(error.message.includes(unusable));
          return true;
        };
        await assert.rejects(storage.check(), plain, unusable);
        await assert.rejects(storage.put('a', new Uint8Array(1), 'image/png'), plain, unusable);
      }
    }));

  it('says when the disk is nearly full', () =>
    inFolder(async (folder) => {
      const storage = createFileStorage({ folder, minFreeBytes: Number.MAX_SAFE_INTEGER });
      await assert.rejects(storage.check(), /nearly full: \d+ MB free, at least \d+ MB are needed/);
    }));

  it('fails the stream of an object that was removed after it was found', () =>
    inFolder(async (folder) => {
      const storage = createFileStorage({ folder });
      await storage.put('a/b', new Uint8Array(10), 'image/png');
      const object = await storage.get('a/b');
      await storage.removeBelow('a');
      await assert.rejects(async () => {
        for await (const chunk of object?.open() ?? []) assert.fail(`read ${chunk.length} bytes`);
      });
    }));

  it('gives an object that follows a removed task folder a new folder', () =>
    inFolder(async (folder) => {
      const storage = createFileStorage({ folder });
      // Removals without pause, so that many fall between the making of the folder and the move of the file.
      let writing = true;
      const writer = (async () => {
        for (let turn = 0; turn < 60; turn += 1)
          await Promise.all(
            ['b', 'c', 'd'].map((name) => storage.put(`tasks/a/${name}`, new Uint8Array(10), 'image/png')),
          );
      })().finally(() => {
        writing = false;
      });
      while (writing) await storage.removeBelow('tasks/a');
      await writer;
      await storage.put('tasks/a/b', new Uint8Array(10), 'image/png');
      assert.equal((await stat(join(folder, 'tasks', 'a', 'b'))).size, 10);
    }));
});
