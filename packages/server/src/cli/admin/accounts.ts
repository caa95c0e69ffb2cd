// `inkling accounts`: makes, changes, shows and purges accounts, also while a server runs on the same database.
import { checkAdmin, nameField } from '../../http/admin/admin-bodies.js';
import { renderAccount } from '../../http/admin/render-admin.js';
import { CommandFailure } from '../command-failure.js';
import { exitCodes } from '../exit-code.js';
import { type AccountOptions, readAccountOptions } from './account-options.js';
import { type AdminParts, administer } from './administer.js';
import { type ShowOptions, showDone, showObject, showRows } from './show.js';

export async function listAccounts(options: ShowOptions, parts: AdminParts): Promise<void> {
  const accounts = await administer(parts, ({ administration }) => administration.listAccounts());
  showRows(
    parts.world,
    options,
    accounts.map(renderAccount),
    {
      ID: (account) => account.id,
      ENABLED: (account) => account.enabled,
      BILLING: (account) => account.billing,
      'SLOTS HELD': (account) => `${account.usage?.slots_held ?? 0}/${account.concurrency ?? 'no limit'}`,
      'REQUESTS/S': (account) => account.requests_per_second ?? 'no limit',
      RESERVED: (account) => account.usage?.reserved_units,
      OWED: (account) => account.usage?.owed_units,
    },
    'There are no accounts. `inkling serve` makes one at its first start, `inkling accounts add` another.',
  );
}

export async function showAccount(id: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  const account = await administer(parts, ({ administration }) => administration.getAccount(id));
  showObject(parts.world, options, renderAccount(account));
}

/** `add` refuses a name that is taken, `set` one that is not: a slip of the finger must not make a second account. */
export async function putAccount(
  job: 'add' | 'set',
  id: string,
  options: AccountOptions & ShowOptions,
  parts: AdminParts,
): Promise<void> {
  const changes = readAccountOptions(options);
  const account = await administer(parts, async ({ administration }) => {
    checkAdmin(nameField, id);
    const ids = (await administration.listAccounts()).map((known) => known.id);
    if (job === 'add' && ids.includes(id))
      throw new CommandFailure(`There is an account '${id}' already`, { hint: '`inkling accounts set` changes it' });
    if (job === 'set' && !ids.includes(id))
      throw new CommandFailure(`There is no account '${id}'`, {
        hint: `accounts are: ${ids.join(', ') || 'none yet'}`,
      });
    await administration.putAccount(id, changes);
    return administration.getAccount(id);
  });
  showObject(parts.world, options, renderAccount(account));
}

/** Prints the secret alone on its line. */
export async function rotateSecret(id: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  const secret = await administer(parts, ({ administration }) => administration.rotateWebhookSecret(id));
  parts.world.stdout.write(options.json === true ? `${JSON.stringify({ webhook_secret: secret })}\n` : `${secret}\n`);
  if (options.json !== true)
    parts.world.stderr.write(
      `Callbacks of '${id}' are signed with it from now on, and with the one before beside it.\n`,
    );
}

/** Asks for `--yes`: there is no way back. */
export async function purgeAccount(
  id: string,
  options: ShowOptions & { yes?: boolean },
  parts: AdminParts,
): Promise<void> {
  const purged = await administer(parts, async ({ administration, tasks }) => {
    await administration.getAccount(id);
    if (options.yes !== true) {
      throw new CommandFailure(`This removes account '${id}' with its keys, packs, tasks and pictures, for good`, {
        hint: `inkling accounts purge ${id} --yes does it`,
        exitCode: exitCodes.usage,
      });
    }
    return tasks.purgeAccount(id);
  });
  showDone(
    parts.world,
    options,
    { id, deleted: true, tasks: purged.tasks },
    `Account '${id}' is gone, with ${purged.tasks} ${purged.tasks === 1 ? 'task' : 'tasks'}; what it paid stays in the ledger.`,
  );
}
