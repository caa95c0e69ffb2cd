// `inkling maintenance`: new submits get 503/5001, everything else goes on.
import { type AdminParts, administer } from './administer.js';
import { type ShowOptions, showDone } from './show.js';

/** Switches, or without `to` says how it stands. */
export async function maintenance(
  to: 'on' | 'off' | undefined,
  options: ShowOptions,
  parts: AdminParts,
): Promise<void> {
  const on = await administer(parts, async ({ administration }) => {
    if (to !== undefined) await administration.setMaintenance(to === 'on');
    return administration.maintenance();
  });
  if (to === undefined && options.json !== true) {
    parts.world.stdout.write(`${on ? 'on' : 'off'}\n`);
    return;
  }
  const effect = on ? 'submits are refused with 5001, everything else goes on' : 'submits are taken again';
  showDone(parts.world, options, { on }, `Maintenance is ${on ? 'on' : 'off'}: ${effect}.`);
}
