// What every storage must do, run on each of them: an implementation's own test file calls this with a maker.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Storage, StorageError, taskPrefix } from '../../src/storage/storage.js';

/** The bytes of a stream, together. */
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Registers the contract as tests. `make` hands out an empty storage and what ends it. */
export function describeStorage(name: string, make: () => Promise<{ storage: Storage; end(): Promise<void> }>): void {
  /** Runs a test on an empty storage. */
  const onStorage = (title: string, run: (storage: Storage) => Promise<void>) =>
    it(title, async () => {
      const { storage, end } = await make();
      try {
        await run(storage);
      } finally {
        await end();
      }
    });

  describe(`storage contract: ${name}`, () => {
    onStorage('gives back what was put, byte for byte', async (storage) => {
      const cases: [string, Uint8Array][] = [
        ['a', bytesOf('one letter')],
        ['tasks/0aZ/x_Y-z.png', Uint8Array.from({ length: 100_000 }, (_, index) => (index * 31) % 256)],
        ['tasks/0aZ/empty', new Uint8Array()],
      ];
      for (const [key, bytes] of cases) await storage.put(key, bytes, 'image/png');
      for (const [key, bytes] of cases) {
        assert.deepEqual(Buffer.from((await storage.read(key)) ?? []), Buffer.from(bytes), key);
        const object = await storage.get(key);
        assert.equal(object?.byteLength, bytes.length, key);
        assert.deepEqual(object && (await collect(object.open())), Buffer.from(bytes), key);
      }
    });

    onStorage('puts a view of a larger buffer as the view', async (storage) => {
      await storage.put('view', bytesOf('0123456789').subarray(3, 6), 'image/png');
      assert.equal(Buffer.from((await storage.read('view')) ?? []).toString(), '345');
    });

    onStorage('has nothing under other keys', async (storage) => {
      await storage.put('tasks/one/picture', bytesOf('x'), 'image/png');
      for (const key of ['tasks', 'tasks/one', 'tasks/two/picture', 'tasks/one/picture/deeper', 'picture']) {
        assert.equal(await storage.get(key), undefined, key);
        assert.equal(await storage.read(key), undefined, key);
      }
    });

    onStorage('streams any range inside an object, as often as asked', async (storage) => {
      const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256);
      await storage.put('ranges', bytes, 'image/png');
      const object = await storage.get('ranges');
      assert.ok(object);
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(bytes.length - 1), async (one, other) => {
          const range = { start: Math.min(one, other), end: Math.max(one, other) };
          assert.deepEqual(await collect(object.open(range)), Buffer.from(bytes.subarray(range.start, range.end + 1)));
        }),
        { numRuns: 30 },
      );
      for (const range of [
        { start: 0, end: 200_000 },
        { start: 5, end: 4 },
        { start: -1, end: 4 },
        { start: Number.NaN, end: 4 },
      ])
        assert.throws(() => object.open(range), RangeError, JSON.stringify(range));
    });

    onStorage('replaces whole: a reader sees the old object or the new one', async (storage) => {
      const versions = ['a', 'b'].map((letter) => bytesOf(letter.repeat(300_000)));
      await storage.put('same', versions[0] ?? new Uint8Array(), 'image/png');
      let writing = true;
      const writer = (async () => {
        for (let turn = 0; turn < 20; turn += 1)
          await storage.put('same', versions[turn % 2] ?? new Uint8Array(), 'image/png');
        writing = false;
      })();
      while (writing) {
        const seen = Buffer.from((await storage.read('same')) ?? []);
        assert.equal(seen.length, 300_000);
        assert.ok(seen.equals(Buffer.alloc(300_000, seen[0])), 'a mixture was read');
      }
      await writer;
    });

    onStorage('keeps one of many concurrent writes to one key, and all to many', async (storage) => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => storage.put('same', bytesOf(`v${index}`), 'image/png')),
      );
      assert.match(Buffer.from((await storage.read('same')) ?? []).toString(), /^v\d+$/);
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          storage.put(`many/${index % 4}/${index}`, bytesOf(`v${index}`), 'image/png'),
        ),
      );
      for (let index = 0; index < 40; index += 1)
        assert.equal(Buffer.from((await storage.read(`many/${index % 4}/${index}`)) ?? []).toString(), `v${index}`);
    });

    onStorage('removes all below a prefix and nothing beside it', async (storage) => {
      const keys = [`${taskPrefix('A')}/0`, `${taskPrefix('A')}/deep/1`, `${taskPrefix('AB')}/0`, 'tasks/a-0', 'other'];
      for (const key of keys) await storage.put(key, bytesOf(key), 'image/png');
      await storage.removeBelow(taskPrefix('A'));
      const left = [];
      for (const key of keys) if (await storage.read(key)) left.push(key);
      assert.deepEqual(left, keys.slice(2));
      await storage.removeBelow('other');
      assert.ok(await storage.read('other'), 'an object is not below its own key');
      await storage.removeBelow(taskPrefix('A'));
      await storage.removeBelow('never/was');
      await storage.put(keys[0] ?? '', bytesOf('again'), 'image/png');
      assert.ok(await storage.read(keys[0] ?? ''));
    });

    onStorage('lists what is directly below a prefix, in order and in pages', async (storage) => {
      assert.deepEqual(await storage.listBelow('tasks', { limit: 10 }), []);
      for (const key of ['tasks/b/1', 'tasks/b/0', 'tasks/a/0', 'tasks/B/0', 'tasks/c.png', 'tasksx/0', 'other'])
        await storage.put(key, bytesOf(key), 'image/png');
      assert.deepEqual(await storage.listBelow('tasks', { limit: 10 }), ['B', 'a', 'b', 'c.png']);
      assert.deepEqual(await storage.listBelow('tasks', { limit: 2 }), ['B', 'a']);
      assert.deepEqual(await storage.listBelow('tasks', { after: 'a', limit: 2 }), ['b', 'c.png']);
      assert.deepEqual(await storage.listBelow('tasks', { after: 'aa', limit: 1 }), ['b']);
      assert.deepEqual(await storage.listBelow('tasks/b', { limit: 10 }), ['0', '1']);
      assert.deepEqual(await storage.listBelow('other', { limit: 10 }), []);
      await storage.removeBelow('tasks/b');
      assert.deepEqual(await storage.listBelow('tasks', { after: 'a', limit: 9 }), ['c.png']);
    });

    onStorage('lists more than fits into a page of anybody', async (storage) => {
      const ids = Array.from({ length: 130 }, (_, index) => `id${1000 + index}`);
      await Promise.all(ids.map((id) => storage.put(`tasks/${id}/0`, bytesOf('x'), 'image/png')));
      assert.deepEqual(await storage.listBelow('tasks', { limit: 120 }), ids.slice(0, 120));
      assert.deepEqual(await storage.listBelow('tasks', { after: ids[119], limit: 120 }), ids.slice(120));
    });

    onStorage('loses no write to a removal beside it', async (storage) => {
      for (let turn = 0; turn < 10; turn += 1) {
        await storage.put(`${taskPrefix('old')}/${turn}`, bytesOf('x'), 'image/png');
        await Promise.all([
          storage.removeBelow(taskPrefix('old')),
          storage.put(`${taskPrefix('new')}/${turn}`, bytesOf('kept'), 'image/png'),
        ]);
        assert.ok(await storage.read(`${taskPrefix('new')}/${turn}`));
      }
    });

    onStorage('refuses keys that could lead elsewhere', async (storage) => {
      const bad = [
        '',
        '/',
        '.',
        '..',
        '../x',
        'a/../b',
        '/etc/passwd',
        'a//b',
        'a/',
        '.hidden',
        'a/.hidden',
        'a\\..\\b',
      ];
      bad.push('a\0b', 'C:\\x', 'a b', 'ü', '%2e%2e/x', 'a/./b', '~/x', 'x'.repeat(300), Array(12).fill('a').join('/'));
      for (const key of bad) {
        await assert.rejects(async () => storage.put(key, bytesOf('x'), 'image/png'), StorageError, key);
        await assert.rejects(async () => storage.get(key), StorageError, key);
        await assert.rejects(async () => storage.read(key), StorageError, key);
        await assert.rejects(async () => storage.removeBelow(key), StorageError, key);
        await assert.rejects(async () => storage.listBelow(key, { limit: 1 }), StorageError, key);
      }
    });

    onStorage('is found usable, and may be closed twice', async (storage) => {
      await storage.check();
      await storage.close();
      await storage.close();
    });
  });
}
