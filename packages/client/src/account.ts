// What the account has left.
import type { CallOptions, Transport } from './transport.js';
import type { ResourcePack } from './wire-types.js';

export interface CostsQuery {
  /** Packs valid at some time from here on, Unix ms; default: 30 days ago. */
  fromMs?: number;
  /** … up to here, Unix ms; default: now. */
  toMs?: number;
  /** Only packs of this name. */
  packName?: string;
}

export interface Account {
  /**
   * The account's resource packs and what is left of them. Kling asks for at most one call a second.
   * @example
   * ```ts
   * for (const pack of await client.account.costs()) {
   *   console.log(pack.resource_pack_name, pack.remaining_quantity, pack.status);
   * }
   * ```
   */
  costs(query?: CostsQuery, options?: CallOptions): Promise<ResourcePack[]>;
}

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;

export function createAccount(transport: Transport): Account {
  // The one route that has no version in its path.
  const root = transport.baseUrl.replace(/(?:\/kling)?\/v\d+$/, '');
  return {
    async costs({ toMs = Date.now(), fromMs = toMs - thirtyDaysMs, packName } = {}, options) {
      const query = new URLSearchParams({ start_time: String(fromMs), end_time: String(toMs) });
      if (packName !== undefined) query.set('resource_pack_name', packName);
      const path = `${root}/account/costs?${query}`;
      const answer = await transport.call<{ resource_pack_subscribe_infos?: ResourcePack[] }>({
        method: 'GET',
        path,
        ...options,
      });
      return answer.resource_pack_subscribe_infos ?? [];
    },
  };
}
