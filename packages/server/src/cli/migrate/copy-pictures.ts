// Copies the bytes of pictures and references from one storage into another, resumably, and looks whether they arrived.
import { sql } from 'kysely';
import type { TaskReference } from '../../core/task.js';
import type { Storage } from '../../storage/storage.js';
import { type CopyOptions, walkRows } from '../../store/copy/copy-database.js';

/** Objects under way at a time. */
const width = 8;

interface Wanted {
  key: string;
  contentType: string;
}

/** Copies everything that is not deleted yet. `onMissing` is told the keys of what should be there and is not. */
export async function copyPictures(
  copy: CopyOptions,
  from: Pick<Storage, 'read'>,
  to: Pick<Storage, 'put' | 'get'>,
  onMissing: (key: string) => void,
): Promise<void> {
  async function copyAll(wanted: readonly Wanted[]): Promise<void> {
    for (let index = 0; index < wanted.length; index += width) {
      copy.signal?.throwIfAborted();
      await Promise.all(wanted.slice(index, index + width).map(copyOne));
    }
  }
  async function copyOne({ key, contentType }: Wanted): Promise<void> {
    const bytes = await from.read(key);
    if (bytes === undefined) {
      onMissing(key);
      return;
    }
    await to.put(key, bytes, contentType);
    const arrived = await to.get(key);
    if (arrived?.byteLength !== bytes.byteLength)
      throw new Error(`${key} has ${bytes.byteLength} bytes, but ${arrived?.byteLength ?? 'none'} arrived`);
  }

  await walkRows(copy, {
    step: 'bytes of pictures',
    table: 'pictures',
    where: sql`deleted_at is null`,
    handle: (rows) =>
      copyAll(rows.map((row) => ({ key: String(row.storage_key), contentType: String(row.content_type) }))),
  });
  await walkRows(copy, {
    step: 'bytes of references',
    table: 'tasks',
    // Ended tasks whose bytes were swept have no time for it any more.
    where: sql`reference is not null and (ended_at is null or bytes_expire_at is not null)`,
    handle: (rows) =>
      copyAll(
        rows.flatMap((row) => {
          const reference = JSON.parse(String(row.reference)) as TaskReference;
          return reference.kind === 'stored' ? [{ key: reference.storageKey, contentType: reference.contentType }] : [];
        }),
      ),
  });
}
