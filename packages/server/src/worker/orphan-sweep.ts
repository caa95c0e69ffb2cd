// Reference pictures that no row names. A submit stores its reference before it writes the row; a crash between the two
// leaves the picture behind, under the id of a task that never was.
import type { Clock } from '../core/clock.js';
import { newTaskId } from '../core/ids.js';
import { referenceName, type Storage, taskPrefix, tasksPrefix } from '../storage/storage.js';
import type { Store } from '../store/store.js';

interface OrphanSweepParts {
  store: Pick<Store, 'admin'>;
  storage: Pick<Storage, 'removeBelow' | 'listBelow'>;
  clock: Clock;
  /** Ids looked up at a time. */
  batchSize: number;
}

/** Younger ones may belong to a submit that is still under way: far longer than any submit takes, ms. */
const orphanAgeMs = 60 * 60 * 1000;

/**
 * Returns a function that removes orphans and resolves to how many; it does something at most once an hour, and looks
 * at every id once. Only folders with nothing but a reference go: a database that was restored or swapped by mistake
 * must not cost anybody pictures.
 */
export function createOrphanSweep(parts: OrphanSweepParts): (stop: AbortSignal) => Promise<number> {
  const { store, storage, clock } = parts;
  let nextAtMs = Number.NEGATIVE_INFINITY;
  /** Ids up to here were looked at. */
  let doneUpTo = '';

  async function removeIfReference(id: string): Promise<boolean> {
    const names = await storage.listBelow(taskPrefix(id), { limit: 2 });
    if (!names.every((name) => name.startsWith(`${referenceName}.`))) return false;
    await storage.removeBelow(taskPrefix(id));
    return true;
  }

  return async function removeOrphans(stop) {
    if (clock.now() < nextAtMs) return 0;
    // Ids begin with their time and sort by it.
    const youngest = newTaskId(clock.now() - orphanAgeMs);
    let removed = 0;
    while (!stop.aborted) {
      const listed = await storage.listBelow(tasksPrefix, { after: doneUpTo, limit: parts.batchSize });
      const old = listed.filter((id) => id < youngest);
      for (const id of await store.admin.unknownTasks(old)) if (await removeIfReference(id)) removed += 1;
      doneUpTo = old.at(-1) ?? doneUpTo;
      if (old.length < parts.batchSize) {
        nextAtMs = clock.now() + orphanAgeMs;
        break;
      }
    }
    return removed;
  };
}
