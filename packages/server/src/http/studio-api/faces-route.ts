// POST /studio/v1/faces: where the faces of a picture are, so that the page can show them before anything is asked for.
// The picture is looked at in the processes that check references, under their bounds, and kept nowhere.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidField } from '../../core/errors.js';
import type { AuthenticationHook } from '../authentication.js';
import type { BodyBudget } from '../body/body-budget.js';
import { parseJsonObject } from '../body/parse-json-object.js';
import { maxSubmitBytes, readBody } from '../body/read-body.js';
import { succeed } from '../envelope.js';
import type { HttpParts } from '../parts.js';
import { requestSignal } from '../request-signal.js';

/** The body, as the API description shows it. */
export const facesBodySchema = z.object({
  image: z.string().describe('A PNG or JPEG as base64 without a prefix, under the rules of a submit’s `image`.'),
});

type FacesParts = Pick<HttpParts, 'references'> & { authenticate: AuthenticationHook; budget: BodyBudget };

/** Adds the route; its body counts against the memory of all uploads. */
export function addFacesRoute(app: FastifyInstance, parts: FacesParts): void {
  app.route({
    method: 'POST',
    url: '/studio/v1/faces',
    onRequest: parts.authenticate,
    handler: async (request, reply) => {
      const signal = requestSignal(reply);
      const limits = { maxBytes: maxSubmitBytes, budget: parts.budget };
      const body = await readBody(request.raw, reply.raw, limits, () => signal);
      try {
        const { image } = parseJsonObject(body.bytes);
        if (typeof image !== 'string' || image === '') throw invalidField('image', 'image is required');
        return succeed(request, await parts.references.findFaces(image, { signal }));
      } finally {
        body.release();
      }
    },
  });
}
