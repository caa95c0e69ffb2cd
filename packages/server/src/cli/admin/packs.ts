// `inkling packs`: prepaid units of accounts.
import { checkAdmin, nameField, packBody } from '../../http/admin/admin-bodies.js';
import { renderAdminPack } from '../../http/admin/render-admin.js';
import { CommandFailure } from '../command-failure.js';
import { exitCodes } from '../exit-code.js';
import { parseExpiry, parseTime } from '../keys/expiry.js';
import { type AdminParts, administer } from './administer.js';
import { type ShowOptions, shortTime, showObject, showRows } from './show.js';

export interface PackOptions extends ShowOptions {
  name?: string;
  quantity?: string;
  from?: string;
  expires?: string;
}

export async function listPacks(accountId: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  const packs = await administer(parts, async ({ administration }) => {
    await administration.getAccount(accountId);
    return administration.listPacks(accountId);
  });
  showRows(
    parts.world,
    options,
    packs.map(renderAdminPack),
    {
      ID: (pack) => pack.id,
      NAME: (pack) => pack.name,
      QUANTITY: (pack) => pack.quantity,
      REMAINING: (pack) => pack.remaining,
      RESERVED: (pack) => pack.reserved,
      FROM: (pack) => shortTime(pack.effective_at),
      EXPIRES: (pack) => shortTime(pack.expires_at),
    },
    `Account '${accountId}' has no packs. \`inkling packs put ${accountId} <id>\` makes one.`,
  );
}

/** Makes a pack, or changes what is named of one; what was spent stays spent. */
export async function putPack(accountId: string, id: string, options: PackOptions, parts: AdminParts): Promise<void> {
  const nowMs = parts.clock.now();
  const pack = await administer(parts, async ({ administration }) => {
    await administration.getAccount(accountId);
    const known = (await administration.listPacks(accountId)).find((entry) => entry.id === id);
    const quantity = options.quantity === undefined ? known?.quantity : Number(options.quantity);
    const expiresAtMs = options.expires === undefined ? known?.expiresAtMs : parseExpiry(options.expires, nowMs);
    if (quantity === undefined || expiresAtMs === undefined) {
      throw new CommandFailure('A new pack needs --quantity and --expires', {
        exitCode: exitCodes.usage,
        hint: `inkling packs put ${accountId} ${id} --quantity 100 --expires 30d`,
      });
    }
    const body = checkAdmin(packBody, {
      name: options.name ?? known?.name ?? id,
      quantity,
      effective_at:
        options.from === undefined ? (known?.effectiveAtMs ?? nowMs) : parseTime('--from', options.from, nowMs),
      expires_at: expiresAtMs,
    });
    return administration.putPack({
      accountId,
      id: checkAdmin(nameField, id),
      name: body.name,
      quantity: body.quantity,
      effectiveAtMs: body.effective_at,
      expiresAtMs: body.expires_at,
    });
  });
  showObject(parts.world, options, renderAdminPack(pack));
}
