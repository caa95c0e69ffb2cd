// GET and HEAD /files/{token}.{png|jpg}: finished pictures. The name is 128 random bits: knowing it is the permission.
//
// A picture never changes under its name, so caches may keep it until it expires, and not a moment longer. They are told
// to be private ones: a shared cache would go on serving what its owner has deleted. Order: is it known (404), does it
// still live (410), has the caller got it already (304), which bytes (206, 416), then the bytes, streamed; or, where
// the operator wants that, a redirect to a link by which the bucket sends them.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../core/errors.js';
import type { Picture } from '../../core/task.js';
import { readRange } from '../byte-range.js';
import { isUnchanged, rangeHolds } from '../conditional.js';
import { HttpRefusal } from '../failure.js';
import type { HttpParts } from '../parts.js';
import { pictureFileName } from '../wire/render-task.js';

type FilesParts = Pick<HttpParts, 'tasks' | 'storage' | 'clock' | 'log' | 'settings'>;

/** Longest time a cache is told to keep a picture, s. */
const maxCacheS = 365 * 24 * 3600;

/** How long a link into the bucket works, s; caches may follow an old redirect for half of it. */
const linkLifeS = 15 * 60;

/** Adds the route. Unknown names are 404, pictures whose time is over 410. */
export function addFilesRoute(app: FastifyInstance, parts: FilesParts): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/files/:name',
    config: { crossOrigin: true },
    handler: async (request, reply) => {
      const picture = await findPicture((request.params as { name: string }).name);
      request.taskId = picture.taskId;
      return sendPicture(request, reply, picture);
    },
  });

  /** The picture of this name while it lives. The extension must be its own: one picture, one URL. */
  async function findPicture(name: string): Promise<Picture> {
    const token = /^([\w-]{22})\.(?:png|jpg)$/.exec(name)?.[1];
    const picture = token === undefined ? undefined : await parts.tasks.findPicture(token);
    if (picture === undefined || pictureFileName(picture) !== name)
      throw new AppError(1203, 'The picture does not exist');
    if (picture.deletedAtMs !== null || picture.expiresAtMs <= parts.clock.now()) throw expired();
    return picture;
  }

  /** Conditions on our own tags would mean nothing to the bucket, whose tags are others: those we answer ourselves. */
  function mayRedirect({ headers }: FastifyRequest): boolean {
    const isConditional = headers['if-range'] ?? headers['if-match'] ?? headers['if-unmodified-since'];
    return parts.settings.pictureLinks === 'presigned' && isConditional === undefined;
  }

  /** Answers with as much of it as was asked for. */
  async function sendPicture(request: FastifyRequest, reply: FastifyReply, picture: Picture) {
    const validators = { etag: `"${picture.etag}"`, modifiedMs: picture.createdAtMs };
    const remainingS = Math.floor((picture.expiresAtMs - parts.clock.now()) / 1000);
    const cache = {
      etag: validators.etag,
      'last-modified': new Date(picture.createdAtMs).toUTCString(),
      'cache-control': `private, max-age=${Math.min(remainingS, maxCacheS)}, immutable`,
      'accept-ranges': 'bytes',
      // Pages that isolate themselves may show it too.
      'cross-origin-resource-policy': 'cross-origin',
    };
    if (isUnchanged(request.headers, validators)) return reply.code(304).headers(cache).send();
    const disposition = `inline; filename="${downloadName(picture)}"`;
    if (parts.storage.presign && mayRedirect(request)) {
      const link = await parts.storage.presign(picture.storageKey, {
        method: request.method === 'HEAD' ? 'HEAD' : 'GET',
        expiresInS: Math.max(1, Math.min(remainingS, linkLifeS)),
        contentType: picture.contentType,
        contentDisposition: disposition,
        cacheControl: cache['cache-control'],
      });
      const freshS = Math.min(remainingS, linkLifeS / 2);
      return reply.header('cache-control', `private, max-age=${freshS}`).redirect(link, 302);
    }

    const object = await parts.storage.get(picture.storageKey);
    // The sweeper removes bytes before it says so in the row.
    if (object === undefined) throw expired();
    const { byteLength } = object;
    // RFC 9110 §14.2: `Range` counts for GET only.
    const isPartial = request.method === 'GET' && rangeHolds(request.headers, validators);
    const range = readRange(isPartial ? request.headers.range : undefined, byteLength);
    if (range.kind === 'unsatisfiable') {
      reply.header('content-range', `bytes */${byteLength}`);
      throw new HttpRefusal(416, 1201, `Range is invalid, the picture has ${byteLength} bytes`);
    }
    reply.headers(cache).type(picture.contentType).header('content-disposition', disposition);
    const length = range.kind === 'part' ? range.end - range.start + 1 : byteLength;
    reply.header('content-length', length);
    if (request.method === 'HEAD') return reply.send();
    if (range.kind === 'part')
      reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${byteLength}`);
    const stream = Readable.from(object.open(range.kind === 'part' ? range : undefined), { objectMode: false });
    // Too late for an error answer: Fastify cuts the connection, and the length tells the caller that bytes are missing.
    stream.once('error', (error) =>
      parts.log.error({ err: error, request_id: request.id, task_id: picture.taskId }, 'a picture could not be read'),
    );
    return reply.send(stream);
  }
}

/** Name of the file when it is saved. */
function downloadName({ taskId, index, variant, contentType }: Picture): string {
  return `${taskId}-${index}${variant === 'plain' ? '' : '-marked'}.${contentType === 'image/png' ? 'png' : 'jpg'}`;
}

/** 410: it was there, and asking again will not help. */
function expired(): HttpRefusal {
  return new HttpRefusal(410, 1203, 'The picture has expired and is no longer kept');
}
