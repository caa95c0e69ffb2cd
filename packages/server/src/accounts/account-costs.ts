// `GET /account/costs`: an account's resource packs in the vendor's words (contract §8).
import type { ResourcePack } from '../core/account.js';

export type PackStatus = 'toBeOnline' | 'online' | 'expired' | 'runOut';

/** Less than this is nothing: units are sums of small decimals. */
const roundingUnits = 1e-9;

/** Used up counts before out of date: what was lost to time is told apart from what was used. */
function packStatus(pack: ResourcePack, nowMs: number): PackStatus {
  if (pack.remaining <= roundingUnits) return 'runOut';
  if (nowMs < pack.effectiveAtMs) return 'toBeOnline';
  return nowMs >= pack.expiresAtMs ? 'expired' : 'online';
}

/** One entry of `resource_pack_subscribe_infos`. */
export function renderPack(pack: ResourcePack, nowMs: number) {
  return {
    resource_pack_name: pack.name,
    resource_pack_id: pack.id,
    resource_pack_type: 'decreasing_total' as const,
    total_quantity: pack.quantity,
    remaining_quantity: Math.max(0, pack.remaining),
    purchase_time: pack.purchasedAtMs,
    effective_time: pack.effectiveAtMs,
    invalid_time: pack.expiresAtMs,
    status: packStatus(pack, nowMs),
  };
}

/** The packs that were valid at some time within [fromMs, toMs], oldest purchase first, with the name if one is given. */
export function selectPacks(
  packs: readonly ResourcePack[],
  filter: { fromMs: number; toMs: number; name: string | null },
): ResourcePack[] {
  return packs.filter(
    (pack) =>
      pack.effectiveAtMs <= filter.toMs &&
      pack.expiresAtMs >= filter.fromMs &&
      (filter.name === null || pack.name === filter.name),
  );
}
