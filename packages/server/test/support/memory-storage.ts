// Storage in memory, for tests of what stands above it; the real houses have a contract suite of their own.
import type { Storage } from '../../src/storage/storage.js';

export interface MemoryStorage extends Storage {
  readonly objects: Map<string, Uint8Array>;
}

export function createMemoryStorage(): MemoryStorage {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    async put(key, bytes) {
      objects.set(key, bytes);
    },
    async get(key) {
      const bytes = objects.get(key);
      return (
        bytes && {
          byteLength: bytes.byteLength,
          async *open(range) {
            yield bytes.subarray(range?.start ?? 0, range ? range.end + 1 : undefined);
          },
        }
      );
    },
    read: async (key) => objects.get(key),
    async removeBelow(prefix) {
      for (const key of objects.keys()) if (key.startsWith(`${prefix}/`)) objects.delete(key);
    },
    async listBelow(prefix, { after = '', limit }) {
      const below = [...objects.keys()].filter((key) => key.startsWith(`${prefix}/`));
      const names = new Set(below.map((key) => key.slice(prefix.length + 1).replace(/\/.*/, '')));
      return [...names]
        .filter((name) => name > after)
        .sort()
        .slice(0, limit);
    },
    check: async () => undefined,
    close: async () => undefined,
  };
}
