// Pictures as objects of a bucket: the storage of more than one machine. Loaded only where it is configured.
//
// Works with whatever speaks S3 (AWS, MinIO, R2, OSS, …), so it uses what all of them have: plain PUT, GET with ranges,
// HEAD, list, DELETE of single objects (the bulk one wants checksums that services disagree about), and checksums only
// where an operation requires them. A PUT replaces an object whole or not at all; that is S3's own promise.
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describeS3, type S3Declaration } from '../../config/storage-url.js';
import type { Storage, StoredObject } from '../storage.js';
import { checkRange, checkStorageKey } from '../storage-key.js';
import { explainS3Error, statusOf } from './s3-error.js';

export interface S3StorageOptions {
  /** Tries of one operation, the first included; default 4, with 0.1–20 s between them (the SDK's standard mode). */
  maxAttempts?: number;
  /** Until a connection stands, ms; default 3,000. */
  connectTimeoutMs?: number;
  /** Until the answer begins, and the longest silence within it, ms; default 15,000. */
  answerTimeoutMs?: number;
}

/** Deletions under way at a time. */
const deleteWidth = 8;

/** How long a written, listed and deleted probe counts, ms: services charge for each, and `/readyz` is asked all day. */
const probeFreshMs = 60_000;

/** Makes the storage; nothing is sent until it is used. Errors are StorageErrors whose message is one plain sentence. */
export function createS3Storage(declaration: S3Declaration, options: S3StorageOptions = {}): Storage {
  const { bucket, prefix } = declaration;
  const where = describeS3(declaration);
  const maxAttempts = options.maxAttempts ?? 4;
  const client = makeClient(declaration, declaration.endpoint, options);
  // Links are read by callers, who may know the service by another name than we do.
  const linkClient =
    declaration.publicEndpoint === null ? client : makeClient(declaration, declaration.publicEndpoint, options);

  let probedAtMs = Number.NEGATIVE_INFINITY;

  const nameOf = (key: string): string => (prefix === '' ? '' : `${prefix}/`) + checkStorageKey(key);

  /** Runs an operation; a 404 becomes undefined, everything else a plain sentence. */
  async function orUndefined<Result>(operation: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await operation();
    } catch (error) {
      if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return undefined;
      throw explainS3Error(error, where);
    }
  }

  /**
   * Bytes `start`…`end` of an object. A connection that breaks in the middle is taken up again where it broke: the
   * caller's answer has begun, and could only be cut.
   */
  async function* readBytes(name: string, start: number, end: number): AsyncGenerator<Uint8Array> {
    let at = start;
    for (let tries = 1; ; ) {
      try {
        const input = { Bucket: bucket, Key: name, Range: `bytes=${at}-${end}` };
        const answer = await client.send(new GetObjectCommand(input));
        for await (const chunk of answer.Body as Readable) {
          const bytes = chunk as Uint8Array;
          at += bytes.byteLength;
          // Something moved, so the next break starts counting anew.
          tries = 1;
          yield bytes;
        }
        if (at > end) return;
        throw new Error(`the answer ended ${end + 1 - at} bytes early`);
      } catch (error) {
        // An answer that says no would say so again; the SDK has retried what it thinks is worth it.
        if (statusOf(error) !== undefined || tries >= maxAttempts) throw explainS3Error(error, where);
        tries += 1;
      }
    }
  }

  async function removeAll(prefixName: string): Promise<void> {
    for (let isTruncated = true; isTruncated; ) {
      // Always from the start: what was listed before is gone, and no continuation is lost when a try is repeated.
      const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefixName }));
      const names = (page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
      for (let index = 0; index < names.length; index += deleteWidth) {
        const some = names.slice(index, index + deleteWidth);
        await Promise.all(some.map((Key) => client.send(new DeleteObjectCommand({ Bucket: bucket, Key }))));
      }
      isTruncated = page.IsTruncated === true && names.length > 0;
    }
  }

  /** What is directly below a prefix, objects and folders. */
  async function listFirstParts(below: string, after: string | undefined, limit: number): Promise<string[]> {
    const parts: string[] = [];
    let last = after;
    for (let isTruncated = true; isTruncated && parts.length < limit; ) {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: below,
          Delimiter: '/',
          // Behind all that lies below `last`: `0` is what follows `/`.
          ...(last === undefined ? {} : { StartAfter: `${below}${last}0` }),
          MaxKeys: limit - parts.length,
        }),
      );
      const objects = (page.Contents ?? []).map(({ Key }) => Key);
      const folders = (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix?.slice(0, -1));
      const found = [...objects, ...folders].flatMap((key) => (key === undefined ? [] : [key.slice(below.length)]));
      parts.push(...found.sort());
      // A page may hold fewer than were asked for; only an empty one is the end whatever it says.
      last = parts.at(-1);
      isTruncated = page.IsTruncated === true && found.length > 0;
    }
    return parts;
  }

  async function putObject(name: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: name,
        Body: bytes,
        ContentLength: bytes.byteLength,
        ContentType: contentType,
      }),
    );
  }

  return {
    async put(key, bytes, contentType) {
      const name = nameOf(key);
      try {
        await putObject(name, bytes, contentType);
      } catch (error) {
        throw explainS3Error(error, where);
      }
    },

    async get(key): Promise<StoredObject | undefined> {
      const name = nameOf(key);
      const head = await orUndefined(() => client.send(new HeadObjectCommand({ Bucket: bucket, Key: name })));
      if (head === undefined) return undefined;
      const byteLength = head.ContentLength ?? 0;
      return {
        byteLength,
        open(range) {
          if (range) checkRange(range, byteLength);
          // There is no range that means no bytes.
          return byteLength === 0 ? noBytes() : readBytes(name, range?.start ?? 0, range?.end ?? byteLength - 1);
        },
      };
    },

    async read(key) {
      const name = nameOf(key);
      return orUndefined(async () => {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        return answer.Body?.transformToByteArray();
      });
    },

    async removeBelow(prefixKey) {
      const name = nameOf(prefixKey);
      await orUndefined(() => removeAll(`${name}/`));
    },

    async listBelow(prefixKey, { after, limit }) {
      const name = nameOf(prefixKey);
      return (await orUndefined(() => listFirstParts(`${name}/`, after, limit))) ?? [];
    },

    async presign(key, link) {
      const input = {
        Bucket: bucket,
        Key: nameOf(key),
        ResponseContentType: link.contentType,
        ResponseContentDisposition: link.contentDisposition,
        ResponseCacheControl: link.cacheControl,
      };
      const command = link.method === 'HEAD' ? new HeadObjectCommand(input) : new GetObjectCommand(input);
      try {
        return await getSignedUrl(linkClient, command, { expiresIn: link.expiresInS });
      } catch (error) {
        throw explainS3Error(error, where);
      }
    },

    async check() {
      const name = `${prefix === '' ? '' : `${prefix}/`}probe-${randomBytes(12).toString('hex')}`;
      try {
        if (performance.now() - probedAtMs < probeFreshMs) {
          await client.send(new HeadBucketCommand({ Bucket: bucket }));
          return;
        }
        await putObject(name, new Uint8Array([1]), 'application/octet-stream');
        await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: name, MaxKeys: 1 }));
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
        probedAtMs = performance.now();
      } catch (error) {
        throw explainS3Error(error, where);
      }
    },

    async close() {
      client.destroy();
      linkClient.destroy();
    },
  };
}

function makeClient(declaration: S3Declaration, endpoint: string | null, options: S3StorageOptions): S3Client {
  const answerTimeoutMs = options.answerTimeoutMs ?? 15_000;
  const config: S3ClientConfig = {
    region: declaration.region,
    ...(endpoint === null ? {} : { endpoint }),
    ...(declaration.credentials === null ? {} : { credentials: declaration.credentials }),
    forcePathStyle: declaration.pathStyle,
    // Newer checksums by default are refused, or stored as part of the bytes, by services that are not AWS.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: options.maxAttempts ?? 4,
    requestHandler: {
      connectionTimeout: options.connectTimeoutMs ?? 3000,
      requestTimeout: answerTimeoutMs,
      throwOnRequestTimeout: true,
      socketTimeout: answerTimeoutMs,
    },
  };
  return new S3Client(config);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {
  // Nothing to give.
}
