// GET and HEAD /thumbnails/{width}/{token}.webp: finished pictures in two small sizes, for galleries. The token is the
// picture's own: knowing it is the permission, and a thumbnail lives exactly as long as its picture.
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/errors.js';
import { type ThumbnailMaker, thumbnailType, thumbnailWidths } from '../../tasks/thumbnail-maker.js';
import { isUnchanged } from '../conditional.js';
import { HttpRefusal } from '../failure.js';
import type { HttpParts } from '../parts.js';

type ThumbnailParts = Pick<HttpParts, 'tasks' | 'clock'> & { thumbnails: Pick<ThumbnailMaker, 'get'> };

/** Longest time a cache is told to keep one, s. */
const maxCacheS = 365 * 24 * 3600;

/** Adds the route. Unknown widths and names are 404, pictures whose time is over 410. */
export function addThumbnailsRoute(app: FastifyInstance, parts: ThumbnailParts): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/thumbnails/:width/:name',
    config: { crossOrigin: true },
    handler: async (request, reply) => {
      const { width: wanted, name } = request.params as { width: string; name: string };
      const width = thumbnailWidths.find((known) => String(known) === wanted);
      if (width === undefined)
        throw new AppError(1203, `There are no thumbnails of this width, there are: ${thumbnailWidths.join(', ')}`);
      const token = /^([\w-]{22})\.webp$/.exec(name)?.[1];
      const picture = token === undefined ? undefined : await parts.tasks.findPicture(token);
      if (picture === undefined) throw new AppError(1203, 'The picture does not exist');
      const remainingS = Math.floor((picture.expiresAtMs - parts.clock.now()) / 1000);
      if (picture.deletedAtMs !== null || remainingS <= 0) throw expired();
      request.taskId = picture.taskId;

      const validators = { etag: `"${picture.etag}-${width}"`, modifiedMs: picture.createdAtMs };
      reply.headers({
        etag: validators.etag,
        'last-modified': new Date(picture.createdAtMs).toUTCString(),
        'cache-control': `private, max-age=${Math.min(remainingS, maxCacheS)}, immutable`,
        'cross-origin-resource-policy': 'cross-origin',
      });
      if (isUnchanged(request.headers, validators)) return reply.code(304).send();
      const bytes = await parts.thumbnails.get(picture, width).catch((error: unknown) => {
        // Errors are not to be kept.
        reply.removeHeader('etag').removeHeader('last-modified');
        throw error;
      });
      if (bytes === undefined) throw expired();
      return reply.type(thumbnailType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  });
}

/** 410: it was there, and asking again will not help. */
function expired(): HttpRefusal {
  return new HttpRefusal(410, 1203, 'The picture has expired and is no longer kept');
}
