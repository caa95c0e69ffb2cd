// An S3-speaking server for tests: s3rver's HTTP, key lookup, XML and presigned links, over a store of our own. Its store
// of files is not used: it writes an object in place, so that readers see half of it, where S3 replaces it whole. It
// knows access keys but does not compute version 4 signatures: a wrong secret is not noticed here.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** The key pair that s3rver knows. */
export const s3Keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

interface Kept {
  bytes: Buffer;
  metadata: Record<string, string>;
}

interface S3rverObject {
  bucket: string;
  key: string;
  content: Buffer | Readable;
  metadata: Record<string, string>;
}

interface ListOptions {
  prefix?: string;
  startAfter?: string;
  delimiter?: string;
  maxKeys?: number;
}

/** Objects in memory with the operations that s3rver asks its store for. Buckets: `pictures`, and those in `names`. */
function createStore(names: readonly string[], S3Object: new (...args: unknown[]) => object) {
  const buckets = new Map(names.map((name) => [name, new Map<string, Kept>()]));
  const objectsOf = (bucket: string) => buckets.get(bucket) ?? new Map<string, Kept>();
  return {
    objects: objectsOf,
    listBuckets: async () => [...buckets.keys()].map((name) => ({ name, creationDate: new Date(0) })),
    getBucket: async (name: string) => (buckets.has(name) ? { name, creationDate: new Date(0) } : null),
    getSubresource: async () => undefined,
    existsObject: async (bucket: string, key: string) => objectsOf(bucket).has(key),
    async deleteObject(bucket: string, key: string) {
      objectsOf(bucket).delete(key);
    },
    async putObject({ bucket, key, content, metadata }: S3rverObject) {
      const chunks: Uint8Array[] = [];
      if (Buffer.isBuffer(content)) chunks.push(content);
      else for await (const chunk of content) chunks.push(chunk as Uint8Array);
      const bytes = Buffer.concat(chunks);
      const md5 = createHash('md5').update(bytes).digest('hex');
      const intrinsic = {
        etag: `"${md5}"`,
        'content-length': String(bytes.length),
        'last-modified': new Date(Math.floor(Date.now() / 1000) * 1000).toUTCString(),
      };
      objectsOf(bucket).set(key, { bytes, metadata: { ...metadata, ...intrinsic } });
      return { size: bytes.length, md5 };
    },
    async getObject(bucket: string, key: string, options: { start?: number; end?: number } = {}) {
      const kept = objectsOf(bucket).get(key);
      if (kept === undefined) return null;
      const last = kept.bytes.length - 1;
      const isRange = options.start !== undefined || options.end !== undefined;
      const [start, end] = [options.start ?? 0, Math.min(options.end ?? last, last)];
      const isEmpty = isRange && start > end;
      const content = isEmpty ? null : Readable.from([kept.bytes.subarray(start, end + 1)], { objectMode: false });
      const object = new S3Object(bucket, key, content, kept.metadata) as { range?: object };
      if (isRange) object.range = { start, end };
      return object;
    },
    async listObjects(bucket: string, options: ListOptions) {
      const { prefix = '', startAfter = '', delimiter } = options;
      // Services may give fewer than were asked for; small pages make pages easy to test.
      const maxKeys = Math.min(options.maxKeys ?? 1000, 50);
      const found = [...objectsOf(bucket)]
        .filter(([key]) => key.startsWith(prefix) && key > startAfter)
        .sort(([one], [other]) => (one < other ? -1 : 1));
      // With a delimiter, what shares a name up to it counts as one.
      const folderOf = (key: string) => {
        const at = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
        return at < 0 ? undefined : key.slice(0, at + 1);
      };
      const entries = [...new Set(found.map(([key]) => folderOf(key) ?? key))];
      const page = new Set(entries.slice(0, maxKeys));
      const objects = found
        .filter(([key]) => page.has(key))
        .map(([key, kept]) => new S3Object(bucket, key, null, kept.metadata));
      const commonPrefixes = [...page].filter((entry) => delimiter && entry.endsWith(delimiter));
      // s3rver makes its token of the last object's key, also where a page holds none: it then looks at index -1.
      Object.assign(objects, { '-1': { key: [...page].at(-1) ?? '' } });
      return { objects, commonPrefixes, isTruncated: entries.length > maxKeys };
    },
  };
}

/**
 * s3rver enciphers continuation tokens by DES, which OpenSSL 3 no longer has: it gets the plain text. Nobody here reads
 * the tokens.
 */
function hideMissingCipher(require: NodeJS.Require): void {
  const crypto = require('node:crypto') as { createCipheriv: (name: string, ...rest: unknown[]) => unknown };
  const { createCipheriv } = crypto;
  const plain = { update: (text: string) => Buffer.from(text), final: () => Buffer.alloc(0) };
  crypto.createCipheriv = (name, ...rest) => (name === 'des' ? plain : createCipheriv(name, ...rest));
}

export interface S3Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Names and sizes of what a bucket holds. */
  names(bucket?: string): string[];
  /** Headers an object was stored with. */
  metadata(name: string, bucket?: string): Record<string, string> | undefined;
  close(): Promise<void>;
}

/** Starts a server with an empty bucket `pictures`. */
export async function startS3Server(extraBuckets: readonly string[] = []): Promise<S3Server> {
  const require = createRequire(import.meta.url);
  hideMissingCipher(require);
  const S3rver = require('s3rver') as new (
    options: object,
  ) => {
    store: unknown;
    context: { store: unknown };
    configureBuckets(): Promise<void>;
    callback(): (request: unknown, response: unknown) => void;
  };
  const S3Object = require('s3rver/lib/models/object.js') as new (...args: unknown[]) => object;
  const s3rver = new S3rver({ silent: true, directory: join(tmpdir(), 'never-written'), vhostBuckets: true });
  const store = createStore(['pictures', ...extraBuckets], S3Object);
  s3rver.store = store;
  s3rver.context.store = store;
  const { createServer } = await import('node:http');
  const server = createServer(s3rver.callback());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    names: (bucket = 'pictures') => [...store.objects(bucket).keys()].sort(),
    metadata: (name, bucket = 'pictures') => store.objects(bucket).get(name)?.metadata,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
