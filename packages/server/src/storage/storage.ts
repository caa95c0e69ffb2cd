// Where picture bytes live. Two houses: files on disk, and (scale-out) S3. Keys are chosen by us only: 1–10
// parts of letters, digits, `.`, `_` and `-` with `/` between, no part starts with a dot; all else is a StorageError.

export interface StoredObject {
  byteLength: number;
  /**
   * Streams bytes `start`…`end` (inclusive, like HTTP ranges); the whole object without a range. Opens nothing before it
   * is read. Throws RangeError for a range that is not inside the object.
   */
  open(range?: { start: number; end: number }): AsyncIterable<Uint8Array>;
}

export interface PresignedLink {
  method: 'GET' | 'HEAD';
  expiresInS: number;
  /** What the answer's headers will say. */
  contentType: string;
  contentDisposition: string;
  cacheControl: string;
}

export interface Storage {
  /** Durable once it resolves; replaces what was there, whole or not at all. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Undefined when there is nothing under the key. */
  get(key: string): Promise<StoredObject | undefined>;
  /** Whole object in memory, or undefined. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Removes everything whose key starts with `prefix` and a slash; nothing there is no error. */
  removeBelow(prefix: string): Promise<void>;
  /**
   * Where storage can hand out bytes by itself: a URL that gives this object to whoever has it, for `expiresInS` seconds
   * (1–604,800), answering `method` alone. It is not looked whether there is such an object.
   */
  presign?(key: string, link: PresignedLink): Promise<string>;
  /**
   * First parts of the keys below `prefix`, each once, in ASCII order: for `tasks`, task ids. At most `limit` (1–900),
   * from behind `after` on. The order holds where no part is the beginning of another one, as with ids of one length.
   */
  listBelow(prefix: string, options: { after?: string | undefined; limit: number }): Promise<string[]>;
  /** Rejects with a StorageError when nothing can be written, or hardly anything more. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Storage that cannot be used, in one plain sentence for the operator; it may hold a path, so callers never see it. */
export class StorageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
  }
}

/** Below it, one folder for each task. */
export const tasksPrefix = 'tasks';

/** Storage prefix of everything that belongs to a task. */
export function taskPrefix(taskId: string): string {
  return `${tasksPrefix}/${taskId}`;
}

/** File name, without its extension, of a task's reference picture: the only bytes that are stored before the row. */
export const referenceName = 'reference';
