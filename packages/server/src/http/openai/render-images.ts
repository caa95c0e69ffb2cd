// Finished pictures as OpenAI answers them: addresses, or base64 that is written while the files are read, so that nine
// large pictures never lie in memory at once.
import { Readable } from 'node:stream';
import { AppError } from '../../core/errors.js';
import type { Picture, Task } from '../../core/task.js';
import type { HttpParts } from '../parts.js';
import { renderTask } from '../wire/render-task.js';

/** What every answer says beside its pictures. */
function headOf(task: Task) {
  const { width, height, outputFormat } = task.request;
  return {
    created: Math.floor(task.createdAtMs / 1000),
    background: 'opaque',
    output_format: outputFormat === 'jpg' ? 'jpeg' : 'png',
    // What was painted: the nearest size of ours, not the words of the request.
    size: `${width}x${height}`,
  };
}

/** The answer with an address for each picture. */
export function renderUrls(task: Task, origin: string) {
  const images = renderTask(task, origin).task_result?.images ?? [];
  return { ...headOf(task), data: images.map(({ url }) => ({ url })) };
}

/** The answer with the bytes inside, as a stream of JSON. AppError 1203 when the pictures are no longer kept. */
export async function streamBase64(task: Task, storage: Pick<HttpParts['storage'], 'get'>): Promise<Readable> {
  const pictures = task.pictures
    .filter((picture) => picture.variant === 'plain')
    .sort((one, other) => one.index - other.index);
  // All are found before the first byte goes out: what fails after it can only break the answer off.
  const stored = await Promise.all(pictures.map((picture) => openPicture(picture, storage)));
  return Readable.from(writeJson(JSON.stringify(headOf(task)), stored), { objectMode: false });
}

type StoredPicture = NonNullable<Awaited<ReturnType<HttpParts['storage']['get']>>>;

async function openPicture(picture: Picture, storage: Pick<HttpParts['storage'], 'get'>): Promise<StoredPicture> {
  const stored = picture.deletedAtMs === null ? await storage.get(picture.storageKey) : undefined;
  if (stored === undefined) throw new AppError(1203, 'The pictures have expired and are no longer kept');
  return stored;
}

async function* writeJson(head: string, pictures: readonly StoredPicture[]): AsyncGenerator<string> {
  yield `${head.slice(0, -1)},"data":[`;
  for (const [index, picture] of pictures.entries()) {
    yield `${index === 0 ? '' : ','}{"b64_json":"`;
    yield* toBase64(picture.open());
    yield '"}';
  }
  yield ']}';
}

/** Base64 of the joined chunks. Three bytes make four characters: what is left over goes to the next chunk. */
async function* toBase64(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let left = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = left.length === 0 ? Buffer.from(chunk) : Buffer.concat([left, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    left = bytes.subarray(whole);
    if (whole > 0) yield bytes.toString('base64', 0, whole);
  }
  if (left.length > 0) yield left.toString('base64');
}
