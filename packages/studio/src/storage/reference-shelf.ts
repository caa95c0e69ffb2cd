// Keeps the draft's reference picture across reloads. It has up to 10 MB: IndexedDB takes that, localStorage does not.

const database = 'inkling';
const shelf = 'draft';
const place = 'reference';

/** Resolves with a request's result. */
function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens the shelf for one use; undefined where the browser refuses. */
async function withShelf<Result>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(shelf);
    const opened = await settle(opening);
    try {
      return await use(opened.transaction(shelf, mode).objectStore(shelf));
    } finally {
      opened.close();
    }
  } catch {
    // Refused by the browser: the picture lives as long as the page.
    return undefined;
  }
}

/** The picture kept last, if any. */
export async function readShelf(): Promise<File | undefined> {
  const kept = await withShelf<unknown>('readonly', (store) => settle(store.get(place)));
  return kept instanceof File ? kept : undefined;
}

/** Keeps a picture, or forgets the one that is kept. */
export async function writeShelf(file: File | undefined): Promise<void> {
  await withShelf<unknown>('readwrite', (store) =>
    file ? settle(store.put(file, place)) : settle(store.delete(place)),
  );
}
