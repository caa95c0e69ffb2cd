// GET /account/costs: the caller's resource packs (contract §8). Without a prefix, as the vendor has it.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { renderPack, selectPacks } from '../../accounts/account-costs.js';
import { invalidField } from '../../core/errors.js';
import { type AuthenticationHook, callerOf } from '../authentication.js';
import { succeed } from '../envelope.js';
import type { HttpParts } from '../parts.js';
import { firstIssue } from '../wire/field-message.js';
import { textField, timeField } from '../wire/fields.js';
import { tolerate } from '../wire/tolerate.js';

export const costsQuerySchema = z.object({
  start_time: timeField.optional().describe('Packs valid at some time from here on, Unix ms; default: 30 days ago.'),
  end_time: timeField.optional().describe('… up to here, Unix ms; default: now.'),
  resource_pack_name: textField(200).optional().describe('Only packs of this name.'),
});

type CostsParts = Pick<HttpParts, 'packs' | 'clock'> & { authenticate: AuthenticationHook };

const defaultSpanMs = 30 * 24 * 60 * 60 * 1000;

/** Adds the route. */
export function addCostsRoute(app: FastifyInstance, parts: CostsParts): void {
  app.route({
    method: 'GET',
    url: '/account/costs',
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const query = Object.entries(request.query ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
      const plain = tolerate(Object.fromEntries(query), costsQuerySchema.shape);
      const parsed = costsQuerySchema.safeParse(plain);
      if (!parsed.success) throw firstIssue(plain, costsQuerySchema, parsed.error.issues);
      const nowMs = parts.clock.now();
      const toMs = parsed.data.end_time ?? nowMs;
      const fromMs = parsed.data.start_time ?? toMs - defaultSpanMs;
      if (fromMs > toMs) throw invalidField('start_time', 'start_time must not be later than end_time');
      const packs = await parts.packs.listPacks(callerOf(request).accountId);
      const chosen = selectPacks(packs, { fromMs, toMs, name: parsed.data.resource_pack_name ?? null });
      const infos = chosen.map((pack) => renderPack(pack, nowMs));
      return succeed(request, { code: 0, msg: 'SUCCEED', resource_pack_subscribe_infos: infos });
    },
  });
}
