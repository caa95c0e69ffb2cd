// What every storage refuses in the same way: keys that could lead elsewhere, and ranges outside an object.
import { StorageError } from './storage.js';

/** Parts of letters, digits, `.`, `_`, `-`, not starting with a dot; `/` between them. */
const keyPattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}){0,9}$/;

/** May this be a key? */
export function isStorageKey(text: string): boolean {
  return keyPattern.test(text);
}

/** The key itself; throws a StorageError for one that is malformed. */
export function checkStorageKey(key: string): string {
  if (isStorageKey(key)) return key;
  throw new StorageError(`A storage key is malformed: ${JSON.stringify(key.slice(0, 80))}`);
}

/** Throws RangeError unless both ends lie inside an object of this length. */
export function checkRange(range: { start: number; end: number }, byteLength: number): void {
  if (range.start >= 0 && range.start <= range.end && range.end < byteLength) return;
  throw new RangeError(`no bytes ${range.start}-${range.end} in an object of ${byteLength}`);
}
