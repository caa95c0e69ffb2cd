// The storage that the configuration asks for. S3's client is loaded only where it is used: it takes half a second.
import { describeS3, type S3Declaration } from '../config/storage-url.js';
import { createFileStorage } from './file-storage.js';
import type { Storage } from './storage.js';

/** Makes the storage; nothing is touched until it is used. `folder` is where files go when there is no bucket. */
export async function openStorage(bucket: S3Declaration | null, folder: string): Promise<Storage> {
  if (bucket === null) return createFileStorage({ folder });
  const { createS3Storage } = await import('./s3/s3-storage.js');
  return createS3Storage(bucket);
}

/** Where pictures lie, for people. */
export function describeStorage(bucket: S3Declaration | null, folder: string): string {
  return bucket === null ? `files in ${folder}` : describeS3(bucket);
}
