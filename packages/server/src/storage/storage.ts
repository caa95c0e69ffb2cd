// Where picture bytes live. Two houses: files on disk, and (scale-out) S3. Keys are `/`-separated, chosen by us only.

export interface StoredObject {
  byteLength: number;
  /** Streams bytes `start`…`end` (inclusive, like HTTP ranges); the whole object without a range. */
  open(range?: { start: number; end: number }): AsyncIterable<Uint8Array>;
}

export interface Storage {
  /** Durable once it resolves; replaces what was there. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Undefined when there is nothing under the key. */
  get(key: string): Promise<StoredObject | undefined>;
  /** Whole object in memory, or undefined. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Removes everything whose key starts with `prefix` and a slash; nothing there is no error. */
  removeBelow(prefix: string): Promise<void>;
  /** Rejects when nothing can be written. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Storage prefix of everything that belongs to a task. */
export function taskPrefix(taskId: string): string {
  return `tasks/${taskId}`;
}
